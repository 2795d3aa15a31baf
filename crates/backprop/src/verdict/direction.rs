//! Vectors over the free weights, and their directions.

use crate::number::norm;

/// Components that make up at least this share of a direction have a part in it.
const PART: f64 = 0.1;

/// Which components have a part in a direction.
pub(crate) fn parts<'v, V>(direction: V) -> impl Iterator<Item = bool>
where
    V: IntoIterator<Item = &'v f64>,
    V::IntoIter: Clone,
{
    let components = direction.into_iter();
    let greatest = components
        .clone()
        .fold(0.0_f64, |most, x| most.max(x.abs()));
    components.map(move |x| x.abs() >= PART * greatest)
}

pub(crate) fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

pub(crate) fn length(vector: &[f64]) -> f64 {
    norm(vector.iter().copied())
}

/// `vector` with length 1; none where it has no length.
pub(crate) fn direction(vector: Vec<f64>) -> Option<Vec<f64>> {
    let length = length(&vector);
    (length > 0.0 && length.is_finite()).then(|| vector.iter().map(|x| x / length).collect())
}

/// The part of `vector` that lies in the space of the orthonormal `directions`.
pub(crate) fn projection(vector: &[f64], directions: &[Vec<f64>]) -> Vec<f64> {
    let mut part = vec![0.0; vector.len()];
    for direction in directions {
        let along = dot(direction, vector);
        for (sum, v) in part.iter_mut().zip(direction) {
            *sum += along * v;
        }
    }
    part
}
