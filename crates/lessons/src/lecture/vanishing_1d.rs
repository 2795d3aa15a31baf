//! The vanishing gradient with one weight.

use backprop::{Cause, Kind};

use crate::claim::Claim::{Because, Ends, NoBottom, Shows};
use crate::claim::Quantity::{
    Error, Given, GradientNormAtStart, RelativeSlopePercent, Weight, WeightAfterAsManyAgain,
};
use crate::fact::Fact;
use crate::lesson::{Beat, Lesson};
use crate::scene::Scene;

const A: Scene = Scene::of(Fact::OneSample);

pub(super) const LESSON: Lesson = Lesson {
    id: "vanishing-1d",
    beats: &[
        Beat {
            scene: A.from(&[4.0]),
            claims: &[
                Ends(Kind::Converged),
                Shows("1.386", Weight(0)),
                Shows("4", Given(4.0)),
            ],
        },
        Beat {
            scene: A.from(&[8.0]).at_start(),
            claims: &[
                Shows("6.7 × 10⁻⁵", GradientNormAtStart),
                Shows("8", Given(8.0)),
            ],
        },
        Beat {
            scene: A.from(&[8.0]),
            claims: &[
                Ends(Kind::VanishingGradient),
                Shows("7.931", Weight(0)),
                Shows("7.856", WeightAfterAsManyAgain(0)),
                Shows("0.0199", Error),
                Shows("1000", Given(1000.0)),
            ],
        },
        Beat {
            scene: A.from(&[8.0]),
            claims: &[
                Ends(Kind::VanishingGradient),
                Because(Cause::Saturation),
                NoBottom,
                Shows("0.099", RelativeSlopePercent),
            ],
        },
        Beat {
            scene: A.from(&[-8.0]),
            claims: &[
                Ends(Kind::VanishingGradient),
                Shows("0.320", Error),
                Shows("−8", Given(-8.0)),
            ],
        },
    ],
};
