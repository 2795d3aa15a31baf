//! In which order the pixels of a map are computed: page and workers agree on it.

/// The coarsest stride: with it every pixel on its grid is new.
pub const COARSEST: usize = 16;

/// The pixels of a pass: column and row of every `stride`-th one in the rows `from` … `to` that no
/// coarser pass has had. `from` is a multiple of `stride`.
pub fn pixels(
    stride: usize,
    [from, to]: [usize; 2],
    columns: usize,
) -> impl Iterator<Item = (usize, usize)> {
    let stride = stride.max(1);
    let had = move |column: usize, row: usize| {
        stride < COARSEST && column.is_multiple_of(2 * stride) && row.is_multiple_of(2 * stride)
    };
    (from..to).step_by(stride).flat_map(move |row| {
        let places = (0..columns)
            .step_by(stride)
            .map(move |column| (column, row));
        places.filter(move |&(column, row)| !had(column, row))
    })
}
