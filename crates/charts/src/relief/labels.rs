//! Numbers and names at the axes of the box.

use plotters::style::Color;
use plotters_backend::DrawingBackend;

use crate::axes::draw_label;
use crate::frame::measure;
use crate::pen::{Drawn, Pen, Stroke};
use crate::rect::Point;
use crate::theme::Theme;
use crate::type_setting::{Align, Type, symbol_width};

use super::cage::{BESIDE, Cage, Edge};
use super::view::View;

/// Draws ticks, numbers and names of the axes: `names` are those of the axis across, of that away, and
/// of the error.
///
/// # Errors
/// What the backend could not do.
pub fn draw_labels<DB: DrawingBackend>(
    pen: &mut Pen<'_, DB>,
    view: &View,
    cage: &Cage,
    names: [&str; 3],
    theme: &Theme,
) -> Drawn<DB> {
    let [across, away, up] = &cage.axes;
    for (edge, name) in [(across, names[0]), (away, names[1])] {
        if let Some(edge) = edge {
            let beside = draw_numbers(pen, view, edge, theme)?;
            draw_name(pen, view, edge, name, beside, theme)?;
        }
    }
    let Some(edge) = up else { return Ok(()) };
    draw_numbers(pen, view, edge, theme)?;
    let size = view.px(measure::SYMBOL);
    let top = view.pixel(edge.ends[1]);
    let at = (top.0, top.1 - view.px(measure::GAP) - 0.5 * size);
    pen.symbol(names[2], at, name_type(view, theme))
}

/// Ticks with their numbers; how far out these reach.
fn draw_numbers<DB: DrawingBackend>(
    pen: &mut Pen<'_, DB>,
    view: &View,
    edge: &Edge,
    theme: &Theme,
) -> Result<f64, plotters_backend::DrawingErrorKind<DB::ErrorType>> {
    let size = view.px(measure::TEXT);
    let style = Type {
        size,
        color: theme.ink,
        align: Align::Center,
    };
    let stroke = Stroke {
        color: theme.muted.to_rgba(),
        width: view.px(measure::FINE),
    };
    let mut farthest = view.px(BESIDE);
    for (tick, place) in &edge.ticks {
        let at = view.pixel(*place);
        pen.line(&[at, moved(at, edge.out, view.px(measure::TICK))], stroke)?;
        let far = view.px(BESIDE) + half_extent(edge.out, tick.label.width(size), size);
        draw_label(pen, &tick.label, moved(at, edge.out, far), style)?;
        farthest = farthest.max(far + half_extent(edge.out, tick.label.width(size), size));
    }
    Ok(farthest)
}

/// Beside the numbers, at the middle of the axis.
fn draw_name<DB: DrawingBackend>(
    pen: &mut Pen<'_, DB>,
    view: &View,
    edge: &Edge,
    name: &str,
    beside: f64,
    theme: &Theme,
) -> Drawn<DB> {
    let size = view.px(measure::SYMBOL);
    let [from, to] = edge.ends.map(|end| view.pixel(end));
    let middle = (0.5 * (from.0 + to.0), 0.5 * (from.1 + to.1));
    let far = beside
        + view.px(0.5 * measure::GAP)
        + half_extent(edge.out, symbol_width(name, size), size);
    pen.symbol(name, moved(middle, edge.out, far), name_type(view, theme))
}

fn name_type(view: &View, theme: &Theme) -> Type {
    Type {
        size: view.px(measure::SYMBOL),
        color: theme.ink,
        align: Align::Center,
    }
}

/// How far a word reaches from its middle along a way of length 1.
fn half_extent(way: Point, width: f64, height: f64) -> f64 {
    0.5 * (way.0.abs() * width + way.1.abs() * height)
}

fn moved(at: Point, way: Point, far: f64) -> Point {
    (at.0 + far * way.0, at.1 + far * way.1)
}
