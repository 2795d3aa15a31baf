//! A run as one JSON object.

use std::io::{self, Write};

use backprop::{Curvature, End, Experiment, Run, SmallestSlope, Swing, Verdict};
use serde::Serialize;

/// Numbers that are not finite become null, as JSON has no word for them.
#[derive(Serialize)]
struct Report<'a> {
    /// E at the start and after each step.
    error: &'a [f64],
    /// ‖∂E/∂w‖ over the free weights, beside `error`.
    gradient_norm: &'a [f64],
    weights: Ends<'a>,
    /// ∂E/∂w over the free weights, at the start.
    gradient: Vec<f64>,
    best_error: f64,
    goal: f64,
    verdict: Judgement<'a>,
}

/// All weights.
#[derive(Serialize)]
struct Ends<'a> {
    start: &'a [f64],
    end: &'a [f64],
}

/// What there is no evidence of is null.
#[derive(Serialize)]
struct Judgement<'a> {
    kind: &'static str,
    end: &'static str,
    steps: usize,
    error: f64,
    error_at_zero: f64,
    gradient_norm: f64,
    newton: Option<f64>,
    eigenvalues: Option<&'a [f64]>,
    flat_directions: Option<usize>,
    rate_curvature: Option<f64>,
    nudge_growth: Option<f64>,
    descent_left: Option<f64>,
    swing: Option<Swinging>,
    smallest_slope: Option<Factor>,
}

#[derive(Serialize)]
struct Swinging {
    pairs: usize,
    turning_back: f64,
    fall: f64,
    lasting: f64,
    length: f64,
}

/// Layers are counted from the input, which is 0; units and samples from 0.
#[derive(Serialize)]
struct Factor {
    layer: usize,
    unit: usize,
    sample: usize,
    net_input: f64,
    slope: f64,
    greatest_slope: f64,
}

/// Writes the object on one line.
pub(crate) fn write(out: &mut dyn Write, experiment: &Experiment, run: &Run) -> io::Result<()> {
    let (_, gradient) = experiment.problem().gradient(experiment.start());
    let report = Report {
        error: run.record.errors(),
        gradient_norm: run.record.gradient_norms(),
        weights: Ends {
            start: run.record.weights(0),
            end: run.record.last_weights(),
        },
        gradient: experiment.free().iter().map(|&i| gradient[i]).collect(),
        best_error: run.verdict.goal.best_error,
        goal: run.verdict.goal.error,
        verdict: judgement(&run.verdict, run.record.steps()),
    };
    serde_json::to_writer(&mut *out, &report)?;
    writeln!(out)
}

fn judgement(verdict: &Verdict, steps: usize) -> Judgement<'_> {
    let curvature = verdict.curvature.as_ref();
    let of = |value: fn(&Curvature) -> f64| curvature.map(value);
    Judgement {
        kind: verdict.kind.name(),
        end: match verdict.end {
            End::Steps => "steps",
            End::Standstill => "standstill",
            End::Diverged => "diverged",
        },
        steps,
        error: verdict.error,
        error_at_zero: verdict.goal.error_at_zero,
        gradient_norm: verdict.gradient_norm,
        newton: of(|c| c.newton),
        eigenvalues: curvature.map(|c| c.eigenvalues.as_slice()),
        flat_directions: curvature.map(|c| c.flat_directions),
        rate_curvature: of(|c| c.rate_curvature),
        nudge_growth: of(|c| c.nudge_growth),
        descent_left: verdict.descent_left,
        swing: verdict.swing.map(swinging),
        smallest_slope: verdict.smallest_slope.map(factor),
    }
}

fn swinging(swing: Swing) -> Swinging {
    Swinging {
        pairs: swing.pairs,
        turning_back: swing.turning_back,
        fall: swing.fall,
        lasting: swing.lasting,
        length: swing.length,
    }
}

fn factor(smallest: SmallestSlope) -> Factor {
    Factor {
        layer: smallest.layer,
        unit: smallest.unit,
        sample: smallest.sample,
        net_input: smallest.net_input,
        slope: smallest.slope,
        greatest_slope: smallest.greatest_slope,
    }
}
