//! What helps, and what does not.

use backprop::Activation::{Logistic, Relu};
use backprop::Kind;

use crate::claim::Claim::{Ends, Shows};
use crate::claim::Quantity::{Error, FirstToLast, FirstToLastOf, Given, Weight};
use crate::fact::Fact;
use crate::lesson::{Beat, Lesson};
use crate::scene::Scene;

const A: Scene = Scene::of(Fact::OneSample);

pub(super) const LESSON: Lesson = Lesson {
    id: "remedies",
    beats: &[
        Beat {
            scene: A.from(&[4.0]),
            claims: &[
                Ends(Kind::Converged),
                Shows("8", Given(8.0)),
                Shows("4", Given(4.0)),
            ],
        },
        Beat {
            scene: A.from(&[8.0]).at_rate(50.0),
            claims: &[
                Ends(Kind::Converged),
                Shows("1.386", Weight(0)),
                Shows("50", Given(50.0)),
                Shows("8", Given(8.0)),
            ],
        },
        Beat {
            scene: Scene::chain(Relu, 10),
            claims: &[
                Shows("1", FirstToLast),
                Shows("4.2 × 10⁻⁷", FirstToLastOf(Logistic, 10)),
                Shows("10", Given(10.0)),
            ],
        },
        Beat {
            scene: Scene::of(Fact::XorWide),
            claims: &[
                Ends(Kind::VanishingGradient),
                Shows("0.250", Error),
                Shows("−8", Given(-8.0)),
                Shows("8", Given(8.0)),
            ],
        },
        Beat {
            scene: Scene::of(Fact::XorXavier),
            claims: &[Ends(Kind::Converged), Shows("0.0002", Error)],
        },
        Beat {
            scene: Scene::of(Fact::TwoMinima).from(&[1.0]).at_rate(0.25),
            claims: &[
                Ends(Kind::LocalMinimum),
                Shows("2.19", Weight(0)),
                Shows("0.25", Given(0.25)),
            ],
        },
    ],
};
