//! Forward pass and error.

use crate::claim::Claim::Shows;
use crate::claim::Quantity::{Given, NetInput, Output, Residual, SampleError};
use crate::fact::Fact;
use crate::lesson::{Beat, Lesson};
use crate::scene::{Focus, Scene, Stage};
use crate::text::Text;

/// The sample (1, 0) → 1.
const SAMPLE: usize = 2;

const fn at(stage: Stage) -> Scene {
    let sample = SAMPLE;
    Scene::looking_at(Fact::Update, Focus::Walk { sample, stage })
}

pub(super) const LESSON: Lesson = Lesson {
    id: "forward-pass",
    title: Text {
        ja: "順伝播と誤差",
        en: "Forward pass and error",
    },
    text: Text {
        ja: "入力は重みを掛けて足し合わされ、関数 `f` を通って次の層へ進みます。最後に、望んだ出力との差が誤差になります。",
        en: "Inputs are weighted, summed, sent through `f` and on to the next layer. What differs from the wanted output in the end is the error.",
    },
    beats: &[
        Beat {
            caption: Text {
                ja: "ネットワークに入力 (1, 0) を与えます。望む出力は 1 です。",
                en: "The network is given the input (1, 0). The wanted output is 1.",
            },
            scene: at(Stage::Forward(0)),
            claims: &[Shows("1", Given(1.0)), Shows("0", Given(0.0))],
        },
        Beat {
            caption: Text {
                ja: "隠れ層の1番目のユニットには `x = 1 × 0.1 + 0 × (−0.2) + 0.3 = 0.4` が流れ込み、`o = f(x) = 0.5987` を出します。",
                en: "Into the first hidden unit flows `x = 1 × 0.1 + 0 × (−0.2) + 0.3 = 0.4`; it puts out `o = f(x) = 0.5987`.",
            },
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
            caption: Text {
                ja: "隠れ層の出力が同じように出力層へ進みます。`x = 0.7342`、`o = 0.6757` です。",
                en: "The hidden outputs go on to the output layer in the same way: `x = 0.7342`, `o = 0.6757`.",
            },
            scene: at(Stage::Forward(2)),
            claims: &[Shows("0.7342", NetInput(4)), Shows("0.6757", Output(4))],
        },
        Beat {
            caption: Text {
                ja: "望む出力との差は `o − d = −0.3243`、誤差は `E = ½(o − d)² = 0.0526` です。",
                en: "It misses the wanted output by `o − d = −0.3243`; the error is `E = ½(o − d)² = 0.0526`.",
            },
            scene: at(Stage::Error),
            claims: &[Shows("−0.3243", Residual(4)), Shows("0.0526", SampleError)],
        },
    ],
};
