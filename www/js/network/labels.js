// Where the numbers of an edge stand: on the edge, where they lie on nothing else.

/**
 * @typedef {{ x: number, y: number }} Place
 * @typedef {{ left: number, top: number, right: number, bottom: number }} Box
 */

/** Along an edge, from its source; the first is where they stand if nothing is in the way. */
const PLACES = [0.32, 0.4, 0.48, 0.56, 0.64, 0.25, 0.72];

/**
 * A number and below it a second one, about a place on an edge. In type sizes.
 *
 * @param {Place} place
 * @param {number} em
 * @returns {Box}
 */
const boxAt = ({ x, y }, em) => ({
  left: x - 2.3 * em,
  top: y - 1.2 * em,
  right: x + 2.3 * em,
  bottom: y + 1.25 * em,
});

/**
 * @param {Box} a
 * @param {Box} b
 */
function shared(a, b) {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const along = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return across > 0 && along > 0 ? across * along : 0;
}

/**
 * @param {{ from: Place, to: Place }} edge
 * @param {number} [part] of the way along it
 * @returns {Place}
 */
export const usualPlace = ({ from, to }, part = PLACES[0] ?? 0) => ({
  x: from.x + part * (to.x - from.x),
  y: from.y + part * (to.y - from.y),
});

/**
 * One edge after the other takes the place where it covers least.
 *
 * @param {{ from: Place, to: Place }[]} edges
 * @param {Box[]} taken what stands there already
 * @param {number} em
 * @returns {Place[]} the middle of each edge's numbers
 */
export function labelPlaces(edges, taken, em) {
  const boxes = [...taken];
  return edges.map(({ from, to }) => {
    let best = { cost: Infinity, place: from };
    for (const part of PLACES) {
      const place = { x: from.x + part * (to.x - from.x), y: from.y + part * (to.y - from.y) };
      const box = boxAt(place, em);
      const cost = boxes.reduce((sum, other) => sum + shared(box, other), 0);
      if (cost < best.cost) best = { cost, place };
    }
    boxes.push(boxAt(best.place, em));
    return best.place;
  });
}
