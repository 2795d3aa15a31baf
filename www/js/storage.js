// Choices that outlast a visit.

/**
 * Storage may be forbidden; then a choice holds for as long as the page is open.
 *
 * @param {string} key
 * @param {string} value
 */
export function remember(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A choice that cannot be kept is no error.
  }
}

/** @param {string} key */
export function remembered(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
