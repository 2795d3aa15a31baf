// npm's convnetjs: its per-sample trainer, which adds up the gradients of a batch.

import { createRequire } from 'node:module';

export default function make(experiment) {
  const convnetjs = createRequire(`${process.env.DOWNHILL_MODULES}/`)('convnetjs');
  const { inputs, targets, weights, rule, steps } = experiment;
  const unit = { in_sx: 1, in_sy: 1 };
  const hidden = new convnetjs.FullyConnLayer({ ...unit, in_depth: 2, num_neurons: 4 });
  const output = new convnetjs.FullyConnLayer({ ...unit, in_depth: 4, num_neurons: 1 });
  const net = new convnetjs.Net();
  // By hand: its own builder puts one more, linear, layer before the error.
  net.layers = [
    new convnetjs.InputLayer({ out_sx: 1, out_sy: 1, out_depth: 2 }),
    hidden,
    new convnetjs.SigmoidLayer({ ...unit, in_depth: 4 }),
    output,
    new convnetjs.SigmoidLayer({ ...unit, in_depth: 1 }),
    new convnetjs.RegressionLayer({ ...unit, in_depth: 1 }),
  ];
  const samples = inputs.map((input, s) => ({ x: new convnetjs.Vol(input), y: targets[s] }));
  const trainer = new convnetjs.Trainer(net, {
    method: 'sgd',
    momentum: 0,
    batch_size: samples.length,
    // It divides by the size of the batch.
    learning_rate: rule.rate * samples.length,
  });

  const reset = () => {
    let next = 0;
    for (const layer of [hidden, output]) {
      layer.filters.forEach((filter, i) => {
        for (let j = 0; j < filter.w.length; j++) filter.w[j] = weights[next++];
        layer.biases.w[i] = weights[next++];
      });
    }
  };
  const run = () => {
    reset();
    let error = 0;
    for (let k = 0; k < steps; k++) {
      error = 0;
      for (const { x, y } of samples) error += trainer.train(x, y).cost_loss;
    }
    // Its slope is that of half the square of the difference, but the loss it tells is twice that.
    return error / 4;
  };
  return { steps, run };
}
