// What the network computes, as a picture over one input or two. A click chooses a sample.

import { isDark, pictureScale } from '../appearance.js';
import { fill, isUnsized, pixelAt } from '../canvas.js';
import { byId, element, setAttribute, setHidden, setText } from '../dom.js';
import { on } from '../frames.js';
import { t } from '../locale.js';
import { Notation } from '../network/notation.js';
import { brief } from '../numbers.js';
import { prose } from '../prose.js';

/** @import { Topic } from '../frames.js' */
/** @import { Watch } from '../network/watch.js' */

/** How near a sample a pointer has to be, in pixels of the page. */
const REACH = 22;

/** @param {Watch} watch */
export function mountOutputPlot(watch) {
  const { session } = watch;
  const notation = new Notation(watch);
  const main = byId('main', HTMLElement);
  const plot = byId('output-plot', HTMLElement);
  const tint = byId('output-tint', HTMLCanvasElement);
  const picture = byId('output-picture', HTMLCanvasElement);
  const chooser = byId('output-chooser', HTMLElement);
  const select = byId('output-unit', HTMLSelectElement);
  const key = byId('output-key', HTMLElement);
  let output = 0;
  fill(plot, [picture]);

  plot.addEventListener('click', (event) => {
    const { x, y } = pixelAt(picture, event);
    const sample = session.lab.sample_at(x, y, REACH * devicePixelRatio);
    if (sample !== undefined) watch.take(sample);
  });
  select.addEventListener('change', () => {
    output = Number(select.value);
    // Pictures are drawn anew.
    watch.choose(watch.chosen);
  });

  const draw = () => {
    const { lab, step } = session;
    const { inputs, outputs } = sides(watch);
    const isPicture = inputs <= 2;
    setAttribute(main, 'data-outputs', isPicture ? 'picture' : 'table');
    if (watch.view !== 'outputs' || !isPicture || isUnsized(picture)) return;
    if (output >= outputs) output = 0;
    const upwards = inputs === 2 ? notation.unitCode(0, 1) : '';
    lab.set_output_names(notation.unitCode(0, 0), upwards, notation.unitCode(watch.last, output));
    lab.set_output(output, watch.sample ?? undefined);
    lab.draw_outputs(picture, tint, step, pictureScale(), isDark());
    const box = lab.output_rectangle();
    setHidden(tint, !box);
    if (!box) return;
    tint.style.left = percent(box.left / picture.width);
    tint.style.top = percent(box.top / picture.height);
    tint.style.width = percent(box.width / picture.width);
    tint.style.height = percent(box.height / picture.height);
  };
  /** @type {Topic[]} */
  const topics = ['lesson', 'run', 'cursor', 'axes', 'watch', 'view', 'words'];
  on(topics, draw, 'paint');

  on(topics, () => {
    if (watch.view !== 'outputs') return;
    const { lab, step } = session;
    const { inputs, outputs } = sides(watch);
    setHidden(chooser, outputs < 2 || inputs > 2);
    setHidden(key, inputs > 2);
    if (select.length !== outputs) {
      select.replaceChildren(
        ...Array.from({ length: outputs }, (_, unit) => {
          const option = element('option', '');
          option.value = String(unit);
          return option;
        }),
      );
    }
    [...select.options].forEach((option, unit) => {
      setText(option, notation.unitName(watch.last, unit));
    });
    select.value = String(output);
    setAttribute(plot, 'aria-label', t('outputs.label', { step }));
    if (key.hidden) return;
    const level = lab.output_halfway();
    const what = inputs === 1 ? 'outputs.curve' : level === undefined ? 'outputs.even' : 'outputs.map';
    const said = t(what, { step, level: brief(level ?? null) });
    if (key.dataset.said === said) return;
    key.dataset.said = said;
    key.replaceChildren(...prose(said));
  });
}

/**
 * How many inputs and outputs the network has.
 *
 * @param {Watch} watch
 */
const sides = ({ layers, last }) => ({ inputs: layers[0] ?? 0, outputs: layers[last] ?? 0 });

/** @param {number} part */
const percent = (part) => `${100 * part}%`;
