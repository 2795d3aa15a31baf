//! The axes of an experiment's picture: which there may be, and which there are where none are given.

use crate::basis::Basis;
use crate::error::{Error, Reason};

/// One weight along which the error is plotted, and how far.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    /// Number of the weight.
    pub weight: usize,
    /// Where the picture begins.
    pub from: f64,
    /// Where it ends, above `from`.
    pub to: f64,
}

/// The end of the longest axis: pictures can still multiply its length by their pixels.
const FARTHEST: f64 = 1e300;
/// The shortest axis: pictures can still divide by its length, and by its square.
const NARROWEST: f64 = 1e-150;
/// The same as a part of the numbers on it: of their sixteen digits, six are left to tell the starts of a
/// map apart.
const NARROWEST_PART: f64 = 1e-10;

/// One or two axes, of different weights.
pub(super) fn checked_view(view: &[Axis], count: usize) -> Result<Vec<Axis>, Error> {
    Error::check_count("view", view.len(), 1..=2, Basis::Picture)?;
    for (k, axis) in view.iter().enumerate() {
        check_weight(format!("view[{k}].weight"), axis.weight, count)?;
        Error::check_range(format!("view[{k}].from"), axis.from, -FARTHEST, FARTHEST)?;
        Error::check_range(format!("view[{k}].to"), axis.to, -FARTHEST, FARTHEST)?;
        check_length(axis).map_err(|reason| Error::new(format!("view[{k}]"), reason))?;
    }
    if let [one, other] = view
        && one.weight == other.weight
    {
        let found = one.weight;
        return Err(Error::new("view[1].weight", Reason::Repeated { found }));
    }
    Ok(view.to_vec())
}

fn check_length(axis: &Axis) -> Result<(), Reason> {
    let &Axis { from, to, .. } = axis;
    let least = NARROWEST.max(NARROWEST_PART * from.abs().max(to.abs()));
    if from >= to {
        Err(Reason::EmptyRange { from, to })
    } else if to - from < least {
        Err(Reason::NarrowRange { from, to, least })
    } else {
        Ok(())
    }
}

/// The first one or two free weights.
pub(super) fn default_view(free: &[usize], start: &[f64]) -> Vec<Axis> {
    let shown = free.iter().take(2);
    shown.map(|&weight| default_axis(weight, start)).collect()
}

/// From −8 to 8, or as far as the start needs. A weight that is not there gets an axis too: the
/// check of the view names it.
pub(super) fn default_axis(weight: usize, start: &[f64]) -> Axis {
    let value = start.get(weight).copied().unwrap_or(0.0);
    let reach = (1.25 * value.abs()).ceil().clamp(8.0, FARTHEST);
    let (from, to) = (-reach, reach);
    Axis { weight, from, to }
}

/// Whether a network of so many weights has that one.
pub(super) fn check_weight(place: String, weight: usize, count: usize) -> Result<(), Error> {
    if weight < count {
        Ok(())
    } else {
        let (found, greatest) = (weight as f64, (count - 1) as f64);
        Err(Error::out_of_range(place, found, 0.0, greatest))
    }
}
