// The page's words. Keys stand literally where they are used: in the modules as t('key'), in
// index.html as data-t="key" (text) and data-t-label="key" (name of a control without text).

import { publish } from './frames.js';
import { prose } from './prose.js';
import { remember, remembered } from './storage.js';

/** @typedef {keyof typeof LANGUAGES} Language */
/** @typedef {keyof typeof import('../locales/ja.js').default} Key */
/** @typedef {Record<Key, string>} Words */
/** @typedef {{ title: string, text: string, captions: string[] }} LessonWords one caption a beat */

/** What each language is called, and its words: a reader needs one, and another perhaps later. */
const LANGUAGES = {
  ja: { name: '日本語', words: () => import('../locales/ja.js') },
  en: { name: 'EN', words: () => import('../locales/en.js') },
};
/** Steps, limits and other plain numbers in a sentence; all languages write them alike. */
const COUNTS = new Intl.NumberFormat('en', { maximumSignificantDigits: 6, useGrouping: 'min2' });
/** Whole ones to their last digit: a limit that is rounded is another limit. */
const WHOLE = new Intl.NumberFormat('en', { useGrouping: 'min2' });
/** From here on they are written in groups; smaller whole ones are as they are, and sooner written. */
const GROUPED = 10_000;
const STORED = 'downhill.language';

/** @type {Language} */
let current = chosen();
let wanted = current;
/** @type {Words} those of the present language, from the end of the first `speak` on */
let words;
/** @type {Record<string, LessonWords>} the lessons', by their names */
let lessons;

/** The language of the page at present. */
export const language = () => current;

/** The page's languages by name, in the order of their switch. */
export const languages = Object.entries(LANGUAGES).map(([code, { name }]) => ({
  code: /** @type {Language} */ (code),
  name,
}));

/** @param {Language} next */
export const fetchWords = (next) => LANGUAGES[next].words();

/**
 * Speaks a language as soon as its words are there, unless another one is asked for meanwhile.
 *
 * @param {Language} next
 */
export async function speak(next) {
  wanted = next;
  const table = await fetchWords(next);
  if (wanted !== next) return;
  words = table.default;
  lessons = table.lessons;
  current = next;
  translatePage();
  publish('words');
}

/** @param {Language} next what the reader wants, also when coming back */
export async function choose(next) {
  await speak(next);
  remember(STORED, current);
}

/**
 * @param {Key} key
 * @param {Record<string, string | number | boolean>} [values] for the places `{name}` in the text
 */
export function t(key, values = {}) {
  const text = words[key];
  // Most have no places.
  if (!text.includes('{')) return text;
  return text.replace(/\{(\w+)\}/g, (place, name) => {
    const value = values[name];
    return typeof value === 'number' ? count(value) : String(value ?? place);
  });
}

/** @param {number} value */
function count(value) {
  const isPlain = Number.isInteger(value) && value >= 0 && value < GROUPED;
  return isPlain ? String(value) : (Number.isSafeInteger(value) ? WHOLE : COUNTS).format(value);
}

/** @param {string} id */
export const lessonWords = (id) => lessons[id] ?? { title: id, text: '', captions: [] };

/** Writes the words of index.html in the present language. */
function translatePage() {
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
  const stored = remembered(STORED) ?? '';
  if (isSpoken(stored)) return stored;
  // The first of the browser's languages that the page speaks.
  const preferred = navigator.languages.map((tag) => tag.toLowerCase().split('-')[0] ?? '');
  return preferred.find(isSpoken) ?? 'en';
}

/**
 * @param {string} code
 * @returns {code is Language}
 */
function isSpoken(code) {
  return Object.hasOwn(LANGUAGES, code);
}
