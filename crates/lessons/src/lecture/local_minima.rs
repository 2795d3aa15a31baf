//! Local minima on a curve and on a surface.

use backprop::Kind;

use crate::claim::Claim::{Ends, Shows};
use crate::claim::Quantity::{Error, Given, NewtonTurns};
use crate::fact::Fact;
use crate::lesson::{Beat, Lesson};
use crate::scene::Scene;

const D: Scene = Scene::of(Fact::FourMinima);

pub(super) const LESSON: Lesson = Lesson {
    id: "local-minima",
    beats: &[
        Beat {
            scene: Scene::of(Fact::TwoMinima).from(&[1.0]),
            claims: &[
                Ends(Kind::LocalMinimum),
                Shows("2", NewtonTurns),
                Shows("1", Given(1.0)),
            ],
        },
        Beat {
            scene: D.from(&[-1.0, -1.0]),
            claims: &[
                Ends(Kind::Converged),
                Shows("0.198", Error),
                Shows("−1", Given(-1.0)),
            ],
        },
        Beat {
            scene: D.from(&[1.0, -1.0]),
            claims: &[
                Ends(Kind::LocalMinimum),
                Shows("0.504", Error),
                Shows("1", Given(1.0)),
                Shows("−1", Given(-1.0)),
            ],
        },
        Beat {
            scene: D.from(&[1.0, 1.0]),
            claims: &[
                Ends(Kind::LocalMinimum),
                Shows("0.810", Error),
                Shows("1", Given(1.0)),
                Shows("2", Given(2.0)),
                Shows("1996", Given(1996.0)),
            ],
        },
    ],
};
