//! `cargo xtask serve`.

use anyhow::Result;
use std::process::{Command, Stdio};

use crate::folders::Folders;
use crate::page;
use crate::server::Server;

/// Builds the page and serves it until the person ends it.
pub(crate) fn serve(folders: &Folders, port: u16, open: bool) -> Result<()> {
    // The port first: a busy one is told at once and not after minutes of building.
    let server = Server::on_port(port)?;
    page::build(folders)?;
    let url = server.url();
    println!("Downhill is at {url}/ (Ctrl-C ends it)");
    if open && let Err(error) = open_browser(&url) {
        println!("no browser could be opened ({error}); open the address by hand");
    }
    server.serve(&folders.page())
}

fn open_browser(url: &str) -> std::io::Result<()> {
    let (program, arguments): (_, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("cmd", &["/C", "start", ""])
    } else {
        ("xdg-open", &[])
    };
    let mut command = Command::new(program);
    command.args(arguments).arg(url);
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command.spawn().map(drop)
}
