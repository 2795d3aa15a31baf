// What went wrong, in the words of the page's language. Nothing else on the page is touched.

import { byId, setText } from './dom.js';
import { on } from './frames.js';
import { t } from './locale.js';

/** @import { Problem } from '../pkg/downhill_web.js' */
/** @import { Key } from './locale.js' */

/** @type {Record<string, Key>} */
const KINDS = {
  syntax: 'problem.syntax',
  'unknown-key': 'problem.unknown-key',
  'duplicate-key': 'problem.duplicate-key',
  missing: 'problem.missing',
  'exactly-one': 'problem.exactly-one',
  'not-whole': 'problem.not-whole',
  'not-one-of': 'problem.not-one-of',
  repeated: 'problem.repeated',
  'empty-range': 'problem.empty-range',
  'too-large': 'problem.too-large',
  drawing: 'problem.drawing',
};

/**
 * What the laboratory calls the types of a document's values.
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
};

/** @type {(() => string) | null} */
let shown = null;

/**
 * Whether something thrown is the laboratory's refusal, and not a failure of the program.
 *
 * @param {unknown} thrown
 * @returns {thrown is Problem}
 */
export function isProblem(thrown) {
  return typeof thrown === 'object' && thrown !== null && 'kind' in thrown && 'place' in thrown;
}

/**
 * @param {Problem} problem
 * @returns {string} a sentence
 */
export function words(problem) {
  const { kind, values, message } = problem;
  switch (kind) {
    case 'out-of-range':
      // What is not finite comes as a word, and an end that bounds nothing is left out.
      if (typeof values.found === 'string' || values.least === undefined) {
        return t('problem.not-finite');
      }
      if (values.greatest === undefined) return t('problem.not-positive', values);
      return t('problem.out-of-range', values);
    case 'count':
      return values.least === values.greatest
        ? t('problem.count', values)
        : t('problem.count-range', values);
    case 'wrong-type':
      return t('problem.wrong-type', {
        expected: typeName(values.expected),
        found: typeName(values.found),
      });
    default: {
      const key = KINDS[kind];
      return key ? t(key, values) : message;
    }
  }
}

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
    if (!isProblem(thrown)) throw thrown;
    tell(() => t('notice.refused', { place: thrown.place, words: words(thrown) }));
    return false;
  }
}

/** @param {() => string} message in the language that is spoken when it is read */
export function tell(message) {
  shown = message;
  render();
}

function render() {
  byId('notice', HTMLElement).hidden = shown === null;
  setText(byId('notice-text', HTMLElement), shown?.() ?? '');
}

export function mountNotice() {
  const dismiss = () => {
    shown = null;
    render();
  };
  byId('notice-close', HTMLButtonElement).addEventListener('click', dismiss);
  byId('notice', HTMLElement).addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    dismiss();
  });
  on(['words'], render);
  // A failure of the program itself: the computation cannot be trusted to go on.
  /** @param {unknown} thrown */
  const fail = (thrown) => {
    // A browser's own warnings come without anything thrown.
    if (thrown) tell(() => (isProblem(thrown) ? words(thrown) : t('notice.failed')));
  };
  addEventListener('error', ({ error }) => fail(error));
  addEventListener('unhandledrejection', ({ reason }) => fail(reason));
}
