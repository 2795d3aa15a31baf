//! A state of the page.

use std::sync::Arc;

use backprop::limits::MOST_HIDDEN_LAYERS;
use backprop::{
    Activation, Axis, Error, Experiment, Initial, Loss, Network, Parts, Problem, Reason, Rule,
    Samples, SteepestDescent,
};
#[cfg(feature = "scenes")]
use backprop::{TextError, Value};

use crate::fact::Fact;

/// What a scene is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Subject {
    /// One of the lecture's experiments.
    Fact(Fact),
    /// A chain 1-1-…-1 with all weights 1, which shows what depth does.
    Chain {
        /// f of every unit.
        activation: Activation,
        /// Hidden layers, 1 to 10.
        hidden: usize,
    },
}

/// The step that the page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cursor {
    /// The start.
    Start,
    /// The end of the run.
    End,
}

/// A moment in one update, in the order of the lecture. Layers are counted from the input, which
/// is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The outputs of a layer.
    Forward(usize),
    /// The error.
    Error,
    /// The deltas of a layer.
    Delta(usize),
    /// The new weights.
    Update,
}

/// What the page lights up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// The curve or surface with the run on it.
    Picture,
    /// What becomes of every start along a curve with every learning rate.
    Rates,
    /// One update with one sample (from 0), at a stage.
    Walk {
        /// Number of the sample.
        sample: usize,
        /// How far the walk is.
        stage: Stage,
    },
    /// A weight in the inspector, with the chain of what it depends on, for one sample.
    Chain {
        /// Number of the sample.
        sample: usize,
        /// Number of the weight.
        weight: usize,
    },
    /// The gradient layer by layer.
    Layers,
}

/// A state of the page: an experiment, a step and what to look at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scene {
    /// What it is about.
    pub subject: Subject,
    /// Initial values of all weights; the subject's own where empty.
    pub start: &'static [f64],
    /// f of every unit; the subject's own where none.
    pub activation: Option<Activation>,
    /// What an output that misses costs; the subject's own where none.
    pub loss: Option<Loss>,
    /// How a step changes the weights, at its rate; the subject's own where none.
    pub rule: Option<Rule>,
    /// ε; the rule's own where none.
    pub rate: Option<f64>,
    /// Steps of the run; the subject's own where none.
    pub steps: Option<usize>,
    /// From where to where the first axis of the picture runs; as the subject has it where none.
    pub across: Option<[f64; 2]>,
    /// The step to show.
    pub cursor: Cursor,
    /// What to light up.
    pub focus: Focus,
    /// Whether the verdict waits until it is asked for: the caption leaves it to the reader.
    pub asks: bool,
}

impl Scene {
    /// The end of a fact's run, as its author left it.
    pub const fn of(fact: Fact) -> Scene {
        Scene {
            subject: Subject::Fact(fact),
            start: &[],
            activation: None,
            loss: None,
            rule: None,
            rate: None,
            steps: None,
            across: None,
            cursor: Cursor::End,
            focus: Focus::Picture,
            asks: false,
        }
    }

    /// The same from other initial values.
    pub const fn from(self, start: &'static [f64]) -> Scene {
        Scene { start, ..self }
    }

    /// The same with units of another kind.
    pub const fn with_units(self, activation: Activation) -> Scene {
        Scene {
            activation: Some(activation),
            ..self
        }
    }

    /// The same with another loss.
    pub const fn with_loss(self, loss: Loss) -> Scene {
        Scene {
            loss: Some(loss),
            ..self
        }
    }

    /// The same by another rule, at its rate.
    pub const fn by(self, rule: Rule) -> Scene {
        Scene {
            rule: Some(rule),
            ..self
        }
    }

    /// The same with another ε.
    pub const fn at_rate(self, rate: f64) -> Scene {
        Scene {
            rate: Some(rate),
            ..self
        }
    }

    /// The same for another number of steps.
    pub const fn for_steps(self, steps: usize) -> Scene {
        Scene {
            steps: Some(steps),
            ..self
        }
    }

    /// The same in a picture whose first axis runs from here to there.
    pub const fn across(self, range: [f64; 2]) -> Scene {
        Scene {
            across: Some(range),
            ..self
        }
    }

    /// The same at its start.
    pub const fn at_start(self) -> Scene {
        Scene {
            cursor: Cursor::Start,
            ..self
        }
    }

    /// The same with a verdict that waits until it is asked for.
    pub const fn asking(self) -> Scene {
        Scene { asks: true, ..self }
    }

    /// The start of a fact's run with something lit up.
    pub const fn looking_at(fact: Fact, focus: Focus) -> Scene {
        Scene {
            focus,
            ..Scene::of(fact).at_start()
        }
    }

    /// The start of a chain's run, layer by layer.
    pub const fn chain(activation: Activation, hidden: usize) -> Scene {
        Scene {
            subject: Subject::Chain { activation, hidden },
            start: &[],
            activation: None,
            loss: None,
            rule: None,
            rate: None,
            steps: None,
            across: None,
            cursor: Cursor::Start,
            focus: Focus::Layers,
            asks: false,
        }
    }

    /// Its experiment.
    ///
    /// # Errors
    /// Where the scene does not fit its subject; the tests open every scene.
    #[cfg(feature = "scenes")]
    pub fn experiment(&self) -> Result<Experiment, TextError> {
        let mut experiment = match self.subject {
            Subject::Fact(fact) => Experiment::parse(fact.document())?,
            Subject::Chain { activation, hidden } => chain(activation, hidden)?,
        };
        if let Some(activation) = self.activation {
            let layers = experiment.problem().network().activations().len();
            let names = vec![Value::from(activation.name()); layers];
            experiment = experiment.with_entry("activations", Some(Value::List(names)))?;
        }
        if let Some(loss) = self.loss {
            experiment = experiment.with_loss(loss)?;
        }
        if let Some(rule) = self.rule {
            experiment = experiment.with_rule(rule)?;
        }
        if !self.start.is_empty() {
            experiment = experiment.with_start(self.start.to_vec())?;
        }
        if let Some(rate) = self.rate {
            experiment = experiment.with_rate(rate)?;
        }
        if let Some(steps) = self.steps {
            experiment = experiment.with_steps(steps)?;
        }
        if let Some([from, to]) = self.across {
            let mut view = experiment.view().to_vec();
            if let Some(axis) = view.first_mut() {
                (axis.from, axis.to) = (from, to);
            }
            experiment = experiment.with_view(view)?;
        }
        Ok(experiment)
    }
}

/// A chain 1-1-…-1 without biases, all weights 1, that is to learn 1 → 0.2: as simple as a deep
/// network gets. The picture shows its first weight and its last.
///
/// # Errors
/// Where `hidden` is 0 or more than ten.
pub fn chain(activation: Activation, hidden: usize) -> Result<Experiment, Error> {
    // Before anything is as long as `hidden` says.
    if !(1..=MOST_HIDDEN_LAYERS).contains(&hidden) {
        return Err(Error {
            place: "hidden".to_owned(),
            reason: Reason::OutOfRange {
                found: hidden as f64,
                least: 1.0,
                greatest: MOST_HIDDEN_LAYERS as f64,
            },
        });
    }
    let sizes = vec![1; hidden + 2];
    let network = Network::new(sizes, vec![activation; hidden + 1], false)?;
    let one = ndarray::array![[1.0]];
    let samples = Samples::new(one.clone(), one * 0.2)?;
    let axis = |weight| Axis {
        weight,
        from: -3.0,
        to: 3.0,
    };
    Experiment::new(Parts {
        problem: Arc::new(Problem::new(network, Loss::default(), samples)?),
        initial: Initial::Given(vec![1.0; hidden + 1]),
        free: None,
        rule: Rule::SteepestDescent(SteepestDescent { rate: 0.5 }),
        batch: None,
        steps: 1000,
        best_error: Some(0.0),
        view: Some(vec![axis(0), axis(hidden)]),
    })
}
