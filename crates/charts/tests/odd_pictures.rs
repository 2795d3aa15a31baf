//! Pictures of nothing, of next to nothing and of what ran away: all are drawn, none fails.

#![allow(clippy::unwrap_used)]

use backprop::{Axis, Experiment};
use charts::{
    CurvePath, CurveScene, Figure, OutputFigure, OutputNames, SurfacePath, SurfaceScene, Theme,
    Timeline, TimelineLines, Trail, svg,
};
use landscape::{CriticalPoint, Curve, Field, Form, Tone, contour_lines, levels};
use ndarray::Array2;

const SIZES: [((u32, u32), f64); 5] = [
    ((0, 0), 1.0),
    ((1, 1), 3.0),
    ((40, 400), 1.0),
    ((390, 120), 1.0),
    ((3840, 2160), 3.6),
];

fn parabola(rate: f64, steps: usize) -> Experiment {
    let document = format!(
        r#"{{ "layers": [1, 1], "activations": ["identity"], "bias": false,
        "inputs": [[1]], "targets": [[1]], "weights": [3],
        "rule": {{ "name": "steepest-descent", "rate": {rate} }}, "steps": {steps},
        "best_error": 0, "view": [{{ "weight": 0, "from": -4, "to": 6 }}] }}"#
    );
    Experiment::parse(&document).unwrap()
}

#[test]
fn runs_that_swing_or_run_away_have_figures_of_any_size() {
    // Fact H: at ε = 2 it swings for ever, beyond it runs away.
    for rate in [0.01, 1.0, 2.0, 2.1, 1e6, 1e300] {
        let experiment = parabola(rate, 200);
        let run = experiment.run();
        for (size, scale) in SIZES {
            let figure = Figure {
                size,
                scale,
                goal: "目標",
                projection: "",
            };
            let theme = Theme::dark();
            svg(size, |pen| figure.draw(pen, &experiment, &run, &theme)).unwrap();
        }
    }
}

#[test]
fn a_timeline_of_anything() {
    let (inf, nan) = (f64::INFINITY, f64::NAN);
    let lines: [&[f64]; 8] = [
        &[],
        &[nan],
        &[0.0],
        &[0.5],
        &[0.25; 100],
        &[0.0, 1.0, 0.0, nan, 1.0],
        &[1.0, 1e200, inf],
        &[5e-324, f64::MAX],
    ];
    for values in lines {
        for (size, scale) in SIZES {
            for goal in [None, Some((0.0, "goal")), Some((1e-3, "goal"))] {
                let line = Timeline {
                    errors: values,
                    gradient_norms: values,
                    steps: values.len().saturating_sub(1),
                    goal,
                    names: ["E", "‖g‖", ""],
                    beside: &[],
                };
                let mut lines = TimelineLines::default();
                let frame = line.frame(&mut lines, size, scale);
                let theme = Theme::light();
                svg(size, |pen| {
                    line.draw(pen, &mut lines, &frame, &theme)?;
                    line.draw_cursor(pen, &frame, &theme, usize::MAX)?;
                    Ok(())
                })
                .unwrap();
            }
        }
    }
}

#[test]
fn paths_of_nothing_and_to_nowhere() {
    let (inf, nan) = (f64::INFINITY, f64::NAN);
    let experiment = parabola(1.0, 1);
    let axis = experiment.view()[0];
    let curve = Curve::sample(experiment.problem(), experiment.start(), axis, 50).unwrap();
    let scene = CurveScene {
        curve: &curve,
        names: ["w", "E"],
        goal: Some((1e9, "goal")),
        fates: Some(&[]),
        has_minima: true,
    };
    let points: [&[[f64; 2]]; 5] = [
        &[],
        &[[nan, nan]],
        &[[inf, -inf], [0.0, inf]],
        &[[0.0, 0.0], [1e300, 1e300], [nan, 0.0], [-1e300, 1.0]],
        &[[1.0, 0.0]; 3],
    ];
    for points in points {
        for (size, scale) in SIZES {
            for change in [0.0, 1e-9, 1.0, -1e300, inf, nan] {
                let frame = scene.frame(size, scale);
                let theme = Theme::light();
                let cursor = points.len() / 2;
                let at = points.get(cursor).copied().unwrap_or([nan; 2]);
                let [along_curve, over_surface] = [Trail::on_curve, Trail::on_surface].map(|of| {
                    let mut trail = of(&frame);
                    trail.extend(points.iter().copied());
                    trail
                });
                let on_curve = CurvePath {
                    trail: &along_curve,
                    cursor,
                    at,
                    slope: change,
                    change,
                    hides_ahead: false,
                };
                let on_surface = SurfacePath {
                    flat: Some([1.0, cursor as f64]),
                    trail: &over_surface,
                    cursor,
                    at,
                    change: [change, 0.5],
                    hides_ahead: false,
                };
                svg(size, |pen| {
                    scene.draw(pen, &frame, &theme)?;
                    on_curve.draw(pen, &frame, &theme)?;
                    on_surface.draw(pen, &frame, &theme)?;
                    Ok(())
                })
                .unwrap();
            }
        }
    }
}

#[test]
fn surfaces_without_heights_and_with_gaps() {
    let gaps = Array2::from_shape_fn((9, 9), |(row, column)| match (row + column) % 3 {
        0 => f64::NAN,
        1 => f64::INFINITY,
        _ => row as f64,
    });
    let critical =
        [(0.0, 0.0), (1.0, f64::INFINITY), (-9.0, f64::NAN)].map(|(x, error)| CriticalPoint {
            place: [x, 5e8],
            error,
            form: Form::Minimum,
            is_lowest: x == 0.0,
        });
    for values in [
        Array2::from_elem((2, 2), f64::NAN),
        Array2::zeros((3, 3)),
        gaps,
    ] {
        let field = Field {
            values: values.view(),
            x: [-1.0, 1.0],
            y: [0.0, 1e9],
        };
        let tone = Tone::of(field);
        let contours = contour_lines(field, &levels(&tone));
        let scene = SurfaceScene {
            field,
            tone: &tone,
            contours: &contours,
            critical: &critical,
            names: ["w0", "", "E"],
            words: ["", ""],
        };
        for (size, scale) in SIZES {
            let frame = scene.frame(size, scale);
            let theme = Theme::dark();
            svg(size, |pen| Ok(scene.draw(pen, &frame, &theme)?)).unwrap();
        }
    }
}

/// An experiment of one or two weights on the given axes.
fn on_axes(axes: &[[f64; 2]], start: f64) -> Option<Experiment> {
    let parts = parabola(0.5, 50).parts().clone();
    let experiment = match axes {
        [_] => Experiment::new(parts).unwrap(),
        _ => Experiment::parse(
            r#"{ "layers": [1, 1], "activations": ["tanh"], "bias": true, "inputs": [[1], [2]],
            "targets": [[0.5], [-0.5]], "weights": [1, 1],
            "rule": { "name": "steepest-descent", "rate": 0.5 }, "steps": 50 }"#,
        )
        .unwrap(),
    };
    let experiment = experiment.with_start(vec![start; axes.len()]).unwrap();
    let view = axes
        .iter()
        .enumerate()
        .map(|(weight, &[from, to])| Axis { weight, from, to });
    let mut parts = experiment.parts().clone();
    parts.view = Some(view.collect());
    Experiment::new(parts).ok()
}

/// The words of a picture, in their order.
fn words(picture: &str) -> Vec<&str> {
    let texts = picture.split("<text").skip(1);
    texts
        .filter_map(|text| text.split(['<', '>']).nth(1))
        .map(str::trim)
        .collect()
}

/// As narrow, as wide and as far away as an axis may be: every number of the picture stays within a
/// picture's length of it, and no two ticks have the same number.
#[test]
fn axes_of_any_length_have_sound_figures() {
    let (size, scale) = ((760, 480), 1.0);
    let lengths = [1e-150, 1e-9, 1e-5, 1e5, 2e300];
    let places = [0.0, 1.0, -77.7, 1e6, 1e299];
    let mut drawn = 0;
    for length in lengths {
        for place in places {
            for around in [[-0.5, 0.5], [0.0, 1.0]] {
                let axis = around.map(|part| place + part * length);
                let other = [-8.0, 8.0];
                for axes in [&[axis][..], &[axis, axis], &[axis, other], &[other, axis]] {
                    for start in [0.5, 1e299] {
                        let Some(experiment) = on_axes(axes, start) else {
                            continue;
                        };
                        let figure = Figure {
                            size,
                            scale,
                            goal: "goal",
                            projection: "",
                        };
                        let theme = Theme::light();
                        let run = experiment.run();
                        let picture =
                            svg(size, |pen| figure.draw(pen, &experiment, &run, &theme)).unwrap();
                        drawn += 1;
                        assert_sound(&picture, &format!("{axes:?} from {start}"));
                    }
                }
            }
        }
    }
    assert!(drawn > 150, "{drawn}");
}

fn assert_sound(picture: &str, what: &str) {
    let numbers = picture
        .split("<text")
        .flat_map(|part| part.split(['"', ' ', ',']))
        .filter_map(|number| number.parse::<f64>().ok());
    for number in numbers {
        assert!(number.abs() < 40_000.0, "{what}: {number}");
    }
    assert!(!picture.contains("NaN"), "{what}");
    let words = words(picture);
    // Along an axis the numbers rise: the same one twice in succession says nothing.
    let repeated = words
        .windows(2)
        .find(|pair| pair[0] == pair[1] && pair[0].len() > 1);
    assert_eq!(repeated, None, "{what}: {words:?}");
}

#[test]
fn outputs_of_weights_that_ran_away() {
    let experiment = parabola(1e300, 200);
    let problem = experiment.problem();
    for weight in [0.0, 1e308, f64::INFINITY, f64::NAN] {
        let figure = OutputFigure::of(problem, [experiment.start(), &[weight]], 0).unwrap();
        let names = OutputNames {
            inputs: ["o^1", ""],
            output: "o^0",
        };
        let scene = figure.scene(names, Some(7));
        for (size, scale) in SIZES {
            let frame = scene.frame(size, scale);
            svg(size, |pen| Ok(scene.draw(pen, &frame, &Theme::light())?)).unwrap();
        }
    }
    assert!(OutputFigure::of(problem, [&[0.0], &[0.0]], 1).is_none());
}
