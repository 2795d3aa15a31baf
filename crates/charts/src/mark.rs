//! Shapes that say the same as colours.

use crate::rect::Point;

/// A shape for each verdict, so that none depends on colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A full circle: arrived.
    Disc,
    /// A triangle on its tip: a dip.
    Dip,
    /// A flat bar: level ground.
    Bar,
    /// A wedge that falls to the right: still on the slope.
    Wedge,
    /// A cross: a pass between two hills and two valleys.
    Cross,
    /// A diamond: left and right of it.
    Diamond,
    /// A triangle on its base: up and away.
    Peak,
}

impl Mark {
    /// Its name: `disc`, `dip`, `bar`, `wedge`, `cross`, `diamond`, `peak`.
    pub fn name(self) -> &'static str {
        match self {
            Mark::Disc => "disc",
            Mark::Dip => "dip",
            Mark::Bar => "bar",
            Mark::Wedge => "wedge",
            Mark::Cross => "cross",
            Mark::Diamond => "diamond",
            Mark::Peak => "peak",
        }
    }

    /// Its outline, in a square from −1 to 1, x to the right and y downwards; the last point joins
    /// the first.
    pub fn outline(self) -> Vec<Point> {
        match self {
            Mark::Disc => {
                // Each corner is the one before, turned by 15°. Sines of any angle are a long
                // piece of code where there is no processor instruction for them.
                let (sin, cos) = (0.258_819_045_102_520_8, 0.965_925_826_289_068_3);
                let turn = |&(x, y): &Point| Some((cos * x - sin * y, sin * x + cos * y));
                std::iter::successors(Some((0.9, 0.0)), turn)
                    .take(24)
                    .collect()
            }
            Mark::Dip => vec![(-1.0, -0.75), (1.0, -0.75), (0.0, 0.95)],
            Mark::Bar => vec![(-1.0, -0.35), (1.0, -0.35), (1.0, 0.35), (-1.0, 0.35)],
            Mark::Wedge => vec![(-0.9, -0.9), (0.95, 0.8), (-0.9, 0.8)],
            Mark::Cross => {
                let (near, far) = (0.28, 0.95);
                let arm = far - near;
                vec![
                    (-far, -arm),
                    (-arm, -far),
                    (0.0, -near),
                    (arm, -far),
                    (far, -arm),
                    (near, 0.0),
                    (far, arm),
                    (arm, far),
                    (0.0, near),
                    (-arm, far),
                    (-far, arm),
                    (-near, 0.0),
                ]
            }
            Mark::Diamond => vec![(0.0, -1.0), (0.85, 0.0), (0.0, 1.0), (-0.85, 0.0)],
            Mark::Peak => vec![(-1.0, 0.75), (1.0, 0.75), (0.0, -0.95)],
        }
    }
}

/// An outline as an SVG path, made `scale` times as large.
pub(crate) fn svg_path(outline: &[Point], scale: f64) -> String {
    let points: Vec<String> = outline
        .iter()
        .map(|(x, y)| format!("{:.3} {:.3}", scale * x, scale * y))
        .collect();
    format!("M{}Z", points.join("L"))
}
