//! `downhill figure`

use charts::{Figure, Theme, svg};

use crate::arguments::FigureArguments;
use crate::failure::Failure;
use crate::input;
use crate::output::to_stdout;

/// Draws the experiment's curve or surface with its path.
pub(crate) fn figure(arguments: &FigureArguments) -> Result<(), Failure> {
    let experiment = input::experiment(&arguments.document)?;
    let run = experiment.run();
    let figure = Figure {
        size: (760, 480),
        scale: 1.0,
        goal: "goal",
        projection: "path projected onto the slice",
    };
    let file = arguments.output.as_str();
    let theme = Theme::light();
    let picture = svg(figure.size, |pen| {
        figure.draw(pen, &experiment, &run, &theme)
    });
    let picture = picture.map_err(|error| Failure::Output {
        file: file.to_owned(),
        message: error.to_string(),
    })?;
    if file == "-" {
        to_stdout(|out| out.write_all(picture.as_bytes()))
    } else {
        std::fs::write(file, picture).map_err(|error| Failure::output(file, &error))
    }
}
