//! What of the ground is seen at a point of a picture.

use crate::rect::Point;

use super::ground::Ground;
use super::space::Place;
use super::view::{Ray, View};

/// Halvings of the last step towards the ground.
const HALVINGS: usize = 24;

impl Ground {
    /// The weights of the ground that is seen at a point; none beside it.
    pub fn seen_at(&self, view: &View, point: Point) -> Option<[f64; 2]> {
        let hit = self.hit(view.ray(point))?;
        Some(self.space().weights(hit))
    }

    /// The same while a hand holds on to something: beside the ground, the nearest edge at the height
    /// `error`.
    pub fn reached_at(&self, view: &View, point: Point, error: f64) -> [f64; 2] {
        if let Some(weights) = self.seen_at(view, point) {
            return weights;
        }
        let ray = view.ray(point);
        let height = self.space().height(error).clamp(0.0, 1.0);
        let way = (height - ray.from[2]) / ray.along[2];
        // A line of sight that does not come down leads to the horizon, far behind the box.
        let way = if way > 0.0 && way.is_finite() {
            way
        } else {
            1e3
        };
        let weights = self.space().weights(at(ray, way));
        let [across, away] = self.space().ranges;
        [
            weights[0].clamp(across[0], across[1]),
            weights[1].clamp(away[0], away[1]),
        ]
    }

    /// Where a line of sight first meets the ground.
    fn hit(&self, ray: Ray) -> Option<Place> {
        let half = self.space().half();
        // The part of the line inside the box.
        let slabs = [[-half[0], half[0]], [-half[1], half[1]], [-0.01, 1.01]];
        let mut inside = [0.0, f64::INFINITY];
        for (axis, [from, to]) in slabs.into_iter().enumerate() {
            let ends = [from, to].map(|side| (side - ray.from[axis]) / ray.along[axis]);
            // A line along a side comes to neither end.
            if ends.iter().any(|end| end.is_nan()) {
                continue;
            }
            inside[0] = inside[0].max(ends[0].min(ends[1]));
            inside[1] = inside[1].min(ends[0].max(ends[1]));
        }
        let [enters, leaves] = inside;
        if !(leaves.is_finite() && enters < leaves) {
            return None;
        }
        let (rows, columns) = self.dim();
        // Twice in each cell, so that no ridge is stepped over.
        let steps = 4 * rows.max(columns);
        let step = (leaves - enters) / steps as f64;
        let above = |way: f64| {
            let place = at(ray, way);
            let ground = self.at(place[0], place[1])?;
            Some(place[2] - ground[2])
        };
        let mut before: Option<f64> = None;
        for number in 0..=steps {
            let way = enters + step * number as f64;
            let height = above(way);
            if let (Some(last), Some(height)) = (before, height)
                && (last > 0.0) != (height > 0.0)
            {
                let (mut near, mut far) = (way - step, way);
                for _ in 0..HALVINGS {
                    let middle = 0.5 * (near + far);
                    let is_before =
                        above(middle).is_none_or(|height| (height > 0.0) == (last > 0.0));
                    *(if is_before { &mut near } else { &mut far }) = middle;
                }
                return Some(at(ray, far));
            }
            before = height;
        }
        None
    }
}

fn at(ray: Ray, way: f64) -> Place {
    [0, 1, 2].map(|axis| ray.from[axis] + way * ray.along[axis])
}
