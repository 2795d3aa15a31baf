//! How much the end of a descent depends on its start.

use crate::descent::Record;
use crate::equations::{Signals, backward, forward};
use crate::experiment::Experiment;
use crate::number::{Arithmetic, Tangent};
use crate::rules::State;

/// Tangents longer than this are shortened, by a power of two, and shorter than 1 over it made longer:
/// chaos would lead them beyond all numbers.
const FAR: f64 = 1e100;
/// By this factor.
const FACTOR: f64 = 1.157_920_892_373_162e77;

/// The derivative of a run's end by the start of one weight.
#[derive(Clone, Debug, PartialEq)]
pub struct Sensitivity {
    /// What each weight's end moves by for each 1 that the start is moved by, but for `scale`.
    tangent: Vec<f64>,
    /// How often it was divided by the factor; negative where it was multiplied.
    scale: i32,
    /// Its length in natural units.
    length: f64,
}

impl Sensitivity {
    /// log₁₀ of its length: of |d w_end / d w_start| where one weight moves; with more of them, of the
    /// length of the end's change in natural units for one unit of change of the start. −∞ where the end
    /// does not depend on the start at all.
    pub fn log10(&self) -> f64 {
        self.length.log10() + f64::from(self.scale) * FACTOR.log10()
    }

    /// d w_end / d w_start of the weight with this number; infinite where that is beyond all numbers.
    pub fn of_weight(&self, weight: usize) -> f64 {
        self.tangent[weight] * FACTOR.powi(self.scale)
    }
}

impl Experiment {
    /// How much the end of `record`, a run of this experiment, depends on the start of the weight numbered
    /// `weight`: the derivative of the whole descent, carried along step by step by the derivative of each
    /// update, with all that its rule remembers and each batch (forward over reverse; Pearlmutter, 1994).
    /// None where it is not known, as where a root of 0 would have to be differentiated.
    ///
    /// Near 0 where starts fall into one minimum, about 1 where they stand still, and as large as one likes
    /// on the edges between fates and where steps are so long that a run wanders: there a change of the
    /// last digit of the start changes all digits of the end.
    ///
    /// ```
    /// use backprop::Experiment;
    ///
    /// // A parabola: each step leaves (1 − ε) of what is between w and 1.
    /// let experiment = Experiment::parse(
    ///     r#"{"layers": [1, 1], "activations": ["identity"], "bias": false,
    ///         "inputs": [[1]], "targets": [[1]], "weights": [3],
    ///         "rule": {"name": "steepest-descent", "rate": 0.5}, "steps": 10}"#,
    /// )?;
    /// let record = experiment.run().record;
    /// let sensitivity = experiment.sensitivity(&record, 0).expect("no roots");
    /// assert_eq!(sensitivity.of_weight(0), 0.5_f64.powi(10));
    /// # Ok::<(), backprop::TextError>(())
    /// ```
    pub fn sensitivity(&self, record: &Record, weight: usize) -> Option<Sensitivity> {
        let problem = self.problem();
        let (rule, free) = (self.rule(), self.free());
        let count = self.start().len();
        let mut tangent = vec![0.0; count];
        *tangent.get_mut(weight)? = 1.0;
        let mut state: State<Tangent> = rule.state(count);
        let mut signals = Signals::new(problem.network());
        let mut scale = 0;
        let samples: Vec<_> = problem.samples().iter().collect();
        let all: Vec<usize> = (0..samples.len()).collect();
        for step in 0..record.steps() {
            let weights = record.weights(step).iter().zip(&tangent);
            let mut point: Vec<Tangent> = weights
                .map(|(&value, &derivative)| Tangent { value, derivative })
                .collect();
            let mut gradient = vec![Tangent::from_f64(0.0); count];
            let batch = self.batch().map(|batch| batch.samples(all.len(), step));
            for &sample in batch.as_ref().unwrap_or(&all) {
                let (input, target) = &samples[sample];
                forward(problem.network(), &point, input, &mut signals);
                backward(
                    problem.network(),
                    problem.loss(),
                    &point,
                    target,
                    &mut signals,
                    &mut gradient,
                );
            }
            rule.update(&mut point, &gradient, free, &mut state);
            for (tangent, point) in tangent.iter_mut().zip(&point) {
                *tangent = point.derivative;
            }
            let longest = longest(&tangent, &mut state);
            if longest > FAR {
                scale += 1;
                rescale(&mut tangent, &mut state, 1.0 / FACTOR);
            } else if longest < 1.0 / FAR && longest > 0.0 {
                scale -= 1;
                rescale(&mut tangent, &mut state, FACTOR);
            }
        }
        let units = problem.natural_units();
        let unit = units[weight];
        let squares = free.iter().map(|&i| (unit * tangent[i] / units[i]).powi(2));
        let length = squares.sum::<f64>().sqrt();
        length.is_finite().then_some(Sensitivity {
            tangent,
            scale,
            length,
        })
    }
}

/// The greatest of all that is carried along.
fn longest(tangent: &[f64], state: &mut State<Tangent>) -> f64 {
    let of_state = state.numbers().iter().map(|number| number.derivative);
    let all = tangent.iter().copied().chain(of_state);
    all.fold(0.0, |most: f64, d| most.max(d.abs()))
}

/// What is carried along is as long as one likes: every step is linear in it.
fn rescale(tangent: &mut [f64], state: &mut State<Tangent>, factor: f64) {
    for derivative in tangent {
        *derivative *= factor;
    }
    for number in state.numbers() {
        number.derivative *= factor;
    }
}
