//! Networks of 64 to 200 weights: few enough for all eigenvalues, which is what the tests hold
//! everything else against.

use ndarray::Array2;
use rand::{RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use crate::losses::Loss;
use crate::network::{Activation, Network};
use crate::problem::{Problem, Samples};

/// A problem and a place.
pub(crate) struct Example {
    pub(crate) problem: Problem,
    pub(crate) weights: Vec<f64>,
}

impl Example {
    /// Samples and weights are drawn from `seed`; inputs are of different sizes.
    pub(crate) fn new(
        sizes: &[usize],
        activations: &[Activation],
        samples: usize,
        seed: u64,
    ) -> Example {
        let mut generator = Xoshiro256PlusPlus::seed_from_u64(seed);
        let mut draw = |from: f64, to: f64| from + (to - from) * generator.random::<f64>();
        let network = Network::new(sizes.to_vec(), activations.to_vec(), true).unwrap();
        let weights = (0..network.weight_count()).map(|_| draw(-0.5, 0.5));
        let weights = weights.collect();
        let inputs = Array2::from_shape_fn((samples, sizes[0]), |(_, unit)| {
            draw(-1.0, 1.0) * (1.0 + unit as f64)
        });
        let outputs = sizes[sizes.len() - 1];
        let targets = Array2::from_shape_fn((samples, outputs), |_| draw(0.1, 0.9));
        let samples = Samples::new(inputs, targets).unwrap();
        Example {
            problem: Problem::new(network, Loss::SquaredError, samples).unwrap(),
            weights,
        }
    }

    /// Every activation; few samples and many, more than a sheet holds.
    pub(crate) fn all() -> Vec<Example> {
        use Activation::{Identity, LeakyRelu, Logistic, Relu, Softplus, Tanh};
        let networks: [(&[usize], &[Activation], usize); 7] = [
            (&[4, 8, 4, 1], &[Tanh, Tanh, Logistic], 3),
            (&[6, 9, 7, 1], &[Tanh, Logistic, Logistic], 33),
            (&[3, 10, 10, 2], &[Relu, LeakyRelu, Identity], 5),
            (&[8, 16, 2], &[Softplus, Identity], 70),
            (&[16, 5], &[Logistic], 6),
            (
                &[2, 6, 6, 6, 6, 1],
                &[Softplus, Tanh, Tanh, Logistic, Tanh],
                8,
            ),
            (&[15, 11], &[Identity], 40),
        ];
        let networks = networks.into_iter().zip(1..);
        networks
            .map(|((sizes, activations, samples), seed)| {
                Example::new(sizes, activations, samples, seed)
            })
            .collect()
    }
}
