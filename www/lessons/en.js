// The words of the lessons. English. Tests compute every number in them.
// Between backticks stands a formula: `w_new = w_old`. The object is strict JSON.

export default {
  "forward-pass": {
    "title": "Forward pass and error",
    "text": "Inputs are weighted, summed, sent through `f` and passed on to the next layer. How far the output misses its target in the end is the error.",
    "captions": [
      "The network is given the input `(1, 0)`. The target is 1.",
      "The net input of the first hidden unit is `x = 1 × 0.1 + 0 × (−0.2) + 0.3 = 0.4`; its output is `o = f(x) = 0.5987`.",
      "The hidden outputs go on to the output layer in the same way: `x = 0.7342`, `o = 0.6757`.",
      "The output misses the target by `o − d = −0.3243`; the error is `E = ½(o − d)² = 0.0526`."
    ]
  },
  "back-propagation": {
    "title": "Back-propagation",
    "text": "To lower the error, how should each weight change? The answer comes back from the output, one layer at a time.",
    "captions": [
      "In the output layer, delta is the miss times the derivative of `f`: `δ = (o − d)f′(x) = −0.0711`.",
      "A hidden unit gets its delta from the layer after it: that delta times the weight, times the derivative. For the first unit `δ = f′(x) × (−0.0711) × 0.7 = −0.0119`.",
      "The slope along a weight is the delta of the unit it leads to, times the output of the unit it comes from: `∂E/∂w = δo = −0.0425`. So one chain ties the error to the weight.",
      "The nearer a weight is to the input, the longer its chain, and the more often `f′(x)` and a weight are multiplied in. Here `∂E/∂w = −0.0119`.",
      "Summed over the four samples, the slope is 0.0905. One update with `ε = 0.5` takes the weight from 0.7 to 0.6548."
    ]
  },
  "steepest-descent": {
    "title": "Steepest descent",
    "text": "Go against the slope, `ε` times as far as it is steep. `ε` is the learning rate; it may be too small, and it may be too large.",
    "captions": [
      "`w_new = w_old − ε ∂E/∂w`. With `ε = 0.5`, a start at 3 is at the bottom, 1, well within 200 steps.",
      "`ε = 0.01` is too slow: after 200 steps `w = 1.268`, still on its way down.",
      "`ε = 1.9` leaps across the bottom at every update, yet the swings shrink and it converges: the rate times the curvature, `ελ = 1.9`, is below 2.",
      "When `ελ` is exactly 2, it swings between 3 and −1 for ever.",
      "With `ε = 2.1` every update leads farther away: it diverges."
    ]
  },
  "initial-values": {
    "title": "The start decides",
    "text": "One error curve, three fates. Drag the ball along the curve and watch where the descent ends.",
    "captions": [
      "From −1 it reaches the deepest valley, `w = −0.155`. Even there `E = 0.0990` remains.",
      "From 1 it falls into the shallow valley at `w = 2.197` and cannot get out: `E = 0.4050`.",
      "From 6 it does not even reach a valley: 2000 steps lead only to 5.73. The gradient has vanished.",
      "The watershed lies between 0.4 and 0.5. From 0.4 it still finds the deepest valley.",
      "Shift the start by 0.1 to 0.5, and it falls into the shallow one. Which solution steepest descent finds, its start decides."
    ]
  },
  "local-minima": {
    "title": "Local minima",
    "text": "At the bottom of a valley the gradient is 0, but it does not tell whether this is the deepest valley. Even a single unit can have several.",
    "captions": [
      "Two valleys on one curve. From 1 the ball settles in the shallow one. Newton’s method, which looks for the bottom by the curvature, converges here in 2 iterations: this is a bottom indeed.",
      "With two weights there are four valleys. From `(−1, −1)` it finds the deepest: `E = 0.198`.",
      "From `(1, −1)` it falls into the one beside it, and `E = 0.504` remains.",
      "From `(1, 1)` it falls into the shallowest, and `E = 0.810` remains. With `n` weights there can be `2^n` such valleys (Auer et al., 1996)."
    ]
  },
  "vanishing-1d": {
    "title": "Vanishing gradient, one weight",
    "text": "Starts near the solution converge. Far away the slope is almost 0: the weight hardly moves, though the error is still there.",
    "captions": [
      "From 4 it arrives at the solution, `w = 1.386`.",
      "At 8 the slope is only `6.7 × 10⁻⁵` to begin with, because `f` is almost level there.",
      "After 1000 steps `w = 7.931`, and another 1000 would only lead to 7.856: `w_new ≈ w_old`, though `E = 0.0199` is still there.",
      "This is no bottom: when Newton’s method looks for one by the curvature, it moves away as fast as it is approached. The gradient is only 0.099 % of what is typical near the origin.",
      "On the other side, at −8, it is the same, with a larger error left: `E = 0.320`."
    ]
  },
  "vanishing-2d": {
    "title": "Vanishing gradient, two weights",
    "text": "Around the valley lies a wide, flat plateau. There the gradient is so small that the weights hardly move.",
    "captions": [
      "`(3, −3)` is near the valley. From there, 2000 steps lead to `(0.977, 0)`: it arrives at the solution.",
      "`(8, 8)` is on the plateau: 2000 steps lead only to `(8.41, 7.57)`, and `E = 0.0550` remains.",
      "The cause is saturation: `x` is so large that the derivative falls to `f′(x) = 2.5 × 10⁻¹¹`. However large the error, multiplied by this it is gone.",
      "At `(−9.5, 9.5)` the error is far larger: after 2000 steps `E = 1.05` remains, and the valley is not reached.",
      "From `(−8, 8)` it seems to come to rest as well, at `E = 0.692` after 2000 steps. But the gradient is growing, and in about 1600 more it leaves the plateau.",
      "Given 4000 steps it does leave the plateau and converges, `E = 0.0013`. To be slow is one thing, to have vanished another."
    ]
  },
  "no-unique-answer": {
    "title": "No unique answer",
    "text": "The least error need not belong to one set of weights alone. Another start ends at the same error with other weights.",
    "captions": [
      "From `(1, 1)` it finds weights with error 0: `(0.877, 0.779)`.",
      "From `(3, 0.1)` the error is 0 again, but the weights are `(3.001, 0.552)`. The bottom is not a point but a curve; along it the Hessian has the eigenvalue 0.",
      "At `(0, 0)` the gradient is exactly 0 and nothing moves. The eigenvalues are −0.5 and 0.5: this is no bottom, but a saddle point.",
      "With three samples the solutions no longer form a curve. From `(1, 1)` it finds `(0.673, 1.045)`.",
      "Yet from `(−1, −1)` it finds `(−0.673, −1.045)`: change the sign of both weights, and the network’s output is the same."
    ]
  },
  "deeper": {
    "title": "Deeper is worse",
    "text": "Going back one layer multiplies `δ` by `f′(x)w`. Multiply often by less than 1, and next to nothing reaches the input side.",
    "captions": [
      "With 1 hidden layer, the gradient of the first weight is 0.269 times that of the last.",
      "With 4 hidden layers this ratio is down to 0.00328.",
      "With 10 it is `4.2 × 10⁻⁷`: the weights near the input hardly learn at all.",
      "With tanh, whose `f′(0) = 1`, the fall is gentle: with 10 layers the ratio is 0.115.",
      "With ReLU, `f′(x) = 1` on the positive side: even with 10 layers the ratio is still 1.",
      "The 10 logistic layers, trained for 1000 steps: the weights near the output did all the work, those near the input have hardly moved."
    ]
  },
  "xor": {
    "title": "XOR: is it a local minimum?",
    "text": "XOR with a 2-2-1 network is proven to have no finite local minimum (Hamey, 1998). And yet learning sometimes all but stops.",
    "captions": [
      "From this start it is solved within 10000 steps: `E = 0.0006`.",
      "From another start it seems to stop at `E = 0.251`; the gradient is only `4 × 10⁻⁴`. A local minimum?",
      "All 9 eigenvalues of the Hessian are positive. By gradient and eigenvalues alone it looks like a minimum.",
      "But there is no bottom here. Two samples still miss, and with `δ = −0.125` and `δ = 0.125` they merely pull against each other and cancel.",
      "To tell the two samples apart, hidden weights would have to move, but on the way to them `f′(x)` is only `4.0 × 10⁻⁶`. Cancelling and saturation together have made the gradient vanish."
    ]
  },
  "remedies": {
    "title": "What helps",
    "text": "There are remedies for the vanishing gradient. Few of them help against a local minimum.",
    "captions": [
      "Start nearer. What hardly moves from 8 converges from 4.",
      "Raise the rate. With `ε = 50` even the start at 8 arrives at `w = 1.386`; but where it is steep, such a rate may diverge.",
      "Momentum keeps moving: of each step it takes the share `μ = 0.9` again. From 6, where steepest descent hardly gets on, it arrives in the valley at 2.197. That is a local minimum still.",
      "It cures no vanished gradient. From 8 there is no slope that it could gather: it ends at 7.597.",
      "With more of it, `μ = 0.99`, the start at −8 is thrown over both valleys and comes to rest at `w = 45.7`, where no gradient brings it back.",
      "Adam divides the gradient by its own size: on the plateau its steps are as long as elsewhere. Even from 8 it arrives at 2.197. But no rule leaves a local minimum once it is in it.",
      "Cross-entropy takes `f′(x)` out of the output’s `δ`. One unit has one valley then, and no plateau: from 8 it converges to `w = −0.178`. Hidden units still saturate.",
      "Change the activation function. With ReLU the ratio is still 1 after 10 layers; with the logistic function it was `4.2 × 10⁻⁷`.",
      "ReLU has its price: a unit that gets a negative net input for every sample is dead. From `w = −1` the gradient is exactly 0, and the error stays at 0.32.",
      "Leaky ReLU leaves a slope of 0.01 there: from the same start, −1, it converges to `w = 0.8`.",
      "Choose the initial values. Drawn between −8 and 8 they saturate the units, and XOR hardly gets below `E = 0.250`.",
      "Xavier’s initial values are small enough not to saturate: the same network learns down to `E = 0.0002`.",
      "Against a local minimum a smaller rate is no help: with `ε = 0.25` it still ends in the valley at 2.19. Another start is."
    ]
  },
  "start-and-rate": {
    "title": "Start and rate",
    "text": "Each point of this map is a whole run: across the start, upwards the learning rate.",
    "captions": [
      "Across lies the start, upwards the learning rate, on a logarithmic scale: each point is a whole run, in the colour of its end. The mark is the run from 1 with `ε = 0.5`; the strip under the curve is one row of this map.",
      "On the right a larger rate shortens the standstill. From 6 with `ε = 5` the run arrives in the valley at 2.197, which it hardly approaches with a small rate.",
      "Below the dashed line, `ε = 2/λ_max = 0.701`, the global minimum holds every run that comes near.",
      "Above it no step is short enough. With `ε = 1` each leaps over the valley, and the error goes up and down without end.",
      "Larger still, and the leap ends in the other valley: with `ε = 10` a start beside the global minimum comes to rest at 2.197.",
      "Around −2, with the same `ε = 10`, neighbours end far apart. Look nearer with the wheel: the edge does not become a line, it is a fractal (Sohl-Dickstein, 2024)."
    ]
  }
}
