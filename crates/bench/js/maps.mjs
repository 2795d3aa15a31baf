// Maps of fates in the real page, in a headless Chromium that chromedriver drives: how soon the
// first picture is there, how long the whole takes, and whether the page stays smooth meanwhile.
// `node maps.mjs` prints a line a map, with tabs between: its name, the milliseconds to the first
// picture and to the whole map, and the median and the 99th percentile of the time between frames,
// meanwhile and before, at rest.
//
// CHROMEDRIVER_URL, DOWNHILL_URL and DOWNHILL_CHROMIUM say where these are.

import { readFileSync } from 'node:fs';
import { withPage } from './webdriver.mjs';

const SIDE = 256;
/** Frames at rest. */
const REST = 200;

for (const fact of ['d', 'f']) {
  const file = new URL(`../../lessons/facts/${fact}.json`, import.meta.url);
  const document_ = JSON.parse(readFileSync(file, 'utf8'));
  const times = await withPage((page) => page.run(measure, document_, SIDE, REST));
  const frames = [times.frames, times.rest].flatMap((frames) => {
    frames.sort((a, b) => a - b);
    return [0.5, 0.99].map((part) => frames[Math.ceil(part * frames.length) - 1]);
  });
  const name = `fact ${fact.toUpperCase()}`;
  console.log([name, times.first, times.whole, ...frames].join('\t'));
}

/** Runs in the page: puts an experiment on the bench, asks for its map, and waits for it. */
async function measure(document_, side, count) {
  const frame = () => new Promise(requestAnimationFrame);
  const rest = async () => {
    do await new Promise((go) => setTimeout(go, 100));
    while (document.getElementById('main').dataset.busy !== 'false');
  };
  const { Lab } = await import('/pkg/downhill_web.js');
  const { Session } = await import('/js/session.js');
  await rest();

  // The page opens lessons; this one is made for the occasion.
  const { open } = Session.prototype;
  Session.prototype.open = function (lesson) {
    open.call(this, { ...lesson, beats: [{ document: document_ }] });
  };
  const lesson = document.getElementById('lesson');
  lesson.value = 'xor';
  lesson.dispatchEvent(new Event('change'));
  await rest();

  const times = { begin: 0, tile: 0, first: 0 };
  const { map_request, put_tile, draw_raster } = Lab.prototype;
  Lab.prototype.map_request = function () {
    return map_request.call(this, side, side);
  };
  Lab.prototype.put_tile = function (...args) {
    const isTaken = put_tile.apply(this, args);
    times.tile ||= performance.now();
    return isTaken;
  };
  Lab.prototype.draw_raster = function (...args) {
    draw_raster.apply(this, args);
    if (times.tile) times.first ||= performance.now();
  };

  let before = await frame();
  const since = async () => {
    const last = before;
    before = await frame();
    return before - last;
  };
  const atRest = [];
  while (atRest.length < count) atRest.push(await since());

  document.querySelector('#map-modes button[value="fates"]').click();
  times.begin = performance.now();
  const frames = [];
  const left = () => Number(document.getElementById('map-legend').dataset.left ?? 1);
  do {
    frames.push(await since());
    if (before - times.begin > 100_000) throw new Error(`${left()} pixels are left after 100 s`);
  } while (!times.first || left() > 0);
  return { first: times.first - times.begin, whole: before - times.begin, frames, rest: atRest };
}
