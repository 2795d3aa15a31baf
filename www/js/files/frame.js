// Where everything stands in a picture of an animation.

/** @typedef {'error' | 'network' | 'timeline'} Part */
/** @typedef {{ left: number, top: number, width: number, height: number }} Box in pixels of the picture */

/** The design's height: all of it grows with that of the picture. */
const HEIGHT = 420;
/** Around it, between its parts, and the line above them; in pixels of the design. */
const MARGIN = 12;
const HEAD = 32;
/** What the timeline has of its column, and the network of the width. */
const TIMELINE = 0.3;
const NETWORK = 0.5;
/** What stands beside a surface, which is square, has of the width. */
const BESIDE = 0.42;

/**
 * Pixels of the picture to one of the design.
 *
 * @param {number} height of the picture
 */
export const typeScale = (height) => height / HEIGHT;

/**
 * A surface has all the height, and everything else beside it; below a curve the timeline is as wide.
 *
 * @param {Part[]} parts
 * @param {{ width: number, height: number, isSurface: boolean }} picture
 * @returns {Partial<Record<Part, Box>> & { head: Box }} `head`: a line of words
 */
export function boxes(parts, { width, height, isSurface }) {
  const scale = typeScale(height);
  const margin = Math.round(MARGIN * scale);
  const head = { left: margin, top: 0, width: width - 2 * margin, height: Math.round(HEAD * scale) };
  const all = { ...head, top: head.height, height: height - head.height - margin };
  const [hasError, hasTimeline, hasNetwork] = ['error', 'timeline', 'network'].map((part) =>
    parts.includes(/** @type {Part} */ (part)),
  );
  /** @type {Partial<Record<Part, Box>> & { head: Box }} */
  const places = { head };
  let rest = all;
  if (hasError && isSurface && (hasTimeline || hasNetwork)) {
    [places.error, rest] = sideBySide(all, BESIDE, margin);
  } else if (hasError && hasNetwork) [rest, places.network] = sideBySide(all, NETWORK, margin);
  /** What is not placed yet shares what is left. */
  const upper = /** @type {const} */ (['error', 'network']).find(
    (part) => parts.includes(part) && !places[part],
  );
  if (upper && hasTimeline) [places[upper], places.timeline] = oneBelow(rest, TIMELINE, margin);
  else places[upper ?? 'timeline'] ??= rest;
  return places;
}

/**
 * @param {Box} box
 * @param {number} part of it that the second has
 * @param {number} gap
 * @returns {[Box, Box]}
 */
function sideBySide(box, part, gap) {
  const second = Math.round(part * box.width);
  const width = box.width - second - gap;
  return [
    { ...box, width },
    { ...box, left: box.left + width + gap, width: second },
  ];
}

/**
 * @param {Box} box
 * @param {number} part of it that the second has
 * @param {number} gap
 * @returns {[Box, Box]}
 */
function oneBelow(box, part, gap) {
  const second = Math.round(part * box.height);
  const height = box.height - second - gap;
  return [
    { ...box, height },
    { ...box, top: box.top + height + gap, height: second },
  ];
}
