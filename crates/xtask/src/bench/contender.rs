//! What takes part in a race.

use std::path::Path;
use std::process::Command;

/// What a contender is, for the promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// JavaScript written for the one network.
    TypedArrays,
    ConvNetJs,
    /// A run with its record in wasm, one start at a time.
    WasmRun,
    /// Many starts side by side in wasm, with their verdicts.
    WasmFates,
    OneWorker,
    TwoWorkers,
    /// For comparison; nothing is promised of it.
    Other,
}

/// One that takes part.
pub(crate) struct Contender {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) command: Command,
    /// How far its error may be from the others', as a part of it: some compute in 32 bits.
    pub(crate) tolerance: f64,
}

impl Contender {
    /// One that computes in 64 bits.
    pub(crate) fn new(name: &'static str, kind: Kind, command: Command) -> Self {
        Self {
            name,
            kind,
            command,
            tolerance: 1e-9,
        }
    }

    /// A native one, of which nothing is promised.
    pub(crate) fn native(name: &'static str, program: &Path, contender: &str) -> Self {
        let mut command = Command::new(program);
        command.arg(contender);
        Self::new(name, Kind::Other, command)
    }
}
