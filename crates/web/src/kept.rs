//! A run as far as pictures show it, in the numbers that go from a worker to the page.

use backprop::{Kind, Record};

/// A run whose every so many steps are kept, and its last. Errors are those of all steps.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Kept {
    weight_count: usize,
    /// Steps from one that is kept to the next.
    stride: usize,
    errors: Vec<f64>,
    weights: Vec<f64>,
    pub(crate) kind: Kind,
}

/// Numbers in front of errors and weights.
const HEAD: usize = 3;

/// The numbers of a run: how many weights there are, the steps from one that is kept to the next, the
/// steps, all errors, and the weights of the kept ones, of which there are no more than `most` or two
/// points.
pub(crate) fn numbers(record: &Record, most: usize) -> Vec<f64> {
    let (count, steps) = (record.weights(0).len(), record.steps());
    let points = (most / count.max(1)).max(2);
    let stride = steps.div_ceil(points - 1).max(1);
    let mut numbers = vec![count as f64, stride as f64, steps as f64];
    numbers.extend(record.errors());
    for point in 0..points_of(steps, stride) {
        numbers.extend(record.weights((point * stride).min(steps)));
    }
    numbers
}

/// The start, those at every stride, and the end.
fn points_of(steps: usize, stride: usize) -> usize {
    steps.div_ceil(stride) + 1
}

impl Kept {
    /// The run of these numbers; none where they are of none.
    pub(crate) fn of(numbers: &[f64], kind: Kind) -> Option<Kept> {
        let (head, rest) = numbers.split_at_checked(HEAD)?;
        let [weight_count, stride, steps] = *head else {
            return None;
        };
        let (weight_count, stride, steps) =
            (weight_count as usize, stride as usize, steps as usize);
        let (errors, weights) = rest.split_at_checked(steps.checked_add(1)?)?;
        let is_whole = stride > 0
            && weight_count.checked_mul(points_of(steps, stride)) == Some(weights.len())
            && weight_count > 0;
        is_whole.then(|| Kept {
            weight_count,
            stride,
            errors: errors.to_vec(),
            weights: weights.to_vec(),
            kind,
        })
    }

    pub(crate) fn steps(&self) -> usize {
        self.errors.len().saturating_sub(1)
    }

    /// E at the start and after each step.
    pub(crate) fn errors(&self) -> &[f64] {
        &self.errors
    }

    /// The last kept point that a step has come to.
    pub(crate) fn point_at(&self, step: usize) -> usize {
        if step >= self.steps() {
            self.points() - 1
        } else {
            step / self.stride
        }
    }

    pub(crate) fn points(&self) -> usize {
        points_of(self.steps(), self.stride)
    }

    /// All weights and E of a kept point.
    pub(crate) fn at(&self, point: usize) -> (&[f64], f64) {
        let first = point * self.weight_count;
        let weights = self.weights.get(first..first + self.weight_count);
        let step = (point * self.stride).min(self.steps());
        let error = self.errors.get(step).copied().unwrap_or(f64::NAN);
        (weights.unwrap_or(&[]), error)
    }
}

#[cfg(test)]
mod tests {
    use backprop::Experiment;
    use lessons::Fact;

    use super::*;

    #[test]
    fn a_kept_run_is_the_run_to_the_last_bit() {
        let experiment = Experiment::parse(Fact::FourMinima.document()).unwrap();
        let run = experiment.run();
        let steps = run.record.steps();
        // All of it, and parts: the start and the end are always there.
        for most in [usize::MAX, 2 * 101, 2 * 8, 0] {
            let kept = Kept::of(&numbers(&run.record, most), run.verdict.kind).unwrap();
            assert!(kept.points() <= (most / 2).max(2));
            assert_eq!((kept.steps(), kept.errors()), (steps, run.record.errors()));
            assert_eq!(kept.at(0).0, run.record.weights(0));
            assert_eq!(kept.at(kept.points() - 1).0, run.record.last_weights());
            for step in [0, 1, 7, steps / 2, steps - 1, steps, usize::MAX] {
                let (weights, error) = kept.at(kept.point_at(step));
                let at = run
                    .record
                    .errors()
                    .iter()
                    .position(|e| *e == error)
                    .unwrap();
                assert!(at <= step);
                assert_eq!(weights, run.record.weights(at));
            }
        }
        let all = Kept::of(&numbers(&run.record, usize::MAX), run.verdict.kind).unwrap();
        assert_eq!(all.points(), steps + 1);
    }

    #[test]
    fn numbers_of_no_run_are_none() {
        let kind = Kind::Converged;
        for numbers in [
            &[][..],
            &[1.0, 1.0],
            &[1.0, 0.0, 0.0, 0.5, 0.5],
            &[2.0, 1.0, 1.0, 0.5, 0.5, 1.0, 1.0, 1.0],
            &[0.0, 1.0, 0.0, 0.5],
            &[f64::NAN, f64::INFINITY, f64::INFINITY, 0.0],
        ] {
            assert_eq!(Kept::of(numbers, kind), None, "{numbers:?}");
        }
    }
}
