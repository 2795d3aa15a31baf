//! The vanishing gradient with two weights.

use backprop::{Cause, Kind};

use crate::claim::Claim::{Because, Ends, Shows};
use crate::claim::Quantity::{Error, Given, SmallestFactor, StepsToLeave, Weight};
use crate::fact::Fact;
use crate::lesson::{Beat, Lesson};
use crate::scene::Scene;

const C: Scene = Scene::of(Fact::Plateau);

pub(super) const LESSON: Lesson = Lesson {
    id: "vanishing-2d",
    beats: &[
        Beat {
            scene: C.from(&[3.0, -3.0]),
            claims: &[
                Ends(Kind::Converged),
                Shows("0.977", Weight(0)),
                Shows("0", Weight(1)),
                Shows("2000", Given(2000.0)),
                Shows("3", Given(3.0)),
                Shows("−3", Given(-3.0)),
            ],
        },
        Beat {
            scene: C.from(&[8.0, 8.0]),
            claims: &[
                Ends(Kind::VanishingGradient),
                Shows("8.41", Weight(0)),
                Shows("7.57", Weight(1)),
                Shows("0.0550", Error),
                Shows("8", Given(8.0)),
                Shows("2000", Given(2000.0)),
            ],
        },
        Beat {
            scene: C.from(&[8.0, 8.0]),
            claims: &[
                Ends(Kind::VanishingGradient),
                Because(Cause::Saturation),
                Shows("2.5 × 10⁻¹¹", SmallestFactor),
            ],
        },
        Beat {
            scene: C.from(&[-9.5, 9.5]),
            claims: &[
                Ends(Kind::VanishingGradient),
                Shows("1.05", Error),
                Shows("−9.5", Given(-9.5)),
                Shows("9.5", Given(9.5)),
                Shows("2000", Given(2000.0)),
            ],
        },
        Beat {
            scene: C.from(&[-8.0, 8.0]),
            claims: &[
                Ends(Kind::StillDescending),
                Because(Cause::Plateau),
                Shows("0.692", Error),
                Shows("1600", StepsToLeave),
                Shows("−8", Given(-8.0)),
                Shows("8", Given(8.0)),
                Shows("2000", Given(2000.0)),
            ],
        },
        Beat {
            scene: C.from(&[-8.0, 8.0]).for_steps(4000),
            claims: &[
                Ends(Kind::Converged),
                Shows("0.0013", Error),
                Shows("4000", Given(4000.0)),
            ],
        },
    ],
};
