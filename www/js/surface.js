// The picture of the error: three canvases, and the start that is dragged on them.

import { isDark, pictureScale } from './appearance.js';
import { fill, isUnsized, pixelAt } from './canvas.js';
import { byId, setAttribute, setText } from './dom.js';
import { on, publish } from './frames.js';
import { t } from './locale.js';
import { assignments } from './mathml.js';
import { attempt } from './notice.js';
import { format } from './numbers.js';
import { axisWords } from './planes.js';
import { verdictName } from './verdict/names.js';

/** @import { Topic } from './frames.js' */
/** @import { Session } from './session.js' */

/** An arrow key moves the start by this part of an axis; with Shift by a tenth of it. */
const KEY_STEP = 1 / 100;

/** Arrow keys as directions along the two axes. */
const ARROWS = new Map([
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['ArrowDown', [0, -1]],
  ['ArrowUp', [0, 1]],
]);

/** @param {Session} session */
export function mountSurface(session) {
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

  /** @param {PointerEvent} event */
  const drag = (event) => {
    const { x, y } = pixelAt(path, event);
    setStart(session.lab.place_at(x, y));
  };
  plot.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || isUnsized(path)) return;
    plot.setPointerCapture(event.pointerId);
    plot.toggleAttribute('data-dragging', true);
    drag(event);
  });
  plot.addEventListener('pointermove', (event) => {
    if (plot.hasPointerCapture(event.pointerId)) drag(event);
  });
  plot.addEventListener('lostpointercapture', () => plot.toggleAttribute('data-dragging', false));

  plot.addEventListener('keydown', (event) => {
    const arrow = ARROWS.get(event.key);
    if (!arrow || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const part = event.shiftKey ? KEY_STEP / 10 : KEY_STEP;
    const start = session.lab.start().map((value, index) => {
      const axis = session.info.axes[index];
      if (!axis) return value;
      const moved = value + (arrow[index] ?? 0) * part * (axis.to - axis.from);
      return Math.max(axis.from, Math.min(axis.to, moved));
    });
    setStart(start);
  });

  const drawGround = () => {
    const { lab } = session;
    lab.set_goal_word(t('chart.goal'));
    lab.set_axis_words(...axisWords(session));
    const complete = lab.draw_base(base, session.step, pictureScale(), isDark());
    if (!complete) publish('ground');
    const box = lab.plot_rectangle();
    raster.hidden = lab.dimensions === 1 || !box;
    if (!box || raster.hidden) return;
    lab.draw_raster(raster, isDark());
    raster.style.left = `${box.left / devicePixelRatio}px`;
    raster.style.top = `${box.top / devicePixelRatio}px`;
    raster.style.width = `${box.width / devicePixelRatio}px`;
    raster.style.height = `${box.height / devicePixelRatio}px`;
  };
  /** @type {Topic[]} */
  const grounds = ['lesson', 'view', 'ground', 'mode', 'map', 'axes', 'words'];
  /** @param {Set<Topic>} published */
  const draw = (published) => {
    if (isUnsized(base)) return;
    // Where more weights are free than shown, the ground moves with those that are not.
    const moved = session.info.projection || grounds.some((topic) => published.has(topic));
    if (moved) drawGround();
    session.lab.draw_path(path, session.step, isDark());
  };
  on([...grounds, 'run', 'cursor'], draw, 'paint');

  const startLegend = byId('legend-start', HTMLElement);
  const ballLegend = byId('legend-ball', HTMLElement);
  const ballStep = byId('legend-step', HTMLElement);
  on(['lesson', 'run', 'cursor', 'axes', 'words'], () => {
    const { lab, info, step, verdict } = session;
    const start = lab.start();
    startLegend.replaceChildren(assignments(info.axes, start));
    setText(ballStep, t('legend.step', { step }));
    ballLegend.replaceChildren(assignments(info.axes, lab.state(step).weights));
    const [axis] = info.axes;
    setAttribute(plot, 'aria-valuemin', String(axis?.from));
    setAttribute(plot, 'aria-valuemax', String(axis?.to));
    setAttribute(plot, 'aria-valuenow', String(start[0]));
    setAttribute(
      plot,
      'aria-valuetext',
      t('surface.value', {
        start: info.axes.map(({ name }, i) => `${name} = ${format(start[i] ?? null)}`).join(', '),
        error: format(lab.state(lab.steps_done).error),
        verdict: verdictName(verdict),
      }),
    );
  });
}
