// What went wrong, in the words of the page's language. Nothing else on the page is touched.

import { byId, setText } from './dom.js';
import { on } from './frames.js';
import { t } from './locale.js';

/** @import { Refusal } from '../pkg/downhill_web.js' */
/** @import { Key } from './locale.js' */

/** @type {Record<string, Key>} */
const KINDS = {
  'unknown-key': 'refusal.unknown-key',
  'duplicate-key': 'refusal.duplicate-key',
  missing: 'refusal.missing',
  'exactly-one': 'refusal.exactly-one',
  'not-whole': 'refusal.not-whole',
  'not-one-of': 'refusal.not-one-of',
  repeated: 'refusal.repeated',
  'empty-range': 'refusal.empty-range',
  'narrow-range': 'refusal.narrow-range',
  drawing: 'refusal.drawing',
  later: 'link.later',
  'too-long': 'link.too-long',
};

/**
 * What the laboratory calls the types of a document's values, and what may be too large.
 *
 * @type {Record<string, Key>}
 */
const TYPES = {
  null: 'type.null',
  'true or false': 'type.boolean',
  'a number': 'type.number',
  'a text': 'type.text',
  'a list': 'type.list',
  'an object': 'type.object',
  'a name': 'type.name',
  'an experiment': 'type.experiment',
  nothing: 'type.nothing',
  'a scheme, its scale and a seed': 'type.draw',
  'deeper nesting than in any experiment': 'type.deeper',
  'more than any experiment has': 'type.more',
  'weights × steps': 'size.name.record',
  'weights × samples × steps': 'size.name.work',
};

/** The greatest number below 1, which is written as 1. */
const BELOW_ONE = 1 - Number.EPSILON / 2;

/** @type {(() => string) | null} */
let shown = null;
/** Whether what is shown stays, and nothing else is told. */
let isLast = false;

/**
 * Whether something thrown is the laboratory's refusal, and not a failure of the program.
 *
 * @param {unknown} thrown
 * @returns {thrown is Refusal}
 */
export function isRefusal(thrown) {
  return typeof thrown === 'object' && thrown !== null && 'kind' in thrown && 'place' in thrown;
}

/**
 * @param {Refusal} refusal
 * @returns {string} a sentence
 */
export function words(refusal) {
  const { kind, values, message } = refusal;
  switch (kind) {
    case 'out-of-range':
      // What is not finite comes as a word, and an end that bounds nothing is left out.
      if (typeof values.found === 'string' || values.least === undefined) {
        return t('refusal.not-finite');
      }
      if (values.greatest === undefined) return t('refusal.not-positive', values);
      if (values.greatest === BELOW_ONE) return t('refusal.below-one', values);
      return t('refusal.out-of-range', values);
    case 'count': {
      const basis = t(/** @type {Key} */ (`basis.${values.basis}`), values);
      const key = values.least === values.greatest ? 'refusal.count' : 'refusal.count-range';
      return t(key, { ...values, basis });
    }
    case 'too-large':
      return t('refusal.too-large', { ...values, what: typeName(values.what) });
    case 'wrong-type':
      return t('refusal.wrong-type', {
        expected: typeName(values.expected),
        found: typeName(values.found),
      });
    default: {
      const key = KINDS[kind];
      return key ? t(key, values) : message;
    }
  }
}

/**
 * @param {Refusal} refusal
 * @returns {string} the same, with its place where it has one
 */
export const told = (refusal) =>
  refusal.place ? t('notice.refused', { place: refusal.place, words: words(refusal) }) : words(refusal);

/** @param {unknown} type */
function typeName(type) {
  const key = TYPES[String(type)];
  return key ? t(key) : String(type);
}

/**
 * Does something that the laboratory may refuse; a refusal is shown.
 *
 * @param {() => void} action
 * @returns {boolean} whether it was done
 */
export function attempt(action) {
  try {
    action();
    return true;
  } catch (thrown) {
    if (!isRefusal(thrown)) throw thrown;
    tell(() => told(thrown));
    return false;
  }
}

/** @param {() => string} message in the language that is spoken when it is read */
export function tell(message) {
  if (isLast) return;
  shown = message;
  render();
}

/**
 * Takes a message back that no longer holds.
 *
 * @param {() => string} message
 */
export function takeBack(message) {
  if (shown !== message) return;
  shown = null;
  render();
}

/**
 * The last that the page has to say.
 *
 * @param {() => string} message
 */
export function tellLast(message) {
  tell(message);
  isLast = true;
  byId('notice-close', HTMLButtonElement).hidden = true;
}

function render() {
  byId('notice', HTMLElement).hidden = shown === null;
  setText(byId('notice-text', HTMLElement), shown?.() ?? '');
}

export function mountNotice() {
  const dismiss = () => {
    if (isLast) return;
    shown = null;
    render();
  };
  byId('notice-close', HTMLButtonElement).addEventListener('click', dismiss);
  // Wherever the focus is: who gives a lecture has no hand at the mouse.
  addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || shown === null) return;
    // A panel that lies over it is closed first.
    if (document.querySelector('dialog[open]')) return;
    event.preventDefault();
    dismiss();
  });
  on(['words'], render);
}
