//! The minimum below the end of a descent.

use backprop::Problem;

use crate::basins::bottom::Bottom;
use crate::local::Local;
use crate::plane::{Plane, Side};

const MOST_TURNS: usize = 60;
const MOST_HALVINGS: usize = 40;
/// The iteration has settled at steps shorter than this part of the plane's sides.
const SETTLED: f64 = 1e-8;
/// No step is longer than this part of a side: descents that have settled are near.
const LONGEST: f64 = 0.05;
/// A curvature below this part of the other one is none: the floor is level along it.
const FLAT: f64 = 1e-6;
/// The curvature that such a direction is given, as a part of the other one, to step along it.
const LIFTED: f64 = 1e-3;
/// A bowl shallower, over a hundredth of a side, than this many units of rounding of E is noise.
const NOISE: f64 = 4.0 * f64::EPSILON;
const HUNDREDTH: f64 = 0.01;

/// The minimum in whose valley a place lies, by Newton's iteration in steps that never lead upwards.
/// None where it does not settle, or the floor there is level along some direction: a whole valley of
/// minima, of which none is another than its neighbours.
pub(super) fn settle(problem: &Problem, plane: &Plane, place: [f64; 2]) -> Option<Bottom> {
    let mut lengths = [1.0; 2];
    for (length, Side { from, to, .. }) in lengths.iter_mut().zip(plane.sides()) {
        *length = to - from;
    }
    let error_at = |place| problem.gradient(&plane.at(place)).0;
    let mut place = place;
    let mut error = error_at(place);
    for _ in 0..MOST_TURNS {
        let here = Local::at(problem, plane, place);
        let [least, greatest] = here.curvatures();
        let is_bowl = least > FLAT * greatest.abs();
        let lift = if is_bowl {
            0.0
        } else {
            LIFTED * greatest.abs() - least
        };
        let step = here.step(lift)?;
        let longest = step[0].abs().max(step[1].abs());
        if longest <= SETTLED {
            let is_seen = least * HUNDREDTH * HUNDREDTH > NOISE * error.abs();
            return (is_bowl && is_seen).then_some(Bottom { place, error });
        }
        let mut part = (LONGEST / longest).min(1.0);
        let mut halvings = 0;
        loop {
            let next = [0, 1].map(|k| place[k] + part * step[k] * lengths[k]);
            let there = error_at(next);
            // Near a minimum, E tells no steps apart any more, though slopes do.
            if there <= error + NOISE * error.abs() {
                (place, error) = (next, there);
                break;
            }
            halvings += 1;
            if halvings > MOST_HALVINGS {
                return None;
            }
            part *= 0.5;
        }
    }
    None
}
