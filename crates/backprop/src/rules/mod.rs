//! How a step changes the weights: a file for each rule, and the table of them all.

mod adagrad;
mod adam;
mod momentum;
mod rmsprop;
mod state;
mod steepest_descent;
mod update;

pub use adagrad::AdaGrad;
pub use adam::Adam;
pub use momentum::Momentum;
pub use rmsprop::RmsProp;
pub use state::State;
pub use steepest_descent::SteepestDescent;

pub(crate) use update::Update;

use update::Key;

use crate::error::Error;
use crate::number::Real;

/// From the table, all that depends on which rule it is.
macro_rules! rules {
    ($($(#[$doc:meta])* $rule:ident,)*) => {
        /// How a step changes the weights.
        ///
        /// ```
        /// use backprop::{Rule, SteepestDescent};
        /// // ŵ = w − ε ∂E/∂w, for the first of two weights.
        /// let rule = Rule::SteepestDescent(SteepestDescent { rate: 0.1 });
        /// let (mut weights, mut state) = ([3.0, 5.0], rule.state(2));
        /// rule.update(&mut weights, &[2.0, 9.0], &[0], &mut state);
        /// assert_eq!(weights, [2.8, 5.0]);
        /// assert_eq!(rule.with_rate(0.5).rate(), 0.5);
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub enum Rule {
            $($(#[$doc])* $rule($rule),)*
        }

        impl Rule {
            /// Every rule, in the order in which a chooser lists them, with the numbers that it has
            /// where a document says no others; its rate is a placeholder.
            pub const ALL: &[Rule] = &[$(Rule::$rule($rule::DEFAULT),)*];

            /// Their names.
            pub const NAMES: &[&str] = &[$($rule::NAME,)*];

            /// Its name in an experiment's document.
            pub fn name(&self) -> &'static str {
                match self {
                    $(Rule::$rule(_) => $rule::NAME,)*
                }
            }

            /// The keys of its object in a document.
            pub(crate) fn keys(&self) -> &'static [&'static str] {
                match self {
                    $(Rule::$rule(_) => {
                        const KEYS: [&str; $rule::KEYS.len() + 1] = names($rule::KEYS);
                        &KEYS
                    })*
                }
            }

            /// The numbers that it has, the rate first.
            ///
            /// ```
            /// use backprop::{Rule, SteepestDescent};
            ///
            /// let rule = Rule::SteepestDescent(SteepestDescent { rate: 0.1 });
            /// let [rate] = rule.settings()[..] else { panic!("one number") };
            /// // A document has to say the rate.
            /// assert_eq!((rate.key, rate.value, rate.default), ("rate", rule.rate(), None));
            /// assert_eq!(rule.with_rate(0.5).rate(), 0.5);
            /// ```
            pub fn settings(&self) -> Vec<Setting> {
                match self {
                    $(Rule::$rule(rule) => settings(rule),)*
                }
            }

            /// ε
            pub fn rate(&self) -> f64 {
                match self {
                    $(Rule::$rule(rule) => rate(*rule),)*
                }
            }

            /// The same rule with another number at `key`, where it is one of its own.
            #[must_use]
            pub fn with(self, key: &str, value: f64) -> Rule {
                match self {
                    $(Rule::$rule(rule) => Rule::$rule(with(rule, key, value)),)*
                }
            }

            /// What the weights move by, for each step and each 1 of a slope that stays as it is: ε for
            /// steepest descent, ε / (1 − μ) with momentum. None for rules whose steps do not grow with
            /// the slope.
            pub fn steady_rate(&self) -> Option<f64> {
                match self {
                    $(Rule::$rule(rule) => rule.steady_rate(),)*
                }
            }

            /// A rate to begin with, where one suits about every problem.
            pub fn usual_rate(&self) -> Option<f64> {
                match self {
                    $(Rule::$rule(_) => $rule::USUAL_RATE,)*
                }
            }

            /// What the rule remembers of each weight from step to step, by name: `v`; `m` and `s`.
            pub fn state_names(&self) -> &'static [&'static str] {
                match self {
                    $(Rule::$rule(_) => $rule::STATE_NAMES,)*
                }
            }

            /// How many numbers it remembers of each weight; those without a name count steps.
            pub(crate) fn state_size(&self) -> usize {
                match self {
                    $(Rule::$rule(_) => $rule::STATE,)*
                }
            }

            /// The state of a run's start.
            pub fn state<R: Real>(&self, weights: usize) -> State<R> {
                match self {
                    $(Rule::$rule(_) => State::new(weights * $rule::STATE),)*
                }
            }

            /// Does `work` with this rule.
            #[inline(always)]
            pub(crate) fn choose<W: OfRule>(&self, work: W) -> W::Result {
                match self {
                    $(Rule::$rule(rule) => work.with(rule),)*
                }
            }

            /// Moves the weights numbered in `free` by one step and brings `state`, which came from
            /// [`Rule::state`], up to date; the other weights stay.
            #[inline]
            pub fn update<R: Real>(
                &self,
                weights: &mut [R],
                gradient: &[R],
                free: &[usize],
                state: &mut State<R>,
            ) {
                match self {
                    $(Rule::$rule(rule) => {
                        let rate = R::from_f64(rate(*rule));
                        update(rule, rate, weights, gradient, free, state);
                    })*
                }
            }

            /// The same with another ε: descents side by side may each have their own.
            #[inline]
            pub(crate) fn update_at<R: Real>(
                &self,
                rate: R,
                weights: &mut [R],
                gradient: &[R],
                free: &[usize],
                state: &mut State<R>,
            ) {
                match self {
                    $(Rule::$rule(rule) => update(rule, rate, weights, gradient, free, state),)*
                }
            }
        }
    };
}

rules! {
    /// ŵ = w − ε ∂E/∂w
    SteepestDescent,
    /// v ← μ v − ε ∂E/∂w, ŵ = w + v
    Momentum,
    /// s ← s + (∂E/∂w)², ŵ = w − ε ∂E/∂w / √s
    AdaGrad,
    /// s ← ρ s + (1 − ρ) (∂E/∂w)², ŵ = w − ε ∂E/∂w / √s
    RmsProp,
    /// ŵ = w − ε m̂ / √ŝ, with running means m of the slope and s of its square
    Adam,
}

/// Work over many weights that is compiled for each rule: the choice between rules is made once,
/// outside of its loops.
pub(crate) trait OfRule {
    /// What comes of it.
    type Result;

    /// Does the work with `rule`.
    fn with<U: Update>(self, rule: &U) -> Self::Result;
}

/// One of a rule's numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Setting {
    /// Its key in a document: `rate`.
    pub key: &'static str,
    /// The number.
    pub value: f64,
    /// What it is where a document does not say it; none where it has to.
    pub default: Option<f64>,
    /// The least and the greatest value allowed; [`f64::MIN_POSITIVE`] as the least stands for all
    /// above 0.
    pub range: [f64; 2],
}

impl Rule {
    /// The same rule with another ε.
    #[must_use]
    pub fn with_rate(self, rate: f64) -> Rule {
        self.with(self.settings()[0].key, rate)
    }

    /// The numbers that it has beside the rate.
    ///
    /// ```
    /// use backprop::{Momentum, Rule};
    ///
    /// let rule = Rule::Momentum(Momentum { rate: 0.1, momentum: 0.9 });
    /// let keys: Vec<_> = rule.own_settings().map(|setting| setting.key).collect();
    /// assert_eq!(keys, ["momentum"]);
    /// ```
    pub fn own_settings(&self) -> impl Iterator<Item = Setting> + use<> {
        // The rate is the first.
        self.settings().into_iter().skip(1)
    }

    /// Checks that every number is in its range.
    pub(crate) fn check(&self) -> Result<(), Error> {
        for Setting {
            key, value, range, ..
        } in self.settings()
        {
            Error::check_range(format!("rule.{key}"), value, range[0], range[1])?;
        }
        Ok(())
    }
}

/// "name", and the names of `keys`.
const fn names<U, const N: usize>(keys: &[Key<U>]) -> [&'static str; N] {
    let mut names = ["name"; N];
    let mut k = 0;
    while k < keys.len() {
        names[k + 1] = keys[k].name;
        k += 1;
    }
    names
}

fn settings<U: Update>(rule: &U) -> Vec<Setting> {
    let (mut rule, mut default) = (*rule, U::DEFAULT);
    let setting = |key: &Key<U>| Setting {
        key: key.name,
        value: *(key.at)(&mut rule),
        default: (!key.required).then_some(*(key.at)(&mut default)),
        range: [key.least, key.greatest],
    };
    U::KEYS.iter().map(setting).collect()
}

/// The first of its numbers.
fn rate<U: Update>(mut rule: U) -> f64 {
    *(U::KEYS[0].at)(&mut rule)
}

fn with<U: Update>(mut rule: U, key: &str, value: f64) -> U {
    for known in U::KEYS.iter().filter(|known| known.name == key) {
        *(known.at)(&mut rule) = value;
    }
    rule
}

#[inline(always)]
fn update<U: Update, R: Real>(
    rule: &U,
    rate: R,
    weights: &mut [R],
    gradient: &[R],
    free: &[usize],
    state: &mut State<R>,
) {
    let state = state.numbers();
    for &i in free {
        let state = &mut state[i * U::STATE..][..U::STATE];
        weights[i] = rule.next(rate, weights[i], gradient[i], state);
    }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
