use lessons::Fact;

use super::*;
use crate::fates::FateMap;

fn experiment(fact: Fact) -> Experiment {
    let experiment = Experiment::parse(fact.document()).unwrap();
    let best = experiment.best_known_error();
    experiment.with_best_error(best)
}

fn map(experiment: &Experiment, side: usize) -> FateMap {
    let rows = if experiment.view().len() == 1 {
        1
    } else {
        side
    };
    FateMap::new(experiment, [side, rows], experiment.best_known_error())
}

fn pixels(map: &FateMap) -> Vec<(usize, usize)> {
    let [columns, rows] = map.size();
    let row = |row| (0..columns).map(move |column| (column, row));
    (0..rows).flat_map(row).collect()
}

/// The basins of a map, and the one that each of its starts is in.
fn divided(experiment: &Experiment, side: usize) -> (Vec<Basin>, Vec<Outcome>) {
    let map = map(experiment, side);
    let mut basins = Basins::new(experiment, map.plane()).unwrap();
    let fates = map.fates(&pixels(&map));
    let outcomes: Vec<Outcome> = fates.iter().map(|fate| basins.outcome(fate)).collect();
    let mut census = Census::default();
    for &outcome in &outcomes {
        census.add(outcome, 1);
    }
    assert_eq!(census.total(), fates.len());
    (census.basins(basins.bottoms()), outcomes)
}

/// Verdicts, numbers and places of the basins that have a minimum.
fn places(basins: &[Basin]) -> Vec<(Kind, usize, [f64; 2])> {
    let place = |basin: &Basin| Some((basin.outcome.kind, basin.number, basin.bottom?.place));
    basins.iter().filter_map(place).collect()
}

fn assert_places(found: &[(Kind, usize, [f64; 2])], expected: &[(Kind, usize, [f64; 2])]) {
    assert_eq!(found.len(), expected.len(), "{found:?}");
    for (found, expected) in found.iter().zip(expected) {
        assert_eq!((found.0, found.1), (expected.0, expected.1), "{found:?}");
        for (a, b) in found.2.iter().zip(expected.2) {
            assert!((a - b).abs() < 1e-6, "{found:?}, not {expected:?}");
        }
    }
}

/// Where e falls to the left of a place and rises to the right of it, by bisection: e is the error of
/// one logistic unit over samples (10 → 0.1), (1 → 0.9).
fn bottom_between(mut left: f64, mut right: f64) -> f64 {
    let slope = |w: f64| {
        let part = |x: f64, d: f64| {
            let o = 1.0 / (1.0 + (-w * x).exp());
            (o - d) * o * (1.0 - o) * x
        };
        part(10.0, 0.1) + part(1.0, 0.9)
    };
    assert!(slope(left) < 0.0 && slope(right) > 0.0);
    for _ in 0..200 {
        let middle = 0.5 * (left + right);
        if slope(middle) < 0.0 {
            left = middle;
        } else {
            right = middle;
        }
    }
    left
}

#[test]
fn two_minima_on_a_line() {
    let (basins, _) = divided(&experiment(Fact::TwoMinima), 256);
    let expected = [
        (Kind::Converged, 0, [bottom_between(-1.0, 0.0), 0.0]),
        (Kind::LocalMinimum, 0, [bottom_between(1.0, 3.0), 0.0]),
    ];
    assert_places(&places(&basins), &expected);
    // Each is the only one of its verdict.
    assert!(
        basins
            .iter()
            .all(|basin| (basin.number, basin.of) == (0, 1))
    );
}

/// E is the sum of that of two such lines.
#[test]
fn four_minima_are_numbered_from_left_to_right_and_upwards() {
    let (basins, _) = divided(&experiment(Fact::FourMinima), 48);
    let (low, high) = (bottom_between(-1.0, 0.0), bottom_between(1.0, 3.0));
    let expected = [
        (Kind::Converged, 0, [low, low]),
        (Kind::LocalMinimum, 0, [low, high]),
        (Kind::LocalMinimum, 1, [high, low]),
        (Kind::LocalMinimum, 2, [high, high]),
    ];
    assert_places(&places(&basins), &expected);
    let of = |kind| {
        basins
            .iter()
            .find(|basin| basin.outcome.kind == kind)
            .unwrap()
            .of
    };
    assert_eq!([of(Kind::Converged), of(Kind::LocalMinimum)], [1, 3]);
}

/// The slopes of fact F's error, from its formula.
fn slopes_of_mirror([v, w]: [f64; 2]) -> [f64; 2] {
    let mut slopes = [0.0; 2];
    for (x, d) in [(0.3, 0.2), (1.0, 0.55), (2.5, 0.75)] {
        let hidden = f64::tanh(v * x);
        let output = f64::tanh(w * hidden);
        let delta = (output - d) * (1.0 - output * output);
        slopes[0] += delta * w * (1.0 - hidden * hidden) * x;
        slopes[1] += delta * hidden;
    }
    slopes
}

/// A root of the slopes by Newton's iteration with differences in place of derivatives.
fn root_near(mut place: [f64; 2]) -> [f64; 2] {
    for _ in 0..50 {
        let h = 1e-5;
        let column = |k: usize| {
            let (mut ahead, mut behind) = (place, place);
            ahead[k] += h;
            behind[k] -= h;
            let (ahead, behind) = (slopes_of_mirror(ahead), slopes_of_mirror(behind));
            [0, 1].map(|i| (ahead[i] - behind[i]) / (2.0 * h))
        };
        let ([a, c], [b, d]) = (column(0), column(1));
        let [p, q] = slopes_of_mirror(place);
        let determinant = a * d - b * c;
        place[0] -= (d * p - b * q) / determinant;
        place[1] -= (a * q - c * p) / determinant;
    }
    place
}

#[test]
fn two_solutions_are_told_apart() {
    let (basins, _) = divided(&experiment(Fact::Mirror), 32);
    let right = root_near([0.7, 1.0]);
    let expected = [
        (Kind::Converged, 0, right.map(|w| -w)),
        (Kind::Converged, 1, right),
    ];
    assert_places(&places(&basins), &expected);
    // By symmetry as many starts lead to the one as to the other.
    let converged = basins
        .iter()
        .filter(|basin| basin.outcome.kind == Kind::Converged);
    let counts: Vec<usize> = converged.map(|basin| basin.count).collect();
    assert!(counts[0] == counts[1] && counts[0] > 100, "{counts:?}");
}

/// A single run from each start, ten times as long so that it arrives, ends in the minimum of the
/// start's basin; and every start that settles has one.
#[test]
fn a_basin_is_where_single_runs_end() {
    for fact in [Fact::TwoMinima, Fact::Mirror, Fact::FourMinima] {
        let experiment = experiment(fact);
        let map = map(&experiment, 12);
        let mut basins = Basins::new(&experiment, map.plane()).unwrap();
        let pixels = pixels(&map);
        for (&(column, row), fate) in pixels.iter().zip(&map.fates(&pixels)) {
            let Outcome { kind, bottom } = basins.outcome(fate);
            let is_settled = matches!(kind, Kind::Converged | Kind::LocalMinimum);
            assert_eq!(bottom.is_some(), is_settled, "{fact:?}: {fate:?}");
            let Some(bottom) = bottom else { continue };
            let bottom = basins.bottoms().as_slice()[bottom];
            let start = map.plane().at(map.plane().pixel([column, row], map.size()));
            let longer = experiment.with_steps(10 * experiment.steps()).unwrap();
            let run = longer.with_start(start).unwrap().run();
            let [x, y] = map.plane().coordinates(run.record.last_weights());
            let away = (x - bottom.place[0]).hypot(y - bottom.place[1]);
            assert!(away < 1e-3, "{fact:?} ({column}, {row}): {away}");
        }
    }
}

/// Workers ask in any order, and each of them for itself; what they found is gathered in any order.
#[test]
fn numbers_do_not_depend_on_who_was_first() {
    let experiment = experiment(Fact::FourMinima);
    let map = map(&experiment, 24);
    let pixels = pixels(&map);
    let fates = map.fates(&pixels);
    let numbers = |order: &[usize]| {
        let mut gathered = Bottoms::new(map.plane());
        let mut census = Census::default();
        let mut outcomes = vec![None; fates.len()];
        for part in order.chunks(100) {
            let mut worker = Basins::new(&experiment, map.plane()).unwrap();
            for &index in part {
                let Outcome { kind, bottom } = worker.outcome(&fates[index]);
                let bottom = bottom.map(|number| worker.bottoms().as_slice()[number]);
                let bottom = bottom.and_then(|bottom| gathered.add(bottom));
                let outcome = Outcome { kind, bottom };
                outcomes[index] = Some(outcome);
                census.add(outcome, 1);
            }
        }
        let basins = census.basins(&gathered);
        let number = |outcome: &Option<Outcome>| {
            let basin = basins.iter().find(|basin| Some(basin.outcome) == *outcome);
            basin.map(|basin| (basin.outcome.kind, basin.number, basin.count))
        };
        outcomes.iter().map(number).collect::<Vec<_>>()
    };
    let upwards: Vec<usize> = (0..fates.len()).collect();
    let downwards: Vec<usize> = upwards.iter().rev().copied().collect();
    let scattered: Vec<usize> = upwards.iter().map(|i| i * 139 % fates.len()).collect();
    let expected = numbers(&upwards);
    assert!(expected.iter().flatten().any(|(_, number, _)| *number == 2));
    assert_eq!(numbers(&downwards), expected);
    assert_eq!(numbers(&scattered), expected);
}

/// A whole curve of solutions: which of them a start ends at is no basin.
#[test]
fn a_level_valley_is_one() {
    let (basins, _) = divided(&experiment(Fact::Valley), 24);
    assert_eq!(places(&basins), []);
    let converged = basins
        .iter()
        .find(|basin| basin.outcome.kind == Kind::Converged);
    assert!(converged.is_some_and(|basin| basin.count > 100 && basin.of == 1));
}

#[test]
fn planes_that_descent_leaves_have_no_basins() {
    let xor = experiment(Fact::Xor);
    assert!(Basins::new(&xor, &Plane::of_view(&xor)).is_none());
    // Nine weights are free, or one of two axes is frozen.
    let parts = experiment(Fact::Mirror).parts().clone();
    let frozen = backprop::Parts {
        free: Some(vec![0]),
        ..parts
    };
    let frozen = Experiment::new(frozen).unwrap();
    assert!(Basins::new(&frozen, &Plane::of_view(&frozen)).is_none());
    // Two directions across both weights hold all of the descent.
    let mirror = experiment(Fact::Mirror);
    let plane = Plane::random(&mirror, 3, 8.0).unwrap();
    assert!(Basins::new(&mirror, &plane).is_some());
}

#[test]
fn a_count_can_be_taken_back() {
    let one = Outcome {
        kind: Kind::Converged,
        bottom: Some(0),
    };
    let other = Outcome {
        kind: Kind::Converged,
        bottom: None,
    };
    let plane = Plane::of_view(&experiment(Fact::Mirror));
    let mut bottoms = Bottoms::new(&plane);
    let bottom = Bottom {
        place: [0.0, 0.0],
        error: 0.0,
    };
    assert_eq!(bottoms.add(bottom), Some(0));
    let mut census = Census::default();
    census.add(one, 3);
    census.add(other, 1);
    let told = |census: &Census| {
        let basins = census.basins(&bottoms);
        let told = basins
            .iter()
            .map(|basin| (basin.outcome, basin.number, basin.of, basin.count));
        told.collect::<Vec<_>>()
    };
    // Ends without a minimum come first.
    assert_eq!(told(&census), [(other, 0, 2, 1), (one, 1, 2, 3)]);
    census.remove(other);
    assert_eq!(told(&census), [(one, 0, 1, 3)]);
    assert_eq!(census.total(), 3);
}
