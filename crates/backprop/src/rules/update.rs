//! What an update rule has to say of itself.

use crate::number::Real;

/// What is added to a root that divides, so that it is never 0.
pub(crate) const NEVER_ZERO: f64 = 1e-8;

/// A rule that gives each weight its next value, weight by weight.
pub(crate) trait Update: Copy + 'static {
    /// Its name in an experiment's document.
    const NAME: &'static str;

    /// The rule where a document says nothing else; what it has to say is a placeholder.
    const DEFAULT: Self;

    /// The numbers that a document may say, the rate first.
    const KEYS: &'static [Key<Self>];

    /// Numbers that a weight's state has: what the rule remembers from step to step.
    const STATE: usize;

    /// What the numbers of the state are called, in their order; those that only count steps have no
    /// name, and come last.
    const STATE_NAMES: &'static [&'static str] = &[];

    /// A rate that suits weights in their natural units, where the length of a step does not follow the
    /// slope's; none where it depends on the problem.
    const USUAL_RATE: Option<f64> = None;

    /// The next value of a weight, from its present value and ∂E/∂w there. Its `state` is 0 at the
    /// start, and is brought up to date. `rate` is ε, apart from the rule because descents side by side
    /// may each have their own.
    fn next<R: Real>(&self, rate: R, weight: R, gradient: R, state: &mut [R]) -> R;

    /// What the weights move by, for each step and each 1 of a slope that stays as it is; none where the
    /// length of a step does not grow with the slope.
    fn steady_rate(&self) -> Option<f64> {
        None
    }
}

/// A number of a rule.
pub(crate) struct Key<U> {
    /// Its key in the rule's object.
    pub(crate) name: &'static str,
    /// Whether a document has to say it.
    pub(crate) required: bool,
    /// The least value allowed; [`f64::MIN_POSITIVE`] stands for all above 0.
    pub(crate) least: f64,
    /// The greatest value allowed.
    pub(crate) greatest: f64,
    /// Where it is in the rule.
    pub(crate) at: fn(&mut U) -> &mut f64,
}

/// The greatest number below 1.
const BELOW_ONE: f64 = 1.0 - f64::EPSILON / 2.0;

impl<U> Key<U> {
    /// A share of what was that is kept: from 0 to below 1, and not to be said.
    pub(crate) const fn kept(name: &'static str, at: fn(&mut U) -> &mut f64) -> Key<U> {
        Key {
            name,
            required: false,
            least: 0.0,
            greatest: BELOW_ONE,
            at,
        }
    }

    /// ε, the learning rate, which every rule has: above 0, and to be said.
    pub(crate) const fn rate(at: fn(&mut U) -> &mut f64) -> Key<U> {
        Key {
            name: "rate",
            required: true,
            least: f64::MIN_POSITIVE,
            greatest: f64::MAX,
            at,
        }
    }
}
