//! Numbers along an axis.

/// How an axis runs through the numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Scale {
    /// Evenly, from a number to a greater one.
    Linear(f64, f64),
    /// Evenly in the logarithm, from a positive number to a greater one; as long as the logarithm of
    /// their ratio. See [`Scale::log`].
    Log(f64, f64, f64),
}

impl Scale {
    /// Evenly in the logarithm, from a positive number to a greater one.
    pub(crate) fn log(from: f64, to: f64) -> Scale {
        Scale::Log(from, to, (to / from).ln())
    }

    /// Where a number is: 0 at the start of the axis, 1 at its end, beyond them outside.
    pub(crate) fn part(self, value: f64) -> f64 {
        match self {
            Scale::Linear(from, to) => (value - from) / (to - from),
            Scale::Log(from, _, length) => (value / from).ln() / length,
        }
    }

    /// The number at a part of the axis.
    pub(crate) fn value(self, part: f64) -> f64 {
        match self {
            // Two products, so that both ends come out exactly.
            Scale::Linear(from, to) => from * (1.0 - part) + to * part,
            Scale::Log(from, _, length) => from * (part * length).exp(),
        }
    }
}

impl Scale {
    /// From the start to the end, in what the axis counts in.
    pub(crate) fn length(self) -> f64 {
        match self {
            Scale::Linear(from, to) => to - from,
            Scale::Log(_, _, length) => length,
        }
    }

    /// The same axis begun earlier, so that its former start is at `part`.
    pub(crate) fn with_floor(self, part: f64) -> Scale {
        let part = part.clamp(0.0, 0.5);
        match self {
            Scale::Linear(_, to) => Scale::Linear(self.value(-part / (1.0 - part)), to),
            Scale::Log(_, to, _) => Scale::log(self.value(-part / (1.0 - part)), to),
        }
    }
}
