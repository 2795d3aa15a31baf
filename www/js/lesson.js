// Which lesson is on the bench, what it is about, and the beats of its demonstration.

import { byId, element, setAttribute, setText } from './dom.js';
import { on } from './frames.js';
import { lessons } from './lessons.js';
import { lessonWords, t } from './locale.js';
import { attempt } from './notice.js';
import { prose } from './prose.js';

/** @import { Session } from './session.js' */

/** @param {Session} session */
export function mountLesson(session) {
  const chooser = byId('lesson', HTMLSelectElement);
  for (const { id } of lessons) {
    const option = element('option', '');
    option.value = id;
    chooser.append(option);
  }
  chooser.addEventListener('change', () => {
    const lesson = lessons.find(({ id }) => id === chooser.value);
    if (lesson) attempt(() => session.open(lesson));
    chooser.value = session.lesson.id;
  });
  byId('reset', HTMLButtonElement).addEventListener('click', () => attempt(() => session.reset()));
  mountBeats(session);

  const title = byId('lesson-title', HTMLElement);
  const text = byId('lesson-text', HTMLElement);
  let shown = '';
  on(['lesson', 'words'], () => {
    for (const option of chooser.options) {
      setText(option, lessonWords(option.value).title);
    }
    chooser.value = session.lesson.id;
    const words = lessonWords(session.lesson.id);
    setText(title, words.title);
    document.title = `${words.title} – Downhill`;
  });
  on(['lesson', 'run', 'axes', 'words'], () => {
    const { lesson, beat, onBeat } = session;
    // A caption speaks of its beat; whoever goes on from there alone reads the lesson's own text.
    const words = lessonWords(lesson.id);
    const caption = (onBeat && words.captions[beat]) || words.text;
    if (caption === shown) return;
    shown = caption;
    text.replaceChildren(...prose(caption));
  });
}

/** @param {Session} session */
function mountBeats(session) {
  const back = byId('beat-back', HTMLButtonElement);
  const forward = byId('beat-forward', HTMLButtonElement);
  const count = byId('beat', HTMLElement);

  /** @param {number} beat */
  const go = (beat) => {
    if (session.lesson.beats[beat]) attempt(() => session.open(session.lesson, beat));
  };
  // Whoever has left a beat comes back to it first.
  back.addEventListener('click', () => go(session.onBeat ? session.beat - 1 : session.beat));
  forward.addEventListener('click', () => go(session.beat + 1));

  on(['lesson', 'run', 'axes', 'words'], () => {
    const { beat, onBeat, lesson } = session;
    const beats = lesson.beats.length;
    setText(count, t('beats.count', { beat: beat < 0 ? '–' : beat + 1, count: beats }));
    setAttribute(back, 'aria-disabled', String(beat < 0 || (onBeat && beat === 0)));
    setAttribute(forward, 'aria-disabled', String(beat === beats - 1));
  });
}
