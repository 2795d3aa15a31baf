// The line between the page and the window of the speaker's notes, and what goes over it.

/** @import { VerdictKind } from '../../pkg/downhill_web.js' */
/** @import { Asked } from '../guess/kept.js' */
/** @import { Language } from '../locale.js' */

/**
 * A beat: its lesson by id and by number, and its index, or -1 before the first.
 *
 * @typedef {{ lesson: string, number: number, beat: number }} Place
 */

/**
 * What the page says: where it stands, and how it looks.
 *
 * @typedef {object} Told
 * @property {Place} at
 * @property {number} count of the lesson's beats
 * @property {Place | undefined} next
 * @property {Asked | undefined} asked what the class guesses at
 * @property {VerdictKind | undefined} ends how the run ends, where the class guesses
 * @property {Language} language
 * @property {string} theme
 */

/**
 * What the notes ask of the page.
 *
 * @typedef {'where' | 'forward' | 'back' | 'play' | 'black'} Wish
 */

/**
 * `told`: undefined when the page is closed.
 *
 * @typedef {{ from: 'page', told: Told | undefined } | { from: 'notes', wish: Wish }} Message
 */

/**
 * @param {string} line its name
 * @param {(message: Message) => void} hear
 * @returns {(message: Message) => void} what says something
 */
export function openLine(line, hear) {
  const channel = new BroadcastChannel(`downhill.notes.${line}`);
  channel.addEventListener('message', ({ data }) => hear(/** @type {Message} */ (data)));
  return (message) => channel.postMessage(message);
}
