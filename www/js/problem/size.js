// What the run costs, told before it runs.

import { cost, limits, read_number } from '../../pkg/downhill_web.js';
import { byId, element } from '../dom.js';
import { on } from '../frames.js';
import { t } from '../locale.js';
import { brief } from '../numbers.js';
import { showProse } from '../prose.js';

/** @import { Watch } from '../network/watch.js' */
/** @import { Session } from '../session.js' */

/**
 * @typedef {{ layers: number[], bias: boolean, samples: number, steps: number }} Shape
 * @typedef {ReturnType<typeof mountSize>} Size
 */

/** @param {Watch} watch */
export function mountSize(watch) {
  const { session } = watch;
  const line = element('p', 'size');
  line.setAttribute('role', 'status');
  /** @type {Shape | null} what is being typed */
  let asked = null;

  const show = () => {
    const { layers, bias, samples, steps } = asked ?? shapeOf(session);
    const { weights, record, work, allowed } = cost(new Uint32Array(layers), bias, samples, steps);
    const most = limits();
    const product = t('size.product', { weights, samples, steps, work: exact(work) });
    line.toggleAttribute('data-wrong', !allowed);
    if (allowed) showProse(line, t('size.takes', { product, time: time(session.seconds(work)) }));
    else if (work > most.work) showProse(line, t('size.work', { product, limit: exact(most.work) }));
    else showProse(line, t('size.record', { product, record: exact(record), limit: exact(most.record) }));
  };
  on(['lesson', 'run', 'axes', 'cursor', 'words', 'watch', 'view'], () => {
    if (watch.view !== 'problem' || (!session.verdict && !asked)) return;
    show();
  });
  /** @param {Partial<Shape> | null} change of the present experiment; null for none */
  const ask = (change) => {
    asked = change && { ...shapeOf(session), ...change };
    show();
  };
  const steps = byId('steps', HTMLInputElement);
  steps.addEventListener('input', () => {
    const typed = read_number(steps.value);
    ask(typed !== undefined && typed >= 1 ? { steps: typed } : null);
  });
  steps.addEventListener('change', () => ask(null));
  return { element: line, ask };
}

/**
 * @param {Session} session
 * @returns {Shape}
 */
function shapeOf({ info, lab }) {
  return { layers: info.layers, bias: info.bias, samples: info.samples, steps: lab.steps };
}

/**
 * A product, in digits where they can be read at a glance.
 *
 * @param {number} product
 */
const exact = (product) => (product < 1e6 ? product : brief(product));

/** @param {number} seconds */
function time(seconds) {
  if (seconds < 0.1) return t('size.moment');
  if (seconds < 90) return t('size.seconds', { seconds: Number(seconds.toPrecision(seconds < 10 ? 1 : 2)) });
  return t('size.minutes', { minutes: Math.round(seconds / 60) });
}
