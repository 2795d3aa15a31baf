//! A network that takes another shape, and data in other units.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by them, with what it was given"
)]

use backprop::{Activation, Connection, Experiment, Network, Source, Value};
use problems::{carried_over, standardise, with_free, with_start};
use proptest::prelude::*;

/// Weights from 0 on, so that each says which it is; those of `sign` −1 are new.
fn experiment(layers: &[usize], bias: bool, sign: f64) -> Experiment {
    let activations = vec![Activation::Tanh; layers.len() - 1];
    let network = Network::new(layers.to_vec(), activations, bias).expect("a network");
    let numbers = |count: usize| (0..count).map(|_| 0.5).collect::<Value>();
    let weights = (0..network.weight_count()).map(|index| sign * (index + 1) as f64);
    let rule = vec![
        ("name".to_owned(), "steepest-descent".into()),
        ("rate".to_owned(), 0.1.into()),
    ];
    let entries = [
        ("layers", layers.iter().copied().collect()),
        ("activations", layers[1..].iter().map(|_| "tanh").collect()),
        ("bias", bias.into()),
        ("inputs", [numbers(layers[0])].into_iter().collect()),
        (
            "targets",
            [numbers(layers[layers.len() - 1])].into_iter().collect(),
        ),
        ("weights", weights.collect()),
        ("rule", Value::Object(rule)),
        ("steps", 10_usize.into()),
    ];
    let entries = entries.map(|(key, value): (&str, Value)| (key.to_owned(), value));
    Experiment::from_document(&Value::Object(entries.into())).expect("an experiment")
}

/// Old and new layers, and what each new unit was.
fn changes() -> impl Strategy<Value = (Vec<usize>, Vec<usize>, Vec<Option<usize>>, bool, bool)> {
    let layers = || prop::collection::vec(1..5_usize, 2..6);
    (layers(), layers(), any::<bool>(), any::<bool>()).prop_flat_map(|(old, new, before, after)| {
        let (from, count) = (old.iter().sum::<usize>(), new.iter().sum::<usize>());
        let origin = prop::option::of(0..from);
        let origins = prop::collection::vec(origin, count);
        (Just(old), Just(new), origins, Just(before), Just(after))
    })
}

fn place(layers: &[usize], unit: usize) -> (usize, usize) {
    let mut first = 0;
    for (layer, &units) in layers.iter().enumerate() {
        if unit < first + units {
            return (layer, unit - first);
        }
        first += units;
    }
    panic!("no unit {unit}");
}

/// Held against the definition, weight by weight: it keeps its value exactly where it still exists.
#[test]
fn weights_keep_their_values_exactly_where_they_still_exist() {
    proptest!(|((old, new, origins, before, after) in changes())| {
        let [old_one, new_one] = [experiment(&old, before, 1.0), experiment(&new, after, -1.0)];
        let carried = carried_over(&old_one, &new_one, &origins).expect("an experiment");
        let network = new_one.problem().network();
        let first = |layer: usize| new[..layer].iter().sum::<usize>();
        for index in 0..network.weight_count() {
            let weight = network.connection(index).expect("a weight");
            let was = |layer: usize, unit: usize| origins[first(layer) + unit].map(|at| place(&old, at));
            let unit = was(weight.layer, weight.unit).filter(|(layer, _)| *layer > 0);
            let kept = unit.and_then(|(layer, unit)| {
                let source = match weight.source {
                    Source::Bias => before.then_some(Source::Bias)?,
                    Source::Unit(j) => {
                        let (its, source) = was(weight.layer - 1, j)?;
                        (its + 1 == layer).then_some(Source::Unit(source))?
                    }
                };
                old_one.problem().network().index(Connection { layer, unit, source })
            });
            let wanted = kept.map_or(-(index as f64 + 1.0), |old| old as f64 + 1.0);
            prop_assert_eq!(carried.start()[index], wanted);
        }
    });
}

#[test]
fn what_is_kept_fixed_stays_so_and_what_is_new_moves() {
    let before = with_free(&experiment(&[1, 1, 1], false, 1.0), vec![1]).expect("an experiment");
    let after = experiment(&[1, 2, 1], false, -1.0);
    let carried = carried_over(&before, &after, &[Some(0), Some(1), None, Some(2)]);
    let carried = carried.expect("an experiment");
    assert_eq!(carried.start(), [1.0, -2.0, 2.0, -4.0]);
    assert_eq!(carried.free(), [1, 2, 3]);
    // Nothing that moved is left: all does.
    let carried = carried_over(
        &before,
        &experiment(&[1, 1], false, -1.0),
        &[Some(0), Some(1)],
    );
    assert_eq!(carried.expect("an experiment").free(), [0]);
}

#[test]
fn the_best_error_is_forgotten_where_it_may_be_another() {
    let known = experiment(&[1, 1, 1], false, 1.0).with_best_error(0.25);
    let best = |changed: Result<Experiment, _>| changed.expect("an experiment").parts().best_error;
    let kept = with_free(&known, vec![0])
        .expect("an experiment")
        .with_best_error(0.25);
    assert_eq!(
        best(with_start(&kept, vec![3.0, 2.0])),
        Some(0.25),
        "a free weight starts elsewhere"
    );
    assert_eq!(
        best(with_start(&kept, vec![1.0, 3.0])),
        None,
        "a kept one is another"
    );
    assert_eq!(best(with_free(&known, vec![1])), None);
    assert!(with_free(&known, vec![]).is_err());
    assert!(with_start(&known, vec![1.0]).is_err());
}

#[test]
fn standardised_columns_have_mean_0_and_deviation_1() {
    let column = prop::collection::vec(-1e6..1e6_f64, 2..30);
    proptest!(|(column in column, unit in prop::sample::select(vec![1e-200, 1.0, 1e200]))| {
        let mut rows: Vec<Vec<f64>> = column.iter().map(|x| vec![x * unit, 7.0]).collect();
        let spread = column.iter().any(|x| (x - column[0]).abs() > 1.0);
        prop_assume!(spread);
        let said = standardise(&mut rows).expect("numbers that can be summed");
        let count = rows.len() as f64;
        let mean = rows.iter().map(|row| row[0]).sum::<f64>() / count;
        let square = rows.iter().map(|row| row[0] * row[0]).sum::<f64>() / count;
        // The mean is rounded to a unit in the last place of numbers up to 10⁶ deviations away.
        prop_assert!(mean.abs() < 1e-9 && (square - 1.0).abs() < 1e-9, "{mean}, {square}");
        for (row, x) in rows.iter().zip(&column) {
            let back = row[0] * said[0].deviation + said[0].mean;
            prop_assert!((back / unit - x).abs() < 1e-8);
            prop_assert_eq!(row[1], 0.0);
        }
        prop_assert_eq!((said[1].mean, said[1].deviation), (7.0, 1.0));
    });
    assert_eq!(standardise(&mut [vec![1e308], vec![1.5e308]]), None);
}
