use super::*;
use crate::ticks::Label;

fn timeline<'a>(errors: &'a [f64], norms: &'a [f64]) -> Timeline<'a> {
    Timeline {
        errors,
        gradient_norms: norms,
        steps: errors.len().saturating_sub(1),
        goal: None,
        names: ["E", "‖g‖", ""],
        beside: &[],
    }
}

fn frame(timeline: &Timeline<'_>) -> Frame {
    timeline.frame(&mut TimelineLines::default(), (600, 200), 1.0)
}

#[test]
fn the_axis_reaches_the_goal() {
    let line = Timeline {
        goal: Some((2e-4, "goal")),
        ..timeline(&[0.5; 9], &[0.5; 9])
    };
    assert_eq!(frame(&line).y_ticks[0].label, Label::Power(-4));
}

#[test]
fn a_picture_of_a_run_that_grows_is_the_picture_of_all_of_it() {
    let value = |i: usize| (1.5 + (i as f64 * 0.7).sin()) / (1 + i * i / 50) as f64;
    let mut errors: Vec<f64> = (0..6000).map(value).collect();
    let mut norms: Vec<f64> = (0..6000).map(|i| 1e-3 * value(i + 7)).collect();
    (errors[4000], norms[5999]) = (0.0, f64::INFINITY);
    let mut kept = TimelineLines::default();
    // The axis has room for all steps until the run ends early; at last the picture is smaller.
    for (done, steps, width) in [
        (1, 9000, 640),
        (2, 9000, 640),
        (300, 9000, 640),
        (301, 9000, 640),
        (5999, 9000, 640),
        (6000, 6000, 640),
        (6000, 6000, 320),
    ] {
        let line = Timeline {
            steps,
            goal: Some((1e-4, "goal")),
            ..timeline(&errors[..done], &norms[..done])
        };
        let picture = |lines: &mut TimelineLines| {
            let frame = line.frame(lines, (width, 150), 1.0);
            crate::svg((width, 150), |pen| {
                Ok(line.draw(pen, lines, &frame, &Theme::light())?)
            })
        };
        let all_at_once = picture(&mut TimelineLines::default()).unwrap();
        assert_eq!(picture(&mut kept).unwrap(), all_at_once, "{done}");
    }
}

#[test]
fn what_vanishes_runs_along_the_axis_and_what_runs_away_leaves_at_the_top() {
    let errors = [1.0, 1e-3, 0.0, f64::INFINITY, f64::NAN];
    let line = timeline(&errors, &errors);
    let frame = frame(&line);
    let plot = frame.plot();
    assert_eq!(line.height(&frame, 0.0), plot.bottom());
    assert_eq!(line.height(&frame, -1e-20), plot.bottom());
    assert_eq!(line.height(&frame, f64::INFINITY), plot.top);
    assert!(line.height(&frame, f64::NAN).is_nan());
}

#[test]
fn a_place_tells_its_step() {
    let errors = vec![1.0; 101];
    let line = timeline(&errors, &errors);
    let frame = frame(&line);
    for step in [0, 1, 50, 100] {
        let (x, _) = frame.pixel(step as f64, 1.0);
        assert_eq!(line.step_at(&frame, x), step);
    }
    assert_eq!(line.step_at(&frame, -1e9), 0);
    assert_eq!(line.step_at(&frame, 1e9), 100);
    assert_eq!(timeline(&[], &[]).step_at(&frame, 100.0), 0);
}

#[test]
fn an_axis_that_does_not_reach_the_lowest_value_says_so() {
    let vanishing = [1.0, 1e-30];
    let line = timeline(&vanishing, &vanishing);
    assert_eq!(frame(&line).y_ticks[0].label, Label::AtMost(-10));
    let staying = [1.0, 1e-3];
    let line = timeline(&staying, &staying);
    assert_eq!(frame(&line).y_ticks[0].label, Label::Power(-3));
}

#[test]
fn steps_are_whole_however_few() {
    for (steps, wanted) in [
        (1, vec![0.0, 1.0]),
        (2, vec![0.0, 1.0, 2.0]),
        (3, vec![0.0, 1.0, 2.0, 3.0]),
    ] {
        let errors = vec![0.5; steps + 1];
        let ticks = frame(&timeline(&errors, &errors)).x_ticks;
        let values: Vec<_> = ticks.iter().map(|tick| tick.value).collect();
        assert_eq!(values, wanted);
        assert_eq!(ticks[1].label, Label::Number("1".to_owned()));
    }
}
