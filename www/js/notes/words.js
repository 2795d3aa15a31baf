// The speaker's notes in the language that is spoken.

import { language } from '../locale.js';

/** @import { Language } from '../locale.js' */

/** @typedef {{ say: string, ask: string, answer: string }} Note what to say, what is asked, the answer */
/** @typedef {Record<string, Note[]>} Notes by the lessons' ids, one a beat */

/** @type {Record<Language, () => Promise<{ default: Notes }>>} */
const NOTES = {
  ja: () => import('../../lessons/notes/ja.js'),
  en: () => import('../../lessons/notes/en.js'),
};

/** @returns {Promise<Notes>} those of the present language */
export const fetchNotes = async () => (await NOTES[language()]()).default;
