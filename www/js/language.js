// The switch between the page's languages.

import { setAttribute } from './dom.js';
import { busyWhile } from './frames.js';
import { choose, fetchWords, language, t } from './locale.js';
import { tell } from './notice.js';

/** @import { Language } from './locale.js' */

export function mountLanguage() {
  const buttons = /** @type {NodeListOf<HTMLButtonElement>} */ (
    document.querySelectorAll('button[data-language]')
  );
  const mark = () => {
    for (const button of buttons) {
      setAttribute(button, 'aria-pressed', String(button.dataset.language === language()));
    }
  };
  for (const button of buttons) {
    const next = /** @type {Language} */ (button.dataset.language);
    // Whoever comes near is likely to press, and the words are there by then.
    for (const coming of ['pointerenter', 'focus']) {
      // Only who presses is told that they cannot be had.
      button.addEventListener(coming, () => fetchWords(next).catch(() => {}));
    }
    button.addEventListener('click', () => {
      const chosen = choose(next).then(mark, () => tell(() => t('language.failed')));
      busyWhile(chosen);
    });
  }
  mark();
}
