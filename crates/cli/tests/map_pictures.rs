//! Maps of the lecture's facts, held against pictures in the repository.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test says what it expects by unwrapping it"
)]

mod downhill;
mod picture;

use backprop::{Experiment, Kind};
use charts::{Fates, Look, Theme, fates_raster, raster};
use downhill::downhill;
use landscape::{Fate, FateMap, Field, Tone};
use ndarray::Array2;
use picture::Picture;

/// Starts along each side of a map; pixels, too.
const SIDE: usize = 128;

const B: &str = include_str!("../../lessons/facts/b.json");
const D: &str = include_str!("../../lessons/facts/d.json");
const E: &str = include_str!("../../lessons/facts/e.json");
const F: &str = include_str!("../../lessons/facts/f.json");

/// What `downhill map` writes.
fn mapped(document: &str, more: &[&str]) -> Picture {
    let arguments = [&["map", "-", "-o", "-"], more].concat();
    let output = downhill(&arguments, document);
    assert_eq!(output.status.code(), Some(0));
    Picture::read(&output.stdout)
}

#[test]
fn fates_of_the_facts() {
    let side = SIDE.to_string();
    mapped(B, &["--size", "512"]).assert_golden("b_fates_light");
    for (name, document) in [("d", D), ("e", E), ("f", F)] {
        mapped(document, &["--size", &side]).assert_golden(&format!("{name}_fates_light"));
    }
    mapped(D, &["--size", &side, "--dark"]).assert_golden("d_fates_dark");
}

/// Two basins, the rates beyond which the global minimum is no longer settled in, and what lies above.
#[test]
fn starts_and_rates() {
    let rates = ["--rate", "0.01..100", "--size", "128"];
    mapped(B, &rates).assert_golden("b_rates_light");
    mapped(B, &[&rates[..], &["--dark"]].concat()).assert_golden("b_rates_dark");
}

/// How much ends depend on starts: blue in basins, paper on plateaus, brown in chaos and on the edges; and
/// steps to the goal, where it is reached.
#[test]
fn numbers_of_starts_and_rates() {
    let of = |mode| ["--rate", "0.01..100", "--size", "128", "--mode", mode];
    mapped(B, &of("sensitivity")).assert_golden("b_rates_sensitivity_light");
    let dark = [&of("sensitivity")[..], &["--dark"]].concat();
    mapped(B, &dark).assert_golden("b_rates_sensitivity_dark");
    mapped(B, &of("steps")).assert_golden("b_rates_steps_light");
    let size = ["--size", "64", "--mode", "sensitivity"];
    mapped(F, &size).assert_golden("f_sensitivity_light");
}

/// The fates of all starts, row by row from the lowest.
fn fates(document: &str) -> Vec<Fate> {
    let experiment = Experiment::parse(document).unwrap();
    let map = FateMap::new(&experiment, [SIDE, SIDE], experiment.best_known_error());
    let pixels: Vec<_> = (0..SIDE * SIDE).map(|i| (i % SIDE, i / SIDE)).collect();
    map.fates(&pixels)
}

/// A number of each fate, painted as the page does.
fn painted(fates: &[Fate], theme: &Theme, number: impl Fn(&Fate) -> f64) -> Picture {
    let numbers = fates.iter().map(number).collect();
    let values = Array2::from_shape_vec((SIDE, SIDE), numbers).unwrap();
    let (x, y) = ([0.0, 1.0], [0.0, 1.0]);
    let field = Field {
        values: values.view(),
        x,
        y,
    };
    let mut bytes = raster(field, &Tone::of(field), theme, SIDE, SIDE);
    // Paper is seen where there is no number.
    for pixel in bytes.chunks_exact_mut(4).filter(|pixel| pixel[3] == 0) {
        pixel[..3].copy_from_slice(&[theme.paper.0, theme.paper.1, theme.paper.2]);
    }
    Picture::of(&bytes, SIDE)
}

#[test]
fn steps_to_the_goal() {
    let fates = fates(F);
    let steps = |fate: &Fate| fate.steps_to_goal.map_or(f64::NAN, |steps| steps as f64);
    painted(&fates, &Theme::light(), steps).assert_golden("f_steps_light");
    painted(&fates, &Theme::dark(), steps).assert_golden("f_steps_dark");
}

#[test]
fn errors_at_the_end_and_slopes_at_the_start() {
    let light = Theme::light();
    painted(&fates(D), &light, |fate| fate.error).assert_golden("d_error_light");
    let norm = |fate: &Fate| fate.gradient_norm_at_start.log10();
    painted(&fates(E), &light, norm).assert_golden("e_norm_light");
}

/// The seven tints and hatchings, side by side as in a legend.
#[test]
fn all_seven_fates() {
    for (name, theme) in [("light", Theme::light()), ("dark", Theme::dark())] {
        let looks = Kind::ALL.map(|kind| Some(kind.into()));
        let fates = Fates {
            looks: &looks,
            columns: looks.len(),
        };
        let size = [7 * 64, 64];
        let bytes = fates_raster(fates, &theme, size, 1.0);
        Picture::of(&bytes, size[0]).assert_golden(&format!("seven_{name}"));
    }
}

/// The looks of the basins of solutions, and below them of local minima.
#[test]
fn all_basins() {
    for (name, theme) in [("light", Theme::light()), ("dark", Theme::dark())] {
        let rows = [Kind::LocalMinimum, Kind::Converged];
        let looks = rows.map(|kind| [0, 1, 2, 3].map(|number| Some(Look::of_basin(kind, number))));
        let fates = Fates {
            looks: looks.as_flattened(),
            columns: 4,
        };
        let size = [4 * 64, 2 * 64];
        let bytes = fates_raster(fates, &theme, size, 1.0);
        Picture::of(&bytes, size[0]).assert_golden(&format!("basins_{name}"));
    }
}

/// A golden that tolerated everything would be worth nothing.
#[test]
fn a_pixel_of_another_colour_is_found() {
    let picture = |color: [u8; 3]| Picture {
        width: 2,
        height: 1,
        pixels: vec![[10, 10, 10], color],
    };
    let golden = picture([20, 30, 40]);
    assert_eq!(golden.differing(&picture([22, 28, 40])), 0);
    assert_eq!(golden.differing(&picture([20, 30, 43])), 1);
}
