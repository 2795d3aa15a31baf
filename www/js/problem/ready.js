// Problems to begin with: those that are ready to use and those of the lessons.

import { ready_problem, ready_problems, read_number } from '../../pkg/downhill_web.js';
import { element, setHidden } from '../dom.js';
import { on } from '../frames.js';
import { lessons } from '../lessons.js';
import { lessonWords, t } from '../locale.js';
import { attempt } from '../notice.js';
import { button, field } from './parts.js';

/** @import { Key } from '../locale.js' */
/** @import { Session } from '../session.js' */

/** Before the names of lessons. */
const LESSON = 'lesson:';

/**
 * @param {Session} session
 * @param {() => void} taken another problem is on the bench
 */
export function mountReady(session, taken) {
  const known = ready_problems();
  const select = element('select', '');
  select.id = 'ready';
  const seed = element('input', '');
  seed.type = 'text';
  seed.inputMode = 'numeric';
  seed.autocomplete = 'off';
  seed.id = 'ready-seed';
  seed.value = '1';
  /** What was taken last, as long as its samples are drawn. */
  let drawn = '';

  /** @param {() => object} document */
  const put = (document) => {
    if (attempt(() => session.make(document()))) taken();
  };
  /** @param {string} name */
  const take = (name) => {
    const value = read_number(seed.value) ?? NaN;
    put(() => ready_problem(name, value));
  };
  const next = button(
    'ready-next',
    () => t('ready.next'),
    () => {
      seed.value = String((read_number(seed.value) ?? 0) + 1);
      take(drawn);
    },
  );
  const seeds = element('span', 'seeds', field(() => t('ready.seed'), seed), next);
  seed.addEventListener('change', () => take(drawn));

  select.addEventListener('change', () => {
    const { value } = select;
    drawn = known.find(({ name }) => name === value)?.drawn ? value : '';
    setHidden(seeds, !drawn);
    if (value.startsWith(LESSON)) {
      const lesson = lessons.find(({ id }) => id === value.slice(LESSON.length));
      const document = lesson?.beats[0]?.document;
      if (document) put(() => document);
    } else if (value) take(value);
    if (!drawn) select.value = '';
  });

  const write = () => {
    const chosen = select.value;
    const first = option('', t('ready.choose'));
    first.disabled = true;
    const ready = element('optgroup', '');
    ready.label = t('ready.known');
    ready.append(...known.map(({ name }) => option(name, t(/** @type {Key} */ (`ready.${name}`)))));
    const taught = element('optgroup', '');
    taught.label = t('ready.lessons');
    taught.append(
      ...lessons.map(({ id }, at) => option(LESSON + id, `${at + 1} ${lessonWords(id).title}`)),
    );
    select.replaceChildren(first, ready, taught);
    select.value = chosen;
  };
  on(['words'], write);
  write();
  setHidden(seeds, true);
  on(['lesson'], () => {
    drawn = '';
    select.value = '';
    setHidden(seeds, true);
  });
  return element('div', 'ready', field(() => t('ready.begin'), select), seeds);
}

/**
 * @param {string} value
 * @param {string} words
 */
function option(value, words) {
  const made = element('option', '', words);
  made.value = value;
  return made;
}
