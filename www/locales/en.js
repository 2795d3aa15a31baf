// English. `{name}` is filled in by the page.

export { default as lessons } from '../lessons/en.js';

export default {
  'boot.failed':
    'The page could not start. Open the built page from a web server, in an up-to-date browser that has WebAssembly SIMD. ({reason})',

  'lesson.choose': 'Choose an experiment',
  'lesson.reset': 'Set the experiment back to how it began',

  'beats.label': 'Demonstration',
  'beats.back': 'One back in the demonstration',
  'beats.forward': 'One on in the demonstration',
  'beats.count': '{beat} / {count}',
  'beats.lesson': 'To lesson {number}: {title}',

  'language.choose': 'Language 言語',
  'language.failed':
    'The words of that language could not be loaded. Reload the page when you are connected again.',
  'theme.label': 'Colours: {theme}',
  'theme.auto': 'automatic',
  'theme.light': 'light',
  'theme.dark': 'dark',
  'projector.open': 'Projector mode',
  'projector.close': 'Leave projector mode (Esc)',

  'notice.close': 'Close',
  'notice.refused': '{place}: {words}',
  'notice.anew': 'Start anew',
  'notice.over':
    'The computation has broken down because of a fault of the program. Your experiment is kept as it was just before.',
  'notice.over.nothing': 'The computation has broken down because of a fault of the program.',
  'notice.failed': 'The computation stopped because of an unexpected fault. Please reload the page.',

  'chart.goal': 'goal',
  'surface.label': 'Picture of the error. Move the start',
  'surface.value': 'start {start}, final error E = {error}, {verdict}',
  'surface.hint': 'Drag, or use the arrow keys, to move the start',
  'surface.projection': 'Slice along {shown} of {free} moving weights, path projected',
  'legend.start': 'start',
  'legend.step': 'step {step}',
  'critical.lowest': 'lowest minimum',
  'critical.minimum': 'minimum',
  'critical.saddle': 'saddle',
  'critical.slice': 'within this slice:',
  'critical.more': 'and {count} more',
  'critical.told': '{what} at {place}, E = {error}.',

  'view.choose': 'What to look at',
  'view.picture': 'Error',
  'view.network': 'Network',
  'view.layers': 'Layers',
  'view.outputs': 'Outputs',

  'layer.input': 'input layer',
  'layer.output': 'output layer',
  'layer.hidden': 'hidden layer',
  'layer.number': 'layer {layer}',
  'layer.the': 'the {layer}',
  'unit.name': 'unit {unit} of {layer}',
  'weight.place': '{from} → {to}',
  'weight.bias': 'bias of {to}',
  'weight.fixed': 'A weight that stays fixed in this experiment',
  'numbering.label': 'How layers are counted',
  'numbering.output': 'count from output',
  'numbering.input': 'from input',

  'walk.back': 'One stage back',
  'walk.next': 'One stage on',
  'walk.play': 'Walk through the updates',
  'walk.pause': 'Stop walking',
  'walk.count': '{stage} / {count}',
  'walk.samples': 'Which sample to look at',
  'walk.sample': 'sample {sample}',
  'walk.sum': 'sum of all samples',
  'walk.forward': 'forward: {layer}',
  'walk.error': 'error',
  'walk.delta': 'backward: δ of {layer}',
  'walk.update': 'new weights',
  'walk.input.text': 'The input layer passes the input on as its output `o`.',
  'walk.forward.text': 'The outputs of the layer before, times the weights, add up to the net input `x`; the output is `o = f(x)`.',
  'walk.error.text': 'How far the output `o` misses the target `d` makes the error `E`.',
  'walk.output-delta.text': 'The delta `δ` of an output unit is the miss `o − d` times the derivative `f′(x)`.',
  'walk.delta.text': 'The deltas of the layer after, times the weights, are summed and multiplied by the derivative `f′(x)`: this is `δ` here.',
  'walk.update.text': 'For each weight, `∂E/∂w = δo` is summed over all samples, multiplied by the learning rate `ε` and subtracted.',

  'network.label': 'Diagram of the network. Arrow keys move, Enter chooses',
  'network.positive': 'weight above 0',
  'network.negative': 'below 0',
  'network.backward': 'flows backward',
  'network.hint': 'Choose a unit or weight to see its equation',

  'inspector.heading': 'The equation of what is chosen',
  'axis.show': 'Show as an axis',
  'axis.shown': 'Is an axis of the picture',
  'check.line': 'Check: back-propagation gives `∂E/∂w = {ours}`, a central difference `{other}`; relative difference `{difference}`',

  'chain.heading': 'What it depends on',
  'chain.and': ', ',
  'chain.weight': 'To lower the error, how should `{name}` change? That depends on how `x` of {unit} should change `(δ)`, and on the output `o` that the weight brings there: `∂E/∂w = δ × o` `= {delta} × {output}` `= {slope}`',
  'chain.bias': 'To lower the error, how should the bias `{name}` change? That depends only on how `x` of {unit} should change `(δ)`: `∂E/∂w = δ = {slope}`',
  'chain.hidden': '`δ` of {unit} depends on `δ` of {next}, times a weight and times `f′(x)`: {formula}',
  'chain.output': '`δ` of {unit} depends on how far the output misses the target: {formula}',
  'chain.error': 'The error is `E = {error}`. ',
  'chain.lower': 'Since `∂E/∂w > 0`, a smaller weight makes less error.',
  'chain.raise': 'Since `∂E/∂w < 0`, a larger weight makes less error.',
  'chain.still': 'Since `∂E/∂w = 0`, this weight stays where it is.',

  'layers.heading': 'Size of the gradient, layer by layer',
  'layers.layer': 'layer',
  'layers.bars': 'size of the gradient (log scale)',
  'layers.depth': 'hidden layers',
  'layers.activation': 'activation',
  'layers.note': '`‖g‖` is the size of the gradient of the weights that lead into a layer (log scale), `f′(x)w` what `δ` is multiplied by on its way back through it, `‖Δw‖` how far the weights have come from their start.',
  'layers.ratio': 'ratio of the gradients, first weight to last',
  'outputs.heading': 'What the network computes',
  'outputs.choose': 'Which output to draw',
  'outputs.label': 'The output over the inputs at step {step}, with the samples; the table has their numbers',
  'outputs.curve': 'Thick: the output `o` at step {step}; thin: at the start. Rings are the targets `d`; the red lines are what the outputs miss them by.',
  'outputs.map': 'Tint: the output `o` at step {step}. Thick line: `o` = {level}; thin: the same at the start. Discs have the tint of their target `d`.',
  'outputs.even': 'Tint: the output `o` at step {step}. Discs have the tint of their target `d`.',
  'outputs.samples': 'Samples',
  'outputs.worst': 'sample {sample} adds most to the error',
  'outputs.sample': 'no.',
  'outputs.input': 'input',
  'activation.logistic': 'logistic',
  'activation.tanh': 'tanh',
  'activation.identity': 'identity',
  'activation.relu': 'ReLU',
  'activation.leaky-relu': 'leaky ReLU',
  'activation.softplus': 'softplus',

  'timeline.label': 'Step',
  'timeline.value': 'step {step} of {last}, error E = {error}',

  'transport.label': 'Playback',
  'transport.first': 'To the start',
  'transport.back': 'One step back',
  'transport.play': 'Play',
  'transport.pause': 'Pause',
  'transport.forward': 'One step on',
  'transport.last': 'To the end',
  'transport.step': 'step {step} / {last}',
  'transport.speed': 'Speed',
  'transport.speed.slow': 'slow',
  'transport.speed.normal': 'normal',
  'transport.speed.fast': 'fast',

  'settings.heading': 'Learning rate and steps',
  'settings.rate': 'learning rate',
  'settings.rate.slider': 'Learning rate ε (logarithmic)',
  'settings.steps': 'steps',
  'zoom.label': 'Part of the picture',
  'zoom.in': 'Nearer',
  'zoom.out': 'Farther',
  'zoom.fit': 'Show the whole path and its valley',
  'ranges.heading': 'Axes of the picture',
  'ranges.across': 'to the right',
  'ranges.upwards': 'upwards',
  'ranges.none': 'none: a curve',
  'ranges.across.from': 'Beginning of the axis to the right',
  'ranges.across.to': 'End of the axis to the right',
  'ranges.upwards.from': 'Beginning of the axis upwards',
  'ranges.upwards.to': 'End of the axis upwards',
  'field.empty': 'Please enter a number',
  'field.number': 'Please enter a number: “{found}” is none',

  'verdict.heading': 'Result',
  'verdict.computing': 'Computing',
  'verdict.computing.sentence': 'The run is being computed to its end.',
  'judging': 'Judging',
  'judging.sentence': 'The run is at its end and is being judged: {percent}\u00a0%.',
  'verdict.converged': 'Converged',
  'verdict.converged.sentence':
    'The error has come down to the least value known: a solution is found.',
  'verdict.explains-little.sentence':
    'No smaller error is known, and yet `E = {error}` remains. Another network may do better.',
  'verdict.local-minimum': 'Local minimum',
  'verdict.local-minimum.sentence':
    'It is at the bottom of a valley, but a smaller error is known. Another start can help; more steps do not.',
  'verdict.vanishing-gradient': 'Vanishing gradient',
  'verdict.saturation.sentence':
    'Units are saturated, and the gradient has all but vanished before any bottom is reached. Smaller initial weights help.',
  'verdict.balance-and-saturation.sentence':
    'The slopes of samples cancel, and the weights that could tell these apart are held by saturation. Other, small initial weights help.',
  'verdict.still-descending': 'Still descending',
  'verdict.still-descending.sentence':
    'It is still on its way down: with more steps the error would go on falling.',
  'verdict.narrow-valley.sentence':
    'It is on its way down a narrow valley. Inputs of similar size, or momentum, help more than steps.',
  'verdict.small-rate.sentence':
    'The gradient is there, but each update is too small. A larger learning rate helps.',
  'verdict.plateau.sentence':
    'It is on a plateau, but the gradient is growing: in about {leaving} more steps it leaves.',
  'verdict.saddle': 'Saddle point',
  'verdict.saddle.sentence':
    'It stands still, but this is no bottom: nudged a little, it would go down again.',
  'verdict.oscillating': 'Oscillating',
  'verdict.wandering.sentence':
    'The error falls and rises again and again: no valley holds the run. A smaller learning rate helps.',
  'verdict.swinging.sentence':
    'It leaps to and fro across the valley and gets no lower. A smaller learning rate helps.',
  'verdict.diverged': 'Diverged',
  'verdict.diverged.sentence':
    'Each update overshoots, and the error or a weight has grown out of all bounds. A smaller learning rate helps.',
  'verdict.asked': 'Which is it?',
  'verdict.asked.sentence': 'At step {done}, `E = {error}` and `‖g‖ = {gradient}`. ',
  'verdict.asked.spectrum':
    'The {count} eigenvalues of the Hessian run from `{smallest}` to `{largest}`.',
  'verdict.reveal': 'Show the verdict',
  'step.name': 'Step {step}',
  'step.now': '`E = {error}`, `‖g‖ = {gradient}`. ',
  'step.falls': 'The next update lowers `E` by `{fall}` ({share}), to `{next}`.',
  'step.rises': 'The next update raises `E` by `{fall}` ({share}), to `{next}`.',
  'step.stays': 'The next update leaves `E` as it is.',
  'step.end': 'At the end, step {done}: {verdict}, `E = {error}`',

  'cause.explains-little': 'much error remains',
  'cause.saturation': 'saturation',
  'cause.balance-and-saturation': 'cancelling and saturation',
  'cause.narrow-valley': 'narrow valley',
  'cause.small-rate': 'small learning rate',
  'cause.plateau': 'plateau',
  'cause.wandering': 'up and down',
  'cause.swinging': 'to and fro',

  'standstill.error': 'And yet an error of {error} remains.',
  'standstill.horizon':
    'And yet {error} remains, and another {steps} steps would hardly change it.',

  'evidence.heading': 'Why this verdict',
  'evidence.all': 'all of it',
  'evidence.less': 'less than {limit}',
  'evidence.error': 'error at the end',
  'evidence.best': 'least error known',
  'evidence.baseline': 'error without learning',
  'evidence.baseline.note': 'of the best constant output, or else of weights that are 0',
  'evidence.goal': 'counts as converged',
  'evidence.gradient': 'size of the gradient at the end',
  'evidence.left': 'descent left',
  'evidence.left.note':
    'share of the excess error `E − E*` that another {steps} steps would remove at the speed of the end; still descending above {percent_descent_left}',
  'evidence.lost': 'lost again',
  'evidence.lost.note':
    'of what the error fell over the last quarter of the steps; oscillating above {percent_lost_again}',
  'evidence.highest': 'highest error in that quarter',
  'evidence.turning': 'updates that turn back',
  'evidence.turning.note': 'of the last {pairs}; oscillating above {percent_swinging}',
  'evidence.stability': 'rate × largest eigenvalue',
  'evidence.stability.note':
    'below {limit_rate_curvature} a valley can hold the run; from there on none does',
  'evidence.condition': 'largest to smallest eigenvalue',
  'evidence.condition.value': '{condition} times',
  'evidence.condition.note':
    'how much more it curves across the valley than along it; a narrow valley from {limit_narrow_valley} on',
  'evidence.fall': 'fall ahead',
  'evidence.fall.note':
    'share of the excess error `E − E*` down to the bottom, `E = {bottom}`; below {percent_fall_ahead} it is there',
  'evidence.turns': 'iterations of Newton’s method',
  'evidence.eigenvalues': 'eigenvalues of the Hessian',
  'evidence.eigenvalues.flat':
    'along an eigenvalue of 0 the error does not change: the solution is not unique',
  'evidence.spectrum.ends': '{smallest} to {largest}, the two ends of {count}',
  'evidence.spectrum': '{smallest} to {largest} ({count})',
  'evidence.growth': 'growth of a nudge',
  'evidence.growth.note':
    'within another {steps} steps; a saddle point above `e^{limit_nudge_growth}`',
  'evidence.gathering': 'growth of the gradient',
  'evidence.gathering.note':
    'within another {steps} steps; it is leaving a plateau from `e^{limit_gathering}` on',
  'evidence.leaving': 'steps until it leaves',
  'evidence.leaving.value': 'about {leaving}',
  'evidence.relative': 'gradient beside the typical one',
  'evidence.relative.note':
    'typical is its size at starts near the origin; vanished below {percent_relative_slope}',
  'evidence.pull': 'slopes of single samples',
  'evidence.pull.note':
    'their size before they cancel, beside typical starts; saturation alone below {percent_pull}',
  'evidence.pull-left': 'slopes along what is left',
  'evidence.pull-left.note':
    'of single samples, in the direction of the gradient that remains, where nothing cancels',
  'evidence.deltas': 'deltas that cancel',
  'evidence.deltas.note': 'sample {sample} and sample {other_sample}, at {output}',
  'evidence.factor': 'smallest derivative on the way',
  'evidence.factor.note': '{unit}, sample {saturated_sample}; at most {greatest}',

  'evidence.show': 'Show this unit in the network',

  'why.converged':
    'The error `E = {error}` is within what counts as converged, `E ≤ {goal}`: the least error known, `E* = {best}`, plus {percent_goal} of what lies between it and the error without learning, `{baseline}` (at least `{least}`).',
  'why.explains-little':
    'But even the least error known is {explained} of the error without learning (more than {percent_explains_little}): the network explains little of the data.',
  'why.local-minimum':
    'Newton’s method looks for the bottom by the curvature. Here it converges (iterations: {turns}), and less than {percent_fall_ahead} of the excess error `E − E*` lies ahead ({fall}): this is the bottom of a valley. But a smaller error is known, `{best}`.',
  'why.vanishing-gradient':
    'At the end the gradient is only `{gradient}`, and yet Newton’s method, which looks for the bottom by the curvature, finds none here, or only one that saturated units hide.',
  'why.relative':
    'That is {relative} of the gradient at typical starts (below {percent_relative_slope}).',
  'why.saturation':
    'The slope of each single sample is gone, too: {pull} of the typical one (below {percent_pull}).',
  'why.smallest-factor':
    'The smallest derivative is `f′(x) = {factor}` ({unit}, sample {saturated_sample}; at most {greatest}). Multiplied by it, the error is gone before it reaches the weights.',
  'why.balance':
    'Yet the slopes of single samples are still {pull} of the typical one ({percent_pull} or more), but they cancel: at {output} `δ = {delta}` for sample {sample} and `δ = {other_delta}` for sample {other_sample}.',
  'why.closed':
    'Hardly any error reaches the weights that could tell these samples apart: the smallest derivative on the way is `f′(x) = {factor}` ({unit}, sample {saturated_sample}; at most {greatest}).',
  'why.still-descending':
    'At the speed of the end, another {steps} steps would remove {left} of the excess error `E − E*`, more than {percent_descent_left}: it is still descending.',
  'why.still-descending.all':
    'At the speed of the end, all of the excess error `E − E*` would be gone within about {needed} steps. Another {steps} would remove more than {percent_descent_left} of it: it is still descending.',
  'why.bottom-ahead':
    'Newton’s method looks for the bottom by the curvature, and finds one ahead, `E = {bottom}`: down to it {fall} of the excess error `E − E*` would go ({percent_fall_ahead} or more).',
  'why.narrow-valley':
    'The valley is narrow: across it the error curves {condition} times as strongly as along it ({limit_narrow_valley} or more). A rate that fits the one is too small for the other.',
  'why.small-rate':
    'The gradient has not vanished: it is {relative} of that at typical starts ({percent_relative_slope} or more).',
  'why.short':
    'Yet with `ε = {rate}`, another {steps} steps would at the speed of the end remove no more than {left} of the excess error `E − E*`.',
  'why.room':
    '`ε` times the largest eigenvalue is `{curvature}`, far below {limit_rate_curvature}, up to which a valley can hold a run: there is room for a larger rate.',
  'why.plateau':
    'At the end the gradient is only `{gradient}`, but it grows on the way down: within another {steps} steps to `e^{gathering}` times as much (`e^{limit_gathering}` or more). At that pace the run leaves the plateau in about {leaving} steps.',
  'why.saddle':
    'At the end the gradient is `{gradient}`, but along the eigenvalue `{smallest}` there is a way down: within another {steps} steps a nudge would grow by a factor of `e^{growth}` (more than `e^{limit_nudge_growth}`).',
  'why.wandering':
    'Over the last quarter of the steps, {lost} of what the error fell was lost again (more than {percent_lost_again}). It was as high as `E = {highest}`.',
  'why.wandering.all':
    'Over the last quarter of the steps, all that the error fell was lost again (the threshold is {percent_lost_again}). It was as high as `E = {highest}`.',
  'why.swinging':
    'Of the last {pairs} updates {turning} turn back on the one before (more than {percent_swinging}), while the error falls by less than {percent_swinging_fall}.',
  'why.bound':
    '`ε` times the largest eigenvalue is `{curvature}`; from {limit_rate_curvature} on, no valley holds it.',
  'why.diverged':
    'Stopped at step {done}. A run has diverged when anything is not finite, a weight times the size of its input exceeds `{limit_runaway_weight}`, or the error exceeds `{limit_runaway_error}(1 + E)` with the `E` it began with.',

  'reading.heading': 'The update at step {step}',
  'reading.error': 'error',
  'reading.gradient': 'size of the gradient',

  'help.heading': 'Mouse and keys',
  'help.drag': 'Drag or click on the picture: move the start',
  'help.surface':
    'Arrow keys on the picture: move the start by 1/100 of an axis, with Shift by 1/1000',
  'help.zoom': 'Wheel, two fingers, or + and − with the picture chosen: nearer and farther; 0 shows the whole path',
  'help.move': 'Space or the middle button held while dragging, two fingers, or Alt and arrow keys: move the picture',
  'help.timeline':
    '← → on the timeline: one step, with Shift ten; also Page Up, Page Down, Home, End',
  'help.network': 'Arrow keys in the network: from unit to weight to unit; Enter chooses',
  'help.space':
    'Space: play and pause; in the network, the walk through the update. Enter presses a button',
  'help.beats': 'Page Down and Page Up in projector mode: the demonstration, on and back',
  'help.projector': 'Esc: leave projector mode',

  'map.modes': 'What the picture shows of each start',
  'map.surface': 'error',
  'map.fates': 'fates',
  'map.steps-to-goal': 'steps to the goal',
  'map.error': 'final error',
  'map.norm': 'gradient at the start',
  'map.legend': 'Where the starts end:',
  'map.progress': 'Map of fates',
  'map.estimate': 'Where the starts end (an estimate so far):',
  'map.left.seconds': 'about {seconds} s left',
  'map.left.minutes': 'about {minutes} min left',
  'map.left.unknown': 'estimating the time left',
  'map.stopped': 'stopped',
  'map.stop': 'Stop',
  'map.go-on': 'Go on',
  'map.key.steps':
    '`n` is the number of steps that a start takes to the goal. Starts without a colour do not reach it within the steps given.',
  'map.key.error':
    '`E` is the error with which a start ends. From starts without a colour it is not finite.',
  'map.key.norm':
    '`‖g‖` is the size of the gradient at a start, and `lg` its decimal logarithm: −3 stands for `‖g‖ = 10⁻³`.',
  'map.others': 'Weights that are no axis of the picture keep their initial values.',
  'judging.failed': 'The run could not be judged. Any change tries again.',
  'map.failed':
    'The map could not be finished because of an unexpected fault. Any change begins a new one.',
  'map.reached': 'in {steps} steps',
  'plane.choose': 'The axes of the picture',
  'plane.random': 'random directions',
  'plane.path': 'principal directions',
  'plane.seed': 'seed',
  'plane.another': 'another',
  'plane.renew': 'renew',
  'plane.random.axis': 'random direction {number} (seed {seed})',
  'plane.path.axis': 'principal direction {number} ({share} % of the path’s extent)',
  'plane.note': 'A plane in the space of the {free} moving weights; the path is projected onto it',
  'plane.off': '. The start lies {distance} off the plane',
  'plane.old': '. The directions are those of an earlier path',
  'plane.none': 'This path has no principal directions: it does not move, or it diverged',
  'plane.wait': 'The principal directions are known when the run has ended',
  'plane.seed.refused': 'A whole number from 0 to {most} is needed; “{found}” is not',

  'refusal.unknown-key': 'unknown; the known ones are {known}',
  'refusal.duplicate-key': 'stands there twice',
  'refusal.missing': 'is needed, but missing',
  'refusal.exactly-one': 'exactly one of {keys} is needed',
  'refusal.wrong-type': '{expected} is needed, {found} was found',
  'refusal.count': '{least} needed {basis}, {found} found',
  'refusal.count-range': '{least} to {greatest} needed {basis}, {found} found',
  'refusal.out-of-range': 'A number from {least} to {greatest} is needed; {found} is not',
  'refusal.not-finite': 'A finite number is needed',
  'refusal.not-positive': 'A number above 0 is needed; {found} is not',
  'refusal.not-whole': 'A whole number is needed; {found} is not',
  'refusal.not-one-of': 'One of {allowed} is needed; “{found}” is not',
  'refusal.repeated': '{found} stands there twice',
  'refusal.empty-range': 'The end has to lie beyond the beginning ({from} to {to})',
  'refusal.narrow-range': 'A range there has to be at least {least} long ({from} to {to})',
  'refusal.too-large': '{what} is {found}; the limit is {limit}',
  'refusal.drawing': 'The picture could not be drawn ({detail})',

  'type.null': 'null',
  'type.boolean': 'true or false',
  'type.number': 'a number',
  'type.text': 'a text',
  'type.list': 'a list',
  'type.object': 'an object',
  'type.name': 'a name',
};
