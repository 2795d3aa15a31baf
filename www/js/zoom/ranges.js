// Which weights the picture's axes follow, and from where to where: chosen and typed.

import { byId, element, setAttribute, setHidden, setText } from '../dom.js';
import { on } from '../frames.js';
import { t } from '../locale.js';
import { Notation } from '../network/notation.js';
import { isRefusal, words } from '../notice.js';
import { read } from '../settings.js';
import { watchTyping } from '../typing.js';

/** @import { Topic } from '../frames.js' */
/** @import { Watch } from '../network/watch.js' */

/** What the second axis follows where there is but one. */
const NONE = 'none';

/** @param {Watch} watch */
export function mountRanges(watch) {
  const { session } = watch;
  const notation = new Notation(watch);
  const message = byId('ranges-error', HTMLElement);
  /** @type {(() => string) | null} */
  let wrong = null;
  const rows = ['across', 'upwards'].map((name) => ({
    row: byId(`axis-${name}-row`, HTMLElement),
    select: byId(`axis-${name}`, HTMLSelectElement),
    ends: ['from', 'to'].map((end) => {
      const input = byId(`axis-${name}-${end}`, HTMLInputElement);
      return { input, isTyped: watchTyping(input) };
    }),
  }));

  /** @param {() => void} change */
  const attempt = (change) => {
    wrong = null;
    try {
      change();
    } catch (thrown) {
      if (!isRefusal(thrown)) throw thrown;
      wrong = () => words(thrown);
    }
    show();
  };
  const readRanges = () => {
    const present = session.lab.ranges();
    const inputs = rows.slice(0, present.length / 2).flatMap(({ ends }) => ends);
    const ranges = inputs.map(({ input, isTyped }, index) => {
      const value = isTyped() || document.activeElement === input ? read(input.value.trim()) : present[index];
      return { value: value ?? null, found: input.value };
    });
    const bad = ranges.find(({ value }) => value === null);
    if (bad) {
      wrong = () => t('field.number', { found: bad.found });
      show();
    } else {
      attempt(() => session.setRanges(ranges.map(({ value }) => value ?? 0)));
    }
  };
  const choose = () => {
    const chosen = rows.map(({ select }) => select.value).filter((value) => value !== NONE);
    const weights = [...new Set(chosen.map(Number))];
    attempt(() => session.setAxes(weights));
  };
  for (const { select, ends } of rows) {
    select.addEventListener('change', choose);
    for (const { input } of ends) {
      input.addEventListener('change', readRanges);
      input.addEventListener('blur', () => show());
    }
  }

  const fold = byId('ranges', HTMLDetailsElement);
  /** Whether the names of the weights are those of another network, or in another language. */
  let isOld = true;
  /** There may be thousands of weights: they are listed when someone looks. */
  const list = () => {
    if (!isOld || !fold.open) return;
    isOld = false;
    const named = watch.weights.map((weight) => choice(String(weight.index), notation.words(weight)));
    rows[0]?.select.replaceChildren(...named);
    const again = named.map((option) => option.cloneNode(true));
    rows[1]?.select.replaceChildren(choice(NONE, t('ranges.none')), ...again);
  };
  fold.addEventListener('toggle', () => show());

  function show() {
    const { info, lab } = session;
    const ranges = lab.ranges();
    list();
    const none = rows[1]?.select.options[0];
    // What rises above one weight, in place of another.
    if (none) setText(none, t(session.isOfRates ? 'settings.rate' : 'ranges.none'));
    rows.forEach(({ row, select, ends }, axis) => {
      select.value = String(info.view[axis]?.weight ?? NONE);
      setHidden(row, axis === 1 && watch.weights.length < 2);
      ends.forEach(({ input, isTyped }, end) => {
        const value = ranges[2 * axis + end];
        setHidden(input, value === undefined);
        if (wrong || isTyped() || value === undefined) return;
        const text = plainEnd(value, ranges[2 * axis + 1 - end] ?? 0);
        if (input.value !== text) input.value = text;
      });
    });
    setText(message, wrong?.() ?? '');
    for (const { input } of rows.flatMap(({ ends }) => ends)) {
      setAttribute(input, 'aria-invalid', String(wrong !== null));
    }
  }
  on(['lesson', 'mode', 'axes', 'words', 'watch'], (published) => {
    if (published.has('lesson')) wrong = null;
    isOld ||= ['lesson', 'axes', 'words'].some((topic) => published.has(/** @type {Topic} */ (topic)));
    show();
  });
}

/**
 * @param {string} value
 * @param {string} words
 */
function choice(value, words) {
  const option = element('option', '', words);
  option.value = value;
  return option;
}

/**
 * The end of a range with as many digits as tell a thousandth of its length.
 *
 * @param {number} value
 * @param {number} other end
 */
function plainEnd(value, other) {
  const size = Math.max(Math.abs(value), Math.abs(other));
  const digits = 4 + Math.ceil(Math.log10(size / Math.abs(value - other)));
  const rounded = Number(value.toPrecision(Math.max(4, Math.min(17, digits))));
  // Beside the length of the range it is nothing.
  return String(Math.abs(rounded) < 1e-4 * Math.abs(value - other) ? 0 : rounded);
}
