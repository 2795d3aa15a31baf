// Error and gradient over the steps, and the cursor on them.

import { isDark, pictureScale } from './appearance.js';
import { fill, isUnsized, pixelAt } from './canvas.js';
import { byId, setAttribute } from './dom.js';
import { on } from './frames.js';
import { t } from './locale.js';
import { format } from './numbers.js';
import { watchStrokes } from './strokes.js';

/** @import { Topic } from './frames.js' */
/** @import { Session } from './session.js' */

/**
 * @param {Session} session
 * @param {{ pause(): void }} player
 */
export function mountTimeline(session, player) {
  const box = byId('timeline', HTMLElement);
  const base = byId('timeline-base', HTMLCanvasElement);
  const cursor = byId('timeline-cursor', HTMLCanvasElement);
  fill(box, [base, cursor]);

  watchStrokes(box, {
    canBegin: () => !isUnsized(cursor),
    put: (event) => {
      player.pause();
      session.show(session.lab.timeline_step_at(pixelAt(cursor, event).x));
    },
    goesSideways: () => true,
  });

  box.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const target = keyTarget(event, session);
    if (target === null) return;
    event.preventDefault();
    player.pause();
    session.show(target);
  });

  /** @type {Topic[]} */
  const records = ['lesson', 'view', 'run', 'beside', 'words'];
  /** @param {Set<Topic>} published */
  const draw = (published) => {
    if (isUnsized(base)) return;
    if (records.some((topic) => published.has(topic))) {
      session.lab.draw_timeline(base, pictureScale(), isDark());
    }
    session.lab.draw_timeline_cursor(cursor, session.step, isDark());
  };
  on([...records, 'cursor'], draw, 'paint');
  on(['lesson', 'run', 'cursor', 'words'], () => {
    const { shown, step, last } = session;
    setAttribute(box, 'aria-valuemax', String(last));
    setAttribute(box, 'aria-valuenow', String(step));
    setAttribute(
      box,
      'aria-valuetext',
      t('timeline.value', { step, last, error: format(shown.error) }),
    );
  });
}

/**
 * @param {KeyboardEvent} event
 * @param {Session} session
 * @returns {number | null} the step to show, or null for a key that means nothing here
 */
function keyTarget({ key, shiftKey }, { step, last }) {
  const page = Math.max(1, Math.round(last / 10));
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return step - (shiftKey ? 10 : 1);
    case 'ArrowRight':
    case 'ArrowUp':
      return step + (shiftKey ? 10 : 1);
    case 'PageDown':
      return step - page;
    case 'PageUp':
      return step + page;
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
