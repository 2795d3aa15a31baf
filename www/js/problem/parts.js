// Small parts of this tab. All words are written anew when the language changes.

import { element, setText } from '../dom.js';
import { on } from '../frames.js';
import { t } from '../locale.js';
import { isRefusal, words } from '../notice.js';
import { showProse } from '../prose.js';

/** @import { Key } from '../locale.js' */

/**
 * A section with its heading.
 *
 * @param {string} name of its class
 * @param {() => string} heading
 * @param {...Node} parts
 */
export function part(name, heading, ...parts) {
  const title = element('h3', '');
  title.id = `problem-${name}`;
  say(title, heading);
  const made = element('section', `part ${name}`, title, ...parts);
  made.setAttribute('aria-labelledby', title.id);
  return made;
}

/**
 * Words of an element, in whatever language.
 *
 * @param {HTMLElement} element
 * @param {() => string} words
 */
export function say(element, words) {
  on(['words'], () => setText(element, words()));
  setText(element, words());
}

/**
 * @param {string} id
 * @param {() => string} words
 * @param {() => void} press
 */
export function button(id, words, press) {
  const made = element('button', 'plain');
  made.id = id;
  made.type = 'button';
  say(made, words);
  made.addEventListener('click', press);
  return made;
}

/**
 * Buttons for one thing, which is named before them.
 *
 * @param {() => string} name
 * @param {HTMLElement[]} buttons
 */
export function group(name, buttons) {
  const label = element('span', '');
  say(label, name);
  const made = element('span', 'tool-group', label, ...buttons);
  made.setAttribute('role', 'group');
  on(['words'], () => made.setAttribute('aria-label', name()));
  made.setAttribute('aria-label', name());
  return made;
}

/**
 * A control with its name.
 *
 * @param {() => string} name
 * @param {HTMLElement} control
 */
export function field(name, control) {
  const label = element('span', '');
  say(label, name);
  return element('label', 'field', label, control);
}

/**
 * A list to choose from, named in the present language.
 *
 * @param {readonly string[]} values
 * @param {(value: string) => string} words
 * @param {(value: string) => void} choose
 */
export function chooser(values, words, choose) {
  const made = element('select', '');
  for (const value of values) {
    const option = element('option', '', words(value));
    option.value = value;
    made.append(option);
  }
  made.addEventListener('change', () => choose(made.value));
  return made;
}

/** What is wrong, below what it is wrong with. */
export class Message {
  /** @type {(() => string) | null} */
  #words = null;

  /** @param {string} id */
  constructor(id) {
    this.element = element('p', 'part-error');
    this.element.id = id;
    this.element.setAttribute('role', 'status');
    on(['words'], () => this.#show());
  }

  /** @param {(() => string) | null} words */
  set(words) {
    this.#words = words;
    this.#show();
  }

  /**
   * Does something that the laboratory may refuse, and says so.
   *
   * @param {() => void} action
   * @returns {boolean} whether it was done
   */
  attempt(action) {
    try {
      action();
      this.set(null);
      return true;
    } catch (thrown) {
      if (!isRefusal(thrown)) throw thrown;
      this.set(() => refusal(thrown));
      return false;
    }
  }

  #show() {
    showProse(this.element, this.#words?.() ?? '');
  }
}

/**
 * Places in a document, as the page calls them.
 *
 * @type {[RegExp, Key][]}
 */
const PLACES = [
  [/^layers/, 'problem.place.layers'],
  [/^(inputs|targets)/, 'problem.data'],
  [/^(weights|free)/, 'problem.weights'],
  [/^init/, 'problem.initial'],
  [/^steps$/, 'settings.steps'],
];

/** @param {import('../../pkg/downhill_web.js').Refusal} thrown */
function refusal(thrown) {
  const named = PLACES.find(([place]) => place.test(thrown.place));
  const place = named ? t(named[1]) : thrown.place;
  return t('notice.refused', { place, words: words(thrown) });
}
