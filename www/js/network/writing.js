// What the diagram says at the shown step: numbers, and which of its things are lit.

import { setAttribute } from '../dom.js';
import { t } from '../locale.js';
import { brief } from '../numbers.js';
import { ROOMY } from './arranging.js';
import { thickness } from './edges.js';
import { place, write } from './item.js';
import { makeLock, placeLock } from './lock.js';

/** @import { Item, Parts } from './item.js' */
/** @import { Layout } from './layout.js' */
/** @import { lights } from './lights.js' */
/** @import { Chosen } from './look.js' */
/** @import { Notation } from './notation.js' */
/** @import { Watch } from './watch.js' */
/**
 * What all parts are written by.
 *
 * @typedef {{ layout: Layout, watch: Watch, notation: Notation, lit: ReturnType<typeof lights> }} Hand
 */

/** Edges of a layer that carry their numbers without being lit. */
const NUMBERED = 9;
/** Letters that fit beside the output units. */
const FITS = 12;
/** The size of a unit's number at most, and how much of a unit it may fill: digits are about half as
    wide as they are high. */
const LARGEST = 0.925;
const FILLED = 3.3;

/**
 * @param {Parts} parts
 * @param {Hand} hand
 */
export function writeDiagram(parts, hand) {
  writeUnits(parts, hand);
  writeWeights(parts, hand);
  writeEnds(parts, hand);
}

/**
 * @param {Parts} parts
 * @param {Hand} hand
 */
function writeUnits(parts, { layout, watch, notation, lit }) {
  const { pass, sum } = watch.numbers;
  const roomy = layout.radius >= ROOMY * layout.em;
  const slope = watch.session.verdict?.smallest_factor;
  const cause = watch.session.verdict?.kind === 'vanishing-gradient' ? slope : undefined;

  for (const item of parts.units) {
    const { chosen, group } = item;
    if (chosen.kind !== 'unit') continue;
    const { layer, unit } = chosen;
    const at = watch.place(layer, unit);
    const isChosen = same(watch.chosen, chosen);
    const known = pass && watch.knows('output', layer);
    const delta = layer > 0 && watch.knows('delta', layer) ? (pass ?? sum).delta[at] : undefined;
    const output = known ? brief(pass.output[at] ?? null) : '';
    item.write('output', roomy ? output : '');
    // The longest numbers are set smaller: none is wider than its unit.
    const room = (FILLED * layout.radius) / (layout.em * Math.max(1, output.length));
    item.size('output', Math.min(LARGEST, room));
    const sign = pass ? 'δ' : 'Σδ';
    const back = delta === undefined ? '' : `${sign} = ${brief(delta)}`;
    // On a phone its colour says what it is.
    const shown = layout.narrow && delta !== undefined ? brief(delta) : back;
    const spacious = layout.roomForWords && watch.view === 'network';
    const used = watch.now.kind !== 'update' || pass;
    let input = '';
    if (isChosen && known) {
      // In a small unit the one number that the stage is about has to do.
      if (!roomy) input = back ? '' : `o = ${output}`;
      else if (layer > 0) input = `x = ${brief(pass.net_input[at] ?? null)}`;
    }
    item.write('input', input);
    item.write('delta', isChosen || (roomy && spacious && used) ? shown : '');
    const words = [notation.unitName(layer, unit), output && `o = ${output}`, back];
    setAttribute(item.button, 'aria-label', speak(words));
    mark(item, isChosen, lit.units.has(at), lit.quiet);
    const saturated = cause?.layer === layer && cause.unit === unit;
    group.toggleAttribute('data-saturated', saturated);
  }
}

/**
 * @param {Parts} parts
 * @param {Hand} hand
 */
function writeWeights(parts, { layout, watch, notation, lit }) {
  const { pass, sum, weights, next } = watch.numbers;

  for (const [index, item] of parts.weights) {
    const weight = watch.weights[index];
    if (!weight) continue;
    const value = weights[index] ?? 0;
    const isChosen = watch.weight === weight;
    const isLit = lit.weights.has(index);
    const crowd = (watch.layers[weight.layer] ?? 0) * (watch.layers[weight.layer - 1] ?? 0);
    const update = watch.now.kind === 'update' && watch.chosen.kind === 'weight';
    const gradient = (update || !pass ? sum : pass).gradient[index] ?? 0;
    const back = watch.knows('delta', weight.layer);
    // On a phone two numbers on each weight would lie on each other.
    const room = layout.roomForNumbers && crowd <= NUMBERED && !(layout.narrow && back);
    const detail = room && (isLit || !lit.quiet);
    item.write('value', detail || isChosen ? brief(value) : '');
    let second = back && (isLit || isChosen) ? brief(gradient) : '';
    if (watch.view === 'layers') second = '';
    else if (update && weight.free) second = `→ ${brief(next[index] ?? null)}`;
    item.write('slope', detail || isChosen ? second : '');
    const label = [
      `${notation.words(weight)} = ${brief(value)}`,
      notation.weightPlace(weight),
      back ? `∂E/∂w = ${brief(gradient)}` : '',
      weight.free ? '' : t('weight.kept'),
    ];
    setAttribute(item.button, 'aria-label', speak(label));
    item.group.toggleAttribute('data-negative', value < 0);
    const line = item.shapes.line;
    if (line) setAttribute(line, 'stroke-width', (thickness(value) * layout.em).toFixed(2));
    mark(item, isChosen, isLit, lit.quiet);
    putLock(item, layout, { isKept: !weight.free, isSeen: isChosen || !weight.free });
  }
}

/**
 * The layers' names, the targets and the error.
 *
 * @param {Parts} parts
 * @param {Hand} hand
 */
function writeEnds(parts, { layout, watch, notation, lit }) {
  const { pass, sum } = watch.numbers;

  parts.heads.forEach((head, layer) => {
    const end = layout.roomForEnds && (layer === 0 || layer === watch.last);
    const named = layout.roomForWords || end;
    write(head, named ? notation.name(layer) : String(notation.number(layer)));
  });
  const reached = watch.now.kind !== 'forward' || watch.chosen.kind === 'weight';
  parts.targets.forEach((target, unit) => {
    write(target, pass ? `d = ${brief(pass.target[unit] ?? null)}` : '');
    target.toggleAttribute('data-quiet', lit.quiet && !lit.error);
  });
  const total = (pass ?? sum).error;
  const words = reached ? `E = ${brief(total)}` : '';
  write(parts.error, words);
  // Beside the unit where it fits, else as far to the right as can be.
  const atEdge = layout.narrow || words.length > FITS;
  setAttribute(parts.error, 'text-anchor', atEdge ? 'end' : 'start');
  const corner = layout.unit(watch.last, parts.targets.length - 1);
  const { radius, em } = layout;
  // A bias has two lines of numbers there.
  const lines = watch.session.info.bias ? 4.7 : 1.2;
  const below = radius + (layout.targetBelow ? 4.7 : lines) * em;
  const beside = parts.targets.length === 1 && !atEdge;
  place(parts.error, {
    x: atEdge ? layout.width - 2 : corner.x + radius + 0.75 * em,
    y: Math.min(layout.height - 2, corner.y + (beside ? 1.5 * em : below)),
  });
  parts.error.toggleAttribute('data-quiet', lit.quiet && !lit.error);
}

/**
 * The lock of a weight that is kept, and an open one at the chosen weight.
 *
 * @param {Item} item
 * @param {Layout} layout
 * @param {{ isKept: boolean, isSeen: boolean }} weight
 */
function putLock({ shapes, group }, { em }, { isKept, isSeen }) {
  if (!shapes.lock && !isSeen) return;
  if (!shapes.lock) {
    shapes.lock = makeLock();
    group.append(shapes.lock);
  }
  shapes.lock.toggleAttribute('hidden', !isSeen);
  group.toggleAttribute('data-kept', isKept);
  if (shapes.line) placeLock(shapes.lock, shapes.line, { isKept, isBias: shapes.dot !== undefined, em });
}

/**
 * @param {Item} item
 * @param {boolean} chosen
 * @param {boolean} lit
 * @param {boolean} quiet whether what is not lit is to be quiet
 */
function mark({ group, button }, chosen, lit, quiet) {
  setAttribute(button, 'aria-pressed', String(chosen));
  group.toggleAttribute('data-chosen', chosen);
  group.toggleAttribute('data-lit', lit);
  group.toggleAttribute('data-quiet', quiet && !lit && !chosen);
}

/**
 * @param {Chosen} a
 * @param {Chosen} b
 */
const same = (a, b) =>
  a.kind === 'unit' && b.kind === 'unit' && a.layer === b.layer && a.unit === b.unit;

/** @param {string[]} words of which some are empty */
const speak = (words) =>
  words.filter((word) => word !== '').join(t('chain.and')).replace(/\^/g, '');
