//! The experiment's JSON document: read, checked key by key, and written.

use std::sync::Arc;

use ndarray::Array2;

use crate::error::{Error, Reason, printable};
use crate::experiment::json::read;
use crate::experiment::node::Node;
use crate::experiment::{Axis, Experiment, Initial, MOST_STEPS, Parts};
use crate::network::Activation;
use crate::network::Network;
use crate::network::{Draw, MOST_SEED, MOST_UNITS, Scheme};
use crate::problem::Problem;
use crate::problem::Samples;
use crate::rules::Rule;

const KEYS: [&str; 12] = [
    "layers",
    "activations",
    "bias",
    "inputs",
    "targets",
    "weights",
    "init",
    "free",
    "rule",
    "steps",
    "best_error",
    "view",
];
const INIT_KEYS: [&str; 3] = ["scheme", "scale", "seed"];
const RULE_KEYS: [&str; 2] = ["name", "rate"];
const AXIS_KEYS: [&str; 3] = ["weight", "from", "to"];

impl Experiment {
    /// Reads the document of an experiment.
    ///
    /// # Errors
    /// The first thing that does not fit: where it stands, what was found, what was expected.
    /// Nothing is guessed.
    pub fn parse(text: &str) -> Result<Experiment, Error> {
        let node = read(text)?;
        let document = Place {
            path: String::new(),
            node: &node,
        };
        let document = document.object(&KEYS)?;

        let sizes = document.required("layers")?.wholes(1, MOST_UNITS)?;
        let activations = document
            .required("activations")?
            .list()?
            .iter()
            .map(|place| place.name(&Activation::ALL, Activation::name))
            .collect::<Result<_, _>>()?;
        let bias = document.required("bias")?.boolean()?;
        let network = Network::new(sizes, activations, bias)?;
        let last_weight = network.weight_count() - 1;
        let inputs = document.required("inputs")?.matrix()?;
        let targets = document.required("targets")?.matrix()?;
        let problem = Problem::new(network, Samples::new(inputs, targets)?)?;

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

fn read_draw(place: &Place<'_>) -> Result<Draw, Error> {
    let init = place.object(&INIT_KEYS)?;
    Ok(Draw {
        scheme: init.required("scheme")?.name(&Scheme::ALL, Scheme::name)?,
        scale: init.required("scale")?.number()?,
        seed: init.required("seed")?.whole(0, MOST_SEED)?,
    })
}

fn read_rule(place: &Place<'_>) -> Result<Rule, Error> {
    let rule = place.object(&RULE_KEYS)?;
    let name = rule.required("name")?;
    let rate = rule.required("rate")?.number()?;
    let known = Rule::SteepestDescent { rate };
    name.name(&[known], |rule| rule.name())
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

/// A value together with where it stands.
struct Place<'n> {
    path: String,
    node: &'n Node,
}

/// An object whose keys have been checked.
struct Fields<'n> {
    path: String,
    entries: &'n [(String, Node)],
}

impl<'n> Fields<'n> {
    fn path_of(&self, key: &str) -> String {
        // A key that is not ours may hold anything, and the place is printed.
        let key = printable(key);
        if self.path.is_empty() {
            key
        } else {
            format!("{}.{key}", self.path)
        }
    }

    fn optional(&self, key: &str) -> Option<Place<'n>> {
        let (_, node) = self.entries.iter().find(|(found, _)| found == key)?;
        let path = self.path_of(key);
        Some(Place { path, node })
    }

    fn required(&self, key: &str) -> Result<Place<'n>, Error> {
        self.optional(key)
            .ok_or_else(|| Error::new(self.path_of(key), Reason::Missing))
    }
}

impl<'n> Place<'n> {
    fn wrong_type<T>(&self, expected: &'static str) -> Result<T, Error> {
        let found = self.node.type_name();
        let reason = Reason::WrongType { expected, found };
        Err(Error::new(self.path.clone(), reason))
    }

    fn object(&self, known: &'static [&'static str]) -> Result<Fields<'n>, Error> {
        let Node::Object(entries) = self.node else {
            return self.wrong_type("an object");
        };
        let path = self.path.clone();
        let fields = Fields { path, entries };
        for (k, (key, _)) in entries.iter().enumerate() {
            let refuse = |reason| Err(Error::new(fields.path_of(key), reason));
            if !known.contains(&key.as_str()) {
                return refuse(Reason::UnknownKey { known });
            }
            if entries[..k].iter().any(|(earlier, _)| earlier == key) {
                return refuse(Reason::DuplicateKey);
            }
        }
        Ok(fields)
    }

    fn list(&self) -> Result<Vec<Place<'n>>, Error> {
        let Node::List(nodes) = self.node else {
            return self.wrong_type("a list");
        };
        let place = |(i, node)| Place {
            path: format!("{}[{i}]", self.path),
            node,
        };
        Ok(nodes.iter().enumerate().map(place).collect())
    }

    fn number(&self) -> Result<f64, Error> {
        match self.node {
            Node::Number(value) => Ok(*value),
            _ => self.wrong_type("a number"),
        }
    }

    fn boolean(&self) -> Result<bool, Error> {
        match self.node {
            Node::Boolean(value) => Ok(*value),
            _ => self.wrong_type("true or false"),
        }
    }

    /// A whole number from `least` to `greatest`.
    fn whole(&self, least: u64, greatest: u64) -> Result<u64, Error> {
        let found = self.number()?;
        if found.fract() != 0.0 {
            return Err(Error::new(self.path.clone(), Reason::NotWhole { found }));
        }
        let (low, high) = (least as f64, greatest as f64);
        if !(low..=high).contains(&found) {
            return Err(Error::out_of_range(self.path.clone(), found, low, high));
        }
        Ok(found as u64)
    }

    /// The one of `all` that has the name that stands here.
    fn name<T: Copy>(&self, all: &[T], name: impl Fn(T) -> &'static str) -> Result<T, Error> {
        let Node::Text(text) = self.node else {
            return self.wrong_type("a name");
        };
        let found = all.iter().copied().find(|&one| name(one) == text);
        found.ok_or_else(|| {
            let found = text.clone();
            let allowed = all.iter().map(|&one| name(one)).collect();
            Error::new(self.path.clone(), Reason::NotOneOf { found, allowed })
        })
    }

    fn numbers(&self) -> Result<Vec<f64>, Error> {
        self.list()?.iter().map(Place::number).collect()
    }

    /// Whole numbers from `least` to `greatest`.
    fn wholes(&self, least: usize, greatest: usize) -> Result<Vec<usize>, Error> {
        let (least, greatest) = (least as u64, greatest as u64);
        let whole = |place: &Place<'_>| Ok(place.whole(least, greatest)? as usize);
        self.list()?.iter().map(whole).collect()
    }

    /// A list of rows of the same length.
    fn matrix(&self) -> Result<Array2<f64>, Error> {
        let rows = self.list()?;
        let mut width = None;
        let mut values = Vec::new();
        for place in &rows {
            let row = place.numbers()?;
            let width = *width.get_or_insert(row.len());
            let basis = "as in the first row";
            Error::check_count(place.path.as_str(), row.len(), width..=width, basis)?;
            values.extend(row);
        }
        let shape = (rows.len(), width.unwrap_or(0));
        Array2::from_shape_vec(shape, values)
            .map_err(|_| Error::new(self.path.clone(), Reason::Missing))
    }
}
