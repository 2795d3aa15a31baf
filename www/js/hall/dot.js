// A large dot that follows the mouse in place of the pointer: it is seen from the last row.

import { element } from '../dom.js';

const root = document.documentElement;
const dot = element('div', 'dot');
dot.setAttribute('aria-hidden', 'true');

export function toggleDot() {
  const isOn = root.toggleAttribute('data-dot');
  if (!isOn) {
    dot.remove();
    return;
  }
  document.body.append(dot);
  // Where the pointer is will be known when it moves.
  if (!dot.style.translate) put(innerWidth / 2, innerHeight / 2);
}

/**
 * @param {number} x
 * @param {number} y
 */
function put(x, y) {
  dot.style.translate = `${x}px ${y}px`;
}

addEventListener('pointermove', ({ clientX, clientY }) => put(clientX, clientY), { passive: true });
root.addEventListener('pointerleave', () => dot.toggleAttribute('data-away', true));
root.addEventListener('pointerenter', () => dot.toggleAttribute('data-away', false));
