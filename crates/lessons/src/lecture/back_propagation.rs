//! Back-propagation: the chain of dependence.

use crate::claim::Claim::Shows;
use crate::claim::Quantity::{Delta, Given, GradientAtStart, SampleSlope, WeightAfterOneStep};
use crate::fact::Fact;
use crate::lesson::{Beat, Lesson};
use crate::scene::{Focus, Scene, Stage};

/// The sample (1, 0) → 1.
const SAMPLE: usize = 2;

const fn at(stage: Stage) -> Scene {
    let sample = SAMPLE;
    Scene::looking_at(Fact::Update, Focus::Walk { sample, stage })
}

pub(super) const LESSON: Lesson = Lesson {
    id: "back-propagation",
    beats: &[
        Beat {
            scene: at(Stage::Delta(2)),
            claims: &[Shows("−0.0711", Delta(4))],
        },
        Beat {
            scene: at(Stage::Delta(1)),
            claims: &[
                Shows("−0.0711", Delta(4)),
                Shows("−0.0119", Delta(2)),
                Shows("0.7", Given(0.7)),
            ],
        },
        Beat {
            scene: Scene::looking_at(
                Fact::Update,
                Focus::Chain {
                    sample: SAMPLE,
                    weight: 6,
                },
            ),
            claims: &[Shows("−0.0425", SampleSlope(6))],
        },
        Beat {
            scene: Scene::looking_at(
                Fact::Update,
                Focus::Chain {
                    sample: SAMPLE,
                    weight: 0,
                },
            ),
            claims: &[Shows("−0.0119", SampleSlope(0))],
        },
        Beat {
            scene: at(Stage::Update),
            claims: &[
                Shows("0.0905", GradientAtStart(6)),
                Shows("0.6548", WeightAfterOneStep(6)),
                Shows("0.7", Given(0.7)),
                Shows("0.5", Given(0.5)),
            ],
        },
    ],
};
