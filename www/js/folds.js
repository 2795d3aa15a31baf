// Sections that are folded on a narrow screen and open on a wide one.

import { isProjector } from './appearance.js';

const narrow = matchMedia('(max-width: 59.99rem)');

/** Opens and folds the sections as the width of the page changes; by hand they stay as they are put. */
export function mountFolds() {
  const folds = /** @type {NodeListOf<HTMLDetailsElement>} */ (
    document.querySelectorAll('details.fold:not([data-closed])')
  );
  const apply = () => {
    for (const fold of folds) {
      fold.open = !narrow.matches || fold.hasAttribute('data-open-narrow') || isProjector();
    }
  };
  narrow.addEventListener('change', apply);
  apply();
}
