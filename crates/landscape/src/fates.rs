//! The fate of every start on a grid.

use std::sync::{Arc, Mutex, PoisonError};

use backprop::{Experiment, Fate, Goal, Kind};

use crate::basins::{Basin, Basins, Bottoms, Census, Outcome};
use crate::domain::Domain;
use crate::plane::Plane;

/// A grid of starts: over a plane, along a line, where it has one row, or along a line with a learning
/// rate for each row.
///
/// Each start is the middle of a pixel. Its fate is, bit for bit, what a run from there comes to.
///
/// ```
/// use backprop::{Experiment, Kind};
/// use landscape::{Domain, FateMap, Plane, Rates, counts};
/// let experiment = Experiment::parse(r#"{"layers": [1, 1], "activations": ["logistic"],
///     "bias": false, "inputs": [[10], [1]], "targets": [[0.1], [0.9]], "weights": [1],
///     "rule": {"name": "steepest-descent", "rate": 0.5}, "steps": 2000}"#)?;
/// // A row of starts along the only weight, from −8 to 8.
/// let map = FateMap::new(&experiment, [4, 1], experiment.best_known_error());
/// let fates = map.fates(&[(0, 0), (1, 0), (2, 0), (3, 0)]);
/// assert_eq!(counts(&fates)[Kind::Converged as usize], 2);
/// // The view is one plane of many.
/// let plane = Plane::of_view(&experiment);
/// let same = FateMap::over(&experiment, plane.clone(), [4, 1], experiment.best_known_error());
/// assert_eq!(same.fates(&[(3, 0)]), fates[3..]);
/// // The same starts with rates from 0.5 / 4 to 0.5 × 4: its own is in the middle.
/// let domain = Domain::Rates(plane, Rates { from: 0.125, to: 2.0 });
/// let rates = FateMap::over(&experiment, domain, [4, 3], experiment.best_known_error());
/// assert_eq!(rates.fates(&[(0, 1), (3, 1)]), [fates[0], fates[3]]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct FateMap {
    experiment: Experiment,
    domain: Domain,
    size: [usize; 2],
    /// Whether a side of the plane moves weights that descent does not: the error that counts as
    /// solved then differs along it.
    is_goal_moved: [bool; 2],
    /// The errors that count as solved, as far as they are known; one for each [`FateMap::group`].
    goals: Arc<Mutex<Vec<Option<Goal>>>>,
}

impl FateMap {
    /// A grid of `columns` × `rows` starts over the axes of the experiment's view; the weights that
    /// are not on an axis have their initial values. `best_error` is the smallest error known
    /// ([`Experiment::best_known_error`]). Where an axis moves a weight that is not free, it is the
    /// smallest one elsewhere only, and is searched for again.
    pub fn new(experiment: &Experiment, size: [usize; 2], best_error: f64) -> FateMap {
        FateMap::over(experiment, Plane::of_view(experiment), size, best_error)
    }

    /// The same over any plane of the experiment, or along a line and over learning rates.
    pub fn over(
        experiment: &Experiment,
        domain: impl Into<Domain>,
        size: [usize; 2],
        best_error: f64,
    ) -> FateMap {
        let domain = domain.into();
        // No rate changes what counts as solved.
        let mut is_goal_moved = [false; 2];
        for (moved, side) in is_goal_moved.iter_mut().zip(domain.plane().sides()) {
            *moved = side.moves_other_than(experiment.free());
        }
        let mut experiment = experiment.clone();
        if is_goal_moved == [false; 2] {
            experiment = experiment.with_best_error(best_error);
        }
        FateMap {
            experiment,
            domain,
            size,
            is_goal_moved,
            goals: Arc::default(),
        }
    }

    /// Columns and rows.
    pub fn size(&self) -> [usize; 2] {
        self.size
    }

    /// What its starts differ in.
    pub fn domain(&self) -> &Domain {
        &self.domain
    }

    /// The plane or the line that its starts lie on.
    pub fn plane(&self) -> &Plane {
        self.domain.plane()
    }

    /// What becomes of the starts at these pixels (column, row), in their order.
    ///
    /// Starts descend side by side: some hundred at a time take much less than as many calls.
    pub fn fates(&self, pixels: &[(usize, usize)]) -> Vec<Fate> {
        let mut fates = vec![None; pixels.len()];
        let mut left: Vec<usize> = (0..pixels.len()).collect();
        while let Some(&first) = left.first() {
            let group = self.group(pixels[first]);
            let (indices, others): (Vec<_>, Vec<_>) = left
                .into_iter()
                .partition(|&index| self.group(pixels[index]) == group);
            let place = |&index: &usize| {
                let (column, row) = pixels[index];
                self.domain.pixel([column, row], self.size)
            };
            let starts: Vec<[f64; 2]> = indices.iter().map(place).collect();
            for (index, fate) in indices.into_iter().zip(self.fates_from(group, &starts)) {
                fates[index] = Some(fate);
            }
            left = others;
        }
        fates.into_iter().flatten().collect()
    }

    /// How much the ends of the runs from these pixels depend on their starts along the sides of the
    /// map: log₁₀ as [`backprop::Sensitivity::log10`] says, NaN where it is not known. `fates` are those
    /// of the same pixels. Takes some times as long as these did.
    ///
    /// ```
    /// use backprop::Experiment;
    /// use landscape::FateMap;
    /// use lessons::Fact;
    ///
    /// let experiment = Experiment::parse(Fact::TwoMinima.document())?;
    /// let map = FateMap::new(&experiment, [8, 1], experiment.best_known_error());
    /// let pixels: Vec<_> = (0..8).map(|column| (column, 0)).collect();
    /// let powers = map.sensitivities(&pixels, &map.fates(&pixels));
    /// // On the left starts fall into the narrow valley, on the right they stand still.
    /// assert!(powers[0] < -700.0 && powers[7].abs() < 0.1);
    /// # Ok::<(), backprop::TextError>(())
    /// ```
    pub fn sensitivities(&self, pixels: &[(usize, usize)], fates: &[Fate]) -> Vec<f64> {
        let sides = self.plane().sides().iter();
        let directions: Vec<&[f64]> = sides.map(|side| &side.direction[..]).collect();
        let experiment = &self.experiment;
        experiment.sensitivities(fates, &directions, &mut |index, start| {
            let (column, row) = pixels[index];
            let place = self.domain.pixel([column, row], self.size);
            self.domain.put(place, start);
        })
    }

    /// Tells the minima apart that its starts end in; none where [`Basins::new`] says so.
    pub fn basins(&self) -> Option<Basins> {
        Basins::new(&self.experiment, self.plane())
    }

    /// Divides starts whose fates are known: the basins that there are, and for each start the
    /// number of its basin among those of its verdict ([`Basin::number`]).
    ///
    /// ```
    /// use backprop::{Experiment, Kind};
    /// use landscape::FateMap;
    /// use lessons::Fact;
    ///
    /// // Two solutions, mirror images of each other.
    /// let experiment = Experiment::parse(Fact::Mirror.document())?;
    /// let map = FateMap::new(&experiment, [4, 4], experiment.best_known_error());
    /// let fates = map.fates(&[(1, 1), (2, 2), (3, 3)]);
    /// let (basins, numbers) = map.divide(&fates);
    /// assert_eq!(numbers[..2], [0, 1]);
    /// let place = basins[1].bottom.expect("it converged").place;
    /// assert!((place[0] - 0.6729).abs() < 1e-4 && (place[1] - 1.0452).abs() < 1e-4);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn divide(&self, fates: &[Fate]) -> (Vec<Basin>, Vec<usize>) {
        let mut basins = self.basins();
        let outcome = |fate: &Fate| match &mut basins {
            Some(basins) => basins.outcome(fate),
            None => Outcome::from(fate.kind),
        };
        let outcomes: Vec<Outcome> = fates.iter().map(outcome).collect();
        let mut census = Census::default();
        for &outcome in &outcomes {
            census.add(outcome, 1);
        }
        let none = Bottoms::new(self.plane());
        let found = census.basins(basins.as_ref().map_or(&none, Basins::bottoms));
        let number = |&outcome: &Outcome| {
            let basin = found.iter().find(|basin| basin.outcome == outcome);
            basin.map_or(0, |basin| basin.number)
        };
        let numbers = outcomes.iter().map(number).collect();
        (found, numbers)
    }

    /// Pixels of one group differ in free weights only: the same error counts as solved.
    fn group(&self, (column, row): (usize, usize)) -> usize {
        match self.is_goal_moved {
            [false, false] => 0,
            [true, false] => column,
            [false, true] => row,
            [true, true] => row * self.size[0] + column,
        }
    }

    /// What becomes of starts of a group, at these places.
    fn fates_from(&self, group: usize, starts: &[[f64; 2]]) -> Vec<Fate> {
        // A start beyond all numbers has diverged, whatever counts as solved there.
        let experiment = starts
            .first()
            .and_then(|&place| self.experiment.with_start(self.plane().at(place)).ok())
            .unwrap_or_else(|| self.experiment.clone());
        let mut goals = self.goals.lock().unwrap_or_else(PoisonError::into_inner);
        if goals.len() <= group {
            goals.resize(group + 1, None);
        }
        let goal = *goals[group]
            .get_or_insert_with(|| Goal::new(&experiment, experiment.best_known_error()));
        drop(goals);
        experiment.fates(goal, starts.len(), &mut |index, start| {
            self.domain.put(starts[index], start);
        })
    }
}

/// How many of `fates` have each verdict, in the order of [`Kind::ALL`].
pub fn counts(fates: &[Fate]) -> [usize; Kind::ALL.len()] {
    let mut counts = [0; Kind::ALL.len()];
    for fate in fates {
        counts[fate.kind as usize] += 1;
    }
    counts
}

#[cfg(test)]
#[path = "fates_tests.rs"]
mod tests;
