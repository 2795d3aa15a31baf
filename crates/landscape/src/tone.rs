//! An order of errors for the eye.

use crate::field::Field;

/// Quantiles that a tone is built on.
const QUANTILES: usize = 64;
/// Values evenly spaced on the logarithmic scale that a tone is built on.
const OCTAVES: usize = 32;
/// Values closer than this part of the whole range are one.
const RESOLUTION: f64 = 1e-4;
/// Share of a tone that is the value's rank.
const RANK: f64 = 0.36;
/// The lowest part of the values, which has half of the tones of height.
const LOWEST: f64 = 0.05;
/// The bend of the logarithm lies above this part of the range: the steepest scale.
const SHARPEST: f64 = 1e-6;
/// A range below this part of the values themselves is rounding: the values are all the same.
const CONSTANT: f64 = 1e-12;
/// The power of ten of a factor from which tones do not rise any more: beyond it none of a number's digits
/// is left.
const MOST_POWER: f64 = 16.0;
/// Powers of ten that a tone of factors is built on.
const POWERS: [f64; 8] = [0.5, 1.0, 2.0, 3.0, 4.0, 8.0, 12.0, MOST_POWER];

/// A rising map from values to 0 … 1 that spends tones where the values are.
///
/// The greater part of it is the logarithm of the height above the lowest value, which gives the bottom
/// of a basin its tones, however small it is: the lowest twentieth of the ground has half of them. So a
/// plateau that is low beside the highest ground, but far above the bottom, does not look like it: where
/// descents of fact C stand still, at E = 0.055 between 0.001 and 1.3, the tone is a third of the way
/// up, and at the goal a tenth. The rest is the value's rank: each plateau gets as many tones as it has
/// area, however close its heights are, and a valley in high ground is told from what lies around it.
/// Differences below 1/10 000 of the range count as none, so that rounding on a flat plateau draws no
/// lines.
///
/// ```
/// use landscape::{Field, Tone, levels};
/// use ndarray::Array2;
///
/// // A bowl, E = x² + y². Its lowest value has the tone 0, its highest 1.
/// let bowl = Array2::from_shape_fn((21, 21), |(row, column)| {
///     (row as f64 - 10.0).powi(2) + (column as f64 - 10.0).powi(2)
/// });
/// let tone = Tone::of(Field { values: bowl.view(), x: [-10.0, 10.0], y: [-10.0, 10.0] });
/// assert_eq!((tone.at(0.0), tone.at(200.0)), (0.0, 1.0));
/// let middle = tone.value(0.5).expect("not all values are the same");
/// assert!((tone.at(middle) - 0.5).abs() < 1e-12);
///
/// // Contour lines lie at even tones: more of them on the ground of the bowl than on its rim.
/// let heights = levels(&tone);
/// assert_eq!(heights.len(), 14);
/// assert!(heights.iter().filter(|&&height| height < 100.0).count() > 7);
///
/// let plain = Array2::from_elem((2, 2), 0.25);
/// let tone = Tone::of(Field { values: plain.view(), x: [0.0, 1.0], y: [0.0, 1.0] });
/// assert!(tone.is_constant() && levels(&tone).is_empty());
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Tone {
    /// Values and their tones, both strictly rising; empty where all values are the same.
    knots: Vec<(f64, f64)>,
    /// Whether they go both ways from a middle, which has the tone ½.
    is_two_way: bool,
    /// Whether what has no value is told from the highest.
    has_gaps: bool,
}

impl Tone {
    /// The tone of a field's values; gaps do not count.
    pub fn of(field: Field<'_>) -> Tone {
        let sorted = backprop::sorted(field.finite());
        let knots = match sorted.as_slice() {
            [lowest, .., highest] if !is_constant(*lowest, *highest) => knots(&sorted),
            _ => Vec::new(),
        };
        Tone {
            knots,
            is_two_way: false,
            has_gaps: false,
        }
    }

    /// The tone of a factor by its power of ten: ½ for 10⁰, and from there as many tones downwards as
    /// upwards, to ±16, as many digits as a number has. Tones are spent on the first powers most.
    ///
    /// ```
    /// use landscape::Tone;
    /// let tone = Tone::of_powers();
    /// assert_eq!([-99.0, -16.0, 0.0, 16.0, 300.0].map(|power| tone.at(power)), [0.0, 0.0, 0.5, 1.0, 1.0]);
    /// assert!(tone.at(1.0) > 0.6 && tone.at(-4.0) < 0.25 && tone.is_two_way());
    /// ```
    pub fn of_powers() -> Tone {
        let up = |&power: &f64| 0.5 * (1.0 + power).ln() / (1.0 + MOST_POWER).ln();
        let above = POWERS.iter().map(|power| (*power, 0.5 + up(power)));
        let below = POWERS.iter().rev().map(|power| (-*power, 0.5 - up(power)));
        Tone {
            knots: below.chain([(0.0, 0.5)]).chain(above).collect(),
            is_two_way: true,
            has_gaps: false,
        }
    }

    /// The same tones beside gaps that say something: where the highest values have a tint of their own, and
    /// none is that of paper.
    pub fn beside_gaps(self) -> Tone {
        Tone {
            has_gaps: true,
            ..self
        }
    }

    /// Whether what has no value is told from the highest.
    pub fn has_gaps(&self) -> bool {
        self.has_gaps
    }

    /// Whether it goes both ways from a middle, which has the tone ½.
    pub fn is_two_way(&self) -> bool {
        self.is_two_way
    }

    /// Evenly from one value, which has the tone 0, to a greater one, which has 1.
    ///
    /// ```
    /// use landscape::Tone;
    /// let tone = Tone::even(-1.0, 1.0);
    /// assert_eq!([-2.0, 0.5, 9.0].map(|value| tone.at(value)), [0.0, 0.75, 1.0]);
    /// ```
    pub fn even(from: f64, to: f64) -> Tone {
        let knots = if from < to {
            vec![(from, 0.0), (to, 1.0)]
        } else {
            Vec::new()
        };
        Tone {
            knots,
            is_two_way: false,
            has_gaps: false,
        }
    }

    /// Whether there was nothing to tell apart: no value, or only one.
    pub fn is_constant(&self) -> bool {
        self.knots.is_empty()
    }

    /// The tone of a value: 0 at and below the lowest, 1 at and above the highest, and everywhere
    /// where all are the same. NaN for NaN.
    pub fn at(&self, value: f64) -> f64 {
        if value.is_nan() {
            return value;
        }
        let above = self.knots.partition_point(|knot| knot.0 <= value);
        match (
            above.checked_sub(1).map(|i| self.knots[i]),
            self.knots.get(above),
        ) {
            (Some(low), Some(high)) => {
                low.1 + (value - low.0) / (high.0 - low.0) * (high.1 - low.1)
            }
            (None, Some(_)) => 0.0,
            _ => 1.0,
        }
    }

    /// The value with a tone between 0 and 1; none where all values are the same.
    pub fn value(&self, tone: f64) -> Option<f64> {
        let above = self.knots.partition_point(|knot| knot.1 <= tone);
        match (
            above.checked_sub(1).map(|i| self.knots[i]),
            self.knots.get(above),
        ) {
            (Some(low), Some(high)) => {
                Some(low.0 + (tone - low.1) / (high.1 - low.1) * (high.0 - low.0))
            }
            (Some(last), None) => Some(last.0),
            (None, first) => first.map(|knot| knot.0),
        }
    }
}

fn is_constant(lowest: f64, highest: f64) -> bool {
    let range = highest - lowest;
    !range.is_finite() || range <= CONSTANT * lowest.abs().max(highest.abs())
}

/// Values with their tones, from sorted values that are not all the same.
fn knots(sorted: &[f64]) -> Vec<(f64, f64)> {
    let last = sorted.len() - 1;
    let (lowest, highest) = (sorted[0], sorted[last]);
    let range = highest - lowest;
    let bend = bend(sorted[(LOWEST * last as f64) as usize] - lowest, range);
    let steepness = (1.0 + range / bend).ln();

    let quantiles = (0..=QUANTILES).map(|i| sorted[i * last / QUANTILES]);
    let octaves = (0..=OCTAVES)
        .map(|i| lowest + bend * ((steepness * i as f64 / OCTAVES as f64).exp() - 1.0));
    let values = backprop::sorted(quantiles.chain(octaves));

    let mut knots = vec![(lowest, 0.0)];
    let mut previous = lowest;
    for value in values {
        if value - previous >= RESOLUTION * range && highest - value >= RESOLUTION * range {
            let below = sorted.partition_point(|&other| other < value);
            let not_above = sorted.partition_point(|&other| other <= value);
            let rank = (below + not_above) as f64 / (2 * sorted.len()) as f64;
            let height = (1.0 + (value - lowest) / bend).ln() / steepness;
            knots.push((value, RANK * rank + (1.0 - RANK) * height));
            previous = value;
        }
    }
    knots.push((highest, 1.0));
    knots
}

/// The height at which ln(1 + height / bend) turns from a line into a logarithm, chosen so that it is
/// half as great at `low` as over the whole range: (1 + low / bend)² = 1 + range / bend. Where `low` is
/// no smaller than half of the range, it stays close to a line.
fn bend(low: f64, range: f64) -> f64 {
    let rest = range - 2.0 * low;
    let bend = if rest > 0.0 { low * low / rest } else { range };
    bend.clamp(SHARPEST * range, range)
}

#[cfg(test)]
mod tests {
    use ndarray::Array2;

    use super::*;

    fn tone(values: &[f64]) -> Tone {
        let values = Array2::from_shape_vec((1, values.len()), values.to_vec()).unwrap();
        Tone::of(Field {
            values: values.view(),
            x: [0.0, 1.0],
            y: [0.0, 1.0],
        })
    }

    #[test]
    fn rises_from_0_at_the_lowest_to_1_at_the_highest() {
        let tone = tone(&[0.0, 0.1, 0.2, 0.9, 1.0]);
        let steps: Vec<f64> = (0..=100).map(|i| tone.at(f64::from(i) / 100.0)).collect();
        assert_eq!(steps[0], 0.0);
        assert_eq!(steps[100], 1.0);
        assert!(steps.windows(2).all(|pair| pair[0] < pair[1]));
        assert_eq!(tone.at(-1.0), 0.0);
        assert_eq!(tone.at(f64::INFINITY), 1.0);
        assert!(tone.at(f64::NAN).is_nan());
    }

    /// An error that is nowhere 0 has the tones of what is above its lowest.
    #[test]
    fn a_tone_does_not_depend_on_how_high_all_values_are() {
        let values: Vec<f64> = (0..200).map(|i| (f64::from(i) / 20.0).exp()).collect();
        let near_zero = tone(&values);
        for height in [-3000.0, 5.0, 1e5] {
            let raised: Vec<f64> = values.iter().map(|value| value + height).collect();
            let raised = tone(&raised);
            for value in &values {
                let (found, expected) = (raised.at(value + height), near_zero.at(*value));
                assert!((found - expected).abs() < 1e-6, "{value} at {height}");
            }
        }
    }

    #[test]
    fn a_value_comes_back_from_its_tone() {
        let tone = tone(&[1.0, 1.5, 2.0, 7.0, 40.0]);
        for value in [1.0, 1.01, 1.7, 3.0, 39.0, 40.0] {
            approx::assert_relative_eq!(
                tone.value(tone.at(value)).unwrap(),
                value,
                max_relative = 1e-12
            );
        }
    }

    #[test]
    fn two_plateaus_of_equal_area_share_the_tones() {
        // 50 values near 0.4 and 50 near 0.8; the basin at 0 has one value.
        let mut values = vec![0.0];
        values.extend((0..50).map(|i| 0.4 + 1e-3 * f64::from(i)));
        values.extend((0..50).map(|i| 0.8 + 1e-3 * f64::from(i)));
        let tone = tone(&values);
        for (from, to) in [(0.4, 0.449), (0.8, 0.849)] {
            let spent = tone.at(to) - tone.at(from);
            // Half of what the ranks decide, and a little for the height.
            assert!((0.2..0.35).contains(&spent), "{spent}");
        }
    }

    #[test]
    fn the_lowest_twentieth_has_half_of_the_tones_of_height() {
        // 1000 values, 50 of them below 0.01, the others from there to 1.
        let low = (0..50).map(|i| 2e-4 * f64::from(i));
        let high = (0..950).map(|i| 0.01 + 0.99 * f64::from(i) / 949.0);
        let tone = tone(&low.chain(high).collect::<Vec<f64>>());
        let expected = RANK * LOWEST + (1.0 - RANK) * 0.5;
        approx::assert_abs_diff_eq!(tone.at(0.01), expected, epsilon = 0.01);
    }

    /// At first sight: where descents stand still is told from where they arrive.
    #[test]
    fn a_plateau_of_the_lecture_is_no_valley() {
        use backprop::{Experiment, Goal};
        use lessons::Fact;

        use crate::{Plane, Surface};

        // Where the lessons and the facts have runs that stand still.
        for (fact, places) in [
            (Fact::Plateau, &[[8.0, 8.0], [8.0, -8.0], [6.0, 6.0]][..]),
            (Fact::FourMinima, &[[8.0, 8.0], [8.0, 4.0]]),
            (Fact::Mirror, &[[6.0, 6.0], [-6.0, -6.0]]),
            (Fact::Valley, &[[5.0, 5.0], [-5.0, 5.0]]),
        ] {
            let experiment = Experiment::parse(fact.document()).unwrap();
            let problem = experiment.problem();
            let plane = Plane::of_view(&experiment);
            let mut surface = Surface::on_plane(problem, plane.clone(), [129, 129]).unwrap();
            surface.fill(problem, usize::MAX);
            let tone = Tone::of(surface.error());
            let goal = Goal::new(&experiment, experiment.best_known_error()).error;
            let arrived = tone.at(goal);
            assert!(arrived < 0.2, "{fact:?}: {arrived}");
            for &place in places {
                let stands = tone.at(problem.gradient(&plane.at(place)).0);
                assert!(
                    stands > arrived + 0.2,
                    "{fact:?} {place:?}: {stands}, {arrived}"
                );
            }
        }
    }

    #[test]
    fn one_value_and_rounding_around_it_are_constant() {
        for values in [vec![], vec![2.0], vec![2.0; 9], vec![2.0, 2.0 + 1e-15]] {
            let tone = tone(&values);
            assert!(tone.is_constant());
            assert_eq!(tone.value(0.5), None);
            assert_eq!(tone.at(2.0), 1.0);
        }
    }

    #[test]
    fn gaps_do_not_count() {
        let with_gaps = tone(&[0.0, f64::NAN, 1.0, f64::INFINITY, 2.0]);
        assert_eq!(with_gaps, tone(&[0.0, 1.0, 2.0]));
    }
}
