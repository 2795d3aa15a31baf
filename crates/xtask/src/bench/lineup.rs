//! Who takes part, and what each needs to start.

use anyhow::Result;
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::folders::{Folders, fill_folder};
use crate::page::WasmTools;
use crate::system::Part;
use crate::{npm, shell};

/// npm's packages, each of exactly this version.
const PACKAGES: [&str; 2] = ["convnetjs@0.3.0", "@tensorflow/tfjs@4.22.0"];

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

/// Those that take part, by what they do.
pub(crate) struct Lineup {
    /// Steps of one network.
    pub(crate) steps: Vec<Contender>,
    /// Maps of fates.
    pub(crate) maps: Vec<Contender>,
    /// Prints what maps of fates cost.
    pub(crate) costs: Command,
}

/// Makes everything ready for all contenders.
pub(crate) fn ensure(folders: &Folders, tools: &WasmTools) -> Result<Lineup> {
    let built = folders.root().join("target").join("bench");
    let hall = Hall {
        source: folders.root().join("crates").join("bench"),
        node: Part::Node.require()?,
        modules: npm::ensure(folders, &PACKAGES.join("+").replace('/', "-"), &PACKAGES)?,
        compiled: built.join("wasm"),
        page: built.join("page"),
    };
    tools.build(folders)?;
    hall.take_page(folders)?;
    let what = "compiling the contenders for wasm";
    tools.compile(folders, what, &hall.source, "nodejs", &hall.compiled)?;
    let what = "compiling the contenders for any machine like this";
    let plain = native(folders, what, &built.join("native"), "")?;
    let what = "compiling the contenders for this very machine";
    let flags = "-C target-cpu=native";
    let tuned = native(folders, what, &built.join("native-cpu"), flags)?;

    use Kind::{ConvNetJs, OneWorker, Other, TwoWorkers, TypedArrays, WasmFates, WasmRun};
    let node = |name, kind, contender| hall.node(name, kind, contender);
    let steps = vec![
        node("typed arrays, loops", TypedArrays, "typed-arrays:loops"),
        node(
            "typed arrays, unrolled",
            TypedArrays,
            "typed-arrays:unrolled",
        ),
        node("convnetjs", ConvNetJs, "convnetjs"),
        Contender {
            tolerance: 0.01,
            ..node("@tensorflow/tfjs, CPU", Other, "tfjs")
        },
        node("wasm, a run with its record", WasmRun, "wasm:run"),
        node("wasm, the same through the facade", Other, "page"),
        node("wasm, steps alone", Other, "wasm:steps"),
        node("wasm, steps alone of 8 starts", Other, "wasm:lanes"),
        node("wasm, fates of many starts", WasmFates, "wasm:fates"),
        Contender {
            // It does not train.
            tolerance: f64::INFINITY,
            ..node("wasm, units alone of 8 starts", Other, "wasm:units")
        },
        own("native, a run with its record", &plain, "run"),
        own("native, steps alone of 8 starts", &plain, "lanes"),
        own("native, fates of many starts", &plain, "fates"),
        own("native-cpu, a run with its record", &tuned, "run"),
        own("native-cpu, steps alone of 8 starts", &tuned, "lanes"),
        own("native-cpu, fates of many starts", &tuned, "fates"),
    ];
    let maps = vec![
        node("one worker", OneWorker, "fates:1"),
        node("two workers", TwoWorkers, "fates:2"),
    ];
    let costs = hall.script("costs.mjs");
    Ok(Lineup { steps, maps, costs })
}

/// Where the contenders in Node find what they need.
struct Hall {
    source: PathBuf,
    node: PathBuf,
    modules: PathBuf,
    compiled: PathBuf,
    page: PathBuf,
}

impl Hall {
    /// Copies the facade to where Node takes it for what it is, a module.
    fn take_page(&self, folders: &Folders) -> Result<()> {
        fill_folder(&self.page, |new| {
            for file in ["downhill_web.js", "downhill_web_bg.wasm"] {
                std::fs::copy(folders.package().join(file), new.join(file))?;
            }
            Ok(std::fs::write(
                new.join("package.json"),
                r#"{"type":"module"}"#,
            )?)
        })
    }

    fn node(&self, name: &'static str, kind: Kind, contender: &str) -> Contender {
        let mut command = self.script("contender.mjs");
        command.arg(contender);
        Contender {
            name,
            kind,
            command,
            tolerance: 1e-9,
        }
    }

    fn script(&self, file: &str) -> Command {
        let mut command = Command::new(&self.node);
        command
            .arg(self.source.join("js").join(file))
            .env("DOWNHILL_MODULES", &self.modules)
            .env("DOWNHILL_BENCH", &self.compiled)
            .env("DOWNHILL_PAGE", &self.page);
        command
    }
}

/// Compiles the native contenders, in a target folder of their own: other flags would have all
/// other work compiled anew.
fn native(folders: &Folders, what: &str, target: &Path, flags: &str) -> Result<PathBuf> {
    let mut cargo = Command::new("cargo");
    cargo
        .current_dir(folders.root())
        .args(["build", "--release", "--package", "bench", "--bins"])
        .env("CARGO_TARGET_DIR", target)
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .env("RUSTFLAGS", flags);
    shell::step(what, &mut cargo)?;
    let program = format!("contender{}", env::consts::EXE_SUFFIX);
    Ok(target.join("release").join(program))
}

fn own(name: &'static str, program: &Path, contender: &str) -> Contender {
    let mut command = Command::new(program);
    command.arg(contender);
    Contender {
        name,
        kind: Kind::Other,
        command,
        tolerance: 1e-9,
    }
}
