//! Debian's own Rust, with its standard library compiled for wasm.
//!
//! The packages `rustc-web`, `cargo-web` and `rust-web-src` follow the stable releases closely,
//! since Debian builds its browsers with them. The compiled library does not go into the
//! system's folders but into a sysroot of its own in the cache, named after the compiler's
//! version: an upgrade of the packages makes a new one.

use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::folders::{Folders, fill_folder, program_on_path};
use crate::toolchain::{TARGET, WasmToolchain, has_target};
use crate::{apt, shell};

const PACKAGES: [&str; 3] = ["rustc-web", "cargo-web", "rust-web-src"];
const RUSTC: &str = "/usr/bin/rustc";
const RUSTDOC: &str = "/usr/bin/rustdoc";
const CARGO: &str = "/usr/bin/cargo";

/// What the compiler says of itself.
#[derive(Debug, PartialEq)]
struct Compiler {
    /// Its whole version, `1.96.0` for one.
    release: String,
    /// The machine that it runs on, `x86_64-unknown-linux-gnu` for one.
    host: String,
    /// The first number of its LLVM's version; the linker must be of the same.
    llvm: String,
}

/// The toolchain, if it is complete.
pub(crate) fn find(folders: &Folders) -> Option<WasmToolchain> {
    if !apt::is_here() || !apt::has(PACKAGES[0]) {
        return None;
    }
    let compiler = Compiler::ask()?;
    let sysroot = compiler.sysroot(folders);
    let linker = program_on_path(&format!("wasm-ld-{}", compiler.llvm))?;
    has_target(&sysroot).then(|| WasmToolchain {
        programs: Some(sysroot.join("bin")),
        linker: Some(linker),
    })
}

/// The toolchain, installed and compiled first if need be.
pub(crate) fn ensure(folders: &Folders) -> Result<WasmToolchain> {
    install_missing(&PACKAGES)?;
    let compiler = Compiler::ask().context("Debian's rustc does not tell its version")?;
    let linker = format!("lld-{}", compiler.llvm);
    install_missing(&[&linker])?;
    let sysroot = compiler.sysroot(folders);
    fill_folder(&sysroot, |new| {
        compile_std(&compiler, new)?;
        lay_sysroot(&compiler, new, &sysroot)
    })?;
    find(folders).context("Debian's Rust is installed but does not compile for wasm")
}

fn install_missing(packages: &[&str]) -> Result<()> {
    let missing: Vec<_> = packages.iter().copied().filter(|p| !apt::has(p)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    apt::install(&missing)
}

impl Compiler {
    fn ask() -> Option<Self> {
        let mut rustc = Command::new(RUSTC);
        // The toolchain that started xtask hands on its libraries.
        rustc.arg("-vV").env_remove("LD_LIBRARY_PATH");
        Self::read(&shell::answer(&mut rustc)?)
    }

    fn read(text: &str) -> Option<Self> {
        let field = |name: &str| text.lines().find_map(|line| line.strip_prefix(name));
        let llvm = field("LLVM version: ")?;
        Some(Self {
            release: field("release: ")?.to_owned(),
            host: field("host: ")?.to_owned(),
            llvm: llvm.split('.').next()?.to_owned(),
        })
    }

    fn sysroot(&self, folders: &Folders) -> PathBuf {
        let name = format!("debian-rust-{}", self.release);
        folders.cache().join(name)
    }
}

/// Compiles the standard library, tests' harness included, into the sysroot.
fn compile_std(compiler: &Compiler, sysroot: &Path) -> Result<()> {
    let scratch = sysroot.join("scratch");
    fs::create_dir_all(scratch.join("src"))?;
    fs::write(scratch.join("src/lib.rs"), "")?;
    fs::write(
        scratch.join("Cargo.toml"),
        "[package]\nname = \"scratch\"\nedition = \"2024\"\n\n\
         [lib]\ncrate-type = [\"cdylib\"]\n\n[workspace]\n",
    )?;
    let mut cargo = Command::new(CARGO);
    cargo
        .current_dir(&scratch)
        .args(["build", "--release", "--target", TARGET])
        .args(["-Z", "build-std=std,panic_abort,test"])
        // Compiling the standard library is the one unstable thing that is asked for here.
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTC", RUSTC)
        .env("CARGO_TARGET_DIR", scratch.join("target"))
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER",
            format!("wasm-ld-{}", compiler.llvm),
        )
        .env_remove("RUSTFLAGS")
        .env_remove("LD_LIBRARY_PATH");
    shell::step(
        &format!("compiling Rust's standard library for {TARGET}"),
        &mut cargo,
    )?;

    let built = scratch.join("target").join(TARGET).join("release/deps");
    let libraries = sysroot.join("lib/rustlib").join(TARGET).join("lib");
    fs::create_dir_all(&libraries)?;
    for file in fs::read_dir(&built).with_context(|| format!("reading {}", built.display()))? {
        let file = file?;
        if file.path().extension().is_some_and(|kind| kind == "rlib") {
            fs::copy(file.path(), libraries.join(file.file_name()))?;
        }
    }
    fs::remove_dir_all(&scratch)?;
    if !has_target(sysroot) {
        bail!("cargo compiled no standard library for {TARGET}");
    }
    Ok(())
}

/// Completes the sysroot in `new` with the host's library and with programs that use it from
/// `home`, where it will stand.
fn lay_sysroot(compiler: &Compiler, new: &Path, home: &Path) -> Result<()> {
    let own = shell::answer(
        Command::new(RUSTC)
            .args(["--print", "sysroot"])
            .env_remove("LD_LIBRARY_PATH"),
    )
    .context("Debian's rustc does not tell its sysroot")?;
    let host = Path::new("lib/rustlib").join(&compiler.host);
    link(&Path::new(&own).join(&host), &new.join(&host))?;
    let programs = new.join("bin");
    fs::create_dir_all(&programs)?;
    link(Path::new(CARGO), &programs.join("cargo"))?;
    // Rustdoc too: cargo runs it after the tests, for those in the documentation.
    for (name, program) in [("rustc", RUSTC), ("rustdoc", RUSTDOC)] {
        let file = programs.join(name);
        let script = format!(
            "#!/bin/sh\nexec {program} --sysroot '{}' \"$@\"\n",
            home.display()
        );
        fs::write(&file, script)?;
        make_executable(&file)?;
    }
    Ok(())
}

#[cfg(unix)]
fn link(from: &Path, to: &Path) -> Result<()> {
    std::os::unix::fs::symlink(from, to).with_context(|| format!("linking {}", to.display()))
}

#[cfg(unix)]
fn make_executable(file: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    Ok(fs::set_permissions(
        file,
        fs::Permissions::from_mode(0o755),
    )?)
}

#[cfg(not(unix))]
fn link(_: &Path, to: &Path) -> Result<()> {
    bail!("{} is for Debian only", to.display())
}

#[cfg(not(unix))]
fn make_executable(file: &Path) -> Result<()> {
    bail!("{} is for Debian only", file.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_compiler_is_read_from_its_own_words() {
        let text = "rustc 1.96.0 (abc 2026-05-20)\nbinary: rustc\ncommit-hash: abc\n\
            host: x86_64-unknown-linux-gnu\nrelease: 1.96.0\nLLVM version: 22.1.8";
        let expected = Compiler {
            release: "1.96.0".to_owned(),
            host: "x86_64-unknown-linux-gnu".to_owned(),
            llvm: "22".to_owned(),
        };
        assert_eq!(Compiler::read(text), Some(expected));
        assert_eq!(Compiler::read("rustc 1.96.0"), None);
    }
}
