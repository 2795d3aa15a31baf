// Maps of what becomes of every start: under a curve as a strip, on a surface in its place.

import { isDark, pictureScale } from '../appearance.js';
import { pixelAt } from '../canvas.js';
import { byId, element, setAttribute, setText } from '../dom.js';
import { on, publish } from '../frames.js';
import { t } from '../locale.js';
import { assignments, math, number, operator, row, variable } from '../mathml.js';
import { tell } from '../notice.js';
import { percent } from '../numbers.js';
import { kindName } from '../verdict/names.js';
import { FatePool } from './pool.js';
import { draw_swatch } from '../../pkg/downhill_web.js';

/** @import { Session } from '../session.js' */
/** @import { VerdictKind } from '../../pkg/downhill_web.js' */

/** Starts along a strip, and along each side of a map. */
const STRIP = 512;
const SIDE = 512;
/** A map under way is drawn at most this often, in milliseconds. */
const PACE = 200;
/** The size of a legend's sample, in pixels of the page. */
const SAMPLE = { width: 26, height: 16 };

/** @param {Session} session */
export function mountMaps(session) {
  const modes = byId('map-modes', HTMLElement);
  const legend = byId('map-legend', HTMLElement);
  const progress = byId('map-progress', HTMLProgressElement);
  let shown = 'surface';
  let drawn = 0;
  let timer = 0;
  let done = 0;

  const draw = () => {
    drawn = performance.now();
    timer = 0;
    progress.value = done;
    publish('map');
  };
  const pool = new FatePool(
    ({ stride, from, to }, { kinds, numbers }) => {
      session.lab.put_tile(stride, from, to, kinds, numbers);
      const wait = Math.max(0, drawn + PACE - performance.now());
      timer ||= window.setTimeout(draw, wait);
    },
    (left) => {
      setAttribute(legend, 'data-left', String(left));
      progress.hidden = left === 0;
      done = progress.max - left;
    },
    () => {
      progress.hidden = true;
      tell(() => t('map.failed'));
    },
  );

  const compute = () => {
    const isCurve = session.lab.dimensions === 1;
    if (!isCurve && shown === 'surface') {
      pool.stop();
      session.lab.forget_map();
      return;
    }
    const request = session.lab.map_request(isCurve ? STRIP : SIDE, isCurve ? 1 : SIDE);
    if (!request) return;
    // The first of a new map is shown as soon as it is there.
    clearTimeout(timer);
    timer = 0;
    drawn = -PACE;
    progress.max = request.columns * request.rows;
    setAttribute(legend, 'data-left', String(progress.max));
    pool.start(request);
  };

  const buttons = modes.querySelectorAll('button');
  for (const button of buttons) {
    button.addEventListener('click', () => {
      shown = button.value;
      publish('mode');
    });
  }
  on(['lesson', 'axes', 'mode'], () => session.lab.set_shown(shown), 'compute');
  on(['lesson', 'axes', 'mode', 'run'], compute, 'compute');
  on(['lesson', 'axes', 'mode'], () => {
    modes.hidden = session.lab.dimensions === 1;
    for (const button of buttons) {
      setAttribute(button, 'aria-pressed', String(button.value === shown));
    }
  });

  const shares = byId('map-shares', HTMLElement);
  const others = byId('map-others', HTMLElement);
  on(['lesson', 'axes', 'mode', 'map', 'words', 'view'], (published) => {
    const { lab, info } = session;
    legend.hidden = lab.dimensions === 2 && shown === 'surface';
    if (legend.hidden) return;
    const counts = lab.map_counts().filter(({ count }) => count > 0);
    const all = counts.reduce((sum, { count }) => sum + count, 0);
    const kinds = counts.map(({ kind }) => kind).join();
    if (published.size === 1 && published.has('map') && kinds === shares.dataset.kinds) {
      // A map that grows: the same verdicts with other numbers.
      shares.querySelectorAll('b').forEach((number, index) => {
        setText(number, percent((counts[index]?.count ?? 0) / all));
      });
      return;
    }
    shares.dataset.kinds = kinds;
    shares.replaceChildren(...counts.map(({ kind, count }) => entry(kind, count / all)));
    setText(others, info.projection && session.plane === 'view' ? t('map.others') : '');
  });

  mountPoint(session);
}

/**
 * A verdict with the share of the starts that end there.
 *
 * @param {VerdictKind} kind
 * @param {number} share
 */
function entry(kind, share) {
  const sample = element('canvas', '');
  sample.width = SAMPLE.width * devicePixelRatio;
  sample.height = SAMPLE.height * devicePixelRatio;
  draw_swatch(sample, kind, pictureScale(), isDark());
  const item = element('li', '', sample, kindName(kind), element('b', '', percent(share)));
  item.dataset.kind = kind;
  return item;
}

/**
 * Tells what the map knows of the start under the pointer.
 *
 * @param {Session} session
 */
function mountPoint(session) {
  const plot = byId('plot', HTMLElement);
  const canvas = byId('plot-base', HTMLCanvasElement);
  const point = byId('map-point', HTMLElement);
  on(['lesson', 'axes', 'mode'], () => {
    // Its place is kept free, so that the picture stays where it is under the pointer.
    point.hidden = byId('map-legend', HTMLElement).hidden || session.lab.dimensions === 1;
    point.replaceChildren();
  });
  plot.addEventListener('pointermove', (event) => {
    if (point.hidden) return;
    const { x, y } = pixelAt(canvas, event);
    const found = session.lab.map_at(x, y);
    if (!found) {
      point.replaceChildren();
      return;
    }
    const error = math(row(variable('E'), operator('='), number(found.error)));
    const words = [kindName(found.kind)];
    if (found.steps !== null) words.push(t('map.reached', { steps: found.steps }));
    const start = assignments(session.info.axes, found.start);
    point.replaceChildren(start, ` → ${words.join(', ')}, `, error);
  });
  plot.addEventListener('pointerleave', () => point.replaceChildren());
}
