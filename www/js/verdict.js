// How the run ended, and why: the name, a sentence, the lecture's line at a standstill, the numbers.

import { isDark } from './appearance.js';
import { byId, element, setAttribute, setText, showNumber } from './dom.js';
import { on } from './frames.js';
import { language, t } from './locale.js';
import {
  activationSlope,
  math,
  norm,
  number,
  operator,
  raised,
  slope,
  subscript,
  value,
  variable,
  weight,
} from './mathml.js';
import { format } from './numbers.js';
import { Notation } from './network/notation.js';
import { prose } from './prose.js';
import { palette } from '../pkg/downhill_web.js';

/** @import { Key } from './locale.js' */
/** @import { Session } from './session.js' */
/** @import { Watch } from './network/watch.js' */
/** @import { Verdict, VerdictKind } from '../pkg/downhill_web.js' */

/** @type {Record<VerdictKind, { name: Key, sentence: Key }>} */
const WORDS = {
  converged: { name: 'verdict.converged', sentence: 'verdict.converged.sentence' },
  'local-minimum': { name: 'verdict.local-minimum', sentence: 'verdict.local-minimum.sentence' },
  'vanishing-gradient': {
    name: 'verdict.vanishing-gradient',
    sentence: 'verdict.vanishing-gradient.sentence',
  },
  'still-descending': {
    name: 'verdict.still-descending',
    sentence: 'verdict.still-descending.sentence',
  },
  saddle: { name: 'verdict.saddle', sentence: 'verdict.saddle.sentence' },
  oscillating: { name: 'verdict.oscillating', sentence: 'verdict.oscillating.sentence' },
  diverged: { name: 'verdict.diverged', sentence: 'verdict.diverged.sentence' },
};

/** Verdicts of runs that stand still although the error is not the best one. */
const STANDSTILLS = new Set(['local-minimum', 'vanishing-gradient', 'saddle']);

/** A screen reader hears a verdict when it has stood for this long, in milliseconds. */
const SETTLED = 600;

/** A Newton step below this means: at the bottom. */
const NEAR = 0.1;

/** From here on ε λ_max is near enough to 2 to be worth showing. */
const MATTERS = 1.5;

/** More eigenvalues than this are told by the smallest and the largest. */
const LISTED = 3;

/**
 * @param {VerdictKind} kind
 * @returns {string} its name in the present language
 */
export const kindName = (kind) => t(WORDS[kind].name);

/**
 * @param {Verdict | undefined} verdict
 * @returns {string} its name in the present language
 */
export const verdictName = (verdict) =>
  verdict ? kindName(verdict.kind) : t('verdict.computing');

/**
 * @param {Session} session
 * @param {Watch} watch
 */
export function mountVerdict(session, watch) {
  const main = byId('main', HTMLElement);
  const panel = byId('verdict', HTMLElement);
  const name = byId('verdict-name', HTMLElement);
  const sentence = byId('verdict-sentence', HTMLElement);
  const live = byId('verdict-live', HTMLElement);
  const mark = byId('verdict-mark', SVGPathElement);
  const standstill = new Standstill();
  const evidence = new Evidence(byId('evidence-rows', HTMLElement), new Notation(watch));
  const why = byId('evidence-why', HTMLElement);
  const cause = byId('show-cause', HTMLButtonElement);
  cause.addEventListener('click', () => {
    const smallest = session.verdict?.smallest_slope;
    if (!smallest) return;
    session.show(Infinity);
    watch.look(smallest);
    byId('network', HTMLElement).scrollIntoView({ block: 'nearest' });
  });
  /** @type {number | undefined} */
  let settling;

  on(['lesson', 'run', 'axes', 'watch', 'words', 'view'], () => {
    const { verdict } = session;
    setAttribute(panel, 'data-verdict', verdict?.kind ?? 'computing');
    // While a long run is computed the last verdict's numbers stay, dimmed, so that nothing jumps.
    setText(name, verdictName(verdict));
    setText(sentence, verdict ? t(WORDS[verdict.kind].sentence) : t('verdict.computing.sentence'));
    clearTimeout(settling);
    settling = setTimeout(() => setText(live, `${name.textContent} ${sentence.textContent}`), SETTLED);
    if (!verdict) return;
    const look = palette(isDark()).verdicts[verdict.kind];
    main.style.setProperty('--verdict', look.color);
    setAttribute(mark, 'd', look.path);
    standstill.show(verdict, session.info.view.length === 1 ? session.info.view[0]?.name : 'w');
    evidence.show(verdict);
    const words = reason(verdict, evidence.place(verdict));
    if (why.dataset.words !== words) {
      why.dataset.words = words;
      why.replaceChildren(...prose(words));
    }
    cause.hidden = verdict.kind !== 'vanishing-gradient' || !verdict.smallest_slope;
  });
}

/** ∂E/∂w = 0 ∴ w_new = w_old, and yet there is an error. */
class Standstill {
  #box = byId('standstill', HTMLElement);
  #equation = byId('standstill-equation', HTMLElement);
  #still = byId('standstill-error', HTMLElement);
  #key = '';

  /**
   * @param {Verdict} verdict
   * @param {string} [name] of the weight
   */
  show(verdict, name = 'w') {
    this.#box.hidden = !STANDSTILLS.has(verdict.kind);
    if (this.#box.hidden) return;
    // Honest signs: only a gradient that is exactly zero makes an equation.
    const sign = verdict.gradient_norm === 0 ? '=' : '≈';
    const key = `${name} ${sign} ${format(verdict.error)} ${language()}`;
    if (key === this.#key) return;
    this.#key = key;
    const [before = '', after = ''] = t('standstill.error').split('{error}');
    const error = math(variable('E'), operator('='), number(verdict.error));
    this.#still.replaceChildren(before, error, after);
    this.#equation.replaceChildren(
      math(slope(name), operator(sign), value('0')),
      math(operator('∴')),
      math(weight(name, 'new'), operator(sign), weight(name, 'old')),
    );
  }
}

/** A share as a percentage. */
const PERCENT = new Intl.NumberFormat('en', { style: 'percent', maximumSignificantDigits: 3 });

/**
 * Why the verdict is what it is, with its numbers and the thresholds.
 *
 * @param {Verdict} verdict
 * @param {string} place of the smallest factor
 * @returns {string} sentences with formulas between backticks
 */
function reason(verdict, place) {
  const { kind, swing, smallest_slope: cause } = verdict;
  const values = {
    error: format(verdict.error),
    best: format(verdict.best_error),
    goal: format(verdict.goal),
    gradient: format(verdict.gradient_norm, 3),
    newton: format(verdict.newton, 3),
    smallest: format(verdict.eigenvalues?.[0] ?? null, 3),
    growth: format(verdict.nudge_growth, 3),
    steps: verdict.steps,
    left: PERCENT.format(verdict.descent_left ?? 0),
    pairs: swing?.pairs ?? 0,
    turning: PERCENT.format(swing?.turning_back ?? 0),
    fall: PERCENT.format(swing?.fall ?? 0),
    curvature: format(verdict.rate_curvature, 4),
    slope: format(cause?.slope ?? null, 3),
    place,
    greatest: format(cause?.greatest_slope ?? null, 3),
  };
  switch (kind) {
    case 'converged':
      return t('why.converged', values);
    case 'local-minimum':
      return t('why.local-minimum', values);
    case 'vanishing-gradient': {
      const far = (verdict.newton ?? 0) >= NEAR;
      const stands = far ? t('why.vanishing-gradient', values) : t('why.saturated', values);
      return cause ? `${stands}${t('why.cause', values)}` : stands;
    }
    case 'still-descending':
      return t('why.still-descending', values);
    case 'saddle':
      return t('why.saddle', values);
    case 'oscillating':
      return t('why.oscillating', values);
    default:
      return t('why.diverged', values);
  }
}

/** The numbers that a verdict rests on, a row each. */
class Evidence {
  /**
   * @param {HTMLElement} list
   * @param {Notation} notation
   */
  constructor(list, notation) {
    this.notation = notation;
    /** @param {...Node} symbol */
    const add = (...symbol) => new Row(list, math(...symbol));
    this.error = add(variable('E'));
    this.best = add(variable('E'), raised('*'));
    this.goal = add(variable('E'), operator('≤'));
    this.gradient = add(norm());
    this.newton = add(operator('|'), variable('c'), operator('/'), variable('λ'), operator('|'));
    this.eigenvalues = add(variable('λ'));
    this.left = add();
    this.stability = add(variable('ε'), subscript(variable('λ'), variable('max')));
    this.slope = add(activationSlope());
  }

  /** @param {Verdict} verdict */
  show(verdict) {
    const { kind, smallest_slope: slope } = verdict;
    this.error.show(t('evidence.error'), verdict.error ?? Infinity);
    this.best.show(t('evidence.best'), verdict.best_error);
    this.goal.show(t('evidence.goal'), verdict.goal);
    this.gradient.show(t('evidence.gradient'), verdict.gradient_norm ?? Infinity);

    const left = kind === 'still-descending' ? verdict.descent_left : null;
    this.left.show(t('evidence.left'), left, t('evidence.left.note'));

    const stands = STANDSTILLS.has(kind);
    const near = (verdict.newton ?? 0) < NEAR;
    const distance = near ? t('evidence.newton.near') : t('evidence.newton.far');
    this.newton.show(t('evidence.newton'), stands ? verdict.newton : null, distance);

    const flat = kind === 'converged' && (verdict.flat_directions ?? 0) > 0;
    const spectrum = stands || flat ? verdict.eigenvalues : null;
    const shape = flat ? t('evidence.eigenvalues.flat') : '';
    this.eigenvalues.show(t('evidence.eigenvalues'), spectrum, shape);

    const matters = kind === 'oscillating' || (verdict.rate_curvature ?? 0) >= MATTERS;
    const stability = matters ? verdict.rate_curvature : null;
    this.stability.show(t('evidence.stability'), stability, t('evidence.stability.limit'));

    const cause = kind === 'vanishing-gradient' && slope ? slope.slope : null;
    this.slope.show(t('evidence.slope'), cause, this.place(verdict));
  }

  /**
   * @param {Verdict} verdict
   * @returns {string} where its smallest factor is
   */
  place({ smallest_slope: slope }) {
    if (!slope) return '';
    const unit = this.notation.unitName(slope.layer, slope.unit);
    return t('evidence.slope.place', { unit, sample: slope.sample + 1 });
  }
}

class Row {
  #box;
  #label = element('span', 'row-label');
  #value = element('dd', 'row-value');
  #note = element('dd', 'row-note');

  /**
   * @param {HTMLElement} list
   * @param {Element} symbol
   */
  constructor(list, symbol) {
    const term = element('dt', 'row-term', element('span', 'row-symbol', symbol), this.#label);
    this.#box = element('div', 'row', term, this.#value, this.#note);
    list.append(this.#box);
  }

  /**
   * @param {string} label
   * @param {number | number[] | null} value null where it says nothing about this verdict
   * @param {string} [note]
   */
  show(label, value, note = '') {
    this.#box.hidden = value === null;
    if (value === null) return;
    setText(this.#label, label);
    showNumber(this.#value, typeof value === 'number' ? format(value) : spectrum(value));
    setText(this.#note, note);
    this.#note.hidden = note === '';
  }
}

/** @param {number[]} eigenvalues */
function spectrum(eigenvalues) {
  if (eigenvalues.length <= LISTED) return eigenvalues.map((value) => format(value, 3)).join(', ');
  const smallest = format(Math.min(...eigenvalues), 3);
  const largest = format(Math.max(...eigenvalues), 3);
  return t('evidence.spectrum', { count: eigenvalues.length, smallest, largest });
}
