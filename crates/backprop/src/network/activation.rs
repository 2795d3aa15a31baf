//! f and f′.

use crate::number::Real;

/// The function f that turns the net input of a unit into its output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Activation {
    /// 1 / (1 + e⁻ˣ), between 0 and 1; f′ is at most 1/4.
    Logistic,
    /// tanh x, between −1 and 1; f′ is at most 1.
    Tanh,
    /// x
    Identity,
    /// max(0, x), with f′(0) = 0.
    Relu,
}

impl Activation {
    /// Every activation, in the order in which a chooser lists them.
    pub const ALL: [Activation; 4] = [
        Activation::Logistic,
        Activation::Tanh,
        Activation::Identity,
        Activation::Relu,
    ];

    /// Its name in an experiment's document.
    pub fn name(self) -> &'static str {
        match self {
            Activation::Logistic => "logistic",
            Activation::Tanh => "tanh",
            Activation::Identity => "identity",
            Activation::Relu => "relu",
        }
    }

    /// The activation of that name.
    pub fn from_name(name: &str) -> Option<Activation> {
        Activation::ALL.into_iter().find(|f| f.name() == name)
    }

    /// The largest value of f′: 1/4 for the logistic function, 1 for the others.
    pub fn greatest_slope(self) -> f64 {
        match self {
            Activation::Logistic => 0.25,
            Activation::Tanh | Activation::Identity | Activation::Relu => 1.0,
        }
    }

    /// Whether f has no second derivative at `x`.
    pub fn has_kink_at(self, x: f64) -> bool {
        self == Activation::Relu && x == 0.0
    }

    /// (f(x), f′(x)).
    ///
    /// f′ is not computed from the rounded output, as o (1 − o) or 1 − o² would be: far out on
    /// the tail 1 − o has lost its digits, and the tail is what vanishing gradients are about.
    /// Both values come from one exponential t = u/v and one division, and keep full relative
    /// precision until t leaves the range of normal numbers at |x| ≈ 708, where f′ becomes 0.
    /// tanh is exactly odd, and f′ exactly even.
    #[inline(always)]
    pub fn output_and_slope<R: Real>(self, x: R) -> (R, R) {
        let one = R::from_f64(1.0);
        match self {
            Activation::Logistic => {
                // t = e^(−|x|): f(|x|) = 1 / (1 + t) = v / (u + v), f(−|x|) = 1 − f(|x|)
                let t = x.magnitude().decay();
                let r = one / (t.over + t.under);
                let (less, more) = (t.over * r, t.under * r);
                (x.if_positive(more, less), less * more)
            }
            Activation::Tanh => {
                // t = e^(−2|x|): tanh |x| = (1 − t) / (1 + t) and f′ = 4 t / (1 + t)²
                let a = x.magnitude();
                let t = (a + a).decay();
                let r = one / (t.over + t.under);
                let slope = R::from_f64(4.0) * ((t.over * r) * (t.under * r));
                ((t.gap * r).with_sign_of(x), slope)
            }
            Activation::Identity => (x, one),
            Activation::Relu => {
                let zero = R::from_f64(0.0);
                // Asked of −x, so that a NaN stays one.
                ((-x).if_positive(zero, x), x.if_positive(one, zero))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logistic_and_tanh_agree_with_their_definitions() {
        for i in -400..=400 {
            let x = f64::from(i) * 0.05;
            let (o, slope) = Activation::Logistic.output_and_slope(x);
            assert!((o - 1.0 / (1.0 + (-x).exp())).abs() < 2e-16 * 4.0, "{x}");
            let denominator = 2.0 + 2.0 * x.cosh();
            assert!((slope * denominator - 1.0).abs() < 4e-15, "{x}");

            let (o, slope) = Activation::Tanh.output_and_slope(x);
            assert!(
                (o - x.tanh()).abs() < 1e-15 * x.tanh().abs() + 1e-300,
                "{x}"
            );
            assert!((slope * x.cosh().powi(2) - 1.0).abs() < 4e-15, "{x}");
        }
    }

    #[test]
    fn the_tail_is_flat_but_not_zero() {
        let (o, slope) = Activation::Logistic.output_and_slope(50.0_f64);
        assert_eq!(o, 1.0);
        assert!((slope / (-50.0_f64).exp() - 1.0).abs() < 1e-14);
    }

    #[test]
    fn relu_has_no_slope_at_its_kink() {
        assert_eq!(Activation::Relu.output_and_slope(0.0), (0.0, 0.0));
        assert_eq!(Activation::Relu.output_and_slope(-1.5), (0.0, 0.0));
        assert_eq!(Activation::Relu.output_and_slope(1.5), (1.5, 1.0));
        assert!(Activation::Relu.output_and_slope(f64::NAN).0.is_nan());
    }

    #[test]
    fn names_lead_back_to_their_activations() {
        for f in Activation::ALL {
            assert_eq!(Activation::from_name(f.name()), Some(f));
        }
        assert_eq!(Activation::from_name("sigmoid"), None);
    }
}
