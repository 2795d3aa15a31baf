//! A verdict's evidence under its names, for reports in any format.

use crate::verdict::Verdict;
use crate::verdict::curvature::Curvature;
use crate::verdict::oscillation::Swing;
use crate::verdict::saturation::SmallestSlope;

/// Evidence with its name.
pub type Named<'a> = (&'static str, Evidence<'a>);

/// One piece of evidence.
#[derive(Clone, Debug, PartialEq)]
pub enum Evidence<'a> {
    /// There is no evidence of this.
    None,
    /// A name.
    Name(&'static str),
    /// How many, or which one, from 0.
    Whole(usize),
    /// A number, perhaps not finite.
    Number(f64),
    /// Several numbers.
    Numbers(&'a [f64]),
    /// What belongs together.
    Group(Vec<Named<'a>>),
}

impl Verdict {
    /// The verdict with its evidence, after a run of `steps` steps. All names are always there.
    pub fn evidence(&self, steps: usize) -> Vec<Named<'_>> {
        use Evidence::{Name, Number, Numbers, Whole};
        let curvature = self.curvature.as_ref();
        let of = |value: fn(&Curvature) -> Evidence<'_>| curvature.map_or(Evidence::None, value);
        vec![
            ("kind", Name(self.kind.name())),
            ("end", Name(self.end.name())),
            ("steps", Whole(steps)),
            ("error", Number(self.error)),
            ("best_error", Number(self.goal.best_error)),
            ("error_at_zero", Number(self.goal.error_at_zero)),
            ("goal", Number(self.goal.error)),
            ("gradient_norm", Number(self.gradient_norm)),
            (
                "descent_left",
                self.descent_left.map_or(Evidence::None, Number),
            ),
            ("newton", of(|c| Number(c.newton))),
            ("eigenvalues", of(|c| Numbers(&c.eigenvalues))),
            ("flat_directions", of(|c| Whole(c.flat_directions))),
            ("rate_curvature", of(|c| Number(c.rate_curvature))),
            ("nudge_growth", of(|c| Number(c.nudge_growth))),
            ("swing", self.swing.as_ref().map_or(Evidence::None, swing)),
            (
                "smallest_slope",
                self.smallest_slope
                    .as_ref()
                    .map_or(Evidence::None, smallest_slope),
            ),
        ]
    }
}

fn swing(swing: &Swing) -> Evidence<'static> {
    Evidence::Group(vec![
        ("pairs", Evidence::Whole(swing.pairs)),
        ("turning_back", Evidence::Number(swing.turning_back)),
        ("fall", Evidence::Number(swing.fall)),
        ("lasting", Evidence::Number(swing.lasting)),
        ("length", Evidence::Number(swing.length)),
    ])
}

fn smallest_slope(smallest: &SmallestSlope) -> Evidence<'static> {
    Evidence::Group(vec![
        ("layer", Evidence::Whole(smallest.layer)),
        ("unit", Evidence::Whole(smallest.unit)),
        ("sample", Evidence::Whole(smallest.sample)),
        ("net_input", Evidence::Number(smallest.net_input)),
        ("slope", Evidence::Number(smallest.slope)),
        ("greatest_slope", Evidence::Number(smallest.greatest_slope)),
    ])
}
