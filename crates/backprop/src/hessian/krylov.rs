//! Lanczos' process: directions in which a symmetric matrix is tridiagonal.

use wide::f64x4;

use crate::number::norm;

/// What is left of a new direction, as a share of the largest entry so far, where there is none:
/// the matrix leads nowhere else from here.
const NOTHING: f64 = 1e-14;
/// A direction that keeps less than this of its length as the earlier ones are taken out of it has
/// lost digits, and is cleared of them once more ("twice is enough": Parlett, 1980).
const ENOUGH: f64 = 0.7;

/// The space of b, Ab, A²b, … for a symmetric A, as far as it has grown: orthonormal directions
/// q_1 … q_m with A q_i = β_(i−1) q_(i−1) + α_i q_i + β_i q_(i+1) (Lanczos, 1950).
///
/// Each new direction is made orthogonal to all earlier ones. Rounding would let them lean on each
/// other as soon as an eigenvalue is found, and bring the same one again and again.
pub(super) struct Krylov {
    /// q_i
    pub(super) directions: Vec<Vec<f64>>,
    /// α_i
    pub(super) diagonal: Vec<f64>,
    /// β_i: the last leads out of the space, and is 0 where nothing does.
    pub(super) beside: Vec<f64>,
    /// q_(m+1)
    next: Option<Vec<f64>>,
    largest: f64,
}

impl Krylov {
    /// The space of `start`, which has a finite length above 0.
    pub(super) fn new(start: Vec<f64>) -> Krylov {
        let length = norm(start.iter().copied());
        Krylov {
            directions: Vec::new(),
            diagonal: Vec::new(),
            beside: Vec::new(),
            next: Some(start.iter().map(|x| x / length).collect()),
            largest: 0.0,
        }
    }

    /// How many directions there are.
    pub(super) fn len(&self) -> usize {
        self.diagonal.len()
    }

    /// The last direction and its α; none in the beginning.
    pub(super) fn last(&self) -> Option<(&[f64], f64)> {
        let direction = self.directions.last()?;
        Some((direction, *self.diagonal.last()?))
    }

    /// Takes in one direction more. False where the space is all there is, or something is not
    /// finite: then [`Krylov::is_finite`] says so.
    pub(super) fn grow(&mut self, times: &mut dyn FnMut(&[f64]) -> Vec<f64>) -> bool {
        let Some(direction) = self.next.take() else {
            return false;
        };
        let mut image = times(&direction);
        let entry = dot(&direction, &image);
        self.directions.push(direction);
        self.diagonal.push(entry);
        let mut before = norm(image.iter().copied());
        let mut after = self.clear(&mut image);
        if after < ENOUGH * before {
            before = after;
            after = self.clear(&mut image);
        }
        self.largest = self.largest.max(entry.abs()).max(after);
        let is_new = after > NOTHING * self.largest && after > NOTHING * before;
        let is_room = self.len() < image.len();
        if is_new && is_room && after.is_finite() {
            self.next = Some(image.iter().map(|x| x / after).collect());
        }
        let leads_out = is_new && is_room || !after.is_finite();
        self.beside.push(if leads_out { after } else { 0.0 });
        true
    }

    /// Whether every entry is a finite number.
    pub(super) fn is_finite(&self) -> bool {
        let mut entries = self.diagonal.iter().chain(&self.beside);
        entries.all(|entry| entry.is_finite())
    }

    /// The vector of these shares of the directions.
    pub(super) fn combined(&self, shares: impl Iterator<Item = f64>) -> Vec<f64> {
        let size = self.directions.first().map_or(0, Vec::len);
        let mut sum = vec![0.0; size];
        for (direction, share) in self.directions.iter().zip(shares) {
            add(share, direction, &mut sum);
        }
        sum
    }

    /// Takes all directions out of `vector`; gives the length that is left.
    fn clear(&self, vector: &mut [f64]) -> f64 {
        for direction in self.directions.iter().rev() {
            add(-dot(direction, vector), direction, vector);
        }
        norm(vector.iter().copied())
    }
}

/// Four sums side by side: one alone would wait for itself. In one order, on every platform.
fn dot(a: &[f64], b: &[f64]) -> f64 {
    let ((fours_a, rest_a), (fours_b, rest_b)) = (a.as_chunks::<4>(), b.as_chunks::<4>());
    let mut sums = f64x4::ZERO;
    for (&a, &b) in fours_a.iter().zip(fours_b) {
        sums += f64x4::new(a) * f64x4::new(b);
    }
    let rest: f64 = rest_a.iter().zip(rest_b).map(|(a, b)| a * b).sum();
    let [s, t, u, v] = sums.to_array();
    s + t + u + v + rest
}

/// `sum` + `share` · `direction`
pub(super) fn add(share: f64, direction: &[f64], sum: &mut [f64]) {
    for (sum, x) in sum.iter_mut().zip(direction) {
        *sum += share * x;
    }
}
