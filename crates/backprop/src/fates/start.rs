//! Where one of many descents starts.

/// Where one of many descents starts, and how fast it goes.
#[derive(Clone, Debug, PartialEq)]
pub struct Start {
    /// All weights.
    pub weights: Vec<f64>,
    /// ε: finite and above 0.
    pub rate: f64,
}
