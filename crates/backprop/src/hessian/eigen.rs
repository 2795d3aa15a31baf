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
