//! Writing a result.

use std::io::{self, BufWriter, ErrorKind, Write};

use crate::failure::Failure;

/// Lets `write` write to standard output. A reader that has read enough and closed the pipe is no
/// failure.
pub(crate) fn to_stdout(
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Failure> {
    let mut out = BufWriter::new(io::stdout().lock());
    match write(&mut out).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::output("standard output", &error))
        }
        _ => Ok(()),
    }
}
