// The address says the whole state of the page behind its #, and is written anew whenever something has
// changed and rests. The browser's back and forward, therefore, are undo and redo.

import { whenOver } from '../fault.js';
import { busyWhile, on } from '../frames.js';
import { isLaboratoryComplete } from '../laboratory.js';
import { t } from '../locale.js';
import { isRefusal, tell, told } from '../notice.js';
import { isFramed } from './frame.js';
import { lookOf } from './look.js';
import { Damage } from './packed.js';
import { FIRST, takeUp, wished, written } from './state.js';

/** @import { Watch } from '../network/watch.js' */
/** @import { Wish } from './state.js' */

/** How long nothing has to change, in milliseconds: a drag does not wait for it. */
const CALM = 250;

/** What stands behind the #. */
const present = () => location.hash.slice(1);

/**
 * What the address asks for when the page is opened. Where it is broken, the page as without one, and
 * why.
 *
 * @returns {Promise<{ wish: Wish, wrong?: unknown }>}
 */
export async function addressed() {
  try {
    return { wish: await wished(present()) };
  } catch (wrong) {
    return { wish: await wished(''), wrong };
  }
}

/**
 * Shows what the address asks for, now and later, and keeps it up to date.
 *
 * @param {Watch} watch
 * @param {{ wish: Wish, wrong?: unknown }} asked
 */
export function mountAddress(watch, asked) {
  /** @type {{ text: string, kind: string } | undefined} what stands in the address, as it was written */
  let known;
  /** What was last read or written, and is not to be read again. */
  let heard = present();
  /** @type {Wish | undefined} whose lesson is not yet there */
  let wish;
  let timer = 0;
  /** Of what is under way, only the last counts. */
  let turn = 0;
  let isOver = false;
  /** A drag that rests is written, and goes on: all of it is one step. */
  let gesture = 0;
  let isDown = false;
  /** @type {number | undefined} the drag that a step in the history was made for */
  let step;

  const write = async () => {
    clearTimeout(timer);
    const mine = ++turn;
    const next = await written(watch);
    if (mine !== turn || isOver) return;
    // In a frame the history is that of the page around it, and takes no steps of this one.
    const isStep = known !== undefined && next.kind !== known.kind && !isFramed;
    const url = next.text === FIRST ? location.pathname + location.search : `#${next.text}`;
    try {
      if (known?.text === next.text) return;
      if (isStep && gesture !== step) {
        history.pushState(null, '', url);
        step = isDown ? gesture : undefined;
      } else history.replaceState(null, '', url);
    } catch {
      // Browsers allow an address so many letters, and so many changes a second: the next one counts.
      return;
    }
    known = next;
    heard = present();
  };

  /** @param {Wish} asked */
  const take = (asked) => {
    wish = asked;
    known = undefined;
    step = undefined;
    takeUp(watch, asked);
  };
  /** @param {unknown} wrong */
  const refuse = (wrong) => tell(() => t('link.refused', { words: reason(wrong) }));

  const read = async () => {
    const text = present();
    if (text === heard || isOver) return;
    heard = text;
    clearTimeout(timer);
    const mine = ++turn;
    try {
      const found = await wished(text);
      if (mine === turn) take(found);
    } catch (wrong) {
      if (mine !== turn) return;
      refuse(wrong);
      // Who loads the page again has what is shown.
      known = undefined;
      write();
    }
  };

  take(asked.wish);
  if (asked.wrong !== undefined) refuse(asked.wrong);
  for (const event of ['popstate', 'hashchange']) addEventListener(event, () => busyWhile(read()));
  for (const event of ['pointerdown', 'keydown']) {
    addEventListener(event, () => {
      gesture += 1;
      isDown = event === 'pointerdown';
    }, true);
  }
  for (const event of ['pointerup', 'pointercancel']) {
    addEventListener(event, () => {
      isDown = false;
    }, true);
  }
  // A beat leads to a view of its own; what was asked for comes after that.
  on(['lesson'], () => {
    if (wish) watch.resume(wish.view, lookOf(watch, wish.parts));
  }, 'compute');
  on(['lesson', 'run', 'cursor', 'axes', 'mode', 'watch', 'beside', 'words', 'complete'], () => {
    if (isOver || !isLaboratoryComplete()) return;
    clearTimeout(timer);
    if (wish) write();
    else timer = window.setTimeout(write, CALM);
    wish = undefined;
  });
  whenOver(() => {
    isOver = true;
    clearTimeout(timer);
  });
}

/**
 * What is wrong with a link, in the present language.
 *
 * @param {unknown} wrong
 */
function reason(wrong) {
  if (wrong instanceof Damage) return t('link.damaged');
  if (!isRefusal(wrong)) return String(wrong);
  return told(wrong);
}
