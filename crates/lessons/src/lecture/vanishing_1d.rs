//! The vanishing gradient with one weight.

use backprop::Kind;

use crate::claim::Claim::{Ends, Shows};
use crate::claim::Quantity::{Error, Given, GradientNormAtStart, Newton, Weight};
use crate::fact::Fact;
use crate::lesson::{Beat, Lesson};
use crate::scene::Scene;
use crate::text::Text;

const A: Scene = Scene::of(Fact::OneSample);

pub(super) const LESSON: Lesson = Lesson {
    id: "vanishing-1d",
    title: Text {
        ja: "勾配消失(重み1個)",
        en: "Vanishing gradient, one weight",
    },
    text: Text {
        ja: "解の近くから始めれば収束します。遠くから始めると傾きがほとんど 0 で、誤差が残ったまま重みが動きません。",
        en: "Starts near the solution converge. Far away the slope is almost 0, and the weight stays where it is while the error is still there.",
    },
    beats: &[
        Beat {
            caption: Text {
                ja: "4 から始めると、解 `w = 1.386` に着きます。",
                en: "From 4 it arrives at the solution, `w = 1.386`.",
            },
            scene: A.from(&[4.0]),
            claims: &[
                Ends(Kind::Converged),
                Shows("1.386", Weight(0)),
                Shows("4", Given(4.0)),
            ],
        },
        Beat {
            caption: Text {
                ja: "8 から始めると、最初の傾きは `6.7 × 10⁻⁵` しかありません。そこでは関数 `f` がほとんど水平だからです。",
                en: "At 8 the slope is only `6.7 × 10⁻⁵` to begin with, because `f` is almost level there.",
            },
            scene: A.from(&[8.0]).at_start(),
            claims: &[
                Shows("6.7 × 10⁻⁵", GradientNormAtStart),
                Shows("8", Given(8.0)),
            ],
        },
        Beat {
            caption: Text {
                ja: "1000 歩進んでも `w = 7.931`。`w_new = w_old` となり、誤差 `E = 0.0199` が残ったまま更新が止まります。",
                en: "After 1000 steps `w = 7.931`. `w_new = w_old`: the update has stopped, though `E = 0.0199` is still there.",
            },
            scene: A.from(&[8.0]),
            claims: &[
                Ends(Kind::VanishingGradient),
                Shows("7.931", Weight(0)),
                Shows("0.0199", Error),
                Shows("1000", Given(1000.0)),
            ],
        },
        Beat {
            caption: Text {
                ja: "ここは谷底ではありません。曲率で測ると、底はまだ 1.00 先にあります。極小点なら、この値はほぼ 0 になります。",
                en: "This is no valley: by its curvature the bottom is still 1.00 away. At a minimum that distance is almost 0.",
            },
            scene: A.from(&[8.0]),
            claims: &[
                Ends(Kind::VanishingGradient),
                Shows("1.00", Newton),
                Shows("0", Given(0.0)),
            ],
        },
        Beat {
            caption: Text {
                ja: "反対側の −8 でも同じです。今度は誤差がもっと大きく、`E = 0.320` も残ります。",
                en: "On the other side, at −8, it is the same, with a larger error left: `E = 0.320`.",
            },
            scene: A.from(&[-8.0]),
            claims: &[
                Ends(Kind::VanishingGradient),
                Shows("0.320", Error),
                Shows("−8", Given(-8.0)),
            ],
        },
    ],
};
