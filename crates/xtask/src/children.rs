//! Programs that run beside the tests, and their certain end.
//!
//! A driver starts browsers, and a driver that is killed leaves them behind. So each driver gets
//! a process group of its own, and that whole group is ended: when the driver goes out of scope,
//! and when this program itself is asked to stop.

use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// How long a driver may take to listen.
const START: Duration = Duration::from_secs(30);

/// How long it may take to close its browsers before it is killed.
const END: Duration = Duration::from_secs(3);

/// The process groups that are alive, for the signal handler.
static GROUPS: Mutex<BTreeSet<u32>> = Mutex::new(BTreeSet::new());

/// A running driver.
pub(crate) struct Driver {
    child: Child,
    url: String,
}

impl Driver {
    /// Starts a driver on a free port; `arguments` makes its arguments from the port.
    pub(crate) fn start(
        program: &Path,
        arguments: impl FnOnce(u16) -> Vec<String>,
    ) -> Result<Self> {
        let port = free_port()?;
        let mut command = Command::new(program);
        command
            .args(arguments(port))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        in_own_group(&mut command);
        let child = command
            .spawn()
            .with_context(|| format!("starting {}", program.display()))?;
        groups(|groups| groups.insert(child.id()));
        let mut driver = Self {
            child,
            url: format!("http://127.0.0.1:{port}"),
        };
        driver
            .wait_until_it_listens(port)
            .with_context(|| format!("starting {}", program.display()))?;
        Ok(driver)
    }

    /// Where it takes WebDriver commands, without a slash at the end.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    fn wait_until_it_listens(&mut self, port: u16) -> Result<()> {
        let started = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if let Some(status) = self.child.try_wait()? {
                bail!("it ended at once: {status}");
            }
            if started.elapsed() > START {
                bail!("it does not listen on port {port}");
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let group = self.child.id();
        signal("TERM", group);
        let started = Instant::now();
        while started.elapsed() < END && matches!(self.child.try_wait(), Ok(None)) {
            thread::sleep(Duration::from_millis(50));
        }
        signal("KILL", group);
        // Both fail only for a child that has ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
        groups(|groups| groups.remove(&group));
    }
}

/// Makes Ctrl-C and a request to terminate end all drivers with their browsers, then xtask.
pub(crate) fn end_with_this_program() -> Result<()> {
    ctrlc::set_handler(|| {
        groups(|groups| groups.iter().for_each(|group| signal("KILL", *group)));
        std::process::exit(130);
    })
    .context("listening for Ctrl-C")
}

fn groups<T>(work: impl FnOnce(&mut BTreeSet<u32>) -> T) -> T {
    work(&mut GROUPS.lock().unwrap_or_else(PoisonError::into_inner))
}

fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("looking for a port")?;
    Ok(listener.local_addr().context("looking for a port")?.port())
}

#[cfg(unix)]
fn in_own_group(command: &mut Command) {
    use std::os::unix::process::CommandExt as _;
    command.process_group(0);
}

/// Sends a signal to a process group. One that is gone gets none, which is as well.
#[cfg(unix)]
fn signal(name: &str, group: u32) {
    let _ = Command::new("kill")
        .args(["-s", name, "--", &format!("-{group}")])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
}

#[cfg(not(unix))]
fn in_own_group(_: &mut Command) {}

/// Ends a process and those that it started.
#[cfg(not(unix))]
fn signal(_: &str, process: u32) {
    let _ = Command::new("taskkill")
        .args(["/F", "/T", "/PID", &process.to_string()])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    /// A shell that starts another program and listens on nothing.
    #[test]
    fn a_driver_that_ends_at_once_is_an_error() {
        let error = Driver::start(Path::new("/bin/false"), |_| Vec::new()).err();
        let text = format!("{:#}", error.unwrap());
        assert!(text.contains("it ended at once"), "{text}");
    }
}
