//! The vanishing gradient with two weights.

use backprop::Kind;

use crate::claim::Claim::{Ends, Shows};
use crate::claim::Quantity::{Error, Given, SmallestSlope, Weight};
use crate::fact::Fact;
use crate::lesson::{Beat, Lesson};
use crate::scene::Scene;
use crate::text::Text;

const C: Scene = Scene::of(Fact::Plateau);

pub(super) const LESSON: Lesson = Lesson {
    id: "vanishing-2d",
    title: Text {
        ja: "勾配消失(重み2個)",
        en: "Vanishing gradient, two weights",
    },
    text: Text {
        ja: "谷の外には平らな台地が広がっています。台地から始めると、勾配はほとんど何も教えてくれません。",
        en: "Around the valley lies a wide plateau. There the gradient tells next to nothing.",
    },
    beats: &[
        Beat {
            caption: Text {
                ja: "(3, −3) は谷の近くです。ここからは解 (0.977, 0.000) に着きます。",
                en: "(3, −3) is near the valley. From there it arrives at the solution, (0.977, 0.000).",
            },
            scene: C.from(&[3.0, -3.0]),
            claims: &[
                Ends(Kind::Converged),
                Shows("0.977", Weight(0)),
                Shows("0.000", Weight(1)),
                Shows("3", Given(3.0)),
                Shows("−3", Given(-3.0)),
            ],
        },
        Beat {
            caption: Text {
                ja: "(8, 8) は台地の上です。2000 歩で (8.41, 7.57) までしか動かず、`E = 0.0550` が残ります。",
                en: "(8, 8) is on the plateau: 2000 steps lead only to (8.41, 7.57), and `E = 0.0550` remains.",
            },
            scene: C.from(&[8.0, 8.0]),
            claims: &[
                Ends(Kind::VanishingGradient),
                Shows("8.41", Weight(0)),
                Shows("7.57", Weight(1)),
                Shows("0.0550", Error),
                Shows("8", Given(8.0)),
                Shows("2000", Given(2000.0)),
            ],
        },
        Beat {
            caption: Text {
                ja: "原因は飽和です。正味入力 `x` が大きすぎて、傾きは一番小さいところで `f′(x) = 2.5 × 10⁻¹¹` しかありません。誤差がどれほど大きくても、この値を掛けられて消えます。",
                en: "The cause is saturation: `x` is so large that the slope falls to `f′(x) = 2.5 × 10⁻¹¹`. However large the error, multiplied by this it is gone.",
            },
            scene: C.from(&[8.0, 8.0]),
            claims: &[
                Ends(Kind::VanishingGradient),
                Shows("2.5 × 10⁻¹¹", SmallestSlope),
            ],
        },
        Beat {
            caption: Text {
                ja: "(−8, 8) では誤差がもっと大きく、`E = 0.692`。それでも 2000 歩では谷に着けません。",
                en: "At (−8, 8) the error is larger still, `E = 0.692`; yet 2000 steps do not reach the valley.",
            },
            scene: C.from(&[-8.0, 8.0]),
            claims: &[
                Ends(Kind::VanishingGradient),
                Shows("0.692", Error),
                Shows("−8", Given(-8.0)),
                Shows("8", Given(8.0)),
                Shows("2000", Given(2000.0)),
            ],
        },
    ],
};
