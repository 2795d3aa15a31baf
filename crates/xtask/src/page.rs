//! What is compiled for wasm: the page's facade in `www/pkg`, and other crates in the same way.

use anyhow::{Context as _, Result};
use std::fs;
use std::path::Path;
use wasm_bindgen_cli_support::Bindgen;

use crate::folders::{Folders, fill_folder};
use crate::later::LATER;
use crate::split::split;
use crate::toolchain::TARGET;
use crate::{shell, wasm_target};

/// The crate of the facade.
const FACADE: &str = "downhill-web";

/// The module that the first picture needs, in the folder of the package.
pub(crate) const FIRST_FILE: &str = "downhill_web_bg.wasm";

/// What of the facade comes later, beside it.
pub(crate) const LATER_FILE: &str = "downhill_web_later.wasm";

/// A compiled module that the page fetches when it first wants what is in it.
pub(crate) struct LaterModule {
    /// What is compiled, in words.
    what: &'static str,
    /// Its crate.
    name: &'static str,
    inlining: Inlining,
    /// Its folder inside the page.
    pub(crate) folder: &'static str,
    /// The module in that folder.
    pub(crate) file: &'static str,
}

/// All of them.
pub(crate) const LATER_MODULES: [LaterModule; 3] = [
    LaterModule {
        what: "compiling its QR codes",
        name: "downhill-qr",
        inlining: Inlining::Little,
        folder: "qr",
        file: "downhill_qr_bg.wasm",
    },
    LaterModule {
        what: "compiling its surface in three dimensions",
        name: "downhill-relief",
        inlining: Inlining::Little,
        folder: "relief",
        file: "downhill_relief_bg.wasm",
    },
    LaterModule {
        what: "compiling its animations",
        name: "downhill-animation",
        inlining: Inlining::Much,
        folder: "animation",
        file: "downhill_animation_bg.wasm",
    },
];

/// How much is inlined when a module's crates are compiled as one, by the compiler's measure. What is
/// inlined is repeated: at 100 the facade is some 9 kB longer than at 10, gzipped. Before that each crate is
/// compiled with the compiler's own bound.
#[derive(Clone, Copy)]
pub(crate) enum Inlining {
    /// What readers wait for.
    Little = 10,
    /// What computes for long.
    Much = 100,
}

/// What runs a compiled module.
#[derive(Clone, Copy)]
pub(crate) enum Host {
    /// A page, which imports it as a module.
    Browser,
    /// Node, which takes it by `require`.
    Node,
}

/// Compiles the facade in release mode into `www/pkg`, and what comes later beside it; installs what
/// that needs.
pub(crate) fn build(folders: &Folders) -> Result<()> {
    build_facade(folders)?;
    LATER_MODULES
        .iter()
        .try_for_each(|module| module.build(folders))
}

/// Compiles what the first page needs, and what of the facade comes later.
pub(crate) fn build_facade(folders: &Folders) -> Result<()> {
    let inlining = Inlining::Little;
    let into = folders.package();
    compile_and(
        folders,
        "compiling the page",
        FACADE,
        inlining,
        &into,
        |module, new| {
            let mut bindgen = bindgen(module, Host::Browser)?;
            // They tell what belongs to a part.
            bindgen.remove_name_section(false);
            generate(&mut bindgen, new)?;
            let [first, later] = [FIRST_FILE, LATER_FILE].map(|file| new.join(file));
            let whole = fs::read(&first).context("reading the bound facade")?;
            let split = split(&whole, [LATER]).context("splitting the facade")?;
            fs::write(first, split.first)?;
            let [part] = split.parts;
            Ok(fs::write(later, part)?)
        },
    )
}

impl LaterModule {
    /// Compiles it.
    pub(crate) fn build(&self, folders: &Folders) -> Result<()> {
        let into = folders.page().join(self.folder);
        let (inlining, host) = (self.inlining, Host::Browser);
        compile(folders, self.what, self.name, inlining, host, &into)
    }
}

/// Compiles a crate of the workspace in release mode, and fills the folder `into` with the module
/// and the JavaScript that a host loads it by.
pub(crate) fn compile(
    folders: &Folders,
    what: &str,
    name: &str,
    inlining: Inlining,
    host: Host,
    into: &Path,
) -> Result<()> {
    compile_and(folders, what, name, inlining, into, |module, new| {
        generate(&mut bindgen(module, host)?, new)
    })
}

/// Compiles a crate, and fills the folder `into` as `fill` does, given the module and an empty folder.
fn compile_and(
    folders: &Folders,
    what: &str,
    name: &str,
    inlining: Inlining,
    into: &Path,
    fill: impl FnOnce(&Path, &Path) -> Result<()>,
) -> Result<()> {
    let toolchain = wasm_target::ensure(folders)?;
    let _alone = folders.alone_here()?;
    let mut cargo = toolchain.cargo(folders)?;
    cargo
        .current_dir(folders.root())
        .args(["rustc", "--release", "--lib", "--target", TARGET])
        // As a library for other crates, too, it would be 20 kB longer.
        .args(["--crate-type", "cdylib"])
        .args(["--package", name, "--", "-C"])
        .arg(format!("llvm-args=-inline-threshold={}", inlining as u32));
    shell::step(what, &mut cargo)?;
    let file = format!("{}.wasm", name.replace('-', "_"));
    let module = folders
        .wasm_target()
        .join(TARGET)
        .join("release")
        .join(file);
    fill_folder(into, |new| fill(&module, new))
}

/// What writes the JavaScript side of a compiled module beside the module itself. The library is of the
/// version that the module was compiled with: cargo allows but one in the workspace.
fn bindgen(module: &Path, host: Host) -> Result<Bindgen> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(module)
        .typescript(true)
        .omit_default_module_path(false)
        // The names of functions are a tenth of the download.
        .remove_name_section(true)
        .remove_producers_section(true);
    match host {
        Host::Browser => bindgen.web(true)?,
        Host::Node => bindgen.nodejs(true)?,
    };
    Ok(bindgen)
}

/// Has it write them.
fn generate(bindgen: &mut Bindgen, into: &Path) -> Result<()> {
    bindgen.generate(into).context("binding a compiled module")
}
