// npm's @tensorflow/tfjs on its CPU backend, which computes in 32 bits.

import { createRequire } from 'node:module';

export default async function make(experiment) {
  // It greets on the console, where only answers belong.
  console.warn = () => {};
  const tf = createRequire(`${process.env.DOWNHILL_MODULES}/`)('@tensorflow/tfjs');
  await tf.setBackend('cpu');
  const { inputs, targets, weights, rule, steps } = experiment;
  const w = weights;
  const starts = [
    tf.tensor2d([w[0], w[3], w[6], w[9], w[1], w[4], w[7], w[10]], [2, 4]),
    tf.tensor1d([w[2], w[5], w[8], w[11]]),
    tf.tensor2d(w.slice(12, 16), [4, 1]),
    tf.tensor1d([w[16]]),
  ];
  const [a, b, c, d] = starts.map((start) => tf.variable(start));
  const x = tf.tensor2d(inputs);
  const y = tf.tensor2d(targets);
  const descent = tf.train.sgd(rule.rate);
  const error = () => {
    const h = x.matMul(a).add(b).sigmoid();
    return h.matMul(c).add(d).sigmoid().sub(y).square().sum().mul(0.5);
  };

  const run = () => {
    [a, b, c, d].forEach((variable, i) => variable.assign(starts[i]));
    for (let k = 1; k < steps; k++) descent.minimize(error);
    const last = descent.minimize(error, true);
    const value = last.dataSync()[0];
    last.dispose();
    return value;
  };
  return { steps, run };
}
