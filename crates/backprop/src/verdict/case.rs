//! The judgement on the end of a run.

use std::cell::OnceCell;

use crate::descent::End;
use crate::experiment::Experiment;
use crate::verdict::curvature::Shape;
use crate::verdict::ending::Ending;
use crate::verdict::oscillation::Swing;
use crate::verdict::saturation::Saturation;
use crate::verdict::{Goal, Kind, Verdict};

/// Excess error that as many steps again would have to remove for a run to be still descending.
pub const DESCENDING: f64 = 0.01;
/// Exponent by which a nudge has to grow within as many steps again for a saddle.
pub const SADDLE: f64 = 20.0;
/// A run that has ended, and what can be found out about its end. Much of that is costly, so each
/// thing is found out when it is first asked for: a map of verdicts asks for little, a verdict with
/// its evidence for all.
pub(crate) struct Case<'a> {
    experiment: &'a Experiment,
    goal: Goal,
    ending: &'a Ending,
    swing: OnceCell<Option<Swing>>,
    saturation: OnceCell<Saturation>,
    shape: OnceCell<Option<Shape<'a>>>,
    is_minimum: OnceCell<bool>,
}

impl<'a> Case<'a> {
    /// The run of `experiment`, perhaps from another start, that came to `ending`.
    pub(crate) fn new(experiment: &'a Experiment, goal: Goal, ending: &'a Ending) -> Case<'a> {
        Case {
            experiment,
            goal,
            ending,
            swing: OnceCell::new(),
            saturation: OnceCell::new(),
            shape: OnceCell::new(),
            is_minimum: OnceCell::new(),
        }
    }

    /// How it ended.
    pub(crate) fn kind(&self) -> Kind {
        if self.has_diverged() {
            Kind::Diverged
        } else if self.ending.error <= self.goal.error {
            Kind::Converged
        } else if self.is_oscillating() {
            Kind::Oscillating
        } else if self.descent_left().is_some_and(|left| left > DESCENDING) {
            Kind::StillDescending
        } else if self
            .shape()
            .is_some_and(|shape| shape.nudge_growth() > SADDLE)
        {
            Kind::Saddle
        } else if self.is_minimum() {
            Kind::LocalMinimum
        } else {
            Kind::VanishingGradient
        }
    }

    /// How it ended, with evidence.
    pub(crate) fn verdict(&self) -> Verdict {
        let has_diverged = self.has_diverged();
        let curvature = || self.shape().map(Shape::curvature);
        Verdict {
            kind: self.kind(),
            end: self.ending.end,
            error: self.ending.error,
            gradient_norm: self.ending.gradient_norm,
            goal: self.goal,
            descent_left: self.descent_left(),
            swing: self.swing(),
            curvature: (!has_diverged).then(curvature).flatten(),
            smallest_slope: (!has_diverged)
                .then(|| self.saturation().smallest)
                .flatten(),
        }
    }

    fn has_diverged(&self) -> bool {
        self.ending.end == End::Diverged
    }

    fn is_oscillating(&self) -> bool {
        self.swing()
            .is_some_and(|swing| swing.is_oscillation() && !(swing.dies_out() && self.is_minimum()))
    }

    fn descent_left(&self) -> Option<f64> {
        let horizon = self.experiment.steps() as f64 * self.experiment.rule().rate();
        let excess = self.ending.error - self.goal.best_error;
        let g = self.ending.gradient_norm;
        (excess > 0.0).then(|| horizon * g * g / excess)
    }

    fn swing(&self) -> Option<Swing> {
        *self
            .swing
            .get_or_init(|| Swing::of(&self.ending.tail, self.ending.error))
    }

    fn saturation(&self) -> &Saturation {
        self.saturation
            .get_or_init(|| Saturation::of(self.experiment, &self.ending.weights))
    }

    /// None where it is not finite, or on a ReLU's kink, where there is none.
    fn shape(&self) -> Option<&Shape<'a>> {
        let find = || {
            if self.saturation().on_kink {
                None
            } else {
                Shape::of(self.experiment, &self.ending.weights)
            }
        };
        self.shape.get_or_init(find).as_ref()
    }

    fn is_minimum(&self) -> bool {
        *self.is_minimum.get_or_init(|| {
            self.shape()
                .is_some_and(|shape| shape.is_minimum(self.saturation()))
        })
    }
}
