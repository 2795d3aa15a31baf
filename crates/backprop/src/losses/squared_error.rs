//! Half the squared distance from the targets: the error of the lecture.

use crate::losses::function::Function;
use crate::number::Real;

pub(crate) struct SquaredError;

impl Function for SquaredError {
    const NAME: &'static str = "squared";
    const HAS_DERIVATIVE: bool = true;

    /// E = ½ (o − d)²
    #[inline(always)]
    fn error<R: Real>(_x: R, o: R, d: R) -> R {
        let miss = o - d;
        R::from_f64(0.5) * (miss * miss)
    }

    /// δ = (o − d) f′(x)
    #[inline(always)]
    fn delta<R: Real>(o: R, derivative: R, d: R) -> R {
        (o - d) * derivative
    }

    fn floor(_targets: &[f64]) -> f64 {
        0.0
    }

    /// ½ Σ (d − d̄)², with the mean d̄; 0 where it may be the rounding of d̄.
    fn constant_error(targets: &[f64]) -> f64 {
        let mean = targets.iter().sum::<f64>() / targets.len() as f64;
        let error = 0.5 * targets.iter().map(|d| (d - mean).powi(2)).sum::<f64>();
        let squares: f64 = targets.iter().map(|d| d * d).sum();
        if error > 1e-24 * squares { error } else { 0.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_is_the_best_constant() {
        let targets = [0.1, 0.3, 0.7, 0.9];
        let of = |o: f64| -> f64 {
            targets
                .iter()
                .map(|&d| SquaredError::error(f64::NAN, o, d))
                .sum()
        };
        let least = SquaredError::constant_error(&targets);
        assert!((least - of(0.5)).abs() < 1e-16);
        assert!(least < of(0.49) && least < of(0.51));
        assert_eq!(SquaredError::constant_error(&[0.1; 3]), 0.0);
    }
}
