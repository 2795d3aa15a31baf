// Has every run beside the present one done, and hands it to the pictures.

import { whenOver } from '../fault.js';
import { on, publish } from '../frames.js';
import { t } from '../locale.js';
import { tell } from '../notice.js';
import { Runner } from './runner.js';

/** @import { Session } from '../session.js' */

export const STARTS = 30;
/** Weights that are kept of the path of a pinned run, and of one of thirty, where they have so many points. */
const MOST = { pin: 2e6, drawn: 2e5, points: 1500 };
/** How long a rate that is dragged has to rest until thirty runs are done with it, in milliseconds. */
const CALM = 200;

/** @param {Session} session */
export function mountRunning(session) {
  const { company } = session;
  const failed = () => tell(() => t('beside.failed'));
  const pins = new Runner(failed);
  const drawn = new Runner(failed);

  /**
   * The smallest error, where it is known and the same for all starts.
   *
   * @param {string} loss
   */
  const bestError = (loss) => {
    const { lab, info } = session;
    const isSame = info.free.length === info.weight_count && lab.loss === loss;
    return isSame ? lab.best_error : undefined;
  };

  /** @type {(object | undefined)[]} documents whose runs are under way or done */
  const ordered = company.pins.map(() => undefined);
  const runPins = () => {
    company.pins.forEach((document, slot) => {
      if (document === ordered[slot]) return;
      ordered[slot] = document;
      if (!document) return;
      const { loss = 'squared' } = /** @type {{ loss?: string }} */ (document);
      pins.run({ document, bestError: bestError(loss), most: MOST.pin }, ({ run, ended }) => {
        // Meanwhile it may have been taken away.
        if (company.pins[slot] !== document) return;
        company.handle.put_pin(slot, ended.loss, ended.verdict.kind, run);
        company.ended[slot] = ended;
        publish('beside');
      });
    });
  };

  let key = '';
  let timer = 0;
  /** @type {unknown} */
  let lab;
  /** All that the fates of the thirty depend on: not where the present run starts. */
  const keyOf = () => {
    const { starts } = company;
    if (!starts) return '';
    const { rate, steps, loss } = session.lab;
    const method = JSON.stringify([session.lab.rule(), session.info.batch]);
    const fixed = session.info.view.some(({ free }) => !free) ? session.lab.start().join() : '';
    return [company.draws, rate, steps, loss, method, fixed].join(' ');
  };
  const runDrawn = () => {
    const now = keyOf();
    if (now === key && lab === session.lab) return;
    // What changes while thirty are shown may go on changing.
    const wait = key ? CALM : 0;
    key = now;
    lab = session.lab;
    drawn.callOff();
    clearTimeout(timer);
    timer = 0;
    if (company.drawn.length > 0) company.forgetDrawn();
    if (key) timer = window.setTimeout(draw, wait);
  };
  const draw = () => {
    timer = 0;
    const { starts } = company;
    if (!starts) return;
    const document = session.lab.document();
    const best = bestError(session.lab.loss);
    const most = Math.min(MOST.drawn, MOST.points * session.info.weight_count);
    for (let number = 0; number < STARTS; number++) {
      const order = { document, bestError: best, draw: { ...starts, seed: starts.seed + number }, most };
      drawn.run(order, ({ run, ended }) => {
        company.handle.put_drawn(ended.loss, ended.verdict.kind, run);
        company.drawn.push(ended);
        publish('beside');
      });
    }
  };

  on(['beside'], runPins, 'compute');
  on(['beside', 'lesson', 'run', 'axes'], runDrawn, 'compute');
  runPins();
  runDrawn();
  whenOver(() => {
    pins.callOff();
    drawn.callOff();
    clearTimeout(timer);
  });
}
