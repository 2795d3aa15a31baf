use super::*;
use crate::ticks::Label;

fn timeline<'a>(errors: &'a [f64], norms: &'a [f64]) -> Timeline<'a> {
    Timeline {
        errors,
        gradient_norms: norms,
        steps: errors.len().saturating_sub(1),
        goal: None,
        names: ["E", "‖g‖", ""],
    }
}

#[test]
fn decades_hold_the_values() {
    assert_eq!(decades(&[0.5, 0.02], &[0.3, 1e-5], None), [1e-5, 1.0]);
    assert_eq!(decades(&[1.0], &[1.0], None), [0.1, 1.0]);
    assert_eq!(decades(&[0.5], &[0.5], Some(1e-3)), [1e-3, 1.0]);
}

#[test]
fn zeros_gaps_and_nothing_have_decades() {
    assert_eq!(decades(&[0.0], &[0.0], None), [0.1, 1.0]);
    assert_eq!(decades(&[], &[], Some(f64::NAN)), [0.1, 1.0]);
    let [low, high] = decades(&[f64::INFINITY, 1e300], &[5e-324, f64::NAN], None);
    assert!(low > 0.0 && high.is_finite() && low < high);
    assert!((high / low).log10() <= f64::from(MOST_DECADES) + 1e-6);
}

#[test]
fn what_vanishes_runs_along_the_axis_and_what_runs_away_leaves_at_the_top() {
    let errors = [1.0, 1e-3, 0.0, f64::INFINITY, f64::NAN];
    let line = timeline(&errors, &errors);
    let frame = line.frame((600, 200), 1.0);
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
    let frame = line.frame((600, 200), 1.0);
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
    let frame = line.frame((600, 200), 1.0);
    assert_eq!(frame.y_ticks[0].label, Label::AtMost(-10));
    let staying = [1.0, 1e-3];
    let frame = timeline(&staying, &staying).frame((600, 200), 1.0);
    assert_eq!(frame.y_ticks[0].label, Label::Power(-3));
}
