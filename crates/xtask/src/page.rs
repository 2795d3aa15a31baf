//! The page's compiled part: the facade crate as WebAssembly and JavaScript in `www/pkg`.

use anyhow::Result;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::folders::{Folders, fill_folder};
use crate::tools::{Tool, path_with};
use crate::wasm_target::WasmToolchain;
use crate::{lock, shell};

/// All that compiles the facade crate.
pub(crate) struct WasmTools {
    toolchain: WasmToolchain,
    wasm_pack: PathBuf,
    wasm_bindgen: PathBuf,
}

impl WasmTools {
    /// Finds the tools, and installs what is missing.
    pub(crate) fn ensure(folders: &Folders) -> Result<Self> {
        let toolchain = WasmToolchain::ensure(folders)?;
        let version = lock::wasm_bindgen_version(folders)?;
        let wasm_bindgen = Tool::wasm_bindgen(version).ensure(folders)?;
        let wasm_pack = Tool::wasm_pack().ensure(folders)?;
        Ok(Self {
            toolchain,
            wasm_pack,
            wasm_bindgen,
        })
    }

    /// Compiles the facade in release mode into `www/pkg`.
    pub(crate) fn build(&self, folders: &Folders) -> Result<()> {
        let what = "compiling the page";
        self.compile(folders, what, &folders.facade(), "web", &folders.package())
    }

    /// Compiles a crate in release mode into the folder `package`, for the kind of host that
    /// wasm-pack calls `target`.
    pub(crate) fn compile(
        &self,
        folders: &Folders,
        what: &str,
        source: &Path,
        target: &str,
        package: &Path,
    ) -> Result<()> {
        let _alone = folders.alone()?;
        fill_folder(package, |new| {
            let mut build = self.wasm_pack(folders, "build")?;
            build
                .args(["--release", "--target", target, "--no-pack"])
                .arg("--out-dir")
                .arg(new)
                .arg(source)
                // The names of functions are a tenth of the download.
                .env("CARGO_PROFILE_RELEASE_STRIP", "symbols");
            shell::step(what, &mut build)
        })
    }

    /// A call of wasm-pack that finds its tools and fetches none of its own.
    pub(crate) fn wasm_pack(&self, folders: &Folders, verb: &str) -> Result<Command> {
        let path = path_with([self.wasm_bindgen.as_path()])?;
        let mut command = Command::new(&self.wasm_pack);
        command
            .current_dir(folders.root())
            .args([verb, "--mode", "no-install"]);
        self.toolchain.apply(folders, &path, &mut command)?;
        Ok(command)
    }
}
