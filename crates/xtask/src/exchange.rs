//! One connection with a deadline for all that comes over it, however it trickles.

use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

/// A connection that is read and written until some time and no longer.
pub(crate) struct Timed<'a> {
    connection: &'a TcpStream,
    until: Instant,
}

impl<'a> Timed<'a> {
    /// From now on for `patience`.
    pub(crate) fn within(connection: &'a TcpStream, patience: Duration) -> Self {
        Self {
            connection,
            until: Instant::now() + patience,
        }
    }

    fn left(&self) -> io::Result<Option<Duration>> {
        let left = self.until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(io::ErrorKind::TimedOut.into());
        }
        Ok(Some(left))
    }
}

impl Read for Timed<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.connection.set_read_timeout(self.left()?)?;
        self.connection.read(buffer)
    }
}

impl Write for Timed<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.connection.set_write_timeout(self.left()?)?;
        self.connection.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.connection.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::{Ipv4Addr, TcpListener};
    use std::thread;

    const PATIENCE: Duration = Duration::from_millis(200);

    fn pair() -> (TcpStream, TcpStream) {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let near = TcpStream::connect(listener.local_addr().unwrap()).unwrap();
        (near, listener.accept().unwrap().0)
    }

    #[test]
    fn bytes_that_come_one_by_one_gain_no_time() {
        let (mut near, far) = pair();
        let trickle = thread::spawn(move || {
            // Each byte comes in good time, and there are bytes for far too long.
            for _ in 0..100 {
                if near.write_all(b"a").is_err() {
                    return;
                }
                thread::sleep(PATIENCE / 10);
            }
        });
        let started = Instant::now();
        let mut text = Vec::new();
        let error = Timed::within(&far, PATIENCE).read_to_end(&mut text);
        let took = started.elapsed();
        drop(far);
        trickle.join().unwrap();
        assert!(error.is_err());
        assert!(!text.is_empty());
        assert!(took >= PATIENCE && took < 8 * PATIENCE, "{took:?}");
    }

    #[test]
    fn a_reader_who_takes_nothing_is_left() {
        let (_near, far) = pair();
        let started = Instant::now();
        let much = vec![0; 100_000_000];
        assert!(Timed::within(&far, PATIENCE).write_all(&much).is_err());
        assert!(started.elapsed() >= PATIENCE);
    }
}
