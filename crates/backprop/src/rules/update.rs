//! What an update rule has to say of itself.

use crate::number::Real;

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

    /// The next value of a weight, from its present value and ∂E/∂w there. Its `state` is 0 at the
    /// start, and is brought up to date.
    fn next<R: Real>(&self, weight: R, gradient: R, state: &mut [R]) -> R;
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

impl<U> Key<U> {
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
