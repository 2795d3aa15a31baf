//! The experiment's document, read and checked key by key.

use std::sync::Arc;

use crate::error::{Error, Reason};
use crate::experiment::place::Place;
use crate::experiment::value::Value;
use crate::experiment::{Axis, Batch, Experiment, Initial, MOST_STEPS, Order, Parts};
use crate::losses::Loss;
use crate::network::Activation;
use crate::network::Network;
use crate::network::{Draw, MOST_SEED, MOST_UNITS, Scheme};
use crate::problem::Problem;
use crate::problem::{MOST_SAMPLES, Samples};
use crate::rules::Rule;

const KEYS: [&str; 14] = [
    "layers",
    "activations",
    "bias",
    "inputs",
    "targets",
    "loss",
    "weights",
    "init",
    "free",
    "rule",
    "batch",
    "steps",
    "best_error",
    "view",
];
const INIT_KEYS: [&str; 3] = ["scheme", "scale", "seed"];
const AXIS_KEYS: [&str; 3] = ["weight", "from", "to"];

impl Experiment {
    /// The experiment that a document describes.
    ///
    /// ```
    /// use backprop::{Experiment, Value};
    ///
    /// let steps = Value::Object(vec![("steps".to_owned(), 2000.0.into())]);
    /// let refused = Experiment::from_document(&steps).unwrap_err();
    /// assert_eq!(refused.to_string(), "layers: expected, but missing");
    /// ```
    ///
    /// # Errors
    /// The first thing that does not fit: where it stands, what was found, what was expected.
    /// Nothing is guessed.
    pub fn from_document(document: &Value) -> Result<Experiment, Error> {
        let document = Place::of(document).object(&KEYS)?;

        let sizes = document.required("layers")?.wholes(1, MOST_UNITS)?;
        let activations = document
            .required("activations")?
            .list()?
            .iter()
            .map(|place| place.name(Activation::ALL, Activation::name))
            .collect::<Result<_, _>>()?;
        let bias = document.required("bias")?.boolean()?;
        let network = Network::new(sizes, activations, bias)?;
        let last_weight = network.weight_count() - 1;
        let inputs = document.required("inputs")?.matrix()?;
        let targets = document.required("targets")?.matrix()?;
        let loss = document
            .optional("loss")
            .map_or(Ok(Loss::default()), |place| {
                place.name(Loss::ALL, Loss::name)
            })?;
        let problem = Problem::new(network, loss, Samples::new(inputs, targets)?)?;

        let initial = match (document.optional("weights"), document.optional("init")) {
            (Some(weights), None) => Initial::Given(weights.numbers()?),
            (None, Some(init)) => Initial::Drawn(read_draw(&init)?),
            (weights, _) => {
                let keys = ["weights", "init"];
                let both = weights.is_some();
                return Err(Error::new("", Reason::ExactlyOne { keys, both }));
            }
        };
        let optional = |key| document.optional(key);
        Experiment::new(Parts {
            problem: Arc::new(problem),
            initial,
            free: optional("free")
                .map(|place| place.wholes(0, last_weight))
                .transpose()?,
            rule: read_rule(&document.required("rule")?)?,
            batch: optional("batch")
                .map(|place| read_batch(&place))
                .transpose()?,
            steps: document.required("steps")?.whole(1, MOST_STEPS as u64)? as usize,
            best_error: optional("best_error")
                .map(|place| place.number())
                .transpose()?,
            view: optional("view")
                .map(|place| read_view(&place, last_weight))
                .transpose()?,
        })
    }
}

impl Experiment {
    /// The same experiment with another value at a key of its document; without the key where none.
    ///
    /// ```
    /// use backprop::{Experiment, Value};
    ///
    /// let experiment = Experiment::parse(
    ///     r#"{"layers": [1, 1], "activations": ["logistic"], "bias": false,
    ///         "inputs": [[1]], "targets": [[0.8]], "weights": [4],
    ///         "rule": {"name": "steepest-descent", "rate": 1}, "steps": 1000}"#,
    /// )?;
    /// let other = experiment.with_entry("loss", Some("cross-entropy".into()))?;
    /// assert_eq!(other.problem().loss().name(), "cross-entropy");
    /// assert_eq!(other.with_entry("loss", None)?.to_document(), experiment.to_document());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As [`Experiment::from_document`].
    pub fn with_entry(&self, key: &str, value: Option<Value>) -> Result<Experiment, Error> {
        let mut document = self.to_document();
        if let Value::Object(entries) = &mut document {
            entries.retain(|(name, _)| name != key);
            entries.extend(value.map(|value| (key.to_owned(), value)));
        }
        Experiment::from_document(&document)
    }
}

fn read_draw(place: &Place<'_>) -> Result<Draw, Error> {
    let init = place.object(&INIT_KEYS)?;
    Ok(Draw {
        scheme: init.required("scheme")?.name(&Scheme::ALL, Scheme::name)?,
        scale: init.required("scale")?.number()?,
        seed: init.required("seed")?.whole(0, MOST_SEED)?,
    })
}

/// The keys and their defaults are the rule's own.
fn read_rule(place: &Place<'_>) -> Result<Rule, Error> {
    let name = place.fields()?.required("name")?;
    let rule = name.name(Rule::ALL, |rule| rule.name())?;
    let fields = place.object(rule.keys())?;
    rule.settings().into_iter().try_fold(rule, |rule, setting| {
        let found = match setting.default {
            None => Some(fields.required(setting.key)?),
            Some(_) => fields.optional(setting.key),
        };
        match found {
            Some(found) => Ok(rule.with(setting.key, found.number()?)),
            None => Ok(rule),
        }
    })
}

/// A seed belongs to an order that is drawn, and to no other.
fn read_batch(place: &Place<'_>) -> Result<Batch, Error> {
    let name = place.fields()?.required("order")?;
    let order = name.name(&Order::ALL, Order::name)?;
    let fields = place.object(match order {
        Order::Given => &["size", "order"],
        Order::Shuffled { .. } => &["size", "order", "seed"],
    })?;
    Ok(Batch {
        size: fields.required("size")?.whole(1, MOST_SAMPLES as u64)? as usize,
        order: match order {
            Order::Given => Order::Given,
            Order::Shuffled { .. } => Order::Shuffled {
                seed: fields.required("seed")?.whole(0, MOST_SEED)?,
            },
        },
    })
}

fn read_view(place: &Place<'_>, last_weight: usize) -> Result<Vec<Axis>, Error> {
    let axes = place.list()?;
    axes.iter()
        .map(|place| {
            let axis = place.object(&AXIS_KEYS)?;
            Ok(Axis {
                weight: axis.required("weight")?.whole(0, last_weight as u64)? as usize,
                from: axis.required("from")?.number()?,
                to: axis.required("to")?.number()?,
            })
        })
        .collect()
}
