//! The shapes of the plain objects, for the type check of the page.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const SHAPES: &str = r#"
export interface Refusal {
  kind: string;
  place: string;
  message: string;
  values: Record<string, string | number | boolean>;
}
/** What a link says; what it does not say is as in its beat, or as crate `links` has it in its table. */
export interface LinkParts {
  lesson?: string;
  /** From 1; before the first where there is none. */
  beat?: number;
  /** The document, packed. */
  experiment?: string;
  /** Weights, each perhaps with a range. */
  axes?: number[][];
  /** Values of the weights on the axes, and weights with their values. */
  start?: number[][];
  rule?: RuleName;
  momentum?: number;
  decay?: number;
  beta1?: number;
  beta2?: number;
  rate?: number;
  loss?: string;
  /** Its size, and where it is shuffled the seed. */
  batch?: number[][];
  steps?: number;
  at?: number | "end";
  tab?: "picture" | "network" | "layers" | "outputs" | "problem";
  /** From 1. */
  sample?: number | "sum";
  /** From 1. */
  stage?: number;
  /** One group: a layer, the input's being 0, and a unit of it, from 0. */
  unit?: number[][];
  weight?: number;
  mode?: MapShown;
  relief?: "yes" | "no";
  /** The rates of a picture of starts and rates. */
  rates?: number[][];
  plane?: PlaneName;
  seed?: number;
  /** One weight each. */
  through?: number[][];
  ranges?: number[][];
  told?: "yes" | "no";
  own?: "yes" | "no";
  left?: "yes" | "no";
  lang?: string;
  hide?: string[];
  /** Of each slot; null where it is free. */
  pins?: (PinParts | null)[];
  /** A scheme's name, its scale and a seed. */
  starts?: [string, number, number];
}
/** In what a pinned run differs from the present one. */
export type PinParts = Pick<
  LinkParts,
  "experiment" | "start" | "rule" | "momentum" | "decay" | "beta1" | "beta2" | "rate" | "loss" | "batch" | "steps"
>;
export type VerdictKind =
  | "diverged" | "converged" | "oscillating" | "still-descending"
  | "saddle" | "local-minimum" | "vanishing-gradient";
export interface SmallestFactor {
  /** 1 is the first layer after the input. */
  layer: number;
  /** From 0. */
  unit: number;
  /** From 0. */
  sample: number;
  net_input: number;
  derivative: number;
  greatest_derivative: number;
  /** Whether f is constant there on every sample. */
  is_dead: boolean;
}
export type VerdictCause =
  | "wandering" | "swinging" | "narrow-valley" | "small-rate" | "plateau"
  | "saturation" | "balance-and-saturation";
/** What no rule had to ask for is null. */
export interface Verdict {
  kind: VerdictKind;
  /** Where it has several. */
  cause: VerdictCause | null;
  stop: "steps" | "standstill" | "diverged";
  /** Steps done. */
  steps: number;
  error: number | null;
  best_error: number;
  baseline: number;
  goal: number;
  /** Whether even the best error known is above half the baseline. */
  explains_little: boolean;
  gradient_norm: number | null;
  descent_left: number | null;
  /** Over the last quarter of the steps. */
  lost_again: { rises: number; falls: number; highest: number } | null;
  swing: { pairs: number; turning_back: number; fall: number; lasting: number; length: number } | null;
  /** All of them, ascending, or where there are many the smallest and the largest. */
  eigenvalues: number[] | null;
  eigenvalue_count: number | null;
  flat_directions: number | null;
  rate_curvature: number | null;
  nudge_growth: number | null;
  /** The largest eigenvalue as a multiple of the smallest that is not flat. */
  condition: number | null;
  /** The power of e by which the slope grows within as many steps again. */
  gathering: number | null;
  /** Where Newton's iteration has settled; `fall` is the share of the excess error ahead. */
  bottom: { turns: number; error: number; fall: number } | null;
  relative_slope: number | null;
  pull: number | null;
  pull_left: number | null;
  /** Samples, from 0, that pull against each other, an output unit, from 0, and its δ for both. */
  balance: { sample: number; other_sample: number; unit: number; deltas: number[] } | null;
  smallest_factor: SmallestFactor | null;
  /** Until it leaves the plateau that it is on. */
  steps_to_leave: number | null;
  /** That would remove all of the excess error at the speed of the end, where fewer than again. */
  steps_at_this_speed: number | null;
}
/** What the network gives for some samples. */
export interface SampleRows {
  /** The sample that adds most to E, from 0. */
  worst: number;
  rows: {
    /** From 0. */
    sample: number;
    input: (number | null)[];
    target: (number | null)[];
    output: (number | null)[];
    /** E of this sample. */
    error: number | null;
    /** What it is of the E of all. */
    share: number | null;
  }[];
}
/** What a judge finds; `flat` is the direction along the two axes in which nothing changes. */
export interface Judgement {
  verdict: Verdict;
  flat: [number, number] | null;
}
/** Where one verdict ends and the next begins. */
export interface Thresholds {
  goal: number;
  goal_at_least: number;
  explains_little: number;
  runaway_weight: number;
  runaway_error: number;
  lost_again: number;
  rises: number;
  turning_back: number;
  swinging: number;
  swinging_fall: number;
  rate_curvature: number;
  descent_left: number;
  nudge_growth: number;
  fall_ahead: number;
  narrow_valley: number;
  gathering: number;
  relative_slope: number;
  pull: number;
  saturated: number;
  all_eigenvalues: number;
}
export interface StepState {
  error: number | null;
  /** After the next update. */
  next_error: number | null;
  /** By how much that is lower; negative where it is higher. */
  fall: number | null;
  /** The same without its sign, as a share of E; null where E is 0. */
  share: number | null;
  gradient_norm: number | null;
  /** Along the axes of the picture. */
  weights: number[];
  gradient: number[];
  /** The weights after the next step. */
  next: number[];
}
export interface ViewAxis { weight: number; from: number; to: number; free: boolean }
export interface PictureAxis {
  from: number;
  to: number;
  /** Of a principal direction: its share of the path's extent, 0 to 1. */
  share?: number | null;
}
export type PlaneName = "view" | "random" | "path";
/** Its name in documents; f(x) on one line, such as 1/(1 + e^(−x)). */
export interface ActivationInfo { name: string; formula: string }
export interface Info {
  layers: number[];
  /** One for each layer after the input. */
  activations: ActivationInfo[];
  bias: boolean;
  samples: number;
  weight_count: number;
  free: number[];
  view: ViewAxis[];
  /** What the picture's numbers run along: the view, or the directions of a plane. */
  axes: PictureAxis[];
  projection: boolean;
  /** The samples of a step; null where they are all. */
  batch: BatchInfo | null;
}
/** The seed is that of an order that is shuffled. */
export interface BatchInfo { size: number; order: "given" | "shuffled"; seed: number | null }
export type RuleName = "steepest-descent" | "momentum" | "adagrad" | "rmsprop" | "adam";
export type RuleKey = "momentum" | "decay" | "beta1" | "beta2";
export interface RuleSetting { key: RuleKey; value: number }
/** With the numbers that it has where none are said. */
export interface RuleInfo {
  name: RuleName;
  /** To begin with; null where that depends on the problem. */
  usual_rate: number | null;
  /** All but the rate. */
  settings: RuleSetting[];
}
export interface PresentRule { name: RuleName; settings: RuleSetting[] }
export interface WeightUpdate {
  /** With which it is made, from 0. */
  samples: number[];
  /** ∂E/∂w of these samples. */
  gradient: number;
  /** What the rule remembers of the weight: of momentum v, of AdaGrad and RMSProp s, of Adam m, s and
   * 1 − βᵗ for each of them. */
  before: number[];
  after: number[];
}
export interface WeightInfo {
  index: number;
  /** Layer of the unit that it feeds; 1 is the first after the input. */
  layer: number;
  unit: number;
  /** Unit of the layer before; null for a bias. */
  source: number | null;
  free: boolean;
}
/** Lists over all units are in the order of the units, the input's first. */
export interface Pass {
  input: number[];
  target: number[];
  /** o − d of the output units. */
  miss: number[];
  /** Meaningless (0) for the input's units, as are derivative and delta. */
  net_input: number[];
  output: number[];
  derivative: number[];
  delta: number[];
  error: number;
  /** One for each weight, of this sample alone. */
  gradient: number[];
}
export interface Sum {
  error: number;
  /** Of every unit, the input's first. */
  delta: number[];
  gradient: number[];
}
/** Lists with one entry for each layer after the input. */
export interface Layers {
  /** ‖∂E/∂w‖ of the first as a multiple of that of the last; null where that is 0. */
  first_to_last: number | null;
  /** ‖∂E/∂w‖ */
  norms: number[];
  /** Where they stand on a logarithmic scale from 10^from to 10^to: 0 to 1. */
  norm_shares: number[];
  from: number;
  to: number;
  /** One less: the last layer passes δ on to none. */
  factors: (number | null)[] | null;
  /** Length of the way since the start. */
  moved: number[];
  /** The same as a share of the farthest at the end of the run. */
  moved_shares: number[];
}
export interface GradientCheck {
  backpropagation: number;
  central_difference: number;
  h: number;
  relative_difference: number;
}
/** What a worker has to compute. */
export interface MapRequest {
  /** Of an experiment. */
  document: object;
  best_error: number;
  columns: number;
  rows: number;
  /** Of the plane, one after the other: where it begins, where it ends, its direction. */
  sides: number[];
  /** The first and the last upwards, where that is what starts differ in; else empty. */
  rates: number[];
  /** Whether it is to tell how much ends depend on their starts. */
  sensitivity: boolean;
  /** Products that the fate of one start may take to compute. */
  work: number;
}
/** A place in the picture at which the error has no slope along its axes. */
export interface CriticalPoint {
  /** Along the axes of the picture. */
  place: number[];
  error: number;
  form: "minimum" | "saddle";
  /** Whether no minimum in the picture of two axes is lower. */
  lowest: boolean;
}
export interface CriticalPoints {
  /** The lowest minima first, then the saddles. */
  points: CriticalPoint[];
  /** How many more there are. */
  left_out: number;
}
export type MapShown =
  | "surface" | "fates" | "steps" | "error" | "norm" | "sensitivity"
  | "rates" | "rates-steps" | "rates-error" | "rates-sensitivity";
export interface MapPoint {
  /** Along the axes of the picture. */
  start: number[];
  kind: VerdictKind;
  /** Of the minimum that it ends in, where the verdict has several. */
  place: number[] | null;
  /** Until it is within the goal to stay; null where it is not. */
  steps: number | null;
  error: number | null;
  /** log₁₀ of how much its end depends on it, NaN where that is not known; undefined where the map does not
   *  tell it. */
  sensitivity: number | undefined;
}
/** Starts of a verdict that end in one minimum, or all of them. */
export interface MapBasin {
  kind: VerdictKind;
  /** Of the minimum along the axes of the picture, where the verdict has several. */
  place: number[] | null;
  /** Which of the looks that basins of the verdict have, from 0. */
  variant: number;
  /** Whether another of them looks the same. */
  again: boolean;
  /** Of the map's area. */
  share: number;
}
/** A verdict's shape, an SVG path in a square from −1 to 1, y down. */
export interface Swatch {
  color: string;
  mark: string;
  path: string;
  /** Of its basins; shapes beside each other reach from −2.3 to 2.3. */
  basins: { color: string; path: string }[];
}
export interface Palette {
  paper: string;
  ink: string;
  muted: string;
  grid: string;
  accent: string;
  curve: string;
  gradient: string;
  contour: string;
  text_family: string;
  symbol_family: string;
  verdicts: Record<VerdictKind, Swatch>;
  /** Of runs beside the present one: colour, and lengths of dash, gap, dash, … */
  pins: { color: string; dashes: number[] }[];
}
/** Why a table's text was refused; `values` are those of the message. */
export interface TableRefusal {
  kind: string;
  /** From 1, as is the column. */
  line: number;
  column: number;
  values: Record<string, string | number>;
}
export interface Table { header: string[] | null; rows: number[][] }
export interface ReadyInfo { name: string; drawn: boolean }
/** How large an experiment may be; record and work as in a cost. */
export interface Limits {
  hidden_layers: number;
  units: number;
  samples: number;
  record: number;
  work: number;
}
export interface Cost {
  weights: number;
  /** Weights × steps. */
  record: number;
  /** Weights × samples × steps. */
  work: number;
  allowed: boolean;
}
export interface Standardised {
  inputs: number[][];
  columns: { mean: number; deviation: number }[];
}
export interface Rectangle { left: number; top: number; width: number; height: number }
"#;
