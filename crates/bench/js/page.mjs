// The page's own compiled facade, used as the page uses it.

import { readFileSync } from 'node:fs';

export default async function make(experiment) {
  const folder = process.env.DOWNHILL_PAGE;
  const facade = await import(`${folder}/downhill_web.js`);
  facade.initSync({ module: readFileSync(`${folder}/downhill_web_bg.wasm`) });
  const { steps } = experiment;
  const lab = new facade.Lab(JSON.stringify(experiment));
  const [x, y] = experiment.weights;
  const run = () => {
    lab.set_start(x, y);
    lab.advance(steps);
    return lab.state(steps - 1).error;
  };
  return { steps, run };
}
