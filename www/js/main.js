// Starts the page: loads the laboratory, puts the first lesson on the bench, wires the parts. Whoever opens
// the page as it is sees its first picture, and can drag in it, before all of the laboratory has come.

import { addressed, mountAddress } from './address/address.js';
import { mountAppearance } from './appearance.js';
import { mountBeside } from './beside/beside.js';
import { mountCritical } from './critical.js';
import { byId, setAttribute } from './dom.js';
import { mountFault } from './fault.js';
import { mountFiles } from './files/files.js';
import { mountFolds } from './folds.js';
import { busyWhile, publish, watchBusy } from './frames.js';
import { mountGuess } from './guess/guess.js';
import { keptAsked } from './guess/kept.js';
import { mountMaps } from './fates/maps.js';
import { mountKeys } from './keys.js';
import { completeLaboratory, isLaboratoryComplete, startLaboratory } from './laboratory.js';
import { mountLanguage } from './language.js';
import { mountLesson } from './lesson.js';
import { fetchWords, language, speak, t } from './locale.js';
import { Axes } from './network/axes.js';
import { mountViews } from './network/views.js';
import { Watch } from './network/watch.js';
import { mountMethod } from './method.js';
import { mountNotice, takeBack, tell } from './notice.js';
import { mountNotes } from './notes/notes.js';
import { mountOffline } from './offline.js';
import { mountPlanes } from './planes.js';
import { mountProblem } from './problem/tab.js';
import { mountReading } from './reading.js';
import { mountRelief } from './relief/relief.js';
import { Session } from './session.js';
import { mountSettings } from './settings.js';
import { mountShare } from './share/share.js';
import { mountSurface } from './surface.js';
import { whenOpened } from './tabs.js';
import { mountTimeline } from './timeline.js';
import { mountTransport } from './transport.js';
import { mountVerdict } from './verdict/panel.js';
import { mountSensitivity } from './verdict/sensitivity.js';
import { mountZoomButtons } from './zoom/buttons.js';
import { mountGestures } from './zoom/gestures.js';
import { mountRanges } from './zoom/ranges.js';

/** How long after a failure what comes later is asked for again, in milliseconds, and at most. */
const PAUSE = 1000;
const LONGEST_PAUSE = 30_000;

async function start() {
  const boot = byId('boot', HTMLElement);
  const main = byId('main', HTMLElement);
  // Each is on its way while the other is.
  const [words, laboratory] = await Promise.allSettled([
    fetchWords(language()),
    isPlain() ? startLaboratory() : completeLaboratory(),
  ]);
  if (words.status === 'rejected') {
    boot.dataset.failed = '';
    boot.append(String(words.reason));
    return;
  }
  if (laboratory.status === 'rejected') {
    await speak(language());
    boot.dataset.failed = '';
    boot.textContent = t('boot.failed', { reason: String(laboratory.reason) });
    return;
  }
  const asked = await addressed();
  await speak(asked.wish.language ?? language()).catch(() => speak(language()));
  watchBusy((busy) => setAttribute(main, 'data-busy', String(busy)));
  mountNotice();
  mountFault();
  mountLanguage();
  mountAppearance();
  mountFolds();
  const session = new Session(asked.wish.state.lesson);
  const watch = new Watch(session);
  mountAddress(watch, asked);
  const axes = new Axes(watch);
  mountLesson(session);
  mountMaps(session, axes);
  mountPlanes(session, axes);
  mountSurface(session, axes);
  mountRelief(session, axes);
  mountCritical(session, axes);
  mountGestures(session);
  mountZoomButtons(session);
  mountRanges(watch);
  const player = mountTransport(session, watch);
  mountTimeline(session, player);
  mountBeside(session, axes, player);
  mountSettings(session);
  mountMethod(session);
  mountVerdict(session, watch, axes);
  mountSensitivity(session, axes);
  mountReading(session, axes);
  mountViews(watch);
  mountProblem(watch);
  const network = () => import('./network/panel.js');
  whenOpened(watch, ['network', 'layers'], network, ({ mountNetwork }) => mountNetwork(watch));
  const outputs = () => import('./outputs/panel.js');
  whenOpened(watch, ['outputs'], outputs, ({ mountOutputs }) => mountOutputs(watch));
  const mountRest = () => {
    mountShare(watch);
    mountFiles(watch);
    mountGuess(watch);
    mountNotes(session);
    mountKeys();
    for (const part of document.querySelectorAll('[data-later]')) part.removeAttribute('inert');
  };
  if (isLaboratoryComplete()) mountRest();
  boot.remove();
  main.hidden = false;
  mountOffline();
  if (isLaboratoryComplete()) return;
  await busyWhile(insisting());
  mountRest();
  publish('complete');
}

/** Whether nothing is asked for but the page itself. */
const isPlain = () => location.hash.length < 2 && !keptAsked();

/** Completes the laboratory, and says what keeps it from that. */
async function insisting() {
  /** @type {(() => string) | undefined} */
  let message;
  for (let pause = PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
    try {
      await completeLaboratory();
      if (message) takeBack(message);
      return;
    } catch (reason) {
      message = () => t('boot.later', { reason: String(reason) });
      tell(message);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

start();
