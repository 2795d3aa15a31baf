//! The verdict in plain sentences, with its evidence.

use backprop::{Experiment, Kind, Run, SmallestSlope, Verdict};

use crate::number::{percent, short};

/// What the verdict means and what it rests on.
pub(crate) fn verdict(experiment: &Experiment, run: &Run) -> String {
    let verdict = &run.verdict;
    match verdict.kind {
        Kind::Diverged => diverged(run),
        Kind::Converged => converged(verdict),
        Kind::Oscillating => oscillating(verdict),
        Kind::StillDescending => still_descending(experiment, verdict),
        Kind::Saddle => saddle(experiment, verdict),
        Kind::LocalMinimum => local_minimum(verdict),
        Kind::VanishingGradient => vanishing_gradient(verdict),
    }
}

fn diverged(run: &Run) -> String {
    let (last, error) = (run.record.steps(), run.verdict.error);
    let end = if error.is_finite() {
        format!("E = {}", short(error))
    } else {
        "an E that is not finite".to_owned()
    };
    let within = match last {
        0 => return format!("The run begins with {end}: its numbers are too large."),
        1 => "one step".to_owned(),
        _ => format!("{last} steps"),
    };
    format!(
        "The run has left every bound: within {within} it went from E = {} to {end} and ‖g‖ = {}. \
         The learning rate is too large here.",
        short(run.record.errors()[0]),
        short(run.verdict.gradient_norm)
    )
}

fn converged(verdict: &Verdict) -> String {
    let mut text = format!("Solved: E = {} is at the goal.", short(verdict.error));
    if let Some(flat) = flat_directions(verdict) {
        let along = if flat == 1 {
            "one direction".to_owned()
        } else {
            format!("{flat} directions")
        };
        text.push_str(&format!(
            " The answer is not unique: E does not change along {along}."
        ));
    }
    text
}

fn flat_directions(verdict: &Verdict) -> Option<usize> {
    let flat = verdict.curvature.as_ref()?.flat_directions;
    (flat > 0).then_some(flat)
}

fn oscillating(verdict: &Verdict) -> String {
    let mut text = "The updates swing back and forth and E does not fall.".to_owned();
    if let Some(swing) = verdict.swing {
        text.push_str(&format!(
            " {} of the last {} updates turn back on the one before.",
            percent(swing.turning_back),
            swing.pairs
        ));
    }
    if let Some(curvature) = &verdict.curvature {
        text.push_str(&format!(
            " ε λ_max = {} here; steepest descent comes to rest only where it is below 2.",
            short(curvature.rate_curvature)
        ));
    }
    text
}

fn still_descending(experiment: &Experiment, verdict: &Verdict) -> String {
    let left = verdict.descent_left.unwrap_or(f64::NAN);
    // At that speed it would be more than all of it: the speed will not last.
    let share = if left < 1.0 {
        format!("another {} of the error above the best", percent(left))
    } else {
        "all of the error above the best".to_owned()
    };
    format!(
        "The steps ran out while E was falling: {} steps more would, at this speed, remove {share}.",
        experiment.steps()
    )
}

fn saddle(experiment: &Experiment, verdict: &Verdict) -> String {
    let mut text = "The run stands still on a saddle: a nudge would lead down.".to_owned();
    if let Some(curvature) = &verdict.curvature {
        let least = curvature.eigenvalues.first().copied().unwrap_or(f64::NAN);
        text.push_str(&format!(
            " Along one direction E curves downwards (λ = {}); within {} steps more a nudge would \
             grow by a factor of e^{}.",
            short(least),
            experiment.steps(),
            short(curvature.nudge_growth.round())
        ));
    }
    text
}

fn local_minimum(verdict: &Verdict) -> String {
    let mut text = format!(
        "A minimum, but not the best one known: from E = {} no way leads down.",
        short(verdict.error)
    );
    if let Some(curvature) = &verdict.curvature {
        let least = curvature.eigenvalues.first().copied().unwrap_or(f64::NAN);
        text.push_str(&format!(
            " A second-order model puts the bottom {} away; the smallest eigenvalue is {}.",
            short(curvature.newton),
            short(least)
        ));
    }
    if let Some(flat) = flat_directions(verdict) {
        let count = if flat == 1 {
            "One direction is".to_owned()
        } else {
            format!("{flat} directions are")
        };
        text.push_str(&format!(" {count} flat: nothing depends on it."));
    }
    text
}

fn vanishing_gradient(verdict: &Verdict) -> String {
    let mut text = format!(
        "The gradient has vanished: ‖g‖ = {}, though E is still {}.",
        short(verdict.gradient_norm),
        short(verdict.error)
    );
    if verdict.gradient_norm == 0.0 {
        text.push_str(" ∂E/∂w = 0, so w_new = w_old.");
    } else if let Some(curvature) = &verdict.curvature
        && curvature.newton.is_finite()
        && curvature.newton > 0.1
    {
        text.push_str(&format!(
            " A second-order model puts the bottom {} away; at a minimum that would be almost 0.",
            short(curvature.newton)
        ));
    }
    if let Some(smallest) = &verdict.smallest_slope {
        text.push_str(&format!(" {}", smallest_factor(smallest)));
    }
    text
}

/// Counted from 1, as people do.
fn smallest_factor(smallest: &SmallestSlope) -> String {
    format!(
        "The smallest factor in the chain is f′(x) = {} of at most {}: unit {} in layer {} after \
         the input, at x = {}, for sample {}.",
        short(smallest.slope),
        short(smallest.greatest_slope),
        smallest.unit + 1,
        smallest.layer,
        short(smallest.net_input),
        smallest.sample + 1
    )
}
