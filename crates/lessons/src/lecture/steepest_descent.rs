//! Steepest descent and its rate.

use backprop::Kind;

use crate::claim::Claim::{Ends, Shows};
use crate::claim::Quantity::{Given, RateCurvature, Weight, WeightBeforeLastStep};
use crate::fact::Fact;
use crate::lesson::{Beat, Lesson};
use crate::scene::Scene;
use crate::text::Text;

const fn at(rate: f64) -> Scene {
    Scene::of(Fact::Parabola).at_rate(rate)
}

pub(super) const LESSON: Lesson = Lesson {
    id: "steepest-descent",
    title: Text {
        ja: "最急降下法",
        en: "Steepest descent",
    },
    text: Text {
        ja: "傾きの逆向きに、学習率 `ε` を掛けた分だけ進みます。`ε` は小さすぎても大きすぎてもいけません。",
        en: "Go against the slope, by the rate `ε` times as far. `ε` may be too small, and it may be too large.",
    },
    beats: &[
        Beat {
            caption: Text {
                ja: "`w_new = w_old − ε ∂E/∂w`。`ε = 0.5` なら、3 から始めて 200 歩のうちに谷底の 1 に着きます。",
                en: "`w_new = w_old − ε ∂E/∂w`. With `ε = 0.5`, a start at 3 is at the bottom, 1, well within 200 steps.",
            },
            scene: at(0.5),
            claims: &[
                Ends(Kind::Converged),
                Shows("1", Weight(0)),
                Shows("0.5", Given(0.5)),
                Shows("3", Given(3.0)),
                Shows("200", Given(200.0)),
            ],
        },
        Beat {
            caption: Text {
                ja: "`ε = 0.01` では遅すぎます。200 歩でも `w = 1.268` で、まだ降りている途中です。",
                en: "`ε = 0.01` is too slow: after 200 steps `w = 1.268`, still on its way down.",
            },
            scene: at(0.01),
            claims: &[
                Ends(Kind::StillDescending),
                Shows("1.268", Weight(0)),
                Shows("0.01", Given(0.01)),
                Shows("200", Given(200.0)),
            ],
        },
        Beat {
            caption: Text {
                ja: "`ε = 1.9` では谷底を毎回飛び越えますが、揺れは縮み、収束します。`ελ = 1.9` は 2 より小さいからです。",
                en: "`ε = 1.9` jumps across the bottom each time, yet the swings shrink and it converges: `ελ = 1.9` is below 2.",
            },
            scene: at(1.9),
            claims: &[
                Ends(Kind::Converged),
                Shows("1.9", RateCurvature),
                Shows("2", Given(2.0)),
            ],
        },
        Beat {
            caption: Text {
                ja: "ちょうど `ελ = 2` になると、3 と −1 の間をいつまでも往復します。",
                en: "At exactly `ελ = 2` it swings between 3 and −1 for ever.",
            },
            scene: at(2.0),
            claims: &[
                Ends(Kind::Oscillating),
                Shows("2", RateCurvature),
                Shows("3", Weight(0)),
                Shows("−1", WeightBeforeLastStep(0)),
            ],
        },
        Beat {
            caption: Text {
                ja: "`ε = 2.1` では一歩ごとに谷から遠ざかり、発散します。",
                en: "With `ε = 2.1` every step leads farther away: it diverges.",
            },
            scene: at(2.1),
            claims: &[Ends(Kind::Diverged), Shows("2.1", Given(2.1))],
        },
    ],
};
