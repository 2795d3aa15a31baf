//! The start decides: one curve, three fates.

use backprop::Kind;

use crate::claim::Claim::{Ends, Shows};
use crate::claim::Quantity::{Error, Given, Weight};
use crate::fact::Fact;
use crate::lesson::{Beat, Lesson};
use crate::scene::Scene;
use crate::text::Text;

const B: Scene = Scene::of(Fact::TwoMinima);

pub(super) const LESSON: Lesson = Lesson {
    id: "initial-values",
    title: Text {
        ja: "初期値依存性",
        en: "The start decides",
    },
    text: Text {
        ja: "同じ誤差曲線でも、初期値しだいで結末は三通りに分かれます。球を左右に動かして確かめてください。",
        en: "One error curve, three fates. Drag the ball along the curve and watch where the descent ends.",
    },
    beats: &[
        Beat {
            caption: Text {
                ja: "−1 から始めると、一番深い谷 `w = −0.155` に着きます。残る誤差は `E = 0.0990` です。",
                en: "From −1 it reaches the deepest valley, `w = −0.155`, where `E = 0.0990` remains.",
            },
            scene: B.from(&[-1.0]),
            claims: &[
                Ends(Kind::Converged),
                Shows("−0.155", Weight(0)),
                Shows("0.0990", Error),
                Shows("−1", Given(-1.0)),
            ],
        },
        Beat {
            caption: Text {
                ja: "1 から始めると、手前の浅い谷 `w = 2.197` に落ちて出られません。誤差は `E = 0.4050` のままです。",
                en: "From 1 it falls into the shallow valley at `w = 2.197` and stays there, with `E = 0.4050`.",
            },
            scene: B.from(&[1.0]),
            claims: &[
                Ends(Kind::LocalMinimum),
                Shows("2.197", Weight(0)),
                Shows("0.4050", Error),
                Shows("1", Given(1.0)),
            ],
        },
        Beat {
            caption: Text {
                ja: "6 から始めると谷にも届きません。2000 歩でも 5.73 までしか動かず、勾配が消えています。",
                en: "From 6 it does not even reach a valley: 2000 steps lead only to 5.73. The gradient has vanished.",
            },
            scene: B.from(&[6.0]),
            claims: &[
                Ends(Kind::VanishingGradient),
                Shows("5.73", Weight(0)),
                Shows("6", Given(6.0)),
                Shows("2000", Given(2000.0)),
            ],
        },
        Beat {
            caption: Text {
                ja: "分かれ目は 0.4 と 0.5 の間にあります。0.4 からなら、まだ一番深い谷に戻れます。",
                en: "The watershed lies between 0.4 and 0.5. From 0.4 it still finds the deepest valley.",
            },
            scene: B.from(&[0.4]),
            claims: &[
                Ends(Kind::Converged),
                Shows("0.4", Given(0.4)),
                Shows("0.5", Given(0.5)),
            ],
        },
        Beat {
            caption: Text {
                ja: "わずか 0.1 ずらして 0.5 から始めると、浅い谷に落ちます。最急降下法は、初期値が許すものしか見つけられません。",
                en: "Shift it by 0.1 to 0.5, and it falls into the shallow one. Steepest descent finds what its start lets it find.",
            },
            scene: B.from(&[0.5]),
            claims: &[
                Ends(Kind::LocalMinimum),
                Shows("0.5", Given(0.5)),
                Shows("0.1", Given(0.1)),
            ],
        },
    ],
};
