// What a good hand would write for this one network and no other: all state in Float64Arrays,
// nothing allocated while training.

/** Two ways to write it; which one an engine likes better changes from version to version. */
const STEPS = { loops, unrolled };

export default function make(experiment, name) {
  const state = {
    X: Float64Array.from(experiment.inputs.flat()),
    T: Float64Array.from(experiment.targets.flat()),
    W: new Float64Array(17),
    G: new Float64Array(17),
    H: new Float64Array(4),
    rate: experiment.rule.rate,
  };
  const start = Float64Array.from(experiment.weights);
  const step = STEPS[name];
  const { steps } = experiment;
  const run = () => {
    state.W.set(start);
    let error = 0;
    for (let k = 0; k < steps; k++) error = step(state);
    return error;
  };
  return { steps, run };
}

function loops({ X, T, W, G, H, rate }) {
  G.fill(0);
  let error = 0;
  for (let s = 0; s < 4; s++) {
    const a = X[2 * s];
    const b = X[2 * s + 1];
    let x = W[16];
    for (let i = 0; i < 4; i++) {
      const h = 1 / (1 + Math.exp(-(W[3 * i] * a + W[3 * i + 1] * b + W[3 * i + 2])));
      H[i] = h;
      x += W[12 + i] * h;
    }
    const o = 1 / (1 + Math.exp(-x));
    const r = o - T[s];
    error += 0.5 * r * r;
    const d = r * o * (1 - o);
    for (let i = 0; i < 4; i++) {
      const h = H[i];
      const e = d * W[12 + i] * h * (1 - h);
      G[3 * i] += e * a;
      G[3 * i + 1] += e * b;
      G[3 * i + 2] += e;
      G[12 + i] += d * h;
    }
    G[16] += d;
  }
  for (let i = 0; i < 17; i++) W[i] -= rate * G[i];
  return error;
}

function unrolled({ X, T, W, G, rate }) {
  for (let i = 0; i < 17; i++) G[i] = 0;
  let error = 0;
  for (let s = 0; s < 4; s++) {
    const a = X[2 * s];
    const b = X[2 * s + 1];
    const h0 = 1 / (1 + Math.exp(-(W[0] * a + W[1] * b + W[2])));
    const h1 = 1 / (1 + Math.exp(-(W[3] * a + W[4] * b + W[5])));
    const h2 = 1 / (1 + Math.exp(-(W[6] * a + W[7] * b + W[8])));
    const h3 = 1 / (1 + Math.exp(-(W[9] * a + W[10] * b + W[11])));
    const x = W[12] * h0 + W[13] * h1 + W[14] * h2 + W[15] * h3 + W[16];
    const o = 1 / (1 + Math.exp(-x));
    const r = o - T[s];
    error += 0.5 * r * r;
    const d = r * o * (1 - o);
    const e0 = d * W[12] * h0 * (1 - h0);
    const e1 = d * W[13] * h1 * (1 - h1);
    const e2 = d * W[14] * h2 * (1 - h2);
    const e3 = d * W[15] * h3 * (1 - h3);
    G[0] += e0 * a;
    G[1] += e0 * b;
    G[2] += e0;
    G[3] += e1 * a;
    G[4] += e1 * b;
    G[5] += e1;
    G[6] += e2 * a;
    G[7] += e2 * b;
    G[8] += e2;
    G[9] += e3 * a;
    G[10] += e3 * b;
    G[11] += e3;
    G[12] += d * h0;
    G[13] += d * h1;
    G[14] += d * h2;
    G[15] += d * h3;
    G[16] += d;
  }
  for (let i = 0; i < 17; i++) W[i] -= rate * G[i];
  return error;
}
