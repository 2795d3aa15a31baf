//! The output layer of a block against its targets.

use crate::batch::sources::{Given, MOST_PARTS, Signal, Source, Sources, tile};
use crate::batch::weight::{Joining, Row, Weight};
use crate::losses::{Function, OfFunction};

/// The errors of a block's samples, which are added to `error`, and the deltas of the output units.
pub(crate) struct Outputs<'a, R, const P: usize, const N: usize> {
    pub(crate) targets: Given<'a>,
    /// x
    pub(crate) net_input: &'a [Signal<P, N>],
    /// o
    pub(crate) output: &'a [Signal<P, N>],
    /// f′, and then δ
    pub(crate) delta: &'a mut [Signal<P, N>],
    pub(crate) joining: Joining,
    pub(crate) error: &'a mut [R; P],
}

impl<R: Weight, const P: usize, const N: usize> OfFunction for Outputs<'_, R, P, N> {
    #[inline(always)]
    fn with<L: Function>(self) {
        let Outputs {
            targets,
            net_input,
            output,
            delta,
            joining,
            error,
        } = self;
        for first in (0..P).step_by(const { tile(P, N) }) {
            let mut errors = [[Row::ZERO; N]; MOST_PARTS];
            let units = net_input.iter().zip(output).zip(&mut *delta);
            Sources::<R, N>::each(&targets, units, |d, ((x, o), delta)| {
                for (t, errors) in errors[..const { tile(P, N) }].iter_mut().enumerate() {
                    let part = first + t;
                    for n in 0..N {
                        let (x, o, d) = (x[part][n], o[part][n], d.part(part)[n]);
                        errors[n] += L::error(x, o, d);
                        delta[part][n] = L::delta(o, delta[part][n], d);
                    }
                }
            });
            let sums = error[first..][..const { tile(P, N) }].iter_mut();
            for (sum, errors) in sums.zip(errors) {
                if joining.is_first {
                    *sum = R::from_f64(0.0);
                }
                for &of_row in &errors[..N - 1] {
                    *sum = sum.plus(of_row);
                }
                *sum = sum.plus_first(joining.samples_of_last, errors[N - 1]);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use ndarray::array;

    use super::*;
    use crate::batch::columns::Columns;
    use crate::number::Real;

    /// A loss in which every argument shows.
    struct Plain;

    impl Function for Plain {
        const NAME: &'static str = "";
        const HAS_DERIVATIVE: bool = true;

        fn error<R: Real>(x: R, o: R, d: R) -> R {
            x * d + o
        }

        fn delta<R: Real>(o: R, derivative: R, d: R) -> R {
            o * derivative - d
        }

        fn floor(_targets: &[f64]) -> f64 {
            0.0
        }

        fn constant_error(_targets: &[f64]) -> f64 {
            0.0
        }
    }

    /// Two output units, and two samples in a row that has room for four.
    #[test]
    fn a_loss_gets_what_it_needs_and_no_sample_too_many() {
        let targets = Columns::of(&array![[1.0, 2.0], [3.0, 4.0]]);
        let row = |a: f64, b: f64| [[Row::new([a, b, 1e9, 1e9])]];
        let (net_input, output) = (
            [row(5.0, 6.0), row(7.0, 8.0)],
            [row(0.5, 0.25), row(2.0, 4.0)],
        );
        let mut delta = [row(10.0, 20.0), row(30.0, 40.0)];
        let mut error = [100.0];
        Outputs {
            targets: Given {
                columns: &targets,
                first: 0,
            },
            net_input: &net_input,
            output: &output,
            delta: &mut delta,
            joining: Joining {
                is_first: false,
                samples_of_last: 2,
            },
            error: &mut error,
        }
        .with::<Plain>();
        let errors = [5.5 + (14.0 + 2.0), 18.25 + (32.0 + 4.0)];
        assert_eq!(error, [100.0 + errors[0] + errors[1]]);
        let deltas = delta.map(|[[row]]| [row.to_array()[0], row.to_array()[1]]);
        assert_eq!(deltas, [[4.0, 2.0], [58.0, 156.0]]);
    }
}
