// How much the end of the run depends on its start: a row of the evidence that takes as long as the run,
// and so waits until the start is let go.

import { byId, setHidden, setText, showNumber } from '../dom.js';
import { on } from '../frames.js';
import { t } from '../locale.js';
import { format } from '../numbers.js';
import { showProse } from '../prose.js';

/** @import { Axes } from '../network/axes.js' */
/** @import { Session } from '../session.js' */

/** Nothing has changed for so long, in milliseconds. */
const REST = 300;
/** Powers of ten: digits of a number, and what is told as a power. */
const [DIGITS, FEW] = [16, 3];

/** @param {number} power of ten */
function said(power) {
  if (power === -Infinity) return '0';
  if (Math.abs(power) <= FEW) return format(10 ** power, FEW);
  return `10^${String(Math.round(power)).replace('-', '−')}`;
}

/**
 * @param {Session} session
 * @param {Axes} axes
 */
export function mountSensitivity(session, axes) {
  const row = byId('sensitivity', HTMLElement);
  const value = byId('sensitivity-value', HTMLElement);
  const note = byId('sensitivity-note', HTMLElement);
  let timer = 0;
  const show = () => {
    timer = 0;
    const isKnown = session.verdict && !session.isAsking && session.plane === 'view';
    const power = isKnown ? session.lab.sensitivity() : undefined;
    setHidden(row, power === undefined);
    if (power === undefined) return;
    setText(byId('sensitivity-label', HTMLElement), t('sensitivity.label'));
    showNumber(value, said(power));
    const weight = axes.code(0);
    let words = t('sensitivity.note', { weight });
    if (power > DIGITS) words = t('sensitivity.chaos', { weight });
    showProse(note, words);
  };
  on(['lesson', 'run', 'judging', 'axes', 'words', 'cursor'], (published) => {
    if (published.has('lesson') || published.has('run')) setHidden(row, true);
    clearTimeout(timer);
    timer = window.setTimeout(show, REST);
  });
}
