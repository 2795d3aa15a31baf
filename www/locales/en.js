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
  'notice.failed': 'The computation stopped because of an unexpected fault. Please reload the page.',

  'chart.goal': 'goal',
  'surface.label': 'Picture of the error. Move the start',
  'surface.value': 'start {start}, final error E = {error}, {verdict}',
  'surface.hint': 'Drag, or use the arrow keys, to move the start',
  'surface.projection':
    'A slice along {shown} of the {free} moving weights; the path is projected onto it',
  'legend.start': 'start',
  'legend.step': 'step {step}',

  'view.choose': 'What to look at',
  'view.picture': 'Error',
  'view.network': 'Network',
  'view.layers': 'Layers',

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

  'walk.label': 'The walk through one update',
  'walk.first': 'To the beginning of the forward pass',
  'walk.back': 'One stage back',
  'walk.next': 'One stage on',
  'walk.play': 'Walk through the update',
  'walk.pause': 'Stop walking',
  'walk.count': '{stage} / {count}',
  'walk.samples': 'Which sample to look at',
  'walk.sample': 'sample {sample}',
  'walk.sum': 'all, summed',
  'walk.forward': 'forward: {layer}',
  'walk.error': 'error',
  'walk.delta': 'backward: δ of {layer}',
  'walk.update': 'new weights',
  'walk.input.text': 'The input layer hands the input on: it is the output `o`.',
  'walk.forward.text': 'The outputs of the layer before, times the weights, add up to the net input `x`; through `f` it becomes `o`.',
  'walk.error.text': 'How far the output `o` misses the wanted output `d` makes the error `E`.',
  'walk.output-delta.text': 'The delta `δ` of the output layer is the miss `o − d` times the derivative `f′(x)`.',
  'walk.delta.text': 'The deltas of the layer after, times the weights, are gathered and multiplied by the derivative `f′(x)`: this is `δ` here.',
  'walk.update.text': 'For each weight `∂E/∂w = δo` is summed over all samples, multiplied by the learning rate `ε` and subtracted.',

  'network.label': 'Diagram of the network. Arrow keys move, Enter chooses',
  'network.positive': 'weight above 0',
  'network.negative': 'below 0',
  'network.backward': 'flows backward',
  'network.hint': 'Choose a unit or weight for its equation',

  'inspector.heading': 'The equation of what is chosen',
  'axis.show': 'Show as an axis',
  'axis.shown': 'Is an axis of the picture',
  'check.line': 'Check: back-propagation gives `∂E/∂w = {ours}`, a central difference `{other}`; relative difference `{difference}`',

  'chain.heading': 'What it depends on',
  'chain.and': ', ',
  'chain.weight': 'To lower the error, how much should `{name}` change? That depends on how much `x` of {unit} should change `(δ)`, and on the output `o` that the weight brings there: `∂E/∂w = δ × o` `= {delta} × {output}` `= {slope}`',
  'chain.bias': 'To lower the error, how much should the bias `{name}` change? That depends only on how much `x` of {unit} should change `(δ)`: `∂E/∂w = δ = {slope}`',
  'chain.hidden': '`δ` of {unit} depends on `δ` of {next}, which arrives times a weight and times `f′(x)`: {formula}',
  'chain.output': '`δ` of {unit} depends on the miss, which is the error itself: {formula}',
  'chain.error': 'And the error is `E = {error}`. ',
  'chain.lower': 'Since `∂E/∂w > 0`, a smaller weight makes less error.',
  'chain.raise': 'Since `∂E/∂w < 0`, a larger weight makes less error.',
  'chain.still': 'Since `∂E/∂w = 0`, this weight stays where it is.',

  'layers.heading': 'Size of the gradient, layer by layer',
  'layers.layer': 'layer',
  'layers.bars': 'size of the gradient (log scale)',
  'layers.depth': 'hidden layers',
  'layers.activation': 'activation',
  'layers.note': '`‖g‖` is the size of the gradient of the weights that lead into a layer (log scale), `f′(x)w` what delta is multiplied by on its way back through it, `‖Δw‖` how far the weights have come from their start.',
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
  'field.empty': 'Please enter a number',
  'field.number': 'Please enter a number: “{found}” is none',

  'verdict.heading': 'Result',
  'verdict.computing': 'Computing',
  'verdict.computing.sentence': 'The descent is being computed.',
  'verdict.converged': 'Converged',
  'verdict.converged.sentence':
    'The error has come down to the least value known: a solution is found.',
  'verdict.explains-little.sentence':
    'No smaller error is known, and yet `E = {error}` remains. Another network may do better.',
  'verdict.local-minimum': 'Local minimum',
  'verdict.local-minimum.sentence':
    'It has reached the bottom of a valley, but a smaller error is known. Another start can help; more steps do not.',
  'verdict.vanishing-gradient': 'Vanishing gradient',
  'verdict.saturation.sentence':
    'Units are saturated: the slope is all but gone before a valley is reached. Smaller initial weights help.',
  'verdict.balance-and-saturation.sentence':
    'Samples cancel each other out, and the way that is left is closed by saturation. Other, small initial weights help.',
  'verdict.still-descending': 'Still descending',
  'verdict.still-descending.sentence':
    'It is still on its way down: with more steps the error would go on falling.',
  'verdict.narrow-valley.sentence':
    'It is on its way down a narrow valley. Inputs of similar size, or momentum, help more than steps.',
  'verdict.small-rate.sentence':
    'The slope is there, but the steps are too short. A larger learning rate helps.',
  'verdict.plateau.sentence':
    'It is on a plateau, but the slope is growing. More steps help: about {leaving} until it leaves.',
  'verdict.saddle': 'Saddle point',
  'verdict.saddle.sentence':
    'It stands still, but this is no bottom: a nudge would set it falling again.',
  'verdict.oscillating': 'Oscillating',
  'verdict.wandering.sentence':
    'The error falls and rises again and again: no valley holds it. A smaller learning rate helps.',
  'verdict.swinging.sentence':
    'It leaps to and fro across the valley and gets no lower. A smaller learning rate helps.',
  'verdict.diverged': 'Diverged',
  'verdict.diverged.sentence':
    'The updates overshoot, and the error or a weight has grown out of all bounds. A smaller learning rate helps.',

  'cause.explains-little': 'much error remains',
  'cause.saturation': 'saturation',
  'cause.balance-and-saturation': 'balance and saturation',
  'cause.narrow-valley': 'narrow valley',
  'cause.small-rate': 'small learning rate',
  'cause.plateau': 'plateau',
  'cause.wandering': 'up and down',
  'cause.swinging': 'to and fro',

  'standstill.error': 'And yet an error of {error} remains.',
  'standstill.horizon':
    'And yet {error} remains, and {steps} more steps would hardly change it.',

  'evidence.heading': 'Why this verdict',
  'evidence.all': 'all of it',
  'evidence.less': 'less than {limit}',
  'evidence.error': 'final error',
  'evidence.best': 'least error known',
  'evidence.baseline': 'error without learning',
  'evidence.baseline.note': 'of the best constant output, or else of weights that are 0',
  'evidence.goal': 'counts as converged',
  'evidence.gradient': 'size of the gradient',
  'evidence.left': 'descent left',
  'evidence.left.note':
    'share of the excess error that another {steps} steps would remove at this speed; still descending above {percent_descent_left}',
  'evidence.lost': 'lost again',
  'evidence.lost.note':
    'of what the error fell over the last quarter of the steps; oscillating above {percent_lost_again}',
  'evidence.highest': 'highest error in that quarter',
  'evidence.turning': 'updates that turn back',
  'evidence.turning.note': 'of the last {pairs}; oscillating above {percent_swinging}',
  'evidence.stability': 'rate × largest eigenvalue',
  'evidence.stability.note': 'below {limit_rate_curvature} a valley can hold the run, from there on none does',
  'evidence.condition': 'steepest to flattest',
  'evidence.condition.value': '{condition} times',
  'evidence.condition.note':
    'largest eigenvalue to the smallest; a narrow valley from {limit_narrow_valley} on',
  'evidence.fall': 'fall ahead',
  'evidence.fall.note':
    'share of the excess error down to the bottom, `E = {bottom}`; below {percent_fall_ahead} it is there',
  'evidence.turns': 'turns of Newton’s iteration',
  'evidence.eigenvalues': 'eigenvalues of the Hessian',
  'evidence.eigenvalues.flat':
    'along an eigenvalue of 0 the error does not change: the solution is not unique',
  'evidence.spectrum': '{smallest} to {largest} ({count})',
  'evidence.growth': 'growth of a nudge',
  'evidence.growth.note': 'within another {steps} steps; a saddle above `e^{limit_nudge_growth}`',
  'evidence.gathering': 'growth of the slope',
  'evidence.gathering.note':
    'within another {steps} steps; it is leaving a plateau from `e^{limit_gathering}` on',
  'evidence.leaving': 'steps until it leaves',
  'evidence.leaving.value': 'about {leaving}',
  'evidence.relative': 'slope beside the typical one',
  'evidence.relative.note':
    'typical is the slope at starts near the origin; vanished below {percent_relative_slope}',
  'evidence.pull': 'pull of the samples',
  'evidence.pull.note':
    'what each pulls by itself, beside typical starts; saturation alone below {percent_pull}',
  'evidence.pull-left': 'pull along what is left',
  'evidence.pull-left.note': 'in the direction of the slope that remains, where nothing cancels',
  'evidence.deltas': 'against each other',
  'evidence.deltas.note': 'sample {sample} and sample {other_sample}, at {output}',
  'evidence.factor': 'smallest factor on the way',
  'evidence.factor.note': '{unit}, sample {saturated_sample}; at most {greatest}',

  'evidence.show': 'Show this unit in the network',

  'why.converged':
    'The error `E = {error}` is within what counts as converged, `E ≤ {goal}`: the least error known, `{best}`, plus {percent_goal} of what lies between it and the error without learning, `{baseline}` (at least `{least}`).',
  'why.explains-little':
    'But even the least error known is {explained} of the error without learning (more than {percent_explains_little}): the network explains little of the data.',
  'why.local-minimum':
    'Newton’s iteration looks for the bottom by the curvature. Here it settles (turns: {turns}), and less than {percent_fall_ahead} of the excess error lies ahead ({fall}): this is the bottom of a valley. But a smaller error is known, `{best}`.',
  'why.vanishing-gradient':
    'The slope is only `{gradient}`, and yet Newton’s iteration, which looks for the bottom by the curvature, finds none here, or only one that saturated units hide.',
  'why.relative':
    'It is {relative} of the slope at typical starts (below {percent_relative_slope}).',
  'why.saturation':
    'The pull of each single sample is gone, too: it is {pull} of the typical one (below {percent_pull}).',
  'why.smallest-factor':
    'The smallest factor is `f′(x) = {factor}` ({unit}, sample {saturated_sample}; at most {greatest}). Multiplied by it, the error is gone before it reaches the weights.',
  'why.balance':
    'Yet the samples still pull, with {pull} of what is typical (from {percent_pull} on), but against each other: at {output} `δ = {delta}` for sample {sample} and `δ = {other_delta}` for sample {other_sample}.',
  'why.closed':
    'The way that could still tell samples apart is closed: the smallest factor on it is `f′(x) = {factor}` ({unit}, sample {saturated_sample}; at most {greatest}).',
  'why.still-descending':
    'At this speed, another {steps} steps would remove {left} of the excess error, more than {percent_descent_left}: it is still descending.',
  'why.still-descending.all':
    'At this speed, another {steps} steps would remove all of the excess error, more than {percent_descent_left}: it is still descending.',
  'why.bottom-ahead':
    'Newton’s iteration looks for the bottom by the curvature, and finds one ahead, `E = {bottom}`: down to it {fall} of the excess error would go ({percent_fall_ahead} or more).',
  'why.narrow-valley':
    'The valley is narrow: across it the error curves {condition} times as strongly as along it ({limit_narrow_valley} or more). A rate that fits the one is too small for the other.',
  'why.small-rate':
    'The slope has not vanished: it is {relative} of that at typical starts ({percent_relative_slope} or more).',
  'why.short':
    'Yet with `ε = {rate}`, another {steps} steps would at this speed remove no more than {left} of the excess error.',
  'why.room':
    '`ε` times the largest eigenvalue is `{curvature}`, far below {limit_rate_curvature}, up to which a valley can hold a run: there is room for a larger rate.',
  'why.plateau':
    'The slope is only `{gradient}`, but it grows on the way down: within another {steps} steps to `e^{gathering}` times as much (`e^{limit_gathering}` or more). At that pace the run leaves the plateau in about {leaving} steps.',
  'why.saddle':
    'The slope is `{gradient}`, but along the eigenvalue `{smallest}` there is a way down: within another {steps} steps a nudge would grow by a factor of `e^{growth}` (more than `e^{limit_nudge_growth}`).',
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

  'reading.heading': 'Step {step}',
  'reading.error': 'error',
  'reading.gradient': 'size of the gradient',

  'help.heading': 'Mouse and keys',
  'help.drag': 'Drag or click on the picture: move the start',
  'help.surface':
    'Arrow keys on the picture: move the start by 1/100 of an axis, with Shift by 1/1000',
  'help.timeline':
    '← → on the timeline: one step, with Shift ten; also Page Up, Page Down, Home, End',
  'help.network': 'Arrow keys in the network: from unit to weight to unit; Enter chooses',
  'help.space': 'Space: play and pause',
  'help.beats': 'Page Down and Page Up in projector mode: the demonstration, on and back',
  'help.projector': 'Esc: leave projector mode',

  'map.modes': 'What the picture shows of each start',
  'map.surface': 'error',
  'map.fates': 'fates',
  'map.steps-to-goal': 'steps to the goal',
  'map.error': 'final error',
  'map.norm': 'slope at the start',
  'map.legend': 'Where the starts end:',
  'map.progress': 'Map of fates',
  'map.others': 'The weights that are not shown keep their initial values.',
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
