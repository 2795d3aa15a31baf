//! A verdict's evidence under its names, for reports in any format.

use crate::verdict::{Balance, BottomAhead, Curvature, LostAgain, SmallestFactor, Swing, Verdict};

/// Evidence with its name.
pub type Named<'a> = (&'static str, Evidence<'a>);

/// One piece of evidence.
#[derive(Clone, Debug, PartialEq)]
pub enum Evidence<'a> {
    /// There is no evidence of this.
    None,
    /// Whether.
    Flag(bool),
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
        use Evidence::{Flag, Name, Number, Numbers, Whole};
        let number = |value: Option<f64>| value.map_or(Evidence::None, Number);
        let curvature = self.curvature.as_ref();
        let of = |value: fn(&Curvature) -> Evidence<'_>| curvature.map_or(Evidence::None, value);
        let stall = self.stall.as_ref();
        let balanced = stall.and_then(|s| s.balance.as_ref());
        let smallest = stall.and_then(|s| s.smallest_factor.as_ref());
        vec![
            ("kind", Name(self.kind.name())),
            (
                "cause",
                self.cause.map_or(Evidence::None, |c| Name(c.name())),
            ),
            ("stop", Name(self.stop.name())),
            ("steps", Whole(steps)),
            ("error", Number(self.error)),
            ("best_error", Number(self.goal.best_error)),
            ("baseline", Number(self.goal.baseline)),
            ("goal", Number(self.goal.error)),
            ("explains_little", Flag(self.goal.explains_little())),
            ("gradient_norm", Number(self.gradient_norm)),
            ("descent_left", number(self.descent_left)),
            (
                "lost_again",
                self.lost_again.as_ref().map_or(Evidence::None, lost_again),
            ),
            ("swing", self.swing.as_ref().map_or(Evidence::None, swing)),
            ("eigenvalues", of(|c| Numbers(&c.eigenvalues))),
            ("eigenvalue_count", of(|c| Whole(c.eigenvalue_count))),
            ("flat_directions", of(|c| Whole(c.flat_directions))),
            (
                "rate_curvature",
                number(curvature.and_then(|c| c.rate_curvature)),
            ),
            (
                "nudge_growth",
                number(curvature.and_then(|c| c.nudge_growth)),
            ),
            ("condition", number(curvature.and_then(|c| c.condition))),
            ("gathering", number(curvature.and_then(|c| c.gathering))),
            (
                "bottom",
                self.bottom.as_ref().map_or(Evidence::None, bottom),
            ),
            ("relative_slope", number(self.relative_slope)),
            ("pull", number(stall.and_then(|s| s.pull))),
            ("pull_left", number(stall.and_then(|s| s.pull_left))),
            ("balance", balanced.map_or(Evidence::None, balance)),
            (
                "smallest_factor",
                smallest.map_or(Evidence::None, smallest_factor),
            ),
        ]
    }
}

fn lost_again(lost: &LostAgain) -> Evidence<'static> {
    Evidence::Group(vec![
        ("rises", Evidence::Number(lost.rises)),
        ("falls", Evidence::Number(lost.falls)),
        ("highest", Evidence::Number(lost.highest)),
    ])
}

fn bottom(bottom: &BottomAhead) -> Evidence<'static> {
    Evidence::Group(vec![
        ("turns", Evidence::Whole(bottom.turns)),
        ("error", Evidence::Number(bottom.error)),
        ("fall", Evidence::Number(bottom.fall)),
    ])
}

fn balance(balance: &Balance) -> Evidence<'_> {
    Evidence::Group(vec![
        ("sample", Evidence::Whole(balance.samples[0])),
        ("other_sample", Evidence::Whole(balance.samples[1])),
        ("unit", Evidence::Whole(balance.unit)),
        ("deltas", Evidence::Numbers(&balance.deltas)),
    ])
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

fn smallest_factor(smallest: &SmallestFactor) -> Evidence<'static> {
    Evidence::Group(vec![
        ("layer", Evidence::Whole(smallest.layer)),
        ("unit", Evidence::Whole(smallest.unit)),
        ("sample", Evidence::Whole(smallest.sample)),
        ("net_input", Evidence::Number(smallest.net_input)),
        ("derivative", Evidence::Number(smallest.derivative)),
        (
            "greatest_derivative",
            Evidence::Number(smallest.greatest_derivative),
        ),
        ("is_dead", Evidence::Flag(smallest.is_dead)),
    ])
}
