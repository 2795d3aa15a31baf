//! The shape of a multilayer perceptron and the order of its weights.

use std::ops::Range;

use crate::basis::Basis;
use crate::error::Error;
use crate::network::activation::Activation;

/// Layers between the input and the output.
pub const MOST_HIDDEN_LAYERS: usize = 10;
/// Units in a layer, the input's among them.
pub const MOST_UNITS: usize = 16;

/// One layer after the input: where its numbers stand in the flat lists of the network.
///
/// ```
/// use backprop::{Activation, Network};
/// let network = Network::new(vec![2, 2, 1], vec![Activation::Logistic; 2], true)?;
/// // Units are numbered through the network: 0 and 1 are the input, 2 and 3 hidden, 4 the output.
/// let output = &network.layers()[1];
/// assert_eq!((output.units.clone(), output.sources.clone()), (4..5, 2..4));
/// assert_eq!(output.weight(3, 4), 7);
/// assert_eq!(output.bias(4), Some(8));
/// # Ok::<(), backprop::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    /// f of every unit in the layer.
    pub activation: Activation,
    /// Places of its units in a list of all units, the input's units first.
    pub units: Range<usize>,
    /// Places of the units that feed it, in the same list: those of the layer before.
    pub sources: Range<usize>,
    /// Places of its weights in the list of all weights.
    pub weights: Range<usize>,
    /// Weights of one unit: its sources, and its bias if the network has biases.
    pub fan_in: usize,
}

impl Layer {
    /// Place of w_ji, from unit `j` of the sources to unit `i` of the layer; both are places in
    /// the list of all units.
    pub fn weight(&self, j: usize, i: usize) -> usize {
        self.first_weight(i) + (j - self.sources.start)
    }

    /// Place of b_i, the bias of unit `i` of the layer, if it has one.
    pub fn bias(&self, i: usize) -> Option<usize> {
        let sources = self.sources.len();
        (self.fan_in > sources).then(|| self.first_weight(i) + sources)
    }

    fn first_weight(&self, i: usize) -> usize {
        self.weights.start + (i - self.units.start) * self.fan_in
    }
}

/// Where a weight comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The unit of that number in the layer before.
    Unit(usize),
    /// The source that is always 1.
    Bias,
}

/// What a weight connects. Layers are counted from the input, which is 0; units from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Connection {
    /// Layer of the unit that the weight feeds, at least 1.
    pub layer: usize,
    /// Number of that unit in its layer.
    pub unit: usize,
    /// Where the weight comes from.
    pub source: Source,
}

/// The shape of a multilayer perceptron.
///
/// Weights stand in one list: layer by layer from the input, unit by unit in a layer, a unit's
/// incoming weights in the order of their sources and then its bias.
///
/// ```
/// use backprop::{Activation, Connection, Network, Source};
/// let network = Network::new(vec![2, 2, 1], vec![Activation::Logistic; 2], true)?;
/// assert_eq!(network.weight_count(), 9);
/// // The last three belong to the output unit; the very last is its bias.
/// let bias = Connection { layer: 2, unit: 0, source: Source::Bias };
/// assert_eq!(network.connection(8), Some(bias));
/// assert_eq!(network.index(bias), Some(8));
/// assert_eq!(network.describe(), "2-2-1 with biases");
/// # Ok::<(), backprop::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Network {
    sizes: Vec<usize>,
    bias: bool,
    layers: Vec<Layer>,
    activations: Vec<Activation>,
}

impl Network {
    /// A network of `sizes` units a layer, the input's first, with one activation for each layer
    /// after the input.
    ///
    /// # Errors
    /// Where there is no layer after the input or more than ten hidden ones, a layer is empty
    /// or has more than 16 units, or the activations are not one for each layer.
    pub fn new(
        sizes: Vec<usize>,
        activations: Vec<Activation>,
        bias: bool,
    ) -> Result<Network, Error> {
        Error::check_count(
            "layers",
            sizes.len(),
            2..=MOST_HIDDEN_LAYERS + 2,
            Basis::Layers {
                hidden: MOST_HIDDEN_LAYERS,
            },
        )?;
        for (i, &size) in sizes.iter().enumerate() {
            if !(1..=MOST_UNITS).contains(&size) {
                return Err(Error::out_of_range(
                    format!("layers[{i}]"),
                    size as f64,
                    1.0,
                    MOST_UNITS as f64,
                ));
            }
        }
        let expected = sizes.len() - 1;
        Error::check_count(
            "activations",
            activations.len(),
            expected..=expected,
            Basis::LayersAfterInput,
        )?;

        let mut layers = Vec::with_capacity(activations.len());
        let (mut first_source, mut first_unit, mut first_weight) = (0, sizes[0], 0);
        for (k, &activation) in activations.iter().enumerate() {
            let fan_in = sizes[k] + usize::from(bias);
            let layer = Layer {
                activation,
                units: first_unit..first_unit + sizes[k + 1],
                sources: first_source..first_unit,
                weights: first_weight..first_weight + fan_in * sizes[k + 1],
                fan_in,
            };
            first_source = first_unit;
            first_unit = layer.units.end;
            first_weight = layer.weights.end;
            layers.push(layer);
        }
        Ok(Network {
            sizes,
            bias,
            layers,
            activations,
        })
    }

    /// Units a layer, the input's first.
    pub fn sizes(&self) -> &[usize] {
        &self.sizes
    }

    /// One activation for each layer after the input.
    pub fn activations(&self) -> &[Activation] {
        &self.activations
    }

    /// Whether every unit has a bias.
    pub fn has_bias(&self) -> bool {
        self.bias
    }

    /// The layers after the input, in order.
    pub fn layers(&self) -> &[Layer] {
        &self.layers
    }

    /// Places of the output units in a list of all units.
    pub fn output_units(&self) -> Range<usize> {
        self.layers.last().map_or(0..0, |layer| layer.units.clone())
    }

    /// All units, those of the input among them.
    pub(crate) fn unit_count(&self) -> usize {
        self.sizes.iter().sum()
    }

    /// All weights, the biases among them.
    pub fn weight_count(&self) -> usize {
        self.layers.last().map_or(0, |layer| layer.weights.end)
    }

    /// What the weight numbered `index` connects; none beyond the last weight.
    pub fn connection(&self, index: usize) -> Option<Connection> {
        let (k, layer) = self
            .layers
            .iter()
            .enumerate()
            .find(|(_, layer)| layer.weights.contains(&index))?;
        let within = index - layer.weights.start;
        let source = within % layer.fan_in;
        Some(Connection {
            layer: k + 1,
            unit: within / layer.fan_in,
            source: if source < layer.sources.len() {
                Source::Unit(source)
            } else {
                Source::Bias
            },
        })
    }

    /// The number of the weight at `place`; none where the network has no such place.
    pub fn index(&self, place: Connection) -> Option<usize> {
        let layer = self.layers.get(place.layer.checked_sub(1)?)?;
        let source = match place.source {
            Source::Unit(j) => (j < layer.sources.len()).then_some(j)?,
            Source::Bias => self.bias.then_some(layer.sources.len())?,
        };
        (place.unit < layer.units.len())
            .then(|| layer.weights.start + place.unit * layer.fan_in + source)
    }

    /// The shape in words, for messages: "2-2-1 with biases".
    pub fn describe(&self) -> String {
        let bias = if self.bias { "with" } else { "without" };
        format!("{} {bias} biases", self.sizes_in_words())
    }

    /// "2-2-1".
    fn sizes_in_words(&self) -> String {
        let sizes: Vec<String> = self.sizes.iter().map(usize::to_string).collect();
        sizes.join("-")
    }

    /// What the number of its weights follows from.
    pub(crate) fn basis(&self) -> Basis {
        Basis::Network {
            layers: self.sizes_in_words(),
            bias: self.bias,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn two_two_one() -> Network {
        let f = vec![Activation::Logistic; 2];
        Network::new(vec![2, 2, 1], f, true).unwrap()
    }

    #[test]
    fn the_last_three_of_nine_weights_belong_to_the_output_unit() {
        let network = two_two_one();
        assert_eq!(network.weight_count(), 9);
        let sources = [Source::Unit(0), Source::Unit(1), Source::Bias];
        for (index, source) in (6..9).zip(sources) {
            let place = Connection {
                layer: 2,
                unit: 0,
                source,
            };
            assert_eq!(network.connection(index), Some(place));
        }
        assert_eq!(network.connection(9), None);
    }

    #[test]
    fn places_and_numbers_of_weights_lead_to_each_other() {
        let network = two_two_one();
        for index in 0..9 {
            let place = network.connection(index).unwrap();
            assert_eq!(network.index(place), Some(index));
        }
    }

    #[test]
    fn a_layer_knows_the_places_of_its_weights() {
        let network = two_two_one();
        let [hidden, output] = network.layers() else {
            panic!("two layers")
        };
        // Units 0 and 1 are the input, 2 and 3 hidden, 4 the output.
        assert_eq!([hidden.weight(0, 2), hidden.weight(1, 2)], [0, 1]);
        assert_eq!([hidden.weight(0, 3), hidden.weight(1, 3)], [3, 4]);
        assert_eq!([output.weight(2, 4), output.weight(3, 4)], [6, 7]);
        let biases = [hidden.bias(2), hidden.bias(3), output.bias(4)];
        assert_eq!(biases, [Some(2), Some(5), Some(8)]);
        let without = Network::new(vec![2, 1], vec![Activation::Tanh], false).unwrap();
        assert_eq!(without.layers()[0].bias(2), None);
    }
}
