// English. `{name}` is filled in by the page.

/** @type {Record<keyof typeof import('./ja.js').default, string>} */
const words = {
  'boot.failed':
    'The page could not start. Open the built page from a web server, in an up-to-date browser that has WebAssembly SIMD. ({reason})',

  'lesson.choose': 'Choose an experiment',
  'lesson.reset': 'Set the experiment back to how it began',

  'beats.label': 'Demonstration',
  'beats.back': 'One back in the demonstration',
  'beats.forward': 'One on in the demonstration',
  'beats.count': '{beat} / {count}',

  'language.choose': 'Language 言語',
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
    'A slice along {shown} of {free} moving weights: the path is its projection',
  'legend.start': 'start',
  'legend.step': 'step {step}',

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
  'verdict.converged.sentence': 'The error has come down to its least value: a solution is found.',
  'verdict.local-minimum': 'Local minimum',
  'verdict.local-minimum.sentence':
    'It has reached the bottom of a valley, but another valley lies deeper.',
  'verdict.vanishing-gradient': 'Vanishing gradient',
  'verdict.vanishing-gradient.sentence':
    'The slope has all but vanished: the updates stop before any valley is reached.',
  'verdict.still-descending': 'Still descending',
  'verdict.still-descending.sentence':
    'It is still on its way down: with more steps the error would go on falling.',
  'verdict.saddle': 'Saddle point',
  'verdict.saddle.sentence': 'The slope is 0, but this is no bottom: a nudge would set it falling again.',
  'verdict.oscillating': 'Oscillating',
  'verdict.oscillating.sentence':
    'It leaps to and fro across the valley: the learning rate is too large.',
  'verdict.diverged': 'Diverged',
  'verdict.diverged.sentence':
    'Each update overshoots farther than the last, and the error grows without bound: the learning rate is too large.',

  'standstill.error': 'And yet an error of {error} remains.',

  'evidence.heading': 'Why this verdict',
  'evidence.error': 'final error',
  'evidence.best': 'least error known',
  'evidence.goal': 'counts as converged',
  'evidence.gradient': 'size of the gradient',
  'evidence.left': 'descent left',
  'evidence.left.note': 'share of the excess error that as many steps again would remove',
  'evidence.newton': 'Newton step',
  'evidence.newton.near': 'to second order, the bottom is right here',
  'evidence.newton.far': 'to second order, the bottom is still this far away',
  'evidence.eigenvalues': 'eigenvalues of the Hessian',
  'evidence.eigenvalues.flat': 'along an eigenvalue of 0 the error does not change: the solution is not unique',
  'evidence.spectrum': '{smallest} to {largest} ({count})',
  'evidence.stability': 'rate × largest eigenvalue',
  'evidence.stability.limit': 'below 2 a valley holds it, at 2 it oscillates, beyond it diverges',
  'evidence.slope': 'smallest slope on the way',
  'evidence.slope.place': 'layer {layer}, unit {unit}, sample {sample}',

  'reading.heading': 'Step {step}',
  'reading.error': 'error',
  'reading.gradient': 'size of the gradient',

  'help.heading': 'Mouse and keys',
  'help.drag': 'Drag or click on the picture: move the start',
  'help.surface':
    'Arrow keys on the picture: move the start by 1/100 of an axis, with Shift by 1/1000',
  'help.timeline':
    '← → on the timeline: one step, with Shift ten; also Page Up, Page Down, Home, End',
  'help.space': 'Space: play and pause',
  'help.beats': 'Page Down and Page Up in projector mode: the demonstration, on and back',

  'map.modes': 'What the picture shows of each start',
  'map.surface': 'error',
  'map.fates': 'fates',
  'map.steps-to-goal': 'steps to the goal',
  'map.error': 'final error',
  'map.norm': 'slope at the start',
  'map.legend': 'Where the starts end:',
  'map.progress': 'Map of fates',
  'map.others': 'The weights that are not shown keep their initial values.',
  'map.reached': 'in {steps} steps',

  'problem.syntax': 'line {line}, column {column} cannot be read as JSON ({detail})',
  'problem.unknown-key': 'unknown; the known ones are {known}',
  'problem.duplicate-key': 'stands there twice',
  'problem.missing': 'is needed, but missing',
  'problem.exactly-one': 'exactly one of {keys} is needed',
  'problem.wrong-type': '{expected} is needed, {found} was found',
  'problem.count': '{least} needed {basis}, {found} found',
  'problem.count-range': '{least} to {greatest} needed {basis}, {found} found',
  'problem.out-of-range': 'A number from {least} to {greatest} is needed; {found} is not',
  'problem.not-finite': 'A finite number is needed',
  'problem.not-positive': 'A number above 0 is needed; {found} is not',
  'problem.not-whole': 'A whole number is needed; {found} is not',
  'problem.not-one-of': 'One of {allowed} is needed; “{found}” is not',
  'problem.repeated': '{found} stands there twice',
  'problem.empty-range': 'The end has to lie beyond the beginning ({from} to {to})',
  'problem.too-large': '{what} is {found}; the limit is {limit}',
  'problem.drawing': 'The picture could not be drawn ({detail})',

  'type.null': 'null',
  'type.boolean': 'true or false',
  'type.number': 'a number',
  'type.text': 'a text',
  'type.list': 'a list',
  'type.object': 'an object',
  'type.name': 'a name',
};

export default words;
