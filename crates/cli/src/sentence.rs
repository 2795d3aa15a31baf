//! The verdict in plain sentences, with its evidence, and what would help.

use backprop::{
    Balance, Cause, Curvature, Experiment, Kind, Network, Run, SmallestFactor, Verdict, thresholds,
};

use crate::number::{percent, short};

/// What the verdict means, what it rests on, and what would help.
pub(crate) fn verdict(experiment: &Experiment, run: &Run) -> String {
    let verdict = &run.verdict;
    match (verdict.kind, verdict.cause) {
        (Kind::Diverged, _) => diverged(run),
        (Kind::Converged, _) => converged(verdict),
        (Kind::Oscillating, Some(Cause::Wandering)) => wandering(verdict),
        (Kind::Oscillating, _) => swinging(verdict),
        (Kind::StillDescending, Some(Cause::NarrowValley)) => narrow_valley(verdict),
        (Kind::StillDescending, Some(Cause::Plateau)) => plateau(experiment, verdict),
        (Kind::StillDescending, Some(_)) => small_rate(experiment, verdict),
        (Kind::StillDescending, None) => still_descending(experiment, verdict),
        (Kind::Saddle, _) => saddle(experiment, verdict),
        (Kind::LocalMinimum, _) => local_minimum(verdict),
        (Kind::VanishingGradient, _) => vanishing_gradient(experiment, verdict),
    }
}

/// Sentences one after another; those that have nothing to say are none.
fn join<const N: usize>(sentences: [Option<String>; N]) -> String {
    let said: Vec<String> = sentences.into_iter().flatten().collect();
    said.join(" ")
}

fn curvature(verdict: &Verdict, of: impl Fn(&Curvature) -> Option<f64>) -> Option<f64> {
    verdict.curvature.as_ref().and_then(of)
}

fn diverged(run: &Run) -> String {
    let (last, error) = (run.record.steps(), run.verdict.error);
    let end = if error.is_finite() {
        format!("E = {}", short(error))
    } else {
        "an E that is not finite".to_owned()
    };
    let within = match last {
        0 => return format!("The run begins beyond all bounds, with {end}."),
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
    let error = short(verdict.error);
    let end = if verdict.goal.explains_little() {
        format!(
            "No smaller error is known, but E = {error} remains: the network explains little. \
             Without learning it would be {}.",
            short(verdict.goal.baseline)
        )
    } else {
        format!("Solved: E = {error} is at the goal.")
    };
    let unique = flat_directions(verdict)
        .map(|along| format!("The answer is not unique: E does not change along {along}."));
    join([Some(end), unique])
}

/// The directions along which E does not change, where there are some.
fn flat_directions(verdict: &Verdict) -> Option<String> {
    let curvature = verdict.curvature.as_ref()?;
    let has_all = curvature.eigenvalues.len() == curvature.eigenvalue_count;
    match curvature.flat_directions {
        0 => None,
        _ if !has_all => Some("at least one direction".to_owned()),
        1 => Some("one direction".to_owned()),
        flat => Some(format!("{flat} directions")),
    }
}

fn wandering(verdict: &Verdict) -> String {
    let lost = verdict.lost_again.map(|lost| {
        let again = if lost.falls > 0.0 {
            format!(
                "over the last quarter of its steps it lost {} of its fall again",
                percent(lost.rises / lost.falls)
            )
        } else {
            "over the last quarter of its steps it only rose".to_owned()
        };
        format!("E rises again and again: {again}.")
    });
    // On its way it comes to places that are steeper than the one where it ended.
    let product = curvature(verdict, |c| c.rate_curvature);
    let is_beyond = product.is_some_and(|product| product >= thresholds::RATE_CURVATURE);
    let bound = rate_curvature(verdict).filter(|_| is_beyond);
    join([lost, bound, Some(smaller_rate())])
}

fn swinging(verdict: &Verdict) -> String {
    let turns = verdict.swing.map(|swing| {
        format!(
            "{} of the last {} updates turn back on the one before.",
            percent(swing.turning_back),
            swing.pairs
        )
    });
    let swings = "The updates swing back and forth and E does not fall.".to_owned();
    join([
        Some(swings),
        turns,
        rate_curvature(verdict),
        Some(smaller_rate()),
    ])
}

fn rate_curvature(verdict: &Verdict) -> Option<String> {
    let product = curvature(verdict, |c| c.rate_curvature)?;
    Some(format!(
        "ε λ_max = {} here; steepest descent comes to rest only where it is below {}.",
        short(product),
        short(thresholds::RATE_CURVATURE)
    ))
}

fn smaller_rate() -> String {
    "The learning rate is too large; a smaller one helps.".to_owned()
}

fn still_descending(experiment: &Experiment, verdict: &Verdict) -> String {
    let left = verdict.descent_left.unwrap_or(f64::NAN);
    let steps = experiment.steps();
    let ahead = match verdict.steps_at_this_speed(steps) {
        Some(needed) => format!(
            "at this speed all of the error above the best would be gone in about {} of another \
             {steps} steps.",
            whole(needed)
        ),
        None => format!(
            "{steps} steps more would, at this speed, remove another {} of the error above the best.",
            percent(left)
        ),
    };
    format!("The steps ran out while E was falling: {ahead}")
}

fn narrow_valley(verdict: &Verdict) -> String {
    let condition = curvature(verdict, |c| c.condition).map(|condition| {
        format!(
            "The valley is narrow: across it E curves {} times as much as along it, so that a rate \
             that fits the one is too small for the other.",
            short(condition.round())
        )
    });
    let help = "Inputs of similar size, or momentum, would help more than steps.";
    join([bottom_ahead(verdict), condition, Some(help.to_owned())])
}

/// How much of the excess error a bottom that is not reached yet would take away.
fn bottom_ahead(verdict: &Verdict) -> Option<String> {
    let bottom = verdict.bottom?;
    Some(format!(
        "There is a bottom ahead, with E = {}: {} of the error above the best lies between.",
        short(bottom.error),
        percent(bottom.fall)
    ))
}

fn small_rate(experiment: &Experiment, verdict: &Verdict) -> String {
    let slope = verdict.relative_slope.map(|slope| {
        format!(
            "The slope is there, {} times that at typical starts, but the steps are too short.",
            short(slope)
        )
    });
    let is_low = |product: &f64| (0.0..1.0).contains(product);
    let product = curvature(verdict, |c| c.rate_curvature).filter(is_low);
    let rate = product.map(|product| {
        format!(
            "ε λ_max = {} here; a valley holds a run up to {}.",
            short(product),
            short(thresholds::RATE_CURVATURE)
        )
    });
    let help = format!(
        "A larger learning rate than {} helps.",
        short(experiment.rule().rate())
    );
    join([bottom_ahead(verdict), slope, rate, Some(help)])
}

fn plateau(experiment: &Experiment, verdict: &Verdict) -> String {
    let leaving = verdict
        .steps_to_leave(experiment.steps())
        .map(|steps| format!("It leaves it in about {} more steps.", whole(steps)));
    let plateau = format!(
        "On a plateau, but the slope grows on the way down: ‖g‖ = {} gathers speed.",
        short(verdict.gradient_norm)
    );
    join([Some(plateau), leaving])
}

/// Two digits of a large number.
fn whole(number: f64) -> String {
    let unit = 10_f64.powi((number.log10().floor() as i32 - 1).max(0));
    short((number / unit).round() * unit)
}

fn saddle(experiment: &Experiment, verdict: &Verdict) -> String {
    let down = verdict.curvature.as_ref().and_then(|curvature| {
        let (least, growth) = (curvature.eigenvalues.first()?, curvature.nudge_growth?);
        Some(format!(
            "Along one direction E curves downwards (λ = {}); within {} steps more a nudge would \
             grow by a factor of e^{}.",
            short(*least),
            experiment.steps(),
            short(growth.round())
        ))
    });
    let stands = "The run stands still on a saddle: a nudge would lead down.";
    join([Some(stands.to_owned()), down])
}

fn local_minimum(verdict: &Verdict) -> String {
    let minimum = format!(
        "A minimum, but not the best one known: from E = {} no way leads down.",
        short(verdict.error)
    );
    let bottom = verdict.bottom.map(|bottom| {
        let turns = match bottom.turns {
            0 => "at once".to_owned(),
            1 => "in one turn".to_owned(),
            turns => format!("in {turns} turns"),
        };
        let fall = percent(bottom.fall.max(0.0));
        format!(
            "Newton's iteration settles {turns}, with {fall} of the error above the best ahead."
        )
    });
    let flat = flat_directions(verdict).map(|flat| {
        let are = if flat.ends_with('s') { "are" } else { "is" };
        let (first, rest) = flat.split_at(1);
        format!(
            "{}{rest} {are} flat: nothing depends on it.",
            first.to_uppercase()
        )
    });
    let help = "Another start would help; a larger learning rate or more steps would not.";
    join([Some(minimum), bottom, flat, Some(help.to_owned())])
}

fn vanishing_gradient(experiment: &Experiment, verdict: &Verdict) -> String {
    let gone = format!(
        "The gradient has vanished: ‖g‖ = {}, though E is still {}.",
        short(verdict.gradient_norm),
        short(verdict.error)
    );
    let still = if verdict.gradient_norm == 0.0 {
        "∂E/∂w = 0, so w_new = w_old.".to_owned()
    } else {
        format!(
            "Within as many steps again ({}) it would not move on.",
            experiment.steps()
        )
    };
    let network = experiment.problem().network();
    let stall = verdict.stall.as_ref();
    let pull = stall.and_then(|stall| {
        let pull = percent(stall.pull?);
        Some(match stall.balance {
            Some(balance) => balanced(network, &pull, &balance),
            None => format!("The samples pull with {pull} of what is typical."),
        })
    });
    let smallest = stall.and_then(|stall| stall.smallest_factor);
    let told = smallest.map(|smallest| smallest_factor(&smallest));
    let dead = smallest.is_some_and(|smallest| smallest.is_dead);
    let help = dead.then(|| {
        "It gives 0 for every sample: leaky-relu, or another start, would help.".to_owned()
    });
    join([Some(gone), Some(still), pull, told, help])
}

fn balanced(network: &Network, pull: &str, balance: &Balance) -> String {
    let outputs = network.sizes().last().copied().unwrap_or(1);
    let unit = match outputs {
        1 => String::new(),
        _ => format!(" of output unit {}", balance.unit + 1),
    };
    let [one, other] = balance.samples;
    format!(
        "The samples still pull, with {pull} of what is typical, but against each other: δ{unit} is \
         {} for sample {} and {} for sample {}; what could tell them apart is closed.",
        short(balance.deltas[0]),
        one + 1,
        short(balance.deltas[1]),
        other + 1
    )
}

/// Counted from 1, as people do.
fn smallest_factor(smallest: &SmallestFactor) -> String {
    format!(
        "The smallest factor in the chain is f′(x) = {} of at most {}: unit {} in layer {} after \
         the input, at x = {}, for sample {}.",
        short(smallest.derivative),
        short(smallest.greatest_derivative),
        smallest.unit + 1,
        smallest.layer,
        short(smallest.net_input),
        smallest.sample + 1
    )
}
