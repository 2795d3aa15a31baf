//! Initial values: given, or drawn from a seed.

use crate::network::shape::{Network, Source};
use crate::number::Draws;

/// Seeds: the largest whole number that every JSON parser keeps.
pub const MOST_SEED: u64 = (1 << 53) - 1;
/// Scale of drawn initial values: what is drawn stays finite.
pub const MOST_SCALE: f64 = 1e300;

/// How initial values are drawn. `scale` is the one of [`Draw`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scheme {
    /// Every weight and bias evenly between −scale and scale.
    Uniform,
    /// Every weight and bias from the normal distribution with standard deviation scale.
    Normal,
    /// Weights evenly between ±scale √(6 / (sources + units)), biases 0
    /// (Glorot and Bengio, 2010, equation 16).
    Xavier,
    /// Weights from the normal distribution with standard deviation scale √(2 / sources), biases 0
    /// (He, Zhang, Ren and Sun, 2015, equation 10).
    He,
}

impl Scheme {
    /// Every scheme, in the order in which a chooser lists them.
    pub const ALL: [Scheme; 4] = [Scheme::Uniform, Scheme::Normal, Scheme::Xavier, Scheme::He];

    /// Its name in an experiment's document.
    pub fn name(self) -> &'static str {
        match self {
            Scheme::Uniform => "uniform",
            Scheme::Normal => "normal",
            Scheme::Xavier => "xavier",
            Scheme::He => "he",
        }
    }
}

/// Initial values to be drawn. The same draw gives the same values on every platform.
///
/// ```
/// use backprop::{Activation, Draw, Network, Scheme};
/// let network = Network::new(vec![2, 2, 1], vec![Activation::Tanh; 2], true)?;
/// let draw = Draw { scheme: Scheme::Xavier, scale: 1.0, seed: 7 };
/// let weights = draw.weights(&network);
/// assert_eq!(weights, draw.weights(&network));
/// // Biases begin at 0.
/// assert_eq!((weights.len(), weights[8]), (9, 0.0));
/// # Ok::<(), backprop::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Draw {
    /// The distribution.
    pub scheme: Scheme,
    /// Its width, finite and above 0.
    pub scale: f64,
    /// The seed of the generator, xoshiro256++ (Blackman and Vigna, 2021).
    pub seed: u64,
}

impl Draw {
    /// One value for each weight of `network`, in the order of its weights.
    pub fn weights(&self, network: &Network) -> Vec<f64> {
        let mut draws = Draws::seeded(self.seed);
        let mut weights = Vec::with_capacity(network.weight_count());
        match self.scheme {
            Scheme::Uniform => {
                weights.extend((0..network.weight_count()).map(|_| self.scale * draws.even()));
            }
            Scheme::Xavier => {
                for (index, fans) in weight_fans(network) {
                    let bound = (6.0 / (fans.sources + fans.units)).sqrt();
                    weights.push(if is_bias(network, index) {
                        0.0
                    } else {
                        self.scale * bound * draws.even()
                    });
                }
            }
            Scheme::Normal => {
                weights.extend((0..network.weight_count()).map(|_| self.scale * draws.normal()));
            }
            Scheme::He => {
                for (index, fans) in weight_fans(network) {
                    let deviation = (2.0 / fans.sources).sqrt();
                    weights.push(if is_bias(network, index) {
                        0.0
                    } else {
                        self.scale * deviation * draws.normal()
                    });
                }
            }
        }
        weights
    }
}

/// How many units stand on the two sides of a layer of weights.
struct Fans {
    sources: f64,
    units: f64,
}

/// Each weight's number with the fans of its layer.
fn weight_fans(network: &Network) -> impl Iterator<Item = (usize, Fans)> {
    network.layers().iter().flat_map(|layer| {
        let (sources, units) = (layer.sources.len() as f64, layer.units.len() as f64);
        layer
            .weights
            .clone()
            .map(move |index| (index, Fans { sources, units }))
    })
}

fn is_bias(network: &Network, index: usize) -> bool {
    network
        .connection(index)
        .is_some_and(|place| place.source == Source::Bias)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::activation::Activation;

    fn network() -> Network {
        Network::new(vec![16, 16, 16], vec![Activation::Tanh; 2], true).unwrap()
    }

    fn draw(scheme: Scheme, seed: u64) -> Vec<f64> {
        let scale = 1.5;
        Draw {
            scheme,
            scale,
            seed,
        }
        .weights(&network())
    }

    #[test]
    fn a_seed_gives_the_same_values_and_another_gives_others() {
        for scheme in Scheme::ALL {
            assert_eq!(draw(scheme, 7), draw(scheme, 7));
            assert_ne!(draw(scheme, 7), draw(scheme, 8));
        }
    }

    /// 544 draws, of which 32 are biases: the variance of 512 uniform values has a relative
    /// standard error of √(0.8/512) = 4 %, of normal ones √(2/512) = 6 %. 25 % is four of them.
    #[test]
    fn the_spread_is_that_of_the_scheme() {
        let expected = [
            (Scheme::Uniform, 1.5 * 1.5 / 3.0),
            (Scheme::Normal, 1.5 * 1.5),
            (Scheme::Xavier, 1.5 * 1.5 * 6.0 / 32.0 / 3.0),
            (Scheme::He, 1.5 * 1.5 * 2.0 / 16.0),
        ];
        let network = network();
        for (scheme, variance) in expected {
            let drawn = draw(scheme, 7);
            let (mut sum, mut count) = (0.0, 0.0);
            for (index, w) in drawn.iter().enumerate() {
                if !is_bias(&network, index) {
                    sum += w * w;
                    count += 1.0;
                } else if matches!(scheme, Scheme::Xavier | Scheme::He) {
                    assert_eq!(*w, 0.0);
                }
            }
            let found: f64 = sum / count;
            assert!((found / variance - 1.0).abs() < 0.25, "{scheme:?}: {found}");
        }
    }
}
