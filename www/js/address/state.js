// The state of the page as a link says it, and back. What a link can say, and how, stands in the table
// of crate `links`.

import { document_text, linked_document, read_link, write_link } from '../../pkg/downhill_web.js';
import { completeLaboratory } from '../laboratory.js';
import { firstLesson, lessons } from '../lessons.js';
import { language, languages, speak, t } from '../locale.js';
import { focusPicture, focusView } from '../network/look.js';
import { tell } from '../notice.js';
import { beginning } from '../session.js';
import { hiddenParts, hide } from './frame.js';
import { lookParts } from './look.js';
import { packed, unpacked } from './packed.js';

/** @import { Lab, LinkParts, PinParts, Refusal } from '../../pkg/downhill_web.js' */
/** @import { Starts } from '../beside/company.js' */
/** @import { Beat } from '../lessons.js' */
/** @import { Language } from '../locale.js' */
/** @import { View } from '../network/look.js' */
/** @import { Watch } from '../network/watch.js' */
/** @import { Session, State } from '../session.js' */

/**
 * What a link asks for.
 *
 * `parts`: also what is looked at in the network, which is known when that is there.
 * @typedef {{ state: State, view: View, parts: LinkParts, language: Language | undefined, hidden: string[] }} Wish
 */

/** What the address need not say: the page without any. */
export const FIRST = firstLesson.id;
/** What the page spoke at first. */
const spoken = language();
/** Whether a link has said what it speaks. */
let isSaid = false;

/**
 * What stands behind the # for the present state. What a drag or a playing run changes by itself is left
 * out of `kind`: states of one kind are no step back from each other.
 *
 * @param {Watch} watch
 * @returns {Promise<{ text: string, kind: string }>}
 */
export async function written(watch) {
  const { session } = watch;
  const { lesson, beat, lab, wanted } = session;
  const base = lesson.beats[beat] ?? lesson.beats[0];
  const changes = base && lab.changes_of(base.document);
  /** @type {LinkParts} */
  const parts = { lesson: lesson.id, ...changes };
  if (beat >= 0) parts.beat = beat + 1;
  if (watch.view !== focusView(base?.focus)) parts.tab = watch.view;
  const look = lookParts(watch);
  // Whoever plays an update goes through its stages.
  if (look.sample !== undefined) parts.sample = look.sample;
  if (session.picture !== focusPicture(base?.focus)) parts.mode = session.picture;
  if (session.isRelief) parts.relief = 'yes';
  if (session.isOfRates && session.rates) parts.rates = [session.rates];
  if (session.plane === 'random') Object.assign(parts, { plane: 'random', seed: session.seed });
  if (session.plane === 'path' || session.isAwaitingPath) parts.plane = 'path';
  const through = session.plane === 'random' ? drawnThrough(lab) : undefined;
  if (through) parts.through = through.map((weight) => [weight]);
  if (session.plane !== 'view' && session.isZoomed) {
    parts.ranges = session.info.axes.map(({ from, to }) => [from, to]);
  }
  if (beat >= 0 && !session.onBeat && changes && !leaves({ ...changes, ...look }, base)) parts.left = 'yes';
  if (session.onBeat && base?.asks && session.isTold) parts.told = 'yes';
  if (session.isOwn) parts.own = 'yes';
  if (hiddenParts().length > 0) parts.hide = hiddenParts();
  const { starts } = session.company;
  if (starts) parts.starts = [starts.scheme, starts.scale, starts.seed];
  const pins = pinned(session);
  // Documents are packed after all else has been read: meanwhile the page may change.
  const at = wanted === beginning(lesson, beat) ? {} : { at: wanted === Infinity ? 'end' : wanted };
  const lang = isSaid || language() !== spoken ? { lang: language() } : {};
  if (!changes) parts.experiment = await packed(lab.document_text());
  if (pins.length > 0) parts.pins = await Promise.all(pins);
  const kind = write_link(parts);
  const text = write_link(/** @type {LinkParts} */ ({ ...parts, ...look, ...at, ...lang }));
  return { text, kind };
}

/**
 * The link that shows the same without parts of the page, in the present language.
 *
 * @param {string} text of a link
 * @param {string[]} hide
 */
export const embedded = (text, hide) => write_link({ ...read_link(text), hide, lang: language() });

/**
 * What a link asks for; throws a `Refusal`, or a `Damage`.
 *
 * @param {string} text behind the #
 * @returns {Promise<Wish>}
 */
export async function wished(text) {
  const isPlain = text === '';
  // Links need all of it.
  if (!isPlain) await completeLaboratory();
  /** @type {LinkParts} */
  const parts = isPlain ? {} : read_link(text);
  const lesson = lessonOf(parts);
  const { beat = 0, at, lang } = parts;
  if (beat > lesson.beats.length) {
    throw refusal('beat', 'out-of-range', { found: beat, least: 1, greatest: lesson.beats.length });
  }
  const known = languages.find(({ code }) => code === lang);
  if (lang !== undefined && !known) {
    const allowed = languages.map(({ code }) => code).join(', ');
    throw refusal('lang', 'not-one-of', { found: lang, allowed });
  }
  const shown = lesson.beats[beat - 1] ?? lesson.beats[0];
  const base = parts.experiment === undefined ? shown?.document : await unpacked(parts.experiment);
  const document = isPlain && base ? base : linked_document(parts, base);
  return {
    state: {
      lesson,
      beat: beat - 1,
      onBeat: beat > 0 && !leaves(parts, shown) && parts.left !== 'yes',
      isOwn: parts.own === 'yes',
      isTold: parts.told === 'yes',
      document,
      wanted: at === undefined ? beginning(lesson, beat - 1) : at === 'end' ? Infinity : at,
      mode: parts.mode ?? focusPicture(shown?.focus),
      relief: parts.relief === 'yes',
      plane: parts.plane ?? 'view',
      seed: parts.seed ?? 1,
      through: parts.through?.flat(),
      ranges: parts.ranges?.flat(),
      pins: await Promise.all((parts.pins ?? []).map((pin) => unpinned(pin, document))),
      starts: startsOf(parts),
      rates: ratesOf(parts),
    },
    view: parts.tab ?? focusView(shown?.focus),
    parts,
    language: known?.code,
    hidden: parts.hide ?? [],
  };
}

/**
 * What each pinned run differs in from the present one, up to the last slot that is taken.
 *
 * @param {Session} session
 * @returns {(PinParts | null | Promise<PinParts>)[]}
 */
function pinned({ company, lab }) {
  const { pins } = company;
  const count = pins.findLastIndex((pin) => pin !== undefined) + 1;
  return pins.slice(0, count).map((pin) => {
    if (!pin) return null;
    const parts = lab.pin_parts(pin);
    if (parts) return parts;
    const text = document_text(pin);
    return packed(text).then((experiment) => ({ experiment }));
  });
}

/**
 * The document of a pinned run.
 *
 * @param {PinParts | null} pin
 * @param {object} present
 */
async function unpinned(pin, present) {
  if (!pin) return undefined;
  const { experiment, ...parts } = pin;
  return linked_document(parts, experiment === undefined ? present : await unpacked(experiment));
}

/**
 * @param {LinkParts} parts
 * @returns {Starts | undefined}
 */
function startsOf({ starts }) {
  if (!starts) return undefined;
  const [scheme, scale, seed] = starts;
  return { scheme, scale, seed };
}

/**
 * Shows what a link asks for. The view follows when the lesson is there.
 *
 * @param {Watch} watch
 * @param {Wish} wish
 */
export function takeUp({ session }, wish) {
  session.resume(wish.state);
  hide(wish.hidden);
  if (!wish.language) return;
  isSaid = true;
  if (wish.language !== language()) speak(wish.language).catch(() => tell(() => t('language.failed')));
}

/** What makes another experiment of a beat's. */
const CHANGES = /** @type {const} */ ([
  'experiment',
  'start',
  'rule',
  'momentum',
  'decay',
  'beta1',
  'beta2',
  'rate',
  'loss',
  'batch',
  'steps',
]);

/**
 * Whether what differs leaves the beat, of which its caption speaks: all but to look nearer does, in the
 * picture, or at another unit in the network.
 *
 * @param {LinkParts} parts
 * @param {Beat | undefined} beat
 */
function leaves({ axes, sample, stage, ...parts }, beat) {
  if (CHANGES.some((part) => parts[part] !== undefined)) return true;
  if ((sample ?? stage) !== undefined && focusView(beat?.focus) !== 'picture') return true;
  const { view } = /** @type {{ view: { weight: number }[] }} */ (beat?.document);
  return axes !== undefined && axes.map(([weight]) => weight).join() !== view.map(({ weight }) => weight).join();
}

/**
 * The weights that the random plane was drawn through, where it is not the start.
 *
 * @param {Lab} lab
 */
function drawnThrough(lab) {
  const origin = lab.plane_origin();
  const start = lab.weights_at_step(0);
  return origin?.some((weight, i) => !Object.is(weight, start[i])) ? [...origin] : undefined;
}

/**
 * The laboratory says whether rates run upwards.
 *
 * @param {LinkParts} parts
 * @returns {[number, number] | undefined}
 */
function ratesOf({ rates }) {
  const [from, to] = rates?.flat() ?? [];
  return from === undefined || to === undefined ? undefined : [from, to];
}

/** @param {LinkParts} parts */
function lessonOf({ lesson: id }) {
  if (id === undefined) return firstLesson;
  const lesson = lessons.find((known) => known.id === id);
  if (lesson) return lesson;
  throw refusal('lesson', 'not-one-of', { found: id, allowed: lessons.map((known) => known.id).join(', ') });
}

/**
 * As the laboratory refuses what it can judge.
 *
 * @param {string} place
 * @param {string} kind
 * @param {Refusal['values']} values
 * @returns {Refusal}
 */
const refusal = (place, kind, values) => ({ kind, place, message: `${place}: ${kind}`, values });
