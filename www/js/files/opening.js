// A file that the reader chooses, or drops anywhere on the page. What cannot be read is told, and the
// page stays as it is.

import { t } from '../locale.js';
import { attempt, tell } from '../notice.js';
import { takeTable } from '../problem/tab.js';

/** @import { Watch } from '../network/watch.js' */

/** No experiment within the limits is longer, and no table, in bytes. */
const MOST = 2e7;

/**
 * @param {Watch} watch
 * @param {File} file
 */
export async function openFile(watch, file) {
  const name = file.name.length > 40 ? `${file.name.slice(0, 39)}…` : file.name;
  if (file.size > MOST) {
    tell(() => t('files.large', { name }));
    return;
  }
  if (!/\.json$/i.test(file.name) && file.type !== 'application/json') {
    await takeTable(watch, file);
    return;
  }
  let document;
  try {
    document = JSON.parse(await file.text());
  } catch (error) {
    // Browsers tell it in English alone, and most of them where.
    const [, line, column] = /line (\d+) column (\d+)/.exec(String(error)) ?? [];
    tell(() => (line && column ? t('files.broken', { name, line, column }) : t('files.no-json', { name })));
    return;
  }
  attempt(() => watch.session.make(document));
}

/** @param {Watch} watch */
export function mountDropping(watch) {
  /** @param {DragEvent} event */
  const hasFile = (event) => event.dataTransfer?.types.includes('Files') === true;
  addEventListener('dragover', (event) => {
    if (hasFile(event)) event.preventDefault();
  });
  addEventListener('drop', (event) => {
    const [file] = event.dataTransfer?.files ?? [];
    if (!file) return;
    event.preventDefault();
    openFile(watch, file);
  });
}
