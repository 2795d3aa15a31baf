// Maps of what becomes of every start: under a curve as a strip, on a surface in its place. What
// stands beside a picture explains that picture: fates have a legend, numbers a sentence.

import { byId, element, setAttribute, setHidden, setText, showNumber } from '../dom.js';
import { whenOver } from '../fault.js';
import { on, publish } from '../frames.js';
import { isLaboratoryComplete } from '../laboratory.js';
import { t } from '../locale.js';
import { math, number, operator, row, variable } from '../mathml.js';
import { tell } from '../notice.js';
import { factor, format, percent } from '../numbers.js';
import { kindName } from '../verdict/names.js';
import { showProse } from '../prose.js';
import { pointAt } from '../relief/relief.js';
import { isOfRates } from '../session.js';
import { FatePool } from './pool.js';
import { Progress } from './progress.js';
import { swatch } from './swatch.js';
import { FateTile } from '../../pkg/downhill_web.js';

/** @import { Key } from '../locale.js' */
/** @import { Axes } from '../network/axes.js' */
/** @import { Mode, Session } from '../session.js' */
/** @import { VerdictKind } from '../../pkg/downhill_web.js' */

/** Starts along a strip, and along each side of a map. */
const STRIP = 512;
const SIDE = 512;
/** A map under way is drawn at most this often, in milliseconds. */
const PACE = 200;
/**
 * What the numbers of a map are.
 *
 * @type {Record<string, Key>}
 */
const KEYS = {
  steps: 'map.key.steps',
  error: 'map.key.error',
  norm: 'map.key.norm',
  sensitivity: 'map.key.sensitivity',
};

/**
 * @param {Session} session
 * @param {Axes} axes
 */
export function mountMaps(session, axes) {
  const modes = byId('map-modes', HTMLElement);
  const legend = byId('map-legend', HTMLElement);
  let drawn = 0;
  let timer = 0;

  const draw = () => {
    drawn = performance.now();
    timer = 0;
    progress.show();
    publish('map');
  };
  const progress = new Progress((isStopped) => {
    if (isStopped) pool.pause();
    else pool.resume();
  });
  const pool = new FatePool(
    ({ stride, from, to }, { kinds, numbers, sensitivities, ends, minima }) => {
      const tile = new FateTile(kinds, numbers, sensitivities, ends, minima);
      const isTaken = session.lab.put_tile(stride, from, to, tile);
      tile.free();
      if (!isTaken) return false;
      const wait = Math.max(0, drawn + PACE - performance.now());
      timer ||= window.setTimeout(draw, wait);
      return true;
    },
    (left) => {
      setAttribute(legend, 'data-left', String(left));
      progress.left = left;
    },
    () => {
      progress.end();
      tell(() => t('map.failed'));
    },
  );

  whenOver(() => {
    pool.stop();
    clearTimeout(timer);
  });

  const compute = () => {
    if (!isLaboratoryComplete()) return;
    const isCurve = session.lab.dimensions === 1;
    if (session.isSecret || (!isCurve && session.picture === 'surface')) {
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
    const all = request.columns * request.rows;
    progress.begin(all);
    setAttribute(legend, 'data-left', String(all));
    pool.start(request);
  };

  const buttons = /** @type {NodeListOf<HTMLButtonElement>} */ (modes.querySelectorAll('button[value]'));
  for (const button of buttons) {
    button.addEventListener('click', () => {
      session.setMode(/** @type {Mode} */ (button.value));
    });
  }
  on(['lesson', 'axes', 'mode', 'run', 'complete'], compute, 'compute');
  on(['lesson', 'axes', 'mode'], () => {
    const isCurve = session.info.view.length === 1;
    for (const button of buttons) {
      const mode = /** @type {Mode} */ (button.value);
      // Numbers above one weight are offered beside its map of fates.
      const isNumber = isOfRates(mode) && mode !== 'rates';
      const isOffered = isCurve === isOfRates(mode) && (!isNumber || session.isOfRates);
      setHidden(button, mode !== 'surface' && !isOffered);
      setAttribute(button, 'aria-pressed', String(button.value === session.picture));
    }
  });

  const title = byId('map-title', HTMLElement);
  const shares = byId('map-shares', HTMLElement);
  const explanation = byId('map-key', HTMLElement);
  const repeated = byId('map-again', HTMLElement);
  const others = byId('map-others', HTMLElement);
  on(['lesson', 'axes', 'mode', 'map', 'words', 'view'], (published) => {
    const { lab, info } = session;
    const isStrip = lab.dimensions === 1;
    legend.hidden = session.isSecret || (!isStrip && session.picture === 'surface');
    if (legend.hidden) return;
    const key = isStrip ? undefined : KEYS[session.picture.replace('rates-', '')];
    explanation.hidden = !key;
    showProse(explanation, key ? t(key) : '');
    setText(others, info.projection && session.plane === 'view' ? t('map.others') : '');
    title.hidden = shares.hidden = key !== undefined;
    repeated.hidden = true;
    if (key) return;
    setText(title, t(lab.map_is_complete() ? 'map.legend' : 'map.estimate'));
    const found = lab.map_shares();
    repeated.hidden = !found.some(({ again }) => again);
    const basins = found.map(({ kind, place }) => `${kind} ${place ?? ''}`).join();
    if (published.size === 1 && published.has('map') && basins === shares.dataset.basins) {
      // A map that grows: the same basins with other numbers.
      shares.querySelectorAll('b').forEach((number, index) => {
        setText(number, percent(found[index]?.share ?? 0));
      });
      return;
    }
    shares.dataset.basins = basins;
    const entries = found.map(({ kind, place, variant, share }) => {
      const number = element('b', '', percent(share));
      const name = basinName(axes, kind, place);
      const item = element('li', '', swatch(kind, variant, isStrip), name, number);
      item.dataset.kind = kind;
      if (place) item.dataset.place = place.map((at) => at.toFixed(3)).join();
      return item;
    });
    shares.replaceChildren(...entries);
  });
  on(['words'], () => progress.show());

  mountPoint(session, axes);
}

/**
 * A verdict, and where it has several minima the place of the one that starts end in.
 *
 * @param {Axes} axes
 * @param {VerdictKind} kind
 * @param {number[] | null} place
 */
function basinName(axes, kind, place) {
  if (!place) return kindName(kind);
  const numbers = place.map((at) => format(at, 3)).join(', ');
  const where = place.length === 1 ? `${axes.words(0)} = ${numbers}` : `(${numbers})`;
  return t('map.basin', { kind: kindName(kind), place: where });
}

/**
 * Tells what the map knows of the start under the pointer.
 *
 * @param {Session} session
 * @param {Axes} axes
 */
function mountPoint(session, axes) {
  const plot = byId('plot', HTMLElement);
  const canvas = byId('plot-base', HTMLCanvasElement);
  const point = byId('map-point', HTMLElement);
  on(['lesson', 'axes', 'mode', 'words'], () => {
    // Its place is kept free, so that the picture stays where it is under the pointer.
    point.hidden = byId('map-legend', HTMLElement).hidden || session.lab.dimensions === 1;
    point.replaceChildren();
  });
  plot.addEventListener('pointermove', (event) => {
    if (point.hidden) return;
    const at = pointAt(session, canvas, event);
    const found = at && session.lab.map_at(at.x, at.y);
    if (!found) {
      point.replaceChildren();
      return;
    }
    const error = math(row(variable('E'), operator('='), number(found.error)));
    const words = [basinName(axes, found.kind, found.place)];
    if (found.steps !== null) words.push(t('map.reached', { steps: found.steps }));
    const { sensitivity = NaN } = found;
    const power = document.createElement('span');
    if (!Number.isNaN(sensitivity)) {
      const { sign, number } = factor(sensitivity);
      showNumber(power, `, S ${sign} ${number}`);
    }
    const start = axes.assignments(found.start);
    point.replaceChildren(start, ` → ${words.join(', ')}, `, error, power);
  });
  plot.addEventListener('pointerleave', () => point.replaceChildren());
}
