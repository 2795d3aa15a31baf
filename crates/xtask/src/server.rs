//! A static server for the page, on this machine alone.
//!
//! One folder, GET and HEAD, one connection a request: all that a page under development needs.
//! Nothing may be cached, so that a reload shows what was edited or compiled.

use anyhow::{Context, Result, anyhow};
use std::fs;
use std::io::{self, BufRead, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use crate::mime::media_type;
use crate::request::Request;

/// No browser's headers come near this many bytes.
const LONGEST_HEAD: u64 = 64 * 1024;

/// How long a silent connection is kept; browsers open some ahead of need.
const PATIENCE: Duration = Duration::from_secs(30);

/// A server that has its port and does not answer yet.
pub(crate) struct Server {
    listener: TcpListener,
    address: SocketAddr,
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
        Ok(Self { listener, address })
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
        for connection in self.listener.incoming() {
            // One connection that fails is the browser's loss, not the server's.
            let Ok(connection) = connection else { continue };
            let folder = folder.clone();
            thread::spawn(move || {
                // A browser that goes away in the middle of an answer is nothing to report.
                let _ = answer(&connection, &folder);
            });
        }
        Ok(())
    }

    /// Serves a folder beside the work of this program, until it ends.
    pub(crate) fn serve_aside(self, folder: PathBuf) {
        thread::spawn(move || self.serve(&folder));
    }
}

fn answer(connection: &TcpStream, folder: &Path) -> io::Result<()> {
    connection.set_read_timeout(Some(PATIENCE))?;
    let mut reader = BufReader::new(connection.take(LONGEST_HEAD));
    let mut line = String::new();
    reader.read_line(&mut line)?;
    if line.is_empty() {
        return Ok(());
    }
    let mut header = String::new();
    while reader.read_line(&mut header)? > 0 && !header.trim().is_empty() {
        header.clear();
    }
    match Request::read(&line) {
        Request::File { path, head } => match contents(folder, &path) {
            Some(body) => {
                let kind = media_type(&path).unwrap_or("application/octet-stream");
                send(connection, "200 OK", kind, &body, head)
            }
            None => refuse(connection, "404 Not Found"),
        },
        Request::OtherMethod => refuse(connection, "405 Method Not Allowed"),
        Request::Bad => refuse(connection, "400 Bad Request"),
    }
}

/// The bytes of a file, if it stands in the folder; a link that leads out of it does not.
fn contents(folder: &Path, path: &Path) -> Option<Vec<u8>> {
    let file = folder.join(path).canonicalize().ok()?;
    if !file.starts_with(folder) || !file.is_file() {
        return None;
    }
    fs::read(file).ok()
}

fn refuse(connection: &TcpStream, status: &str) -> io::Result<()> {
    let kind = "text/plain; charset=utf-8";
    send(connection, status, kind, status.as_bytes(), false)
}

fn send(
    mut connection: &TcpStream,
    status: &str,
    kind: &str,
    body: &[u8],
    head: bool,
) -> io::Result<()> {
    let length = body.len();
    let mut message = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\
         Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n"
    )
    .into_bytes();
    if !head {
        message.extend_from_slice(body);
    }
    connection.write_all(&message)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(url: &str, request: &str) -> String {
        let mut connection = TcpStream::connect(url.trim_start_matches("http://")).unwrap();
        connection.write_all(request.as_bytes()).unwrap();
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

        let first = ask(&url, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        fs::write(&page, "second").unwrap();
        let second = ask(&url, "GET /index.html HTTP/1.1\r\n\r\n");
        let head = ask(&url, "HEAD / HTTP/1.1\r\n\r\n");
        let missing = ask(&url, "GET /a.js HTTP/1.1\r\n\r\n");
        let outside = ask(&url, "GET /../a.js HTTP/1.1\r\n\r\n");
        let post = ask(&url, "POST / HTTP/1.1\r\n\r\n");
        fs::remove_dir_all(&folder).unwrap();

        assert!(first.starts_with("HTTP/1.1 200 OK\r\nContent-Type: text/html"));
        assert!(first.contains("Cache-Control: no-store"));
        assert!(first.ends_with("\r\n\r\nfirst"));
        assert!(second.ends_with("\r\n\r\nsecond"));
        assert!(head.contains("Content-Length: 6") && head.ends_with("\r\n\r\n"));
        assert!(missing.starts_with("HTTP/1.1 404"));
        assert!(outside.starts_with("HTTP/1.1 400"));
        assert!(post.starts_with("HTTP/1.1 405"));
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
