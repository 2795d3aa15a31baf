//! The relief drawn by plotters, the farthest first.

use plotters::style::{Color, RGBColor};
use plotters_backend::DrawingBackend;

use crate::pen::{Drawn, Pen, Stroke};
use crate::rect::Point;
use crate::theme::Theme;

use super::cage::Cage;
use super::course::Course;
use super::draped::Draped;
use super::ground::Ground;
use super::labels::draw_labels;
use super::light::Light;
use super::segment::{RoundMark, Segment};
use super::space::Place;
use super::view::View;

/// How strong the part of a run is that lies behind the ground.
pub const BEHIND_GROUND: f64 = 0.26;
/// Cells are drawn this much larger on each side, in pixels: no seams.
const OVERLAP: f64 = 0.6;

/// The ground with its lines, and a run on it.
#[derive(Clone, Copy, Debug)]
pub struct ReliefScene<'a> {
    /// The ground.
    pub ground: &'a Ground,
    /// The colour of each of its cells, row by row: level ground has it to the last bit.
    pub tints: &'a [RGBColor],
    /// The lines on it and on the floor.
    pub draped: &'a Draped,
    /// The run.
    pub course: Course<'a>,
    /// Names of the axes: across, away, the error's.
    pub names: [&'a str; 3],
    /// How the ground is lit.
    pub light: Light,
}

impl ReliefScene<'_> {
    /// Draws everything.
    ///
    /// # Errors
    /// What the backend could not do.
    pub fn draw<DB: DrawingBackend>(
        &self,
        pen: &mut Pen<'_, DB>,
        view: &View,
        theme: &Theme,
    ) -> Drawn<DB> {
        let cage = Cage::new(self.ground.space(), view);
        draw_segments(pen, view, &cage.segments(theme))?;
        draw_segments(pen, view, &self.draped.on_floor)?;
        if let Some((line, foot)) = self.course.plumb(self.ground.space(), theme) {
            draw_mark(pen, view, &foot, 1.0)?;
            draw_segments(pen, view, &[line])?;
        }
        self.draw_ground(pen, view, theme)?;
        draw_labels(pen, view, &cage, self.names, theme)
    }

    /// Cell by cell, each with what lies on it: what is nearer covers what is behind.
    fn draw_ground<DB: DrawingBackend>(
        &self,
        pen: &mut Pen<'_, DB>,
        view: &View,
        theme: &Theme,
    ) -> Drawn<DB> {
        let (rows, columns) = self.ground.dim();
        let [rows, columns] = [rows, columns].map(|nodes| nodes.saturating_sub(1));
        let cell = |place: Place| {
            let half = self.ground.space().half();
            let index = |axis: usize, cells: usize| {
                let part = 0.5 * (place[axis] / half[axis] + 1.0);
                ((part * cells as f64) as usize).min(cells.saturating_sub(1))
            };
            index(1, rows) * columns + index(0, columns)
        };
        let mut lying: Vec<Vec<Segment>> = vec![Vec::new(); rows * columns];
        let path = self.course.path(self.ground, theme);
        for &segment in self.draped.on_ground.iter().chain(&path) {
            let [from, to] = segment.ends;
            let middle = [0, 1, 2].map(|axis| 0.5 * (from[axis] + to[axis]));
            if let Some(lying) = lying.get_mut(cell(middle)) {
                lying.push(segment);
            }
        }
        let mut marks: Vec<Vec<RoundMark>> = vec![Vec::new(); rows * columns];
        for mark in self.course.marks(self.ground, theme) {
            if let Some(marks) = marks.get_mut(cell(mark.at)) {
                marks.push(mark);
            }
        }
        let eye = view.eye();
        let half = self.ground.space().half();
        let from_afar = |axis: usize, cells: usize| {
            let middle =
                |index: usize| half[axis] * (2.0 * (index as f64 + 0.5) / cells as f64 - 1.0);
            let far = |index: &usize| (middle(*index) - eye[axis]).abs();
            let mut order: Vec<usize> = (0..cells).collect();
            order.sort_by(|one, other| far(other).total_cmp(&far(one)));
            order
        };
        let across = from_afar(0, columns);
        for row in from_afar(1, rows) {
            for &column in &across {
                self.draw_cell(pen, view, row, column)?;
                draw_segments(pen, view, &lying[row * columns + column])?;
            }
        }
        // The path shows through the ground that covers it. Where it is seen already, this adds nothing.
        let lines = path.iter().filter(|segment| segment.color == theme.accent);
        let faint: Vec<Segment> = lines
            .map(|segment| Segment {
                alpha: BEHIND_GROUND * segment.alpha,
                ..*segment
            })
            .collect();
        draw_segments(pen, view, &faint)?;
        // Round marks stand out of the ground: a neighbour would cut them.
        for mark in marks.iter().flatten() {
            let is_seen = self.is_seen(view, mark.at);
            draw_mark(pen, view, mark, if is_seen { 1.0 } else { BEHIND_GROUND })?;
        }
        Ok(())
    }

    /// Whether nothing of the ground lies before a place on it.
    fn is_seen(&self, view: &View, place: Place) -> bool {
        let lifted = [place[0], place[1], place[2] + 0.03];
        let seen = self.ground.seen_at(view, view.pixel(lifted));
        let nearest = seen.map(|weights| {
            let [right, away, _] = self.ground.space().place(weights, 0.0);
            self.ground
                .at(right, away)
                .map_or(f64::INFINITY, |at| view.depth(at))
        });
        nearest.is_none_or(|depth| depth > view.depth(place) - 0.08)
    }

    fn draw_cell<DB: DrawingBackend>(
        &self,
        pen: &mut Pen<'_, DB>,
        view: &View,
        row: usize,
        column: usize,
    ) -> Drawn<DB> {
        let (_, columns) = self.ground.dim();
        let tint = self.tints.get(row * (columns - 1) + column);
        let Some(&tint) = tint.filter(|_| self.ground.is_whole(row, column)) else {
            return Ok(());
        };
        let nodes = [(0, 0), (0, 1), (1, 1), (1, 0)].map(|(up, right)| (row + up, column + right));
        let corners = nodes.map(|(row, column)| view.pixel(self.ground.node(row, column)));
        let bright = if turn(&corners) < 0.0 {
            let sum: f64 = nodes
                .iter()
                .map(|&(row, column)| self.light.on(self.ground.normal(row, column)))
                .sum();
            0.25 * sum
        } else {
            Light::UNDER
        };
        pen.area(&grown(corners), self.light.shaded(tint, bright).to_rgba())
    }
}

/// Twice the area inside some corners, below 0 where they run counter-clockwise in the picture: the ground
/// is seen from above.
fn turn(corners: &[Point; 4]) -> f64 {
    let next = corners.iter().cycle().skip(1);
    let pairs = corners.iter().zip(next);
    pairs.map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum()
}

/// The corners a little farther from their middle.
fn grown(corners: [Point; 4]) -> [Point; 4] {
    let sum = corners
        .iter()
        .fold((0.0, 0.0), |sum, at| (sum.0 + at.0, sum.1 + at.1));
    let middle = (0.25 * sum.0, 0.25 * sum.1);
    corners.map(|(x, y)| {
        let (dx, dy) = (x - middle.0, y - middle.1);
        let length = dx.hypot(dy).max(1e-9);
        (x + OVERLAP * dx / length, y + OVERLAP * dy / length)
    })
}

/// Segments of one look that follow each other are one line.
fn draw_segments<DB: DrawingBackend>(
    pen: &mut Pen<'_, DB>,
    view: &View,
    segments: &[Segment],
) -> Drawn<DB> {
    for line in segments.chunk_by(Segment::goes_on) {
        let first = &line[0];
        let ends = line.iter().map(|segment| segment.ends[1]);
        let places = std::iter::once(first.ends[0]).chain(ends);
        let points: Vec<Point> = places.map(|place| view.pixel(place)).collect();
        let stroke = Stroke {
            color: first.color.mix(first.alpha),
            width: view.px(first.width),
        };
        pen.line(&points, stroke)?;
    }
    Ok(())
}

fn draw_mark<DB: DrawingBackend>(
    pen: &mut Pen<'_, DB>,
    view: &View,
    mark: &RoundMark,
    strength: f64,
) -> Drawn<DB> {
    let at = view.pixel(mark.at);
    let color = mark.color.mix(strength);
    if mark.hole == 0.0 {
        return pen.disc(at, view.px(mark.radius), color);
    }
    let stroke = Stroke {
        color,
        width: view.px(mark.radius - mark.hole),
    };
    pen.ring(at, view.px(0.5 * (mark.radius + mark.hole)), stroke)
}
