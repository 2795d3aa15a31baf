// The switch between the page's languages.

import { byId, element, setAttribute } from './dom.js';
import { busyWhile, on } from './frames.js';
import { choose, fetchWords, language, languages, t } from './locale.js';
import { tell } from './notice.js';

export function mountLanguage() {
  const buttons = languages.map(({ code, name }) => {
    const button = element('button', '', name);
    button.type = 'button';
    button.lang = code;
    button.dataset.language = code;
    // Whoever comes near is likely to press, and the words are there by then.
    for (const coming of ['pointerenter', 'focus']) {
      // Only who presses is told that they cannot be had.
      button.addEventListener(coming, () => fetchWords(code).catch(() => {}));
    }
    button.addEventListener('click', () => {
      const chosen = choose(code).catch(() => tell(() => t('language.failed')));
      busyWhile(chosen);
    });
    return button;
  });
  const mark = () => {
    for (const button of buttons) {
      setAttribute(button, 'aria-pressed', String(button.lang === language()));
    }
  };
  byId('languages', HTMLElement).append(...buttons);
  on(['words'], mark);
}
