// The contenders in Rust, compiled as the page is.

import { createRequire } from 'node:module';

export default function make(_, name) {
  const { Entrant } = createRequire(import.meta.url)(`${process.env.DOWNHILL_BENCH}/bench.js`);
  const entrant = new Entrant(name);
  return { steps: entrant.steps, run: () => entrant.run() };
}
