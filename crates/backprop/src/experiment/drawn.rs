//! Starts drawn by lot.

use crate::error::Error;
use crate::experiment::{Experiment, Initial, Parts};
use crate::network::Draw;

impl Experiment {
    /// The same experiment from a start that is drawn: the free weights are those of the draw, the
    /// others stay what they are.
    ///
    /// ```
    /// use backprop::{Draw, Experiment, Scheme};
    ///
    /// let experiment = Experiment::parse(r#"{"layers": [1, 1], "activations": ["identity"],
    ///     "bias": true, "inputs": [[1]], "targets": [[1]], "weights": [3, 0.5], "free": [0],
    ///     "rule": {"name": "steepest-descent", "rate": 0.5}, "steps": 20}"#)?;
    /// let draw = Draw { scheme: Scheme::Uniform, scale: 2.0, seed: 7 };
    /// let drawn = experiment.with_drawn_start(draw)?;
    /// let all = draw.weights(experiment.problem().network());
    /// assert_eq!(drawn.start(), [all[0], 0.5]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As [`Experiment::new`], for the draw.
    pub fn with_drawn_start(&self, draw: Draw) -> Result<Experiment, Error> {
        // All are drawn first, so that what is wrong with a draw is said of it.
        let drawn = Experiment::new(Parts {
            initial: Initial::Drawn(draw),
            ..self.parts().clone()
        })?;
        let mut weights = self.start().to_vec();
        for &i in self.free() {
            weights[i] = drawn.start()[i];
        }
        self.with_start(weights)
    }
}
