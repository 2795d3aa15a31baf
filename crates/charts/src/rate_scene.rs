//! Starts and learning rates: axes, and the rates up to which descent settles in a minimum.

use landscape::{RateLimit, Rates};
use plotters::style::Color;
use plotters_backend::DrawingBackend;

use crate::axes::{symbol, text};
use crate::frame::{Frame, Plan, measure};
use crate::height_key::HeightKey;
use crate::pen::{Drawn, Pen, Stroke};
use crate::rect::{Point, Rect};
use crate::scale::Scale;
use crate::theme::Theme;
use crate::type_setting::{Align, symbol_width, width};

/// What a map of starts and learning rates looks like, apart from its tint
/// ([`fates_raster`](crate::fates_raster)). The run on it is a [`SurfacePath`](crate::SurfacePath) at the
/// height of its rate.
#[derive(Clone, Copy, Debug)]
pub struct RateScene<'a> {
    /// Where the axis of the weight begins and ends.
    pub weights: [f64; 2],
    /// The axis of the rates.
    pub rates: Rates,
    /// The rates 2/λ_max of the minima on the axis.
    pub limits: &'a [RateLimit],
    /// Names of the weight and of the rate: `w`, `ε`.
    pub names: [&'a str; 2],
    /// Which tint stands for what, where they tell numbers.
    pub key: Option<HeightKey<'a>>,
}

impl RateScene<'_> {
    /// The measures of the picture. `size` in its own pixels; `scale` is the number of those to a
    /// pixel of the page, times the factor of the page's type.
    pub fn frame(&self, size: (u32, u32), scale: f64) -> Frame {
        let [left, right] = self.weights;
        let plan = Plan {
            size,
            scale,
            x: Scale::Linear(left, right),
            y: Scale::log(self.rates.from, self.rates.to),
            names: self.names,
            right: 0.0,
            strip: 0.0,
            floor: 0.0,
        };
        match self.key {
            Some(_) => plan.filled_with_key(),
            None => plan.filled(),
        }
    }

    /// Draws everything that stays while a run is watched.
    ///
    /// # Errors
    /// What the backend could not do.
    pub fn draw<DB: DrawingBackend>(
        &self,
        pen: &mut Pen<'_, DB>,
        frame: &Frame,
        theme: &Theme,
    ) -> Drawn<DB> {
        frame.draw_box(pen, theme)?;
        let mut last: Option<Rect> = None;
        for limit in self.limits {
            let at = frame.pixel(limit.weight, limit.rate);
            if frame.plot().contains(at) {
                last = Some(draw_limit(pen, frame, theme, at, last)?);
            }
        }
        match self.key {
            Some(key) => key.draw(pen, frame, theme),
            None => Ok(()),
        }
    }
}

/// A dashed line at the height of `at`, a disc on it over the minimum, and beside that what it is, above
/// the line or below it, where that does not lie on `other`. Gives where the words are.
fn draw_limit<DB: DrawingBackend>(
    pen: &mut Pen<'_, DB>,
    frame: &Frame,
    theme: &Theme,
    at: Point,
    other: Option<Rect>,
) -> Result<Rect, plotters_backend::DrawingErrorKind<DB::ErrorType>> {
    let plot = frame.plot();
    let (x, y) = at;
    let ends = (plot.left, plot.right());
    // On paper of its own, so that it is seen on every hatching.
    let paper = Stroke {
        color: theme.paper.mix(0.8),
        width: frame.px(3.4),
    };
    let ink = Stroke {
        color: theme.ink.to_rgba(),
        width: frame.px(1.4),
    };
    pen.horizontal(ends, y, paper)?;
    pen.dashes(ends, y, frame.px(5.0), ink)?;
    pen.disc(at, frame.px(5.2), theme.paper.to_rgba())?;
    pen.disc(at, frame.px(3.6), theme.ink.to_rgba())?;

    let (size, symbols, gap) = (
        frame.px(measure::TEXT),
        frame.px(measure::TEXT) * 1.25,
        frame.px(measure::GAP),
    );
    let (letter, index) = (symbol_width("λ", symbols), width("max", 0.72 * size));
    let half = width("2/", size) + letter;
    let wide = half + index + 0.12 * size + 1.6 * gap;
    let high = 1.7 * size;
    let left = (x + 1.6 * gap).min(plot.right() - wide - gap);
    let boxes = [y - high - 0.8 * gap, y + 0.8 * gap].map(|top| Rect {
        left,
        top,
        width: wide,
        height: high,
    });
    let is_free = |rect: &&Rect| {
        let inside = rect.top > plot.top && rect.bottom() < plot.bottom();
        inside && !other.is_some_and(|other| overlap(&other, rect))
    };
    let place = *boxes.iter().find(is_free).unwrap_or(&boxes[0]);
    pen.rect(place, theme.paper.mix(0.88))?;
    let middle = place.top + 0.5 * high;
    let mut left = place.left + 0.8 * gap;
    pen.words("2/", (left, middle), text(frame, theme.ink, Align::Left))?;
    left += width("2/", size);
    let mut style = symbol(frame, theme.ink, Align::Left);
    style.size = symbols;
    pen.symbol("λ", (left, middle), style)?;
    left += letter + 0.12 * size;
    let mut style = text(frame, theme.ink, Align::Left);
    style.size = 0.72 * size;
    pen.words("max", (left, middle + 0.3 * size), style)?;
    Ok(place)
}

fn overlap(one: &Rect, other: &Rect) -> bool {
    one.left < other.right()
        && other.left < one.right()
        && one.top < other.bottom()
        && other.top < one.bottom()
}
