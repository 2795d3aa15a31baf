//! No unique answer: a curve of solutions, and mirror images.

use backprop::Kind;

use crate::claim::Claim::{Ends, Shows};
use crate::claim::Quantity::{Eigenvalue, Error, Given, GradientNorm, Weight};
use crate::fact::Fact;
use crate::lesson::{Beat, Lesson};
use crate::scene::Scene;

const E: Scene = Scene::of(Fact::Valley);
const F: Scene = Scene::of(Fact::Mirror);

pub(super) const LESSON: Lesson = Lesson {
    id: "no-unique-answer",
    beats: &[
        Beat {
            scene: E.from(&[1.0, 1.0]),
            claims: &[
                Ends(Kind::Converged),
                Shows("0.877", Weight(0)),
                Shows("0.779", Weight(1)),
                Shows("0", Error),
                Shows("1", Given(1.0)),
            ],
        },
        Beat {
            scene: E.from(&[3.0, 0.1]),
            claims: &[
                Ends(Kind::Converged),
                Shows("3.001", Weight(0)),
                Shows("0.552", Weight(1)),
                Shows("0", Error),
                Shows("0", Eigenvalue(0)),
                Shows("3", Given(3.0)),
                Shows("0.1", Given(0.1)),
            ],
        },
        Beat {
            scene: E.from(&[0.0, 0.0]),
            claims: &[
                Ends(Kind::Saddle),
                Shows("0", GradientNorm),
                Shows("−0.5", Eigenvalue(0)),
                Shows("0.5", Eigenvalue(1)),
            ],
        },
        Beat {
            scene: F.from(&[1.0, 1.0]),
            claims: &[
                Ends(Kind::Converged),
                Shows("0.673", Weight(0)),
                Shows("1.045", Weight(1)),
                Shows("1", Given(1.0)),
            ],
        },
        Beat {
            scene: F.from(&[-1.0, -1.0]),
            claims: &[
                Ends(Kind::Converged),
                Shows("−0.673", Weight(0)),
                Shows("−1.045", Weight(1)),
                Shows("−1", Given(-1.0)),
            ],
        },
    ],
};
