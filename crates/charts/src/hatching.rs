//! The hatchings of a map of fates.

use std::f64::consts::FRAC_1_SQRT_2;

use backprop::Kind;

use crate::look::Look;

/// How far apart lines and dots are, in pixels of the page.
const PERIOD: f64 = 7.0;
/// The same of what is not as small as a dot.
const WIDE: f64 = 9.0;
/// How wide lines are.
const WIDTH: f64 = 1.0;
/// Radius of the dots.
const DOT: f64 = 1.3;
/// Radius of rings to the middle of their line, and half the length of crosses.
const RING: f64 = 2.5;
/// Half the side of squares.
const SQUARE: f64 = 1.8;
/// The part of a pixel's side by which lines at a slant are nearer than along an axis.
const SLANT: f64 = FRAC_1_SQRT_2;

/// How much of the pixel around a place the hatching of a look covers, 0 … 1. `scale` is the pixels
/// of the raster to one of the page. At whole scales upright and level lines cover whole pixels; all
/// else has smooth edges.
pub(crate) fn hatched(look: Look, place: [f64; 2], scale: f64) -> f64 {
    let [x, y] = place.map(|along| along / scale);
    let soft = Soft { scale };
    let line = |along: f64| soft.covered(0.5 * WIDTH, off(along, PERIOD));
    let slanting = |along: f64| line(along * SLANT);
    match (look.kind, look.variant) {
        (Kind::VanishingGradient, _) => line(y),
        (Kind::Oscillating, _) => line(x),
        (Kind::StillDescending, _) => slanting(x + y),
        (Kind::Diverged, _) => slanting(x - y),
        (Kind::Saddle, _) => line(x).max(line(y)),
        // Solutions lie deep in their colour; further ones have lines in it that are lighter.
        (Kind::Converged, 0) => 0.0,
        (Kind::Converged, 1) => {
            // A trellis.
            let line = |along: f64| soft.covered(0.5 * WIDTH, off(along * SLANT, WIDE));
            line(x + y).max(line(x - y))
        }
        // Waves of straight pieces.
        (Kind::Converged, 2) => slanting(y + off(x, 2.0 * WIDE)),
        (Kind::Converged, _) => {
            // Squares that touch at their corners.
            let [right, up] = [off(x, PERIOD), off(y, PERIOD)].map(|off| 0.25 * PERIOD - off);
            let inside = |along: f64| (0.5 + scale * along).clamp(0.0, 1.0);
            let [right, up] = [inside(right), inside(up)];
            right * up + (1.0 - right) * (1.0 - up)
        }
        // Local minima are dotted: with dots, rings, crosses or squares.
        (Kind::LocalMinimum, 0) => {
            let [right, up] = staggered([x, y], PERIOD);
            soft.covered(DOT, (right * right + up * up).sqrt())
        }
        (Kind::LocalMinimum, 1) => {
            let [right, up] = staggered([x, y], WIDE);
            soft.covered(0.5 * WIDTH, ((right * right + up * up).sqrt() - RING).abs())
        }
        (Kind::LocalMinimum, 2) => {
            let [right, up] = staggered([x, y], WIDE);
            let bar = |along: f64, across: f64| {
                soft.covered(RING, along)
                    .min(soft.covered(0.5 * WIDTH, across))
            };
            bar(right, up).max(bar(up, right))
        }
        (Kind::LocalMinimum, _) => {
            let [right, up] = staggered([x, y], WIDE);
            soft.covered(SQUARE, right.max(up))
        }
    }
}

/// Edges over a pixel.
#[derive(Clone, Copy)]
struct Soft {
    scale: f64,
}

impl Soft {
    /// How much is covered of a pixel that is `off` the middle of what reaches as far as `radius`.
    fn covered(self, radius: f64, off: f64) -> f64 {
        (0.5 + self.scale * (radius - off)).clamp(0.0, 1.0)
    }
}

/// How far a place is from the middle of the nearest of lines that are a period apart.
fn off(along: f64, period: f64) -> f64 {
    let periods = along / period;
    period * (periods - periods.floor() - 0.5).abs()
}

/// How far a place is, to the side and upwards, from the nearest of points in rows, every other one
/// shifted by half a period.
fn staggered([x, y]: [f64; 2], period: f64) -> [f64; 2] {
    let row = (y / period).floor();
    [off(x + 0.5 * period * row, period), off(y, period)]
}
