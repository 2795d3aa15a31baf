//! Cross-entropy: outputs and targets as probabilities of yes.

use crate::losses::function::Function;
use crate::network::Activation;
use crate::number::{Real, ln, ln_1p};

pub(crate) struct CrossEntropy;

impl Function for CrossEntropy {
    const NAME: &'static str = "cross-entropy";
    const HAS_DERIVATIVE: bool = false;
    const OUTPUTS: &'static [Activation] = &[Activation::Logistic];
    const TARGETS: [f64; 2] = [0.0, 1.0];

    /// E = −d ln o − (1 − d) ln(1 − o) with o = 1 / (1 + e⁻ˣ), written with x: where o rounds to 0 or 1,
    /// its logarithms have no digits left, and x has them all.
    #[inline(always)]
    fn error<R: Real>(x: R, _o: R, d: R) -> R {
        // max(x, 0) − d x + ln(1 + e^(−|x|))
        let above = x.if_positive(x, R::from_f64(0.0));
        above - d * x + ln_1p(x.magnitude().decay())
    }

    /// δ = o − d: f′ = o (1 − o) cancels against the slopes of the two logarithms.
    ///
    /// It is (1 − d) o − d (1 − o), and 1 − o is f′ / o where o is the greater: so a unit that is nearly
    /// right keeps the digits of its δ, as it does of its f′.
    #[inline(always)]
    fn delta<R: Real>(o: R, derivative: R, d: R) -> R {
        let one = R::from_f64(1.0);
        let of_no = (o - R::from_f64(0.5)).if_positive(derivative / o, one - o);
        (one - d) * o - d * of_no
    }

    /// What targets between 0 and 1 leave: Σ −d ln d − (1 − d) ln(1 − d).
    fn floor(targets: &[f64]) -> f64 {
        targets.iter().copied().map(entropy).sum()
    }

    /// That of the mean of the targets, for each of them.
    fn constant_error(targets: &[f64]) -> f64 {
        let count = targets.len() as f64;
        count * entropy(targets.iter().sum::<f64>() / count)
    }
}

/// −p ln p − (1 − p) ln(1 − p), the least cross-entropy of an output that should be `p`.
fn entropy(p: f64) -> f64 {
    let part = |p: f64| {
        if p < f64::MIN_POSITIVE {
            0.0
        } else {
            -p * ln(p)
        }
    };
    part(p) + part(1.0 - p)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_logistic(x: f64, d: f64) -> (f64, f64) {
        let (o, derivative) = Activation::Logistic.output_and_derivative(x);
        (
            CrossEntropy::error(x, o, d),
            CrossEntropy::delta(o, derivative, d),
        )
    }

    #[test]
    fn agrees_with_its_definition() {
        for i in -300..=300 {
            let x = f64::from(i) * 0.1;
            let o = 1.0 / (1.0 + (-x).exp());
            for d in [0.0, 0.3, 1.0] {
                let expected = -d * o.ln() - (1.0 - d) * (-o).ln_1p();
                let (error, delta) = of_logistic(x, d);
                // 1 − o has lost digits in the definition, not here.
                let lost = f64::EPSILON / (1.0 - o);
                assert!(
                    (error - expected).abs() < 1e-14 * (1.0 + expected) + 2.0 * lost,
                    "{x} {d}"
                );
                assert!((delta - (o - d)).abs() < 4.0 * f64::EPSILON, "{x} {d}");
            }
        }
    }

    /// Where o is 1 in floating point, and 0: E and δ of a unit that is right are e⁻ˣ, and of one that is
    /// wrong x and 1.
    #[test]
    fn a_unit_that_is_nearly_right_keeps_its_digits() {
        for x in [40.0_f64, 100.0, 700.0] {
            let tail = (-x).exp();
            for (x, d) in [(x, 1.0), (-x, 0.0)] {
                let (error, delta) = of_logistic(x, d);
                assert!((error / tail - 1.0).abs() < 1e-14, "{x}: {error:e}");
                assert!((delta.abs() / tail - 1.0).abs() < 1e-14, "{x}: {delta:e}");
                assert_eq!(delta < 0.0, d == 1.0);
                let (error, delta) = of_logistic(-x, d);
                assert_eq!(error, x.abs());
                assert!(
                    (delta + 1.0_f64.copysign(x)).abs() <= f64::EPSILON,
                    "{x}: {delta}"
                );
            }
        }
        assert_eq!(of_logistic(1e300, 1.0), (0.0, 0.0));
        assert_eq!(of_logistic(-1e300, 1.0), (1e300, -1.0));
    }

    #[test]
    fn the_mean_is_the_best_constant() {
        let targets = [0.1, 0.3, 0.7, 1.0];
        let of = |o: f64| -> f64 {
            let x = (o / (1.0 - o)).ln();
            targets.iter().map(|&d| CrossEntropy::error(x, o, d)).sum()
        };
        let least = CrossEntropy::constant_error(&targets);
        assert!((least - of(0.525)).abs() < 1e-14);
        assert!(least < of(0.52) && least < of(0.53));
        assert!(CrossEntropy::floor(&targets) < least);
        assert_eq!(CrossEntropy::constant_error(&[1.0; 3]), 0.0);
        assert_eq!(CrossEntropy::floor(&[0.0, 1.0]), 0.0);
    }
}
