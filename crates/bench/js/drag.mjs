// The time of a drag, in the real page in a headless Chromium that chromedriver drives:
// `node drag.mjs`. It prints a line a part: `name median 99th-percentile`, in milliseconds.
//
// CHROMEDRIVER_URL, DOWNHILL_URL and DOWNHILL_CHROMIUM say where these are.

import { readFileSync } from 'node:fs';

const MOVES = 200;
/** Moves before the first that counts: the engine compiles meanwhile. */
const WARM_UP = 50;

const { CHROMEDRIVER_URL, DOWNHILL_URL, DOWNHILL_CHROMIUM } = process.env;
const fact = new URL('../../lessons/facts/xor.json', import.meta.url);
const experiment = { ...JSON.parse(readFileSync(fact, 'utf8')), steps: 2000 };

const session = await webdriver('POST', 'session', {
  capabilities: {
    alwaysMatch: {
      browserName: 'chrome',
      'goog:chromeOptions': {
        binary: DOWNHILL_CHROMIUM,
        args: [
          '--headless',
          '--no-sandbox',
          '--disable-gpu',
          '--no-first-run',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
          '--window-size=1280,800',
        ],
      },
    },
  },
});
const at = `session/${session.sessionId}`;
try {
  await webdriver('POST', `${at}/timeouts`, { script: 120_000 });
  await webdriver('POST', `${at}/url`, { url: `${DOWNHILL_URL}/` });
  const moves = await webdriver('POST', `${at}/execute/async`, {
    script: `const [experiment, count, done] = arguments;
      (${measure})(experiment, count).then(done, (error) => done({ error: String(error) }));`,
    args: [JSON.stringify(experiment), WARM_UP + MOVES],
  });
  if (moves.error) throw new Error(moves.error);
  print(moves.slice(WARM_UP));
} finally {
  await webdriver('DELETE', at);
}

/**
 * Runs in the page: moves the start about, and does at each move what the page does, on canvases
 * as large as the page's. Answers with the times of the parts of each move.
 */
async function measure(document_, count) {
  const main = document.getElementById('main');
  while (main.dataset.busy !== 'false') await new Promise((go) => setTimeout(go, 20));
  const { Lab } = await import('/pkg/downhill_web.js');
  const copy = (id) => {
    const { width, height } = document.getElementById(id);
    return Object.assign(document.createElement('canvas'), { width, height });
  };
  const [raster, base, path] = ['plot-raster', 'plot-base', 'plot-path'].map(copy);
  const [timeline, cursor] = ['timeline-base', 'timeline-cursor'].map(copy);
  document.body.append(raster, base, path, timeline, cursor);

  const lab = new Lab(document_);
  const center = lab.start();
  lab.draw_base(base, 0, 1, false);
  const moves = [];
  for (let move = 0; move < count; move++) {
    const angle = (move / count) * 20 * Math.PI;
    const times = {};
    let before = performance.now();
    const begin = before;
    const time = (name, work) => {
      work();
      const now = performance.now();
      times[name] = now - before;
      before = now;
    };
    time('recomputed, record kept', () => {
      lab.set_start(center[0] + 2 * Math.cos(angle), center[1] + 2 * Math.sin(angle));
      while (!lab.advance(1000));
    });
    time('judged', () => lab.verdict());
    time('path and timeline drawn', () => {
      lab.draw_path(path, lab.steps_done, false);
      lab.draw_timeline(timeline, 1, false);
      lab.draw_timeline_cursor(cursor, lab.steps_done, false);
    });
    times['a drag: all of these'] = before - begin;
    time('ground through the new weights', () => {
      lab.draw_base(base, lab.steps_done, 1, false);
      lab.draw_raster(raster, false);
    });
    moves.push(times);
    // The browser shows what was drawn, as it would between two moves of a hand.
    await new Promise((go) => requestAnimationFrame(go));
  }
  lab.free();
  return moves;
}

function print(moves) {
  for (const name of Object.keys(moves[0])) {
    const times = moves.map((move) => move[name]).sort((a, b) => a - b);
    const quantile = (part) => times[Math.ceil(part * times.length) - 1];
    console.log(`${name}\t${quantile(0.5)}\t${quantile(0.99)}`);
  }
}

async function webdriver(method, path, body) {
  const response = await fetch(`${CHROMEDRIVER_URL}/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${path}: ${value.message}`);
  return value;
}
