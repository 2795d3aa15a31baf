//! A step of Newton's iteration by conjugate gradients.

use crate::hessian::krylov::{Krylov, add};
use crate::hessian::products::Products;
use crate::number::norm;

/// The slope that a step may leave of the quadratic that it goes to the bottom of, as a share.
const LEFT: f64 = 1e-4;
/// Directions that are asked at most.
const MOST_DIRECTIONS: usize = 400;

/// Where Newton's iteration goes from one place.
pub(crate) enum Turn {
    /// To the bottom of the quadratic that E is like there, as far as it is not flat.
    Step(Vec<f64>),
    /// It has met a direction along which E curves downwards: there is no bottom.
    Downwards,
}

/// The step from where the slope is `gradient`, found by conjugate gradients, which are asked to
/// stop where E curves downwards (Steihaug, 1983). A direction is flat where its λ is at most `flat`.
///
/// They are computed from the directions of Lanczos' process (Paige and Saunders, 1975), which stay
/// orthogonal: T = L D Lᵀ, and the entries of D have the signs of E's curvature along the conjugate
/// directions.
pub(crate) fn newton_step(products: &mut Products<'_>, gradient: &[f64], flat: f64) -> Turn {
    let down: Vec<f64> = gradient.iter().map(|g| -g).collect();
    let slope = norm(down.iter().copied());
    let mut step = vec![0.0; down.len()];
    if slope == 0.0 || !slope.is_finite() {
        return Turn::Step(step);
    }
    let mut krylov = Krylov::new(down);
    // The conjugate direction, the square of its length, what of the slope falls to it, and how much of
    // the one before is in it.
    let mut conjugate = vec![0.0; step.len()];
    let (mut square, mut share, mut factor) = (0.0, slope, 0.0);
    let mut beside = 0.0;
    while krylov.len() < MOST_DIRECTIONS && krylov.grow(&mut |v| products.times(v)) {
        let Some((direction, entry)) = krylov.last().filter(|_| krylov.is_finite()) else {
            break;
        };
        for (p, q) in conjugate.iter_mut().zip(direction) {
            *p = q - factor * *p;
        }
        // The new direction is orthogonal to all that the one before was made of.
        square = 1.0 + factor * factor * square;
        let pivot = entry - factor * beside;
        let curvature = pivot / square;
        if curvature < -flat {
            return Turn::Downwards;
        }
        if curvature <= flat {
            break;
        }
        add(share / pivot, &conjugate, &mut step);
        beside = krylov.beside.last().copied().unwrap_or(0.0);
        if beside * (share / pivot).abs() <= LEFT * slope {
            break;
        }
        factor = beside / pivot;
        share *= -factor;
    }
    Turn::Step(step)
}
