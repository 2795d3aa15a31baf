//! The contenders.

use backprop::{Experiment, Real, Signals, Training};
use wide::f64x4;

/// Steps of one run.
pub const STEPS: usize = 2000;

/// The names of all contenders here.
pub const NAMES: [&str; 3] = ["run", "steps", "lanes4"];

const DOCUMENT: &str = include_str!("../xor-2-4-1.json");

/// A way to train.
#[derive(Clone, Copy)]
enum Way {
    /// As the page does it: a run with its record.
    Run,
    /// Steps alone, of one start.
    Steps,
    /// Steps alone, of four starts side by side.
    Lanes4,
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
            "lanes4" => Way::Lanes4,
            _ => return None,
        };
        let experiment = Experiment::parse(DOCUMENT).ok()?.with_steps(STEPS).ok()?;
        Some(Contender { experiment, way })
    }

    /// Steps of one run, of all starts that it trains side by side.
    pub fn steps(&self) -> usize {
        match self.way {
            Way::Run | Way::Steps => STEPS,
            Way::Lanes4 => 4 * STEPS,
        }
    }

    /// Trains from the start; answers with the error before the last step (of the experiment's
    /// own start, where several are trained).
    pub fn run(&mut self) -> f64 {
        match self.way {
            Way::Run => self.train(),
            Way::Steps => self.descend(f64::from_f64),
            Way::Lanes4 => {
                // Neighbours of the start, so that the lanes do different work.
                let spread = |weight| f64x4::new([1.0, 0.9, 1.1, -1.0]) * f64x4::splat(weight);
                self.descend(spread).to_array()[0]
            }
        }
    }

    fn train(&self) -> f64 {
        let mut training = Training::new(&self.experiment);
        training.advance(STEPS);
        training.record().errors()[STEPS - 1]
    }

    fn descend<R: Real>(&self, start: impl Fn(f64) -> R) -> R {
        let problem = self.experiment.problem();
        let mut weights: Vec<R> = self.experiment.start().iter().map(|&w| start(w)).collect();
        let mut gradient = weights.clone();
        let mut signals = Signals::new(problem.network());
        let mut error = R::from_f64(0.0);
        for _ in 0..STEPS {
            error = problem.error_and_gradient(&weights, &mut gradient, &mut signals);
            let rule = self.experiment.rule();
            rule.update(&mut weights, &gradient, self.experiment.free());
        }
        error
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_ways_train_the_same_network() {
        let errors = NAMES.map(|name| Contender::named(name).unwrap().run());
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
