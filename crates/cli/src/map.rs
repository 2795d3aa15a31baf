//! `downhill map`

use std::path::Path;

use backprop::Experiment;
use charts::Theme;
use clap::CommandFactory;
use clap::error::ErrorKind;
use landscape::{Fate, FateMap, Plane};
use rayon::prelude::*;

use crate::arguments::{Arguments, MapArguments, On};
use crate::division::Division;
use crate::failure::Failure;
use crate::input;
use crate::map_figure::MapFigure;
use crate::output::to_stdout;
use crate::picture::Picture;
use crate::shares::Shares;

/// Starts handed to a core at a time: enough to keep its lanes full, few enough that no core waits
/// long for another at the end.
const PORTION: usize = 256;
/// Height of the picture of a line of starts, as a part of its width.
const STRIP: usize = 8;

/// Runs the experiment from every start of a grid, and paints and counts what becomes of them.
pub(crate) fn map(arguments: &MapArguments) -> Result<(), Failure> {
    let file = arguments.output.as_deref();
    if file == Some("-") && arguments.json {
        let message = "the picture and --json cannot both go to standard output";
        let conflict = ErrorKind::ArgumentConflict;
        Arguments::command().error(conflict, message).exit();
    }
    let experiment = input::experiment(&arguments.document)?;
    let best_error = experiment.best_known_error();
    let experiment = experiment.with_best_error(best_error);
    let plane = plane(arguments, &experiment)?;
    let side = usize::from(arguments.size);
    let size = match plane.sides().len() {
        1 => [side, 1],
        _ => [side, side],
    };
    let map = FateMap::on_plane(&experiment, plane, size, best_error);
    let fates = fates(&map);

    let division = Division::of(&map, &fates);

    if let Some(file) = file {
        write_picture(file, arguments, &experiment, &map, &division)?;
    }
    let plane = described(arguments);
    let shares = Shares::of(&experiment, &map, &plane, &fates, &division.basins);
    match file {
        _ if arguments.json => to_stdout(|out| shares.write_json(out)),
        Some("-") => Ok(()),
        _ => to_stdout(|out| out.write_all(shares.text().as_bytes())),
    }
}

/// What the starts lie on.
fn plane(arguments: &MapArguments, experiment: &Experiment) -> Result<Plane, Failure> {
    let (plane, needs) = match arguments.plane {
        On::View => return Ok(Plane::of_view(experiment)),
        On::Random => (
            Plane::random(experiment, arguments.seed, arguments.reach),
            "a random plane needs two free weights and a reach from 1e-150 to 1e300",
        ),
        On::Path => (
            Plane::principal(experiment, &experiment.run().record, Plane::MARGIN),
            "the plane of a path needs two free weights and a run that moves and does not run away",
        ),
    };
    plane.ok_or_else(|| Failure::Input {
        file: input::shown(&arguments.document).to_owned(),
        message: needs.to_owned(),
    })
}

/// The plane in words.
fn described(arguments: &MapArguments) -> String {
    match arguments.plane {
        On::View => "the view".to_owned(),
        On::Random => format!("two random directions, seed {}", arguments.seed),
        On::Path => "the two principal directions of the path".to_owned(),
    }
}

/// What becomes of every start, row by row from the lowest, computed on all cores.
fn fates(map: &FateMap) -> Vec<Fate> {
    let [columns, rows] = map.size();
    let pixels: Vec<(usize, usize)> = (0..rows)
        .flat_map(|row| (0..columns).map(move |column| (column, row)))
        .collect();
    pixels
        .par_chunks(PORTION)
        .flat_map_iter(|portion| map.fates(portion))
        .collect()
}

fn write_picture(
    file: &str,
    arguments: &MapArguments,
    experiment: &Experiment,
    map: &FateMap,
    division: &Division,
) -> Result<(), Failure> {
    let theme = Theme::new(arguments.dark);
    let failure = |message: String| Failure::Output {
        file: file.to_owned(),
        message,
    };
    let extension = Path::new(file).extension();
    let bytes = if extension.is_some_and(|extension| extension.eq_ignore_ascii_case("svg")) {
        let figure = MapFigure {
            experiment,
            map,
            division,
            plane: &described(arguments),
            theme: &theme,
        };
        let picture = figure.svg().map_err(|error| failure(error.to_string()))?;
        picture.into_bytes()
    } else {
        let [columns, rows] = map.size();
        let height = if rows == 1 {
            columns.div_ceil(STRIP)
        } else {
            rows
        };
        // Hatchings are for a picture of some 500 pixels; larger ones are looked at from afar.
        let scale = (columns as f64 / 512.0).max(1.0);
        let picture = Picture::of_looks(&division.looks, columns, [columns, height], &theme, scale);
        picture.png().map_err(|error| failure(error.to_string()))?
    };
    if file == "-" {
        to_stdout(|out| out.write_all(&bytes))
    } else {
        std::fs::write(file, bytes).map_err(|error| Failure::output(file, &error))
    }
}
