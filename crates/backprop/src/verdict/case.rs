//! The judgement on the end of a run.

use std::cell::OnceCell;

use crate::descent::Stop;
use crate::experiment::Experiment;
use crate::verdict::bottom::Bottom;
use crate::verdict::direction::parts;
use crate::verdict::ending::{Ending, last_tenth};
use crate::verdict::method::Method;
use crate::verdict::nudge::leads_down;
use crate::verdict::oscillation::Swing;
use crate::verdict::saturation::Saturation;
use crate::verdict::spectrum::Curvature;
use crate::verdict::stall::Stall;
use crate::verdict::thresholds::{
    DESCENT_LEFT, FALL_AHEAD, GATHERING, LOST_AGAIN, NARROW_VALLEY, NUDGE_GROWTH, RELATIVE_SLOPE,
    RISES,
};
use crate::verdict::typical::{Typical, slope};
use crate::verdict::{BottomAhead, Cause, Goal, Kind, LostAgain, Verdict};

/// Steps of which the last quarter tells something.
const FEWEST_STEPS: usize = 8;

/// A run that has ended, and what can be found out about its end. Much of that is costly, so each
/// thing is found out when it is first asked for: a map of verdicts asks for little, a verdict with
/// its evidence for more.
pub(crate) struct Case<'a> {
    experiment: &'a Experiment,
    goal: Goal,
    ending: &'a Ending,
    typical: &'a Typical<'a>,
    method: Method,
    swing: OnceCell<Option<Swing>>,
    saturation: OnceCell<Saturation>,
    curvature: OnceCell<Option<Curvature>>,
    bottom: OnceCell<Option<Bottom>>,
    is_at_bottom: OnceCell<bool>,
    relative_slope: OnceCell<Option<f64>>,
}

impl<'a> Case<'a> {
    /// The run of `experiment`, perhaps from another start, that came to `ending`; `typical` is of
    /// the same experiment.
    pub(crate) fn new(
        experiment: &'a Experiment,
        goal: Goal,
        ending: &'a Ending,
        typical: &'a Typical<'a>,
    ) -> Case<'a> {
        Case {
            experiment,
            goal,
            ending,
            typical,
            method: Method::of(experiment),
            swing: OnceCell::new(),
            saturation: OnceCell::new(),
            curvature: OnceCell::new(),
            bottom: OnceCell::new(),
            is_at_bottom: OnceCell::new(),
            relative_slope: OnceCell::new(),
        }
    }

    /// How it ended, and where that has several causes, which.
    pub(crate) fn judge(&self) -> (Kind, Option<Cause>) {
        let still = |cause| (Kind::StillDescending, Some(cause));
        if self.ending.stop == Stop::Diverged {
            return (Kind::Diverged, None);
        }
        if self.wanders() {
            return (Kind::Oscillating, Some(Cause::Wandering));
        }
        if self.ending.error <= self.goal.error {
            return (Kind::Converged, None);
        }
        if self.swings() {
            return (Kind::Oscillating, Some(Cause::Swinging));
        }
        if self.descent_left().is_some_and(|left| left > DESCENT_LEFT) {
            return (Kind::StillDescending, None);
        }
        let curvature = self.curvature();
        let nudge_growth = curvature.and_then(|c| c.nudge_growth);
        if nudge_growth.is_some_and(|growth| growth > NUDGE_GROWTH) {
            return (Kind::Saddle, None);
        }
        if let Some(ahead) = self.fall_ahead() {
            if ahead >= FALL_AHEAD {
                let condition = curvature.and_then(|c| c.condition);
                return still(if condition.is_some_and(|c| c >= NARROW_VALLEY) {
                    Cause::NarrowValley
                } else {
                    Cause::SmallRate
                });
            }
            if self.is_at_bottom() {
                return (Kind::LocalMinimum, None);
            }
        }
        let gathering = curvature.and_then(|c| c.gathering);
        if gathering.is_some_and(|growth| growth >= GATHERING) {
            return still(Cause::Plateau);
        }
        if self.relative_slope().is_some_and(|s| s >= RELATIVE_SLOPE) {
            return still(Cause::SmallRate);
        }
        (Kind::VanishingGradient, None)
    }

    /// How it ended, with evidence.
    pub(crate) fn verdict(&self) -> Verdict {
        let (kind, mut cause) = self.judge();
        let stall = (kind == Kind::VanishingGradient).then(|| self.stall());
        if let Some(stall) = &stall {
            cause = Some(stall.cause());
        }
        let is_finite = kind != Kind::Diverged;
        let asked_for = self.bottom.get().and_then(Option::as_ref);
        Verdict {
            kind,
            cause,
            stop: self.ending.stop,
            error: self.ending.error,
            gradient_norm: self.ending.gradient_norm,
            goal: self.goal,
            descent_left: self.descent_left(),
            lost_again: self.lost_again(),
            swing: self.swing(),
            curvature: is_finite.then(|| self.curvature().cloned()).flatten(),
            bottom: asked_for.map(|bottom| BottomAhead {
                turns: bottom.turns,
                error: bottom.error,
                fall: self.share_of_excess(self.ending.error - bottom.error),
            }),
            relative_slope: self.relative_slope.get().copied().flatten(),
            stall,
        }
    }

    /// 2: E rises again and again.
    fn wanders(&self) -> bool {
        self.lost_again().is_some_and(|lost| {
            let excess = lost.highest - self.goal.best_error;
            lost.highest > self.goal.error
                && lost.rises > LOST_AGAIN * lost.falls
                && lost.rises > RISES * excess
        })
    }

    /// None where the run has not done all its steps, or they are too few.
    fn lost_again(&self) -> Option<LostAgain> {
        let is_whole = self.ending.stop == Stop::Steps && self.experiment.steps() >= FEWEST_STEPS;
        let quarter = self.ending.quarter;
        is_whole.then_some(LostAgain {
            rises: quarter.rises,
            falls: quarter.falls,
            highest: quarter.highest,
        })
    }

    /// 4: swings that do not die out; at a bottom they do if they shrink at all.
    fn swings(&self) -> bool {
        self.swing().is_some_and(|swing| {
            swing.is_oscillation() && !(swing.dies_out() && self.is_settling())
        })
    }

    fn is_settling(&self) -> bool {
        let ahead = self.fall_ahead();
        ahead.is_some_and(|ahead| ahead < FALL_AHEAD) && self.is_at_bottom()
    }

    fn swing(&self) -> Option<Swing> {
        *self.swing.get_or_init(|| {
            let units = self.experiment.problem().natural_units();
            let units: Vec<f64> = self.experiment.free().iter().map(|&i| units[i]).collect();
            Swing::of(&self.ending.tail, self.ending.error, &units)
        })
    }

    fn descent_left(&self) -> Option<f64> {
        let (steps, rate) = (self.experiment.steps(), self.experiment.rule().rate());
        let fall = if self.experiment.is_steepest_descent() {
            let g = self.ending.gradient_norm;
            steps as f64 * rate * g * g
        } else {
            let fall = self.ending.before_last_tenth - self.ending.error;
            fall.max(0.0) * steps as f64 / last_tenth(steps) as f64
        };
        let excess = self.ending.error - self.goal.best_error;
        (excess > 0.0).then(|| fall / excess)
    }

    fn share_of_excess(&self, fall: f64) -> f64 {
        fall / (self.ending.error - self.goal.best_error)
    }

    fn saturation(&self) -> &Saturation {
        self.saturation
            .get_or_init(|| Saturation::of(self.experiment, &self.ending.weights))
    }

    /// None where it is not finite, or on a kink, where there is none.
    fn curvature(&self) -> Option<&Curvature> {
        let find = || {
            if self.saturation().on_kink {
                None
            } else {
                let (weights, tick) = (&self.ending.weights, self.typical.tick);
                Curvature::of(self.experiment, weights, self.method, tick)
            }
        };
        self.curvature.get_or_init(find).as_ref()
    }

    /// The bottom that is here; none where there is none, or where it lies above the run's end and
    /// so is another one.
    fn bottom(&self) -> Option<&Bottom> {
        let find = || {
            self.curvature()?;
            let (weights, tick) = (&self.ending.weights, self.typical.tick);
            let bottom = Bottom::near(self.experiment, weights, self.method, tick)?;
            let rise = self.share_of_excess(bottom.error - self.ending.error);
            (rise < FALL_AHEAD).then_some(bottom)
        };
        self.bottom.get_or_init(find).as_ref()
    }

    /// (E − E_bottom) / (E − E*)
    fn fall_ahead(&self) -> Option<f64> {
        let bottom = self.bottom()?;
        Some(self.share_of_excess(self.ending.error - bottom.error))
    }

    /// Whether the bottom here is one in its flat directions, too: no saturated unit hides what
    /// depends on them, and no nudge in them leads down.
    fn is_at_bottom(&self) -> bool {
        let find = || {
            self.bottom().is_some_and(|bottom| {
                let flat = &bottom.flat_directions;
                let hides = |weight| self.saturation().blocks(self.experiment, weight);
                let hidden = flat.iter().any(|direction| {
                    let mut free = self.experiment.free().iter().zip(parts(direction));
                    free.any(|(&i, has_part)| has_part && hides(i))
                });
                !hidden && !leads_down(self.experiment, &bottom.weights, flat)
            })
        };
        *self.is_at_bottom.get_or_init(find)
    }

    /// The slope in natural units beside the typical one; none where that is 0 or not finite.
    fn relative_slope(&self) -> Option<f64> {
        *self.relative_slope.get_or_init(|| {
            let problem = self.experiment.problem();
            let (_, gradient) = problem.gradient(&self.ending.weights);
            let relative = slope(self.experiment, &gradient) / self.typical.slope();
            relative.is_finite().then_some(relative)
        })
    }

    /// What holds up a run that stands still.
    fn stall(&self) -> Stall {
        let flat = self
            .bottom()
            .map(|bottom| bottom.flat_directions.as_slice());
        let (weights, pull) = (&self.ending.weights, self.typical.pull());
        Stall::of(self.experiment, weights, pull, flat.unwrap_or_default())
    }
}

#[cfg(test)]
#[path = "case_tests.rs"]
mod tests;
