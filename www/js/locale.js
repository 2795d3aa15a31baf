// The page's words. Keys stand literally where they are used: in the modules as t('key'), in
// index.html as data-t="key" (text) and data-t-label="key" (name of a control without text).

import en from '../locales/en.js';
import ja from '../locales/ja.js';
import { publish } from './frames.js';
import { prose } from './prose.js';
import { remember, remembered } from './storage.js';

/** @typedef {'ja' | 'en'} Language */
/** @typedef {keyof typeof ja} Key */

/** @type {Record<Language, Record<Key, string>>} */
const TABLES = { ja, en };
/** Steps, limits and other plain numbers in a sentence; both languages write them alike. */
const COUNTS = new Intl.NumberFormat('en', { maximumSignificantDigits: 6, useGrouping: 'min2' });
const STORED = 'downhill.language';

/** @type {Language} */
let current = chosen();

/** The language of the page at present. */
export const language = () => current;

/**
 * @param {Key} key
 * @param {Record<string, string | number | boolean>} [values] for the places `{name}` in the text
 */
export function t(key, values = {}) {
  return TABLES[current][key].replace(/\{(\w+)\}/g, (place, name) => {
    const value = values[name];
    return typeof value === 'number' ? COUNTS.format(value) : String(value ?? place);
  });
}

/** @param {Language} next */
export function setLanguage(next) {
  current = next;
  remember(STORED, next);
  translatePage();
  publish('words');
}

/** Writes the words of index.html in the present language. */
export function translatePage() {
  document.documentElement.lang = current;
  for (const element of document.querySelectorAll('[data-t]')) {
    element.replaceChildren(...prose(t(/** @type {Key} */ (element.getAttribute('data-t')))));
  }
  for (const element of document.querySelectorAll('[data-t-label]')) {
    const label = t(/** @type {Key} */ (element.getAttribute('data-t-label')));
    element.setAttribute('aria-label', label);
    if (element instanceof HTMLButtonElement) element.title = label;
  }
}

/** @returns {Language} */
function chosen() {
  const stored = remembered(STORED);
  if (stored === 'ja' || stored === 'en') return stored;
  // The first of the browser's languages that the page speaks.
  for (const preferred of navigator.languages) {
    const primary = preferred.toLowerCase().split('-')[0];
    if (primary === 'ja' || primary === 'en') return primary;
  }
  return 'en';
}
