//! What helps, and what does not.

use backprop::Activation::{Logistic, Relu};
use backprop::Kind;

use crate::claim::Claim::{Ends, Shows};
use crate::claim::Quantity::{Error, FirstToLast, FirstToLastOf, Given, Weight};
use crate::fact::Fact;
use crate::lesson::{Beat, Lesson};
use crate::scene::Scene;
use crate::text::Text;

const A: Scene = Scene::of(Fact::OneSample);

pub(super) const LESSON: Lesson = Lesson {
    id: "remedies",
    title: Text {
        ja: "まとめ:何が効くか",
        en: "What helps",
    },
    text: Text {
        ja: "勾配消失には打つ手があります。けれども、局所最適解に効く手は限られます。",
        en: "There are remedies for the vanishing gradient. Few of them help against a local minimum.",
    },
    beats: &[
        Beat {
            caption: Text {
                ja: "解の近くから始める。8 では止まった学習も、4 からなら収束します。",
                en: "Start nearer. What stands still at 8 converges from 4.",
            },
            scene: A.from(&[4.0]),
            claims: &[
                Ends(Kind::Converged),
                Shows("8", Given(8.0)),
                Shows("4", Given(4.0)),
            ],
        },
        Beat {
            caption: Text {
                ja: "学習率を上げる。`ε = 50` なら、8 から始めても `w = 1.386` に着きます。ただし急な場所では発散の危険があります。",
                en: "Raise the rate. With `ε = 50` even the start at 8 arrives at `w = 1.386`; on steep ground such a rate may diverge.",
            },
            scene: A.from(&[8.0]).at_rate(50.0),
            claims: &[
                Ends(Kind::Converged),
                Shows("1.386", Weight(0)),
                Shows("50", Given(50.0)),
                Shows("8", Given(8.0)),
            ],
        },
        Beat {
            caption: Text {
                ja: "関数を替える。10 層でも ReLU なら勾配の比は 1 のままです。ロジスティック関数では `4.2 × 10⁻⁷` でした。",
                en: "Change the function. With ReLU the share is still 1 after 10 layers; with the logistic function it was `4.2 × 10⁻⁷`.",
            },
            scene: Scene::chain(Relu, 10),
            claims: &[
                Shows("1", FirstToLast),
                Shows("4.2 × 10⁻⁷", FirstToLastOf(Logistic, 10)),
                Shows("10", Given(10.0)),
            ],
        },
        Beat {
            caption: Text {
                ja: "初期値を選ぶ。−8 から 8 の間で引いた大きな初期値ではユニットが飽和し、XOR の学習は `E = 0.250` で止まります。",
                en: "Choose the initial values. Drawn between −8 and 8 they saturate the units, and XOR gets stuck at `E = 0.250`.",
            },
            scene: Scene::of(Fact::XorWide),
            claims: &[
                Ends(Kind::VanishingGradient),
                Shows("0.250", Error),
                Shows("−8", Given(-8.0)),
                Shows("8", Given(8.0)),
            ],
        },
        Beat {
            caption: Text {
                ja: "Xavier の初期値は飽和しない大きさに抑えます。同じ網が `E = 0.0002` まで学習します。",
                en: "Xavier's values are small enough not to saturate: the same network learns down to `E = 0.0002`.",
            },
            scene: Scene::of(Fact::XorXavier),
            claims: &[Ends(Kind::Converged), Shows("0.0002", Error)],
        },
        Beat {
            caption: Text {
                ja: "局所最適解には、学習率を下げても効きません。`ε = 0.25` でも 2.19 の谷に落ちます。別の場所から始めるしかありません。",
                en: "Against a local minimum a smaller rate is no help: with `ε = 0.25` it still ends in the valley at 2.19. Only another start does.",
            },
            scene: Scene::of(Fact::TwoMinima).from(&[1.0]).at_rate(0.25),
            claims: &[
                Ends(Kind::LocalMinimum),
                Shows("2.19", Weight(0)),
                Shows("0.25", Given(0.25)),
            ],
        },
    ],
};
