// The page's own compiled facade, in Node.

import { readFileSync } from 'node:fs';

export async function facade() {
  const folder = process.env.DOWNHILL_PAGE;
  const module = await import(`${folder}/downhill_web.js`);
  module.initSync({ module: readFileSync(`${folder}/downhill_web_bg.wasm`) });
  return module;
}
