//! Deeper is worse: the gradient layer by layer.

use backprop::Activation::{Logistic, Relu, Tanh};
use backprop::Kind;

use crate::claim::Claim::{Ends, Shows};
use crate::claim::Quantity::{FirstToLast, Given};
use crate::lesson::{Beat, Lesson};
use crate::scene::{Cursor, Scene};
use crate::text::Text;

pub(super) const LESSON: Lesson = Lesson {
    id: "deeper",
    title: Text {
        ja: "深い網ほど",
        en: "Deeper is worse",
    },
    text: Text {
        ja: "誤差は層を一つさかのぼるたびに `f′(x)w` 倍になります。1 より小さい数を何度も掛ければ、入力側には何も届きません。",
        en: "Going back one layer multiplies the delta by `f′(x)w`. Multiply often by less than 1, and nothing reaches the input side.",
    },
    beats: &[
        Beat {
            caption: Text {
                ja: "隠れ層が 1 つなら、最初の重みの勾配は最後の重みの 0.269 倍です。",
                en: "With 1 hidden layer the first weight's gradient is 0.269 of the last one's.",
            },
            scene: Scene::chain(Logistic, 1),
            claims: &[Shows("0.269", FirstToLast), Shows("1", Given(1.0))],
        },
        Beat {
            caption: Text {
                ja: "隠れ層を 4 つにすると `3.28 × 10⁻³` 倍に、",
                en: "With 4 hidden layers it is `3.28 × 10⁻³`,",
            },
            scene: Scene::chain(Logistic, 4),
            claims: &[Shows("3.28 × 10⁻³", FirstToLast), Shows("4", Given(4.0))],
        },
        Beat {
            caption: Text {
                ja: "10 層では `4.2 × 10⁻⁷` 倍になります。入力側の重みは、ほとんど学習しません。",
                en: "and with 10 it is `4.2 × 10⁻⁷`. The weights near the input hardly learn at all.",
            },
            scene: Scene::chain(Logistic, 10),
            claims: &[Shows("4.2 × 10⁻⁷", FirstToLast), Shows("10", Given(10.0))],
        },
        Beat {
            caption: Text {
                ja: "tanh なら `f′(0) = 1` なので減りかたは緩やかで、10 層でも 0.115 倍です。",
                en: "With tanh, whose `f′(0) = 1`, it falls slowly: 0.115 with 10 layers.",
            },
            scene: Scene::chain(Tanh, 10),
            claims: &[
                Shows("0.115", FirstToLast),
                Shows("10", Given(10.0)),
                Shows("0", Given(0.0)),
                Shows("1", Given(1.0)),
            ],
        },
        Beat {
            caption: Text {
                ja: "ReLU では、正の側で `f′(x) = 1`。10 層でも減らず、1 倍のままです。",
                en: "With ReLU, `f′(x) = 1` on the positive side: even with 10 layers the share is still 1.",
            },
            scene: Scene::chain(Relu, 10),
            claims: &[Shows("1", FirstToLast), Shows("10", Given(10.0))],
        },
        Beat {
            caption: Text {
                ja: "ロジスティック関数の 10 層を 1000 歩学習させると、答えを合わせるのは出力側の重みだけで、入力側は動きません。",
                en: "Train the 10 logistic layers for 1000 steps: the weights at the output do all the work, those at the input stay.",
            },
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
