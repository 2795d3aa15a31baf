//! No unique answer: a curve of solutions, and mirror images.

use backprop::Kind;

use crate::claim::Claim::{Ends, Shows};
use crate::claim::Quantity::{Eigenvalue, Error, Given, GradientNorm, Weight};
use crate::fact::Fact;
use crate::lesson::{Beat, Lesson};
use crate::scene::Scene;
use crate::text::Text;

const E: Scene = Scene::of(Fact::Valley);
const F: Scene = Scene::of(Fact::Mirror);

pub(super) const LESSON: Lesson = Lesson {
    id: "no-unique-answer",
    title: Text {
        ja: "不定解",
        en: "No unique answer",
    },
    text: Text {
        ja: "誤差が最小になる重みは一組とは限りません。始める場所を変えると、同じ誤差で別の重みに着きます。",
        en: "The weights with the smallest error need not be one set. Another start ends at the same error with other weights.",
    },
    beats: &[
        Beat {
            caption: Text {
                ja: "(1, 1) から始めると、誤差 0 の重み (0.877, 0.779) に着きます。",
                en: "From (1, 1) it finds weights with error 0: (0.877, 0.779).",
            },
            scene: E.from(&[1.0, 1.0]),
            claims: &[
                Ends(Kind::Converged),
                Shows("0.877", Weight(0)),
                Shows("0.779", Weight(1)),
                Shows("0", Error),
                Shows("1", Given(1.0)),
            ],
        },
        Beat {
            caption: Text {
                ja: "(3, 0.1) から始めると、やはり誤差 0 ですが、重みは (3.001, 0.552) です。谷底は点ではなく曲線で、それに沿う向きのヘッセ行列の固有値は 0 です。",
                en: "From (3, 0.1) the error is 0 again, but the weights are (3.001, 0.552). The bottom is a curve; along it the Hessian's eigenvalue is 0.",
            },
            scene: E.from(&[3.0, 0.1]),
            claims: &[
                Ends(Kind::Converged),
                Shows("3.001", Weight(0)),
                Shows("0.552", Weight(1)),
                Shows("0", Error),
                Shows("0", Eigenvalue(0)),
                Shows("3", Given(3.0)),
                Shows("0.1", Given(0.1)),
            ],
        },
        Beat {
            caption: Text {
                ja: "(0, 0) では勾配がちょうど 0 で、一歩も動きません。固有値は −0.5 と 0.5。谷底ではなく鞍点です。",
                en: "At (0, 0) the gradient is exactly 0 and nothing moves. The eigenvalues are −0.5 and 0.5: no valley, but a saddle.",
            },
            scene: E.from(&[0.0, 0.0]),
            claims: &[
                Ends(Kind::Saddle),
                Shows("0", GradientNorm),
                Shows("−0.5", Eigenvalue(0)),
                Shows("0.5", Eigenvalue(1)),
            ],
        },
        Beat {
            caption: Text {
                ja: "サンプルを三つに増やすと、解は曲線ではなくなります。(1, 1) からは (0.673, 1.045) に着きます。",
                en: "With three samples the solutions are no curve any more. From (1, 1) it finds (0.673, 1.045).",
            },
            scene: F.from(&[1.0, 1.0]),
            claims: &[
                Ends(Kind::Converged),
                Shows("0.673", Weight(0)),
                Shows("1.045", Weight(1)),
                Shows("1", Given(1.0)),
            ],
        },
        Beat {
            caption: Text {
                ja: "それでも (−1, −1) からは、鏡に映した (−0.673, −1.045) に着きます。両方の符号を変えても、ネットワークの答えは同じだからです。",
                en: "Yet from (−1, −1) it finds the mirror image, (−0.673, −1.045): flip both signs, and the network answers the same.",
            },
            scene: F.from(&[-1.0, -1.0]),
            claims: &[
                Ends(Kind::Converged),
                Shows("−0.673", Weight(0)),
                Shows("−1.045", Weight(1)),
                Shows("−1", Given(-1.0)),
            ],
        },
    ],
};
