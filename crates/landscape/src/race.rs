//! Every update rule from one start, each at the learning rate that suits it.

use backprop::{Experiment, Fate, Goal, Kind, Rule};

/// The rates that are tried, over six decades.
const RATES: [f64; 19] = [
    0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0,
    10.0, 20.0, 50.0, 100.0,
];

/// The experiment by every rule, each with the best of the rates 1, 2, 5, … from 0.0001 to 100: that
/// which converges after the fewest steps, or else ends with the smallest error. `best_error` is the
/// smallest error known ([`Experiment::best_known_error`]). The rule in force keeps its other numbers;
/// those of the others are their defaults.
///
/// ```
/// use backprop::{Experiment, Kind};
/// use landscape::race;
/// use lessons::Fact;
///
/// // From 8 the gradient of steepest descent has vanished.
/// let experiment = Experiment::parse(Fact::TwoMinima.document())?.with_start(vec![8.0])?;
/// let racers = race(&experiment, experiment.best_known_error());
/// let rules: Vec<_> = racers.iter().map(|racer| racer.rule().name()).collect();
/// assert_eq!(rules, ["steepest-descent", "momentum", "adagrad", "rmsprop", "adam"]);
/// // Whatever its rate, Adam does not stay there.
/// assert_ne!(racers[4].run().verdict.kind, Kind::VanishingGradient);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn race(experiment: &Experiment, best_error: f64) -> Vec<Experiment> {
    let goal = Goal::new(experiment, best_error);
    let present = experiment.rule();
    let rules = Rule::ALL.iter().map(|rule| {
        if rule.name() == present.name() {
            present
        } else {
            *rule
        }
    });
    rules
        .filter_map(|rule| {
            let racer = experiment.with_rule(rule).ok()?;
            let fates = racer.fates(goal, RATES.len(), &mut |number, start| {
                start.rate = RATES[number];
            });
            let best = RATES.iter().zip(&fates).min_by(|(_, one), (_, other)| {
                let (one, other) = (rank(one), rank(other));
                one.0.cmp(&other.0).then(one.1.total_cmp(&other.1))
            });
            racer.with_rate(*best?.0).ok()
        })
        .collect()
}

/// Fewer steps to a goal that is kept come first, and where none is reached smaller errors.
fn rank(fate: &Fate) -> (usize, f64) {
    let steps = fate.steps_to_goal.filter(|_| fate.kind == Kind::Converged);
    let error = Some(fate.error).filter(|error| error.is_finite());
    (steps.unwrap_or(usize::MAX), error.unwrap_or(f64::INFINITY))
}

#[cfg(test)]
mod tests {
    use lessons::Fact;

    use super::*;

    /// No other rate of the list does better, by single runs.
    #[test]
    fn each_rule_has_the_best_of_the_rates() {
        let experiment = Experiment::parse(Fact::OneSample.document()).unwrap();
        let experiment = experiment.with_start(vec![-8.0]).unwrap();
        for racer in race(&experiment, 0.0) {
            let steps = |rate: f64| {
                let run = racer.with_rate(rate).unwrap().with_best_error(0.0).run();
                let goal = run.verdict.goal.error;
                let steps = run.record.steps_to(goal);
                steps.filter(|_| run.verdict.kind == Kind::Converged)
            };
            let best = steps(racer.rule().rate()).unwrap();
            let others = RATES.iter().filter_map(|&rate| steps(rate));
            assert_eq!(others.min(), Some(best), "{:?}", racer.rule());
        }
    }
}
