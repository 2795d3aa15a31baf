// The present run and the pinned ones in a table: from where, by what, how soon, how near, and how each
// ended. A row stands as long as its slot is taken, so that the keyboard keeps its place.

import { colors, isDark } from '../appearance.js';
import { button, byId, element, icon, setHidden, setText } from '../dom.js';
import { on } from '../frames.js';
import { t } from '../locale.js';
import { chosen, math, number, operator, row, shortNumber, variable } from '../mathml.js';
import { ruleName } from '../method.js';
import { attempt } from '../notice.js';
import { kindName, waiting } from '../verdict/names.js';
import { format } from '../numbers.js';
import { sample } from './sample.js';

/** @import { Key } from '../locale.js' */
/** @import { Axes } from '../network/axes.js' */
/** @import { Session } from '../session.js' */
/** @import { BatchInfo, PresentRule, RuleKey, VerdictKind } from '../../pkg/downhill_web.js' */
/** @import { Ended } from './company.js' */

/** @type {Key[]} */
const HEADS = ['pin.run', 'pin.start', 'pin.rule', 'pin.goal', 'pin.error', 'pin.verdict'];
/** @type {Record<RuleKey, string>} */
const SYMBOLS = { momentum: 'μ', decay: 'ρ', beta1: 'β₁', beta2: 'β₂' };
const NAMESPACE = 'http://www.w3.org/2000/svg';

/** @typedef {Record<'rule' | 'settings' | 'loss' | 'batch', boolean>} Differ */
/** @typedef {Omit<Ended, 'verdict'> & { kind: VerdictKind | undefined, name: string, error: number | null, steps: number }} Told */

export class Table {
  element = element('table', 'runs');
  #note = element('p', 'beside-note');
  /** What stands over the rates. */
  #rule;
  /** @type {Row[]} the present run's, then one for each slot */
  #rows;

  /**
   * @param {Session} session
   * @param {Axes} axes
   */
  constructor(session, axes) {
    this.session = session;
    this.axes = axes;
    const { company } = session;
    const heads = HEADS.map((key) => {
      const head = element('th', '', t(key));
      head.scope = 'col';
      head.role = 'columnheader';
      return head;
    });
    this.#rule = heads[2] ?? this.#note;
    const caption = element('caption', 'visually-hidden', t('beside.heading'));
    const removeAll = button('pins-remove', 'run-button', () => {
      company.removeAll();
      byId('pin', HTMLElement).focus();
    });
    const last = element('td', '', removeAll);
    last.role = 'cell';
    // Where a row is a card, browsers forget that it is one.
    this.element.role = 'table';
    on(['words'], () => {
      heads.forEach((head, index) => setText(head, t(HEADS[index] ?? 'pin.run')));
      this.show();
      setText(caption, t('beside.heading'));
      name(removeAll, t('pin.remove-all'));
    });
    name(removeAll, t('pin.remove-all'));
    removeAll.append(icon('icon-close'));
    this.#rows = [undefined, ...company.pins.keys()].map((slot) => new Row(session, slot));
    this.element.append(
      caption,
      group('thead', [roled(element('tr', '', ...heads, last))]),
      group('tbody', this.#rows.map(({ element }) => element)),
    );
    byId('beside-table', HTMLElement).after(this.#note);
  }

  show() {
    const { session, axes } = this;
    const { company, info } = session;
    for (const [index, { element }] of this.#rows.entries()) {
      setHidden(element, index > 0 && company.pins[index - 1] === undefined);
    }
    setHidden(this.#note, true);
    if (!company.hasPins) return;
    const now = present(session);
    const all = [now, ...company.ended.flatMap((ended) => ended ?? [])];
    /** @param {(told: Pick<Ended, 'rule' | 'loss' | 'batch'>) => unknown} part */
    const differs = (part) => new Set(all.map((told) => JSON.stringify(part(told)))).size > 1;
    const differ = {
      rule: differs(({ rule }) => rule.name),
      // Where the rule is another, so are its numbers.
      settings: all.some(({ rule }) => all.some((other) => isOther(rule, other.rule))),
      loss: differs(({ loss }) => loss),
      batch: differs(({ batch }) => batch),
    };
    // What is the same for all is said once.
    setText(this.#rule, differ.rule ? t('pin.rule') : ruleName(now.rule.name));
    const symbols = info.view.map((_, index) => axes.weight(index));
    /** @type {Map<string, number[]>} the runs whose error is another one */
    const others = new Map();
    for (const [index, line] of this.#rows.entries()) {
      const slot = index - 1;
      if (line.element.hidden) continue;
      line.show(slot < 0 ? now : pinned(company.ended[slot]), symbols, differ);
      const loss = company.ended[slot]?.loss;
      if (!loss || !session.lab.own_scale(slot)) continue;
      others.set(loss, [...(others.get(loss) ?? []), slot]);
    }
    const notes = [...others].map(([loss, slots]) => {
      const [from, to] = [...(session.lab.own_scale(slots[0] ?? 0) ?? [])].map((end) => format(end, 1));
      const runs = slots.map((slot) => slot + 1).join(', ');
      return t('pin.own-scale', { runs, loss: lossName(loss), from: from ?? '', to: to ?? '' });
    });
    setHidden(this.#note, notes.length === 0);
    setText(this.#note, notes.join(' '));
  }
}

class Row {
  #start = element('td', 'run-start');
  #rule = element('td', 'run-rule');
  #goal = element('td', 'run-goal');
  #error = element('td', 'run-error');
  #verdict = element('td', '');
  #shown = '';

  /**
   * @param {Session} session
   * @param {number | undefined} slot
   */
  constructor(session, slot) {
    this.session = session;
    this.slot = slot;
    const head = element('th', '');
    head.scope = 'row';
    const tools = element('td', 'run-tools');
    const look = element('span', '', sample(slot));
    on(['view'], () => look.replaceChildren(sample(slot)));
    if (slot === undefined) {
      const words = element('span', 'visually-hidden');
      head.append(look, words);
      on(['words'], () => setText(words, t('pin.now')));
      setText(words, t('pin.now'));
    } else {
      const number = slot + 1;
      const choose = button(`pin-choose-${number}`, 'run-button', () => {
        const { company } = session;
        const document = company.pins[slot];
        if (document) attempt(() => session.replace(document));
      });
      choose.append(look);
      head.append(choose);
      const remove = button(`pin-remove-${number}`, 'run-button', () => {
        session.company.remove(slot);
        // The keyboard goes on with what is next.
        const others = [...document.querySelectorAll('[id^=pin-remove-]')].filter(
          (other) => other !== remove && !other.closest('[hidden]'),
        );
        const next = others.find((other) => other.id > remove.id) ?? others.at(-1) ?? byId('pin', HTMLElement);
        if (next instanceof HTMLElement) next.focus();
      });
      remove.append(icon('icon-close'));
      tools.append(remove);
      const label = () => {
        name(choose, t('pin.choose', { run: number }));
        name(remove, t('pin.remove', { run: number }));
      };
      on(['words'], label);
      label();
    }
    this.element = element(
      'tr', '', head, this.#start, this.#rule, this.#goal, this.#error, this.#verdict, tools,
    );
    roled(this.element);
    head.role = 'rowheader';
    for (const cell of this.element.querySelectorAll('td')) cell.role = 'cell';
    const label = () => (this.#goal.dataset.label = t('pin.goal'));
    on(['words'], label);
    label();
    if (slot !== undefined) this.element.id = `pin-${slot + 1}`;
  }

  /**
   * @param {Told | undefined} told nothing as long as the run goes on
   * @param {Node[]} symbols of the weights on the axes
   * @param {Differ} differ what is not the same for all runs
   */
  show(told, symbols, differ) {
    const { info } = this.session;
    const values = info.view.map(({ weight }) => told?.start[weight] ?? 0);
    const names = symbols.map(({ textContent }) => textContent);
    const shown = JSON.stringify([told, values, names, differ, isDark(), t('pin.now')]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    if (!told) {
      for (const cell of [this.#start, this.#rule, this.#goal, this.#error]) cell.replaceChildren();
      this.#verdict.replaceChildren(t('verdict.computing'));
      delete this.element.dataset.kind;
      return;
    }
    const start = symbols.map((symbol, index) =>
      math(row(symbol.cloneNode(true), operator('='), shortNumber(values[index] ?? null))),
    );
    this.#start.replaceChildren(...listed(start));
    this.#rule.replaceChildren(...method(told, differ));
    this.#goal.replaceChildren(`${told.toGoal ?? '–'} / ${told.steps}`);
    this.#error.replaceChildren(math(number(told.error)));
    const sign = told.kind ? [mark(told.kind)] : [];
    this.#verdict.replaceChildren(element('span', 'run-verdict', ...sign, element('span', '', told.name)));
    this.element.dataset.kind = told.kind ?? '';
    this.element.dataset.error = String(told.error);
  }
}

/**
 * @param {Session} session
 * @returns {Told}
 */
function present(session) {
  const { lab, verdict, isAsking } = session;
  const kind = isAsking ? undefined : verdict?.kind;
  return {
    toGoal: isAsking ? undefined : lab.steps_to_goal(),
    start: [...lab.weights_at_step(0)],
    rule: lab.rule(),
    rate: lab.rate,
    loss: lab.loss,
    batch: session.info.batch,
    steps: session.last,
    error: lab.error(session.last) ?? null,
    kind,
    name: kind ? kindName(kind) : isAsking ? t('verdict.asked') : waiting(session).name,
  };
}

/**
 * @param {Ended | undefined} ended
 * @returns {Told | undefined}
 */
function pinned(ended) {
  if (!ended) return undefined;
  const { verdict, ...rest } = ended;
  const { kind, error, steps } = verdict;
  return { ...rest, steps, error, kind, name: kindName(kind) };
}

/** @param {HTMLTableRowElement} row */
function roled(row) {
  row.role = 'row';
  return row;
}

/**
 * @param {'thead' | 'tbody'} tag
 * @param {HTMLTableRowElement[]} rows
 */
function group(tag, rows) {
  const made = element(tag, '', ...rows);
  made.role = 'rowgroup';
  return made;
}

/**
 * By what a run descends: its rate, and what is not the same for all.
 *
 * @param {Told} told
 * @param {Differ} differ
 * @returns {(Node | string)[]}
 */
function method({ rule, rate, loss, batch }, differ) {
  const said = differ.rule ? [ruleName(rule.name), ' '] : [];
  const settings = differ.settings ? rule.settings : [];
  const numbers = [['ε', rate], ...settings.map(({ key, value }) => [SYMBOLS[key], value])];
  const others = [];
  if (differ.loss) others.push(lossName(loss));
  if (differ.batch) others.push(batchName(batch));
  const equations = numbers.map(([name, value]) =>
    math(row(variable(String(name)), operator('='), chosen(Number(value)))),
  );
  return [
    ...said,
    ...listed(equations),
    ...others.flatMap((words) => [element('br', ''), words]),
  ];
}

/**
 * Formulas with commas, each of which stays with the one before it.
 *
 * @param {Node[]} formulas
 * @returns {(Node | string)[]}
 */
function listed(formulas) {
  const last = formulas.length - 1;
  /** @type {(Node | string)[]} */
  const all = [];
  formulas.forEach((formula, index) => {
    if (index < last) all.push(element('span', 'run-item', formula, ','), ' ');
    else all.push(formula);
  });
  return all;
}

/**
 * The same rule with other numbers.
 *
 * @param {PresentRule} one
 * @param {PresentRule} other
 */
const isOther = (one, other) =>
  one.name === other.name && JSON.stringify(one.settings) !== JSON.stringify(other.settings);

/** @param {BatchInfo | null} batch */
function batchName(batch) {
  if (!batch) return t('pin.batch.all');
  const { size, order, seed } = batch;
  return order === 'shuffled' ? t('pin.batch.shuffled', { size, seed: seed ?? 0 }) : t('pin.batch.given', { size });
}

/** @param {string} loss its name in a document */
const lossName = (loss) => t(/** @type {Key} */ (`loss.${loss}`));

/**
 * A verdict's sign.
 *
 * @param {VerdictKind} kind
 */
export function mark(kind) {
  const { color, path } = colors().verdicts[kind];
  const svg = document.createElementNS(NAMESPACE, 'svg');
  svg.setAttribute('class', 'run-mark');
  svg.setAttribute('viewBox', '-1.1 -1.1 2.2 2.2');
  svg.setAttribute('aria-hidden', 'true');
  const shape = document.createElementNS(NAMESPACE, 'path');
  shape.setAttribute('d', path);
  shape.setAttribute('fill', color);
  svg.append(shape);
  return svg;
}

/**
 * @param {HTMLButtonElement} button
 * @param {string} words
 */
function name(button, words) {
  button.setAttribute('aria-label', words);
  button.title = words;
}
