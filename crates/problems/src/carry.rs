//! A network takes another shape, and keeps the weights that are still there.

use backprop::{Axis, Connection, Error, Experiment, Initial, Network, Source};

/// `after`, an experiment with another network or other samples, with all that still exists of
/// `before`: the initial values of its weights, which of them are free, and the axes of its picture.
/// Weights that are new begin where `after` has them, and are free.
///
/// `origins` says for each unit of the new network, layer by layer from the input, which unit of the
/// old one it was, counted in the same way; none for a new one. A weight still exists where both of
/// its units do and stand in neighbouring layers, a bias where its unit does.
///
/// ```
/// use backprop::Experiment;
/// use problems::carried_over;
///
/// let document = |layers, inputs, weights| {
///     Experiment::parse(&format!(
///         r#"{{"layers": {layers}, "activations": ["logistic", "logistic"], "bias": true,
///             "inputs": {inputs}, "targets": [[1]], {weights},
///             "rule": {{"name": "steepest-descent", "rate": 1}}, "steps": 10}}"#
///     ))
/// };
/// let before = document("[1, 1, 1]", "[[1]]", r#""weights": [1, 2, 3, 4]"#)?;
/// let after = document("[1, 2, 1]", "[[1]]", r#""weights": [0, 0, 0, 0, 0, 0, 0]"#)?;
/// // The second hidden unit is new.
/// let origins = [Some(0), Some(1), None, Some(2)];
/// let carried = carried_over(&before, &after, &origins)?;
/// assert_eq!(carried.start(), [1.0, 2.0, 0.0, 0.0, 3.0, 0.0, 4.0]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// As [`Experiment::new`]: where all weights that were free are gone, all are.
pub fn carried_over(
    before: &Experiment,
    after: &Experiment,
    origins: &[Option<usize>],
) -> Result<Experiment, Error> {
    let old = before.problem().network();
    let new = after.problem().network();
    let old_units = places(old);
    let new_units = places(new);
    // The unit of the old network that a unit of the new one was.
    let was = |layer: usize, unit: usize| {
        let at = new_units.iter().position(|&place| place == (layer, unit))?;
        old_units.get((*origins.get(at)?)?).copied()
    };
    let origin = |index: usize| {
        let weight = new.connection(index)?;
        let (layer, unit) = was(weight.layer, weight.unit)?;
        let source = match weight.source {
            Source::Bias => Source::Bias,
            Source::Unit(source) => {
                let (before, source) = was(weight.layer - 1, source)?;
                (before + 1 == layer).then_some(Source::Unit(source))?
            }
        };
        old.index(Connection {
            layer,
            unit,
            source,
        })
    };

    let mut start = after.start().to_vec();
    let mut free = Vec::new();
    let mut view = Vec::new();
    for (index, value) in start.iter_mut().enumerate() {
        let Some(kept) = origin(index) else {
            free.push(index);
            continue;
        };
        *value = before.start().get(kept).copied().unwrap_or(*value);
        if before.free().contains(&kept) {
            free.push(index);
        }
        if let Some(at) = before.view().iter().position(|axis| axis.weight == kept) {
            view.push((at, index));
        }
    }
    let mut parts = after.parts().clone();
    let is_some = !free.is_empty() && free.len() < start.len();
    let moving = if free.is_empty() {
        start.len()
    } else {
        free.len()
    };
    parts.initial = Initial::Given(start);
    parts.free = is_some.then_some(free);
    parts.view = kept_view(before.view(), view, moving);
    Experiment::new(parts)
}

/// The axes of a picture where all of them are still there, as places of `axes` and numbers of
/// weights, and no more can be shown of the `moving` weights; else none, and they are chosen anew.
fn kept_view(axes: &[Axis], kept: Vec<(usize, usize)>, moving: usize) -> Option<Vec<Axis>> {
    if kept.len() < axes.len().max(moving.min(2)) {
        return None;
    }
    let mut view = axes.to_vec();
    for (at, weight) in kept {
        view[at].weight = weight;
    }
    Some(view)
}

/// Layer and number of each unit, the input's first.
fn places(network: &Network) -> Vec<(usize, usize)> {
    let mut places = Vec::new();
    for (layer, &units) in network.sizes().iter().enumerate() {
        for unit in 0..units {
            places.push((layer, unit));
        }
    }
    places
}
