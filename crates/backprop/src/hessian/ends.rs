//! The two ends of a symmetric matrix's spectrum.

use ndarray::Array2;
use rand::{RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use crate::hessian::eigen::Eigen;
use crate::hessian::krylov::Krylov;
use crate::hessian::products::Products;

/// Directions that are asked before anyone looks at what they tell.
const FIRST_LOOK: usize = 24;
/// The next look is taken at this many times as many: a look costs their number cubed.
const NEXT_LOOK: f64 = 1.25;
/// What the ends may be off by, as a share of the largest |λ|, where they count as found. Their error is
/// about the square of this, over the gap to the next eigenvalue.
const FOUND: f64 = 1e-7;
/// Directions that are asked at most.
const MOST_DIRECTIONS: usize = 600;

/// What Lanczos' process from one start knows of a matrix: eigenvalues of its restriction to a
/// space of some directions (Ritz values), of which the outermost are eigenvalues of its own.
pub(crate) struct Ends {
    krylov: Krylov,
    ritz: Eigen,
}

impl Ends {
    /// Those of the matrix that `products` multiply by, from a start that `seed` draws. None where
    /// something is not finite.
    pub(crate) fn of(products: &mut Products<'_>, seed: u64) -> Option<Ends> {
        let mut krylov = Krylov::new(start(products.size(), seed));
        let mut look = FIRST_LOOK;
        loop {
            let grows = krylov.grow(&mut |v| products.times(v));
            if !krylov.is_finite() {
                return None;
            }
            let is_last = !grows || krylov.len() >= MOST_DIRECTIONS;
            if krylov.len() < look && !is_last {
                continue;
            }
            let ends = Ends {
                ritz: tridiagonal(&krylov)?,
                krylov,
            };
            if is_last || ends.are_found() {
                return Some(ends);
            }
            krylov = ends.krylov;
            look = (NEXT_LOOK * look as f64) as usize;
        }
    }

    /// Eigenvalues of the restricted matrix, ascending: the least is not below the matrix' own
    /// least, the greatest not above its greatest.
    pub(crate) fn values(&self) -> &[f64] {
        &self.ritz.values
    }

    /// What each of them is off by at most: there is an eigenvalue this near.
    pub(crate) fn errors(&self) -> impl Iterator<Item = f64> {
        let out = self.krylov.beside.last().copied().unwrap_or(0.0);
        let last = self.krylov.len().saturating_sub(1);
        let vectors = self.ritz.vectors.rows().into_iter();
        vectors.map(move |v| out * v[last].abs())
    }

    /// The smallest and the largest.
    pub(crate) fn both(&self) -> [f64; 2] {
        let values = self.values();
        let end = |value: Option<&f64>| value.copied().unwrap_or(0.0);
        [end(values.first()), end(values.last())]
    }

    /// The largest |λ|.
    pub(crate) fn size(&self) -> f64 {
        let [least, greatest] = self.both();
        greatest.max(-least)
    }

    /// The vectors of length 1 whose values satisfy `is_wanted`.
    pub(crate) fn vectors(&self, is_wanted: impl Fn(f64) -> bool) -> Vec<Vec<f64>> {
        let pairs = self.values().iter().zip(self.ritz.vectors.rows());
        pairs
            .filter(|(value, _)| is_wanted(**value))
            .map(|(_, shares)| self.krylov.combined(shares.iter().copied()))
            .collect()
    }

    fn are_found(&self) -> bool {
        let mut errors = self.errors();
        let limit = FOUND * self.size();
        let first = errors.next();
        let ends = first.into_iter().chain(errors.last());
        ends.into_iter().all(|error| error <= limit)
    }
}

/// The eigenpairs of the matrix as it is in the directions of `krylov`.
fn tridiagonal(krylov: &Krylov) -> Option<Eigen> {
    let count = krylov.len();
    let entry = |(i, j): (usize, usize)| match i.abs_diff(j) {
        0 => krylov.diagonal[i],
        1 => krylov.beside[i.min(j)],
        _ => 0.0,
    };
    Eigen::of(&Array2::from_shape_fn((count, count), entry))
}

/// A direction that leans on every eigenvector.
fn start(size: usize, seed: u64) -> Vec<f64> {
    let mut generator = Xoshiro256PlusPlus::seed_from_u64(seed);
    let drawn = (0..size).map(|_| 2.0 * generator.random::<f64>() - 1.0);
    drawn.collect()
}
