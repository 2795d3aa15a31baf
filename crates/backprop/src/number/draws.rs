//! Numbers drawn from a seed.

use rand::{RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use crate::number::decay;

/// Numbers that look random: a seed gives the same ones on every platform. The generator is
/// xoshiro256++ (Blackman and Vigna, 2021).
///
/// ```
/// use backprop::Draws;
///
/// let [mut one, mut other] = [Draws::seeded(7), Draws::seeded(7)];
/// assert_eq!(one.even(), other.even());
/// assert_ne!(one.even(), Draws::seeded(8).even());
/// ```
#[derive(Clone, Debug)]
pub struct Draws {
    generator: Xoshiro256PlusPlus,
}

impl Draws {
    /// Those of this seed, from the first one.
    pub fn seeded(seed: u64) -> Draws {
        let generator = Xoshiro256PlusPlus::seed_from_u64(seed);
        Draws { generator }
    }

    /// The next number, evenly from −1 to 1.
    pub fn even(&mut self) -> f64 {
        2.0 * self.generator.random::<f64>() - 1.0
    }

    /// Brings `items` into an order in which each is as likely as every other (Fisher and Yates).
    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = self.generator.random_range(0..=last as u32);
            items.swap(last, other as usize);
        }
    }

    /// A number from the standard normal distribution: the ratio of two even ones (Kinderman and
    /// Monahan, 1977). It needs no function but the exponential, which has the same bits everywhere.
    pub fn normal(&mut self) -> f64 {
        /// √(8/e): v lies within half of it on both sides of 0.
        const WIDTH: f64 = 1.715_527_769_921_413_6;
        loop {
            let u = self.generator.random::<f64>();
            let v = WIDTH * (self.generator.random::<f64>() - 0.5);
            let x = v / u;
            // u ≤ e^(−x²/4)
            let e = decay(0.25 * x * x);
            if u > 0.0 && u * e.under <= e.over {
                return x;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// With 100 000 draws a share p has a standard error of √(p(1 − p)/100 000): at most 0.0015.
    /// The tolerance is four of them.
    #[test]
    fn normal_numbers_are_as_often_near_and_far_as_they_should_be() {
        let mut draws = Draws::seeded(1);
        let drawn: Vec<f64> = (0..100_000).map(|_| draws.normal()).collect();
        let share = |low: f64, high: f64| {
            let count = drawn.iter().filter(|&&x| low < x && x < high).count();
            count as f64 / drawn.len() as f64
        };
        for (low, high, expected) in [
            (f64::NEG_INFINITY, 0.0, 0.5),
            (-1.0, 1.0, 0.682_689),
            (-2.0, 2.0, 0.954_500),
            (-3.0, 3.0, 0.997_300),
            (1.0, f64::INFINITY, 0.158_655),
        ] {
            let p: f64 = expected;
            let tolerance = 4.0 * (p * (1.0 - p) / drawn.len() as f64).sqrt();
            let found = share(low, high);
            assert!((found - p).abs() < tolerance, "{low} to {high}: {found}");
        }
    }
}
