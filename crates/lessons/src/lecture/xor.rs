//! XOR: is it a local minimum?

use backprop::Kind;

use crate::claim::Claim::{Ends, Shows};
use crate::claim::Quantity::{Error, Given, GradientNorm, Newton, PositiveEigenvalues};
use crate::fact::Fact;
use crate::lesson::{Beat, Lesson};
use crate::scene::Scene;
use crate::text::Text;

pub(super) const LESSON: Lesson = Lesson {
    id: "xor",
    title: Text {
        ja: "XOR:局所解か、勾配消失か",
        en: "XOR: is it a local minimum?",
    },
    text: Text {
        ja: "2-2-1 の XOR には有限の局所最適解がないことが証明されています(Hamey, 1998)。それでも、学習はときどき止まります。",
        en: "2-2-1 XOR is proven to have no finite local minimum (Hamey, 1998). And yet training sometimes stops.",
    },
    beats: &[
        Beat {
            caption: Text {
                ja: "この初期値からは 10000 歩で解け、誤差は `E = 0.0006` まで下がります。",
                en: "From this start it is solved within 10000 steps: `E = 0.0006`.",
            },
            scene: Scene::of(Fact::Xor),
            claims: &[
                Ends(Kind::Converged),
                Shows("0.0006", Error),
                Shows("10000", Given(10000.0)),
            ],
        },
        Beat {
            caption: Text {
                ja: "別の初期値からは `E = 0.251` で止まったように見えます。勾配は `4 × 10⁻⁴` しかありません。局所最適解でしょうか。",
                en: "From another start it seems to stop at `E = 0.251`; the gradient is only `4 × 10⁻⁴`. A local minimum?",
            },
            scene: Scene::of(Fact::XorPlateau),
            claims: &[
                Ends(Kind::VanishingGradient),
                Shows("0.251", Error),
                Shows("4 × 10⁻⁴", GradientNorm),
            ],
        },
        Beat {
            caption: Text {
                ja: "ヘッセ行列の固有値は 9 個とも正です。勾配と固有値だけを見れば、極小点にしか見えません。",
                en: "All 9 eigenvalues of the Hessian are positive. By gradient and eigenvalues alone it looks like a minimum.",
            },
            scene: Scene::of(Fact::XorPlateau),
            claims: &[
                Ends(Kind::VanishingGradient),
                Shows("9", PositiveEigenvalues),
            ],
        },
        Beat {
            caption: Text {
                ja: "しかしニュートン法の一歩は 1.90 もあります。底は遠く、ここは谷ではなく台地です。止まったのは勾配が消えたからです。",
                en: "But the Newton step is 1.90: the bottom is far away. This is a plateau and no valley; the gradient has vanished.",
            },
            scene: Scene::of(Fact::XorPlateau),
            claims: &[Ends(Kind::VanishingGradient), Shows("1.90", Newton)],
        },
    ],
};
