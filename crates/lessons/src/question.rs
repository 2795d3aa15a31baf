//! What a class is asked before it sees how a run ends.

use backprop::Kind;

use crate::claim::Claim;
use crate::scene::Scene;

/// What there is to choose from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choices {
    /// Whether the run converges, or does not.
    Convergence,
    /// One of all verdicts.
    Fates,
}

impl Choices {
    /// Whether two verdicts are one answer.
    pub fn are_alike(self, one: Kind, other: Kind) -> bool {
        match self {
            Choices::Convergence => (one == Kind::Converged) == (other == Kind::Converged),
            Choices::Fates => one == other,
        }
    }
}

/// A start worth asking about: what comes to mind first is wrong.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Question {
    /// The run that is asked about.
    pub scene: Scene,
    /// What there is to choose from.
    pub choices: Choices,
    /// What most would say.
    pub naive: Kind,
    /// How it ends.
    pub ends: Kind,
    /// The numbers of its words, in every language.
    pub claims: &'static [Claim],
}
