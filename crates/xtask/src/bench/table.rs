//! What this checkout and another revision take for the same, side by side.

use std::fmt;

/// One thing that both do, with what each takes for it: less is better.
#[derive(Debug, PartialEq)]
pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) here: f64,
    pub(crate) there: f64,
}

/// Rows of one unit.
pub(crate) struct Table {
    pub(crate) title: String,
    pub(crate) rows: Vec<Row>,
}

impl Row {
    /// What this checkout takes, as a part of what the other takes.
    pub(crate) fn part(&self) -> f64 {
        self.here / self.there
    }

    /// How many times as fast this checkout is.
    pub(crate) fn times(&self) -> f64 {
        self.there / self.here
    }
}

impl Table {
    /// The row of a name.
    pub(crate) fn row(&self, name: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.name == name)
    }
}

/// The geometric mean of how many times as fast this checkout is at some things.
pub(crate) fn mean_of_times<'a>(rows: impl IntoIterator<Item = &'a Row>) -> f64 {
    let logarithms: Vec<f64> = rows.into_iter().map(|row| row.times().ln()).collect();
    (logarithms.iter().sum::<f64>() / logarithms.len() as f64).exp()
}

/// The least of some times: whatever disturbs makes none less. No number where there is none.
pub(crate) fn least(numbers: Vec<f64>) -> f64 {
    numbers.into_iter().fold(f64::NAN, f64::min)
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}\n{:<42} {:>10} {:>10} {:>8} {:>8}",
            self.title, "", "here", "there", "part", "times"
        )?;
        for row in &self.rows {
            write!(
                f,
                "\n{:<42} {:>10.3} {:>10.3} {:>8.3} {:>8.2}",
                row.name,
                row.here,
                row.there,
                row.part(),
                row.times()
            )?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &str, here: f64, there: f64) -> Row {
        Row {
            name: name.to_owned(),
            here,
            there,
        }
    }

    #[test]
    fn less_is_faster() {
        let table = Table {
            title: "Maps in ms".to_owned(),
            rows: vec![row("a", 1.0, 2.0), row("b", 4.0, 2.0)],
        };
        assert_eq!(table.row("a").map(Row::times), Some(2.0));
        assert_eq!(table.row("b").map(Row::part), Some(2.0));
        assert_eq!(table.row("c"), None);
        assert_eq!(mean_of_times(&table.rows), 1.0);
        assert!(mean_of_times([]).is_nan());
        let shown = table.to_string();
        assert!(
            shown.contains("    1.000      2.000    0.500     2.00"),
            "{shown}"
        );
    }

    #[test]
    fn the_least_is_found_where_there_is_one() {
        assert_eq!(least(vec![3.0, 1.0, 2.0]), 1.0);
        assert!(least(Vec::new()).is_nan());
    }
}
