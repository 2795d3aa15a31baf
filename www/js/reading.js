// The shown step in numbers: the error, its gradient, and the update that follows from it.

import { byId, setText, showNumber } from './dom.js';
import { on } from './frames.js';
import { t } from './locale.js';
import { chosen, factor, math, number, operator, row, slope, table, variable, weight } from './mathml.js';
import { format } from './numbers.js';

/** @import { Session } from './session.js' */

/** @param {Session} session */
export function mountReading(session) {
  const heading = byId('reading-step', HTMLElement);
  const error = byId('reading-error', HTMLElement);
  const gradient = byId('reading-gradient', HTMLElement);
  const update = byId('reading-update', HTMLElement);

  on(['lesson', 'run', 'cursor', 'axes', 'words'], () => {
    const { lab, info, step } = session;
    const state = lab.state(step);
    setText(heading, t('reading.heading', { step }));
    showNumber(error, format(state.error));
    showNumber(gradient, format(state.gradient_norm));
    // One line of symbols, then for each axis of the picture the numbers and what they come to.
    const name = info.axes[0]?.name ?? 'w';
    const letter = info.axes.length === 1 ? name : session.plane === 'view' ? 'w' : 'u';
    const symbols = [
      weight(letter, 'new'),
      operator('='),
      row(weight(letter), operator('−'), variable('ε'), slope(letter)),
    ];
    const lines = info.axes.flatMap(({ name }, index) => {
      const numbers = row(
        number(state.weights[index] ?? null),
        operator('−'),
        chosen(lab.rate),
        operator('×'),
        factor(state.gradient[index] ?? null),
      );
      const line = [weight(name, 'new'), operator('='), numbers];
      return [line, [row(), operator('='), number(state.next[index] ?? null)]];
    });
    update.replaceChildren(math(table([symbols, ...lines])));
  });
}
