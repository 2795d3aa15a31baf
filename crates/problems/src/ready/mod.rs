//! Problems that everybody knows, ready to use: data, a network that fits, a rate, a start.

mod points;

use backprop::{Activation, Error, Experiment, Scheme, Value};

use Activation::{Identity, Logistic, Tanh};

/// A problem that is ready to use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ready {
    /// Both of two inputs: one unit learns it.
    And,
    /// One of two inputs at least: one unit learns it.
    Or,
    /// One of two inputs and not the other: no single unit learns it.
    Xor,
    /// A period of the sine, with some noise.
    Sine,
    /// Two half circles that reach into each other, with some noise: which of them is a point on?
    Moons,
    /// Hours and marks of five: a line that least squares finds, and descent hardly.
    ExamMarks,
    /// The best known worked example: two inputs, two hidden units, two outputs, one sample, biases
    /// that stay.
    TwoTwoTwo,
}

impl Ready {
    /// All, in the order in which a chooser lists them.
    pub const ALL: [Ready; 7] = [
        Ready::And,
        Ready::Or,
        Ready::Xor,
        Ready::Sine,
        Ready::Moons,
        Ready::ExamMarks,
        Ready::TwoTwoTwo,
    ];

    /// Its name for programs.
    pub fn name(self) -> &'static str {
        match self {
            Ready::And => "and",
            Ready::Or => "or",
            Ready::Xor => "xor",
            Ready::Sine => "sine",
            Ready::Moons => "moons",
            Ready::ExamMarks => "exam-marks",
            Ready::TwoTwoTwo => "two-two-two",
        }
    }

    /// The one of that name.
    pub fn from_name(name: &str) -> Option<Ready> {
        Ready::ALL.into_iter().find(|ready| ready.name() == name)
    }

    /// Whether its samples are drawn from a seed.
    pub fn is_drawn(self) -> bool {
        matches!(self, Ready::Sine | Ready::Moons)
    }

    /// The document of the problem with a network that fits. `seed` is that of samples that are drawn.
    pub fn document(self, seed: u64) -> Value {
        match self {
            Ready::And => gate([0.0, 0.0, 0.0, 1.0], &[2, 1], &[Logistic]),
            Ready::Or => gate([0.0, 1.0, 1.0, 1.0], &[2, 1], &[Logistic]),
            Ready::Xor => gate([0.0, 1.0, 1.0, 0.0], &[2, 2, 1], &[Logistic; 2]),
            Ready::Sine => Recipe {
                layers: &[1, 4, 1],
                activations: &[Tanh, Identity],
                samples: &points::sine(seed),
                start: &[],
                free: &[],
                rate: 0.02,
                steps: 3000,
            }
            .document(),
            Ready::Moons => Recipe {
                layers: &[2, 6, 1],
                activations: &[Tanh, Logistic],
                samples: &points::moons(seed),
                start: &[],
                free: &[],
                rate: 0.2,
                steps: 3000,
            }
            .document(),
            Ready::ExamMarks => Recipe {
                layers: &[1, 1],
                activations: &[Identity],
                samples: &[32.0, 31.0, 53.0, 68.0, 61.0, 62.0, 47.0, 71.0, 59.0, 87.0],
                start: &[0.0, 0.0],
                free: &[],
                rate: 1e-4,
                steps: 1000,
            }
            .document(),
            Ready::TwoTwoTwo => Recipe {
                layers: &[2, 2, 2],
                activations: &[Logistic; 2],
                samples: &[0.05, 0.1, 0.01, 0.99],
                start: &[
                    0.15, 0.2, 0.35, 0.25, 0.3, 0.35, 0.4, 0.45, 0.6, 0.5, 0.55, 0.6,
                ],
                free: &[0, 1, 3, 4, 6, 7, 9, 10],
                rate: 0.5,
                steps: 1000,
            }
            .document(),
        }
    }

    /// The same, checked.
    ///
    /// ```
    /// use problems::Ready;
    ///
    /// let moons = Ready::Moons.experiment(1)?;
    /// assert_eq!(moons.problem().samples().count(), 40);
    /// assert_ne!(moons.problem().samples(), Ready::Moons.experiment(2)?.problem().samples());
    /// # Ok::<(), backprop::Error>(())
    /// ```
    ///
    /// # Errors
    /// None that is known.
    pub fn experiment(self, seed: u64) -> Result<Experiment, Error> {
        Experiment::from_document(&self.document(seed))
    }
}

/// A document in short: all have biases, squared error and steepest descent.
struct Recipe<'r> {
    layers: &'r [usize],
    activations: &'r [Activation],
    /// The inputs and targets of each sample, one after the other.
    samples: &'r [f64],
    /// Drawn where empty.
    start: &'r [f64],
    /// All where empty.
    free: &'r [usize],
    rate: f64,
    steps: usize,
}

impl Recipe<'_> {
    fn document(&self) -> Value {
        let inputs = self.layers.first().copied().unwrap_or_default();
        let width = inputs + self.layers.last().copied().unwrap_or_default();
        let rows = |from: usize, to: usize| {
            let row = |at: usize| {
                let row = self.samples.get(at * width + from..at * width + to);
                numbers(row.unwrap_or_default())
            };
            list(self.samples.len() / width, &row)
        };
        let name = |at: usize| self.activations.get(at).map_or("", |f| f.name()).into();
        let rule = [
            ("name", "steepest-descent".into()),
            ("rate", self.rate.into()),
        ];
        let init = [
            ("scheme", Scheme::Uniform.name().into()),
            ("scale", 1.0.into()),
            ("seed", 1.0.into()),
        ];
        let mut entries = vec![
            ("layers", wholes(self.layers)),
            ("activations", list(self.activations.len(), &name)),
            ("bias", true.into()),
            ("inputs", rows(0, inputs)),
            ("targets", rows(inputs, width)),
            ("rule", object(&rule)),
            ("steps", self.steps.into()),
        ];
        entries.push(if self.start.is_empty() {
            ("init", object(&init))
        } else {
            ("weights", numbers(self.start))
        });
        if !self.free.is_empty() {
            entries.push(("free", wholes(self.free)));
        }
        object(&entries)
    }
}

/// One way for all lists: there are many, and none is long.
fn list(length: usize, value: &dyn Fn(usize) -> Value) -> Value {
    Value::List((0..length).map(value).collect())
}

fn numbers(numbers: &[f64]) -> Value {
    list(numbers.len(), &|at| {
        numbers.get(at).copied().unwrap_or_default().into()
    })
}

fn wholes(wholes: &[usize]) -> Value {
    list(wholes.len(), &|at| {
        wholes.get(at).copied().unwrap_or_default().into()
    })
}

fn object(entries: &[(&str, Value)]) -> Value {
    let mut object = Vec::new();
    for (key, value) in entries {
        object.push(((*key).to_owned(), value.clone()));
    }
    Value::Object(object)
}

/// A logical function of two inputs, in the order 00, 01, 10, 11.
fn gate(targets: [f64; 4], layers: &[usize], activations: &[Activation]) -> Value {
    let [a, b, c, d] = targets;
    Recipe {
        layers,
        activations,
        samples: &[0.0, 0.0, a, 0.0, 1.0, b, 1.0, 0.0, c, 1.0, 1.0, d],
        start: &[],
        free: &[],
        rate: 2.0,
        steps: 2000,
    }
    .document()
}
