//! Why there is no result.

use std::fmt;
use std::io;
use std::process::ExitCode;

/// Why there is no result, for a person to read.
#[derive(Debug)]
pub(crate) enum Failure {
    /// What was to be read cannot be read or is no experiment.
    Input {
        /// The file, or "standard input".
        file: String,
        /// What is wrong.
        message: String,
    },
    /// The result could not be made or written.
    Output {
        /// The file, or "standard output".
        file: String,
        /// What is wrong.
        message: String,
    },
}

impl Failure {
    /// Writing to `file` failed.
    pub(crate) fn output(file: &str, error: &io::Error) -> Failure {
        Failure::Output {
            file: file.to_owned(),
            message: format!("cannot be written: {error}"),
        }
    }

    /// 2 for bad input, as for a command line that makes no sense; 1 for the rest.
    pub(crate) fn exit_code(&self) -> ExitCode {
        match self {
            Failure::Input { .. } => ExitCode::from(2),
            Failure::Output { .. } => ExitCode::from(1),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Input { file, message } | Failure::Output { file, message } => {
                write!(f, "{file}: {message}")
            }
        }
    }
}
