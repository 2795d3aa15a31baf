//! Folders of the page that are served before they are filled.

use std::path::Path;
use std::sync::{Condvar, Mutex, PoisonError};

/// The folders that are still to be filled: who asks for a file there waits.
#[derive(Default)]
pub(crate) struct Pending {
    folders: Mutex<Vec<&'static str>>,
    changed: Condvar,
}

impl Pending {
    /// Of folders by their names.
    pub(crate) fn new(folders: impl IntoIterator<Item = &'static str>) -> Self {
        Self {
            folders: Mutex::new(folders.into_iter().collect()),
            changed: Condvar::new(),
        }
    }

    /// This folder is there.
    pub(crate) fn arrived(&self, folder: &str) {
        let mut folders = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        folders.retain(|pending| *pending != folder);
        self.changed.notify_all();
    }

    /// Waits until the folder of a file is there.
    pub(crate) fn wait_for(&self, path: &Path) {
        let is_pending = |folders: &mut Vec<&str>| folders.iter().any(|one| path.starts_with(one));
        let folders = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        drop(self.changed.wait_while(folders, is_pending));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;
    use std::thread;
    use std::time::Duration;

    #[test]
    fn only_what_is_in_a_pending_folder_waits_for_it() {
        let pending = Pending::new(["worker", "qr"]);
        pending.wait_for(Path::new("js/worker.js"));
        pending.arrived("qr");
        pending.wait_for(Path::new("qr/a.js"));
        let (sender, receiver) = mpsc::channel();
        thread::scope(|scope| {
            scope.spawn(|| {
                pending.wait_for(Path::new("worker/a.js"));
                sender.send(()).unwrap();
            });
            let early = receiver.recv_timeout(Duration::from_millis(50));
            assert!(early.is_err());
            pending.arrived("worker");
            receiver.recv_timeout(Duration::from_secs(10)).unwrap();
        });
    }
}
