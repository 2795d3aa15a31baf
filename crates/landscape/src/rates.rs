//! Learning rates along an axis.

/// Binary digits of a place along the axis that count: as many as a float has.
const DIGITS: usize = 53;

/// Learning rates from `from` to `to`, evenly spaced in their logarithm.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rates {
    /// The least, above 0.
    pub from: f64,
    /// The greatest, above `from`.
    pub to: f64,
}

impl Rates {
    /// What a map shows at first.
    pub const DEFAULT: Rates = Rates {
        from: 0.01,
        to: 100.0,
    };
    /// The least rate of any axis.
    pub const LEAST: f64 = 1e-150;
    /// The greatest one.
    pub const GREATEST: f64 = 1e150;
    /// The shortest axis: its end as a multiple of its beginning.
    pub const SHORTEST: f64 = 1.0 + 1e-9;

    /// Whether it is an axis: it runs upwards between rates that there are, and is not too short to tell
    /// rates apart.
    ///
    /// ```
    /// use landscape::Rates;
    /// assert!(Rates::DEFAULT.is_axis());
    /// assert!(!Rates { from: 0.0, to: 1.0 }.is_axis());
    /// assert!(!Rates { from: 1.0, to: 1.0 }.is_axis());
    /// ```
    pub fn is_axis(self) -> bool {
        self.from >= Rates::LEAST
            && self.to <= Rates::GREATEST
            && self.to >= self.from * Rates::SHORTEST
    }

    /// The rate at a part of the axis, from 0 to 1.
    ///
    /// By square roots alone, which are the same to the last bit on every machine, as powers are not.
    ///
    /// ```
    /// use landscape::Rates;
    /// let rates = Rates { from: 0.01, to: 100.0 };
    /// assert_eq!([rates.at(0.0), rates.at(1.0)], [0.01, 100.0]);
    /// assert!((rates.at(0.25) - 0.1).abs() < 1e-15 && (rates.at(0.5) - 1.0).abs() < 1e-14);
    /// ```
    pub fn at(self, part: f64) -> f64 {
        if part >= 1.0 {
            return self.to;
        }
        let (mut rate, mut root, mut left) = (self.from, self.to / self.from, part);
        for _ in 0..DIGITS {
            root = root.sqrt();
            left *= 2.0;
            if left >= 1.0 {
                left -= 1.0;
                rate *= root;
            }
        }
        rate
    }

    /// Where a rate is on the axis: 0 at its beginning, 1 at its end.
    pub fn part(self, rate: f64) -> f64 {
        (rate / self.from).ln() / (self.to / self.from).ln()
    }

    /// The axis brought nearer to one of its rates, which stays where it is; `factor` is the new length as
    /// a part of the present one.
    ///
    /// ```
    /// use landscape::Rates;
    /// let near = Rates { from: 0.01, to: 100.0 }.zoomed(1.0, 0.5);
    /// assert!((near.from - 0.1).abs() < 1e-12 && (near.to - 10.0).abs() < 1e-12);
    /// ```
    #[must_use]
    pub fn zoomed(self, at: f64, factor: f64) -> Rates {
        let end = |end: f64| at * (end / at).powf(factor);
        Rates {
            from: end(self.from),
            to: end(self.to),
        }
    }

    /// The axis, longer where it does not hold a rate.
    #[must_use]
    pub fn reaching(self, rate: f64) -> Rates {
        Rates {
            from: self.from.min(0.5 * rate).max(Rates::LEAST),
            to: self.to.max(2.0 * rate).min(Rates::GREATEST),
        }
    }

    /// The axis moved by a part of its length.
    #[must_use]
    pub fn moved(self, part: f64) -> Rates {
        let factor = (self.to / self.from).powf(part);
        Rates {
            from: self.from * factor,
            to: self.to * factor,
        }
    }
}
