// The questions of the lessons: starts, and their words in the language that is spoken.

import starts from '../../lessons/questions/starts.js';
import { language } from '../locale.js';

/** @import { Language } from '../locale.js' */

/** @typedef {'convergence' | 'fates'} Choices */
/** @typedef {{ ask: string, why: string }} QuestionWords */
/** @typedef {{ document: object, choices: Choices }} Question */

/** @typedef {Record<string, QuestionWords[]>} Words by the lessons' ids */

/** @type {Record<Language, () => Promise<{ default: Words }>>} */
const WORDS = {
  ja: () => import('../../lessons/questions/ja.js'),
  en: () => import('../../lessons/questions/en.js'),
};

const all = /** @type {Record<string, Question[]>} */ (/** @type {unknown} */ (starts));

/** @type {Words} */
let words = {};

/** Fetches the words of the present language. */
export async function fetchQuestionWords() {
  words = (await WORDS[language()]()).default;
}

/**
 * @param {string} lesson its id
 * @returns {Question[]}
 */
export const questionsOf = (lesson) => all[lesson] ?? [];

/**
 * @param {string} lesson its id
 * @param {number} index of the question
 */
export const questionWords = (lesson, index) => words[lesson]?.[index] ?? { ask: '', why: '' };
