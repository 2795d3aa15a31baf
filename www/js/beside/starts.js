// Thirty starts drawn by lot, and what becomes of them: shares by verdict. The seed stays until another
// one is asked for.

import { schemes, write_link } from '../../pkg/downhill_web.js';
import { pictureScale } from '../appearance.js';
import { pixelAt } from '../canvas.js';
import { byId, element, setAttribute, setHidden, setText } from '../dom.js';
import { on } from '../frames.js';
import { t } from '../locale.js';
import { attempt, isRefusal, words } from '../notice.js';
import { percent, plain } from '../numbers.js';
import { read } from '../settings.js';
import { kindName } from '../verdict/names.js';
import { STARTS } from './running.js';
import { mark } from './table.js';

/** @import { Key } from '../locale.js' */
/** @import { Session } from '../session.js' */
/** @import { VerdictKind } from '../../pkg/downhill_web.js' */
/** @import { Starts } from './company.js' */

/** So near to a run a click means it, in pixels of the page; and so far a hand trembles. */
const [REACH, TREMBLE] = [9, 4];

/**
 * @param {Session} session
 * @param {{ restart(): void }} player
 */
export function mountStarts(session, player) {
  const { company } = session;
  const box = byId('starts', HTMLElement);
  const draw = button('starts-draw', 'starts.draw', () => ask({}));
  const remove = button('starts-remove', 'starts.remove', () => {
    wrong = undefined;
    company.setStarts(undefined);
    draw.hidden = false;
    draw.focus();
  });
  const again = button('starts-again', 'starts.again', () => ask({ seed: (company.starts?.seed ?? 0) + STARTS }));
  const scheme = element('select', '');
  scheme.id = 'starts-scheme';
  for (const known of schemes()) {
    const option = element('option', '');
    option.value = known;
    scheme.append(option);
  }
  const scale = field('starts-scale');
  const seed = field('starts-seed');
  const error = element('p', 'starts-error');
  error.id = 'starts-error';
  error.setAttribute('role', 'status');
  const controls = element(
    'p',
    'starts-controls',
    labelled('initial.scheme', scheme),
    labelled('initial.scale', scale),
    labelled('ready.seed', seed),
    again,
    remove,
  );
  const count = element('p', 'beside-note');
  count.id = 'starts-count';
  const shares = element('ul', 'starts-shares');
  shares.id = 'starts-shares';
  box.append(draw, controls, error, count, shares);

  /** Whether what comes is to be played, since it was asked for here. */
  let isAsked = false;
  /** @type {(() => string) | undefined} */
  let wrong;
  /** @type {string | undefined} the verdict whose share had the keyboard when all were drawn again */
  let kept;

  /** @param {Partial<Starts>} change */
  const ask = (change) => {
    const starts = { ...(company.starts ?? first(session)), ...change };
    const { scheme: name, scale: wide, seed: last } = starts;
    try {
      // The form that a link has for it knows what is right, for all thirty.
      write_link({ starts: [name, wide, last + STARTS - 1] });
      write_link({ starts: [name, wide, last] });
    } catch (thrown) {
      if (!isRefusal(thrown)) throw thrown;
      wrong = () => words(thrown);
      show();
      return;
    }
    wrong = undefined;
    isAsked = true;
    company.setStarts(starts);
  };
  scheme.addEventListener('change', () => ask({ scheme: scheme.value }));
  scale.addEventListener('change', () => ask({ scale: read(scale.value) ?? NaN }));
  seed.addEventListener('change', () => ask({ seed: read(seed.value) ?? NaN }));

  /** @param {import('./company.js').Ended | undefined} drawn whose start becomes the present one */
  const choose = (drawn) => {
    if (!drawn) return;
    const { info, lab } = session;
    attempt(() => {
      // Where the picture shows all that moves, as a drag does it: the thirty stay what they are.
      if (info.projection || session.plane !== 'view') {
        session.replace(lab.with_start(new Float64Array(drawn.start)));
        return;
      }
      const [x = NaN, y] = info.view.map(({ weight }) => drawn.start[weight]);
      session.setStart(x, session.isOfRates ? lab.rate : y);
    });
  };
  watchClicks(byId('plot', HTMLElement), byId('plot-path', HTMLCanvasElement), (x, y) => {
    choose(company.drawn[company.handle.drawn_at(x, y, REACH * pictureScale()) ?? NaN]);
  });

  const show = () => {
    const { starts, drawn } = company;
    // The keyboard goes on where it was.
    const moves = document.activeElement === draw && starts;
    setHidden(draw, starts !== undefined);
    setHidden(controls, !starts);
    if (moves) again.focus();
    setHidden(count, !starts);
    setHidden(shares, !starts);
    setText(error, wrong?.() ?? '');
    for (const input of [scale, seed]) setAttribute(input, 'aria-invalid', String(wrong !== undefined));
    setAttribute(box, 'data-drawn', String(drawn.length));
    if (!starts) return;
    if (!wrong && document.activeElement !== scale) scale.value = plain(starts.scale);
    if (!wrong && document.activeElement !== seed) seed.value = String(starts.seed);
    scheme.value = starts.scheme;
    const isProjected = session.info.projection || session.plane !== 'view';
    const told = drawn.length < STARTS ? t('starts.running', { done: drawn.length, all: STARTS }) : t('starts.done');
    const outside = drawn.filter(({ start }) =>
      session.info.view.some(({ weight }, index) => {
        const { from = -Infinity, to = Infinity } = session.info.axes[index] ?? {};
        const value = start[weight] ?? 0;
        return value < from || value > to;
      }),
    ).length;
    const note = isProjected ? t('starts.projected') : outside > 0 ? t('starts.outside', { count: outside }) : '';
    setText(count, note ? `${note} ${told}` : told);
    const focused = document.activeElement?.closest('#starts-shares li')?.getAttribute('data-kind');
    kept = focused ?? kept;
    shares.replaceChildren(
      ...tally(drawn.map(({ verdict }) => verdict.kind)).map(([kind, times]) => {
        const share = element('b', '', percent(times / drawn.length));
        const next = element('button', 'quiet', mark(kind), kindName(kind), share);
        next.type = 'button';
        next.title = t('starts.next', { kind: kindName(kind) });
        // Each press the next one.
        next.addEventListener('click', () => {
          const all = drawn.filter(({ verdict }) => verdict.kind === kind);
          const place = all.findIndex(({ start }) => start.join() === session.lab.weights_at_step(0).join());
          choose(all[(place + 1) % all.length]);
        });
        const item = element('li', '', next);
        item.dataset.kind = kind;
        item.dataset.count = String(times);
        return item;
      }),
    );
    if (isAsked && drawn.length === STARTS) {
      isAsked = false;
      player.restart();
    }
    const same = kept && shares.querySelector(`[data-kind='${kept}'] button`);
    if (!(same instanceof HTMLElement)) return;
    kept = undefined;
    if (document.activeElement === document.body) same.focus();
  };
  const name = () => {
    for (const option of scheme.options) setText(option, t(/** @type {Key} */ (`scheme.${option.value}`)));
  };
  on(['words'], name);
  on(['beside', 'lesson', 'axes', 'words', 'view'], show);
  name();
  show();
}

/**
 * Where no more is known: evenly, as far as the picture reaches from 0.
 *
 * @param {Session} session
 * @returns {Starts}
 */
function first({ info }) {
  const reach = Math.max(...info.view.flatMap(({ from, to }) => [Math.abs(from), Math.abs(to)]));
  return { scheme: 'uniform', scale: Number(reach.toPrecision(2)), seed: 1 };
}

/**
 * Clicks on a picture: presses that are let go where they began.
 *
 * @param {HTMLElement} plot
 * @param {HTMLCanvasElement} canvas
 * @param {(x: number, y: number) => void} click told the place on the canvas
 */
function watchClicks(plot, canvas, click) {
  /** @type {PointerEvent | undefined} */
  let down;
  plot.addEventListener('pointerdown', (event) => (down = event));
  plot.addEventListener('pointerup', (event) => {
    const far = down && Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY);
    const { x, y } = pixelAt(canvas, event);
    if (far !== undefined && far <= TREMBLE) click(x, y);
    down = undefined;
  });
}

/**
 * How often each verdict is there, the most frequent first.
 *
 * @param {VerdictKind[]} kinds
 * @returns {[VerdictKind, number][]}
 */
function tally(kinds) {
  /** @type {Map<VerdictKind, number>} */
  const counts = new Map();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
}

/**
 * @param {string} id
 * @param {Key} words
 * @param {() => void} press
 */
function button(id, words, press) {
  const made = element('button', 'plain');
  made.id = id;
  made.type = 'button';
  on(['words'], () => setText(made, t(words)));
  setText(made, t(words));
  made.addEventListener('click', press);
  return made;
}

/** @param {string} id */
function field(id) {
  const input = element('input', '');
  input.id = id;
  input.type = 'text';
  input.inputMode = 'decimal';
  input.autocomplete = 'off';
  input.setAttribute('aria-describedby', 'starts-error');
  return input;
}

/**
 * @param {Key} words
 * @param {HTMLElement} control
 */
function labelled(words, control) {
  const label = element('span', '');
  on(['words'], () => setText(label, t(words)));
  setText(label, t(words));
  return element('label', 'field', label, control);
}
