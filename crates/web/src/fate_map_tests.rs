use backprop::Activation;

use super::*;
use crate::passes::COARSEST;

fn experiment(rate: f64) -> Experiment {
    let chain = lessons::chain(Activation::Tanh, 1);
    chain.unwrap().with_rate(rate).unwrap()
}

/// What is found of starts that end in no minimum.
fn found<'a>(kinds: &'a [u8], numbers: &'a [f64]) -> Found<'a> {
    Found {
        kinds,
        numbers,
        sensitivities: &[],
        ends: &[0; 1 << 14][..kinds.len()],
        minima: &[],
    }
}

/// The shares of verdicts, in the order of their list.
fn of_verdicts(shares: Vec<(Basin, f64)>) -> [f64; 7] {
    let mut sums = [0.0; 7];
    for (basin, share) in shares {
        sums[basin.outcome.kind as usize] += share;
    }
    sums
}

#[test]
fn the_passes_visit_each_pixel_once() {
    for (columns, rows) in [(1, 1), (17, 5), (33, 40), (256, 1)] {
        let mut visits = vec![0; columns * rows];
        for stride in [16, 8, 4, 2, 1] {
            for (column, row) in pixels(stride, [0, rows], columns) {
                visits[row * columns + column] += 1;
            }
        }
        assert!(visits.iter().all(|&count| count == 1));
    }
}

#[test]
fn each_pixel_is_stood_for_by_the_nearest_of_a_pass() {
    for length in [1, 7, 16, 33, 512] {
        for stride in [16, 8, 4, 2, 1] {
            let mut covered = Vec::new();
            for at in (0..length).step_by(stride) {
                for pixel in around(at, stride, length) {
                    assert_eq!(nearest(pixel, stride, length), at, "{stride}, {length}");
                    covered.push(pixel);
                }
            }
            assert_eq!(covered, (0..length).collect::<Vec<_>>());
        }
    }
}

#[test]
fn bands_of_a_pass_make_up_the_pass() {
    let whole: Vec<_> = pixels(4, [0, 30], 21).collect();
    let bands: Vec<_> = pixels(4, [0, 8], 21)
        .chain(pixels(4, [8, 30], 21))
        .collect();
    assert_eq!(whole, bands);
}

#[test]
fn a_coarse_pixel_stands_for_its_neighbours_until_they_are_known() {
    let mut map = FateMap::default();
    let plane = Plane::new(vec![0.0], Vec::new());
    let experiment = experiment(1.0);
    assert!(map.begin(&experiment, &plane.clone().into(), [20, 20], false));
    assert!(!map.begin(&experiment, &plane.clone().into(), [20, 20], false));
    map.put(16, [0, 20], &found(&[1; 4], &[1.0; 12]));
    assert!(
        map.outcomes
            .iter()
            .all(|one| *one == Some(Kind::Converged.into()))
    );
    assert_eq!(map.counts[1], 4);
    assert!(map.put(8, [0, 20], &found(&[6; 5], &[1.0; 15])));
    let known = |pixel| {
        map.known(pixel)
            .map(|(basin, pixel)| (basin.outcome.kind, pixel))
    };
    assert_eq!(known([9, 3]), Some((Kind::VanishingGradient, [8, 0])));
    assert_eq!(known([3, 3]), Some((Kind::Converged, [0, 0])));
    assert_eq!(map.counts.iter().sum::<usize>(), 9);
}

/// What a half-plane and a disk take of a map, as the passes come to know it, band by band: the
/// shares are never far from what they are in the end, and are those then.
#[test]
fn shares_are_of_the_area_and_do_not_wander() {
    const SIDE: usize = 128;
    let truth = |column: usize, row: usize| -> u8 {
        let (x, y) = (column as f64 / SIDE as f64, row as f64 / SIDE as f64);
        match () {
            () if (x - 0.3).hypot(y - 0.7) < 0.2 => Kind::LocalMinimum as u8,
            () if x + 0.4 * y > 0.9 => Kind::VanishingGradient as u8,
            () => Kind::Converged as u8,
        }
    };
    let mut map = FateMap::default();
    let plane = Plane::new(vec![0.0], Vec::new());
    assert_eq!((map.shares(), map.is_complete()), (None, true));
    assert!(map.begin(&experiment(1.0), &plane.clone().into(), [SIDE, SIDE], false));
    let mut told = Vec::new();
    for stride in [16, 8, 4, 2, 1] {
        for from in (0..SIDE).step_by(2 * stride) {
            let band = [from, from + 2 * stride];
            let kinds: Vec<u8> = pixels(stride, band, SIDE)
                .map(|(column, row)| truth(column, row))
                .collect();
            assert_eq!(
                map.shares().is_some(),
                stride < COARSEST,
                "{stride}, {band:?}"
            );
            assert!(map.put(stride, band, &found(&kinds, &vec![0.0; 3 * kinds.len()])));
            told.extend(map.shares().map(of_verdicts));
        }
    }
    assert!(map.is_complete());
    let end = map.shares().map(of_verdicts).unwrap();
    let mut counted = [0.0; 7];
    for row in 0..SIDE {
        for column in 0..SIDE {
            counted[truth(column, row) as usize] += 1.0 / (SIDE * SIDE) as f64;
        }
    }
    for shares in &told {
        assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        for (share, end) in shares.iter().zip(end) {
            assert!((share - end).abs() < 0.03, "{shares:?}, in the end {end}");
        }
    }
    for (share, counted) in end.iter().zip(counted) {
        assert!((share - counted).abs() < 1e-12, "{end:?}, {counted}");
    }
    // Another map of the same size begins without shares.
    assert!(map.begin(&experiment(0.5), &plane.clone().into(), [SIDE, SIDE], false));
    assert_eq!((map.shares(), map.is_complete()), (None, false));
}

/// Parts of a step are not counted in the key.
#[test]
fn the_key_of_steps_has_whole_numbers() {
    let mut map = FateMap::default();
    let plane = Plane::new(vec![0.0], Vec::new());
    assert!(map.begin(&experiment(1.0), &plane.clone().into(), [20, 20], false));
    let numbers: Vec<f64> = (0..4).flat_map(|i| [f64::from(i), 0.0, 0.0]).collect();
    map.put(16, [0, 20], &found(&[1; 4], &numbers));
    let key = map.key(Some(Told::Steps));
    assert!(!key.marks.is_empty());
    assert!(key.marks.iter().all(|mark| mark.level.fract() == 0.0));
}

/// What is no part of a map changes nothing.
#[test]
fn a_tile_that_does_not_fit_is_not_taken() {
    let mut map = FateMap::default();
    let plane = Plane::new(vec![0.0], Vec::new());
    assert!(map.begin(&experiment(1.0), &plane.clone().into(), [20, 20], false));
    for (kinds, numbers) in [
        (&[1; 4][..], &[1.0; 11][..]),
        (&[1; 4], &[1.0; 13]),
        (&[1; 4], &[]),
        (&[1; 3], &[1.0; 9]),
        (&[1; 5], &[1.0; 15]),
        (&[], &[]),
        (&[1, 1, 1, 7], &[1.0; 12]),
        (&[255; 4], &[1.0; 12]),
    ] {
        assert!(!map.put(16, [0, 20], &found(kinds, numbers)), "{kinds:?}");
    }
    assert_eq!(map.counts, [0; 7]);
    assert!(map.outcomes.iter().all(Option::is_none));
    assert!(map.put(16, [0, 20], &found(&[1; 4], &[1.0; 12])));
}

/// Workers do not finish in the order in which they begin.
#[test]
fn a_coarse_part_that_comes_late_covers_nothing_finer() {
    let mut map = FateMap::default();
    let plane = Plane::new(vec![0.0], Vec::new());
    assert!(map.begin(&experiment(1.0), &plane.clone().into(), [20, 20], false));
    map.put(8, [0, 20], &found(&[6; 5], &[6.0; 15]));
    map.put(16, [0, 20], &found(&[1; 4], &[1.0; 12]));
    // The first of the second pass' five pixels stands for the 8 × 4 around 8 in the lowest row.
    assert_eq!(map.outcomes[4], Some(Kind::VanishingGradient.into()));
    assert_eq!((map.steps[(3, 11)], map.errors[(3, 11)]), (6.0, 6.0));
    assert_eq!(map.outcomes[3], Some(Kind::Converged.into()));
    assert_eq!((map.norms[(3, 3)], map.norms[(19, 19)]), (1.0, 1.0));

    // Nothing of another map is too fine to be covered.
    assert!(map.begin(&experiment(0.5), &plane.clone().into(), [20, 20], false));
    assert_eq!(map.known([8, 0]), None);
    map.put(16, [0, 20], &found(&[0; 4], &[0.0; 12]));
    assert!(
        map.outcomes
            .iter()
            .all(|one| *one == Some(Kind::Diverged.into()))
    );
}

/// A strip of three starts; the outer two end in two minima.
fn with_minima(minima: &[f64]) -> FateMap {
    let mut map = FateMap::default();
    let experiment = experiment(1.0);
    assert!(map.begin(
        &experiment,
        &Plane::of_view(&experiment).into(),
        [3, 1],
        false
    ));
    for (stride, kinds, ends) in [(16, &[1][..], &[1][..]), (2, &[1], &[2]), (1, &[5], &[1])] {
        let found = Found {
            kinds,
            numbers: &vec![0.0; 3 * kinds.len()],
            sensitivities: &[],
            ends,
            minima,
        };
        assert!(map.put(stride, [0, 1], &found));
    }
    map
}

/// Whichever is found first, the left one is the first of its verdict.
#[test]
fn basins_are_numbered_by_their_places() {
    let looks = |numbers: [(Kind, usize); 3]| {
        numbers
            .map(|(kind, number)| Look::of_basin(kind, number))
            .to_vec()
    };
    let (left, right) = ([-2.0, 1.0, 0.0], [2.0, -1.0, 0.0]);
    let (solved, local) = (Kind::Converged, Kind::LocalMinimum);
    for (minima, numbers) in [([left, right], [0, 1]), ([right, left], [1, 0])] {
        let map = with_minima(minima.as_flattened());
        // The one in the middle is alone in its verdict.
        let expected = [(solved, numbers[0]), (local, 0), (solved, numbers[1])];
        assert_eq!(map.strip(), looks(expected));
        let shares = map.shares().unwrap();
        let places = shares
            .iter()
            .map(|(basin, _)| basin.bottom.unwrap().place[0]);
        assert_eq!(places.collect::<Vec<_>>(), [-2.0, 2.0, minima[0][0]]);
        assert!(shares.iter().all(|(_, share)| *share == 1.0 / 3.0));
    }
}

/// A rate changes no minima, and basins keep their looks until the new map covers them; another
/// problem has others.
#[test]
fn the_minima_of_another_problem_are_forgotten() {
    let minima = [-2.0, 1.0, 0.0, 2.0, -1.0, 0.0];
    let mut map = with_minima(&minima);
    let before = map.strip();
    let plane = Plane::of_view(&experiment(1.0));
    assert!(map.begin(&experiment(0.5), &plane.clone().into(), [3, 1], false));
    assert_eq!((map.strip(), map.shares()), (before, None));
    let other = lessons::chain(Activation::Logistic, 1).unwrap();
    assert!(map.begin(&other, &plane.clone().into(), [3, 1], false));
    let plain = [Kind::Converged, Kind::LocalMinimum, Kind::Converged].map(Look::from);
    assert_eq!(map.strip(), plain);
    assert!(map.bottoms.as_slice().is_empty());
}

/// What names a minimum that is not there changes nothing.
#[test]
fn ends_that_do_not_fit_are_not_taken() {
    let mut map = FateMap::default();
    let experiment = experiment(1.0);
    assert!(map.begin(
        &experiment,
        &Plane::of_view(&experiment).into(),
        [1, 1],
        false
    ));
    for (ends, minima) in [
        (&[1][..], &[][..]),
        (&[1], &[0.0, 0.0]),
        (&[2], &[0.0; 3]),
        (&[1], &[0.0; 4]),
        (&[], &[0.0; 3]),
        (&[1, 1], &[0.0; 3]),
    ] {
        let found = Found {
            kinds: &[1],
            numbers: &[0.0; 3],
            sensitivities: &[],
            ends,
            minima,
        };
        assert!(!map.put(16, [0, 1], &found), "{ends:?}, {minima:?}");
    }
    assert!(map.bottoms.as_slice().is_empty() && map.shares().is_none());
}
