//! The start decides: one curve, three fates.

use backprop::Kind;

use crate::claim::Claim::{Ends, Shows};
use crate::claim::Quantity::{Error, Given, Weight};
use crate::fact::Fact;
use crate::lesson::{Beat, Lesson};
use crate::scene::Scene;

const B: Scene = Scene::of(Fact::TwoMinima);

pub(super) const LESSON: Lesson = Lesson {
    id: "initial-values",
    beats: &[
        Beat {
            scene: B.from(&[-1.0]),
            claims: &[
                Ends(Kind::Converged),
                Shows("−0.155", Weight(0)),
                Shows("0.0990", Error),
                Shows("−1", Given(-1.0)),
            ],
        },
        Beat {
            scene: B.from(&[1.0]),
            claims: &[
                Ends(Kind::LocalMinimum),
                Shows("2.197", Weight(0)),
                Shows("0.4050", Error),
                Shows("1", Given(1.0)),
            ],
        },
        Beat {
            scene: B.from(&[6.0]),
            claims: &[
                Ends(Kind::VanishingGradient),
                Shows("5.73", Weight(0)),
                Shows("6", Given(6.0)),
                Shows("2000", Given(2000.0)),
            ],
        },
        Beat {
            scene: B.from(&[0.4]),
            claims: &[
                Ends(Kind::Converged),
                Shows("0.4", Given(0.4)),
                Shows("0.5", Given(0.5)),
            ],
        },
        Beat {
            scene: B.from(&[0.5]),
            claims: &[
                Ends(Kind::LocalMinimum),
                Shows("0.5", Given(0.5)),
                Shows("0.1", Given(0.1)),
            ],
        },
    ],
};
