// The picture of the error: three canvases, and the start that is dragged on them.

import { isDark, pictureScale } from './appearance.js';
import { fill, isUnsized, pixelAt } from './canvas.js';
import { byId, setAttribute, setHidden, setText } from './dom.js';
import { Assignments } from './figures.js';
import { on, publish } from './frames.js';
import { isSpaceHeld } from './keys.js';
import { t } from './locale.js';
import { attempt } from './notice.js';
import { format } from './numbers.js';
import { axisWords } from './planes.js';
import { watchStrokes } from './strokes.js';
import { verdictName } from './verdict/names.js';

/** @import { Topic } from './frames.js' */
/** @import { Axes } from './network/axes.js' */
/** @import { Session } from './session.js' */

/** An arrow key moves the start by this part of an axis; with Shift by a tenth of it. */
const KEY_STEP = 1 / 100;

/** How far around a mark a finger grips it, in pixels of the page. */
const FINGERTIP = 28;

/** Arrow keys as directions along the two axes. */
const ARROWS = new Map([
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['ArrowDown', [0, -1]],
  ['ArrowUp', [0, 1]],
]);

/**
 * @param {Session} session
 * @param {Axes} axes
 */
export function mountSurface(session, axes) {
  const plot = byId('plot', HTMLElement);
  const raster = byId('plot-raster', HTMLCanvasElement);
  const base = byId('plot-base', HTMLCanvasElement);
  const path = byId('plot-path', HTMLCanvasElement);
  fill(plot, [base, path]);

  /** @param {number[] | Float64Array} start */
  const setStart = (start) => {
    const [x, y] = start;
    if (x !== undefined) attempt(() => session.setStart(x, y));
  };

  watchStrokes(plot, {
    canBegin: () => !isUnsized(path) && !isSpaceHeld() && !session.isRelief,
    put: (event) => {
      const { x, y } = pixelAt(path, event);
      setStart(session.lab.place_at(x, y));
    },
    // A curve has no up and down: there the page scrolls.
    goesSideways: () => session.lab.dimensions === 1,
    isGrip: (event) => session.lab.dimensions === 2 && isNearMarks(event),
  });

  /**
   * Whether the start or the ball is under a fingertip.
   *
   * @param {PointerEvent} event
   */
  const isNearMarks = (event) => {
    const { lab } = session;
    const { x, y } = pixelAt(path, event);
    const reach = FINGERTIP * devicePixelRatio;
    const lower = lab.place_at(x - reach, y + reach);
    const upper = lab.place_at(x + reach, y - reach);
    return [lab.start(), session.shown.weights].some((place) =>
      place.every((value, axis) => (lower[axis] ?? 0) <= value && value <= (upper[axis] ?? 0)),
    );
  };

  plot.addEventListener('keydown', (event) => {
    const arrow = ARROWS.get(event.key);
    if (!arrow || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const part = event.shiftKey ? KEY_STEP / 10 : KEY_STEP;
    const [right = 0, up = 0] = arrow;
    setStart(session.lab.start_moved(right * part, up * part));
  });

  /** @type {number[]} where the tint lies, and in a picture of what size */
  let placed = [];
  const drawGround = () => {
    const { lab } = session;
    lab.set_goal_word(t('chart.goal'));
    lab.set_axis_names(axes.code(0), axes.code(1));
    if (session.plane !== 'view') lab.set_axis_words(...axisWords(session));
    const complete = lab.draw_base(base, session.step, pictureScale(), isDark());
    if (!complete) publish('ground');
    const box = lab.plot_rectangle();
    setHidden(raster, lab.dimensions === 1 || !box);
    if (!box || raster.hidden) return;
    lab.draw_raster(raster, isDark());
    // In parts of the picture, so that it stays under the axes when the picture is printed.
    const place = [box.left, box.top, box.width, box.height, base.width, base.height];
    if (place.every((number, index) => number === placed[index])) return;
    placed = place;
    raster.style.left = percent(box.left / base.width);
    raster.style.top = percent(box.top / base.height);
    raster.style.width = percent(box.width / base.width);
    raster.style.height = percent(box.height / base.height);
  };
  /** @type {Topic[]} */
  const grounds = ['lesson', 'view', 'mode', 'map', 'axes', 'words'];
  /** @param {Set<Topic>} published */
  const draw = (published) => {
    if (isUnsized(base)) return;
    const hasMoved = published.has('run') || published.has('cursor');
    // Where more weights are free than shown, the ground moves with those that are not.
    const isOther = session.info.projection && hasMoved;
    if (isOther || grounds.some((topic) => published.has(topic))) drawGround();
    else if (published.has('ground')) {
      if (session.lab.refine_ground()) drawGround();
      else publish('ground');
    }
    if (!session.isRelief) session.lab.draw_path(path, session.step, isDark());
  };
  on([...grounds, 'ground', 'run', 'cursor', 'beside'], draw, 'paint');
  // Not every browser prints what lies under the uppermost of several canvases. They are drawn anew
  // when the page is a screen again.
  addEventListener('beforeprint', () => {
    const pen = path.getContext('2d');
    const box = session.lab.plot_rectangle();
    if (!pen || isUnsized(base)) return;
    pen.save();
    pen.resetTransform();
    pen.globalCompositeOperation = 'destination-over';
    pen.drawImage(base, 0, 0);
    if (box && !raster.hidden) pen.drawImage(raster, box.left, box.top, box.width, box.height);
    pen.restore();
  });

  const startLegend = new Assignments(byId('legend-start', HTMLElement));
  const ballLegend = new Assignments(byId('legend-ball', HTMLElement));
  const ballStep = byId('legend-step', HTMLElement);
  on(['lesson', 'run', 'cursor', 'mode', 'axes', 'words'], () => {
    const { lab, info, shown, step, verdict } = session;
    const start = lab.start();
    startLegend.show(axes, start);
    setText(ballStep, t('legend.step', { step }));
    ballLegend.show(axes, shown.weights);
    const [axis] = info.axes;
    setAttribute(plot, 'aria-valuemin', String(axis?.from));
    setAttribute(plot, 'aria-valuemax', String(axis?.to));
    setAttribute(plot, 'aria-valuenow', String(start[0]));
    setAttribute(
      plot,
      'aria-valuetext',
      t('surface.value', {
        start: Array.from(start, (value, i) => `${axes.words(i)} = ${format(value)}`).join(', '),
        error: format(lab.error(session.last) ?? null),
        verdict: session.isAsking ? t('verdict.asked') : verdictName(verdict),
      }),
    );
  });
}

/** @param {number} part */
const percent = (part) => `${100 * part}%`;
