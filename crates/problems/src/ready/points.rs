//! Samples drawn from a seed. Their numbers have two decimals: they are read in a table.

use std::f64::consts::{FRAC_PI_2, PI};

use backprop::Draws;

/// Points of each curve.
const POINTS: usize = 20;
/// Standard deviation of the noise.
const NOISE: f64 = 0.1;

/// A period of the sine: x from −π to π, d = sin x with noise. Both of each sample in turn.
pub(super) fn sine(seed: u64) -> Vec<f64> {
    let mut draws = Draws::seeded(seed);
    let mut samples = Vec::new();
    for point in 0..POINTS {
        let x = PI * (2.0 * share(point) - 1.0);
        samples.push(decimals(x));
        samples.push(decimals(sin(x) + NOISE * draws.normal()));
    }
    samples
}

/// Two half circles of radius 1, the second upside down and moved to (1, 0.5): x, y, and d which says
/// which of them, of each sample in turn.
pub(super) fn moons(seed: u64) -> Vec<f64> {
    let mut draws = Draws::seeded(seed);
    let mut samples = Vec::new();
    for index in 0..2 * POINTS {
        let angle = PI * share(index / 2);
        let (x, y) = (cos(angle), sin(angle));
        let is_second = index % 2 == 1;
        let place = if is_second {
            [1.0 - x, 0.5 - y]
        } else {
            [x, y]
        };
        for along in place {
            samples.push(decimals(along + NOISE * draws.normal()));
        }
        samples.push(if is_second { 1.0 } else { 0.0 });
    }
    samples
}

/// How far a point is along its curve, 0 to 1.
fn share(point: usize) -> f64 {
    point as f64 / (POINTS - 1) as f64
}

fn decimals(x: f64) -> f64 {
    (100.0 * x).round_ties_even() / 100.0
}

/// sin x for |x| ≤ π, to 1e-9, by its series: from operations that are exactly rounded, so that the
/// samples are the same on every platform.
fn sin(x: f64) -> f64 {
    let square = x * x;
    let (mut sum, mut k) = (1.0, 22.0);
    while k > 0.0 {
        sum = 1.0 - square / (k * (k + 1.0)) * sum;
        k -= 2.0;
    }
    sum * x
}

/// cos x for 0 ≤ x ≤ π.
fn cos(x: f64) -> f64 {
    sin(FRAC_PI_2 - x)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_series_is_the_sine() {
        for i in -1000..=1000 {
            let x = f64::from(i) / 1000.0 * PI;
            assert!((sin(x) - x.sin()).abs() < 1e-9, "{x}");
            assert!((cos(x.abs()) - x.cos()).abs() < 1e-9, "{x}");
        }
    }
}
