// Runs side by side: the button that pins the present one, and the fold in which they are told, which is
// not there before. What it takes is fetched with the first run beside the present one.

import { byId, setAttribute, setHidden } from '../dom.js';
import { busyWhile, on } from '../frames.js';
import { t } from '../locale.js';
import { tell } from '../notice.js';

/** @import { Axes } from '../network/axes.js' */
/** @import { Session } from '../session.js' */

/**
 * @param {Session} session
 * @param {Axes} axes
 * @param {{ restart(): void }} player
 */
export function mountBeside(session, axes, player) {
  const { company } = session;
  const fold = byId('beside', HTMLDetailsElement);
  const button = byId('pin', HTMLButtonElement);
  const main = byId('main', HTMLElement);
  let isFetched = false;

  const fetch = () => {
    if (isFetched) return;
    isFetched = true;
    busyWhile(
      import('./panel.js').then(
        ({ mountPanel }) => mountPanel(session, axes, player),
        () => {
          isFetched = false;
          tell(() => t('beside.failed'));
        },
      ),
    );
  };
  /** Which restart of the session the slot of the present run belongs to. */
  let restarts = -1;
  /** @type {number | undefined} the slot in which the present run is pinned */
  let present;
  /** @type {unknown} */
  let bench;
  const look = () => {
    restarts = session.restarts;
    bench = session.lab;
    present = presentSlot(session);
    show();
  };
  const show = () => {
    const isPinned = present !== undefined;
    setAttribute(button, 'aria-pressed', String(isPinned));
    const words = isPinned ? t('pin.remove-present') : t('pin.present');
    setAttribute(button, 'aria-label', words);
    button.title = words;
  };
  button.addEventListener('click', () => {
    look();
    if (present !== undefined) company.remove(present);
    else if (!company.pin(session.lab.document())) tell(() => t('pin.full'));
  });

  byId('race', HTMLButtonElement).addEventListener('click', () => {
    const failed = () => tell(() => t('beside.failed'));
    busyWhile(import('./race.js').then(({ race }) => race(session), failed));
  });

  let wasEmpty = true;
  on(['beside', 'lesson'], (published) => {
    look();
    const { isEmpty } = company;
    if (!isEmpty) fetch();
    // Who needs no fold sees none. What has come is told; whoever closes it keeps it closed, and whoever
    // has taken the last run away may want another.
    if (!isEmpty) fold.hidden = false;
    else if (published.has('lesson')) fold.hidden = true;
    if (wasEmpty && !isEmpty) fold.open = true;
    wasEmpty = isEmpty;
    main.toggleAttribute('data-beside', !isEmpty);
    setHidden(byId('beside-table', HTMLElement), !company.hasPins);
    setHidden(byId('race-note', HTMLElement), !company.isRace);
  });
  on(['run'], () => {
    if (restarts === session.restarts) return;
    // A drag asks for no comparison in each of its frames.
    if (bench !== session.lab) look();
    else {
      restarts = session.restarts;
      present = undefined;
      show();
    }
  });
  on(['words'], show);
  addEventListener('beforeprint', () => {
    if (!company.isEmpty) fold.open = true;
  });

  // Another problem has other pictures.
  /** @type {unknown} */
  let lab;
  let shown = '';
  on(['lesson', 'axes'], () => {
    const weights = session.info.view.map(({ weight }) => weight).join();
    if (lab === session.lab && shown === weights) return;
    lab = session.lab;
    shown = weights;
    const gone = company.pins.flatMap((pin, slot) => (pin && !session.lab.takes_pin(pin) ? [slot] : []));
    for (const slot of gone) company.remove(slot);
    if (gone.length > 0) tell(() => t('pin.gone', { count: gone.length }));
  }, 'compute');

}

/**
 * The slot whose run is the present one.
 *
 * @param {Session} session
 */
function presentSlot({ company, lab }) {
  const slot = company.pins.findIndex((pin) => {
    const parts = pin && lab.pin_parts(pin);
    return parts !== undefined && Object.keys(parts).length === 0;
  });
  return slot < 0 ? undefined : slot;
}
