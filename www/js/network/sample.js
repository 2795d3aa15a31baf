// Which sample the walk looks at, or the sum of all: a list, or where there are too many to lie in one, a
// field beside it for the number.

import { byId, element, setHidden, setText } from '../dom.js';
import { on } from '../frames.js';
import { t } from '../locale.js';

/** @import { Watch } from './watch.js' */

/** Samples that a list names one by one: a browser sets the type of all of them to lay it out. */
const LISTED = 100;

/** @param {Watch} watch */
export function mountSample(watch) {
  const list = byId('walk-sample', HTMLSelectElement);
  const field = byId('walk-number', HTMLInputElement);
  /** The sample that is looked at, or was before the sum. */
  let one = 0;
  list.addEventListener('change', () => {
    watch.take(list.value === '' ? null : Number(list.value));
  });
  field.addEventListener('change', () => {
    if (field.value !== '' && field.checkValidity()) watch.take(Number(field.value) - 1);
    else field.value = String(one + 1);
  });
  on(['lesson', 'axes', 'watch', 'words'], () => {
    const count = watch.session.info.samples;
    const isLong = count > LISTED;
    one = Math.min(watch.sample ?? one, count - 1);
    const samples = isLong ? [one] : Array.from({ length: count }, (_, index) => index);
    const options = [...samples.map(String), ''];
    if (list.options.length !== options.length) {
      list.replaceChildren(...options.map(() => element('option', '')));
    }
    options.forEach((value, index) => {
      const option = /** @type {HTMLOptionElement} */ (list.options[index]);
      option.value = value;
      setText(option, value === '' ? t('walk.sum') : t('walk.sample', { sample: Number(value) + 1 }));
    });
    list.value = watch.sample === null ? '' : String(watch.sample);
    setHidden(field, !isLong || watch.sample === null);
    field.max = String(count);
    field.value = String(one + 1);
  });
}
