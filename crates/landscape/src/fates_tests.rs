use std::collections::BTreeSet;

use backprop::{Activation, Axis, Experiment, Kind, Rule, Start};
use lessons::{Fact, LESSONS};
use proptest::prelude::*;
use proptest::test_runner::Config;

use super::*;
use crate::plane::Side;
use crate::rates::Rates;

fn fact(fact: Fact) -> Experiment {
    Experiment::parse(fact.document()).unwrap()
}

/// A map of `side` × `side` pixels, or of four times as many in a row.
fn map(experiment: &Experiment, side: usize) -> FateMap {
    let size = match experiment.view().len() {
        1 => [4 * side, 1],
        _ => [side, side],
    };
    FateMap::new(experiment, size, experiment.best_known_error())
}

fn all_pixels(map: &FateMap) -> Vec<(usize, usize)> {
    let [columns, rows] = map.size();
    let row = |row| (0..columns).map(move |column| (column, row));
    (0..rows).flat_map(row).collect()
}

/// The start that a pixel stands for: its weights, and its rate.
fn start(experiment: &Experiment, map: &FateMap, (column, row): (usize, usize)) -> Start {
    let mut start = Start {
        weights: experiment.start().to_vec(),
        rate: experiment.rule().rate(),
    };
    let place = map.domain().pixel([column, row], map.size());
    map.domain().put(place, &mut start);
    start
}

/// What a click on a pixel leads to.
fn clicked(experiment: &Experiment, start: &Start) -> Fate {
    let experiment = experiment.with_start(start.weights.clone()).unwrap();
    let experiment = experiment.with_rate(start.rate).unwrap();
    let run = experiment.run();
    let goal = run.verdict.goal.error;
    Fate {
        kind: run.verdict.kind,
        steps: run.record.steps(),
        steps_to_goal: run.record.steps_to(goal),
        error: run.verdict.error,
        gradient_norm_at_start: run.record.gradient_norms()[0],
        end: match *experiment.free() {
            [one] => Some([run.record.last_weights()[one], 0.0]),
            [one, other] => Some([one, other].map(|i| run.record.last_weights()[i])),
            _ => None,
        },
    }
}

/// Every number to the last bit.
fn bits(fate: &Fate) -> (Kind, usize, Option<usize>, [u64; 4]) {
    // Which of the many NaNs an operation gives is not defined.
    let bits = |x: f64| if x.is_nan() { f64::NAN } else { x }.to_bits();
    let [x, y] = fate.end.unwrap_or_default();
    let numbers = [fate.error, fate.gradient_norm_at_start, x, y].map(bits);
    (fate.kind, fate.steps, fate.steps_to_goal, numbers)
}

fn assert_map_is_clicks(experiment: &Experiment, map: &FateMap) -> BTreeSet<Kind> {
    let pixels = all_pixels(map);
    let fates = map.fates(&pixels);
    assert_eq!(fates.len(), pixels.len());
    for (&pixel, fate) in pixels.iter().zip(&fates) {
        let start = start(experiment, map, pixel);
        let clicked = clicked(experiment, &start);
        assert_eq!(bits(fate), bits(&clicked), "{pixel:?}: {start:?}");
    }
    fates.iter().map(|fate| fate.kind).collect()
}

/// Every experiment of every beat of every lesson, each once, whatever its start on the axes.
fn experiments_of_lessons() -> Vec<Experiment> {
    let mut experiments: Vec<Experiment> = Vec::new();
    for beat in LESSONS.iter().flat_map(|lesson| lesson.beats) {
        let experiment = beat.scene.experiment().unwrap();
        let best = experiment.best_known_error();
        let experiment = experiment.with_best_error(best);
        let mut start = experiment.start().to_vec();
        for axis in experiment.view() {
            start[axis.weight] = 0.0;
        }
        let experiment = experiment.with_start(start).unwrap();
        if !experiments.contains(&experiment) {
            experiments.push(experiment);
        }
    }
    experiments
}

#[test]
fn every_pixel_of_every_lessons_map_is_what_a_click_leads_to() {
    let experiments = experiments_of_lessons();
    assert!(experiments.len() > 8);
    let mut kinds = BTreeSet::new();
    for experiment in &experiments {
        kinds.extend(assert_map_is_clicks(experiment, &map(experiment, 12)));
    }
    assert!(kinds.len() >= 5, "{kinds:?}");
}

/// Shares are counted here from single runs alone, with verdicts by name.
#[test]
fn shares_of_fates_are_those_of_single_runs() {
    for (fact_, side) in [
        (Fact::TwoMinima, 12),
        (Fact::FourMinima, 24),
        (Fact::Valley, 24),
    ] {
        let experiment = fact(fact_);
        let experiment = experiment
            .clone()
            .with_best_error(experiment.best_known_error());
        let map = map(&experiment, side);
        let pixels = all_pixels(&map);
        let counts = counts(&map.fates(&pixels));
        let view = experiment.view();
        for (kind, count) in Kind::ALL.into_iter().zip(counts) {
            let single = pixels.iter().filter(|&&(column, row)| {
                let mut start = experiment.start().to_vec();
                let [columns, rows] = map.size();
                for (axis, (place, pixels)) in view.iter().zip([(column, columns), (row, rows)]) {
                    let width = (axis.to - axis.from) / pixels as f64;
                    start[axis.weight] = axis.from + width * (place as f64 + 0.5);
                }
                let run = experiment.with_start(start).unwrap().run();
                run.verdict.kind.name() == kind.name()
            });
            assert_eq!(single.count(), count, "{fact_:?}: {kind:?}");
        }
        assert_eq!(counts.iter().sum::<usize>(), pixels.len());
    }
}

/// tanh is odd: (−w1, −w2) is the same function as (w1, w2). With a power of two of pixels their
/// middles are mirror images to the last bit, and then so is all that follows.
#[test]
fn maps_of_mirror_images_are_symmetric() {
    for one in [Fact::Valley, Fact::Mirror] {
        let experiment = fact(one);
        let [a, b] = experiment.view() else {
            panic!("two axes")
        };
        assert_eq!([a.from, b.from], [-a.to, -b.to]);
        let map = map(&experiment, 32);
        let pixels = all_pixels(&map);
        let fates = map.fates(&pixels);
        for (fate, mirrored) in fates.iter().zip(fates.iter().rev()) {
            let end = mirrored.end.map(|end| end.map(|w| -w));
            let mirrored = Fate { end, ..*mirrored };
            assert_eq!(bits(fate), bits(&mirrored), "{one:?}");
        }
    }
}

#[test]
fn any_part_of_a_map_in_any_order_is_that_part() {
    let experiment = fact(Fact::FourMinima);
    let map = map(&experiment, 10);
    let pixels = all_pixels(&map);
    let whole = map.fates(&pixels);
    let some: Vec<usize> = (0..pixels.len()).rev().step_by(7).collect();
    let part = map.fates(&some.iter().map(|&i| pixels[i]).collect::<Vec<_>>());
    for (&i, fate) in some.iter().zip(&part) {
        assert_eq!(bits(fate), bits(&whole[i]));
    }
    assert!(map.fates(&[]).is_empty());
}

#[test]
fn other_weights_keep_their_initial_values() {
    let experiment = fact(Fact::XorPlateau);
    assert!(experiment.start().len() > 2);
    let start = start(&experiment, &map(&experiment, 5), (4, 0)).weights;
    let [x, y] = experiment.view() else {
        panic!("two axes")
    };
    for (i, (&found, &initial)) in start.iter().zip(experiment.start()).enumerate() {
        if i != x.weight && i != y.weight {
            assert_eq!(found, initial);
        }
    }
    let at = |axis: &Axis, part: f64| axis.from + part * (axis.to - axis.from);
    assert!((start[x.weight] - at(x, 0.9)).abs() < 1e-12);
    assert!((start[y.weight] - at(y, 0.1)).abs() < 1e-12);
}

/// An axis of a weight that descent does not move: what counts as solved differs along it.
#[test]
fn along_frozen_weights_the_goal_differs() {
    for (network, weights, free, axes) in [
        (r#""bias":false"#, "[1,1]", "[1]", [0, 1]),
        (r#""bias":false"#, "[1,1]", "[0]", [0, 1]),
        (r#""bias":true"#, "[1,0,1,0]", "[1,3]", [0, 2]),
    ] {
        let [x, y] = axes;
        let text = format!(
            r#"{{"layers":[1,1,1],"activations":["tanh","tanh"],{network},
            "inputs":[[0.3],[1],[2.5]],"targets":[[0.2],[0.55],[0.75]],"weights":{weights},
            "free":{free},"rule":{{"name":"steepest-descent","rate":0.2}},"steps":400,
            "view":[{{"weight":{x},"from":-6,"to":6}},{{"weight":{y},"from":-6,"to":6}}]}}"#
        );
        let experiment = Experiment::parse(&text).unwrap();
        let kinds = assert_map_is_clicks(&experiment, &map(&experiment, 5));
        assert!(kinds.contains(&Kind::Converged), "{free} of {weights}");
    }
}

/// Small networks of all functions, from anywhere, in planes of all kinds.
fn documents() -> impl Strategy<Value = String> {
    let names = prop::sample::select(Activation::ALL).prop_map(|f| f.name());
    let number = || (-20..=20_i32).prop_map(|x| f64::from(x) / 10.0);
    let sizes = prop::sample::select(vec![vec![1, 1], vec![2, 1], vec![1, 2, 1], vec![2, 2, 2]]);
    (
        sizes,
        any::<bool>(),
        prop::sample::select(vec![0.05, 0.5, 3.0, 50.0]),
        1..250_usize,
    )
        .prop_flat_map(move |(sizes, bias, rate, steps)| {
            let layers = sizes.len() - 1;
            let sources = |size: usize| size + usize::from(bias);
            let weights: usize = sizes
                .windows(2)
                .map(|pair| sources(pair[0]) * pair[1])
                .sum();
            let (inputs, outputs) = (sizes[0], sizes[layers]);
            let sample = |width| prop::collection::vec(prop::collection::vec(number(), width), 3);
            (
                prop::collection::vec(names.clone(), layers),
                sample(inputs),
                sample(outputs),
                prop::collection::vec(number(), weights),
            )
                .prop_map(move |(activations, inputs, targets, weights)| {
                    format!(
                        r#"{{"layers":{sizes:?},"activations":{activations:?},"bias":{bias},
                        "inputs":{inputs:?},"targets":{targets:?},"weights":{weights:?},
                        "rule":{{"name":"steepest-descent","rate":{rate}}},"steps":{steps},
                        "best_error":0}}"#
                    )
                })
        })
}

proptest! {
    #![proptest_config(Config { cases: 24, failure_persistence: None, ..Config::default() })]

    #[test]
    fn maps_of_random_problems_are_clicks(text in documents(), seed in any::<u64>()) {
        let experiment = Experiment::parse(&text).unwrap();
        assert_map_is_clicks(&experiment, &map(&experiment, 5));
        let run = experiment.run();
        let planes = [
            Plane::random(&experiment, seed, 12.0),
            Plane::principal(&experiment, &run.record, 0.25),
        ];
        for plane in planes.into_iter().flatten() {
            let map = FateMap::over(&experiment, plane, [4, 5], 0.0);
            assert_map_is_clicks(&experiment, &map);
        }
    }
}

/// Targets so far away that every error is infinite: there is no best one, and every start diverges.
#[test]
fn where_no_error_is_finite_every_start_has_diverged() {
    for layers in ["[1, 1]", "[1, 1, 1]"] {
        let activations = match layers {
            "[1, 1]" => r#"["identity"]"#,
            _ => r#"["tanh", "identity"]"#,
        };
        let text = format!(
            r#"{{"layers": {layers}, "activations": {activations}, "bias": false, "inputs": [[1]],
            "targets": [[1e200]], "init": {{"scheme": "he", "scale": 1, "seed": 1}},
            "rule": {{"name": "steepest-descent", "rate": 1}}, "steps": 100}}"#
        );
        let experiment = Experiment::parse(&text).unwrap();
        let best = experiment.best_known_error();
        assert_eq!(best, f64::INFINITY);
        // It is no error that a document could say, and none that could be refused.
        let known = experiment.clone().with_best_error(best);
        assert_eq!(known.parts().best_error, None);
        assert!(known.with_start(experiment.start().to_vec()).is_ok());
        let found = assert_map_is_clicks(&experiment, &map(&experiment, 8));
        assert_eq!(found, BTreeSet::from([Kind::Diverged]));
    }
}

/// As many fates as starts, also of a plane that leads out of the numbers.
#[test]
fn starts_beyond_all_numbers_have_diverged() {
    let experiment = fact(Fact::OneSample);
    let side = Side {
        direction: vec![1.0],
        from: -1e308,
        to: 1.7e308,
        share: None,
    };
    let plane = Plane::new(vec![1.7e308], vec![side]);
    let best = experiment.best_known_error();
    let map = FateMap::over(&experiment, plane, [9, 1], best);
    let last = start(&experiment, &map, (8, 0));
    assert!(!last.weights[0].is_finite());
    let fates = map.fates(&all_pixels(&map));
    assert_eq!(counts(&fates)[Kind::Diverged as usize], 9);
}

/// A map of `side` × `side` starts and rates, over the experiment's first axis.
fn rate_map(experiment: &Experiment, side: usize, rates: Rates) -> FateMap {
    let along = experiment.with_view(vec![experiment.view()[0]]).unwrap();
    let domain = Domain::Rates(Plane::of_view(&along), rates);
    let best = experiment.best_known_error();
    FateMap::over(experiment, domain, [side, side], best)
}

/// With every rule, one weight or many, whichever of them descent moves.
#[test]
fn every_pixel_of_start_and_rate_is_what_a_click_leads_to() {
    let mut kinds = BTreeSet::new();
    for &rule in Rule::ALL {
        let experiment = fact(Fact::TwoMinima)
            .with_rule(rule.with_rate(0.3))
            .unwrap();
        let map = rate_map(&experiment, 12, Rates::DEFAULT);
        kinds.extend(assert_map_is_clicks(&experiment, &map));
    }
    assert!(kinds.len() >= 5, "{kinds:?}");
    for many in [Fact::Mirror, Fact::Xor] {
        let experiment = fact(many).with_steps(300).unwrap();
        assert_map_is_clicks(&experiment, &rate_map(&experiment, 5, Rates::DEFAULT));
    }
    let text = Fact::Mirror.document().replacen('{', r#"{"free": [1],"#, 1);
    let frozen = Experiment::parse(&text).unwrap().with_steps(300).unwrap();
    assert_map_is_clicks(&frozen, &rate_map(&frozen, 5, Rates::DEFAULT));
}

/// What a strip says is one row of the map.
#[test]
fn a_row_of_the_map_is_the_strip() {
    let experiment = fact(Fact::TwoMinima);
    let rates = Rates {
        from: 0.125,
        to: 2.0,
    };
    let map = rate_map(&experiment, 33, rates);
    let best = experiment.best_known_error();
    let strip = FateMap::new(&experiment, [33, 1], best);
    let row: Vec<_> = (0..33).map(|column| (column, 16)).collect();
    let fates = map.fates(&row);
    assert_eq!(fates, strip.fates(&all_pixels(&strip)));
    let (basins, _) = map.divide(&fates);
    let minima: Vec<f64> = basins
        .iter()
        .filter_map(|basin| Some(basin.bottom?.place[0]))
        .collect();
    assert_eq!(minima.len(), 2);
    assert!((minima[0] + 0.154802).abs() < 1e-5 && (minima[1] - 2.197224).abs() < 1e-5);
}

#[test]
fn an_axis_of_rates_keeps_its_place_under_the_pointer() {
    let rates = Rates {
        from: 0.02,
        to: 300.0,
    };
    for part in [0.0, 0.3, 0.77, 1.0] {
        assert!((rates.part(rates.at(part)) - part).abs() < 1e-12);
        let at = rates.at(part);
        assert!((rates.zoomed(at, 0.3).part(at) - part).abs() < 1e-9);
    }
    let moved = rates.moved(0.25);
    assert!((moved.at(0.5) / rates.at(0.75) - 1.0).abs() < 1e-12);
}

/// Holds what a map tells of how much ends depend on their starts against single runs, along the sides
/// of the map; and says how many differ from 1 by more than a tenth.
fn assert_sensitivities(experiment: &Experiment, map: &FateMap) -> usize {
    let pixels = all_pixels(map);
    let found = map.sensitivities(&pixels, &map.fates(&pixels));
    let sides = map.plane().sides().iter();
    let directions: Vec<&[f64]> = sides.map(|side| &side.direction[..]).collect();
    for (&pixel, found) in pixels.iter().zip(&found) {
        let start = start(experiment, map, pixel);
        let alone = experiment.with_start(start.weights).unwrap();
        let alone = alone.with_rate(start.rate).unwrap();
        let record = alone.run().record;
        let alone = alone.sensitivity(&record, &directions);
        let alone = alone.map_or(f64::NAN, |found| found.log10());
        assert_eq!(
            found.to_bits(),
            alone.to_bits(),
            "{pixel:?}: {found} {alone}"
        );
    }
    found.iter().filter(|power| power.abs() > 0.05).count()
}

/// Along one weight and rates, over two weights, over a plane across nine, and by a rule that remembers.
#[test]
fn every_pixel_tells_how_much_a_clicked_run_depends_on_its_start() {
    let two = fact(Fact::TwoMinima).with_steps(300).unwrap();
    let rates = Rates {
        from: 0.01,
        to: 100.0,
    };
    assert!(assert_sensitivities(&two, &rate_map(&two, 9, rates)) > 40);
    let adam = Rule::ALL.last().unwrap().with_rate(0.05);
    let four = fact(Fact::FourMinima).with_steps(300).unwrap();
    assert!(assert_sensitivities(&four, &map(&four, 7)) > 5);
    let four = four.with_rule(adam).unwrap();
    assert!(assert_sensitivities(&four, &map(&four, 7)) > 5);
    let xor = fact(Fact::Xor).with_steps(200).unwrap();
    let plane = Plane::random(&xor, 3, 6.0).unwrap();
    let best = xor.best_known_error();
    let map = FateMap::over(&xor, plane, [6, 6], best);
    assert!(assert_sensitivities(&xor, &map) > 5);
}
