// The inspector: what is behind the number that was chosen in the diagram.

import { byId, element, setText } from '../dom.js';
import { on, publish } from '../frames.js';
import { t } from '../locale.js';
import { derivative, head, math, number, operator, shortNumber, variable } from '../mathml.js';
import { attempt } from '../notice.js';
import { format } from '../numbers.js';
import { prose } from '../prose.js';
import { links } from './chain.js';
import { Equations } from './equations.js';
import { Notation } from './notation.js';

/** @import { Pass, WeightInfo } from '../../pkg/downhill_web.js' */
/** @import { Watch } from './watch.js' */

/**
 * Its head, and the value for a sample.
 *
 * @typedef {[Element[], (pass: Pass) => number | undefined]} Column
 */

/** While the run plays, equations are set anew at most this often, in milliseconds. */
const PACE = 100;
/** Samples that a table lists. */
const LISTED = 16;

/** @param {Watch} watch */
export function mountInspector(watch) {
  const inspector = new Inspector(watch);
  let shown = -Infinity;
  on(['lesson', 'run', 'cursor', 'axes', 'watch', 'inspect', 'words'], (published) => {
    const now = performance.now();
    const plays = [...published].every((topic) => topic === 'cursor' || topic === 'inspect');
    if (plays && now - shown < PACE) {
      publish('inspect');
      return;
    }
    shown = now;
    inspector.show();
  });
  const numbering = byId('numbering', HTMLElement);
  const buttons = [...numbering.querySelectorAll('button')];
  for (const button of buttons) {
    button.addEventListener('click', () => watch.count(button.value === 'output'));
  }
  on(['watch', 'words'], () => {
    for (const button of buttons) {
      const pressed = (button.value === 'output') === watch.countsFromOutput;
      button.setAttribute('aria-pressed', String(pressed));
    }
  });
}

class Inspector {
  #title = byId('inspector-title', HTMLElement);
  #place = byId('inspector-place', HTMLElement);
  #body = byId('inspector-equations', HTMLElement);
  #chain = byId('chain', HTMLElement);
  #links = byId('chain-links', HTMLElement);
  #check = byId('gradient-check', HTMLElement);
  #axis = byId('show-as-axis', HTMLButtonElement);

  /** @param {Watch} watch */
  constructor(watch) {
    this.watch = watch;
    this.notation = new Notation(watch);
    this.equations = new Equations(watch, this.notation);
    this.#axis.addEventListener('click', () => {
      const { weight, session } = this.watch;
      if (!weight || this.#isAxis(weight)) return;
      const [first, ...others] = session.info.view.map((axis) => axis.weight);
      // In 2-D the newest axis is the first one: two clicks make both.
      const axes = others.length ? [weight.index, first ?? 0] : [weight.index];
      attempt(() => session.setAxes(axes));
    });
  }

  /** @param {WeightInfo} weight */
  #isAxis({ index }) {
    return this.watch.session.info.view.some((axis) => axis.weight === index);
  }

  show() {
    const { watch, notation } = this;
    if (!watch.showsNetwork || !watch.stages.length) return;
    const { chosen, weight } = watch;
    const { pass } = watch.numbers;
    this.#chain.hidden = !weight || !pass;
    this.#check.hidden = this.#axis.hidden = !weight;
    if (weight) this.#weight(weight, pass);
    else if (chosen.kind === 'unit') {
      setText(this.#title, notation.title(chosen.layer, chosen.unit));
      setText(this.#place, '');
      this.#unit(chosen.layer, chosen.unit, pass);
    } else {
      setText(this.#title, t('reading.error'));
      setText(this.#place, '');
      const { sum } = watch.numbers;
      const total = math(variable('E'), operator('='), shortNumber(sum.error));
      this.#put(pass ? this.equations.error(pass) : total);
    }
  }

  /** @param {...(Node | undefined)} parts those that are there */
  #put(...parts) {
    const there = parts.filter((part) => part !== undefined);
    this.#body.replaceChildren(...there.map((part) => element('div', 'equation', part)));
  }

  /**
   * @param {number} layer
   * @param {number} unit
   * @param {Pass | undefined} pass
   */
  #unit(layer, unit, pass) {
    const { watch, equations } = this;
    if (pass) {
      const back = layer > 0 && watch.knows('delta', layer);
      const forward = equations.forward(pass, layer, unit);
      // What the stage is about comes first.
      if (back) this.#put(equations.delta(pass, layer, unit), forward);
      else this.#put(forward);
      return;
    }
    const at = watch.place(layer, unit);
    /** @type {Column[]} */
    const columns = [[head('o', variable('o')), (each) => each.output[at]]];
    if (layer > 0) {
      columns.unshift([head('x', variable('x')), (each) => each.net_input[at]]);
      columns.push([head('f′(x)', derivative()), (each) => each.derivative[at]], [head('δ', variable('δ')), (each) => each.delta[at]]);
    }
    const total = math(operator('Σ'), variable('δ'), operator('='), number(watch.numbers.sum.delta[at] ?? null));
    this.#put(this.#samples(columns), layer > 0 ? total : undefined);
  }

  /**
   * @param {WeightInfo} weight
   * @param {Pass | undefined} pass
   */
  #weight(weight, pass) {
    const { watch, notation, equations } = this;
    const { sum } = watch.numbers;
    const { session } = watch;
    const { layer, unit, source, index } = weight;
    this.#title.replaceChildren(
      math(notation.weight(weight), operator('='), shortNumber(watch.numbers.weights[index] ?? null)),
    );
    setText(this.#place, notation.weightPlace(weight));
    const total = math(
      operator('Σ'),
      equations.partial(weight),
      operator('='),
      shortNumber(sum.gradient[index] ?? null),
    );
    const update = weight.free ? session.lab.weight_update(session.step, index) : undefined;
    /** @type {Column[]} */
    const columns = [
      [head('δ', variable('δ')), (each) => each.delta[watch.place(layer, unit)]],
      [head('o', variable('o')), (each) => (source === null ? 1 : each.output[watch.place(layer - 1, source)])],
      [head('δo', variable('δ'), variable('o')), (each) => each.gradient[index]],
    ];
    this.#put(
      pass ? equations.slope(pass, weight) : this.#samples(columns),
      session.info.samples > 1 ? total : undefined,
      ...(update ? equations.update(weight, update) : []),
    );
    if (update && session.info.batch) {
      const samples = update.samples.map((sample) => sample + 1).join(', ');
      this.#body.append(element('p', 'row-note', ...prose(t('weight.batch', { samples }))));
    }
    if (!weight.free) this.#body.append(element('p', 'row-note', t('weight.fixed')));
    if (pass) this.#links.replaceChildren(...links(watch, notation, pass, weight));

    const check = session.lab.check_gradient(session.step, index);
    if (check) {
      this.#check.replaceChildren(
        ...prose(
          t('check.line', {
            ours: format(check.backpropagation, 7),
            other: format(check.central_difference, 7),
            difference: format(check.relative_difference, 2),
          }),
        ),
      );
    }
    const isAxis = this.#isAxis(weight);
    setText(this.#axis, isAxis ? t('axis.shown') : t('axis.show'));
    this.#axis.setAttribute('aria-disabled', String(isAxis));
  }

  /**
   * A row for each sample.
   *
   * @param {Column[]} columns
   */
  #samples(columns) {
    const { lab, step, info } = this.watch.session;
    const table = element('table', 'samples');
    const heads = table.createTHead().insertRow();
    heads.insertCell();
    for (const [name] of columns) heads.append(element('th', '', ...name));
    const body = table.createTBody();
    for (let sample = 0; sample < Math.min(info.samples, LISTED); sample += 1) {
      const pass = lab.pass(step, sample);
      if (!pass) continue;
      const line = body.insertRow();
      line.append(element('th', '', t('walk.sample', { sample: sample + 1 })));
      for (const [, value] of columns) line.insertCell().append(math(shortNumber(value(pass) ?? null)));
    }
    if (info.samples > LISTED) body.insertRow().insertCell().append('⋮');
    return table;
  }
}
