// Which lesson is on the bench, what it is about, and the beats of its demonstration.

import { byId, element, setAttribute, setText } from './dom.js';
import { on } from './frames.js';
import { lessons } from './lessons.js';
import { lessonWords, t } from './locale.js';
import { attempt } from './notice.js';
import { prose } from './prose.js';

/** @import { Lesson } from './lessons.js' */
/** @import { Session } from './session.js' */

/** @param {Lesson} lesson */
const numberOf = (lesson) => lessons.indexOf(lesson) + 1;

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
  const number = byId('lesson-number', HTMLElement);
  const room = byId('lesson-room', HTMLElement);
  const text = byId('lesson-text', HTMLElement);
  let shown = '';
  on(['lesson', 'words'], () => {
    [...chooser.options].forEach((option, index) => {
      setText(option, `${index + 1} ${lessonWords(option.value).title}`);
    });
    chooser.value = session.lesson.id;
    const words = lessonWords(session.lesson.id);
    const all = [words.text, ...words.captions];
    room.replaceChildren(...all.map((caption) => element('p', '', ...prose(caption))));
  });
  on(['lesson', 'run', 'axes', 'words'], () => {
    const { lesson, beat, onBeat, isOwn } = session;
    // A caption speaks of its beat; whoever goes on from there alone reads the lesson's own text.
    const words = lessonWords(lesson.id);
    const heading = isOwn ? t('problem.own-title') : words.title;
    setText(number, isOwn ? '' : String(numberOf(lesson)));
    setText(title, heading);
    // It is the window's, too, which a drag in its frames does not write anew.
    const name = `${heading} – Downhill`;
    if (document.title !== name) document.title = name;
    const own = t('problem.own', { title: words.title });
    const caption = isOwn ? own : (onBeat && words.captions[beat]) || words.text;
    if (caption === shown) return;
    shown = caption;
    text.replaceChildren(...prose(caption));
  });
}

/**
 * Back and on, from the first lesson's text to the last lesson's last beat.
 *
 * @param {Session} session
 */
function mountBeats(session) {
  const back = byId('beat-back', HTMLButtonElement);
  const forward = byId('beat-forward', HTMLButtonElement);
  const count = byId('beat', HTMLElement);
  const next = byId('beat-next', HTMLElement);
  const main = byId('main', HTMLElement);

  /**
   * @param {Lesson | undefined} lesson
   * @param {number} beat
   */
  const go = (lesson, beat) => {
    if (lesson) attempt(() => session.open(lesson, beat));
  };
  /** @param {number} way */
  const neighbour = (way) => lessons[lessons.indexOf(session.lesson) + way];

  back.addEventListener('click', () => {
    const { lesson, beat, onBeat } = session;
    const before = neighbour(-1);
    if (beat < 0) go(before, (before?.beats.length ?? 0) - 1);
    // Whoever has left a beat comes back to it first.
    else go(lesson, onBeat ? beat - 1 : beat);
  });
  forward.addEventListener('click', () => {
    const { lesson, beat } = session;
    if (beat + 1 < lesson.beats.length) go(lesson, beat + 1);
    else go(neighbour(1), -1);
  });

  on(['lesson', 'words'], () => {
    const { beat, lesson } = session;
    const beats = lesson.beats.length;
    const [before, after] = [neighbour(-1), neighbour(1)];
    const [isFirst, isLast] = [beat < 0, beat === beats - 1];
    setText(count, t('beats.count', { beat: isFirst ? '–' : beat + 1, count: beats }));
    setAttribute(back, 'aria-disabled', String(isFirst && !before));
    setAttribute(forward, 'aria-disabled', String(isLast && !after));
    name(back, isFirst && before ? t('beats.lesson', place(before)) : t('beats.back'));
    name(forward, isLast && after ? t('beats.lesson', place(after)) : t('beats.forward'));
    const leads = isLast && after ? place(after) : undefined;
    if (!leads) setText(next, '');
    else {
      const named = element('span', 'named', t('beats.next', leads));
      next.replaceChildren(named, element('span', 'numbered', String(leads.number)));
    }
  });
  on(['lesson', 'run', 'axes'], () => setAttribute(main, 'data-on-beat', String(session.onBeat)));
}

/** @param {Lesson} lesson */
const place = (lesson) => ({ number: numberOf(lesson), title: lessonWords(lesson.id).title });

/**
 * @param {HTMLButtonElement} button
 * @param {string} words
 */
function name(button, words) {
  setAttribute(button, 'aria-label', words);
  setAttribute(button, 'title', words);
}
