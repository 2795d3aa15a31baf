// A run by the page's own compiled facade, used as the page uses it.

import { facade } from './facade.mjs';

export default async function make(experiment) {
  const { Lab } = await facade();
  const { steps } = experiment;
  const lab = new Lab(experiment);
  const [x, y] = experiment.weights;
  const run = () => {
    lab.set_start(x, y);
    lab.advance(steps);
    return lab.state(steps - 1).error;
  };
  return { steps, run };
}
