//! A run as a person reads it.

use backprop::{Curvature, Experiment, Initial, Network, Run, Stop};
use charts::weight_name;
use landscape::Plane;

use crate::number::short;
use crate::outputs;
use crate::paragraph::add;
use crate::sentence;

/// More weights than these are not listed.
const MOST_WEIGHTS: usize = 40;

/// The experiment, its end and the verdict, in two columns of text.
pub(crate) fn summary(experiment: &Experiment, run: &Run) -> String {
    let mut page = String::new();
    let network = experiment.problem().network();
    let record = &run.record;
    let verdict = &run.verdict;
    let last = record.steps();

    add(&mut page, "Network", &describe(network));
    let count = experiment.problem().samples().count();
    add(&mut page, "Samples", &count.to_string());
    add(&mut page, "Weights", &moving(experiment));
    add(&mut page, "Rule", &rule(experiment));
    let start = format!("{}{}", origin(experiment), list(network, record.weights(0)));
    add(&mut page, "Start", &start);
    add(&mut page, "End", &list(network, record.last_weights()));
    let done = match verdict.stop {
        Stop::Steps => format!("{last}, all of them"),
        Stop::Standstill => format!(
            "{last} of {}; from there on the weights no longer change",
            experiment.steps()
        ),
        Stop::Diverged => format!("{last} of {}, then stopped", experiment.steps()),
    };
    add(&mut page, "Steps", &done);

    page.push('\n');
    let from_to = |values: &[f64]| format!("{} → {}", short(values[0]), short(values[last]));
    add(&mut page, "E", &from_to(record.errors()));
    add(&mut page, "‖g‖", &from_to(record.gradient_norms()));
    let best = match experiment.parts().best_error {
        Some(_) => "the smallest E, as the document says",
        None => "the smallest E that a search found",
    };
    let best = format!(
        "{} ({best})",
        short(verdict.goal.said(verdict.goal.best_error))
    );
    add(&mut page, "Best", &best);
    let baseline = format!("{} (without learning)", short(verdict.goal.baseline));
    add(&mut page, "Baseline", &baseline);
    let goal = format!("{} (counts as converged)", short(verdict.goal.error));
    add(&mut page, "Goal", &goal);
    add(&mut page, "Outputs", &outputs::list(experiment, record));

    if let Some(dependence) = dependence(experiment, run) {
        add(&mut page, "∂ end", &dependence);
    }

    if let Some(ends) = verdict.curvature.as_ref().and_then(ends_of_spectrum) {
        add(&mut page, "λ", &ends);
    }

    page.push('\n');
    add(&mut page, "Verdict", verdict.kind.name());
    add(&mut page, "", &sentence::verdict(experiment, run));
    page
}

/// A start that is off by a part in 10¹⁶, as its last digit is, is off at the end by all digits from here on.
const ALL_DIGITS: f64 = 16.0;

/// Weights × samples × steps of the largest run whose tangents are carried along: some seconds.
const MOST_WORK: usize = 100_000_000;

/// How much the end depends on the start along the axes of the view.
fn dependence(experiment: &Experiment, run: &Run) -> Option<String> {
    let problem = experiment.problem();
    let pass = problem.network().weight_count() * problem.samples().count();
    if pass * run.record.steps() > MOST_WORK {
        return None;
    }
    let plane = Plane::of_view(experiment);
    let sides = plane.sides().iter();
    let directions: Vec<&[f64]> = sides.map(|side| &side.direction[..]).collect();
    let sensitivity = experiment.sensitivity(&run.record, &directions)?.log10();
    let axes = experiment.view().iter();
    let names = axes.map(|axis| weight_name(experiment.problem().network(), axis.weight));
    let moved = match &names.collect::<Vec<String>>()[..] {
        [name] => format!("for each 1 of {name} at the start"),
        names => format!(
            "for each 1 that the start moves along {}, the way that matters most",
            names.join(" and ")
        ),
    };
    // Powers beyond all numbers are told by their exponents.
    let length = match 10_f64.powf(sensitivity) {
        length if length > 0.0 && length.is_finite() => short(length),
        _ if sensitivity == f64::NEG_INFINITY => "0".to_owned(),
        _ => format!("10^{sensitivity:.0}"),
    };
    let says = if sensitivity > ALL_DIGITS {
        "; its digits mean nothing, the last one of the start changes them all"
    } else {
        ""
    };
    Some(format!("the end moves by {length} {moved}{says}"))
}

/// What is known of the eigenvalues where not all are; none where they are.
fn ends_of_spectrum(curvature: &Curvature) -> Option<String> {
    let count = curvature.eigenvalue_count;
    match curvature.eigenvalues.as_slice() {
        [least, greatest] if count > 2 => Some(format!(
            "{} … {}, the two ends of {count} eigenvalues",
            short(*least),
            short(*greatest)
        )),
        _ => None,
    }
}

fn describe(network: &Network) -> String {
    let names = network.activations().iter().map(|f| f.name());
    let mut names: Vec<&str> = names.collect();
    names.dedup();
    let names = if names.len() == 1 {
        names[0].to_owned()
    } else {
        let all = network.activations().iter().map(|f| f.name());
        all.collect::<Vec<_>>().join(", ")
    };
    format!("{}, {names}", network.describe())
}

fn moving(experiment: &Experiment) -> String {
    let network = experiment.problem().network();
    let (free, count) = (experiment.free(), network.weight_count());
    if free.len() == count {
        return format!("{count}, all of them free");
    }
    let names = free.iter().map(|&i| weight_name(network, i));
    let names: Vec<String> = names.collect();
    format!("{count}, of which move: {}", names.join(", "))
}

fn rule(experiment: &Experiment) -> String {
    let rule = experiment.rule();
    let settings = rule.settings().into_iter().map(|setting| {
        let name = if setting.key == "rate" {
            "ε"
        } else {
            setting.key
        };
        format!("{name} = {}", short(setting.value))
    });
    let name = rule.name().replace('-', " ");
    format!("{name}, {}", settings.collect::<Vec<_>>().join(", "))
}

/// Where drawn values come from.
fn origin(experiment: &Experiment) -> String {
    match &experiment.parts().initial {
        Initial::Given(_) => String::new(),
        Initial::Drawn(draw) => format!(
            "drawn: {}, scale {}, seed {}\n",
            draw.scheme.name(),
            short(draw.scale),
            draw.seed
        ),
    }
}

fn list(network: &Network, weights: &[f64]) -> String {
    let shown = weights.iter().take(MOST_WEIGHTS).enumerate();
    // Blanks that do not break: an assignment stays on its line.
    let shown =
        shown.map(|(i, w)| format!("{}\u{a0}=\u{a0}{}", weight_name(network, i), short(*w)));
    let mut text = shown.collect::<Vec<_>>().join(", ");
    if weights.len() > MOST_WEIGHTS {
        let more = weights.len() - MOST_WEIGHTS;
        text.push_str(&format!(", … and {more} more (--csv has them all)"));
    }
    text
}
