// How the run ended, and why: the name, a sentence, the lecture's line at a standstill, the numbers.

import { isDark } from '../appearance.js';
import { byId, setAttribute, setText } from '../dom.js';
import { on } from '../frames.js';
import { t } from '../locale.js';
import { Notation } from '../network/notation.js';
import { showProse } from '../prose.js';
import { Evidence } from './evidence.js';
import { verdictName } from './names.js';
import { quantities } from './quantities.js';
import { Standstill } from './standstill.js';
import { storyOf } from './stories.js';
import { palette } from '../../pkg/downhill_web.js';

/** @import { Session } from '../session.js' */
/** @import { Watch } from '../network/watch.js' */

/** A screen reader hears a verdict when it has stood for this long, in milliseconds. */
const SETTLED = 600;

/**
 * @param {Session} session
 * @param {Watch} watch
 */
export function mountVerdict(session, watch) {
  const main = byId('main', HTMLElement);
  const panel = byId('verdict', HTMLElement);
  const name = byId('verdict-name', HTMLElement);
  const cause = byId('verdict-cause', HTMLElement);
  const sentence = byId('verdict-sentence', HTMLElement);
  const live = byId('verdict-live', HTMLElement);
  const mark = byId('verdict-mark', SVGPathElement);
  const standstill = new Standstill();
  const evidence = new Evidence();
  const notation = new Notation(watch);
  const button = byId('show-cause', HTMLButtonElement);
  button.addEventListener('click', () => {
    const smallest = session.verdict?.smallest_factor;
    if (!smallest) return;
    session.show(Infinity);
    watch.look(smallest);
    byId('network', HTMLElement).scrollIntoView({ block: 'nearest' });
  });
  /** @type {number | undefined} */
  let settling;
  const tell = () => {
    const said = [name, cause, sentence].map(({ textContent }) => textContent);
    setText(live, said.filter((text) => text !== '').join(' '));
  };

  on(['lesson', 'run', 'axes', 'watch', 'words', 'view'], () => {
    const { verdict } = session;
    setAttribute(panel, 'data-verdict', verdict?.kind ?? 'computing');
    // While a long run is computed the last verdict's numbers stay, dimmed, so that nothing jumps.
    setText(name, verdictName(verdict));
    clearTimeout(settling);
    settling = setTimeout(tell, SETTLED);
    if (!verdict) {
      setAttribute(panel, 'data-cause', '');
      setText(cause, '');
      showProse(sentence, t('verdict.computing.sentence'));
      return;
    }
    const { steps, rate } = session.lab;
    const values = quantities(verdict, { steps, rate }, notation);
    const story = storyOf(verdict);
    setAttribute(panel, 'data-cause', verdict.cause ?? '');
    setText(cause, story.cause ? t(story.cause) : '');
    showProse(sentence, t(story.sentence, values));
    const look = palette(isDark()).verdicts[verdict.kind];
    main.style.setProperty('--verdict', look.color);
    setAttribute(mark, 'd', look.path);
    const { view } = session.info;
    standstill.show(verdict, steps, view.length === 1 ? view[0]?.name : 'w');
    evidence.show(story, verdict, values);
    button.hidden = !verdict.smallest_factor;
  });
}
