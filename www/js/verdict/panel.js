// At the end of a run: how it ended, and why. Before it: the shown step, and quietly how the run
// ends. Where a caption asks, the verdict waits until the reader wants it.

import { colors } from '../appearance.js';
import { byId, setAttribute, setHidden, setText } from '../dom.js';
import { on } from '../frames.js';
import { t } from '../locale.js';
import { Notation } from '../network/notation.js';
import { showProse } from '../prose.js';
import { Evidence } from './evidence.js';
import { verdictName, waiting } from './names.js';
import { ending, present } from './present.js';
import { quantities } from './quantities.js';
import { Standstill } from './standstill.js';
import { storyOf } from './stories.js';

/** @import { Session } from '../session.js' */
/** @import { Axes } from '../network/axes.js' */
/** @import { Watch } from '../network/watch.js' */
/** @import { Verdict } from '../../pkg/downhill_web.js' */

/** A screen reader hears a verdict when it has stood for this long, in milliseconds. */
const SETTLED = 600;

/**
 * @param {Session} session
 * @param {Watch} watch
 * @param {Axes} axes
 */
export function mountVerdict(session, watch, axes) {
  const panel = new Panel(session, watch, axes);
  on(['lesson', 'run', 'judging', 'cursor', 'axes', 'watch', 'words', 'view'], () => panel.show());
}

class Panel {
  #main = byId('main', HTMLElement);
  #panel = byId('verdict', HTMLElement);
  #name = byId('verdict-name', HTMLElement);
  #cause = byId('verdict-cause', HTMLElement);
  #sentence = byId('verdict-sentence', HTMLElement);
  #end = byId('verdict-end', HTMLElement);
  #live = byId('verdict-live', HTMLElement);
  #mark = byId('verdict-mark', SVGPathElement);
  #reveal = byId('verdict-reveal', HTMLButtonElement);
  #way = byId('show-cause', HTMLButtonElement);
  #standstill = new Standstill();
  #evidence = new Evidence();
  #notation;
  #color = '';
  /** @type {number | undefined} */
  #settling;
  /** When the last change was. */
  #since = 0;

  /**
   * @param {Session} session
   * @param {Watch} watch
   * @param {Axes} axes
   */
  constructor(session, watch, axes) {
    this.session = session;
    this.axes = axes;
    this.#notation = new Notation(watch);
    this.#reveal.addEventListener('click', () => session.tell());
    this.#way.addEventListener('click', () => {
      const smallest = session.verdict?.smallest_factor;
      if (!smallest) return;
      session.show(Infinity);
      watch.look(smallest);
      byId('network', HTMLElement).scrollIntoView({ block: 'nearest' });
    });
  }

  show() {
    const { verdict, isAtEnd, isAsking } = this.session;
    const told = isAtEnd ? (isAsking ? 'asked' : 'end') : 'step';
    setAttribute(this.#main, 'data-told', told);
    // While a long run is computed the last verdict's numbers stay, dimmed, so that nothing jumps.
    setAttribute(this.#panel, 'data-verdict', verdict?.kind ?? 'computing');
    setHidden(this.#reveal, told !== 'asked' || !verdict);
    setHidden(this.#end, told !== 'step');
    this.#since = performance.now();
    this.#settling ??= setTimeout(() => this.#settle(), SETTLED);
    if (told === 'step') this.#tellStep();
    else if (!verdict) this.#wait();
    else if (told === 'asked') this.#ask(verdict);
    else this.#tellEnd(verdict);
  }

  /**
   * @param {string} name
   * @param {string} cause
   * @param {string} sentence
   * @param {string} [causeName] for the style
   */
  #tell(name, cause, sentence, causeName = '') {
    setText(this.#name, name);
    setText(this.#cause, cause);
    setAttribute(this.#panel, 'data-cause', causeName);
    showProse(this.#sentence, sentence);
  }

  #wait() {
    const { name, sentence } = waiting(this.session);
    this.#tell(name, '', sentence);
  }

  #tellStep() {
    const { session } = this;
    const { step } = session;
    this.#tell(t('step.name', { step }), '', present(session.shown));
    showProse(this.#end, session.isSecret ? '' : ending(session));
  }

  /** @param {Verdict} verdict */
  #ask(verdict) {
    const values = this.#quantities(verdict);
    const spectrum = verdict.eigenvalues ? t('verdict.asked.spectrum', values) : '';
    this.#tell(t('verdict.asked'), '', t('verdict.asked.sentence', values) + spectrum);
  }

  /** @param {Verdict} verdict */
  #tellEnd(verdict) {
    const { session } = this;
    const values = this.#quantities(verdict);
    const story = storyOf(verdict);
    const cause = story.cause ? t(story.cause) : '';
    this.#tell(verdictName(verdict), cause, t(story.sentence, values), verdict.cause ?? '');
    const look = colors().verdicts[verdict.kind];
    // All of the page depends on it.
    if (look.color !== this.#color) this.#main.style.setProperty('--verdict', look.color);
    this.#color = look.color;
    setAttribute(this.#mark, 'd', look.path);
    this.#standstill.show(verdict, session.lab.steps, this.axes);
    this.#evidence.show(story, verdict, values);
    setHidden(this.#way, !verdict.smallest_factor);
  }

  /** @param {Verdict} verdict */
  #quantities(verdict) {
    const { steps, rate } = this.session.lab;
    return quantities(verdict, { steps, rate }, this.#notation);
  }

  /** A timer that is set anew in each frame of a drag costs more than one that looks again. */
  #settle() {
    this.#settling = undefined;
    const rest = SETTLED - (performance.now() - this.#since);
    if (rest > 0) this.#settling = setTimeout(() => this.#settle(), rest);
    else this.#speak();
  }

  #speak() {
    const said = [this.#name, this.#cause, this.#sentence].map(({ textContent }) => textContent);
    setText(this.#live, said.filter((text) => text !== '').join(' '));
  }
}
