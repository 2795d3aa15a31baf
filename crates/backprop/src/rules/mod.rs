//! Update rules.

use crate::number::Real;

/// How a step changes the weights.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rule {
    /// ŵ = w − ε ∂E/∂w
    SteepestDescent {
        /// ε, the learning rate: finite and above 0.
        rate: f64,
    },
}

impl Rule {
    /// Its name in an experiment's document.
    pub fn name(&self) -> &'static str {
        match self {
            Rule::SteepestDescent { .. } => "steepest-descent",
        }
    }

    /// ε
    pub fn rate(&self) -> f64 {
        match self {
            Rule::SteepestDescent { rate } => *rate,
        }
    }

    /// The same rule with another ε.
    pub fn with_rate(self, rate: f64) -> Rule {
        match self {
            Rule::SteepestDescent { .. } => Rule::SteepestDescent { rate },
        }
    }

    /// Moves the weights numbered in `free` by one step; the others stay.
    #[inline]
    pub fn update<R: Real>(&self, weights: &mut [R], gradient: &[R], free: &[usize]) {
        match *self {
            Rule::SteepestDescent { rate } => {
                let rate = R::from_f64(rate);
                for &i in free {
                    weights[i] = weights[i] - rate * gradient[i];
                }
            }
        }
    }
}
