// The samples in rows: input, target, output, and what each adds to the error. Of many, only the rows
// that can be seen are there.

import { byId, element, setAttribute, setText, showNumber } from '../dom.js';
import { on, publish } from '../frames.js';
import { t } from '../locale.js';
import { head, variable } from '../mathml.js';
import { brief, format } from '../numbers.js';

/** @import { SampleRows } from '../../pkg/downhill_web.js' */
/** @import { Watch } from '../network/watch.js' */

/** Rows that there are at a time; some more than can be seen. */
const ROWS = 40;
/** Rows above the first one that can be seen. */
const ABOVE = 8;

/** @param {Watch} watch */
export function mountSampleTable(watch) {
  const { session } = watch;
  const box = byId('samples', HTMLElement);
  const scroll = byId('samples-scroll', HTMLElement);
  const table = byId('samples-table', HTMLTableElement);
  const body = byId('samples-rows', HTMLElement);
  const [above, below] = [spacer(), spacer()];
  const worst = byId('samples-worst', HTMLElement);
  byId('samples-target', HTMLElement).append(...head('d', variable('d')));
  byId('samples-output', HTMLElement).append(...head('o', variable('o')));
  byId('samples-share', HTMLElement).append(...head('E', variable('E')));
  body.append(above, below);
  /** @type {HTMLTableRowElement[]} */
  const rows = [];
  scroll.addEventListener('scroll', () => publish('watch'));

  on(['lesson', 'run', 'cursor', 'axes', 'watch', 'view', 'words'], (published) => {
    if (watch.view !== 'outputs') return;
    const { lab, info, step } = session;
    if (published.has('lesson')) scroll.scrollTop = 0;
    const height = rows[0]?.offsetHeight || 1;
    const most = Math.max(0, info.samples - ROWS);
    const first = Math.min(most, Math.max(0, Math.floor(scroll.scrollTop / height) - ABOVE));
    const shown = lab.sample_rows(step, first, ROWS);
    if (!shown) return;

    while (rows.length > shown.rows.length) rows.pop()?.remove();
    while (rows.length < shown.rows.length) {
      const made = line((sample) => watch.take(sample));
      rows.push(made);
      below.before(made);
    }
    setAttribute(table, 'aria-rowcount', String(info.samples + 1));
    above.style.height = `${first * height}px`;
    below.style.height = `${(info.samples - first - rows.length) * height}px`;
    rows.forEach((row, index) => write(row, shown, index, watch.sample));
    setText(worst, t('outputs.worst', { sample: shown.worst + 1 }));
    setAttribute(box, 'aria-label', t('outputs.samples'));
  });
}

/** A row as high as those that are not there. */
function spacer() {
  const row = element('tr', 'samples-spacer');
  row.setAttribute('aria-hidden', 'true');
  return row;
}

/** @param {(sample: number) => void} take */
function line(take) {
  const button = element('button', 'samples-number');
  button.type = 'button';
  const name = element('th', '', button);
  name.scope = 'row';
  const share = element('td', 'samples-share', element('span', 'bar'), element('span', 'number'));
  const row = element('tr', '', name, element('td', 'samples-input'), element('td', ''), element('td', ''), share);
  row.addEventListener('click', () => take(Number(row.dataset.sample)));
  return row;
}

/**
 * @param {HTMLTableRowElement} row
 * @param {SampleRows} shown
 * @param {number} index
 * @param {number | null} chosen
 */
function write(row, { rows, worst }, index, chosen) {
  const numbers = rows[index];
  const [name, input, target, output, share] = row.cells;
  const button = name?.firstElementChild;
  const bar = share?.firstElementChild;
  const number = share?.lastElementChild;
  if (!numbers || !input || !target || !output || !button) return;
  if (!(bar instanceof HTMLElement) || !(number instanceof HTMLElement)) return;
  const { sample } = numbers;
  row.dataset.sample = String(sample);
  setAttribute(row, 'aria-rowindex', String(sample + 2));
  setAttribute(row, 'aria-current', String(sample === chosen));
  setText(button, String(sample + 1));
  setAttribute(button, 'aria-label', t('walk.sample', { sample: sample + 1 }));
  row.classList.toggle('worst', sample === worst);
  // What was given, as short as it is; what was computed, with its digits.
  showNumber(input, numbers.input.map(brief).join(', '));
  showNumber(target, numbers.target.map(brief).join(', '));
  showNumber(output, numbers.output.map((o) => format(o)).join(', '));
  bar.style.setProperty('--share', String(numbers.share ?? 0));
  showNumber(number, format(numbers.error, 3));
}
