// All of the screen for the page, and back.

import { t } from '../locale.js';
import { tell } from '../notice.js';

export async function fillScreen() {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen();
  } catch {
    // Some browsers give no page all of the screen, others not every frame.
    tell(() => t('hall.screen.failed'));
  }
}
