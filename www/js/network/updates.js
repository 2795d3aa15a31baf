// The update of a weight by each rule: in symbols, then with the present numbers, then what it comes to.

import {
  chosen,
  fraction,
  hat,
  operator,
  parenthesis,
  root,
  row,
  shortFactor,
  shortNumber,
  superscript,
  symbol,
  value,
  variable,
} from '../mathml.js';

/** @import { PresentRule, RuleKey, RuleName, WeightUpdate } from '../../pkg/downhill_web.js' */

/**
 * What an update is written with.
 *
 * @typedef {object} Terms
 * @property {() => Node} w the weight's symbol
 * @property {() => Node} slope ∂E/∂w
 * @property {number} before the weight before it
 * @property {number} gradient
 * @property {number} rate
 * @property {WeightUpdate} update
 * @property {(key: RuleKey) => number} setting
 */

/**
 * A left-hand side with right-hand sides below each other.
 *
 * @typedef {[Node, ...Node[]]} Chain
 */

const minus = () => operator('−');
const plus = () => operator('+');
const times = () => operator('×');
const epsilon = () => variable('ε');

/** @param {number | undefined} number */
const factor = (number) => shortFactor(number ?? null);

/** @param {number | undefined} number */
const short = (number) => shortNumber(number ?? null);

/** @param {Node} inner */
const square = (inner) => superscript(inner, value('2'));

/** @param {number} number a square is never negative, what is squared may be */
const squared = (number) => square(number < 0 ? shortFactor(number) : shortNumber(number));

/** @param {number} share 1 − β, without the rounding of the difference */
const rest = (share) => chosen(Number((1 - share).toPrecision(12)));

/**
 * A running mean: β m + (1 − β) what is new.
 *
 * @param {string} letter
 * @param {string} greek
 * @param {number} share
 * @param {number | undefined} before
 * @param {Node} added in symbols
 * @param {Node} number the same as a number
 * @param {number | undefined} after
 * @returns {Chain}
 */
const mean = (letter, greek, share, before, added, number, after) => [
  symbol(letter, 'new'),
  row(
    variable(greek),
    variable(letter),
    plus(),
    parenthesis('('),
    value('1'),
    minus(),
    variable(greek),
    parenthesis(')'),
    added,
  ),
  row(chosen(share), times(), factor(before), plus(), rest(share), times(), number),
  short(after),
];

/** @type {Record<RuleName, (terms: Terms) => { state: Chain[], step: Node, numbers: Node }>} */
const RULES = {
  'steepest-descent': ({ slope, rate, gradient, w, before }) => ({
    state: [],
    step: row(w(), minus(), epsilon(), slope()),
    numbers: row(short(before), minus(), chosen(rate), times(), factor(gradient)),
  }),
  momentum: ({ slope, rate, gradient, w, before, update, setting }) => {
    const mu = setting('momentum');
    const v = update.after[0];
    return {
      state: [
        [
          symbol('v', 'new'),
          row(variable('μ'), variable('v'), minus(), epsilon(), slope()),
          row(chosen(mu), times(), factor(update.before[0]), minus(), chosen(rate), times(), factor(gradient)),
          short(v),
        ],
      ],
      step: row(w(), plus(), symbol('v', 'new')),
      numbers: row(short(before), plus(), factor(v)),
    };
  },
  adagrad: (terms) => ({
    state: [
      [
        symbol('s', 'new'),
        row(variable('s'), plus(), square(row(parenthesis('('), terms.slope(), parenthesis(')')))),
        row(short(terms.update.before[0]), plus(), squared(terms.gradient)),
        short(terms.update.after[0]),
      ],
    ],
    ...scaled(terms),
  }),
  rmsprop: (terms) => ({
    state: [
      mean(
        's',
        'ρ',
        terms.setting('decay'),
        terms.update.before[0],
        square(row(parenthesis('('), terms.slope(), parenthesis(')'))),
        squared(terms.gradient),
        terms.update.after[0],
      ),
    ],
    ...scaled(terms),
  }),
  adam: ({ slope, rate, gradient, w, before, update, setting }) => {
    const [m = 0, s = 0, wholeM = 1, wholeS = 1] = update.after;
    const [mHat, sHat] = [m / wholeM, s / wholeS];
    /** @type {(letter: string, mean: number, whole: number) => Chain} */
    const corrected = (letter, mean, whole) => [
      hat(variable(letter)),
      fraction(short(mean), short(whole)),
      short(mean / whole),
    ];
    return {
      state: [
        mean('m', 'β₁', setting('beta1'), update.before[0], slope(), factor(gradient), m),
        mean(
          's',
          'β₂',
          setting('beta2'),
          update.before[1],
          square(row(parenthesis('('), slope(), parenthesis(')'))),
          squared(gradient),
          s,
        ),
        corrected('m', m, wholeM),
        corrected('s', s, wholeS),
      ],
      step: row(w(), minus(), epsilon(), fraction(hat(variable('m')), root(hat(variable('s'))))),
      numbers: row(short(before), minus(), chosen(rate), times(), fraction(short(mHat), root(short(sHat)))),
    };
  },
};

/**
 * The slope over the root of what its squares have come to.
 *
 * @param {Terms} terms
 */
function scaled({ slope, rate, gradient, w, before, update }) {
  // The 10⁻⁸ beside a root, which keep it from 0, are not written.
  const below = root(symbol('s', 'new'));
  const numbers = fraction(short(gradient), root(short(update.after[0])));
  return {
    step: row(w(), minus(), epsilon(), fraction(slope(), below)),
    numbers: row(short(before), minus(), chosen(rate), times(), numbers),
  };
}

/**
 * The state's new values, and then the weight's.
 *
 * @param {PresentRule} rule
 * @param {Omit<Terms, 'setting'> & { left: Node, after: number | null }} terms
 * @returns {Chain[]}
 */
export function updateChains({ name, settings }, terms) {
  const setting = (/** @type {RuleKey} */ key) => settings.find((each) => each.key === key)?.value ?? 0;
  const { state, step, numbers } = RULES[name]({ ...terms, setting });
  return [...state, [terms.left, step, numbers, shortNumber(terms.after)]];
}
