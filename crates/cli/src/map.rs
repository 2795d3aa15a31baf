//! `downhill map`

use std::path::Path;

use charts::Theme;
use clap::CommandFactory;
use clap::error::ErrorKind;
use landscape::{Domain, Fate, FateMap};
use rayon::prelude::*;

use crate::arguments::{Arguments, MapArguments};
use crate::division::Division;
use crate::failure::Failure;
use crate::input;
use crate::laid::Laid;
use crate::map_figure::MapFigure;
use crate::numbers::Numbers;
use crate::output::to_stdout;
use crate::pixels::{PORTION, pixels};
use crate::shares::Shares;

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
    let mut experiment = experiment.with_best_error(best_error);
    if arguments.rate.is_some() {
        let first = experiment.view()[..1].to_vec();
        let seen = experiment.with_view(first);
        experiment = seen.map_err(|error| Failure::Input {
            file: input::shown(&arguments.document).to_owned(),
            message: error.to_string(),
        })?;
    }
    let Laid { plane, words } = Laid::of(arguments, &experiment)?;
    let side = usize::from(arguments.size);
    let size = match (plane.sides(), arguments.rate) {
        ([_], None) => [side, 1],
        _ => [side, side],
    };
    let domain = match arguments.rate {
        Some(rates) => Domain::Rates(plane, rates),
        None => Domain::Plane(plane),
    };
    let map = FateMap::over(&experiment, domain, size, best_error);
    if arguments.mode.told().is_some() && map.size()[1] == 1 {
        let message = "a line of starts has verdicts alone: --mode is for two axes, or with --rate";
        let conflict = ErrorKind::ArgumentConflict;
        Arguments::command().error(conflict, message).exit();
    }
    let fates = fates(&map);

    let division = Division::of(&map, &fates);

    if let Some(file) = file {
        let told = arguments.mode.told();
        let numbers = told.map(|told| Numbers::of(&map, &fates, told));
        let figure = MapFigure {
            experiment: &experiment,
            map: &map,
            division: &division,
            numbers: numbers.as_ref(),
            plane: &words,
            theme: &Theme::new(arguments.dark),
        };
        write_picture(file, &figure)?;
    }
    let shares = Shares::of(&experiment, &map, &words, &fates, &division.basins);
    match file {
        _ if arguments.json => to_stdout(|out| shares.write_json(out)),
        Some("-") => Ok(()),
        _ => to_stdout(|out| out.write_all(shares.text().as_bytes())),
    }
}

/// What becomes of every start, row by row from the lowest, computed on all cores.
fn fates(map: &FateMap) -> Vec<Fate> {
    pixels(map)
        .par_chunks(PORTION)
        .flat_map_iter(|portion| map.fates(portion))
        .collect()
}

fn write_picture(file: &str, figure: &MapFigure) -> Result<(), Failure> {
    let failure = |message: String| Failure::Output {
        file: file.to_owned(),
        message,
    };
    let extension = Path::new(file).extension();
    let bytes = if extension.is_some_and(|extension| extension.eq_ignore_ascii_case("svg")) {
        let picture = figure.svg().map_err(|error| failure(error.to_string()))?;
        picture.into_bytes()
    } else {
        let [columns, rows] = figure.map.size();
        let height = if rows == 1 {
            columns.div_ceil(STRIP)
        } else {
            rows
        };
        // Hatchings are for a picture of some 500 pixels; larger ones are looked at from afar.
        let scale = (columns as f64 / 512.0).max(1.0);
        let picture = figure.ground_of([columns, height], scale);
        picture.png().map_err(|error| failure(error.to_string()))?
    };
    if file == "-" {
        to_stdout(|out| out.write_all(&bytes))
    } else {
        std::fs::write(file, bytes).map_err(|error| Failure::output(file, &error))
    }
}
