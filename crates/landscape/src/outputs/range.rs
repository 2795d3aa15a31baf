//! How far pictures of outputs reach. They stay where they are while the weights move.

use backprop::Problem;

/// Part of the samples' range that is shown beyond them on each side.
const BEYOND: f64 = 0.15;
/// The same for outputs, which overshoot their targets while they are learned, where f has no bounds.
const OVERSHOOT: f64 = 0.5;
/// Net input at which f is as good as at infinity, where it has bounds.
const FAR: f64 = 1e6;

/// From where to where an input is shown: the samples' range and some more; around a single place,
/// one to each side. None where there is no such input.
///
/// ```
/// use backprop::Experiment;
/// use landscape::input_range;
/// use lessons::Fact;
///
/// let xor = Experiment::parse(Fact::Xor.document())?;
/// assert_eq!(input_range(xor.problem(), 1), Some([-0.15, 1.15]));
/// assert_eq!(input_range(xor.problem(), 2), None);
/// # Ok::<(), backprop::TextError>(())
/// ```
pub fn input_range(problem: &Problem, input: usize) -> Option<[f64; 2]> {
    let inputs = problem.samples().inputs();
    (input < inputs.ncols()).then(|| widened(inputs.column(input).iter().copied(), BEYOND))
}

/// From where to where an output is shown: its targets, and all that f can give where it has bounds.
/// None where there is no such output.
///
/// ```
/// use backprop::Experiment;
/// use landscape::output_range;
/// use lessons::Fact;
///
/// // A logistic unit, whose target is 0.8.
/// let experiment = Experiment::parse(Fact::OneSample.document())?;
/// assert_eq!(output_range(experiment.problem(), 0), Some([0.0, 1.0]));
/// # Ok::<(), backprop::TextError>(())
/// ```
pub fn output_range(problem: &Problem, output: usize) -> Option<[f64; 2]> {
    let targets = problem.samples().targets();
    let activation = problem.network().activations().last()?;
    if output >= targets.ncols() {
        return None;
    }
    let targets = targets.column(output);
    let [least, greatest] = [-FAR, FAR].map(|x| activation.output_and_derivative(x).0);
    if greatest - least > 0.01 * FAR {
        return Some(widened(targets.iter().copied(), OVERSHOOT));
    }
    let range = targets.iter().fold([least, greatest], join);
    Some(range)
}

/// Halfway between the least and the greatest target of an output; none where they are all the same, or
/// there is no such output.
///
/// ```
/// use backprop::Experiment;
/// use landscape::halfway;
/// use lessons::Fact;
///
/// let xor = Experiment::parse(Fact::Xor.document())?;
/// assert_eq!(halfway(xor.problem(), 0), Some(0.5));
/// let one = Experiment::parse(Fact::OneSample.document())?;
/// assert_eq!(halfway(one.problem(), 0), None);
/// # Ok::<(), backprop::TextError>(())
/// ```
pub fn halfway(problem: &Problem, output: usize) -> Option<f64> {
    let targets = problem.samples().targets();
    if output >= targets.ncols() {
        return None;
    }
    let empty = [f64::INFINITY, f64::NEG_INFINITY];
    let [least, greatest] = targets.column(output).iter().fold(empty, join);
    (least < greatest).then_some(0.5 * least + 0.5 * greatest)
}

fn widened(values: impl Iterator<Item = f64>, part: f64) -> [f64; 2] {
    let empty = [f64::INFINITY, f64::NEG_INFINITY];
    let [least, greatest] = values.fold(empty, |range, value| join(range, &value));
    // Half of each: the difference of the largest numbers is none.
    let length = 2.0 * (0.5 * greatest - 0.5 * least);
    // Equal to as many digits as a number has.
    let more = if length > 1e-12 * least.abs().max(greatest.abs()) {
        part * length
    } else {
        least.abs().max(1.0)
    };
    [least - more, greatest + more].map(|end| end.clamp(f64::MIN, f64::MAX))
}

fn join([least, greatest]: [f64; 2], &value: &f64) -> [f64; 2] {
    [least.min(value), greatest.max(value)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_single_place_has_room_around_it() {
        assert_eq!(widened([3.0, 3.0].into_iter(), BEYOND), [0.0, 6.0]);
        assert_eq!(widened([0.0].into_iter(), BEYOND), [-1.0, 1.0]);
        assert_eq!(widened([0.25].into_iter(), OVERSHOOT), [-0.75, 1.25]);
    }

    #[test]
    fn the_largest_numbers_have_a_range() {
        let [from, to] = widened([-1e308, 1.5e308].into_iter(), BEYOND);
        assert!(from.is_finite() && to.is_finite() && from < to);
    }
}
