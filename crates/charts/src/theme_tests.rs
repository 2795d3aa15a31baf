use landscape::{Field, Told};

use super::*;
use crate::pins::{MOST_PINS, pin_dashes};
use crate::vision::{contrast, luminance, oklab};

fn themes() -> [(&'static str, Theme); 2] {
    [("light", Theme::light()), ("dark", Theme::dark())]
}

#[test]
fn everything_stands_out_from_the_paper() {
    for (name, theme) in themes() {
        for (what, color, least) in [
            // Text: 4.5. Graphics: 3. (Web Content Accessibility Guidelines 1.4.3 and 1.4.11)
            ("ink", theme.ink, 7.0),
            ("muted", theme.muted, 4.5),
            ("accent", theme.accent, 4.5),
            ("curve", theme.curve, 4.5),
            ("gradient", theme.gradient, 4.5),
        ] {
            let found = contrast(color, theme.paper);
            assert!(found >= least, "{name} {what}: {found:.2}");
        }
        for look in Look::all() {
            let found = contrast(theme.fate(look).color, theme.paper);
            assert!(found >= 3.0, "{name} {look:?}: {found:.2}");
        }
        for slot in 0..MOST_PINS {
            let found = contrast(theme.pin(slot), theme.paper);
            assert!(found >= 3.0, "{name} pin {slot}: {found:.2}");
        }
    }
}

#[test]
fn the_path_stands_out_from_every_ground() {
    for (name, theme) in themes() {
        let powers = Tone::of_powers();
        let grounds = (0..=20).map(|step| f64::from(step) / 20.0);
        let grounds = grounds.flat_map(|part| [theme.ground(part), theme.tint(&powers, part)]);
        for (step, ground) in grounds.enumerate() {
            // Lightness alone need not tell them apart: vermilion on blue differs in hue as well,
            // and the path has an edge of paper. It has to be seen in a grey print, though.
            let found = contrast(theme.accent, ground);
            assert!(found >= 1.4, "{name} {step}: {found:.2}");
        }
    }
}

#[test]
fn deeper_ground_is_always_darker_or_always_lighter() {
    for (name, theme) in themes() {
        let light: Vec<f64> = (0..=20)
            .map(|step| oklab(theme.ground(f64::from(step) / 20.0))[0])
            .collect();
        let steps: Vec<f64> = light.windows(2).map(|pair| pair[1] - pair[0]).collect();
        let rising = steps.iter().all(|&step| step > 0.0);
        let falling = steps.iter().all(|&step| step < 0.0);
        assert!(rising || falling, "{name}: {light:?}");
    }
}

/// Above the middle away from paper as below it, and told from there.
#[test]
fn powers_are_as_deep_upwards_as_downwards() {
    for (name, theme) in themes() {
        let powers = Tone::of_powers();
        let light = |part: f64| oklab(theme.tint(&powers, part))[0];
        let rise = |from: f64, to: f64| light(to) - light(from);
        for step in 0..10 {
            let [near, far] = [f64::from(step) / 20.0, f64::from(step + 1) / 20.0];
            let (down, up) = (rise(0.5 - near, 0.5 - far), rise(0.5 + near, 0.5 + far));
            assert!(down * up > 0.0, "{name} {step}: {down} {up}");
        }
        assert_eq!(theme.tint(&powers, 0.5), theme.ground(1.0), "{name}");
    }
}

/// A thousand steps to the goal are not none.
#[test]
fn what_has_a_value_is_told_from_what_has_none() {
    let numbers = ndarray::array![[0.0, 2000.0], [1000.0, f64::NAN]];
    let (x, y) = ([0.0, 1.0], [0.0, 1.0]);
    let values = numbers.view();
    for told in [Told::Steps, Told::Error] {
        let tone = told.tone(Field { values, x, y });
        for (name, theme) in themes() {
            for (eye, without) in EYES {
                for part in [0.0, 0.5, 1.0] {
                    let found = distance(theme.tint(&tone, part), theme.paper, without);
                    assert!(found > 0.08, "{name}, {eye}: {part} {found:.3}");
                }
            }
        }
    }
}

/// What a colour is to an eye without its long (protan) or middle (deutan) cones, in linear light
/// (Viénot, Brettel and Mollon, 1999).
fn as_seen(color: RGBColor, without: [[f64; 3]; 3]) -> [f64; 3] {
    let linear = |channel: u8| (f64::from(channel) / 255.0).powf(2.2);
    let rgb = [linear(color.0), linear(color.1), linear(color.2)];
    let seen = without.map(|row| row.iter().zip(rgb).map(|(a, b)| a * b).sum::<f64>());
    let channel = |value: f64| (value.clamp(0.0, 1.0).powf(1.0 / 2.2) * 255.0).round() as u8;
    oklab(RGBColor(
        channel(seen[0]),
        channel(seen[1]),
        channel(seen[2]),
    ))
}

/// Eyes with all their cones, without the long and without the middle ones.
const EYES: [(&str, [[f64; 3]; 3]); 3] = [
    ("whole", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protan",
        [
            [0.11238, 0.88762, 0.0],
            [0.11238, 0.88762, 0.0],
            [0.00401, -0.00401, 1.0],
        ],
    ),
    (
        "deutan",
        [
            [0.29275, 0.70725, 0.0],
            [0.29275, 0.70725, 0.0],
            [-0.02234, 0.02234, 1.0],
        ],
    ),
];

/// How far apart an eye sees two colours.
fn distance(one: RGBColor, other: RGBColor, without: [[f64; 3]; 3]) -> f64 {
    let [a, b] = [one, other].map(|color| as_seen(color, without));
    let square: f64 = a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum();
    square.sqrt()
}

#[test]
fn pinned_runs_differ_for_every_eye() {
    for (name, theme) in themes() {
        let mut lines = vec![theme.accent, theme.curve, theme.gradient];
        lines.extend((0..MOST_PINS).map(|slot| theme.pin(slot)));
        for (eye, without) in EYES {
            for (i, &one) in lines.iter().enumerate() {
                // The present run and the ground are told apart elsewhere.
                for (j, &other) in lines.iter().enumerate().skip(3.max(i + 1)) {
                    let found = distance(one, other, without);
                    assert!(found > 0.09, "{name}, {eye}: {i} and {j} {found:.3}");
                }
            }
        }
    }
    // In grey their dashes do.
    for slot in 0..MOST_PINS {
        assert!((0..slot).all(|other| pin_dashes(other) != pin_dashes(slot)));
    }
}

#[test]
fn verdicts_differ_for_every_eye() {
    for (name, theme) in themes() {
        for (eye, without) in EYES {
            for one in Look::all() {
                for other in Look::all() {
                    if one == other {
                        continue;
                    }
                    let [a, b] = [one, other].map(|look| theme.fate(look).color);
                    // 0.02 is about what can just be told apart side by side. Basins of a verdict
                    // are a family, which shapes and hatchings tell apart.
                    let is_family = one.variant + other.variant > 0;
                    let least = if is_family { 0.045 } else { 0.07 };
                    let distance = distance(a, b, without);
                    assert!(
                        distance > least,
                        "{name}, {eye}: {one:?} and {other:?} {distance:.3}"
                    );
                }
            }
        }
    }
}

/// Further basins of a verdict are nearer to its hue than to that of the others that have basins.
#[test]
fn basins_keep_to_the_hue_of_their_verdict() {
    let hue = |color| {
        let [_, a, b] = oklab(color);
        b.atan2(a).to_degrees()
    };
    for (name, theme) in themes() {
        for look in Look::all() {
            let turned = hue(theme.fate(look).color) - hue(theme.verdict(look.kind).color);
            let turned = (turned + 180.0).rem_euclid(360.0) - 180.0;
            assert!(turned.abs() < 40.0, "{name} {look:?}: {turned:.0}°");
        }
    }
}

#[test]
fn a_strip_counts_the_basins_of_a_verdict() {
    let theme = Theme::light();
    let looks = (0..9).map(|number| Look::of_basin(Kind::LocalMinimum, number));
    let times: Vec<usize> = looks
        .map(|look| theme.fate(look).outlines().len())
        .collect();
    assert_eq!(times, [1, 2, 3, 4, 1, 2, 3, 4, 1]);
    // Where a verdict is one, its picture is that of the verdict.
    for kind in Kind::ALL {
        assert_eq!(theme.fate(kind.into()), theme.verdict(kind));
        assert_eq!(Look::of_basin(Kind::Saddle, 5), Kind::Saddle.into());
    }
}

#[test]
fn the_three_fates_of_the_lecture_differ_in_grey() {
    for (name, theme) in themes() {
        let fates = [Kind::Converged, Kind::LocalMinimum, Kind::VanishingGradient];
        let grey = fates.map(|kind| luminance(theme.verdict(kind).color).cbrt());
        // The bars of vanishing gradients are the darkest on paper, and stand beside the others.
        assert!((grey[2] - grey[0]).abs() > 0.08, "{name}: {grey:?}");
        assert!((grey[2] - grey[1]).abs() > 0.08, "{name}: {grey:?}");
    }
}

#[test]
fn every_verdict_has_its_own_mark() {
    let theme = Theme::light();
    let mut names = Kind::ALL.map(|kind| theme.verdict(kind).mark.name());
    names.sort_unstable();
    assert!(names.windows(2).all(|pair| pair[0] != pair[1]));
}
