// Guess first: what is asked, the answers to choose from, and whether the guess was right.

import { isDark } from '../appearance.js';
import { mark } from '../beside/table.js';
import { button, byId, element, icon, setAttribute, setHidden, setText } from '../dom.js';
import { on } from '../frames.js';
import { t } from '../locale.js';
import { tell } from '../notice.js';
import { prose } from '../prose.js';
import { VERDICTS, kindName } from '../verdict/names.js';
import { fetchQuestionWords, questionsOf, questionWords } from './questions.js';
import { keepAsked } from './kept.js';
import { Round } from './round.js';
import { reset, tally } from './tally.js';

/** @import { Watch } from '../network/watch.js' */
/** @import { Asked } from './kept.js' */
/** @import { Answer } from './round.js' */

/** @type {Promise<Panel> | undefined} */
let panel;

/**
 * Asks the first question of the lesson that has not been asked, or leaves.
 *
 * @param {Watch} watch
 */
export async function toggleGuess(watch) {
  (await opened(watch)).toggle();
}

/**
 * Asks again what was asked when the page was loaded again.
 *
 * @param {Watch} watch
 * @param {Asked} asked
 */
export async function resumeGuess(watch, asked) {
  const panel = await opened(watch);
  // What the page opens with has been drawn by then: another lesson on the bench ends a guess.
  await new Promise(requestAnimationFrame);
  panel.resume(asked);
}

/** @param {Watch} watch */
const opened = (watch) => (panel ??= fetchQuestionWords().then(() => new Panel(watch)));

class Panel {
  #main = byId('main', HTMLElement);
  #switch = byId('guess', HTMLButtonElement);
  #section = byId('guess-panel', HTMLElement);
  #play = byId('play', HTMLButtonElement);
  #heading = element('h3', 'guess-heading');
  #ask = element('p', 'guess-ask');
  #answers = element('div', 'guess-answers');
  #outcome = element('p', 'guess-outcome');
  #why = element('p', 'guess-why');
  #next = button('guess-next', 'plain', () => this.#askNext());
  #leave = button('guess-leave', 'plain', () => this.#round.end());
  #tally = element('span', 'guess-tally');
  #reset = tool('guess-reset', () => {
    reset();
    setText(this.#tally, t('guess.tally', tally()));
  });
  #hint = element('p', 'hint');
  #round;
  #lesson = '';
  /** Which question of the lesson. */
  #index = -1;

  /** @param {Watch} watch */
  constructor(watch) {
    this.watch = watch;
    this.#answers.id = 'guess-answers';
    this.#answers.setAttribute('role', 'group');
    const told = element('div', 'guess-told', this.#outcome, this.#why);
    told.setAttribute('role', 'status');
    this.#section.append(
      this.#heading,
      this.#ask,
      this.#answers,
      told,
      element('p', 'guess-line', this.#next, this.#leave, element('span', 'guess-count', this.#tally, this.#reset)),
      this.#hint,
    );
    this.#round = new Round(watch.session, () => this.#show());
    on(['view'], () => this.#show());
    on(['words'], () => {
      fetchQuestionWords().then(() => this.#show(), () => tell(() => t('hall.failed')));
    });
  }

  toggle() {
    if (this.#round.stage) this.#round.end();
    else this.#askNext();
  }

  /** @param {Asked} asked */
  resume({ lesson, index, isOwn }) {
    this.#lesson = lesson;
    this.#index = index;
    const question = isOwn ? undefined : questionsOf(lesson)[index];
    this.watch.show('picture');
    this.#round.ask(question?.document, question?.choices);
  }

  #askNext() {
    const { lesson, isOwn } = this.watch.session;
    const questions = isOwn ? [] : questionsOf(lesson.id);
    this.#index = lesson.id === this.#lesson ? (this.#index + 1) % Math.max(1, questions.length) : 0;
    this.#lesson = lesson.id;
    const question = questions[this.#index];
    this.watch.show('picture');
    this.#round.ask(question?.document, question?.choices);
  }

  #show() {
    const { stage, isOwn, choices, answer, isRight } = this.#round;
    const isOpen = stage === 'asked' || stage === 'running';
    keepAsked(isOpen ? { lesson: this.#lesson, index: this.#index, isOwn } : undefined);
    setAttribute(this.#switch, 'aria-pressed', String(stage !== undefined));
    setHidden(this.#section, !stage);
    // Neither a hand nor Space plays what is to be guessed.
    this.#play.disabled = isOpen;
    if (!stage) {
      this.#main.removeAttribute('data-guess');
      return;
    }
    setAttribute(this.#main, 'data-guess', stage);
    const hadFocus = this.#section.contains(document.activeElement);
    const questions = questionsOf(this.#lesson);
    const { ask, why } = isOwn ? { ask: t('guess.own'), why: '' } : questionWords(this.#lesson, this.#index);
    const place = { number: this.#index + 1, count: questions.length };
    setText(this.#heading, isOwn ? t('guess.heading') : t('guess.heading.count', place));
    const wanted = choices === 'fates' ? t('guess.fates') : t('guess.convergence');
    this.#ask.replaceChildren(...prose(ask));
    if (stage === 'asked') this.#ask.append(' ', element('strong', '', wanted));
    this.#showAnswers(choices === 'fates' ? VERDICTS : ['converged', 'not']);
    const isTold = stage === 'told';
    setHidden(this.#answers, stage !== 'asked');
    setHidden(this.#hint, stage !== 'asked');
    this.#outcome.replaceChildren();
    this.#why.replaceChildren();
    if (stage === 'running') setText(this.#outcome, t('guess.running', { answer: called(answer) }));
    if (isTold) {
      const outcome = element('strong', '', isRight ? t('guess.right') : t('guess.wrong'));
      outcome.dataset.right = String(isRight);
      this.#outcome.append(outcome, ' ', t('guess.said', { answer: called(answer) }));
      this.#why.append(...prose(why));
    }
    setHidden(this.#next, !isTold);
    setText(this.#next, this.watch.session.isOwn ? t('guess.again') : t('guess.next'));
    setText(this.#leave, t('guess.leave'));
    setText(this.#hint, t('guess.hint'));
    setText(this.#tally, t('guess.tally', tally()));
    for (const name of ['aria-label', 'title']) setAttribute(this.#reset, name, t('guess.reset'));
    // What had the keyboard may be gone: the way on has it.
    if (!hadFocus) return;
    if (isTold) this.#next.focus();
    else if (stage === 'running') this.#leave.focus();
    else this.#answers.querySelector('button')?.focus();
  }

  /** @param {Answer[]} answers */
  #showAnswers(answers) {
    this.#answers.setAttribute('aria-label', t('guess.answers'));
    const key = `${answers.map(called).join()} ${isDark()}`;
    if (this.#answers.dataset.key === key) return;
    this.#answers.dataset.key = key;
    this.#answers.replaceChildren(...answers.map((answer, index) => {
      const digit = element('kbd', '', String(index + 1));
      digit.setAttribute('aria-hidden', 'true');
      const made = button(`answer-${answer}`, 'plain', () => this.#round.give(answer));
      made.setAttribute('aria-keyshortcuts', String(index + 1));
      made.append(digit, answer === 'not' ? '' : mark(answer), element('span', '', called(answer)));
      return made;
    }));
  }
}

/** @param {Answer | undefined} answer */
function called(answer) {
  if (!answer) return '';
  return answer === 'not' ? t('guess.not') : kindName(answer);
}

/**
 * The same for a small thing, with a sign in place of words.
 *
 * @param {string} id
 * @param {() => void} press
 */
function tool(id, press) {
  const made = button(id, 'quiet', press);
  made.append(icon('icon-reset'));
  return made;
}
