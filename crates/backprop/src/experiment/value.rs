//! A document as a tree, wherever it comes from: parsed by a browser or by serde_json.

/// Values in all lists and objects of a document together. The largest experiment has a third of
/// these; whoever builds the tree builds no more.
pub const MOST_VALUES: usize = 1 << 17;

/// One value of a document. The document of an experiment is an object.
///
/// ```
/// use backprop::{Experiment, Value};
///
/// let number = Value::Number;
/// let rule = vec![
///     ("name".to_owned(), "steepest-descent".into()),
///     ("rate".to_owned(), number(1.0)),
/// ];
/// let entries = [
///     ("layers", [1_usize, 1].into_iter().collect()),
///     ("activations", ["logistic"].into_iter().collect()),
///     ("bias", false.into()),
///     ("inputs", [[1.0].into_iter().collect::<Value>()].into_iter().collect()),
///     ("targets", [[0.8].into_iter().collect::<Value>()].into_iter().collect()),
///     ("weights", [4.0].into_iter().collect()),
///     ("rule", Value::Object(rule)),
///     ("steps", 1000_usize.into()),
/// ];
/// let document = Value::Object(entries.map(|(key, value)| (key.to_owned(), value)).into());
/// let experiment = Experiment::from_document(&document)?;
/// assert_eq!(experiment.start(), [4.0]);
/// // Written again it has a view, too.
/// assert_eq!(Experiment::from_document(&experiment.to_document())?.start(), [4.0]);
/// # Ok::<(), backprop::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing.
    Null,
    /// True or false.
    Boolean(bool),
    /// A number. One that is not finite has no place in an experiment.
    Number(f64),
    /// A text.
    Text(String),
    /// Values one after the other.
    List(Vec<Value>),
    /// Values by name, in the order in which they stand there. A name that stands there twice is
    /// refused.
    Object(Vec<(String, Value)>),
    /// What no document can hold, by its name: "undefined", "Map". Whoever checks the document
    /// refuses it, and says where it stands.
    Foreign(String),
}

impl Value {
    /// What it is, for messages.
    pub(crate) fn type_name(&self) -> &str {
        match self {
            Value::Null => "null",
            Value::Boolean(_) => "true or false",
            Value::Number(_) => "a number",
            Value::Text(_) => "a text",
            Value::List(_) => "a list",
            Value::Object(_) => "an object",
            Value::Foreign(name) => name,
        }
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Value {
        Value::Boolean(value)
    }
}

impl From<f64> for Value {
    fn from(value: f64) -> Value {
        Value::Number(value)
    }
}

impl From<usize> for Value {
    fn from(value: usize) -> Value {
        Value::Number(value as f64)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.to_owned())
    }
}

/// A list.
impl<V: Into<Value>> FromIterator<V> for Value {
    fn from_iter<I: IntoIterator<Item = V>>(values: I) -> Value {
        Value::List(values.into_iter().map(Into::into).collect())
    }
}
