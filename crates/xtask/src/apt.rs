//! Debian's packages.

use anyhow::{Result, bail};
use std::process::Command;

use crate::folders::program_on_path;
use crate::shell;

/// What a person has installed is never taken away for what is needed here.
const INSTALL: [&str; 3] = ["install", "--no-install-recommends", "--no-remove"];

/// Whether this is a system with Debian's packages.
pub(crate) fn is_here() -> bool {
    program_on_path("apt-get").is_some()
}

/// Whether a package is installed.
pub(crate) fn has(package: &str) -> bool {
    let mut query = Command::new("dpkg-query");
    query.args(["--show", "--showformat=${db:Status-Status}", package]);
    shell::answer(&mut query).as_deref() == Some("installed")
}

/// Installs packages, as root. The lists of packages are fetched only if the ones at hand do not
/// lead to the packages: a fresh machine has none, and old ones name files that are gone.
pub(crate) fn install(packages: &[&str]) -> Result<()> {
    let command = by_hand(packages);
    if !is_here() {
        bail!("this system has no apt-get");
    }
    if !is_root() {
        bail!("only root can install packages; run: {command}");
    }
    let names = packages.join(", ");
    let what = format!("installing {names}");
    let otherwise = "not by the lists at hand; fetching new ones";
    if shell::attempt(&what, otherwise, &mut apt(&INSTALL, packages), None)? {
        return Ok(());
    }
    shell::step(
        "fetching Debian's package lists",
        &mut apt(&["update"], &[]),
    )?;
    shell::step(&what, &mut apt(&INSTALL, packages))
}

/// The command that a person would type to install packages.
pub(crate) fn by_hand(packages: &[&str]) -> String {
    format!(
        "sudo apt-get update && sudo apt-get install --no-install-recommends {}",
        packages.join(" ")
    )
}

fn apt(verb: &[&str], packages: &[&str]) -> Command {
    let mut command = Command::new("apt-get");
    command
        .env("DEBIAN_FRONTEND", "noninteractive")
        // Another apt may be at work, an unattended upgrade for one.
        .args(["--yes", "--quiet", "-o", "DPkg::Lock::Timeout=300"])
        .args(verb)
        .args(packages);
    command
}

fn is_root() -> bool {
    shell::answer(Command::new("id").arg("-u")).as_deref() == Some("0")
}
