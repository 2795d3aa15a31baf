// Which experiment is on the bench, and what it is about.

import { byId, element, setText } from './dom.js';
import { on } from './frames.js';
import { language } from './locale.js';
import { attempt } from './notice.js';
import { prose } from './prose.js';

/** @import { Session } from './session.js' */

/** @param {Session} session */
export function mountLesson(session) {
  const chooser = byId('lesson', HTMLSelectElement);
  for (const { id } of session.lessons) {
    const option = element('option', '');
    option.value = id;
    chooser.append(option);
  }
  const open = () => {
    const lesson = session.lessons.find(({ id }) => id === chooser.value);
    if (lesson) attempt(() => session.open(lesson));
    chooser.value = session.lesson.id;
  };
  chooser.addEventListener('change', open);
  byId('reset', HTMLButtonElement).addEventListener('click', open);

  const title = byId('lesson-title', HTMLElement);
  const text = byId('lesson-text', HTMLElement);
  on(['lesson', 'words'], () => {
    for (const option of chooser.options) {
      const lesson = session.lessons.find(({ id }) => id === option.value);
      setText(option, lesson?.title[language()] ?? '');
    }
    chooser.value = session.lesson.id;
    setText(title, session.lesson.title[language()]);
    document.title = `${session.lesson.title[language()]} – Downhill`;
    text.replaceChildren(...prose(session.lesson.text[language()]));
  });
}
