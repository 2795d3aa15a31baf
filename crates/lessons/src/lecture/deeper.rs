//! Deeper is worse: the gradient layer by layer.

use backprop::Activation::{Logistic, Relu, Tanh};
use backprop::Kind;

use crate::claim::Claim::{Ends, Shows};
use crate::claim::Quantity::{FirstToLast, Given};
use crate::lesson::{Beat, Lesson};
use crate::scene::{Cursor, Scene};

pub(super) const LESSON: Lesson = Lesson {
    id: "deeper",
    beats: &[
        Beat {
            scene: Scene::chain(Logistic, 1),
            claims: &[Shows("0.269", FirstToLast), Shows("1", Given(1.0))],
        },
        Beat {
            scene: Scene::chain(Logistic, 4),
            claims: &[Shows("0.00328", FirstToLast), Shows("4", Given(4.0))],
        },
        Beat {
            scene: Scene::chain(Logistic, 10),
            claims: &[Shows("4.2 × 10⁻⁷", FirstToLast), Shows("10", Given(10.0))],
        },
        Beat {
            scene: Scene::chain(Tanh, 10),
            claims: &[
                Shows("0.115", FirstToLast),
                Shows("10", Given(10.0)),
                Shows("0", Given(0.0)),
                Shows("1", Given(1.0)),
            ],
        },
        Beat {
            scene: Scene::chain(Relu, 10),
            claims: &[Shows("1", FirstToLast), Shows("10", Given(10.0))],
        },
        Beat {
            scene: Scene {
                cursor: Cursor::End,
                ..Scene::chain(Logistic, 10)
            },
            claims: &[
                Ends(Kind::Converged),
                Shows("10", Given(10.0)),
                Shows("1000", Given(1000.0)),
            ],
        },
    ],
};
