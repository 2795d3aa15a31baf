//! Steepest descent and its rate.

use backprop::Kind;

use crate::claim::Claim::{Ends, Shows};
use crate::claim::Quantity::{Given, RateCurvature, Weight, WeightBeforeLastStep};
use crate::fact::Fact;
use crate::lesson::{Beat, Lesson};
use crate::scene::Scene;

const fn at(rate: f64) -> Scene {
    Scene::of(Fact::Parabola).at_rate(rate)
}

pub(super) const LESSON: Lesson = Lesson {
    id: "steepest-descent",
    beats: &[
        Beat {
            scene: at(0.5),
            claims: &[
                Ends(Kind::Converged),
                Shows("1", Weight(0)),
                Shows("0.5", Given(0.5)),
                Shows("3", Given(3.0)),
                Shows("200", Given(200.0)),
            ],
        },
        Beat {
            scene: at(0.01),
            claims: &[
                Ends(Kind::StillDescending),
                Shows("1.268", Weight(0)),
                Shows("0.01", Given(0.01)),
                Shows("200", Given(200.0)),
            ],
        },
        Beat {
            scene: at(1.9),
            claims: &[
                Ends(Kind::Converged),
                Shows("1.9", RateCurvature),
                Shows("2", Given(2.0)),
            ],
        },
        Beat {
            scene: at(2.0),
            claims: &[
                Ends(Kind::Oscillating),
                Shows("2", RateCurvature),
                Shows("3", Weight(0)),
                Shows("−1", WeightBeforeLastStep(0)),
            ],
        },
        Beat {
            scene: at(2.1),
            claims: &[Ends(Kind::Diverged), Shows("2.1", Given(2.1))],
        },
    ],
};
