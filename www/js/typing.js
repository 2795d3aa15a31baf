// Fields that are typed into while frames write into them.

/**
 * Tells whether a text is being typed into a field that has not been read yet. A frame that comes
 * late would otherwise write over it.
 *
 * @param {HTMLInputElement} input
 * @returns {() => boolean}
 */
export function watchTyping(input) {
  let isTyped = false;
  const watch = (/** @type {Event} */ { type }) => {
    isTyped = type === 'input';
  };
  // Typed back to what it was, it changes nothing, and is left.
  for (const type of ['input', 'change', 'blur']) input.addEventListener(type, watch);
  return () => isTyped;
}
