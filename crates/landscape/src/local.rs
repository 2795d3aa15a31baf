//! The ground around a place on a plane, to second order.

use backprop::{Problem, slopes_and_bends};

use crate::plane::{Plane, Side};

/// The slopes and curvatures at a place, in parts of the plane's sides, so that they do not depend
/// on units.
pub(crate) struct Local {
    slopes: [f64; 2],
    /// Across twice, across and upwards, upwards twice.
    bends: [f64; 3],
}

impl Local {
    /// At `multiples` of the plane's directions. Along a line the ground is as if it had the same
    /// curvature, and no slope, at a right angle to it.
    pub(crate) fn at(problem: &Problem, plane: &Plane, multiples: [f64; 2]) -> Local {
        let sides = plane.sides();
        let directions: Vec<&[f64]> = sides.iter().map(|side| &side.direction[..]).collect();
        let (slopes, bends) = slopes_and_bends(problem, &plane.at(multiples), &directions);
        let length = |side: &Side| side.to - side.from;
        match sides {
            [across, upwards] => {
                let [x, y] = [length(across), length(upwards)];
                Local {
                    slopes: [x * slopes[0], y * slopes[1]],
                    bends: [
                        x * x * bends[(0, 0)],
                        x * y * bends[(0, 1)],
                        y * y * bends[(1, 1)],
                    ],
                }
            }
            _ => {
                let x = sides.first().map_or(0.0, length);
                let (slope, bend) = (slopes.iter().sum::<f64>(), bends.sum());
                Local {
                    slopes: [x * slope, 0.0],
                    bends: [x * x * bend, 0.0, x * x * bend],
                }
            }
        }
    }

    pub(crate) fn steepness(&self) -> f64 {
        self.slopes[0].hypot(self.slopes[1])
    }

    /// The two eigenvalues of the second derivatives, ascending.
    pub(crate) fn curvatures(&self) -> [f64; 2] {
        let [xx, xy, yy] = self.bends;
        let (middle, half) = (0.5 * (xx + yy), (0.5 * (xx - yy)).hypot(xy));
        [middle - half, middle + half]
    }

    /// Newton's step, with all curvatures greater by `lift`. None where there is no curvature along
    /// some direction.
    pub(crate) fn step(&self, lift: f64) -> Option<[f64; 2]> {
        let [xx, xy, yy] = self.bends;
        let (xx, yy) = (xx + lift, yy + lift);
        let [x, y] = self.slopes;
        let determinant = xx * yy - xy * xy;
        let step = [
            (xy * y - yy * x) / determinant,
            (xy * x - xx * y) / determinant,
        ];
        step.iter().all(|part| part.is_finite()).then_some(step)
    }
}
