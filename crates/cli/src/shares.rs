//! How many starts of a map have each fate.

use std::collections::BTreeMap;
use std::io::{self, Write};

use backprop::{Experiment, Kind};
use charts::weight_name;
use landscape::{Basin, Fate, FateMap, Plane, counts};
use serde::Serialize;

use crate::division::basin_words;
use crate::number::{share, short};
use crate::paragraph::add;

/// The numbers of a map.
#[derive(Serialize)]
pub(crate) struct Shares {
    columns: usize,
    rows: usize,
    starts: usize,
    best_error: f64,
    /// What the map lies on.
    plane: String,
    axes: Vec<Axis>,
    /// Starts with each verdict.
    counts: BTreeMap<&'static str, usize>,
    /// The same as shares of 1.
    shares: BTreeMap<&'static str, f64>,
    /// The minima that starts end in, where all that descent moves lies on the map.
    basins: Vec<Ends>,
    /// Steps of all runs together.
    steps: usize,
    /// What the text says of each basin, and how many starts are in it.
    #[serde(skip)]
    lines: Vec<(String, usize)>,
}

/// The starts of a verdict that end in one minimum.
#[derive(Serialize)]
struct Ends {
    kind: &'static str,
    /// Where it is, a number for each axis.
    place: Vec<f64>,
    /// E there.
    error: f64,
    count: usize,
    share: f64,
}

/// One side of the map.
#[derive(Serialize)]
struct Axis {
    /// The weight's, that of a direction across weights, or `rate`.
    name: String,
    from: f64,
    to: f64,
    /// What 1 along it adds to each weight; empty for the learning rate.
    direction: Vec<f64>,
}

/// Whether a map lies on the axes of the experiment's view.
pub(crate) fn is_view(experiment: &Experiment, map: &FateMap) -> bool {
    *map.plane() == Plane::of_view(experiment)
}

/// Names of the sides of a map: of weights, or u1 and u2 for directions across weights.
pub(crate) fn side_names(experiment: &Experiment, map: &FateMap) -> Vec<String> {
    if is_view(experiment, map) {
        let network = experiment.problem().network();
        let axes = experiment.view().iter();
        axes.map(|axis| weight_name(network, axis.weight)).collect()
    } else {
        (1..=map.plane().sides().len())
            .map(|side| format!("u{side}"))
            .collect()
    }
}

impl Shares {
    pub(crate) fn of(
        experiment: &Experiment,
        map: &FateMap,
        plane: &str,
        fates: &[Fate],
        basins: &[Basin],
    ) -> Shares {
        let [columns, rows] = map.size();
        let sides = map.plane().sides();
        let side_names = side_names(experiment, map);
        let ends = |basin: &Basin| {
            let bottom = basin.bottom?;
            Some(Ends {
                kind: basin.outcome.kind.name(),
                place: bottom.place[..sides.len()].to_vec(),
                error: bottom.error,
                count: basin.count,
                share: basin.count as f64 / fates.len() as f64,
            })
        };
        let line = |basin: &Basin| (basin_words(basin, &side_names), basin.count);
        let lines = basins.iter().map(line).collect();
        let axes = side_names.into_iter().zip(sides);
        let names = Kind::ALL.map(Kind::name);
        let counts: BTreeMap<_, _> = names.into_iter().zip(counts(fates)).collect();
        let share =
            |(&name, &count): (&&'static str, &usize)| (name, count as f64 / fates.len() as f64);
        Shares {
            columns,
            rows,
            starts: fates.len(),
            best_error: experiment.best_known_error(),
            plane: plane.to_owned(),
            axes: axes
                .map(|(name, side)| Axis {
                    name,
                    from: side.from,
                    to: side.to,
                    direction: side.direction.clone(),
                })
                .chain(map.domain().rates().map(|rates| Axis {
                    name: "rate".to_owned(),
                    from: rates.from,
                    to: rates.to,
                    direction: Vec::new(),
                }))
                .collect(),
            shares: counts.iter().map(share).collect(),
            counts,
            basins: basins.iter().filter_map(ends).collect(),
            steps: fates.iter().map(|fate| fate.steps).sum(),
            lines,
        }
    }

    /// Writes one JSON object on one line.
    pub(crate) fn write_json(&self, out: &mut dyn Write) -> io::Result<()> {
        serde_json::to_writer(&mut *out, self)?;
        writeln!(out)
    }

    /// For a person to read: the most frequent fate first.
    pub(crate) fn text(&self) -> String {
        let mut page = String::new();
        let starts = match self.rows {
            1 => self.starts.to_string(),
            rows => format!("{} ({} × {rows})", self.starts, self.columns),
        };
        add(&mut page, "Starts", &starts);
        let axis = |axis: &Axis| format!("{} {} … {}", axis.name, short(axis.from), short(axis.to));
        let axes: Vec<String> = self.axes.iter().map(axis).collect();
        let along = format!("{}: {}", self.plane, axes.join(", "));
        add(&mut page, "Along", &along);
        page.push('\n');
        let mut lines: Vec<_> = self.lines.iter().collect();
        lines.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        for (name, count) in lines {
            add(&mut page, &share(*count, self.starts), name);
        }
        page
    }
}
