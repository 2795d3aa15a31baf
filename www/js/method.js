// How the run descends: the update rule with its numbers, the loss, and the samples of a step.

import { losses, rules } from '../pkg/downhill_web.js';
import { byId, element, setHidden, setText } from './dom.js';
import { on } from './frames.js';
import { t } from './locale.js';
import { isRefusal, words } from './notice.js';
import { Field } from './settings.js';

/** @import { BatchInfo, RuleKey } from '../pkg/downhill_web.js' */
/** @import { Key } from './locale.js' */
/** @import { Session } from './session.js' */

/** @type {RuleKey[]} */
const KEYS = ['momentum', 'decay', 'beta1', 'beta2'];
/** Of a batch that is shuffled for the first time. */
const FIRST_SEED = 1;

/** @param {string} name of a rule */
export const ruleName = (name) => t(/** @type {Key} */ (`rule.${name}`));

/** @param {Session} session */
export function mountMethod(session) {
  const refusal = new Refusal();
  mountRule(session, refusal);
  mountLoss(session, refusal);
  mountBatch(session, refusal);
  on(['lesson', 'words'], () => refusal.show());
}

/** What was refused last of what is chosen and not typed, in the present language. */
class Refusal {
  #message = byId('method-error', HTMLElement);
  /** @type {(() => string) | null} */
  #wrong = null;

  /** @param {() => void} change that the laboratory may refuse */
  attempt(change) {
    this.#wrong = null;
    try {
      change();
    } catch (thrown) {
      if (!isRefusal(thrown)) throw thrown;
      this.#wrong = () => words(thrown);
    }
    this.show();
  }

  show() {
    setText(this.#message, this.#wrong?.() ?? '');
  }
}

/**
 * @param {HTMLSelectElement} select
 * @param {readonly string[]} values
 * @param {(value: string) => string} name
 */
function fill(select, values, name) {
  select.append(...values.map((value) => Object.assign(element('option', ''), { value })));
  on(['words'], () => {
    for (const option of select.options) setText(option, name(option.value));
  });
}

/**
 * @param {Session} session
 * @param {Refusal} refusal
 */
function mountRule(session, refusal) {
  const select = byId('rule', HTMLSelectElement);
  const known = rules();
  fill(select, known.map(({ name }) => name), ruleName);
  /** Each rule's rate of late: a rate that suits one is far off for another. @type {Map<string, number>} */
  const rates = new Map();
  select.addEventListener('change', () => {
    const { lab } = session;
    const present = session.rule.name;
    rates.set(present, lab.rate);
    const next = known.find(({ name }) => name === select.value);
    const follows = known.filter(({ usual_rate: usual }) => usual === null).map(({ name }) => rates.get(name));
    const rate = rates.get(select.value) ?? next?.usual_rate ?? follows.find((each) => each) ?? lab.rate;
    refusal.attempt(() => session.setMethod('rule', { name: select.value, rate }));
  });
  for (const key of KEYS) {
    const value = () => session.rule.settings.find((each) => each.key === key)?.value ?? 0;
    const field = new Field(
      key,
      (number) => {
        const { lab } = session;
        const { name, settings } = session.rule;
        const others = Object.fromEntries(settings.map((each) => [each.key, each.value]));
        session.setMethod('rule', { name, rate: lab.rate, ...others, [key]: number });
      },
      value,
    );
    const row = byId(`${key}-row`, HTMLElement);
    on(['lesson', 'run', 'words'], () => {
      setHidden(row, !session.rule.settings.some((each) => each.key === key));
      field.show();
    });
  }
  on(['lesson'], () => rates.clear(), 'compute');
  on(['lesson', 'run'], () => {
    select.value = session.rule.name;
  });
}

/**
 * @param {Session} session
 * @param {Refusal} refusal
 */
function mountLoss(session, refusal) {
  const select = byId('loss', HTMLSelectElement);
  fill(select, losses(), (name) => t(name === 'cross-entropy' ? 'loss.cross-entropy' : 'loss.squared'));
  select.addEventListener('change', () => {
    refusal.attempt(() => session.setMethod('loss', select.value));
    select.value = session.lab.loss;
  });
  on(['lesson', 'run'], () => {
    select.value = session.lab.loss;
  });
}

/**
 * @param {Session} session
 * @param {Refusal} refusal
 */
function mountBatch(session, refusal) {
  const select = byId('batch', HTMLSelectElement);
  const present = () => session.info.batch;
  /** @param {Partial<BatchInfo>} change */
  const set = (change) => {
    const { order, size, seed } = { size: 1, order: 'given', ...present(), ...change };
    const drawn = order === 'shuffled' ? { seed: seed ?? FIRST_SEED } : {};
    session.setMethod('batch', { size, order, ...drawn });
  };
  select.addEventListener('change', () => {
    const { value } = select;
    refusal.attempt(() => {
      if (value === 'given' || value === 'shuffled') set({ order: value });
      else session.setMethod('batch', undefined);
    });
  });
  const size = new Field('batch-size', (number) => set({ size: number }), () => present()?.size ?? 1);
  const seed = new Field('batch-seed', (number) => set({ seed: number }), () => present()?.seed ?? FIRST_SEED);
  on(['lesson', 'run', 'words'], () => {
    const batch = present();
    select.value = batch?.order ?? 'all';
    setHidden(byId('batch-size-row', HTMLElement), !batch);
    setHidden(byId('batch-seed-row', HTMLElement), batch?.order !== 'shuffled');
    size.show();
    seed.show();
  });
}
