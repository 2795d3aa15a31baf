// A map of fates by a compiled facade, in one thread: `map:NAME` with the name of a fact. What is
// counted are starts; in place of the error stands a sum that changes with any verdict.

import { readFileSync } from 'node:fs';
import { fateMap } from './facade.mjs';

export default async function make(_, name) {
  const file = new URL(`../../lessons/facts/${name}.json`, import.meta.url);
  const document_ = JSON.parse(readFileSync(file, 'utf8'));
  const { rows, compute } = await fateMap(document_, document_.view.length === 1 ? 256 : 24);
  const run = () => {
    const tile = compute(0, rows);
    const { kinds } = tile;
    tile.free();
    return kinds;
  };
  return {
    steps: run().length,
    run: () => run().reduce((sum, kind, start) => sum + (1 + start) * (1 + kind), 0),
  };
}
