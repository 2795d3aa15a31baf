// Sections that are folded on a narrow screen and open on a wide one.

import { isProjector } from './appearance.js';

const narrow = matchMedia('(max-width: 59.99rem)');
const paper = matchMedia('print');

/** Opens and folds the sections as the width of the page changes; by hand they stay as they are put. */
export function mountFolds() {
  const folds = /** @type {NodeListOf<HTMLDetailsElement>} */ (
    document.querySelectorAll('details.fold:not([data-closed])')
  );
  const apply = () => {
    if (paper.matches) return;
    for (const fold of folds) {
      fold.open = !narrow.matches || fold.hasAttribute('data-open-narrow') || isProjector();
    }
  };
  narrow.addEventListener('change', apply);
  apply();

  // On paper nothing can be unfolded.
  /** @type {HTMLDetailsElement[]} */
  let folded = [];
  addEventListener('beforeprint', () => {
    folded = [...folds].filter(({ open }) => !open);
    for (const fold of folded) fold.open = true;
  });
  addEventListener('afterprint', () => {
    for (const fold of folded) fold.open = false;
  });
}
