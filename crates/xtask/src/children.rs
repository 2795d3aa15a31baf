//! Programs that run beside the tests, and their certain end.
//!
//! A driver starts browsers, and a driver that is killed leaves them behind. So each driver gets
//! a process group of its own, and that whole group is ended: when the driver goes out of scope,
//! and when this program itself is asked to stop. Then whatever else it runs is ended as well.

use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::io;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{self, Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::folders::remove_folder;

/// How long a driver may take to listen.
const START: Duration = Duration::from_secs(30);

/// How long it may take to close its browsers before it is killed.
const END: Duration = Duration::from_secs(3);

/// The process groups that are alive, for the signal handler. A driver's comes with its temporary
/// folder.
static GROUPS: Mutex<BTreeMap<u32, Option<PathBuf>>> = Mutex::new(BTreeMap::new());

/// A running driver.
pub(crate) struct Driver {
    _family: Family,
    url: String,
}

impl Driver {
    /// Starts a driver on a free port; `arguments` makes its arguments from the port.
    pub(crate) fn start(
        program: &Path,
        arguments: impl FnOnce(u16) -> Vec<String>,
    ) -> Result<Self> {
        let port = free_port()?;
        let start = || {
            let mut command = Command::new(program);
            command.args(arguments(port));
            let mut family = Family::start(&mut command)?;
            family.wait_until_it_listens(port)?;
            Ok::<_, anyhow::Error>(family)
        };
        let family = start().with_context(|| format!("starting {}", program.display()))?;
        Ok(Self {
            _family: family,
            url: format!("http://127.0.0.1:{port}"),
        })
    }

    /// Where it takes WebDriver commands, without a slash at the end.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }
}

/// A program and all that it starts, with a temporary folder that ends with them: a browser that
/// is killed leaves its profile behind.
struct Family {
    head: Child,
    scratch: PathBuf,
}

impl Family {
    fn start(command: &mut Command) -> Result<Self> {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        // Not in the repository: browsers make sockets there, and a socket's path must be short.
        let scratch = env::temp_dir().join(format!("downhill-{}-{number}", process::id()));
        fs::create_dir_all(&scratch).with_context(|| format!("making {}", scratch.display()))?;
        command
            .env("TMPDIR", &scratch)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let head = match start_group(command, Some(scratch.clone())) {
            Ok(head) => head,
            Err(error) => {
                remove_folder(&scratch)?;
                return Err(error.into());
            }
        };
        Ok(Self { head, scratch })
    }

    fn wait_until_it_listens(&mut self, port: u16) -> Result<()> {
        let started = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if let Some(status) = self.head.try_wait()? {
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

impl Drop for Family {
    fn drop(&mut self) {
        let group = self.head.id();
        signal("TERM", group);
        let started = Instant::now();
        while started.elapsed() < END && matches!(self.head.try_wait(), Ok(None)) {
            thread::sleep(Duration::from_millis(50));
        }
        signal("KILL", group);
        // Both fail only for a child that has ended already.
        let _ = self.head.kill();
        let _ = self.head.wait();
        groups(|groups| groups.remove(&group));
        // What cannot be removed stays in the system's temporary folder, where it harms nobody.
        let _ = remove_folder(&self.scratch);
    }
}

/// A program that runs to its end by itself, unless this one is asked to stop before.
pub(crate) struct Guest {
    pub(crate) head: Child,
}

impl Guest {
    /// Starts it, in a process group of its own.
    pub(crate) fn start(command: &mut Command) -> io::Result<Self> {
        start_group(command, None).map(|head| Self { head })
    }

    /// Ends it now, with all that it has started.
    pub(crate) fn end(&mut self) -> io::Result<ExitStatus> {
        signal("KILL", self.head.id());
        self.head.wait()
    }
}

impl Drop for Guest {
    fn drop(&mut self) {
        groups(|groups| groups.remove(&self.head.id()));
    }
}

/// Makes Ctrl-C and a request to terminate end all that runs, and then xtask.
pub(crate) fn end_with_this_program() -> Result<()> {
    ctrlc::set_handler(|| {
        groups(|groups| {
            for (group, scratch) in groups {
                match scratch {
                    Some(scratch) => {
                        signal("KILL", *group);
                        let _ = remove_folder(scratch);
                    }
                    // As a terminal would do it: a package manager must be able to finish a step.
                    None => signal("INT", *group),
                }
            }
            // Within the lock, so that nothing new can start.
            process::exit(130);
        });
    })
    .context("listening for Ctrl-C")
}

/// Starts a program in a process group that is known to the signal handler from the beginning.
fn start_group(command: &mut Command, scratch: Option<PathBuf>) -> io::Result<Child> {
    in_own_group(command);
    groups(|groups| {
        let head = command.spawn()?;
        groups.insert(head.id(), scratch);
        Ok(head)
    })
}

fn groups<T>(work: impl FnOnce(&mut BTreeMap<u32, Option<PathBuf>>) -> T) -> T {
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

    #[test]
    fn a_driver_that_ends_at_once_is_an_error() {
        let error = Driver::start(Path::new("/bin/false"), |_| Vec::new()).err();
        let text = format!("{:#}", error.unwrap());
        assert!(text.contains("it ended at once"), "{text}");
    }

    #[test]
    fn what_a_driver_started_ends_with_it() {
        // A head that does not care about its child, as a driver that is killed.
        let script =
            "sleep 321 & echo $! > \"$TMPDIR/new\"; mv \"$TMPDIR/new\" \"$TMPDIR/child\"; wait";
        let family = Family::start(Command::new("/bin/sh").args(["-c", script])).unwrap();
        let scratch = family.scratch.clone();
        let started = Instant::now();
        while !scratch.join("child").exists() && started.elapsed() < START {
            thread::sleep(Duration::from_millis(10));
        }
        let child = fs::read_to_string(scratch.join("child")).unwrap();
        let alive = || {
            let mut ps = Command::new("ps");
            ps.args(["-o", "stat=", "-p", child.trim()]);
            let state = ps.output().unwrap().stdout;
            // One that has ended stays listed as a zombie until its parent looks.
            !state.is_empty() && state[0] != b'Z'
        };
        assert!(alive());
        drop(family);
        assert!(!alive());
        assert!(!scratch.exists());
    }
}
