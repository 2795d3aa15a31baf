// A black screen: whoever speaks is looked at. Any key brings the page back, and does nothing else.

import { element } from '../dom.js';
import { t } from '../locale.js';

/** Keys that are held for the sake of others. */
const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta', 'CapsLock']);

export function goBlack() {
  const black = element('dialog', 'black');
  black.setAttribute('aria-label', t('hall.black'));
  const lift = () => black.close();
  black.addEventListener('keydown', (event) => {
    if (event.repeat || MODIFIERS.has(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    lift();
  });
  black.addEventListener('click', lift);
  black.addEventListener('close', () => black.remove());
  document.body.append(black);
  black.showModal();
}
