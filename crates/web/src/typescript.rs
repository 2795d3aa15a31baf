//! The shapes of the plain objects, for the type check of the page.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const SHAPES: &str = r#"
export interface Problem {
  kind: string;
  place: string;
  message: string;
  values: Record<string, string | number | boolean>;
}
export type VerdictKind =
  | "diverged" | "converged" | "oscillating" | "still-descending"
  | "saddle" | "local-minimum" | "vanishing-gradient";
export interface SmallestSlope {
  /** 1 is the first layer after the input. */
  layer: number;
  /** From 0. */
  unit: number;
  /** From 0. */
  sample: number;
  net_input: number;
  slope: number;
  greatest_slope: number;
}
export interface Verdict {
  kind: VerdictKind;
  end: "steps" | "standstill" | "diverged";
  steps: number;
  error: number | null;
  best_error: number;
  error_at_zero: number;
  goal: number;
  gradient_norm: number | null;
  descent_left: number | null;
  swing: { pairs: number; turning_back: number; fall: number; lasting: number; length: number } | null;
  newton: number | null;
  eigenvalues: number[] | null;
  rate_curvature: number | null;
  nudge_growth: number | null;
  flat_directions: number | null;
  smallest_slope: SmallestSlope | null;
}
export interface StepState {
  error: number | null;
  gradient_norm: number | null;
  /** Along the axes of the picture. */
  weights: number[];
  gradient: number[];
  /** The weights after the next step. */
  next: number[];
}
export interface ViewAxis { weight: number; name: string; from: number; to: number; free: boolean }
export interface PictureAxis {
  name: string;
  from: number;
  to: number;
  /** Of a principal direction: its share of the path's extent, 0 to 1. */
  share?: number | null;
}
export type PlaneName = "view" | "random" | "path";
export interface Info {
  layers: number[];
  activations: string[];
  bias: boolean;
  samples: number;
  weight_count: number;
  free: number[];
  view: ViewAxis[];
  /** What the picture's numbers run along: the view, or the directions of a plane. */
  axes: PictureAxis[];
  projection: boolean;
}
export interface WeightInfo {
  index: number;
  name: string;
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
  /** Meaningless (0) for the input's units, as are slope and delta. */
  net_input: number[];
  output: number[];
  slope: number[];
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
  document: string;
  best_error: number;
  columns: number;
  rows: number;
  /** Of the plane, one after the other: where it begins, where it ends, its direction. */
  sides: number[];
}
export type MapShown = "surface" | "fates" | "steps" | "error" | "norm";
export interface MapPoint {
  /** Along the axes of the picture. */
  start: number[];
  kind: VerdictKind;
  /** To the goal; null where it is never reached. */
  steps: number | null;
  error: number | null;
}
/** A verdict's shape, an SVG path in a square from −1 to 1, y down. */
export interface Swatch { color: string; mark: string; path: string }
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
}
export interface Rectangle { left: number; top: number; width: number; height: number }
"#;
