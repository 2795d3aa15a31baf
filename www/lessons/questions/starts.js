// Starts that are worth asking about, by the lessons' ids.

export default {
  "forward-pass": [
    { document: { "layers": [2,2,1], "activations": ["logistic","logistic"], "bias": true, "inputs": [[0,0],[0,1],[1,0],[1,1]], "targets": [[0],[1],[1],[0]], "weights": [5,5,5,5,5,5,5,5,5], "rule": {"name":"steepest-descent","rate":0.5}, "steps": 2000, "view": [{"weight":6,"from":-8,"to":8},{"weight":7,"from":-8,"to":8}] }, choices: "convergence" },
    { document: { "layers": [2,2,1], "activations": ["logistic","logistic"], "bias": true, "inputs": [[0,0],[0,1],[1,0],[1,1]], "targets": [[0],[1],[1],[0]], "weights": [0.1,-0.2,0.3,0.4,-0.5,0.6,6,6,0.9], "rule": {"name":"steepest-descent","rate":0.5}, "steps": 2000, "view": [{"weight":6,"from":-8,"to":8},{"weight":7,"from":-8,"to":8}] }, choices: "convergence" },
  ],
  "back-propagation": [
    { document: { "layers": [2,2,1], "activations": ["logistic","logistic"], "bias": true, "inputs": [[0,0],[0,1],[1,0],[1,1]], "targets": [[0],[1],[1],[0]], "weights": [0,0,0,0,0,0,0,0,0], "rule": {"name":"steepest-descent","rate":0.5}, "steps": 2000, "view": [{"weight":6,"from":-8,"to":8},{"weight":7,"from":-8,"to":8}] }, choices: "convergence" },
    { document: { "layers": [2,2,1], "activations": ["logistic","logistic"], "bias": true, "inputs": [[0,0],[0,1],[1,0],[1,1]], "targets": [[0],[1],[1],[0]], "weights": [1,1,1,1,1,1,1,1,1], "rule": {"name":"steepest-descent","rate":0.5}, "steps": 2000, "view": [{"weight":6,"from":-8,"to":8},{"weight":7,"from":-8,"to":8}] }, choices: "convergence" },
  ],
  "steepest-descent": [
    { document: { "layers": [1,1], "activations": ["identity"], "bias": false, "inputs": [[1]], "targets": [[1]], "weights": [1.001], "rule": {"name":"steepest-descent","rate":2.1}, "steps": 200, "view": [{"weight":0,"from":-4,"to":6}] }, choices: "fates" },
    { document: { "layers": [1,1], "activations": ["identity"], "bias": false, "inputs": [[1]], "targets": [[1]], "weights": [3], "rule": {"name":"steepest-descent","rate":1.99}, "steps": 200, "view": [{"weight":0,"from":-4,"to":6}] }, choices: "fates" },
    { document: { "layers": [1,1], "activations": ["identity"], "bias": false, "inputs": [[1]], "targets": [[1]], "weights": [6], "rule": {"name":"steepest-descent","rate":1.9}, "steps": 200, "view": [{"weight":0,"from":-4,"to":6}] }, choices: "fates" },
  ],
  "initial-values": [
    { document: { "layers": [1,1], "activations": ["logistic"], "bias": false, "inputs": [[10],[1]], "targets": [[0.1],[0.9]], "weights": [4], "rule": {"name":"steepest-descent","rate":0.5}, "steps": 2000, "view": [{"weight":0,"from":-4,"to":10}] }, choices: "fates" },
    { document: { "layers": [1,1], "activations": ["logistic"], "bias": false, "inputs": [[10],[1]], "targets": [[0.1],[0.9]], "weights": [5], "rule": {"name":"steepest-descent","rate":0.5}, "steps": 2000, "view": [{"weight":0,"from":-4,"to":10}] }, choices: "fates" },
    { document: { "layers": [1,1], "activations": ["logistic"], "bias": false, "inputs": [[10],[1]], "targets": [[0.1],[0.9]], "weights": [-4], "rule": {"name":"steepest-descent","rate":0.5}, "steps": 2000, "view": [{"weight":0,"from":-4,"to":10}] }, choices: "fates" },
  ],
  "local-minima": [
    { document: { "layers": [2,1], "activations": ["logistic"], "bias": false, "inputs": [[10,0],[1,0],[0,10],[0,1]], "targets": [[0.1],[0.9],[0.1],[0.9]], "weights": [0.4,0.5], "rule": {"name":"steepest-descent","rate":0.5}, "steps": 2000, "view": [{"weight":0,"from":-4,"to":10},{"weight":1,"from":-4,"to":10}] }, choices: "fates" },
    { document: { "layers": [2,1], "activations": ["logistic"], "bias": false, "inputs": [[10,0],[1,0],[0,10],[0,1]], "targets": [[0.1],[0.9],[0.1],[0.9]], "weights": [-4,-4], "rule": {"name":"steepest-descent","rate":0.5}, "steps": 2000, "view": [{"weight":0,"from":-4,"to":10},{"weight":1,"from":-4,"to":10}] }, choices: "fates" },
    { document: { "layers": [2,1], "activations": ["logistic"], "bias": false, "inputs": [[10,0],[1,0],[0,10],[0,1]], "targets": [[0.1],[0.9],[0.1],[0.9]], "weights": [10,-4], "rule": {"name":"steepest-descent","rate":0.5}, "steps": 2000, "view": [{"weight":0,"from":-4,"to":10},{"weight":1,"from":-4,"to":10}] }, choices: "fates" },
  ],
  "vanishing-1d": [
    { document: { "layers": [1,1], "activations": ["logistic"], "bias": false, "inputs": [[1]], "targets": [[0.8]], "weights": [-6], "rule": {"name":"steepest-descent","rate":1}, "steps": 1000, "view": [{"weight":0,"from":-10,"to":10}] }, choices: "fates" },
    { document: { "layers": [1,1], "activations": ["logistic"], "bias": false, "inputs": [[1]], "targets": [[0.8]], "weights": [5.5], "rule": {"name":"steepest-descent","rate":1}, "steps": 1000, "view": [{"weight":0,"from":-10,"to":10}] }, choices: "fates" },
    { document: { "layers": [1,1], "activations": ["logistic"], "bias": false, "inputs": [[1]], "targets": [[0.8]], "weights": [7], "rule": {"name":"steepest-descent","rate":1}, "steps": 1000, "view": [{"weight":0,"from":-10,"to":10}] }, choices: "fates" },
  ],
  "vanishing-2d": [
    { document: { "layers": [1,1], "activations": ["logistic"], "bias": true, "inputs": [[-2],[-1],[1],[2]], "targets": [[0.1],[0.3],[0.7],[0.9]], "weights": [-6,6], "rule": {"name":"steepest-descent","rate":1}, "steps": 2000, "view": [{"weight":0,"from":-10,"to":10},{"weight":1,"from":-10,"to":10}] }, choices: "fates" },
    { document: { "layers": [1,1], "activations": ["logistic"], "bias": true, "inputs": [[-2],[-1],[1],[2]], "targets": [[0.1],[0.3],[0.7],[0.9]], "weights": [5,5], "rule": {"name":"steepest-descent","rate":1}, "steps": 2000, "view": [{"weight":0,"from":-10,"to":10},{"weight":1,"from":-10,"to":10}] }, choices: "fates" },
    { document: { "layers": [1,1], "activations": ["logistic"], "bias": true, "inputs": [[-2],[-1],[1],[2]], "targets": [[0.1],[0.3],[0.7],[0.9]], "weights": [0,10], "rule": {"name":"steepest-descent","rate":1}, "steps": 2000, "view": [{"weight":0,"from":-10,"to":10},{"weight":1,"from":-10,"to":10}] }, choices: "fates" },
  ],
  "no-unique-answer": [
    { document: { "layers": [1,1,1], "activations": ["tanh","tanh"], "bias": false, "inputs": [[1]], "targets": [[0.5]], "weights": [0.001,0.001], "rule": {"name":"steepest-descent","rate":0.2}, "steps": 3000, "view": [{"weight":0,"from":-6,"to":6},{"weight":1,"from":-6,"to":6}] }, choices: "fates" },
    { document: { "layers": [1,1,1], "activations": ["tanh","tanh"], "bias": false, "inputs": [[0.3],[1],[2.5]], "targets": [[0.2],[0.55],[0.75]], "weights": [0,0], "rule": {"name":"steepest-descent","rate":0.2}, "steps": 3000, "view": [{"weight":0,"from":-6,"to":6},{"weight":1,"from":-6,"to":6}] }, choices: "fates" },
  ],
  "deeper": [
    { document: { "layers": [1,1,1,1,1,1,1,1,1,1,1,1], "activations": ["logistic","logistic","logistic","logistic","logistic","logistic","logistic","logistic","logistic","logistic","logistic"], "bias": false, "inputs": [[1]], "targets": [[0.2]], "weights": [1,1,1,1,1,1,1,1,1,1,1], "rule": {"name":"steepest-descent","rate":0.5}, "steps": 1000, "best_error": 0, "view": [{"weight":0,"from":-3,"to":3},{"weight":10,"from":-3,"to":3}] }, choices: "fates" },
    { document: { "layers": [1,1,1,1,1,1,1,1,1,1,1,1], "activations": ["relu","relu","relu","relu","relu","relu","relu","relu","relu","relu","relu"], "bias": false, "inputs": [[1]], "targets": [[0.2]], "weights": [2,2,2,2,2,2,2,2,2,2,2], "rule": {"name":"steepest-descent","rate":0.5}, "steps": 1000, "best_error": 0, "view": [{"weight":0,"from":-3,"to":3},{"weight":10,"from":-3,"to":3}] }, choices: "fates" },
  ],
  "xor": [
    { document: { "layers": [2,2,1], "activations": ["logistic","logistic"], "bias": true, "inputs": [[0,0],[0,1],[1,0],[1,1]], "targets": [[0],[1],[1],[0]], "weights": [1,1,1,1,1,1,1,1,1], "rule": {"name":"steepest-descent","rate":0.5}, "steps": 10000, "view": [{"weight":6,"from":-10,"to":10},{"weight":7,"from":-10,"to":10}] }, choices: "fates" },
    { document: { "layers": [2,2,1], "activations": ["logistic","logistic"], "bias": true, "inputs": [[0,0],[0,1],[1,0],[1,1]], "targets": [[0],[1],[1],[0]], "weights": [8,-8,0,-8,8,0,8,8,0], "rule": {"name":"steepest-descent","rate":0.5}, "steps": 10000, "view": [{"weight":6,"from":-10,"to":10},{"weight":7,"from":-10,"to":10}] }, choices: "fates" },
  ],
  "remedies": [
    { document: { "layers": [1,1], "activations": ["logistic"], "bias": false, "inputs": [[10],[1]], "targets": [[0.1],[0.9]], "weights": [1], "rule": {"name":"momentum","rate":0.5}, "steps": 2000, "view": [{"weight":0,"from":-4,"to":10}] }, choices: "fates" },
    { document: { "layers": [1,1], "activations": ["logistic"], "bias": false, "inputs": [[10],[1]], "targets": [[0.1],[0.9]], "weights": [0.4], "rule": {"name":"momentum","rate":0.5,"momentum":0.99}, "steps": 2000, "view": [{"weight":0,"from":-4,"to":10}] }, choices: "fates" },
    { document: { "layers": [1,1], "activations": ["relu"], "bias": false, "inputs": [[1]], "targets": [[0.8]], "weights": [8], "rule": {"name":"steepest-descent","rate":1.9}, "steps": 1000, "view": [{"weight":0,"from":-10,"to":10}] }, choices: "fates" },
  ],
  "start-and-rate": [
    { document: { "layers": [1,1], "activations": ["logistic"], "bias": false, "inputs": [[10],[1]], "targets": [[0.1],[0.9]], "weights": [-1], "rule": {"name":"steepest-descent","rate":20}, "steps": 2000, "view": [{"weight":0,"from":-4,"to":10}] }, choices: "fates" },
    { document: { "layers": [1,1], "activations": ["logistic"], "bias": false, "inputs": [[10],[1]], "targets": [[0.1],[0.9]], "weights": [1], "rule": {"name":"steepest-descent","rate":50}, "steps": 2000, "view": [{"weight":0,"from":-4,"to":10}] }, choices: "fates" },
  ],
};
