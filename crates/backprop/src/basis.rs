//! What the length of a list follows from.

use std::fmt;

/// What the length of a list follows from. As text it ends a sentence: "9 expected for layers 2-2-1 with
/// biases".
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The weights of a network.
    Network {
        /// Its sizes, the input's first: "2-2-1".
        layers: String,
        /// Whether it has biases.
        bias: bool,
    },
    /// What layers there may be.
    Layers {
        /// The most hidden ones.
        hidden: usize,
    },
    /// One for each layer after the input.
    LayersAfterInput,
    /// The units of the input layer.
    InputUnits,
    /// The units of the output layer.
    OutputUnits,
    /// How many samples there may be.
    DataSet,
    /// One for each row of inputs.
    Inputs {
        /// How many these are.
        count: usize,
    },
    /// The rows before it.
    FirstRow,
    /// A curve or a surface.
    Picture,
    /// In a link, the axes of the picture.
    Axes,
    /// In a link, a weight, perhaps with its range.
    Axis,
    /// In a link, the ends of a range.
    Range,
    /// In a link, a weight and its value.
    Value,
    /// In a link, runs that are pinned.
    PinnedRuns,
    /// In a link, a batch's size, perhaps with its seed.
    Batch,
    /// In a link, a layer and a unit.
    Unit,
}

impl Basis {
    /// One of each.
    ///
    /// ```
    /// use backprop::Basis;
    /// let names: Vec<_> = Basis::all().iter().map(Basis::name).collect();
    /// assert_eq!(names[..2], ["network", "network-without-biases"]);
    /// ```
    pub fn all() -> Vec<Basis> {
        let network = |bias| Basis::Network {
            layers: "2-2-1".to_owned(),
            bias,
        };
        vec![
            network(true),
            network(false),
            Basis::Layers { hidden: 10 },
            Basis::LayersAfterInput,
            Basis::InputUnits,
            Basis::OutputUnits,
            Basis::DataSet,
            Basis::Inputs { count: 4 },
            Basis::FirstRow,
            Basis::Picture,
            Basis::Axes,
            Basis::Axis,
            Basis::Range,
            Basis::Value,
            Basis::PinnedRuns,
            Basis::Batch,
            Basis::Unit,
        ]
    }

    /// Its name, by which a page finds the words in its language.
    pub fn name(&self) -> &'static str {
        match self {
            Basis::Network { bias: true, .. } => "network",
            Basis::Network { .. } => "network-without-biases",
            Basis::Layers { .. } => "layers",
            Basis::LayersAfterInput => "layers-after-input",
            Basis::InputUnits => "input-units",
            Basis::OutputUnits => "output-units",
            Basis::DataSet => "data-set",
            Basis::Inputs { .. } => "inputs",
            Basis::FirstRow => "first-row",
            Basis::Picture => "picture",
            Basis::Axes => "axes",
            Basis::Axis => "axis",
            Basis::Range => "range",
            Basis::Value => "value",
            Basis::PinnedRuns => "pinned-runs",
            Basis::Batch => "batch",
            Basis::Unit => "unit",
        }
    }
}

impl fmt::Display for Basis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = match self {
            Basis::Network { layers, bias } => {
                let bias = if *bias { "with" } else { "without" };
                return write!(f, "for layers {layers} {bias} biases");
            }
            Basis::Layers { hidden } => {
                return write!(
                    f,
                    "for an input, at most {hidden} hidden layers and an output"
                );
            }
            Basis::Inputs { count } => return write!(f, "for {count} inputs"),
            Basis::LayersAfterInput => "for the layers after the input",
            Basis::InputUnits => "for the units of the input layer",
            Basis::OutputUnits => "for the units of the output layer",
            Basis::DataSet => "in a data set",
            Basis::FirstRow => "as in the first row",
            Basis::Picture => "for a picture",
            Basis::Axes => "for the axes of the picture",
            Basis::Axis => "for a weight, or a weight and its range",
            Basis::Range => "for the ends of a range",
            Basis::Value => "for a weight and its value",
            Basis::PinnedRuns => "for pinned runs",
            Basis::Batch => "for a size, or a size and a seed",
            Basis::Unit => "for a layer and a unit",
        };
        f.write_str(words)
    }
}
