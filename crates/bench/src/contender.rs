//! The contenders.

use backprop::{Activation, Arithmetic, Experiment, Goal, Lanes, Training, Workspace};
use wide::f64x8;

/// Steps of one run.
pub const STEPS: usize = 2000;

/// The names of all contenders here.
pub const NAMES: [&str; 5] = ["run", "steps", "lanes", "fates", "units"];

const DOCUMENT: &str = include_str!("../xor-2-4-1.json");

/// Starts whose fates are told in one run.
const STARTS: usize = 64;

/// A way to train.
#[derive(Clone, Copy)]
enum Way {
    /// As the page does it: a run with its record.
    Run,
    /// Steps alone, of one start.
    Steps,
    /// Steps alone, of eight starts side by side.
    Lanes,
    /// As the page does it for its maps: what becomes of many starts, verdicts included.
    Fates,
    /// No training: only the outputs and derivatives of the units, of eight starts. What is left of
    /// [`Way::Lanes`] without them is sums and products.
    Units,
}

/// One way to train, with the experiment that all of them train.
pub struct Contender {
    experiment: Experiment,
    way: Way,
}

impl Contender {
    /// The contender of this name.
    pub fn named(name: &str) -> Option<Contender> {
        let way = match name {
            "run" => Way::Run,
            "steps" => Way::Steps,
            "lanes" => Way::Lanes,
            "fates" => Way::Fates,
            "units" => Way::Units,
            _ => return None,
        };
        // The last of the gradients that these compute belongs to no step.
        let steps = if matches!(way, Way::Run | Way::Fates) {
            STEPS - 1
        } else {
            STEPS
        };
        let experiment = Experiment::parse(DOCUMENT).ok()?.with_steps(steps).ok()?;
        Some(Contender { experiment, way })
    }

    /// Gradients computed in one run, of all starts.
    pub fn steps(&self) -> usize {
        STEPS
            * match self.way {
                Way::Run | Way::Steps => 1,
                Way::Lanes | Way::Units => 8,
                Way::Fates => STARTS,
            }
    }

    /// Trains from the start, if it trains; answers with the last error computed (of the experiment's own start,
    /// where several are trained).
    pub fn run(&mut self) -> f64 {
        match self.way {
            Way::Run => self.train(),
            Way::Steps => self.descend(f64::from_f64),
            Way::Lanes => {
                let factors = std::array::from_fn(factor);
                let spread = |weight| f64x8::splat(weight) * f64x8::new(factors);
                self.descend(spread).to_array()[0]
            }
            Way::Fates => self.foretell(),
            Way::Units => units(),
        }
    }

    fn train(&self) -> f64 {
        let mut training = Training::new(&self.experiment);
        training.advance(STEPS);
        training.record().errors()[STEPS - 1]
    }

    fn descend<R: Lanes>(&self, start: impl Fn(f64) -> R) -> R {
        let problem = self.experiment.problem();
        let mut weights: Vec<R> = self.experiment.start().iter().map(|&w| start(w)).collect();
        let mut gradient = weights.clone();
        let rule = self.experiment.rule();
        let mut state = rule.state(weights.len());
        let mut workspace = Workspace::new(problem.network());
        let mut error = R::from_f64(0.0);
        for _ in 0..STEPS {
            error = problem.error_and_gradient(&weights, &mut gradient, &mut workspace);
            rule.update(&mut weights, &gradient, self.experiment.free(), &mut state);
        }
        error
    }

    fn foretell(&self) -> f64 {
        let goal = Goal::new(&self.experiment, 0.0);
        let fates = self.experiment.fates(goal, STARTS, &mut |number, start| {
            for weight in &mut start.weights {
                *weight *= factor(number);
            }
        });
        fates[0].error
    }
}

/// As many outputs and derivatives as a run needs: of 4 + 1 units for each of 4 samples in each step.
fn units() -> f64 {
    let mut values = [f64x8::from_f64(0.3); 20];
    for _ in 0..STEPS {
        for value in &mut values {
            let (output, derivative) = Activation::Logistic.output_and_derivative(*value);
            *value = output - derivative;
        }
    }
    values[0].to_array()[0]
}

/// What a start's weights are multiplied by: 1 for the first, less for its neighbours, so that
/// each has its own way to go.
fn factor(start: usize) -> f64 {
    1.0 - start as f64 / 128.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(name: &str) -> f64 {
        Contender::named(name).unwrap().run()
    }

    #[test]
    fn every_name_is_somebody() {
        assert!(NAMES.into_iter().all(|name| run(name).is_finite()));
    }

    #[test]
    fn all_ways_train_the_same_network() {
        let errors = ["run", "steps", "lanes", "fates"].map(run);
        assert!(
            (errors[0] - 3.666_746_417_045e-3).abs() < 1e-12,
            "{errors:?}"
        );
        assert!(
            errors
                .iter()
                .all(|error| error.to_bits() == errors[0].to_bits())
        );
    }

    #[test]
    fn an_unknown_name_is_nobody() {
        assert!(Contender::named("walk").is_none());
    }
}
