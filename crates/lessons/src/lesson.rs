//! A lesson: an experiment with what to look at.

use crate::fact::Fact;
use crate::text::Text;

/// One experiment of the lecture with its title and a short text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// Its name in links and tests.
    pub id: &'static str,
    /// A few words.
    pub title: Text,
    /// One or two sentences that say what to do and what to look at.
    pub text: Text,
    /// The experiment that it opens with.
    pub fact: Fact,
}

/// Every lesson, in the order of the lecture. The first one is what a newcomer sees.
pub const LESSONS: [Lesson; 8] = [
    Lesson {
        id: "initial-value",
        title: Text {
            ja: "初期値依存性",
            en: "The start decides",
        },
        text: Text {
            ja: "同じ誤差曲線でも、初期値しだいで行き着く先は三通りに分かれます。球を左右に動かして、結末の変化を確かめてください。",
            en: "One error curve, three fates. Drag the ball along the curve and watch where the descent ends.",
        },
        fact: Fact::TwoMinima,
    },
    Lesson {
        id: "vanishing-1d",
        title: Text {
            ja: "勾配消失(重み1個)",
            en: "Vanishing gradient, one weight",
        },
        text: Text {
            ja: "解の近くから始めれば収束します。遠くから始めると傾きがほとんど 0 になり、誤差が残ったまま重みが動かなくなります。",
            en: "Starts near the solution converge. Far away the slope is almost 0, and the weight stops moving while the error is still there.",
        },
        fact: Fact::OneSample,
    },
    Lesson {
        id: "vanishing-2d",
        title: Text {
            ja: "勾配消失(重み2個)",
            en: "Vanishing gradient, two weights",
        },
        text: Text {
            ja: "谷の外には平らな台地が広がっています。台地から始めると、どちらへ進めばよいか勾配が教えてくれません。",
            en: "Around the valley lies a wide plateau. A start on it gets no direction from the gradient.",
        },
        fact: Fact::Plateau,
    },
    Lesson {
        id: "local-minima",
        title: Text {
            ja: "局所最適解",
            en: "Local minima",
        },
        text: Text {
            ja: "一つのユニットでも、誤差曲面に四つの極小点ができることがあります。本当に良いのはそのうち一つだけです。",
            en: "Even one unit can have four minima on its error surface. Only one of them is the best.",
        },
        fact: Fact::FourMinima,
    },
    Lesson {
        id: "not-unique",
        title: Text {
            ja: "不定解:解の曲線",
            en: "No unique answer: a curve of solutions",
        },
        text: Text {
            ja: "誤差が 0 になる重みは一点ではなく、一本の曲線をなします。始める場所を変えると、同じ誤差で別の重みに着きます。",
            en: "The weights with error 0 are not a point but a whole curve. Another start ends at the same error with other weights.",
        },
        fact: Fact::Valley,
    },
    Lesson {
        id: "mirror",
        title: Text {
            ja: "不定解:鏡像の解",
            en: "No unique answer: mirror images",
        },
        text: Text {
            ja: "二つの重みの符号をそろえて反転しても、ネットワークの出力は変わりません。解はいつも対になって現れます。",
            en: "Flip the signs of both weights and the network answers the same. Solutions come in pairs.",
        },
        fact: Fact::Mirror,
    },
    Lesson {
        id: "learning-rate",
        title: Text {
            ja: "学習率と収束",
            en: "The learning rate",
        },
        text: Text {
            ja: "学習率 `ε` を 0.01 から 2.1 まで変えてみてください。遅すぎる、ちょうどよい、振動する、発散する、の順に変わります。",
            en: "Move the rate `ε` from 0.01 to 2.1: too slow, good, swinging for ever, running away.",
        },
        fact: Fact::Parabola,
    },
    Lesson {
        id: "xor",
        title: Text {
            ja: "XOR:局所解か、勾配消失か",
            en: "XOR: is it a local minimum?",
        },
        text: Text {
            ja: "2-2-1 の XOR には有限の局所最適解がないことが証明されています(Hamey, 1998)。止まって見えるのは台地です。",
            en: "2-2-1 XOR is proven to have no finite local minimum (Hamey, 1998). Where it seems to stop, it is on a plateau.",
        },
        fact: Fact::Xor,
    },
];
