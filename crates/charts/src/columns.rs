//! Lines with many more points than the picture has columns of pixels.

/// A number and the step that it belongs to.
pub(crate) type Sample = (usize, f64);

/// A line over steps that grows at its end, with at most four samples a column of pixels: the
/// first, the lowest, the highest and the last. It covers the same pixels on any rising scale. NaN
/// still interrupts it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Columns {
    /// Columns to a step.
    pace: f64,
    /// Samples that were looked at.
    seen: usize,
    /// Of the columns that are full.
    samples: Vec<Sample>,
    open: Option<Column>,
}

impl Columns {
    /// An empty line, whose first `steps` steps are `width` pixels wide.
    pub(crate) fn new(steps: usize, width: f64) -> Columns {
        Columns {
            pace: width / steps.max(1) as f64,
            seen: 0,
            samples: Vec::new(),
            open: None,
        }
    }

    /// Goes on to the end of `values`, of which those that were there before are what they were.
    pub(crate) fn follow(&mut self, values: &[f64]) {
        for (step, &value) in values.iter().enumerate().skip(self.seen) {
            let number = (step as f64 * self.pace).floor();
            match &mut self.open {
                Some(open) if open.number == number && !value.is_nan() => open.add((step, value)),
                _ => {
                    let full = self.open.take();
                    self.samples.extend(full.iter().flat_map(Column::samples));
                    if value.is_nan() {
                        self.samples.push((step, value));
                    } else {
                        self.open = Some(Column::new(number, (step, value)));
                    }
                }
            }
        }
        self.seen = self.seen.max(values.len());
    }

    /// The samples, in order.
    pub(crate) fn samples(&self) -> impl Iterator<Item = Sample> {
        let open = self.open.iter().flat_map(Column::samples);
        self.samples.iter().copied().chain(open)
    }
}

/// The samples in one column of pixels.
#[derive(Clone, Debug, PartialEq)]
struct Column {
    number: f64,
    first: Sample,
    lowest: Sample,
    highest: Sample,
    last: Sample,
}

impl Column {
    fn new(number: f64, only: Sample) -> Column {
        Column {
            number,
            first: only,
            lowest: only,
            highest: only,
            last: only,
        }
    }

    fn add(&mut self, sample: Sample) {
        self.last = sample;
        if sample.1 < self.lowest.1 {
            self.lowest = sample;
        }
        if sample.1 > self.highest.1 {
            self.highest = sample;
        }
    }

    fn samples(&self) -> impl Iterator<Item = Sample> {
        let (mut one, mut other) = (self.lowest, self.highest);
        if one.0 > other.0 {
            (one, other) = (other, one);
        }
        let samples = [self.first, one, other, self.last];
        let isnt_told = move |index: usize| index == 0 || samples[index].0 != samples[index - 1].0;
        (0..4)
            .filter(move |&index| isnt_told(index))
            .map(move |index| samples[index])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn thinned(values: &[f64], width: f64) -> Vec<Sample> {
        let mut columns = Columns::new(values.len() - 1, width);
        columns.follow(values);
        columns.samples().collect()
    }

    #[test]
    fn few_samples_stay_as_they_are() {
        assert_eq!(
            thinned(&[1.0, 5.0, 2.0], 20.0),
            [(0, 1.0), (1, 5.0), (2, 2.0)]
        );
    }

    #[test]
    fn a_swing_in_one_column_keeps_its_ends() {
        let swing: Vec<f64> = (0..100_000).map(|i| f64::from((i * 7 + 3) % 11)).collect();
        let thin = thinned(&swing, 0.9);
        assert_eq!(thin.len(), 4);
        let heights = |find: fn(f64, f64) -> f64| thin.iter().map(|p| p.1).reduce(find);
        assert_eq!(heights(f64::min), Some(0.0));
        assert_eq!(heights(f64::max), Some(10.0));
        assert_eq!([thin[0].0, thin[3].0], [0, 99_999]);
    }

    #[test]
    fn gaps_stay() {
        let thin = thinned(&[1.0, f64::NAN, 3.0], 0.9);
        assert_eq!(thin.len(), 3);
        assert!(thin[1].1.is_nan());
    }

    #[test]
    fn a_line_that_grows_is_the_line_that_is_there_at_once() {
        let mut values: Vec<f64> = (0..5000)
            .map(|i| (f64::from(i) * 0.37).sin() / f64::from(1 + i))
            .collect();
        values[1234] = f64::NAN;
        values[1235] = f64::INFINITY;
        let mut growing = Columns::new(4999, 250.0);
        for end in [0, 1, 2, 17, 900, 1234, 1235, 1236, 4999, 5000, 5000] {
            growing.follow(&values[..end]);
            let mut at_once = Columns::new(4999, 250.0);
            at_once.follow(&values[..end]);
            let told = |columns: &Columns| format!("{:?}", columns.samples().collect::<Vec<_>>());
            assert_eq!(told(&growing), told(&at_once));
        }
        assert!(growing.samples().count() <= 4 * 251 + 1);
    }
}
