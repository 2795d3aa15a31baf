use contour::ContourBuilder;
use ndarray::{Array2, array};
use proptest::prelude::*;

use super::*;

fn over(values: &Array2<f64>, x: [f64; 2], y: [f64; 2]) -> Field<'_> {
    let values = values.view();
    Field { values, x, y }
}

fn lines(field: Field<'_>, level: f64) -> Vec<Vec<[f64; 2]>> {
    contour_lines(field, &[level]).remove(0).lines
}

/// Sorted, so that it does not matter where a line begins and which way it runs.
fn places(line: &[[f64; 2]]) -> Vec<[f64; 2]> {
    let mut places = line.to_vec();
    places.sort_by(|a, b| a[0].total_cmp(&b[0]).then(a[1].total_cmp(&b[1])));
    places.dedup();
    places
}

#[test]
fn a_plane_has_one_straight_line_from_edge_to_edge() {
    let plane = array![
        [0.0, 1.0, 2.0, 3.0],
        [0.0, 1.0, 2.0, 3.0],
        [0.0, 1.0, 2.0, 3.0],
    ];
    let found = lines(over(&plane, [0.0, 3.0], [-1.0, 1.0]), 1.5);
    assert_eq!(found.len(), 1);
    assert_eq!(places(&found[0]), [[1.5, -1.0], [1.5, 0.0], [1.5, 1.0]]);
}

#[test]
fn a_pyramid_has_one_closed_diamond() {
    // |x| + |y| on whole numbers.
    let pyramid = array![
        [4.0, 3.0, 2.0, 3.0, 4.0],
        [3.0, 2.0, 1.0, 2.0, 3.0],
        [2.0, 1.0, 0.0, 1.0, 2.0],
        [3.0, 2.0, 1.0, 2.0, 3.0],
        [4.0, 3.0, 2.0, 3.0, 4.0],
    ];
    let field = over(&pyramid, [-2.0, 2.0], [-2.0, 2.0]);
    let found = lines(field, 0.5);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].first(), found[0].last());
    let diamond = [[-0.5, 0.0], [0.0, -0.5], [0.0, 0.5], [0.5, 0.0]];
    assert_eq!(places(&found[0]), diamond);
}

#[test]
fn rings_thinner_than_the_grid_can_tell_are_left_out() {
    // A valley one node wide: at 0.2 the line is a fifth of a cell from its nodes, at 0.8 nearly
    // at their neighbours.
    let mut valley = Array2::from_elem((9, 9), 1.0);
    for row in 2..7 {
        valley[(row, 4)] = 0.0;
    }
    let field = over(&valley, [0.0, 8.0], [0.0, 8.0]);
    assert!(lines(field, 0.2).is_empty());
    assert_eq!(lines(field, 0.8).len(), 1);
    // A pit is small but not thin.
    let mut pit = Array2::from_elem((9, 9), 1.0);
    pit[(4, 4)] = 0.0;
    assert_eq!(lines(over(&pit, [0.0, 8.0], [0.0, 8.0]), 0.2).len(), 1);
}

#[test]
fn lines_end_at_the_edge_of_the_field() {
    // The same pyramid at a height that the corners rise above: four lines, one a corner.
    let pyramid = array![[2.0, 1.0, 2.0], [1.0, 0.0, 1.0], [2.0, 1.0, 2.0]];
    let found = lines(over(&pyramid, [-1.0, 1.0], [-1.0, 1.0]), 1.5);
    assert_eq!(found.len(), 4);
    for line in found {
        assert_eq!(line.len(), 2);
        for [x, y] in line {
            assert_eq!(x.abs().max(y.abs()), 1.0);
            assert_eq!(x.abs().min(y.abs()), 0.5);
        }
    }
}

#[test]
fn a_gap_interrupts_a_line() {
    // A plane with a hole in its third row: the line at 1.5 has a piece below and one above.
    let mut plane = Array2::from_shape_fn((7, 4), |(_, column)| column as f64);
    for hole in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        plane[(3, 1)] = hole;
        let mut found = lines(over(&plane, [0.0, 3.0], [0.0, 6.0]), 1.5);
        found.sort_by(|a, b| a[0][1].total_cmp(&b[0][1]));
        assert_eq!(found.len(), 2, "{found:?}");
        assert_eq!(
            places(&found[0]),
            [[1.5, 0.0], [1.5, 1.0], [1.5, 2.0]],
            "{hole}"
        );
        assert_eq!(
            places(&found[1]),
            [[1.5, 4.0], [1.5, 5.0], [1.5, 6.0]],
            "{hole}"
        );
    }
}

#[test]
fn a_ring_around_a_gap_keeps_no_seam_where_its_tracing_began() {
    let mut bowl = Array2::from_shape_fn((21, 21), |(row, column)| {
        (row as f64 - 10.0).hypot(column as f64 - 10.0)
    });
    bowl[(10, 18)] = f64::NAN;
    let found = lines(over(&bowl, [-10.0, 10.0], [-10.0, 10.0]), 7.5);
    assert_eq!(found.len(), 1, "one line, open at the gap");
    assert_ne!(found[0].first(), found[0].last());
}

#[test]
fn rough_ground_has_lines_of_some_levels_only() {
    let levels: Vec<f64> = (1..15).map(|i| f64::from(i) / 15.0).collect();
    let with_lines = |values: &Array2<f64>| {
        let contours = contour_lines(over(values, [0.0, 1.0], [0.0, 1.0]), &levels);
        let lined = (0..14).filter(|&i| !contours[i].lines.is_empty());
        lined.collect::<Vec<usize>>()
    };
    let smooth = Array2::from_shape_fn((129, 129), |(row, _)| row as f64 / 128.0);
    assert_eq!(with_lines(&smooth).len(), 14);
    // Stripes three nodes wide: each level crosses every third cell.
    let rough = Array2::from_shape_fn((129, 129), |(row, _)| f64::from(row % 6 < 3));
    assert_eq!(with_lines(&rough), [3, 7, 11]);
    // From node to node: more than can be told apart, at any level.
    let noise = Array2::from_shape_fn((129, 129), |(row, column)| ((row + column) % 2) as f64);
    assert_eq!(with_lines(&noise), [0_usize; 0]);
}

#[test]
fn fields_without_a_line_have_none() {
    let nothing = Array2::from_elem((4, 4), f64::NAN);
    let flat = Array2::from_elem((4, 4), 1.0);
    let thin = Array2::from_elem((1, 4), 1.0);
    for values in [&nothing, &flat, &thin] {
        let field = over(values, [0.0, 1.0], [0.0, 1.0]);
        assert!(lines(field, 0.5).is_empty());
        assert_eq!(regions(field, &[2.0]), []);
    }
}

#[test]
fn regions_tell_hills_from_hollows_and_come_largest_first() {
    // A moat of 0 around a mound of 2, in a plain of 3.
    let moat = Array2::from_shape_fn((11, 11), |(row, column)| {
        match row.abs_diff(5).max(column.abs_diff(5)) {
            0 | 1 => 2.0,
            2 | 3 => 0.0,
            _ => 3.0,
        }
    });
    let found = regions(over(&moat, [-5.0, 5.0], [-5.0, 5.0]), &[1.0]);
    let told: Vec<_> = found.iter().map(|region| region.rises).collect();
    // The plain with the whole field's edge, the moat in it, the mound in the moat.
    assert_eq!(told, [true, false, true]);
    let size = |region: &Region| {
        let reach = region.edge.iter().map(|[x, _]| *x).fold(0.0, f64::max);
        (reach * 100.0).round() / 100.0
    };
    let sizes: Vec<f64> = found.iter().map(size).collect();
    assert_eq!(sizes, [5.0, 3.33, 1.5]);
}

/// A place to nine decimals, as a number that can be compared.
type Place = [i64; 2];

/// Each ring begun where it comes first in order, and the rings in order: a way to write them that
/// does not depend on where their tracing began.
fn in_order(rings: impl IntoIterator<Item = Vec<Point>>) -> Vec<Vec<Place>> {
    let turned = rings.into_iter().map(|mut ring| {
        assert_eq!(ring.first(), ring.last(), "not closed");
        ring.pop();
        let place = |at: &Point| at.map(|x| (x * 1e9).round() as i64);
        let places: Vec<Place> = ring.iter().map(place).collect();
        let turns = (0..places.len()).map(|by| [&places[by..], &places[..by]].concat());
        turns.min().unwrap_or_default()
    });
    let mut turned: Vec<_> = turned.collect();
    turned.sort();
    turned
}

/// The rings of crate `contour`, an independent program, in nodes.
fn independent_rings(values: &Array2<f64>, levels: &[f64]) -> Vec<Vec<Vec<Point>>> {
    let (rows, columns) = values.dim();
    let heights: Vec<f64> = values.iter().copied().collect();
    let traced = ContourBuilder::new(columns, rows, true).lines(&heights, levels);
    let lines = traced.unwrap().into_iter();
    // It places node (0, 0) at (½, ½).
    let rings = lines.map(|line| {
        let rings = line.geometry().0.iter();
        let points = rings.map(|ring| ring.0.iter().map(|at| [at.x - 0.5, at.y - 0.5]).collect());
        points.collect()
    });
    rings.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn rings_are_those_of_an_independent_program(
        size in (2usize..9, 2usize..9),
        heights in prop::collection::vec(0.0..8.0, 64),
        whole in any::<bool>(),
    ) {
        // Whole heights make saddles, flats and levels that are met exactly.
        let heights: Vec<f64> = heights;
        let height = |place: usize| if whole { heights[place].floor() } else { heights[place] };
        let values = Array2::from_shape_fn(size, |(row, column)| height(8 * row + column));
        let levels = [1.0, 2.5, 3.0, 7.25];
        let found = rings(over(&values, [0.0, 1.0], [0.0, 1.0]), &levels, usize::MAX);
        let expected = independent_rings(&values, &levels);
        prop_assert_eq!(found.len(), expected.len());
        for (found, expected) in found.into_iter().zip(expected) {
            prop_assert_eq!(in_order(found), in_order(expected));
        }
    }
}
