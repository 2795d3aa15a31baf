//! Pinned runs: each as what differs from the present experiment.

use backprop::{Error, Experiment, Value};

use crate::experiment::{changes, linked};
use crate::link::Link;

/// What makes the run of `pinned` of the present experiment, for the part `pins`; none where that is
/// more than a few numbers, and the pin is a document. A picture shows all runs along the same axes, so
/// that the view of a pin is that of the present experiment.
///
/// ```
/// use backprop::Experiment;
/// use lessons::Fact;
/// use links::{pin, pinned};
///
/// let present = Experiment::parse(Fact::TwoMinima.document())?;
/// let other = present.with_rate(0.25)?.with_start(vec![5.0])?;
/// let parts = pin(&present, &other).expect("two numbers differ");
/// assert_eq!(pinned(&parts, &present)?.run().record, other.run().record);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn pin(present: &Experiment, pinned: &Experiment) -> Option<Value> {
    let seen_alike = pinned.with_view(present.view().to_vec()).ok()?;
    let named = |(name, value): (&str, Value)| (name.to_owned(), value);
    let parts = changes(present, &seen_alike)?;
    Some(Value::Object(parts.into_iter().map(named).collect()))
}

/// The pinned experiment that the parts of a pin make of `present`, or of the document that they carry.
///
/// # Errors
/// Where a part makes no experiment, with its name.
pub fn pinned(parts: &Value, present: &Experiment) -> Result<Experiment, Error> {
    linked(&Link::from_value(parts)?, present)
}
