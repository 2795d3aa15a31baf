//! `cargo xtask serve`.

use anyhow::Result;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::thread;

use crate::folders::Folders;
use crate::page::{self, LATER_MODULES};
use crate::pending::Pending;
use crate::server::Server;

/// Builds what the first page needs, serves it until the person ends it, and meanwhile builds the rest.
pub(crate) fn serve(folders: &Folders, port: u16, open: bool) -> Result<()> {
    // The port first: a busy one is told at once and not after minutes of building.
    let pending = Arc::new(Pending::new(LATER_MODULES.map(|module| module.folder)));
    let server = Server::on_port(port)?.awaiting(pending.clone());
    page::build_facade(folders)?;
    let url = server.url();
    server.serve_aside(folders.page());
    println!("Downhill is at {url}/ (Ctrl-C ends it)");
    if open && let Err(error) = open_browser(&url) {
        println!("no browser could be opened ({error}); open the address by hand");
    }
    // The page is there: what it fetches later is compiled while it is looked at.
    for module in LATER_MODULES {
        module.build(folders)?;
        pending.arrived(module.folder);
    }
    loop {
        thread::park();
    }
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
