// A table's text, from wherever it comes, and what is wrong with it in words.

import { read_table } from '../../pkg/downhill_web.js';
import { t } from '../locale.js';

/** @import { Table, TableRefusal } from '../../pkg/downhill_web.js' */
/** @import { Key } from '../locale.js' */
/** @import { Message } from './parts.js' */

/** @type {Record<string, Key>} */
const KINDS = {
  empty: 'table.empty',
  missing: 'table.missing',
  'not-a-number': 'table.not-a-number',
  'other-mark': 'table.other-mark',
  width: 'table.width',
  quote: 'table.quote',
  'too-many-rows': 'table.too-many-rows',
  'too-many-columns': 'table.too-many-columns',
};

/**
 * @param {string} text
 * @param {Message} message says what is wrong
 * @returns {Table | null} null where it cannot be read
 */
export function readTable(text, message) {
  try {
    return read_table(text);
  } catch (thrown) {
    if (!isTableRefusal(thrown)) throw thrown;
    message.set(() => words(thrown));
    return null;
  }
}

/**
 * The text of a file as spreadsheets write it: UTF-8, or UTF-16 with its mark, or else Shift_JIS.
 *
 * @param {File} file
 */
export async function readFile(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis').decode(bytes);
  }
}

/**
 * @param {unknown} thrown
 * @returns {thrown is TableRefusal}
 */
const isTableRefusal = (thrown) =>
  typeof thrown === 'object' && thrown !== null && 'line' in thrown && 'column' in thrown;

/** @param {TableRefusal} refusal */
function words({ kind, line, column, values }) {
  const key = KINDS[kind];
  return t('table.place', { line, column, words: key ? t(key, values) : kind });
}
