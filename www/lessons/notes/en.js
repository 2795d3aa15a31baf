// Speaker’s notes for each beat: what to say, what students ask, and what to answer. English.

export default {
  "forward-pass": [
    {
      "say": "Here is the whole machine: two inputs, two hidden units, one output. We give it one sample and follow it by hand. Nothing today is more than multiply, add, and one curve.",
      "ask": "Why these weights?",
      "answer": "They are arbitrary, and round so that you can check every line with a pencil. Learning will change them."
    },
    {
      "say": "Take one hidden unit. Each input times its weight, plus the bias: that is the net input. The curve squeezes it between none and all.",
      "ask": "What is the bias for?",
      "answer": "It moves the curve sideways. Without it every unit would be undecided at the same input."
    },
    {
      "say": "The same again, one layer on. The outputs of the hidden units are the inputs of the output unit. Deeper networks repeat this, and nothing else.",
      "ask": "Why the curve at all? Could it not simply add?",
      "answer": "Then all layers together would be one sum, and XOR could not be learned."
    },
    {
      "say": "Now we compare with what we wanted. Half the square of the miss is the error: one number that says how wrong all these weights are together.",
      "ask": "Why half the square?",
      "answer": "The square counts misses on both sides, and the half goes away when we take the derivative."
    }
  ],
  "back-propagation": [
    {
      "say": "Ask the output unit first: if your net input rose a little, how would the error change? That is its delta: the miss, times the steepness of the curve.",
      "ask": "Why is the steepness in there?",
      "answer": "Because we ask about the net input, and the curve stands between it and the output. Remember this factor: it is the villain of the lecture."
    },
    {
      "say": "A hidden unit has no target of its own. It gets its blame from the unit after it, through the weight between them, and again times the steepness.",
      "ask": "What if it leads to several units?",
      "answer": "Then their shares are added."
    },
    {
      "say": "And one weight? Its slope is the delta behind it times the output before it. Follow the chain with your finger: every link is one derivative.",
      "ask": "Is that only the chain rule?",
      "answer": "Yes. The art is to go backwards, so that no link is ever computed twice."
    },
    {
      "say": "Now a weight near the input. Its chain is longer: one more weight, one more steepness. Multiply often by something small, and guess what happens.",
      "ask": "Do long chains always shrink?",
      "answer": "No. With large weights they may also explode. Both are trouble."
    },
    {
      "say": "Add the slopes of all samples, go a small step against the sum, and that is one update. Learning is this, some thousand times.",
      "ask": "Why not update after each sample?",
      "answer": "One may. It is cheaper and noisier; the batch on this page does it."
    }
  ],
  "steepest-descent": [
    {
      "say": "One weight, one parabola: the easiest error there is. Stand on it, feel the slope, go downhill, as far as the slope says times the learning rate.",
      "ask": "Why does it slow down near the bottom?",
      "answer": "Because the slope goes to nothing there, and the step with it. It brakes by itself."
    },
    {
      "say": "The same start, a tiny rate. Nothing is wrong here, it is only slow. Note the verdict: still descending, not stuck.",
      "ask": "How would I know the difference in practice?",
      "answer": "That is the question of this lecture. Keep it until we meet a plateau."
    },
    {
      "say": "Now a bold rate. It leaps across the bottom, back and across again, and yet each leap is shorter. Let the class decide whether it arrives before you show it.",
      "ask": "So is leaping bad?",
      "answer": "Not in itself. What counts is the rate times the curvature: below two it comes in."
    },
    {
      "say": "Exactly at the limit. It swings for ever, and neither gains nor loses. A single curve with a single curvature makes the limit this sharp.",
      "ask": "Would rounding not break it in the end?",
      "answer": "Here the numbers are round enough that it does not. In real networks you never sit on the limit."
    },
    {
      "say": "A little more, and each leap is longer than the last one. The error explodes. When you see that in training, the first suspect is the rate.",
      "ask": "Does it help to start nearer?",
      "answer": "No, and that is a good one to guess first: on a parabola only the rate decides."
    }
  ],
  "initial-values": [
    {
      "say": "A curve with two valleys, from one unit and two samples that contradict each other. From here it finds the deepest valley. Point at what remains: even the best answer is not perfect.",
      "ask": "Why is the error not zero?",
      "answer": "Because the samples ask for different weights, and there is only one weight to give."
    },
    {
      "say": "I move the start a little to the right. It is as happy as before, and it is wrong: the bottom of the shallow valley.",
      "ask": "Can it notice that there is a deeper one?",
      "answer": "Not by the slope. Down there every direction leads up."
    },
    {
      "say": "And out here it does not even reach a valley. Look how long it runs, and how far it gets. This is neither a bottom nor an error of the program.",
      "ask": "If we wait long enough, will it come down?",
      "answer": "In principle, some day. The verdict speaks of as many steps again, and within those it will not."
    },
    {
      "say": "Where is the watershed? Let the class call out numbers and drag there. It lies where the hill between the valleys is highest.",
      "ask": "Could one compute it?",
      "answer": "Here yes, it is where the slope is zero and the curve bends down. With many weights nobody draws that border."
    },
    {
      "say": "The smallest of shifts, and another solution. Nothing else has changed: the same data, the same rule, the same patience. The start decides.",
      "ask": "Then how do people train networks at all?",
      "answer": "They draw several starts by lot, and compare. You will see thirty at once later."
    }
  ],
  "local-minima": [
    {
      "say": "We stand in the shallow valley. How do I know it is a bottom, and not just slow? Newton’s method asks the curvature where the bottom is, and it settles at once.",
      "ask": "Why not use Newton’s method to learn?",
      "answer": "It finds this bottom faster, but it is still this bottom. And the curvature of a million weights is costly."
    },
    {
      "say": "Two weights, and the valleys multiply. From this corner it goes to the deepest. Show the map of fates and let them look for the borders.",
      "ask": "Do the weights not disturb each other?",
      "answer": "Not here: each sample feeds only one of them. That is how the example was built."
    },
    {
      "say": "Change the sign of one weight at the start, and one of them gets caught. One is in its good valley, the other is not.",
      "ask": "Is a minimum in one direction enough?",
      "answer": "No. A local minimum is a bottom in every direction, and this is one."
    },
    {
      "say": "Both caught. And now count: two valleys for each weight, so the number doubles with every weight that you add. That is a theorem, and about a single unit.",
      "ask": "Are real networks that bad?",
      "answer": "Usually not. These samples contradict each other on purpose. But nothing forbids it."
    }
  ],
  "vanishing-1d": [
    {
      "say": "One sample, one weight, one solution and no trap in sight. From here all is well.",
      "ask": "Is this curve free of local minima?",
      "answer": "Yes, it has one bottom only. Whatever goes wrong now is something else."
    },
    {
      "say": "Start farther out. The curve is not flat to the eye of mathematics, there is a slope. Read it aloud. The unit is saturated: its curve is almost level.",
      "ask": "Where did the factor come from?",
      "answer": "From delta: the steepness of the curve. I told you to remember the villain."
    },
    {
      "say": "All those steps, and it has hardly moved. The new weight is the old weight, as far as anyone can see, and the error is still there. This is the line of the lecture.",
      "ask": "Is it not simply finished?",
      "answer": "Look at the error. It stopped because it cannot go on, not because it has arrived."
    },
    {
      "say": "How do we tell it from a minimum, when both have almost no slope? Ask for the bottom. Here the bottom moves away as fast as we look for it.",
      "ask": "Are the eigenvalues not enough?",
      "answer": "No. They may all be positive on a plateau. Whether there is a bottom is the better question."
    },
    {
      "say": "The other side is worse: a larger error, and the same standstill. A large error is no guarantee of a large slope.",
      "ask": "Why does the error not push harder?",
      "answer": "It does, but it is multiplied by the steepness, and that is next to nothing."
    }
  ],
  "vanishing-2d": [
    {
      "say": "Now a weight and a bias. A narrow valley, and a wide plateau around it. From here it rolls in.",
      "ask": "What do the lines mean?",
      "answer": "Equal error, as on a hiking map. Where they are far apart it is flat."
    },
    {
      "say": "From the plateau it does not roll. Read the verdict together: the gradient has vanished.",
      "ask": "The path is a dot. Is it running?",
      "answer": "It is. Zoom in and you will see its steps. They are that short."
    },
    {
      "say": "Here is why, in one number: the steepness of the unit. Whatever the error is, multiplied by this it is gone.",
      "ask": "For every sample?",
      "answer": "For every one that still misses. One open way would be enough to go on."
    },
    {
      "say": "A start with a far larger error. Let the class guess: does a larger error help?",
      "ask": "So the height does not matter?",
      "answer": "Only the slope does. A high plateau is as level as a low one."
    },
    {
      "say": "This one looks the same, but it is not. The gradient is small and growing. The verdict says: still descending, on a plateau.",
      "ask": "How does it know?",
      "answer": "The error bends downwards along the way, so that each step makes the next one longer."
    },
    {
      "say": "We give it the time, and off it goes. Slow is one thing, vanished another. Patience cures the one and not the other.",
      "ask": "Can I tell from the loss curve alone?",
      "answer": "Hardly. Both are level. That is why people stop too early, and why they wait too long."
    }
  ],
  "no-unique-answer": [
    {
      "say": "A chain of two weights. Only their work together counts. From here it finds an answer with no error at all.",
      "ask": "Is it the answer?",
      "answer": "It is an answer. Wait for the next click."
    },
    {
      "say": "Another start, and the error is as small, but the weights are others. The bottom is a whole curve: make one weight larger and the other smaller.",
      "ask": "Which one is right?",
      "answer": "Both. The data cannot tell them apart, so nobody can."
    },
    {
      "say": "And exactly in the middle nothing moves. Is it a minimum? It bends up one way and down the other: a saddle. Nudge it and it goes.",
      "ask": "Does that happen in practice?",
      "answer": "Being exactly on it, no. Being slowed down near one, all the time."
    },
    {
      "say": "More samples pin the answer down: the curve of solutions has shrunk to points.",
      "ask": "Do more data always help?",
      "answer": "They take away freedom. Some of it stays, as you will see."
    },
    {
      "say": "The mirror image. Change both signs and the network says the same. A symmetry of the network is one of its error.",
      "ask": "How many such copies has a large network?",
      "answer": "Very many: swap any two hidden units, flip any signs. They are all equally good."
    }
  ],
  "deeper": [
    {
      "say": "Compare the first weight with the last one: how much of the slope arrives at the input side? With one hidden layer, a fair part of it.",
      "ask": "What are the bars?",
      "answer": "The size of the gradient in each layer, on a logarithmic scale: equal steps are equal factors."
    },
    {
      "say": "A few layers more, and look at the first bar. Every layer takes its share.",
      "ask": "Why is the share the same each time?",
      "answer": "All units here do about the same, so each multiplies by about the same factor."
    },
    {
      "say": "Ten layers, and next to nothing arrives. This is why deep networks were given up for years.",
      "ask": "Could we not raise the rate for the first layers?",
      "answer": "One can. That is close to what Adam does."
    },
    {
      "say": "Only the curve of the units has changed. Its steepness in the middle is one, not a quarter, and the fall becomes gentle.",
      "ask": "Why not make it steeper still?",
      "answer": "Then the product grows instead of shrinking, and that explodes."
    },
    {
      "say": "And with ReLU there is no fall at all, as long as the unit is on. That single change opened the door to deep learning.",
      "ask": "Where is the catch?",
      "answer": "When the unit is off, its slope is exactly nothing. We shall see a dead one."
    },
    {
      "say": "Back to the first kind of unit, and now it has learned. Look who has moved: those at the output did everything.",
      "ask": "So the first layers are useless?",
      "answer": "They stay what they were by lot. The network works, but it is shallower than it looks."
    }
  ],
  "xor": [
    {
      "say": "The classic. One unit cannot do it, two hidden ones can. From this start it learns.",
      "ask": "Why can one unit not?",
      "answer": "It divides the plane by a straight line, and no line parts these four points."
    },
    {
      "say": "Another start, and it stops half way. The slope is tiny. Ask the class: is this a local minimum? Count hands, then go on.",
      "ask": "How would you decide?",
      "answer": "By the slope you cannot. Let us look at the curvature."
    },
    {
      "say": "The curvature says yes in every direction. A textbook would stop here and call it a minimum. Who changes their mind?",
      "ask": "Positive in all directions, is that not the definition?",
      "answer": "It is, where the slope is exactly zero. Here it is only small."
    },
    {
      "say": "There is no bottom here. Two samples still miss, one pulls one way, the other the other, and they cancel. It is a tug of war, not a valley.",
      "ask": "So the gradients of the samples are large?",
      "answer": "They are, each by itself. Only their sum is small."
    },
    {
      "say": "The way out would be to tell the two samples apart. That is the work of the hidden weights, and on the way there the steepness is gone. Both together make the standstill.",
      "ask": "Is it proven that it is no minimum?",
      "answer": "Yes. For this network no finite local minimum exists; the proof came only after years of papers that said otherwise."
    }
  ],
  "remedies": [
    {
      "say": "What helps? First of all, start nearer. The simplest remedy is a good beginning.",
      "ask": "How do I know what is near?",
      "answer": "You do not. But small weights keep units out of saturation, and that is what near means."
    },
    {
      "say": "A larger rate crosses the plateau in one stride. It also breaks your neck where it is steep.",
      "ask": "Then large at first, and small later?",
      "answer": "That is what schedules do."
    },
    {
      "say": "Momentum keeps going. It adds up a small slope over many steps, and a plateau becomes passable. Look where it ends, though.",
      "ask": "Is that the better valley?",
      "answer": "No. It came over the plateau, and into the local minimum."
    },
    {
      "say": "From farther out it does not help. Momentum gathers what there is, and here there is nothing to gather.",
      "ask": "And with more patience?",
      "answer": "Its stride is a fixed multiple of the slope. A multiple of nothing is nothing."
    },
    {
      "say": "More momentum, then? It flies over everything, and lands where no slope brings it back. Too much of a remedy is a disease.",
      "ask": "Why does nothing stop it?",
      "answer": "Only slope could, and out there is none."
    },
    {
      "say": "Adam measures the slope by its own size. On the plateau its steps are as long as anywhere. It crosses, and it too ends in the local minimum.",
      "ask": "So Adam is always better?",
      "answer": "On plateaus, much. Against a wrong valley, no rule helps once it is in."
    },
    {
      "say": "Or change the question. With cross-entropy the villain is cancelled from the output’s delta, and for one unit there is a single valley.",
      "ask": "Then why ever use the square?",
      "answer": "For outputs that are no probabilities. And note that hidden units saturate as before."
    },
    {
      "say": "Change the units. With ReLU nothing is lost on the way back, however deep it is.",
      "ask": "Is that all there is to deep learning?",
      "answer": "It is one of three or four things. The initial values are another."
    },
    {
      "say": "The price: a unit that is off for every sample gets no slope at all. It is dead, and nothing in the rule wakes it.",
      "ask": "Is zero here exactly zero?",
      "answer": "Exactly. This is the only place today where it is."
    },
    {
      "say": "A little slope on the off side, and the dead unit lives. It is that easy.",
      "ask": "Why does not everybody use it?",
      "answer": "Many do. With many units a few dead ones are also no disaster."
    },
    {
      "say": "Initial values once more. Large ones saturate the network before it has learned anything.",
      "ask": "Why would anyone start large?",
      "answer": "By accident. Many inputs to a unit add up, and then ordinary weights are large."
    },
    {
      "say": "Xavier’s rule divides by the number of inputs and outputs, so that signals keep their size. The same network, and it learns.",
      "ask": "Is it a theorem?",
      "answer": "It is an estimate of the spread from layer to layer, and a good one."
    },
    {
      "say": "And against the wrong valley? A smaller rate does nothing. Only another start helps. That is where we began, and it is the moral.",
      "ask": "So we never know whether it was the best?",
      "answer": "In general we do not. We try several, and keep what is good enough."
    }
  ],
  "start-and-rate": [
    {
      "say": "Everything in one picture: across the start, upwards the rate, and each point is a whole run. Find the strip that you know in it.",
      "ask": "How long did that take to compute?",
      "answer": "You are watching: it is computed now, in this browser, a run for each pixel."
    },
    {
      "say": "On the right: where a small rate stalls, a larger one walks through. The plateau is a matter of patience here.",
      "ask": "So one should take the largest rate that works?",
      "answer": "Nearly. How large that is depends on the valley, as the line shows."
    },
    {
      "say": "The dashed line is two over the largest curvature of the deepest valley. Below it, whoever comes near stays.",
      "ask": "Why the largest curvature?",
      "answer": "The narrowest direction is the first that a leap fails to fit into."
    },
    {
      "say": "Just above the line nothing settles there. The run wanders over the valley for ever.",
      "ask": "Is that chaos?",
      "answer": "It looks like it, and on a curve like this it often is."
    },
    {
      "say": "Larger still, and it is thrown out of the good valley, into the wide one. Large rates prefer wide valleys.",
      "ask": "Is that good or bad?",
      "answer": "Here it is bad. Some hold that wide valleys generalise better; that is another lecture."
    },
    {
      "say": "Now zoom in, again and again. The border does not become a line. Two runs that begin beside each other end apart, at every scale. Finish here and let them look.",
      "ask": "Does it ever end?",
      "answer": "Only where the digits of the computer do."
    }
  ]
}
