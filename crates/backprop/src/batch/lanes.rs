//! The numbers that data sets are evaluated with.

use wide::{f64x4, f64x8};

use crate::batch::row::Row;
use crate::batch::sheet::Room;
use crate::batch::sum::{Task, sum_over_samples};
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
    /// The numbers of as many samples side by side as are fastest; `Self` for one at a time.
    type Row: Row<Self>;

    /// E over all samples; ∂E/∂w goes to `gradient`.
    fn error_and_gradient(
        task: Task<'_>,
        weights: &[Self],
        gradient: &mut [Self],
        workspace: &mut Workspace<Self>,
    ) -> Self;
}

macro_rules! impl_kernel {
    ($number:ty, $row:ty) => {
        impl Kernel for $number {
            type Row = $row;

            fn error_and_gradient(
                task: Task<'_>,
                weights: &[Self],
                gradient: &mut [Self],
                workspace: &mut Workspace<Self>,
            ) -> Self {
                sum_over_samples(task, weights, gradient, &mut workspace.room)
            }
        }
    };
}

impl_kernel!(f64, f64x4);
impl_kernel!(f64x8, f64x8);

/// Memory for evaluations of one network's error, so that each but the first allocates nothing.
#[derive(Clone, Debug)]
pub struct Workspace<R: Kernel> {
    room: Room<R::Row>,
}

impl<R: Kernel> Workspace<R> {
    /// Memory for `network`.
    pub fn new(network: &Network) -> Workspace<R> {
        Workspace {
            room: Room::new(network),
        }
    }
}
