//! A static server for the page, on this machine alone.
//!
//! One folder, GET and HEAD, one connection a request: all that a page under development needs.
//! Nothing may be cached, so that a reload shows what was edited or compiled.

use anyhow::{Context, Result, anyhow};
use std::fs;
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use crate::exchange::Timed;
use crate::mime::media_type;
use crate::pending::Pending;
use crate::policy::POLICY;
use crate::request::Request;

/// No browser's headers come near this many bytes.
const LONGEST_HEAD: u64 = 64 * 1024;

/// How long a whole request may take, and a whole answer; browsers open some connections ahead of
/// need.
const PATIENCE: Duration = Duration::from_secs(30);

/// How long the server rests when it can take no connection: this program may open no more files
/// until another connection ends.
const REST: Duration = Duration::from_millis(100);

/// A server that has its port and does not answer yet.
pub(crate) struct Server {
    listener: TcpListener,
    address: SocketAddr,
    has_policy: bool,
    pending: Arc<Pending>,
}

impl Server {
    /// Takes a port of 127.0.0.1; port 0 stands for any free one.
    pub(crate) fn on_port(port: u16) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
            if error.kind() == io::ErrorKind::AddrInUse {
                anyhow!(
                    "port {port} is in use, perhaps by another `cargo xtask serve`; \
                     end that, or choose another port with --port"
                )
            } else {
                anyhow!("port {port} cannot be used: {error}")
            }
        })?;
        let address = listener.local_addr().context("asking for the port")?;
        Ok(Self {
            listener,
            address,
            has_policy: true,
            pending: Arc::default(),
        })
    }

    /// Leaves out what the page may load and run, for tests that put scripts of their own beside
    /// its scripts.
    pub(crate) fn without_policy(mut self) -> Self {
        self.has_policy = false;
        self
    }

    /// Has requests wait for files that are still to come.
    pub(crate) fn awaiting(mut self, pending: Arc<Pending>) -> Self {
        self.pending = pending;
        self
    }

    /// The address of the page, without a slash at its end.
    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Serves a folder until the program ends.
    pub(crate) fn serve(self, folder: &Path) -> Result<()> {
        let folder = folder
            .canonicalize()
            .with_context(|| format!("serving {}", folder.display()))?;
        let (port, has_policy) = (self.address.port(), self.has_policy);
        let pause = || thread::sleep(REST);
        each(self.listener.incoming(), pause, |connection: TcpStream| {
            let (folder, pending) = (folder.clone(), self.pending.clone());
            let answering = move || {
                // A browser that goes away in the middle of an answer is nothing to report.
                let _ = answer(&connection, &folder, &pending, port, has_policy);
            };
            thread::Builder::new().spawn(answering).map(drop)
        });
        Ok(())
    }

    /// Serves a folder beside the work of this program, until it ends.
    pub(crate) fn serve_aside(self, folder: PathBuf) {
        thread::spawn(move || self.serve(&folder));
    }
}

/// Hands on each connection that comes, and pauses after each that fails: that is the browser's
/// loss and not the server's, but there may be nothing left to take the next one with.
fn each<T>(
    connections: impl Iterator<Item = io::Result<T>>,
    pause: impl Fn(),
    hand_on: impl Fn(T) -> io::Result<()>,
) {
    for connection in connections {
        if connection.and_then(&hand_on).is_err() {
            pause();
        }
    }
}

fn answer(
    connection: &TcpStream,
    folder: &Path,
    pending: &Pending,
    port: u16,
    has_policy: bool,
) -> io::Result<()> {
    let head = head_of(Timed::within(connection, PATIENCE))?;
    if head.is_empty() {
        return Ok(());
    }
    match Request::read(&head, port) {
        Request::File { path, head } => match contents(folder, pending, &path) {
            Ok(mut body) => {
                let kind = media_type(&path).unwrap_or("application/octet-stream");
                if !has_policy && kind.starts_with("text/html") {
                    body = without_meta(&body);
                }
                let policy = has_policy.then_some(POLICY);
                send(connection, "200 OK", kind, &body, policy, head)
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                refuse(connection, "404 Not Found")
            }
            Err(_) => refuse(connection, "503 Service Unavailable"),
        },
        Request::OtherMethod => refuse(connection, "405 Method Not Allowed"),
        Request::OtherHost => refuse(connection, "421 Misdirected Request"),
        Request::Bad => refuse(connection, "400 Bad Request"),
    }
}

/// Reads a request to the empty line that ends its head, or as far as it comes.
fn head_of(connection: Timed<'_>) -> io::Result<String> {
    let mut reader = BufReader::new(connection.take(LONGEST_HEAD));
    let mut head = String::new();
    let mut start = 0;
    while reader.read_line(&mut head)? > 0 && !head[start..].trim().is_empty() {
        start = head.len();
    }
    Ok(head)
}

/// The bytes of a file, as soon as they are there, if it stands in the folder; a link that leads out of
/// it does not.
fn contents(folder: &Path, pending: &Pending, path: &Path) -> io::Result<Vec<u8>> {
    pending.wait_for(path);
    let file = folder.join(path).canonicalize()?;
    if !file.starts_with(folder) || !file.is_file() {
        return Err(io::ErrorKind::NotFound.into());
    }
    fs::read(file)
}

/// A document that states no policy.
fn without_meta(document: &[u8]) -> Vec<u8> {
    let document = String::from_utf8_lossy(document);
    let stated = "http-equiv=\"Content-Security-Policy\"";
    document.replace(stated, "name=\"no-policy\"").into_bytes()
}

fn refuse(connection: &TcpStream, status: &str) -> io::Result<()> {
    let kind = "text/plain; charset=utf-8";
    send(
        connection,
        status,
        kind,
        status.as_bytes(),
        Some(POLICY),
        false,
    )
}

fn send(
    connection: &TcpStream,
    status: &str,
    kind: &str,
    body: &[u8],
    policy: Option<&str>,
    head: bool,
) -> io::Result<()> {
    let length = body.len();
    let policy = policy.map_or(String::new(), |policy| {
        format!("Content-Security-Policy: {policy}\r\n")
    });
    let mut message = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\
         Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n\
         {policy}Connection: close\r\n\r\n"
    )
    .into_bytes();
    if !head {
        message.extend_from_slice(body);
    }
    Timed::within(connection, PATIENCE).write_all(&message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::{Cell, RefCell};

    fn ask(url: &str, line: &str) -> String {
        ask_as(url, line, url.trim_start_matches("http://"))
    }

    fn ask_as(url: &str, line: &str, host: &str) -> String {
        let mut connection = TcpStream::connect(url.trim_start_matches("http://")).unwrap();
        write!(connection, "{line} HTTP/1.1\r\nHost: {host}\r\n\r\n").unwrap();
        let mut text = String::new();
        connection.read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn files_are_served_fresh_and_with_their_type() {
        let folder = std::env::temp_dir().join(format!("downhill-server-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let page = folder.join("index.html");
        fs::write(&page, "first").unwrap();
        let server = Server::on_port(0).unwrap();
        let url = server.url();
        server.serve_aside(folder.clone());

        let first = ask(&url, "GET /");
        fs::write(&page, "second").unwrap();
        let second = ask(&url, "GET /index.html");
        let head = ask(&url, "HEAD /");
        let missing = ask(&url, "GET /a.js");
        let outside = ask(&url, "GET /../a.js");
        let post = ask(&url, "POST /");
        let elsewhere = ask_as(&url, "GET /", "downhill.example");
        fs::remove_dir_all(&folder).unwrap();

        assert!(first.starts_with("HTTP/1.1 200 OK\r\nContent-Type: text/html"));
        assert!(first.contains("\r\nCache-Control: no-store\r\n"));
        assert!(first.contains(&format!("\r\nContent-Security-Policy: {POLICY}\r\n")));
        assert!(first.ends_with("\r\n\r\nfirst"));
        assert!(second.ends_with("\r\n\r\nsecond"));
        assert!(head.contains("Content-Length: 6") && head.ends_with("\r\n\r\n"));
        assert!(missing.starts_with("HTTP/1.1 404"));
        assert!(outside.starts_with("HTTP/1.1 400"));
        assert!(post.starts_with("HTTP/1.1 405"));
        assert!(elsewhere.starts_with("HTTP/1.1 421"));
        assert!(!elsewhere.contains("second"));
    }

    #[test]
    fn a_page_without_a_policy_is_the_same_page() {
        let folder = std::env::temp_dir().join(format!("downhill-open-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let page = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\" />");
        fs::write(folder.join("index.html"), page).unwrap();
        let server = Server::on_port(0).unwrap().without_policy();
        let url = server.url();
        server.serve_aside(folder.clone());
        let open = ask(&url, "GET /");
        fs::remove_dir_all(&folder).unwrap();
        assert!(open.starts_with("HTTP/1.1 200 OK\r\n"));
        assert!(!open.contains("Content-Security-Policy"));
        assert!(open.ends_with(&format!("<meta name=\"no-policy\" content=\"{POLICY}\" />")));
    }

    #[test]
    fn the_server_rests_where_it_can_take_no_connection() {
        let pauses = Cell::new(0);
        let taken = RefCell::new(Vec::new());
        let full = || Err(io::Error::other("too many open files"));
        let connections = [Ok(1), full(), Ok(2), full(), Ok(3), Ok(4)].into_iter();
        let pause = || pauses.set(pauses.get() + 1);
        each(connections, pause, |number| {
            taken.borrow_mut().push(number);
            // As when no thread can be started for it.
            if number == 3 {
                full().map(|_: i32| ())
            } else {
                Ok(())
            }
        });
        assert_eq!(*taken.borrow(), [1, 2, 3, 4]);
        assert_eq!(pauses.get(), 3);
    }

    #[test]
    fn a_busy_port_is_named() {
        let first = Server::on_port(0).unwrap();
        let port = first.address.port();
        let error = Server::on_port(port).err().unwrap().to_string();
        assert!(error.contains(&format!("port {port} is in use")), "{error}");
        assert!(error.contains("--port"), "{error}");
    }
}
