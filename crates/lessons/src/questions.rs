//! The questions of each lesson. Their words stand in `www/lessons/questions`, a file a language.

use backprop::Activation::{Logistic, Relu};
use backprop::Kind::{
    self, Converged, Diverged, LocalMinimum, Oscillating, Saddle, StillDescending,
    VanishingGradient,
};
use backprop::{Momentum, Rule};

use crate::claim::Claim::{self, Shows};
use crate::claim::Quantity::{Error, Given, StepsToLeave, Weight};
use crate::fact::Fact;
use crate::question::Choices::{self, Convergence, Fates};
use crate::question::Question;
use crate::scene::{Focus, Scene};

const A: Scene = Scene::of(Fact::OneSample);
const B: Scene = Scene::of(Fact::TwoMinima);
const C: Scene = Scene::of(Fact::Plateau);
const D: Scene = Scene::of(Fact::FourMinima);
const E: Scene = Scene::of(Fact::Valley);
const F: Scene = Scene::of(Fact::Mirror);
const H: Scene = Scene::of(Fact::Parabola);
const UPDATE: Scene = Scene::of(Fact::Update);
const XOR: Scene = Scene::of(Fact::Xor);

/// What is asked of a scene, what most would say, and how it ends.
const fn ask(
    scene: Scene,
    choices: Choices,
    naive: Kind,
    ends: Kind,
    claims: &'static [Claim],
) -> Question {
    Question {
        scene,
        choices,
        naive,
        ends,
        claims,
    }
}

const fn momentum(momentum: f64) -> Rule {
    Rule::Momentum(Momentum {
        rate: 0.5,
        momentum,
    })
}

/// The questions by the ids of their lessons, in the order of the lecture.
pub const QUESTIONS: [(&str, &[Question]); 12] = [
    ("forward-pass", FORWARD_PASS),
    ("back-propagation", BACK_PROPAGATION),
    ("steepest-descent", STEEPEST_DESCENT),
    ("initial-values", INITIAL_VALUES),
    ("local-minima", LOCAL_MINIMA),
    ("vanishing-1d", VANISHING_1D),
    ("vanishing-2d", VANISHING_2D),
    ("no-unique-answer", NO_UNIQUE_ANSWER),
    ("deeper", DEEPER),
    ("xor", XOR_QUESTIONS),
    ("remedies", REMEDIES),
    ("start-and-rate", START_AND_RATE),
];

const FORWARD_PASS: &[Question] = &[
    ask(
        UPDATE.from(&[5.0; 9]),
        Convergence,
        Converged,
        VanishingGradient,
        &[
            Shows("5", Given(5.0)),
            Shows("2000", Given(2000.0)),
            Shows("1.00", Error),
        ],
    ),
    ask(
        UPDATE.from(&[0.1, -0.2, 0.3, 0.4, -0.5, 0.6, 6.0, 6.0, 0.9]),
        Convergence,
        VanishingGradient,
        Converged,
        &[
            Shows("6", Given(6.0)),
            Shows("2000", Given(2000.0)),
            Shows("0.0035", Error),
        ],
    ),
];

const BACK_PROPAGATION: &[Question] = &[
    ask(
        UPDATE.from(&[0.0; 9]),
        Convergence,
        Converged,
        VanishingGradient,
        &[
            Shows("0", Given(0.0)),
            Shows("2000", Given(2000.0)),
            Shows("0.5", Error),
        ],
    ),
    ask(
        UPDATE.from(&[1.0; 9]),
        Convergence,
        Converged,
        StillDescending,
        &[
            Shows("1", Given(1.0)),
            Shows("2000", Given(2000.0)),
            Shows("0.343", Error),
        ],
    ),
];

const STEEPEST_DESCENT: &[Question] = &[
    ask(
        H.from(&[1.001]).at_rate(2.1),
        Fates,
        Converged,
        Diverged,
        &[
            Shows("1", Given(1.0)),
            Shows("1.001", Given(1.001)),
            Shows("2.1", Given(2.1)),
            Shows("1.1", Given(2.1 - 1.0)),
        ],
    ),
    ask(
        H.at_rate(1.99),
        Fates,
        Oscillating,
        StillDescending,
        &[
            Shows("3", Given(3.0)),
            Shows("1.99", Given(1.99)),
            Shows("1", Given(1.0)),
            Shows("200", Given(200.0)),
        ],
    ),
    ask(
        H.from(&[6.0]).at_rate(1.9),
        Fates,
        Diverged,
        Converged,
        &[
            Shows("6", Given(6.0)),
            Shows("1.9", Given(1.9)),
            Shows("0.9", Given(1.9 - 1.0)),
        ],
    ),
];

const INITIAL_VALUES: &[Question] = &[
    ask(
        B.from(&[4.0]),
        Fates,
        Converged,
        LocalMinimum,
        &[
            Shows("4", Given(4.0)),
            Shows("2000", Given(2000.0)),
            Shows("2.25", Weight(0)),
            Shows("0.405", Error),
        ],
    ),
    ask(
        B.from(&[5.0]),
        Fates,
        LocalMinimum,
        StillDescending,
        &[
            Shows("5", Given(5.0)),
            Shows("2000", Given(2000.0)),
            Shows("4.10", Weight(0)),
            Shows("1900", StepsToLeave),
        ],
    ),
    ask(
        B.from(&[-4.0]),
        Fates,
        VanishingGradient,
        Converged,
        &[Shows("−4", Given(-4.0)), Shows("−0.155", Weight(0))],
    ),
];

const LOCAL_MINIMA: &[Question] = &[
    ask(
        D.from(&[0.4, 0.5]),
        Fates,
        Converged,
        LocalMinimum,
        &[
            Shows("0.4", Given(0.4)),
            Shows("0.5", Given(0.5)),
            Shows("0.504", Error),
        ],
    ),
    ask(
        D.from(&[-4.0, -4.0]),
        Fates,
        VanishingGradient,
        Converged,
        &[Shows("−4", Given(-4.0)), Shows("0.198", Error)],
    ),
    ask(
        D.from(&[10.0, -4.0]),
        Fates,
        LocalMinimum,
        VanishingGradient,
        &[
            Shows("10", Given(10.0)),
            Shows("−4", Given(-4.0)),
            Shows("2000", Given(2000.0)),
            Shows("9.995", Weight(0)),
            Shows("−0.155", Weight(1)),
        ],
    ),
];

const VANISHING_1D: &[Question] = &[
    ask(
        A.from(&[-6.0]),
        Fates,
        VanishingGradient,
        Converged,
        &[Shows("−6", Given(-6.0)), Shows("1.386", Weight(0))],
    ),
    ask(
        A.from(&[5.5]),
        Fates,
        Converged,
        StillDescending,
        &[
            Shows("5.5", Given(5.5)),
            Shows("1000", Given(1000.0)),
            Shows("4.02", Weight(0)),
        ],
    ),
    ask(
        A.from(&[7.0]),
        Fates,
        StillDescending,
        VanishingGradient,
        &[
            Shows("7", Given(7.0)),
            Shows("1000", Given(1000.0)),
            Shows("6.80", Weight(0)),
        ],
    ),
];

const VANISHING_2D: &[Question] = &[
    ask(
        C.from(&[-6.0, 6.0]),
        Fates,
        VanishingGradient,
        Converged,
        &[
            Shows("−6", Given(-6.0)),
            Shows("6", Given(6.0)),
            Shows("0.977", Weight(0)),
            Shows("0", Weight(1)),
        ],
    ),
    ask(
        C.from(&[5.0, 5.0]),
        Fates,
        Converged,
        VanishingGradient,
        &[
            Shows("5", Given(5.0)),
            Shows("2000", Given(2000.0)),
            Shows("5.17", Weight(0)),
            Shows("4.33", Weight(1)),
        ],
    ),
    ask(
        C.from(&[0.0, 10.0]),
        Fates,
        VanishingGradient,
        StillDescending,
        &[
            Shows("0", Given(0.0)),
            Shows("10", Given(10.0)),
            Shows("2000", Given(2000.0)),
            Shows("0.700", Error),
        ],
    ),
];

const NO_UNIQUE_ANSWER: &[Question] = &[
    ask(
        E.from(&[0.001, 0.001]),
        Fates,
        Saddle,
        Converged,
        &[Shows("0.001", Given(0.001)), Shows("3000", Given(3000.0))],
    ),
    ask(
        F.from(&[0.0, 0.0]),
        Fates,
        VanishingGradient,
        Saddle,
        &[Shows("0", Given(0.0))],
    ),
];

const DEEPER: &[Question] = &[
    ask(
        on_surface(Scene::chain(Logistic, 10)),
        Fates,
        VanishingGradient,
        Converged,
        &[
            Shows("10", Given(10.0)),
            Shows("1", Given(1.0)),
            Shows("1000", Given(1000.0)),
            Shows("0.2", Given(0.2)),
        ],
    ),
    ask(
        on_surface(Scene::chain(Relu, 10).from(&[2.0; 11])),
        Fates,
        Converged,
        VanishingGradient,
        &[
            Shows("10", Given(10.0)),
            Shows("2", Given(2.0)),
            Shows("11", Given(11.0)),
            Shows("0.02", Error),
        ],
    ),
];

const XOR_QUESTIONS: &[Question] = &[
    ask(
        XOR.from(&[1.0; 9]),
        Fates,
        LocalMinimum,
        VanishingGradient,
        &[
            Shows("1", Given(1.0)),
            Shows("10000", Given(10000.0)),
            Shows("0.335", Error),
        ],
    ),
    ask(
        XOR.from(&[8.0, -8.0, 0.0, -8.0, 8.0, 0.0, 8.0, 8.0, 0.0]),
        Fates,
        VanishingGradient,
        Converged,
        &[
            Shows("8", Given(8.0)),
            Shows("−8", Given(-8.0)),
            Shows("0", Given(0.0)),
            Shows("10000", Given(10000.0)),
            Shows("0.0004", Error),
        ],
    ),
];

const REMEDIES: &[Question] = &[
    ask(
        B.from(&[1.0]).by(momentum(0.9)),
        Fates,
        Converged,
        LocalMinimum,
        &[
            Shows("1", Given(1.0)),
            Shows("0.9", Given(0.9)),
            Shows("2.197", Weight(0)),
        ],
    ),
    ask(
        B.from(&[0.4]).by(momentum(0.99)),
        Fates,
        Converged,
        VanishingGradient,
        &[
            Shows("0.4", Given(0.4)),
            Shows("0.99", Given(0.99)),
            Shows("45.9", Weight(0)),
        ],
    ),
    ask(
        A.with_units(Relu).from(&[8.0]).at_rate(1.9),
        Fates,
        Converged,
        VanishingGradient,
        &[
            Shows("8", Given(8.0)),
            Shows("1.9", Given(1.9)),
            Shows("−5.68", Weight(0)),
            Shows("0", Given(0.0)),
        ],
    ),
];

const START_AND_RATE: &[Question] = &[
    ask(
        B.from(&[-1.0]).at_rate(20.0),
        Fates,
        Oscillating,
        LocalMinimum,
        &[
            Shows("−1", Given(-1.0)),
            Shows("20", Given(20.0)),
            Shows("2.197", Weight(0)),
        ],
    ),
    ask(
        B.from(&[1.0]).at_rate(50.0),
        Fates,
        Diverged,
        LocalMinimum,
        &[
            Shows("1", Given(1.0)),
            Shows("50", Given(50.0)),
            Shows("2.197", Weight(0)),
        ],
    ),
];

/// The run of a chain on its picture.
const fn on_surface(scene: Scene) -> Scene {
    Scene {
        focus: Focus::Picture,
        ..scene
    }
}
