// The lock of a weight in the diagram: shut where descent leaves the weight as it is.

import { setAttribute } from '../dom.js';

/** How far along its edge the lock of a weight stands, and of a bias: in place of its dot. */
const ALONG = 0.16;
const ALONG_BIAS = 0;
/** In letters: around 0, and large enough for a pointer. */
const BODY = 'M-.32-.08h.64v.5h-.64z';
const SHUT = 'M-.2-.08v-.16a.2.2 0 0 1 .4 0v.16';
const OPEN = 'M-.2-.08v-.3a.2.2 0 0 1 .4 0v.1';
const REACH = '0.9';

/**
 * @param {string} tag
 * @param {string} name
 */
function shape(tag, name) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  made.setAttribute('class', name);
  return made;
}

export function makeLock() {
  const lock = shape('g', 'lock');
  const [hit, body] = [shape('circle', 'lock-hit'), shape('path', 'lock-body')];
  hit.setAttribute('r', REACH);
  body.setAttribute('d', BODY);
  lock.append(hit, body, shape('path', 'lock-bow'));
  // The weight's own button says whether it is kept, and a key turns the lock.
  lock.setAttribute('aria-hidden', 'true');
  return lock;
}

/**
 * @param {Element} lock
 * @param {Element} line the weight's edge
 * @param {{ isKept: boolean, isBias: boolean, em: number }} weight
 */
export function placeLock(lock, line, { isKept, isBias, em }) {
  if (lock.lastElementChild) setAttribute(lock.lastElementChild, 'd', isKept ? SHUT : OPEN);
  const end = (/** @type {string} */ name) => Number(line.getAttribute(name));
  const part = isBias ? ALONG_BIAS : ALONG;
  const x = end('x1') + part * (end('x2') - end('x1'));
  const y = end('y1') + part * (end('y2') - end('y1'));
  setAttribute(lock, 'transform', `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${em})`);
}
