//! The starts of a map, divided among verdicts and the minima that they end in.

use charts::Look;
use landscape::{Basin, Fate, FateMap};

use crate::number::rough;

/// Which basin each start is in.
pub(crate) struct Division {
    /// Those that there are.
    pub(crate) basins: Vec<Basin>,
    /// What each start looks like.
    pub(crate) looks: Vec<Look>,
}

impl Division {
    /// `fates` are those of all starts.
    pub(crate) fn of(map: &FateMap, fates: &[Fate]) -> Division {
        let (basins, numbers) = map.divide(fates);
        let starts = fates.iter().zip(numbers);
        let looks = starts.map(|(fate, number)| Look::of_basin(fate.kind, number));
        let looks = looks.collect();
        Division { basins, looks }
    }
}

/// A basin in words: the verdict, and where its verdict has several, the place of its minimum.
/// `names` are those of the sides of the map.
pub(crate) fn basin_words(basin: &Basin, names: &[String]) -> String {
    let kind = basin.outcome.kind.name();
    match (basin.bottom.filter(|_| basin.of > 1), names) {
        (Some(bottom), [name]) => format!("{kind} at {name} = {}", rough(bottom.place[0])),
        (Some(bottom), _) => {
            let [x, y] = bottom.place.map(rough);
            format!("{kind} at ({x}, {y})")
        }
        (None, _) => kind.to_owned(),
    }
}
