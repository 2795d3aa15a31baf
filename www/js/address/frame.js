// The page in a frame of another, as of a course: parts that a link does without. What hides them, and
// fits the rest into the frame, is style/frame.css.

import { setAttribute } from '../dom.js';
import { publish } from '../frames.js';

/** @type {string[]} */
let parts = [];

export const isFramed = window.parent !== window;

/** The names of the hidden parts, as crate `links` has them. */
export const hiddenParts = () => parts;

/** @param {string[]} names */
export function hide(names) {
  if (names.join() === parts.join()) return;
  parts = names;
  setAttribute(document.documentElement, 'data-hide', names.join(' '));
  publish('view');
}

document.documentElement.toggleAttribute('data-framed', isFramed);
