// How much the end of the run depends on its start: a row of the evidence that takes as long as the run,
// and so waits until the start is let go.

import { byId, setHidden, setText, showNumber } from '../dom.js';
import { on } from '../frames.js';
import { isLaboratoryComplete } from '../laboratory.js';
import { t } from '../locale.js';
import { MOST_POWER, factor } from '../numbers.js';
import { showProse } from '../prose.js';

/** @import { Axes } from '../network/axes.js' */
/** @import { Session } from '../session.js' */

/** Nothing has changed for so long, in milliseconds. */
const REST = 300;

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
    const isKnown = session.verdict && !session.isAsking && isLaboratoryComplete();
    const power = isKnown ? session.lab.sensitivity() : undefined;
    setHidden(row, power === undefined);
    if (power === undefined) return;
    setText(byId('sensitivity-label', HTMLElement), t('sensitivity.label'));
    const { sign, number } = factor(power);
    showNumber(value, sign === '=' ? number : `${sign} ${number}`);
    const isOne = session.info.view.length === 1;
    const start = isOne ? t('sensitivity.one', { weight: axes.code(0) }) : t('sensitivity.picture');
    showProse(note, t(power > MOST_POWER ? 'sensitivity.chaos' : 'sensitivity.note', { start }));
  };
  on(['lesson', 'run', 'judging', 'axes', 'words', 'cursor', 'complete'], (published) => {
    if (published.has('lesson') || published.has('run')) setHidden(row, true);
    clearTimeout(timer);
    timer = window.setTimeout(show, REST);
  });
}
