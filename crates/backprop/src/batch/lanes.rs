//! The numbers that data sets are evaluated with.

use std::fmt::Debug;

use wide::{bytemuck, f64x4, f64x8};

use crate::batch::block::{Task, sum_over_samples};
use crate::batch::workspace::Room;
use crate::network::Network;
use crate::number::Real;

/// What a data set is evaluated with: `f64`, one network, or [`f64x8`], eight networks side by
/// side, each lane with the bits that it has alone.
///
/// The lecture's equations take any [`Real`]; what has to be fast is compiled for these.
pub trait Lanes: Kernel {}

impl Lanes for f64 {}
impl Lanes for f64x8 {}

/// The evaluation, which no other crate can name. The same code for every kind of number, but
/// compiled with the kind and not wherever it is used: there is much of it.
pub trait Kernel: Real {
    /// Memory for one network.
    type Memory: Clone + Debug;

    /// Memory for `network`.
    fn memory(network: &Network) -> Self::Memory;

    /// E over all samples; ∂E/∂w goes to `gradient` where there is one.
    fn evaluate(
        task: Task<'_>,
        weights: &[Self],
        gradient: Option<&mut [Self]>,
        memory: &mut Self::Memory,
    ) -> Self;
}

impl Kernel for f64 {
    type Memory = Room<1>;

    fn memory(network: &Network) -> Room<1> {
        Room::new(network)
    }

    fn evaluate(
        task: Task<'_>,
        weights: &[f64],
        gradient: Option<&mut [f64]>,
        memory: &mut Room<1>,
    ) -> f64 {
        let gradient = gradient.map(|gradient| gradient.as_chunks_mut().0);
        let mut error = [0.0];
        sum_over_samples(task, weights.as_chunks().0, gradient, memory, &mut error);
        error[0]
    }
}

impl Kernel for f64x8 {
    type Memory = Room<2>;

    fn memory(network: &Network) -> Room<2> {
        Room::new(network)
    }

    fn evaluate(
        task: Task<'_>,
        weights: &[f64x8],
        gradient: Option<&mut [f64x8]>,
        memory: &mut Room<2>,
    ) -> f64x8 {
        let halves: &[[f64x4; 2]] = bytemuck::cast_slice(weights);
        let gradient = gradient.map(bytemuck::cast_slice_mut);
        let mut error = [f64x4::ZERO; 2];
        sum_over_samples(task, halves, gradient, memory, &mut error);
        bytemuck::cast(error)
    }
}

/// Memory for evaluations of one network's error, so that each but the first allocates nothing.
#[derive(Clone, Debug)]
pub struct Workspace<R: Kernel> {
    pub(crate) memory: R::Memory,
}

impl<R: Kernel> Workspace<R> {
    /// Memory for `network`.
    pub fn new(network: &Network) -> Workspace<R> {
        Workspace {
            memory: R::memory(network),
        }
    }
}
