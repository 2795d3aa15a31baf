//! Start and learning rate in one picture.

use backprop::Kind;

use crate::claim::Claim::{Ends, Shows};
use crate::claim::Quantity::{Given, RateLimit, Weight};
use crate::fact::Fact;
use crate::lesson::{Beat, Lesson};
use crate::scene::{Focus, Scene};

/// The start and the rate of a run, on the map of them all.
const fn pair(start: &'static [f64], rate: f64) -> Scene {
    let scene = Scene::of(Fact::TwoMinima).from(start).at_rate(rate);
    Scene {
        focus: Focus::Rates,
        ..scene
    }
}

pub(super) const LESSON: Lesson = Lesson {
    id: "start-and-rate",
    beats: &[
        Beat {
            scene: pair(&[1.0], 0.5),
            claims: &[
                Ends(Kind::LocalMinimum),
                Shows("1", Given(1.0)),
                Shows("0.5", Given(0.5)),
            ],
        },
        Beat {
            scene: pair(&[6.0], 5.0),
            claims: &[
                Ends(Kind::LocalMinimum),
                Shows("6", Given(6.0)),
                Shows("5", Given(5.0)),
                Shows("2.197", Weight(0)),
            ],
        },
        Beat {
            scene: pair(&[-1.0], 0.5),
            claims: &[
                Ends(Kind::Converged),
                Shows("2", Given(2.0)),
                Shows("0.701", RateLimit),
            ],
        },
        Beat {
            scene: pair(&[-1.0], 1.0),
            claims: &[Ends(Kind::Oscillating), Shows("1", Given(1.0))],
        },
        Beat {
            scene: pair(&[-1.0], 10.0),
            claims: &[
                Ends(Kind::LocalMinimum),
                Shows("10", Given(10.0)),
                Shows("2.197", Weight(0)),
            ],
        },
        Beat {
            // Points beside this one, however near, end in three ways.
            scene: pair(&[-2.0], 10.0),
            claims: &[
                Ends(Kind::StillDescending),
                Shows("10", Given(10.0)),
                Shows("−2", Given(-2.0)),
                Shows("2024", Given(2024.0)),
            ],
        },
    ],
};
