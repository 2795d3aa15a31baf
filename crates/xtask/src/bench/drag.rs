//! The time of a drag in the real page.

use anyhow::Result;
use std::fmt;
use std::path::Path;

use super::browser::{self, Line};
use super::table::{Row, Table, least};
use crate::folders::Folders;

/// The whole of a move, by its name in `drag.mjs`.
pub(crate) const WHOLE: &str = "a move: all of these";

/// How often each page is dragged in when two are compared. What else a machine does lasts for minutes, and
/// makes one round half as slow again as the next.
const ROUNDS: usize = 5;

/// The times of the parts of a move: median and 99th percentile, in milliseconds.
pub(crate) struct Drag(Vec<Line<2>>);

/// Drags in a built page in a headless Chromium.
pub(crate) fn measure(folders: &Folders, page: &Path) -> Result<Drag> {
    browser::run(folders, page, "dragging in Chromium", "drag.mjs").map(Drag)
}

/// Drags in two pages by turns; the least of their medians, since nothing that disturbs makes one less.
pub(crate) fn compare(folders: &Folders, here: &Path, there: &Path) -> Result<Table> {
    let mut rounds = Vec::new();
    for _ in 0..ROUNDS {
        rounds.push([measure(folders, here)?, measure(folders, there)?]);
    }
    Ok(table(&rounds))
}

/// The parts that both pages have.
fn table(rounds: &[[Drag; 2]]) -> Table {
    let of = |name: &str, page: usize| {
        let lines = rounds.iter().flat_map(|round| &round[page].0);
        let medians = lines.filter(|line| line.name == name);
        least(medians.map(|line| line.numbers[0]).collect())
    };
    let first = rounds.iter().take(1).flat_map(|[here, _]| &here.0);
    let rows = first.map(|line| Row {
        name: line.name.clone(),
        here: of(&line.name, 0),
        there: of(&line.name, 1),
    });
    Table {
        title: "A drag in headless Chromium: XOR 2-2-1 with biases, 2000 steps, ms".to_owned(),
        rows: rows.collect(),
    }
}

impl fmt::Display for Drag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "A drag in headless Chromium: XOR 2-2-1 with biases, 2000 steps, in milliseconds\n\
             {:<42} {:>10} {:>10}",
            "", "median", "99 %"
        )?;
        for Line { name, numbers } in &self.0 {
            let [median, high] = numbers;
            write!(f, "\n{name:<42} {median:>10.2} {high:>10.2}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_compared_by_the_best_of_its_rounds() {
        let drag = |whole: f64| {
            Drag(vec![Line {
                name: WHOLE.to_owned(),
                numbers: [whole, 99.0],
            }])
        };
        let rounds = [(2.0, 8.0), (9.0, 4.0), (3.0, 5.0)];
        let table = table(&rounds.map(|(here, there)| [drag(here), drag(there)]));
        assert_eq!(table.rows.len(), 1);
        assert_eq!(table.row(WHOLE).map(Row::part), Some(0.5));
    }
}
