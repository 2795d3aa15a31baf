//! The pixels of a map, and how they are shared out among the cores.

use landscape::FateMap;

/// Starts handed to a core at a time: enough to keep its lanes full, few enough that no core waits
/// long for another at the end.
pub(crate) const PORTION: usize = 256;

/// All pixels of a map, row by row from the lowest.
pub(crate) fn pixels(map: &FateMap) -> Vec<(usize, usize)> {
    let [columns, rows] = map.size();
    let row = |row| (0..columns).map(move |column| (column, row));
    (0..rows).flat_map(row).collect()
}
