//! How much the end of a descent depends on its start.

mod abreast;
mod carried;
mod length;

use wide::f64x8;

use crate::descent::Record;
use crate::experiment::Experiment;
use crate::fates::{Fate, Start};

use abreast::Abreast;
use carried::{End, FACTOR, carry};
use length::Lengths;

/// log₁₀ of the factor by which derivatives are shortened: 256 log₁₀ 2.
const LOG10_FACTOR: f64 = 77.063_678_889_979_19;

/// The derivative of a run's end by its start, along one direction or two.
#[derive(Clone, Debug, PartialEq)]
pub struct Sensitivity {
    /// What each weight's end moves by for each 1 along each direction, but for `scale`.
    derivatives: Vec<[f64; 2]>,
    scale: i32,
    log10: f64,
}

impl Sensitivity {
    /// log₁₀ of the length of the end's change, over the free weights, for a change of 1 of the start
    /// along the direction, both in natural units: of |d w_end / d w_start| where one weight moves. Of
    /// two directions, which count as being at right angles, that for a change along whatever lies
    /// between them moves the end most: the greatest singular value. −∞ where the end does not depend on
    /// the start at all.
    pub fn log10(&self) -> f64 {
        self.log10
    }

    /// What the end of the weight with this number moves by for each 1 along the first direction; infinite
    /// where that is beyond all numbers.
    pub fn of_weight(&self, weight: usize) -> f64 {
        self.derivatives[weight][0] * FACTOR.powi(self.scale)
    }
}

impl Experiment {
    /// How much the end of `record`, a run of this experiment, depends on its start along one direction
    /// or two, each with a number for each weight: the derivative of the whole descent, carried along
    /// step by step. None where it is not known, as where a root of 0 would have to be differentiated,
    /// and without a direction.
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
    /// let sensitivity = experiment.sensitivity(&record, &[&[1.0]]).expect("no roots");
    /// assert_eq!(sensitivity.of_weight(0), 0.5_f64.powi(10));
    /// # Ok::<(), backprop::TextError>(())
    /// ```
    pub fn sensitivity(&self, record: &Record, directions: &[&[f64]]) -> Option<Sensitivity> {
        let weights = record.weights(0).to_vec();
        let rate = self.rule().rate();
        let start = [(Start { weights, rate }, record.steps())];
        let first = *directions.first()?;
        // A second direction of length 0 changes no bit of what is known of the first.
        let nothing = vec![0.0; first.len()];
        let second = directions.get(1).copied().unwrap_or(&nothing);
        let lengths = Lengths::new(self, directions);
        let end = carry::<f64, 2>(self, &start, [first, second]).pop()?;
        Some(Sensitivity {
            log10: log10(&lengths, &end)?,
            derivatives: end.derivatives,
            scale: end.scale,
        })
    }

    /// The same of many runs, bit for bit, some side by side: log₁₀ as [`Sensitivity::log10`] says; NaN
    /// where it is not known. `fates` are those of the starts that `place` puts ([`Experiment::fates`]).
    ///
    /// ```
    /// use backprop::{Experiment, Goal};
    /// let experiment = Experiment::parse(r#"{"layers": [1, 1], "activations": ["logistic"],
    ///     "bias": false, "inputs": [[10], [1]], "targets": [[0.1], [0.9]], "weights": [1],
    ///     "rule": {"name": "steepest-descent", "rate": 0.5}, "steps": 2000}"#)?;
    /// let goal = Goal::new(&experiment, experiment.best_known_error());
    /// let starts = [-1.0, 1.0, 8.0];
    /// let mut place = |number: usize, start: &mut backprop::Start| start.weights[0] = starts[number];
    /// let fates = experiment.fates(goal, 3, &mut place);
    /// let powers = experiment.sensitivities(&fates, &[&[1.0]], &mut place);
    /// // Each step near a minimum leaves 1 − ε E″ of a distance: 2000 of them nothing in the narrow
    /// // valley, where ε E″ = 1.43, and e⁻¹⁰ in the wide one, where it is 0.0052. A plateau leaves all.
    /// assert!(powers[0] < -700.0 && (powers[1] + 4.5).abs() < 0.1 && powers[2].abs() < 0.1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn sensitivities(
        &self,
        fates: &[Fate],
        directions: &[&[f64]],
        place: &mut dyn FnMut(usize, &mut Start),
    ) -> Vec<f64> {
        match *directions {
            [along] => self.abreast(fates, [along], place),
            [along, other] => self.abreast(fates, [along, other], place),
            _ => vec![f64::NAN; fates.len()],
        }
    }

    fn abreast<const K: usize>(
        &self,
        fates: &[Fate],
        directions: [&[f64]; K],
        place: &mut dyn FnMut(usize, &mut Start),
    ) -> Vec<f64> {
        let lengths = Lengths::new(self, &directions);
        let mut found = vec![f64::NAN; fates.len()];
        // Runs of about as many steps go side by side.
        let mut order: Vec<usize> = (0..fates.len()).collect();
        order.sort_unstable_by_key(|&number| fates[number].steps);
        for numbers in order.chunks(f64x8::LANES) {
            let start = |&number: &usize| {
                let mut start = Start {
                    weights: self.start().to_vec(),
                    rate: self.rule().rate(),
                };
                place(number, &mut start);
                (start, fates[number].steps)
            };
            let starts: Vec<_> = numbers.iter().map(start).collect();
            let ends = carry::<f64x8, K>(self, &starts, directions);
            for (&number, end) in numbers.iter().zip(&ends) {
                found[number] = log10(&lengths, end).unwrap_or(f64::NAN);
            }
        }
        found
    }
}

/// log₁₀ of the length of what has been carried; none where that is not a number.
fn log10<const K: usize>(lengths: &Lengths, end: &End<K>) -> Option<f64> {
    let length = lengths.of(&end.derivatives);
    let power = length.log10() + f64::from(end.scale) * LOG10_FACTOR;
    length.is_finite().then_some(power)
}
