// Runs the example of the package's readme as its readers do, and holds every line that it prints against
// the comment behind it.

import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';

const readme = await readFile('node_modules/downhill-web/README.md', 'utf8');
const [, example = ''] = /```js\n(.*?)```/s.exec(readme) ?? [];
const said = [...example.matchAll(/console\.log\(.*\); \/\/ (.*)/g)].map(([, words]) => words);
assert.ok(said.length > 3, 'an example that says nothing');

const printed = [];
console.log = (...words) => printed.push(words.join(' '));
await writeFile('example.mjs', example);
await import('./example.mjs');
assert.deepEqual(printed, said);
