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
    TensorFlowJs,
    /// A run with its record in wasm, one start at a time.
    WasmRun,
    /// Several starts side by side in wasm.
    WasmLanes,
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

/// Makes everything ready for all contenders.
pub(crate) fn ensure(folders: &Folders, tools: &WasmTools) -> Result<Vec<Contender>> {
    let hall = Hall {
        source: folders.root().join("crates").join("bench"),
        node: Part::Node.require()?,
        modules: npm::ensure(folders, "opponents-1", &PACKAGES)?,
        compiled: folders.root().join("target").join("bench").join("wasm"),
        page: folders.root().join("target").join("bench").join("page"),
    };
    tools.build(folders)?;
    hall.take_page(folders)?;
    let what = "compiling the contenders for wasm";
    tools.compile(folders, what, &hall.source, "nodejs", &hall.compiled)?;
    let plain = native(folders, "compiling the contenders", "native", "")?;
    let what = "compiling the contenders for this very machine";
    let tuned = native(folders, what, "native-cpu", "-C target-cpu=native")?;

    use Kind::{ConvNetJs, Other, TensorFlowJs, TypedArrays, WasmLanes, WasmRun};
    Ok(vec![
        hall.node(
            "JavaScript, typed arrays, loops",
            TypedArrays,
            "typed-arrays:loops",
        ),
        hall.node(
            "JavaScript, typed arrays, unrolled",
            TypedArrays,
            "typed-arrays:unrolled",
        ),
        hall.node("JavaScript, convnetjs", ConvNetJs, "convnetjs"),
        Contender {
            tolerance: 0.01,
            ..hall.node("JavaScript, @tensorflow/tfjs, CPU", TensorFlowJs, "tfjs")
        },
        hall.node("wasm, a run with its record", WasmRun, "wasm:run"),
        hall.node("wasm, the same through the page's facade", Other, "page"),
        hall.node("wasm, steps alone", Other, "wasm:steps"),
        hall.node(
            "wasm, steps of 4 starts side by side",
            WasmLanes,
            "wasm:lanes4",
        ),
        own("native, a run with its record", &plain, "run"),
        own("native, steps of 4 starts side by side", &plain, "lanes4"),
        own("native, target-cpu=native, a run", &tuned, "run"),
        own("native, target-cpu=native, 4 starts", &tuned, "lanes4"),
    ])
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
        let mut command = Command::new(&self.node);
        command
            .arg(self.source.join("js").join("contender.mjs"))
            .arg(contender)
            .env("DOWNHILL_MODULES", &self.modules)
            .env("DOWNHILL_BENCH", &self.compiled)
            .env("DOWNHILL_PAGE", &self.page);
        Contender {
            name,
            kind,
            command,
            tolerance: 1e-9,
        }
    }
}

/// Compiles the native contenders, in a target folder of their own: other flags would have all
/// other work compiled anew.
fn native(folders: &Folders, what: &str, target: &str, flags: &str) -> Result<PathBuf> {
    let target = folders.root().join("target").join("bench").join(target);
    let mut cargo = Command::new("cargo");
    cargo
        .current_dir(folders.root())
        .args(["build", "--release", "--package", "bench", "--bins"])
        .env("CARGO_TARGET_DIR", &target)
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
