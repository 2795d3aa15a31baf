// The page's own compiled facade, used as the page uses it.

import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

export default async function make(experiment) {
  const folder = `${process.env.DOWNHILL_PAGE}/pkg`;
  // Not by its own name: Node takes it for a script of the old kind where no package.json says more.
  const facade = await import(asModule(`${folder}/downhill_web.js`));
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

function asModule(file) {
  const source = readFileSync(file, 'utf8').replaceAll('import.meta.url', `'${pathToFileURL(file)}'`);
  return `data:text/javascript;base64,${Buffer.from(source).toString('base64')}`;
}
