//! The eigenpairs of a symmetric matrix.

use nalgebra::{DMatrix, SymmetricEigen};
use ndarray::Array2;

/// The eigenvalues of a symmetric matrix, ascending, and the eigenvectors that belong to them.
#[derive(Clone, Debug, PartialEq)]
pub struct Eigen {
    /// λ, ascending.
    pub values: Vec<f64>,
    /// v of length 1, a row for each λ.
    pub vectors: Array2<f64>,
}

impl Eigen {
    /// The eigenpairs of the symmetric `matrix`, exact for one that differs from it by some units of
    /// rounding of its greatest entry; none where it has an entry that is not finite.
    ///
    /// They are those of H + σI, λ + σ, with σ twice the greatest |entry|. The QR iteration asks of each
    /// entry beside the diagonal whether it is small against its two neighbours on it. Where units are
    /// dead or samples few, H has many λ = 0: there the neighbours are as small as rounding made them,
    /// no entry ever passes, and it turns among numbers whose squares underflow, until vectors are not
    /// at right angles or not numbers. Beside σ each is asked the same question: is it small against H?
    pub fn of(matrix: &Array2<f64>) -> Option<Eigen> {
        let n = matrix.nrows();
        if !matrix.iter().all(|x| x.is_finite()) {
            return None;
        }
        let shift = 2.0 * matrix.iter().fold(0.0_f64, |most, x| most.max(x.abs()));
        let shifted = DMatrix::from_fn(n, n, |i, j| {
            matrix[[i, j]] + if i == j { shift } else { 0.0 }
        });
        let eigen = SymmetricEigen::try_new(shifted, f64::EPSILON, MOST_ITERATIONS)?;
        // One after another into its place: there are few.
        let mut order: Vec<usize> = Vec::with_capacity(n);
        for k in 0..n {
            let value = eigen.eigenvalues[k];
            order.insert(order.partition_point(|&i| eigen.eigenvalues[i] <= value), k);
        }
        Some(Eigen {
            values: order
                .iter()
                .map(|&k| eigen.eigenvalues[k] - shift)
                .collect(),
            vectors: Array2::from_shape_fn((n, n), |(k, i)| eigen.eigenvectors[(i, order[k])]),
        })
    }
}

/// QR iterations; convergence takes a few for each eigenvalue.
const MOST_ITERATIONS: usize = 100_000;
