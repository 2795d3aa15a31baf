//! Back-propagation: the chain of dependence.

use crate::claim::Claim::Shows;
use crate::claim::Quantity::{Delta, Given, GradientAtStart, SampleSlope, WeightAfterOneStep};
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
    id: "back-propagation",
    title: Text {
        ja: "誤差逆伝播法",
        en: "Back-propagation",
    },
    text: Text {
        ja: "誤差を減らすには、各重みをどれだけ変えればよいでしょうか。答えは出力側から入力側へ、層を一つずつさかのぼって求まります。",
        en: "To lower the error, how much should each weight change? The answer comes back from the output, one layer at a time.",
    },
    beats: &[
        Beat {
            caption: Text {
                ja: "出力層では、誤差と傾きの積がデルタになります。`δ = (o − d)f′(x) = −0.0711`",
                en: "In the output layer the delta is the miss times the slope: `δ = (o − d)f′(x) = −0.0711`.",
            },
            scene: at(Stage::Delta(2)),
            claims: &[Shows("−0.0711", Delta(4))],
        },
        Beat {
            caption: Text {
                ja: "隠れ層のデルタは、後ろの層のデルタに重みを掛けて受け取ります。1番目のユニットでは `δ = f′(x) × (−0.0711) × 0.7 = −0.0119` です。",
                en: "A hidden unit takes its delta from the layer after it, through the weight: for the first one `δ = f′(x) × (−0.0711) × 0.7 = −0.0119`.",
            },
            scene: at(Stage::Delta(1)),
            claims: &[
                Shows("−0.0711", Delta(4)),
                Shows("−0.0119", Delta(2)),
                Shows("0.7", Given(0.7)),
                Shows("1", Given(1.0)),
            ],
        },
        Beat {
            caption: Text {
                ja: "重みの傾きは、行き先のデルタと元の出力の積です。`∂E/∂w = δo = −0.0425`。この一本の鎖が、誤差から重みまでをつないでいます。",
                en: "The slope along a weight is the delta it leads to times the output it comes from: `∂E/∂w = δo = −0.0425`. This chain ties the error to the weight.",
            },
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
            caption: Text {
                ja: "入力に近い重みほど鎖は長くなり、`f′(x)` と重みが何度も掛かります。ここでは `∂E/∂w = −0.0119` です。",
                en: "The nearer a weight is to the input, the longer its chain, and the more often it is multiplied by `f′(x)` and a weight: here `∂E/∂w = −0.0119`.",
            },
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
            caption: Text {
                ja: "四つのサンプルの傾きを足すと 0.0905 です。`ε = 0.5` で一歩進むと、重みは 0.7 から 0.6548 に変わります。",
                en: "Summed over the four samples the slope is 0.0905. One step with `ε = 0.5` takes the weight from 0.7 to 0.6548.",
            },
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
