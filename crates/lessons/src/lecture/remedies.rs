//! What helps, and what does not.

use backprop::Activation::{LeakyRelu, Logistic, Relu};
use backprop::{Adam, Kind, Loss, Momentum, Rule};

use crate::claim::Claim::{Ends, Shows};
use crate::claim::Quantity::{Error, FirstToLast, FirstToLastOf, Given, GradientNorm, Weight};
use crate::fact::Fact;
use crate::lesson::{Beat, Lesson};
use crate::scene::Scene;

const A: Scene = Scene::of(Fact::OneSample);
const B: Scene = Scene::of(Fact::TwoMinima);

const fn momentum(momentum: f64) -> Rule {
    Rule::Momentum(Momentum {
        rate: 0.5,
        momentum,
    })
}

const ADAM: Rule = Rule::Adam(Adam {
    rate: 0.05,
    beta1: 0.9,
    beta2: 0.999,
});

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
            scene: B.from(&[6.0]).by(momentum(0.9)),
            claims: &[
                Ends(Kind::LocalMinimum),
                Shows("0.9", Given(0.9)),
                Shows("6", Given(6.0)),
                Shows("2.197", Weight(0)),
            ],
        },
        Beat {
            scene: B.from(&[8.0]).by(momentum(0.9)),
            claims: &[
                Ends(Kind::VanishingGradient),
                Shows("8", Given(8.0)),
                Shows("7.597", Weight(0)),
            ],
        },
        Beat {
            scene: B.from(&[-8.0]).by(momentum(0.99)).across([-10.0, 50.0]),
            claims: &[
                Ends(Kind::VanishingGradient),
                Shows("0.99", Given(0.99)),
                Shows("−8", Given(-8.0)),
                Shows("45.7", Weight(0)),
            ],
        },
        Beat {
            scene: B.from(&[8.0]).by(ADAM),
            claims: &[
                Ends(Kind::LocalMinimum),
                Shows("8", Given(8.0)),
                Shows("2.197", Weight(0)),
            ],
        },
        Beat {
            scene: B.from(&[8.0]).with_loss(Loss::CrossEntropy).at_rate(0.05),
            claims: &[
                Ends(Kind::Converged),
                Shows("8", Given(8.0)),
                Shows("−0.178", Weight(0)),
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
            scene: A.from(&[-1.0]).with_units(Relu),
            claims: &[
                Ends(Kind::VanishingGradient),
                Shows("0", GradientNorm),
                Shows("0.32", Error),
                Shows("−1", Given(-1.0)),
            ],
        },
        Beat {
            scene: A.from(&[-1.0]).with_units(LeakyRelu),
            claims: &[
                Ends(Kind::Converged),
                Shows("−1", Given(-1.0)),
                Shows("0.8", Weight(0)),
                Shows("0.01", Given(0.01)),
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
