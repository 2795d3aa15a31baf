//! Maps of starts: each pixel is what a click there says.

use downhill_web::{FateWorker, Lab};
use lessons::Fact;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{get, lab, number, numbers, open, parsed, text, verdict};
use crate::pictures::Picture;

/// The whole map that a laboratory asks for, put into it.
fn fill_map(lab: &mut Lab, [columns, rows]: [usize; 2]) {
    let request = lab.map_request(columns, rows);
    let again = lab.map_request(columns, rows);
    assert!(again.is_undefined(), "asked for twice");
    let document = get(&request, "document");
    let best_error = number(&request, "best_error");
    let sides = numbers(&get(&request, "sides"));
    let rates = numbers(&get(&request, "rates"));
    let is_told = get(&request, "sensitivity").is_truthy();
    let worker = FateWorker::new(
        &document, best_error, columns, rows, &sides, &rates, is_told,
    );
    let mut worker = worker.unwrap();
    for stride in [16, 8, 4, 2, 1] {
        let tile = worker.compute(stride, 0, rows);
        assert!(lab.put_tile(stride, 0, rows, &tile));
    }
    let counts: js_sys::Array = lab.map_counts().unchecked_into();
    let known: f64 = counts.iter().map(|entry| number(&entry, "count")).sum();
    assert_eq!(known as usize, columns * rows);
}

/// A worker is told that no error is finite, and not that the best one is 0.
#[wasm_bindgen_test]
fn a_map_without_a_finite_error_has_diverged_everywhere() {
    let text = Fact::Parabola.document().replace("[[1]]", "[[1e200]]");
    let mut lab = Lab::new(&parsed(&text)).unwrap();
    assert_eq!(self::text(&verdict(&mut lab), "kind"), "diverged");
    let request = lab.map_request(16, 1);
    assert_eq!(number(&request, "best_error"), f64::INFINITY);
    lab.forget_map();
    fill_map(&mut lab, [16, 1]);
    let counts: js_sys::Array = lab.map_counts().unchecked_into();
    let diverged = counts
        .iter()
        .find(|entry| self::text(entry, "kind") == "diverged");
    assert_eq!(number(&diverged.unwrap(), "count"), 16.0);
}

/// Points of the canvas, one in each pixel of a map, somewhat off its middle.
fn points(lab: &Lab, [columns, rows]: [usize; 2]) -> Vec<(f64, f64)> {
    let plot = lab.plot_rectangle();
    let at = |place: usize, pixels: usize, from: &str, length: &str| {
        number(&plot, from) + (place as f64 + 0.6) / pixels as f64 * number(&plot, length)
    };
    let rows = (0..rows).map(|row| at(row, rows, "top", "height"));
    rows.flat_map(|y| {
        let columns = (0..columns).map(|column| at(column, columns, "left", "width"));
        columns.map(move |x| (x, y)).collect::<Vec<_>>()
    })
    .collect()
}

/// A strip says what becomes of starts in its pixels.
#[wasm_bindgen_test]
fn a_strip_agrees_with_clicks() {
    let size = [64, 1];
    let mut lab = open(Fact::TwoMinima);
    fill_map(&mut lab, size);
    let picture = Picture::new(500, 500);
    lab.draw_base(&picture.canvas, 0, 1.0, false).unwrap();
    for (x, y) in points(&lab, size) {
        let told = lab.map_at(x, y);
        let start = numbers(&get(&told, "start"));
        let mut clicked = self::lab(Fact::TwoMinima, &start);
        let verdict = verdict(&mut clicked);
        assert_eq!(text(&told, "kind"), text(&verdict, "kind"), "{start:?}");
    }
}

/// Every pixel of a map says, to the bit, what a click on it leads to, on any plane.
#[wasm_bindgen_test]
fn a_map_agrees_with_clicks() {
    let size = [9, 7];
    for (fact, plane) in [
        (Fact::FourMinima, "view"),
        (Fact::Xor, "view"),
        (Fact::Xor, "random"),
        (Fact::Xor, "path"),
    ] {
        let mut lab = open(fact);
        assert!(lab.advance(usize::MAX));
        assert!(lab.set_plane(plane, 3));
        lab.set_shown("fates");
        fill_map(&mut lab, size);
        let picture = Picture::new(500, 500);
        while !lab.draw_base(&picture.canvas, 0, 1.0, false).unwrap() {
            lab.refine_ground().unwrap();
        }
        for (x, y) in points(&lab, size) {
            let told = lab.map_at(x, y);
            let start = lab.place_at(x, y);
            assert_eq!(numbers(&get(&told, "start")), start);
            lab.set_start(start[0], Some(start[1])).unwrap();
            let verdict = verdict(&mut lab);
            let what = format!("{fact:?} on {plane} from {start:?}");
            assert_eq!(text(&told, "kind"), text(&verdict, "kind"), "{what}");
            assert_eq!(number(&told, "error"), number(&verdict, "error"), "{what}");
            let place = get(&told, "place");
            // Of four minima three are local: which, is where the run ends.
            let is_one_of_several =
                fact == Fact::FourMinima && text(&told, "kind") == "local-minimum";
            assert_eq!(place.is_null(), !is_one_of_several, "{what}");
            if is_one_of_several {
                let end = numbers(&get(&lab.state(usize::MAX), "weights"));
                for (found, wanted) in numbers(&place).into_iter().zip(end) {
                    assert!((found - wanted).abs() < 0.2, "{what} to {found}, {wanted}");
                }
            }
            // The start is where the click was, on the plane that stays, with the map on it.
            assert_eq!(lab.start_off_plane(), 0.0);
            for (found, wanted) in lab.start().into_iter().zip(start) {
                assert!((found - wanted).abs() < 1e-12, "{what}");
            }
            assert!(lab.map_request(size[0], size[1]).is_undefined());
        }
    }
}

/// What a map tells of how much an end depends on its start is, to the bit, what evidence says after a click.
#[wasm_bindgen_test]
fn maps_of_sensitivities_agree_with_clicks() {
    let size = [6, 6];
    for (fact, shown) in [
        (Fact::TwoMinima, "rates-sensitivity"),
        (Fact::FourMinima, "sensitivity"),
    ] {
        let mut lab = open(fact);
        lab.set_steps(200.0).unwrap();
        lab.advance(usize::MAX);
        lab.set_shown("fates");
        if fact == Fact::FourMinima {
            fill_map(&mut lab, size);
        }
        // What was asked for before tells too little.
        lab.set_shown(shown);
        fill_map(&mut lab, size);
        let picture = Picture::new(500, 500);
        while !lab.draw_base(&picture.canvas, 0, 1.0, false).unwrap() {
            lab.refine_ground().unwrap();
        }
        let mut far = 0;
        for (x, y) in points(&lab, size) {
            let told = number(&lab.map_at(x, y), "sensitivity");
            let pair = lab.place_at(x, y);
            lab.set_start(pair[0], Some(pair[1])).unwrap();
            verdict(&mut lab);
            let alone = lab.sensitivity().unwrap();
            assert_eq!(told.to_bits(), alone.to_bits(), "{shown} {pair:?}");
            far += usize::from(told.abs() > 0.1);
            assert!(lab.map_request(size[0], size[1]).is_undefined());
        }
        // Some stand still, and some are in basins.
        assert!((6..31).contains(&far), "{shown}: {far}");
        // It tells all the rest, too.
        lab.set_shown(if fact == Fact::TwoMinima {
            "rates"
        } else {
            "fates"
        });
        assert!(lab.map_request(size[0], size[1]).is_undefined());
    }
}

/// A pair that a map of starts and rates tells of is one that a click makes, rate and all; and rates come
/// nearer at the pointer.
#[wasm_bindgen_test]
fn a_map_of_rates_agrees_with_clicks() {
    let size = [6, 6];
    let mut lab = lab(Fact::TwoMinima, &[1.0]);
    lab.set_steps(200.0).unwrap();
    lab.advance(usize::MAX);
    assert_eq!(lab.dimensions(), 1);
    lab.set_shown("rates");
    assert_eq!((lab.dimensions(), lab.start()), (2, vec![1.0, 0.5]));
    fill_map(&mut lab, size);
    let picture = Picture::new(500, 500);
    while !lab.draw_base(&picture.canvas, 0, 1.0, false).unwrap() {
        lab.refine_ground().unwrap();
    }
    for (x, y) in points(&lab, size) {
        let told = lab.map_at(x, y);
        let pair = lab.place_at(x, y);
        assert_eq!(numbers(&get(&told, "start")), pair);
        lab.set_start(pair[0], Some(pair[1])).unwrap();
        assert_eq!((lab.start(), lab.rate()), (pair.clone(), pair[1]));
        let verdict = verdict(&mut lab);
        assert_eq!(text(&told, "kind"), text(&verdict, "kind"), "{pair:?}");
        assert_eq!(
            number(&told, "error"),
            number(&verdict, "error"),
            "{pair:?}"
        );
        assert!(
            lab.map_request(size[0], size[1]).is_undefined(),
            "another map"
        );
    }
    assert_eq!(lab.ranges()[2..], [0.01, 100.0]);
    lab.set_start(0.0, Some(1.0)).unwrap();
    let up = lab.start_moved(0.0, 0.25);
    assert!(up[0] == 0.0 && (up[1] - 10.0).abs() < 1e-9, "{up:?}");
    let at = lab.pixel_of(0.0, 1.0);
    let near = lab.ranges_zoomed(at[0], at[1], 0.5);
    assert_eq!(near[2..], [0.1, 10.0]);
    // Links say them: no more digits than a hand can tell.
    let anywhere = [
        lab.ranges_zoomed(at[0] + 12.3, at[1] - 45.6, 0.8),
        lab.ranges_moved(7.7, -3.1),
    ];
    for number in anywhere.concat() {
        assert!(number.to_string().len() <= 9, "{number}");
    }
    lab.set_ranges(&near).unwrap();
    assert_eq!(lab.ranges(), near);
    let refused = lab.set_ranges(&[-1.0, 1.0, 0.0, 1.0]).unwrap_err();
    assert_eq!(text(&refused, "place"), "rates");
    // Above two weights there are none.
    let mut lab = open(Fact::FourMinima);
    lab.set_shown("rates");
    assert_eq!(lab.ranges().len(), 4);
    assert!(numbers(&get(&lab.map_request(2, 2), "rates")).is_empty());
}

#[wasm_bindgen_test]
fn a_plane_is_there_or_refused() {
    let mut lab = open(Fact::Xor);
    // Only the axes of a view are those of weights.
    let weights = |lab: &Lab| -> Vec<Option<f64>> {
        let axes = js_sys::Array::from(&get(&lab.info(), "axes"));
        let weight = |axis: JsValue| get(&axis, "weight").as_f64();
        axes.iter().map(weight).collect()
    };
    assert!(!lab.set_plane("path", 0), "the run has not ended");
    assert!(lab.set_plane("random", 7));
    assert_eq!(weights(&lab), [None, None]);
    assert_eq!(lab.start(), [0.0, 0.0]);
    lab.advance(usize::MAX);
    assert!(lab.set_plane("path", 0));
    let axes = js_sys::Array::from(&get(&lab.info(), "axes"));
    let share = number(&axes.get(0), "share");
    assert!(share > 0.5 && share <= 1.0, "{share}");
    assert!(lab.start_off_plane() > 0.0);
    lab.set_axes(vec![0, 3]).unwrap();
    assert_eq!(weights(&lab), [Some(0.0), Some(3.0)]);
    assert!(lab.set_plane("random", 7));
    assert!(lab.set_plane("view", 0));
    assert_eq!(weights(&lab), [Some(0.0), Some(3.0)]);

    // All gradients are exactly 0.
    let mut lab = self::lab(Fact::Valley, &[0.0, 0.0]);
    lab.advance(usize::MAX);
    assert!(!lab.set_plane("path", 0), "the run did not move");
    let mut curve = open(Fact::TwoMinima);
    assert!(!curve.set_plane("random", 1));
}
