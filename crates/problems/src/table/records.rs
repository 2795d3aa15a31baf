//! The lines of a table's text, each a list of cells.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use super::MOST_COLUMNS;
use super::error::{TableError, TableReason};

/// Each line that is not empty, with its number.
pub(crate) struct Records<'t> {
    reader: Reader,
    left: &'t [u8],
    line: usize,
    /// Room for the cells of a line without their quotes, one after the other.
    cells: Vec<u8>,
    /// Where each of them ends: one more than are allowed, to be seen.
    ends: [usize; MOST_COLUMNS + 1],
}

impl<'t> Records<'t> {
    pub(crate) fn new(text: &'t str, separator: u8) -> Records<'t> {
        // Spreadsheets begin their files with a mark that is no text.
        let left = text.strip_prefix('\u{feff}').unwrap_or(text).as_bytes();
        Records {
            reader: ReaderBuilder::new().delimiter(separator).build(),
            left,
            line: 1,
            cells: vec![0; left.len()],
            ends: [0; MOST_COLUMNS + 1],
        }
    }

    /// Leaves `count` bytes behind.
    fn take(&mut self, count: usize) -> &'t [u8] {
        let (taken, left) = self
            .left
            .split_at_checked(count)
            .unwrap_or((self.left, &[]));
        self.left = left;
        let ends = taken.iter().enumerate().filter(|&(at, &byte)| {
            byte == b'\n' || byte == b'\r' && taken.get(at + 1).or(left.first()) != Some(&b'\n')
        });
        self.line += ends.count();
        taken
    }

    fn cell(&self, index: usize) -> Option<String> {
        let begin = index
            .checked_sub(1)
            .and_then(|before| self.ends.get(before));
        let cell = self
            .cells
            .get(*begin.unwrap_or(&0)..*self.ends.get(index)?)?;
        // Cells end at signs of one byte: no letter is cut.
        Some(str::from_utf8(cell).ok()?.to_owned())
    }
}

impl Iterator for Records<'_> {
    /// The number of its line and its cells; at most one more than are allowed.
    type Item = Result<(usize, Vec<String>), TableError>;

    fn next(&mut self) -> Option<Self::Item> {
        let empty = self
            .left
            .iter()
            .take_while(|&&byte| byte == b'\n' || byte == b'\r');
        self.take(empty.count());
        if self.left.is_empty() {
            return None;
        }
        let line = self.line;
        let (mut count, mut is_over) = (0, false);
        let (mut written, mut quotes) = (0, 0);
        while !is_over {
            let room = self.cells.get_mut(written..)?;
            let ends = self.ends.get_mut(count..)?;
            let (result, read, wrote, ended) = self.reader.read_record(self.left, room, ends);
            let taken = self.take(read);
            quotes += taken.iter().filter(|&&byte| byte == b'"').count();
            (written, count) = (written + wrote, count + ended);
            // At the end of the text the reader is to be told once more that nothing comes.
            is_over = !matches!(result, ReadRecordResult::InputEmpty);
        }
        if quotes % 2 == 1 {
            let (column, reason) = (count.max(1), TableReason::Quote);
            // Nothing after it can be told apart.
            self.left = &[];
            return Some(Err(TableError {
                line,
                column,
                reason,
            }));
        }
        Some(Ok((
            line,
            (0..count).filter_map(|index| self.cell(index)).collect(),
        )))
    }
}
