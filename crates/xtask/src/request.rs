//! The little of HTTP that a static page needs: one request, read and judged.

use std::path::{Component, Path, PathBuf};

/// What is asked for.
#[derive(Debug, PartialEq)]
pub(crate) enum Request {
    /// A file, by its path under the served folder; `head` asks for the headers alone.
    File { path: PathBuf, head: bool },
    /// A method other than GET and HEAD.
    OtherMethod,
    /// Meant for a host that is not this one: a page elsewhere has given its name this address.
    OtherHost,
    /// Not a request that can be understood, or a path that leaves the served folder.
    Bad,
}

impl Request {
    /// Reads the head of a request, an empty line at its end, to the server of a port.
    pub(crate) fn read(head: &str, port: u16) -> Self {
        let mut lines = head.lines();
        let first = lines.next().unwrap_or_default();
        if lines.next_back() != Some("") {
            return Self::Bad;
        }
        let mut hosts = lines.filter_map(|line| {
            let (name, value) = line.split_once(':')?;
            name.eq_ignore_ascii_case("host").then(|| value.trim())
        });
        match (hosts.next(), hosts.next()) {
            (Some(host), None) if is_own(host, port) => Self::of(first),
            (Some(_), None) => Self::OtherHost,
            _ => Self::Bad,
        }
    }

    /// Reads the first line.
    fn of(line: &str) -> Self {
        let mut words = line.split(' ');
        let (Some(method), Some(target), Some(version)) =
            (words.next(), words.next(), words.next())
        else {
            return Self::Bad;
        };
        if !version.starts_with("HTTP/1.") {
            return Self::Bad;
        }
        let head = match method {
            "GET" => false,
            "HEAD" => true,
            _ => return Self::OtherMethod,
        };
        match file_of(target) {
            Some(path) => Self::File { path, head },
            None => Self::Bad,
        }
    }
}

/// Whether a name is one of this machine's own for the server of a port.
fn is_own(host: &str, port: u16) -> bool {
    let own = |name: &str| {
        // Where the port is that of HTTP, nobody says it.
        host.eq_ignore_ascii_case(&format!("{name}:{port}"))
            || port == 80 && host.eq_ignore_ascii_case(name)
    };
    ["127.0.0.1", "localhost", "[::1]"].into_iter().any(own)
}

/// The file that a target names, relative to the served folder. A folder stands for its
/// `index.html`. Nothing for a target that would leave the folder or that names a hidden file.
fn file_of(target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?;
    let path = decode(path.strip_prefix('/')?)?;
    if path.contains(['\\', '\0', ':']) {
        return None;
    }
    let mut file = PathBuf::new();
    for component in Path::new(&path).components() {
        match component {
            Component::Normal(name) if !name.to_string_lossy().starts_with('.') => file.push(name),
            _ => return None,
        }
    }
    if path.is_empty() || path.ends_with('/') {
        file.push("index.html");
    }
    Some(file)
}

/// Undoes percent encoding.
fn decode(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut decoded = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let digits = [bytes.next()?, bytes.next()?].map(|digit| (digit as char).to_digit(16));
            let [Some(high), Some(low)] = digits else {
                return None;
            };
            decoded.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            decoded.push(byte);
        }
    }
    String::from_utf8(decoded).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str) -> Request {
        Request::File {
            path: path.into(),
            head: false,
        }
    }

    fn get(target: &str) -> Request {
        read(&format!("GET {target} HTTP/1.1"))
    }

    fn read(line: &str) -> Request {
        Request::read(&format!("{line}\r\nHost: localhost:8080\r\n\r\n"), 8080)
    }

    #[test]
    fn targets_name_files() {
        assert_eq!(get("/"), file("index.html"));
        assert_eq!(get("/?experiment=a/b#c"), file("index.html"));
        assert_eq!(get("/pkg/a.wasm"), file("pkg/a.wasm"));
        assert_eq!(get("/guide/"), file("guide/index.html"));
        assert_eq!(get("/%E5%A4%A7%20a.svg"), file("大 a.svg"));
    }

    #[test]
    fn nothing_outside_the_folder_has_a_name() {
        for target in [
            "/../Cargo.toml",
            "/pkg/../../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/..%2fCargo.toml",
            "/..%5cCargo.toml",
            "//etc/passwd",
            "/%2fetc/passwd",
            "/C:/boot.ini",
            "/.git/config",
            "/pkg/.gitignore",
            "/a%00.js",
            "/a%f",
            "/a%zz",
            "/%ff",
            "index.html",
        ] {
            assert_eq!(get(target), Request::Bad, "{target}");
        }
    }

    #[test]
    fn only_reading_is_understood() {
        assert_eq!(read("POST / HTTP/1.1"), Request::OtherMethod);
        assert_eq!(read("GET /"), Request::Bad);
        assert_eq!(read("GET / HTTP/2"), Request::Bad);
        assert_eq!(read(""), Request::Bad);
        let head = read("HEAD /a.js HTTP/1.0");
        assert!(matches!(head, Request::File { head: true, .. }));
    }

    #[test]
    fn a_host_has_its_own_names_alone() {
        let to =
            |headers: &str, port| Request::read(&format!("GET / HTTP/1.1\r\n{headers}\r\n"), port);
        for host in [
            "127.0.0.1:8080",
            "localhost:8080",
            "LOCALHOST:8080",
            "[::1]:8080",
        ] {
            let headers = format!("Accept: */*\r\nhost: {host}\r\n");
            assert_eq!(to(&headers, 8080), file("index.html"), "{host}");
        }
        for host in [
            "example.com:8080",
            "localhost:8081",
            "localhost",
            "localhost.example.com:8080",
            "127.0.0.1:8080.example.com",
            "127.0.0.2:8080",
            "[::1]",
            "",
        ] {
            let headers = format!("Host: {host}\r\n");
            assert_eq!(to(&headers, 8080), Request::OtherHost, "{host}");
        }
        assert_eq!(to("Host: localhost\r\n", 80), file("index.html"));
    }

    #[test]
    fn a_head_is_whole_and_has_one_host() {
        let host = "Host: localhost:80\r\n";
        for head in [
            "GET / HTTP/1.1\r\n\r\n".to_owned(),
            format!("GET / HTTP/1.1\r\n{host}{host}\r\n"),
            format!("GET / HTTP/1.1\r\n{host}"),
            format!("GET / HTTP/1.1\r\n{host}Accept: text"),
        ] {
            assert_eq!(Request::read(&head, 80), Request::Bad, "{head}");
        }
    }
}
