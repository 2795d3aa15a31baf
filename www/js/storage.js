// Choices that outlast a visit, and what is kept while a window is open.

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

/**
 * The same for what only this window is in: it is so still when the page is loaded again.
 *
 * @param {string} key
 * @param {string} value
 */
export function keepHere(key, value) {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // As above.
  }
}

/** @param {string} key */
export function keptHere(key) {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}
