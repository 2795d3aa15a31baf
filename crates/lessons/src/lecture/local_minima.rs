//! Local minima on a curve and on a surface.

use backprop::Kind;

use crate::claim::Claim::{Ends, Shows};
use crate::claim::Quantity::{Error, Given, Newton};
use crate::fact::Fact;
use crate::lesson::{Beat, Lesson};
use crate::scene::Scene;
use crate::text::Text;

const D: Scene = Scene::of(Fact::FourMinima);

pub(super) const LESSON: Lesson = Lesson {
    id: "local-minima",
    title: Text {
        ja: "局所最適解",
        en: "Local minima",
    },
    text: Text {
        ja: "谷底では勾配が 0 になり、そこが一番深い谷かどうかは分かりません。たった一つのユニットでも、谷はいくつもできます。",
        en: "At the bottom of a valley the gradient is 0, and nothing tells whether it is the deepest one. Even a single unit can have several.",
    },
    beats: &[
        Beat {
            caption: Text {
                ja: "一本の曲線に谷が二つあります。1 から始めた球は浅い谷底で止まりました。ニュートン法の一歩は 0.000 で、ここが確かに底です。",
                en: "Two valleys on one curve. From 1 the ball rests in the shallow one; the Newton step is 0.000, so this is a bottom indeed.",
            },
            scene: Scene::of(Fact::TwoMinima).from(&[1.0]),
            claims: &[
                Ends(Kind::LocalMinimum),
                Shows("0.000", Newton),
                Shows("1", Given(1.0)),
            ],
        },
        Beat {
            caption: Text {
                ja: "重みを二つにすると、谷は四つになります。(−1, −1) からは一番深い谷に着き、誤差は `E = 0.198` です。",
                en: "With two weights there are four valleys. From (−1, −1) it finds the deepest: `E = 0.198`.",
            },
            scene: D.from(&[-1.0, -1.0]),
            claims: &[
                Ends(Kind::Converged),
                Shows("0.198", Error),
                Shows("−1", Given(-1.0)),
            ],
        },
        Beat {
            caption: Text {
                ja: "(1, −1) からは隣の谷に落ち、`E = 0.504` が残ります。",
                en: "From (1, −1) it falls into the next one, and `E = 0.504` remains.",
            },
            scene: D.from(&[1.0, -1.0]),
            claims: &[
                Ends(Kind::LocalMinimum),
                Shows("0.504", Error),
                Shows("1", Given(1.0)),
                Shows("−1", Given(-1.0)),
            ],
        },
        Beat {
            caption: Text {
                ja: "(1, 1) からは一番浅い谷で、`E = 0.810` です。重みが n 個なら、このような谷は `2^n` 個できます(Auer ほか, 1996)。",
                en: "From (1, 1) it is the shallowest: `E = 0.810`. With n weights there can be `2^n` such valleys (Auer et al., 1996).",
            },
            scene: D.from(&[1.0, 1.0]),
            claims: &[
                Ends(Kind::LocalMinimum),
                Shows("0.810", Error),
                Shows("1", Given(1.0)),
                Shows("2", Given(2.0)),
                Shows("1996", Given(1996.0)),
            ],
        },
    ],
};
