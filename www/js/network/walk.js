// The walk through one update, in the order of the lecture, for one sample or for the sum.

import { byId, element, setAttribute, setText } from '../dom.js';
import { on } from '../frames.js';
import { t } from '../locale.js';
import { prose } from '../prose.js';
import { Notation } from './notation.js';

/** @import { Watch, View } from './watch.js' */

/** Time to read a stage while playing, in milliseconds. */
const READING = 2400;

/** @param {Watch} watch */
export function mountWalk(watch) {
  mountViews(watch);
  const notation = new Notation(watch);
  const first = byId('walk-first', HTMLButtonElement);
  const back = byId('walk-back', HTMLButtonElement);
  const play = byId('walk-play', HTMLButtonElement);
  const forward = byId('walk-forward', HTMLButtonElement);
  /** @type {number | undefined} */
  let playing;

  /** @param {boolean} wanted */
  const set = (wanted) => {
    clearInterval(playing);
    playing = undefined;
    if (wanted) {
      if (watch.stage === watch.stages.length - 1) watch.go(0);
      playing = setInterval(() => {
        watch.go(watch.stage + 1);
        if (watch.stage >= watch.stages.length - 1) set(false);
      }, READING);
    }
    label();
  };
  const label = () => {
    play.toggleAttribute('data-playing', playing !== undefined);
    const name = playing === undefined ? t('walk.play') : t('walk.pause');
    setAttribute(play, 'aria-label', name);
    play.title = name;
  };
  /** @param {() => number} target */
  const move = (target) => () => {
    set(false);
    watch.go(target());
  };
  first.addEventListener('click', move(() => 0));
  back.addEventListener('click', move(() => watch.stage - 1));
  forward.addEventListener('click', move(() => watch.stage + 1));
  play.addEventListener('click', () => set(playing === undefined));

  const samples = byId('walk-sample', HTMLSelectElement);
  samples.addEventListener('change', () => {
    watch.take(samples.value === '' ? null : Number(samples.value));
  });

  const stage = byId('walk-stage', HTMLElement);
  const text = byId('walk-text', HTMLElement);
  let shown = '';
  on(['lesson'], () => set(false));
  on(['words'], label);
  on(['lesson', 'axes', 'watch', 'words'], () => {
    const { now, stages, last } = watch;
    const count = watch.session.info.samples;
    if (samples.options.length !== count + 1) {
      samples.replaceChildren(
        ...Array.from({ length: count + 1 }, (_, index) => {
          const option = element('option', '');
          option.value = index < count ? String(index) : '';
          return option;
        }),
      );
    }
    [...samples.options].forEach((option, index) => {
      setText(option, index < count ? t('walk.sample', { sample: index + 1 }) : t('walk.sum'));
    });
    samples.value = watch.sample === null ? '' : String(watch.sample);

    const place = t('walk.count', { stage: watch.stage + 1, count: stages.length });
    const what = {
      forward: t('walk.forward', { layer: notation.name(now.layer ?? 0) }),
      error: t('walk.error'),
      delta: t('walk.delta', { layer: notation.inSentence(now.layer ?? 0) }),
      update: t('walk.update'),
    }[now.kind];
    stage.replaceChildren(element('span', 'walk-count', place), ' ', what);
    let words = t('walk.update.text');
    if (now.kind === 'error') words = t('walk.error.text');
    else if (now.kind === 'forward') {
      words = now.layer === 0 ? t('walk.input.text') : t('walk.forward.text');
    } else if (now.kind === 'delta') {
      words = now.layer === last ? t('walk.output-delta.text') : t('walk.delta.text');
    }
    if (words !== shown) {
      shown = words;
      text.replaceChildren(...prose(words));
    }
    setAttribute(first, 'aria-disabled', String(watch.stage === 0));
    setAttribute(back, 'aria-disabled', String(watch.stage === 0));
    setAttribute(forward, 'aria-disabled', String(watch.stage === stages.length - 1));
  });
  label();
}

/**
 * The switch between the picture, the network and its layers.
 *
 * @param {Watch} watch
 */
function mountViews(watch) {
  const main = byId('main', HTMLElement);
  const buttons = /** @type {NodeListOf<HTMLButtonElement>} */ (
    document.querySelectorAll('#views button')
  );
  for (const button of buttons) {
    button.addEventListener('click', () => watch.show(/** @type {View} */ (button.value)));
  }
  on(['watch', 'view'], () => {
    setAttribute(main, 'data-view', watch.view);
    for (const button of buttons) {
      setAttribute(button, 'aria-pressed', String(button.value === watch.view));
    }
    byId('network', HTMLElement).hidden = watch.view === 'picture';
    byId('inspector', HTMLElement).hidden = watch.view === 'picture';
    byId('layers', HTMLElement).hidden = watch.view !== 'layers';
    byId('walk', HTMLElement).hidden = watch.view !== 'network';
  });
}
