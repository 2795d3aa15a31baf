//! The Hessian and its eigenpairs over the free weights.

use nalgebra::{DMatrix, SymmetricEigen};
use ndarray::Array2;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub};

use crate::batch::Signals;
use crate::number::Decay;
use crate::number::Real;
use crate::problem::Problem;

/// A number with its derivative in one direction. Back-propagation done with these numbers
/// differentiates the gradient itself: the result is a column of the Hessian, exact to rounding
/// (forward over reverse; Pearlmutter, 1994).
#[derive(Clone, Copy, Debug, PartialEq)]
struct Tangent {
    value: f64,
    derivative: f64,
}

impl Add for Tangent {
    type Output = Tangent;
    fn add(self, other: Tangent) -> Tangent {
        Tangent {
            value: self.value + other.value,
            derivative: self.derivative + other.derivative,
        }
    }
}

impl AddAssign for Tangent {
    fn add_assign(&mut self, other: Tangent) {
        *self = *self + other;
    }
}

impl Sub for Tangent {
    type Output = Tangent;
    fn sub(self, other: Tangent) -> Tangent {
        self + -other
    }
}

impl Mul for Tangent {
    type Output = Tangent;
    fn mul(self, other: Tangent) -> Tangent {
        Tangent {
            value: self.value * other.value,
            derivative: self.derivative * other.value + self.value * other.derivative,
        }
    }
}

impl Div for Tangent {
    type Output = Tangent;
    fn div(self, other: Tangent) -> Tangent {
        let value = self.value / other.value;
        Tangent {
            value,
            derivative: (self.derivative - value * other.derivative) / other.value,
        }
    }
}

impl Neg for Tangent {
    type Output = Tangent;
    fn neg(self) -> Tangent {
        Tangent {
            value: -self.value,
            derivative: -self.derivative,
        }
    }
}

impl Real for Tangent {
    type Row = Tangent;

    fn from_f64(value: f64) -> Tangent {
        Tangent {
            value,
            derivative: 0.0,
        }
    }

    fn if_positive(self, then: Tangent, otherwise: Tangent) -> Tangent {
        if self.value > 0.0 { then } else { otherwise }
    }

    fn error_and_gradient(
        problem: &Problem,
        weights: &[Self],
        gradient: &mut [Self],
        signals: &mut Signals<Self>,
    ) -> Self {
        problem.sum_over_samples(weights, gradient, signals)
    }

    fn decay(self) -> Decay<Tangent> {
        let Decay { over, under, gap } = self.value.decay();
        // (e⁻ᵃ)′ = −e⁻ᵃ a′: as a fraction over the same number, which then is a constant.
        let derivative = -over * self.derivative;
        let with = |value, derivative| Tangent { value, derivative };
        Decay {
            over: with(over, derivative),
            under: with(under, 0.0),
            gap: with(gap, -derivative),
        }
    }
}

/// ∂²E/∂w_i∂w_j over the weights numbered in `free`, at `weights` (all weights of the network):
/// a symmetric matrix with a row and a column for each free weight. On a ReLU's kink it is the
/// Hessian of the side where the unit is off.
pub fn hessian(problem: &Problem, weights: &[f64], free: &[usize]) -> Array2<f64> {
    let mut point: Vec<Tangent> = weights.iter().map(|&w| Tangent::from_f64(w)).collect();
    let mut gradient = vec![Tangent::from_f64(0.0); weights.len()];
    let mut signals = Signals::new(problem.network());
    let mut matrix = Array2::zeros((free.len(), free.len()));
    for (column, &j) in free.iter().enumerate() {
        point[j].derivative = 1.0;
        problem.error_and_gradient(&point, &mut gradient, &mut signals);
        point[j].derivative = 0.0;
        for (row, &i) in free.iter().enumerate() {
            matrix[[row, column]] = gradient[i].derivative;
        }
    }
    // Rounding differs between the two orders of differentiation; what is symmetric stays so.
    let entry = |(i, j)| 0.5 * (matrix[[i, j]] + matrix[[j, i]]);
    Array2::from_shape_fn(matrix.dim(), entry)
}

/// The eigenvalues of a symmetric matrix, ascending, and the eigenvectors that belong to them.
#[derive(Clone, Debug, PartialEq)]
pub struct Eigen {
    /// λ, ascending.
    pub values: Vec<f64>,
    /// v of length 1, a row for each λ.
    pub vectors: Array2<f64>,
}

impl Eigen {
    /// The eigenpairs of the symmetric `matrix`; none where it has an entry that is not finite.
    pub fn of(matrix: &Array2<f64>) -> Option<Eigen> {
        let n = matrix.nrows();
        if !matrix.iter().all(|x| x.is_finite()) {
            return None;
        }
        let copy = DMatrix::from_fn(n, n, |i, j| matrix[[i, j]]);
        let eigen = SymmetricEigen::try_new(copy, f64::EPSILON, MOST_ITERATIONS)?;
        // One after another into its place: there are few.
        let mut order: Vec<usize> = Vec::with_capacity(n);
        for k in 0..n {
            let value = eigen.eigenvalues[k];
            order.insert(order.partition_point(|&i| eigen.eigenvalues[i] <= value), k);
        }
        Some(Eigen {
            values: order.iter().map(|&k| eigen.eigenvalues[k]).collect(),
            vectors: Array2::from_shape_fn((n, n), |(k, i)| eigen.eigenvectors[(i, order[k])]),
        })
    }
}

/// QR iterations; convergence takes a few for each eigenvalue.
const MOST_ITERATIONS: usize = 100_000;
