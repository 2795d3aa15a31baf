//! The numbers that a map tells of its starts.

use backprop::Fate;

use crate::contours::Contour;
use crate::field::Field;
use crate::levels::{levels, power_marks};
use crate::tone::Tone;

/// A number that a map tells of each start, in place of its verdict.
///
/// ```
/// use landscape::Told;
/// assert_eq!(Told::ALL.map(Told::name), ["steps", "error", "norm", "sensitivity"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// Its steps until it is within the goal to stay; none where it is not.
    Steps,
    /// E at the end; none where that is not finite.
    Error,
    /// log₁₀ ‖∂E/∂w‖ at the start.
    Norm,
    /// log₁₀ of how much its end depends on it ([`crate::FateMap::sensitivities`]).
    Sensitivity,
}

impl Told {
    /// Each of them.
    pub const ALL: [Told; 4] = [Told::Steps, Told::Error, Told::Norm, Told::Sensitivity];

    /// Its name in links and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Told::Steps => "steps",
            Told::Error => "error",
            Told::Norm => "norm",
            Told::Sensitivity => "sensitivity",
        }
    }

    /// What a key of it is headed by.
    pub fn symbol(self) -> &'static str {
        match self {
            Told::Steps => "n",
            Told::Error => "E",
            Told::Norm => "lg‖g‖",
            Told::Sensitivity => "lgS",
        }
    }

    /// The number of a fate, NaN where there is none. `sensitivity` is that of the same start.
    pub fn of(self, fate: &Fate, sensitivity: f64) -> f64 {
        match self {
            Told::Steps => fate.steps_to_goal.map_or(f64::NAN, |steps| steps as f64),
            Told::Error => fate.error,
            Told::Norm => fate.gradient_norm_at_start.log10(),
            Told::Sensitivity => sensitivity,
        }
    }

    /// The tones of the numbers of a map.
    pub fn tone(self, numbers: Field<'_>) -> Tone {
        match self {
            Told::Sensitivity => Tone::of_powers(),
            Told::Steps | Told::Error => Tone::of(numbers).beside_gaps(),
            Told::Norm => Tone::of(numbers),
        }
    }

    /// Heights to mark in its key, as contours without lines.
    pub fn marks(self, tone: &Tone) -> Vec<Contour> {
        let mut heights = match self {
            Told::Sensitivity => power_marks().to_vec(),
            _ => levels(tone),
        };
        if self == Told::Steps {
            // There are no parts of a step.
            heights
                .iter_mut()
                .for_each(|height| *height = height.round());
            heights.dedup();
        }
        let mark = |level| Contour {
            level,
            lines: Vec::new(),
        };
        heights.into_iter().map(mark).collect()
    }
}
