//! The error surface in three dimensions from four angles, compared with the pictures in the repository
//! byte by byte.
//!
//! They are SVG files that a browser shows: look at them when they change.

#![allow(clippy::unwrap_used)]

use std::f64::consts::FRAC_PI_2;

use backprop::Experiment;
use charts::{
    Camera, Course, Draped, Ground, Light, RGBColor, ReliefScene, Stretch, Theme, View, svg,
};
use landscape::{Plane, Surface, Tone, contour_lines, levels};
use lessons::Fact;

const SIZE: (u32, u32) = (760, 520);
/// Cells along each side: few, so that a picture is no larger than a repository should carry.
const CELLS: usize = 28;

/// Fact D from (1, −1), with the run's path, by a camera.
fn picture(fact: Fact, camera: Camera, dark: bool) -> String {
    let experiment = Experiment::parse(fact.document()).unwrap();
    let record = experiment.run().record;
    let plane = Plane::of_view(&experiment).through(record.last_weights());
    let [x, y] = plane.sides() else {
        unreachable!("two axes")
    };
    let ranges = [[x.from, x.to], [y.from, y.to]];
    let mut surface =
        Surface::on_plane(experiment.problem(), plane.clone(), [CELLS + 1; 2]).unwrap();
    surface.fill(experiment.problem(), usize::MAX);
    let theme = Theme::new(dark);
    let tone = Tone::of(surface.error());
    let contours = contour_lines(surface.error(), &levels(&tone));
    let ground = Ground::new(surface.error().values.to_owned(), ranges);
    let draped = Draped::new(&ground, &contours, &theme);
    let tints = tints(&ground, &tone, &theme);
    let path = plane.path(&record);
    let mut line: Vec<Stretch> = Vec::new();
    for (step, &to) in path.iter().enumerate() {
        let is_far = |last: &Stretch| (to[0] - last.to[0]).hypot(to[1] - last.to[1]) > 0.1;
        if step == record.steps() || line.last().is_none_or(is_far) {
            let joined = step > 0;
            line.push(Stretch { to, step, joined });
        }
    }
    let (first, last) = (line.first().unwrap(), line.last().unwrap());
    let view = View::new(ground.space(), camera, SIZE, 1.0);
    let scene = ReliefScene {
        ground: &ground,
        tints: &tints,
        draped: &draped,
        course: Course {
            line: &line,
            dots: &[],
            start: first.to,
            cursor: record.steps(),
            at: last.to,
            error: *record.errors().last().unwrap(),
        },
        names: ["w0", "w1", "E"],
        light: Light::of(&view, dark),
    };
    let mut paper = String::new();
    let charts::RGBColor(r, g, b) = theme.paper;
    paper.push_str(&format!(
        "<rect width=\"100%\" height=\"100%\" fill=\"rgb({r},{g},{b})\"/>"
    ));
    let document = svg(SIZE, |pen| Ok(scene.draw(pen, &view, &theme)?)).unwrap();
    let at = document.find('>').unwrap() + 1;
    format!("{}{paper}{}", &document[..at], &document[at..])
}

/// The middle of each cell in its tone.
fn tints(ground: &Ground, tone: &Tone, theme: &Theme) -> Vec<RGBColor> {
    let values = ground.field().values;
    let (rows, columns) = ground.dim();
    let cells = (0..rows - 1).flat_map(|row| (0..columns - 1).map(move |column| (row, column)));
    cells
        .map(|(row, column)| {
            let corners = [(0, 0), (0, 1), (1, 0), (1, 1)];
            let sum: f64 = corners
                .iter()
                .map(|(up, right)| tone.at(values[(row + up, column + right)]))
                .sum();
            theme.ground(0.25 * sum)
        })
        .collect()
}

fn golden(name: &str, document: &str) {
    assert!(document.len() < 400_000, "{name}: {} bytes", document.len());
    insta::assert_binary_snapshot!(&format!("{name}.svg"), document.as_bytes().to_vec());
}

#[test]
fn four_angles() {
    let first = Camera::FIRST;
    let camera = |azimuth: f64, elevation: f64| Camera {
        azimuth,
        elevation,
        ..first
    };
    golden("first", &picture(Fact::FourMinima, first, false));
    golden(
        "behind",
        &picture(Fact::FourMinima, camera(3.6, 0.35), true),
    );
    golden(
        "aside",
        &picture(Fact::FourMinima, camera(-FRAC_PI_2, 0.15), false),
    );
    golden(
        "above",
        &picture(Fact::FourMinima, camera(0.0, FRAC_PI_2), false),
    );
}
