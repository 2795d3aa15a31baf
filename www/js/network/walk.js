// The walk through one update and on to the next, in the order of the lecture, for one sample or for
// the sum.

import { byId, element } from '../dom.js';
import { on } from '../frames.js';
import { t } from '../locale.js';
import { ruleName } from '../method.js';
import { prose } from '../prose.js';
import { Notation } from './notation.js';
import { mountSample } from './sample.js';

/** @import { Watch } from './watch.js' */

/** @param {Watch} watch */
export function mountWalk(watch) {
  mountSample(watch);
  const notation = new Notation(watch);
  const stage = byId('walk-stage', HTMLElement);
  const dots = byId('walk-dots', HTMLElement);
  const text = byId('walk-text', HTMLElement);
  let shown = '';
  on(['lesson', 'axes', 'watch', 'words'], () => {
    const { now, stages, last } = watch;
    const what = {
      forward: t('walk.forward', { layer: notation.name(now.layer ?? 0) }),
      error: t('walk.error'),
      delta: t('walk.delta', { layer: notation.inSentence(now.layer ?? 0) }),
      update: t('walk.update'),
    }[now.kind];
    // Dots for the eye, a count for the ear.
    const place = t('walk.count', { stage: watch.stage + 1, count: stages.length });
    stage.replaceChildren(element('span', 'walk-count visually-hidden', place), ' ', what);
    if (dots.children.length !== stages.length) {
      dots.replaceChildren(...stages.map(() => element('span', '')));
    }
    [...dots.children].forEach((dot, index) => {
      dot.toggleAttribute('data-done', index < watch.stage);
      dot.toggleAttribute('data-now', index === watch.stage);
    });

    const { lab } = watch.session;
    const isPlain = !lab.loss_has_derivative;
    const rule = lab.rule().name;
    const plain = watch.session.info.batch ? t('walk.update.batch') : t('walk.update.text');
    let words = rule === 'steepest-descent' ? plain : t('walk.update.other', { rule: ruleName(rule) });
    if (now.kind === 'error') words = t('walk.error.text');
    else if (now.kind === 'forward') {
      words = now.layer === 0 ? t('walk.input.text') : t('walk.forward.text');
    } else if (now.kind === 'delta') {
      words = now.layer === last ? t(isPlain ? 'walk.output-delta.plain' : 'walk.output-delta.text') : t('walk.delta.text');
    }
    if (words !== shown) {
      shown = words;
      text.replaceChildren(...prose(words));
    }
  });
}
