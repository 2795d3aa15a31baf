//! Numbers along a logarithmic scale, for bars.

/// Positive numbers on a logarithmic scale that ends at whole powers of ten.
#[derive(Clone, Debug, PartialEq)]
pub struct LogScale {
    /// Power of ten at its lower end.
    pub from: i32,
    /// Power of ten at its upper end.
    pub to: i32,
    /// Where each number stands, from 0 (lower end, and below) to 1.
    pub shares: Vec<f64>,
}

impl LogScale {
    /// A scale that reaches from 10^`from` to 10^`to`, and further where `values` need it, but not
    /// below 10^−16 of its upper end. What is not finite stands at the upper end.
    pub fn new(values: &[f64], from: i32, to: i32) -> LogScale {
        let logs = || values.iter().map(|value| value.abs().log10());
        let finite = || logs().filter(|log| log.is_finite());
        let to = finite().fold(f64::from(to), |end, log| end.max(log.ceil()));
        let from = finite().fold(f64::from(from), |end, log| end.min(log.floor()));
        let from = from.max(to - 16.0);
        let shares = logs().map(|log| {
            if log.is_nan() || log == f64::INFINITY {
                1.0
            } else {
                ((log - from) / (to - from)).clamp(0.0, 1.0)
            }
        });
        LogScale {
            from: from as i32,
            to: to as i32,
            shares: shares.collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_scale_reaches_to_its_numbers() {
        let scale = LogScale::new(&[1e-4, 0.0, f64::INFINITY], -8, 0);
        assert_eq!((scale.from, scale.to), (-8, 0));
        assert_eq!(scale.shares, [0.5, 0.0, 1.0]);
        let wider = LogScale::new(&[2e-10, 300.0], -8, 0);
        assert_eq!((wider.from, wider.to), (-10, 3));
        assert_eq!(LogScale::new(&[1e-40], -8, 0).from, -16);
    }
}
