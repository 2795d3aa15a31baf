//! A host of a copy of the site that a test can change and take away.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};

use crate::browser::handed;

/// A host, until it is dropped.
pub(crate) struct Host {
    folder: PathBuf,
    port: u16,
    serving: Option<Serving>,
}

struct Serving {
    is_over: Arc<AtomicBool>,
    thread: JoinHandle<()>,
}

impl Host {
    /// Serves a copy of the site, in a folder of this name of its own.
    pub(crate) fn of_the_site(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("downhill-{name}-{}", std::process::id()));
        copy(Path::new(&handed("DOWNHILL_SITE")), &folder);
        let mut host = Self {
            folder,
            port: 0,
            serving: None,
        };
        host.come_back();
        host
    }

    /// The site's address.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The folder that the release stands in.
    pub(crate) fn release(&self) -> String {
        let entries = fs::read_dir(&self.folder).expect("a site");
        let folder = entries
            .filter_map(Result::ok)
            .find(|entry| entry.path().is_dir());
        let name = folder.expect("a release").file_name();
        name.into_string().expect("a name")
    }

    /// Answers nobody any more: the network is gone.
    pub(crate) fn go_away(&mut self) {
        if let Some(Serving { is_over, thread }) = self.serving.take() {
            is_over.store(true, Ordering::SeqCst);
            // It waits for a connection.
            drop(TcpStream::connect(("127.0.0.1", self.port)));
            drop(thread.join());
        }
    }

    /// Answers again, where it did before.
    pub(crate) fn come_back(&mut self) {
        let listener = TcpListener::bind(("127.0.0.1", self.port)).expect("a port");
        self.port = listener.local_addr().expect("an address").port();
        let is_over = Arc::new(AtomicBool::new(false));
        let (over, folder) = (Arc::clone(&is_over), self.folder.clone());
        let thread = thread::spawn(move || {
            for connection in listener.incoming() {
                if over.load(Ordering::SeqCst) {
                    break;
                }
                let folder = folder.clone();
                if let Ok(connection) = connection {
                    // A browser that goes away is nothing to report.
                    thread::spawn(move || answer(&connection, &folder).unwrap_or_default());
                }
            }
        });
        self.serving = Some(Serving { is_over, thread });
    }

    /// Publishes another release in place of this one: the same in a folder of another name.
    pub(crate) fn publish(&self, release: &str) {
        let old = self.release();
        let there = |name: &str| self.folder.join(name);
        fs::rename(there(&old), there(release)).expect("renaming");
        for name in ["index.html", "service-worker.js"] {
            let text = fs::read_to_string(there(name)).expect("a text");
            fs::write(there(name), text.replace(&old, release)).expect("writing");
        }
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.go_away();
        drop(fs::remove_dir_all(&self.folder));
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").filter_map(Result::ok) {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy(&from, &to);
        } else {
            fs::copy(&from, &to).expect("copying");
        }
    }
}

fn answer(mut connection: &TcpStream, folder: &Path) -> std::io::Result<()> {
    let mut lines = BufReader::new(connection).lines();
    let first = lines.next().unwrap_or(Ok(String::new()))?;
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let path = first.split([' ', '?']).nth(1).unwrap_or_default();
    let path = path.trim_start_matches('/');
    let path = if path.is_empty() { "index.html" } else { path };
    let kind = match path.rsplit('.').next() {
        Some("html") => "text/html",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    };
    let (status, body) = match fs::read(folder.join(path)) {
        Ok(body) => ("200 OK", body),
        Err(_) => ("404 Not Found", Vec::new()),
    };
    // As most hosts do: a browser may keep what it has for some minutes.
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
         Cache-Control: max-age=600\r\nConnection: close\r\n\r\n",
        body.len()
    );
    connection.write_all(head.as_bytes())?;
    connection.write_all(&body)
}
