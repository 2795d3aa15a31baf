// Minima and saddles of the picture in words: what their signs mean, and where they are for those who
// do not see them.

import { byId, element, setText } from './dom.js';
import { on, publish } from './frames.js';
import { t } from './locale.js';
import { format } from './numbers.js';

/** @import { Key } from './locale.js' */
/** @import { Axes } from './network/axes.js' */
/** @import { Session } from './session.js' */
/** @import { CriticalPoint } from '../pkg/downhill_web.js' */

/**
 * The words for each sign.
 *
 * @type {Record<'lowest' | 'minimum' | 'saddle', Key>}
 */
const NAMES = {
  lowest: 'critical.lowest',
  minimum: 'critical.minimum',
  saddle: 'critical.saddle',
};

/**
 * @param {Session} session
 * @param {Axes} axes
 */
export function mountCritical(session, axes) {
  const legend = byId('legend-critical', HTMLElement);
  const description = byId('plot-critical', HTMLElement);
  let written = '';
  let isMarked = true;
  // A beat that asks whether this is a minimum has no signs that answer, until the reader asks back.
  on(['lesson', 'run', 'cursor', 'axes'], () => {
    const wanted = !session.isAsking;
    session.lab.set_marked(wanted);
    if (wanted !== isMarked) publish('ground');
    isMarked = wanted;
  }, 'compute');
  on(['lesson', 'run', 'cursor', 'ground', 'view', 'mode', 'axes', 'words'], (published) => {
    const { lab, info } = session;
    // Where no other weights move than those on the axes, a run changes nothing of the ground.
    const isRun = [...published].every((topic) => topic === 'run' || topic === 'cursor');
    if (isRun && !info.projection) return;
    const found = lab.critical_points();
    const points = found?.points ?? [];
    const signs = [...new Set(points.map(sign))];
    const words = signs.map((name) => element('span', `sign ${name}`, t(NAMES[name])));
    if (signs.length > 0 && info.projection) words.unshift(element('span', '', t('critical.slice')));
    if (found?.left_out) words.push(element('span', '', t('critical.more', { count: found.left_out })));
    // A slice that moves has none until it rests: their line stays, and the picture keeps its size.
    legend.hidden = signs.length === 0 && (found === null || !info.projection);
    const text = words.map((word) => word.textContent).join();
    if (text !== written) legend.replaceChildren(...words);
    written = text;
    setText(description, points.map((point) => told(axes, point)).join(' '));
  });
}

/**
 * @param {CriticalPoint} point
 * @returns {keyof typeof NAMES}
 */
const sign = ({ form, lowest }) => (lowest ? 'lowest' : form);

/**
 * A point in a sentence.
 *
 * @param {Axes} axes
 * @param {CriticalPoint} point
 */
function told(axes, point) {
  const place = Array.from(point.place, (at, index) => `${axes.words(index)} = ${format(at, 3)}`);
  return t('critical.told', {
    what: t(NAMES[sign(point)]),
    place: place.join(', '),
    error: format(point.error, 3),
  });
}
