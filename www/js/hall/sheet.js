// Every key on one sheet, and whether single letters are keys.

import { Dialog } from '../dialog.js';
import { element, setText } from '../dom.js';
import { on } from '../frames.js';
import { t } from '../locale.js';
import { prose } from '../prose.js';

/** @import { Key } from '../locale.js' */

/** @typedef {{ isOn: boolean, set(isOn: boolean): void }} Letters */

/** What a key is, and behind it what it does. */
const PARTED = /^(.*?)(?:: |：)(.*)$/u;

/** @type {Dialog | undefined} */
let sheet;

/**
 * @param {Key[]} rows in their order, words of the form `keys: what they do`
 * @param {Letters} letters
 */
export function openSheet(rows, letters) {
  sheet ??= make(rows, letters);
  sheet.open();
}

/**
 * @param {Key[]} rows
 * @param {Letters} letters
 */
function make(rows, letters) {
  const list = element('dl', 'sheet-rows');
  const box = element('input', '');
  box.type = 'checkbox';
  box.checked = letters.isOn;
  box.addEventListener('change', () => letters.set(box.checked));
  const label = element('span', '');
  const dialog = new Dialog(
    'key-sheet',
    'help.heading',
    element('section', '', list),
    element('section', '', element('label', 'sheet-letters', box, label)),
  );
  // The key that opens it closes it.
  dialog.element.addEventListener('keydown', (event) => {
    if (event.key !== '?') return;
    event.preventDefault();
    dialog.close();
  });
  const speak = () => {
    list.replaceChildren(...rows.map((row) => {
      const [, keys = '', what = ''] = PARTED.exec(t(row)) ?? [];
      return element('div', '', element('dt', '', ...prose(keys)), element('dd', '', ...prose(what)));
    }));
    setText(label, t('hall.letters'));
  };
  on(['words'], speak);
  speak();
  return dialog;
}
