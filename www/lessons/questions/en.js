// What the class is asked before it sees how a run ends, and why it ends so. English.

export default {
  "forward-pass": [
    {
      "ask": "Every weight starts at 5. The run has 2000 steps.",
      "why": "Whatever comes in, every net input is large and every unit saturated. `f′(x)` is next to nothing, and with it every slope: `E = 1.00` stays."
    },
    {
      "ask": "Only the two weights into the output are large, both 6. The run has 2000 steps.",
      "why": "The hidden units are not saturated, and the large weights pass more of `δ` back to them: they learn all the faster, down to `E = 0.0035`."
    }
  ],
  "back-propagation": [
    {
      "ask": "Every weight starts at 0. The run has 2000 steps.",
      "why": "The output is the same for all four samples, and what they pull cancels. No `δ` passes back, since it would be multiplied by weights that are 0. Every slope is exactly 0, and `E = 0.5` stays."
    },
    {
      "ask": "Every weight starts at 1. The run has 2000 steps.",
      "why": "Hidden units with equal weights get equal `δ` and stay equal for ever: in effect there is one of them, too few for XOR. `E = 0.343` remains. That is why initial values are drawn by lot."
    }
  ],
  "steepest-descent": [
    {
      "ask": "The solution is `w = 1`. The start is 1.001, all but there, with `ε = 2.1`.",
      "why": "Each step leads farther beyond the bottom than it came from, by a factor of 1.1. However near the start is, that grows without end."
    },
    {
      "ask": "From 3 with `ε = 1.99`, each step leaps over the bottom.",
      "why": "Each leap is shorter than the last one by 1 %: the swings die out. It is under way, but 200 steps are too few."
    },
    {
      "ask": "From 6, at the edge of the picture, with `ε = 1.9`.",
      "why": "On a parabola the start does not matter. Each step leaves 0.9 of the distance on the other side, wherever it began: `ε` alone decides."
    }
  ],
  "initial-values": [
    {
      "ask": "From 4, to the right of both valleys.",
      "why": "It rolls into the first valley that it comes to, and that is the shallow one: after 2000 steps it is at `w = 2.25` with `E = 0.405`. The deep one lies behind a hill."
    },
    {
      "ask": "From 5, a little farther out.",
      "why": "It goes the same way, but it begins so flat that 2000 steps lead only to 4.10. The slope is growing: about 1900 more, and it leaves the plateau."
    },
    {
      "ask": "From −4, as far out on the other side.",
      "why": "On this side a sample misses by far, and a large error times a small `f′(x)` is slope enough. It converges to `w = −0.155`."
    }
  ],
  "local-minima": [
    {
      "ask": "From `(0.4, 0.5)`, next to the deepest valley.",
      "why": "The watershed lies between 0.4 and 0.5, and each weight falls on its own side of it: one into its deep valley, the other into its shallow one. `E = 0.504` remains."
    },
    {
      "ask": "From `(−4, −4)`, far out in the corner.",
      "why": "In this corner the samples miss by far, so that there is slope enough. Both weights reach their deep valley: `E = 0.198`, the least there is."
    },
    {
      "ask": "From `(10, −4)`.",
      "why": "One weight settles in its valley at −0.155. The other stands on the plateau, and 2000 steps take it from 10 to 9.995. A minimum asks for a bottom in every direction."
    }
  ],
  "vanishing-1d": [
    {
      "ask": "From −6, where the curve looks level.",
      "why": "The output misses by far here, and that times a small `f′(x)` is still a slope. Slowly at first, then faster and faster, it comes to `w = 1.386`."
    },
    {
      "ask": "From 5.5, with 1000 steps.",
      "why": "Little is wrong, and `f′(x)` is small: a slope of both is so gentle that 1000 steps lead only to 4.02. It has not vanished, it takes patience."
    },
    {
      "ask": "From 7, with 1000 steps.",
      "why": "1000 steps lead only to 6.80. The slope is far below what is usual, and as many steps again would hardly change that."
    }
  ],
  "vanishing-2d": [
    {
      "ask": "From `(−6, 6)`, out on the plateau.",
      "why": "Samples miss by far here and leave a slope that grows on the way: it arrives in the valley at `(0.977, 0)`."
    },
    {
      "ask": "From `(5, 5)`, nearer to the valley than that.",
      "why": "The errors are small here, and so is `f′(x)`. After 2000 steps it is at `(5.17, 4.33)`, and hardly moves. How far the valley is says nothing of the slope."
    },
    {
      "ask": "From `(0, 10)`, farther out still.",
      "why": "After 2000 steps it has hardly moved, and `E = 0.700`. But the slope is growing: this plateau has a way down, and given time the run finds it."
    }
  ],
  "no-unique-answer": [
    {
      "ask": "From `(0.001, 0.001)`, all but on the saddle point.",
      "why": "Only exactly on the saddle does nothing move. Beside it the slope is small, but it grows with each step down: 3000 of them are plenty."
    },
    {
      "ask": "With three samples, from `(0, 0)`.",
      "why": "The gradient is exactly 0, and yet nothing is saturated. `E` curves downwards in one direction and upwards in another: a saddle point."
    }
  ],
  "deeper": [
    {
      "ask": "10 hidden layers of logistic units, every weight 1, with 1000 steps.",
      "why": "The weights at the output have all the slope they need, and one sample with the target 0.2 asks for no more. The error is gone, although the first layers, whose gradient has vanished, have learned nothing."
    },
    {
      "ask": "10 hidden layers of ReLU, every weight 2.",
      "why": "A signal that is doubled 11 times makes a slope of millions. The first step leads so far that every unit is dead: the gradient is gone, and `E = 0.02` stays."
    }
  ],
  "xor": [
    {
      "ask": "Every weight starts at 1. The run has 10000 steps.",
      "why": "The two hidden units stay equal, and `E = 0.335` remains. Still it is no local minimum: there is no bottom here, the samples that still miss pull against each other, and `f′(x)` closes the way out."
    },
    {
      "ask": "Weights as large as these saturate: each is 8, −8 or 0. The run has 10000 steps.",
      "why": "Large weights do no harm where they already point the right way: each hidden unit tells apart what XOR has to tell apart. The biases do the rest, down to `E = 0.0004`."
    }
  ],
  "remedies": [
    {
      "ask": "From 1 with momentum, `μ = 0.9`.",
      "why": "It swings to and fro in the shallow valley, and comes to rest in it, at 2.197. Momentum helps across level ground; out of a valley it need not."
    },
    {
      "ask": "From 0.4, above the deep valley, with `μ = 0.99`.",
      "why": "It gathers so much on the way down that no valley holds it. Past both it comes to `w = 45.9`, where no gradient brings it back."
    },
    {
      "ask": "A ReLU from 8 with `ε = 1.9`. There is no saturation on this side.",
      "why": "The first step leaps over the solution to −5.68, where the unit is dead: the gradient is exactly 0. Where a curve has a level side, a leap may end on it."
    }
  ],
  "start-and-rate": [
    {
      "ask": "From −1 with `ε = 20`, far more than the deep valley bears.",
      "why": "It is thrown out of the deep valley, and one leap ends in the shallow one. That bottom is so wide that even this rate fits it: it stays at 2.197."
    },
    {
      "ask": "From 1 with `ε = 50`, a hundred times the usual rate.",
      "why": "The flatter a bottom, the larger the rate it bears. This one is flat enough: the run settles at 2.197 all the sooner."
    }
  ]
}
