//! XOR: is it a local minimum?

use backprop::Kind;

use crate::claim::Claim::{Ends, Shows};
use crate::claim::Quantity::{Error, Given, GradientNorm, Newton, PositiveEigenvalues};
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
            scene: Scene::of(Fact::XorPlateau),
            claims: &[
                Ends(Kind::VanishingGradient),
                Shows("0.251", Error),
                Shows("4 × 10⁻⁴", GradientNorm),
            ],
        },
        Beat {
            scene: Scene::of(Fact::XorPlateau),
            claims: &[
                Ends(Kind::VanishingGradient),
                Shows("9", PositiveEigenvalues),
            ],
        },
        Beat {
            scene: Scene::of(Fact::XorPlateau),
            claims: &[Ends(Kind::VanishingGradient), Shows("1.90", Newton)],
        },
    ],
};
