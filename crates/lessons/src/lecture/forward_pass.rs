//! Forward pass and error.

use crate::claim::Claim::Shows;
use crate::claim::Quantity::{Given, NetInput, Output, Residual, SampleError};
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
    id: "forward-pass",
    beats: &[
        Beat {
            scene: at(Stage::Forward(0)),
            claims: &[Shows("1", Given(1.0)), Shows("0", Given(0.0))],
        },
        Beat {
            scene: at(Stage::Forward(1)),
            claims: &[
                Shows("0.4", NetInput(2)),
                Shows("0.5987", Output(2)),
                Shows("1", Given(1.0)),
                Shows("0", Given(0.0)),
                Shows("0.1", Given(0.1)),
                Shows("−0.2", Given(-0.2)),
                Shows("0.3", Given(0.3)),
            ],
        },
        Beat {
            scene: at(Stage::Forward(2)),
            claims: &[Shows("0.7342", NetInput(4)), Shows("0.6757", Output(4))],
        },
        Beat {
            scene: at(Stage::Error),
            claims: &[Shows("−0.3243", Residual(4)), Shows("0.0526", SampleError)],
        },
    ],
};
