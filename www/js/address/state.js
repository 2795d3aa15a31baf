// The state of the page as a link says it, and back. What a link can say, and how, stands in the table
// of crate `links`.

import { firstLesson, lessons } from '../lessons.js';
import { language, languages, speak, t } from '../locale.js';
import { focusPicture, focusView } from '../network/look.js';
import { tell } from '../notice.js';
import { beginning } from '../session.js';
import { hiddenParts, hide } from './frame.js';
import { links } from './links.js';
import { lookParts } from './look.js';
import { packed, unpacked } from './packed.js';

/** @import { Lab, LinkParts, PinParts, Refusal } from '../../pkg/downhill_web.js' */
/** @import { Starts } from '../beside/company.js' */
/** @import { Beat } from '../lessons.js' */
/** @import { Language } from '../locale.js' */
/** @import { View } from '../network/look.js' */
/** @import { Watch } from '../network/watch.js' */
/** @import { Session, State } from '../session.js' */
/** @import { Links } from './links.js' */

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
  // Nothing has to be fetched for a page on which nothing has been changed.
  if (isFirst(watch)) return { text: FIRST, kind: FIRST };
  const known = await links();
  const base = beatOf(session);
  const document = session.lab.document();
  const changes = base && known.changes(base.document, document);
  const { parts, more } = said(watch, changes);
  const pins = pinned(session, document, known);
  // Documents are packed after all else has been read: meanwhile the page may change.
  if (!changes) parts.experiment = await packed(known.document_text(document));
  if (pins.length > 0) parts.pins = await Promise.all(pins);
  return { kind: known.write_link(parts), text: known.write_link({ ...parts, ...more }) };
}

/**
 * The beat whose document a link starts from.
 *
 * @param {Session} session
 */
const beatOf = ({ lesson, beat }) => lesson.beats[beat] ?? lesson.beats[0];

/**
 * Whether the page is as it is without any link.
 *
 * @param {Watch} watch
 */
function isFirst(watch) {
  const { lab, company, lesson } = watch.session;
  const base = beatOf(watch.session);
  if (lesson !== firstLesson || !base || !company.isEmpty || !lab.is_of(base.document)) return false;
  const { parts, more } = said(watch, {});
  return Object.keys({ ...parts, ...more }).length === 1;
}

/**
 * What a link says beside documents.
 *
 * @param {Watch} watch
 * @param {LinkParts | undefined} changes that make the present experiment of its beat's
 * @returns {{ parts: LinkParts, more: LinkParts }} `more`: what is left out of a state's kind
 */
function said(watch, changes) {
  const { session } = watch;
  const { lesson, beat, lab, wanted } = session;
  const base = beatOf(session);
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
  const at = wanted === beginning(lesson, beat) ? {} : { at: wanted === Infinity ? /** @type {const} */ ('end') : wanted };
  const lang = isSaid || language() !== spoken ? { lang: language() } : {};
  return { parts, more: { ...look, ...at, ...lang } };
}

/**
 * The link that shows the same without parts of the page, in the present language.
 *
 * @param {string} text of a link
 * @param {string[]} hide
 */
export async function embedded(text, hide) {
  const { read_link, write_link } = await links();
  return write_link({ ...read_link(text), hide, lang: language() });
}

/**
 * What a link asks for; throws a `Refusal`, or a `Damage`.
 *
 * @param {string} text behind the #
 * @returns {Promise<Wish>}
 */
export async function wished(text) {
  // An address that says nothing is the first lesson's, as it is.
  const known = text === '' ? undefined : await links();
  const parts = known?.read_link(text) ?? {};
  const lesson = lessonOf(parts);
  const { beat = 0, at, lang } = parts;
  if (beat > lesson.beats.length) {
    throw refusal('beat', 'out-of-range', { found: beat, least: 1, greatest: lesson.beats.length });
  }
  const spoken = languages.find(({ code }) => code === lang);
  if (lang !== undefined && !spoken) {
    const allowed = languages.map(({ code }) => code).join(', ');
    throw refusal('lang', 'not-one-of', { found: lang, allowed });
  }
  const shown = lesson.beats[beat - 1] ?? lesson.beats[0];
  const base = parts.experiment === undefined ? shown?.document : await unpacked(parts.experiment);
  const document = /** @type {object} */ (known ? known.linked_document(parts, base) : base);
  /** @param {PinParts | null} pin */
  const unpinned = async (pin) => {
    if (!pin || !known) return undefined;
    const { experiment, ...differing } = pin;
    const from = experiment === undefined ? document : await unpacked(experiment);
    return known.linked_document(differing, from);
  };
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
      pins: await Promise.all((parts.pins ?? []).map(unpinned)),
      starts: startsOf(parts),
      rates: ratesOf(parts),
    },
    view: parts.tab ?? focusView(shown?.focus),
    parts,
    language: spoken?.code,
    hidden: parts.hide ?? [],
  };
}

/**
 * What each pinned run differs in from the present one, up to the last slot that is taken.
 *
 * @param {Session} session
 * @param {object} present its document
 * @param {Links} known
 * @returns {(PinParts | null | Promise<PinParts>)[]}
 */
function pinned({ company }, present, known) {
  const { pins } = company;
  const count = pins.findLastIndex((pin) => pin !== undefined) + 1;
  return pins.slice(0, count).map((pin) => {
    if (!pin) return null;
    const parts = known.pin_parts(present, pin);
    if (parts) return parts;
    const text = known.document_text(pin);
    return packed(text).then((experiment) => ({ experiment }));
  });
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
