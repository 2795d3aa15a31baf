//! The experiments that the lessons are about.

/// An experiment of the lecture, as a document of the command line and the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    /// One logistic unit, one weight, one sample: near starts converge, far ones stand still.
    OneSample,
    /// The same unit, two samples that contradict each other: two minima on one curve.
    TwoMinima,
    /// One logistic unit with a bias, four samples: one minimum in a wide plateau.
    Plateau,
    /// One logistic unit with two inputs: four minima (Auer, Herbster and Warmuth, 1996).
    FourMinima,
    /// 1-1-1 tanh, one sample: a whole curve of solutions.
    Valley,
    /// 1-1-1 tanh, three samples: two solutions, mirror images.
    Mirror,
    /// One identity unit: a parabola with curvature 1.
    Parabola,
    /// A 2-2-1 network with round weights, to follow one update by hand.
    Update,
    /// XOR with a 2-2-1 network, from a start that succeeds.
    Xor,
    /// The same from a start that gets stuck on a plateau.
    XorPlateau,
    /// XOR with tanh, from large initial values.
    XorWide,
    /// The same from Xavier's initial values.
    XorXavier,
}

impl Fact {
    /// Every fact.
    pub const ALL: [Fact; 12] = [
        Fact::OneSample,
        Fact::TwoMinima,
        Fact::Plateau,
        Fact::FourMinima,
        Fact::Valley,
        Fact::Mirror,
        Fact::Parabola,
        Fact::Update,
        Fact::Xor,
        Fact::XorPlateau,
        Fact::XorWide,
        Fact::XorXavier,
    ];

    /// Its document.
    pub fn document(self) -> &'static str {
        match self {
            Fact::OneSample => include_str!("../facts/a.json"),
            Fact::TwoMinima => include_str!("../facts/b.json"),
            Fact::Plateau => include_str!("../facts/c.json"),
            Fact::FourMinima => include_str!("../facts/d.json"),
            Fact::Valley => include_str!("../facts/e.json"),
            Fact::Mirror => include_str!("../facts/f.json"),
            Fact::Parabola => include_str!("../facts/h.json"),
            Fact::Update => include_str!("../facts/update.json"),
            Fact::Xor => include_str!("../facts/xor.json"),
            Fact::XorPlateau => include_str!("../facts/xor-plateau.json"),
            Fact::XorWide => include_str!("../facts/xor-wide.json"),
            Fact::XorXavier => include_str!("../facts/xor-xavier.json"),
        }
    }
}
