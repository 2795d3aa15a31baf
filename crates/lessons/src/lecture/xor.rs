//! XOR: is it a local minimum?

use backprop::{Cause, Kind};

use crate::claim::Claim::{Because, Ends, NoBottom, Shows};
use crate::claim::Quantity::{
    BalancedDelta, Error, Given, GradientNorm, PositiveEigenvalues, SmallestFactor,
};
use crate::fact::Fact;
use crate::lesson::{Beat, Lesson};
use crate::scene::Scene;

pub(super) const LESSON: Lesson = Lesson {
    id: "xor",
    beats: &[
        Beat {
            scene: Scene::of(Fact::Xor),
            claims: &[
                Ends(Kind::Converged),
                Shows("0.0006", Error),
                Shows("10000", Given(10000.0)),
            ],
        },
        Beat {
            scene: Scene::of(Fact::XorPlateau).asking(),
            claims: &[
                Ends(Kind::VanishingGradient),
                Shows("0.251", Error),
                Shows("4 × 10⁻⁴", GradientNorm),
            ],
        },
        Beat {
            scene: Scene::of(Fact::XorPlateau).asking(),
            claims: &[
                Ends(Kind::VanishingGradient),
                Shows("9", PositiveEigenvalues),
            ],
        },
        Beat {
            scene: Scene::of(Fact::XorPlateau),
            claims: &[
                Ends(Kind::VanishingGradient),
                NoBottom,
                Because(Cause::BalanceAndSaturation),
                Shows("−0.125", BalancedDelta(0)),
                Shows("0.125", BalancedDelta(1)),
            ],
        },
        Beat {
            scene: Scene::of(Fact::XorPlateau),
            claims: &[
                Ends(Kind::VanishingGradient),
                Shows("4.0 × 10⁻⁶", SmallestFactor),
            ],
        },
    ],
};
