// The window of the speaker's notes: what to say in the present beat, what comes next, and the time. It
// turns the beats of the page that has opened it.

import { element, setText } from '../dom.js';
import { fetchQuestionWords, questionWords } from '../guess/questions.js';
import { language, lessonWords, speak, t } from '../locale.js';
import { prose } from '../prose.js';
import { kindName } from '../verdict/names.js';
import { Clock } from './clock.js';
import { openLine } from './line.js';
import { fetchNotes } from './words.js';

/** @import { Place, Told, Wish } from './line.js' */
/** @import { Notes } from './words.js' */

/** @type {Record<string, Wish>} */
const KEYS = {
  PageDown: 'forward',
  ArrowRight: 'forward',
  PageUp: 'back',
  ArrowLeft: 'back',
  ' ': 'play',
  b: 'black',
  '.': 'black',
};

const clock = new Clock();
const status = element('p', 'status');
status.setAttribute('role', 'status');
const place = element('p', 'place');
const title = element('h1', '');
const caption = element('p', 'heard');
const sayHeading = element('h2', '');
const say = element('p', 'say');
const askHeading = element('h2', '');
const ask = element('p', 'ask');
const answer = element('p', 'answer');
const guessHeading = element('h2', '');
const question = element('p', 'ask');
const ending = element('p', 'answer');
const guess = element('div', 'words', guessHeading, question, ending);
const nextHeading = element('h2', '');
const next = element('p', 'heard');
const back = turn('back');
const forward = turn('forward');
const notes = element('div', 'words', sayHeading, say, askHeading, ask, answer);
const main = element(
  'main',
  '',
  element('header', '', place, title, caption),
  notes,
  guess,
  element('section', 'next', nextHeading, next),
);
const footer = element('footer', '', element('div', 'turns', back, forward), status, clock.element);

/** @type {Told | undefined} */
let told;
/** @type {Notes} */
let words = {};

const send = openLine(location.hash.slice(1), (message) => {
  if (message.from === 'page') hear(message.told);
});
/** @param {Wish} wish */
const wish = (wish) => send({ from: 'notes', wish });

/** @param {Told | undefined} now */
async function hear(now) {
  told = now;
  if (now && now.language !== language()) await learn(now.language);
  if (told === now) show();
}

/** @param {import('../locale.js').Language} wanted */
async function learn(wanted) {
  await speak(wanted);
  [words] = await Promise.all([fetchNotes(), fetchQuestionWords()]);
}

function show() {
  document.title = `${t('notes.title')} – Downhill`;
  setText(status, told ? '' : t('notes.alone'));
  setText(sayHeading, t('notes.say'));
  setText(askHeading, t('notes.asked'));
  setText(nextHeading, t('notes.next'));
  for (const [button, name] of /** @type {const} */ ([[back, t('beats.back')], [forward, t('beats.forward')]])) {
    button.setAttribute('aria-label', name);
    button.title = name;
  }
  clock.speak();
  main.hidden = !told;
  if (!told) return;
  document.documentElement.dataset.theme = told.theme;
  const { at, count } = told;
  const { number, beat } = at;
  setText(place, beat < 0 ? t('notes.place.before', { number }) : t('notes.place', { number, beat: beat + 1, count }));
  setText(title, lessonWords(at.lesson).title);
  caption.replaceChildren(...prose(captionOf(at)));
  const note = words[at.lesson]?.[at.beat];
  showGuess(told);
  notes.hidden = !note || !guess.hidden;
  say.replaceChildren(...prose(note?.say ?? ''));
  ask.replaceChildren(...prose(note?.ask ?? ''));
  answer.replaceChildren(...prose(note?.answer ?? ''));
  next.replaceChildren(...nextWords(told.next));
}

/** @param {Told} told what the class does not know yet */
function showGuess({ asked, ends }) {
  guess.hidden = !asked;
  if (!asked) return;
  setText(guessHeading, t('guess.heading'));
  const { ask, why } = asked.isOwn ? { ask: t('guess.own'), why: '' } : questionWords(asked.lesson, asked.index);
  question.replaceChildren(...prose(ask));
  const kind = ends ? [element('strong', '', kindName(ends)), ' '] : [];
  ending.replaceChildren(...kind, ...prose(why));
}

/** @param {Place} place */
function captionOf({ lesson, beat }) {
  const { text, captions } = lessonWords(lesson);
  return captions[beat] ?? text;
}

/** @param {Place | undefined} place */
function nextWords(place) {
  if (!place) return [t('notes.end')];
  const lead = `${place.number} ${lessonWords(place.lesson).title}: `;
  return [...(place.beat < 0 ? [element('strong', '', lead)] : []), ...prose(captionOf(place))];
}

/** @param {'back' | 'forward'} way */
function turn(way) {
  const button = element('button', 'turn', way === 'back' ? '‹' : '›');
  button.id = way;
  button.type = 'button';
  button.addEventListener('click', () => wish(way));
  return button;
}

addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
  const asked = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!asked) return;
  event.preventDefault();
  wish(asked);
});
// As on the page: Space plays, and presses no button that has the focus; some browsers do so when it is let
// go.
addEventListener('keyup', (event) => {
  if (event.key === ' ') event.preventDefault();
});

await learn(language());
document.body.append(main, footer);
show();
wish('where');
