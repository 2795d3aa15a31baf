//! What is claimed of a scene, held against its computation.

use backprop::{Experiment, Kind, Run, SamplePass};
use lessons::{Claim, Focus, Quantity, Scene, chain};

use crate::numbers::read;

/// The scene of one beat, trained.
struct Computed {
    experiment: Experiment,
    run: Run,
    pass: SamplePass,
    target: Vec<f64>,
}

impl Computed {
    fn of(scene: &Scene) -> Computed {
        let experiment = scene.experiment().unwrap();
        let sample = match scene.focus {
            Focus::Walk { sample, .. } | Focus::Chain { sample, .. } => sample,
            Focus::Picture | Focus::Rates | Focus::Layers => 0,
        };
        let problem = experiment.problem();
        let pass = problem.pass(experiment.start(), sample).unwrap();
        let (_, target) = problem.samples().get(sample).unwrap();
        Computed {
            target: target.to_vec(),
            pass,
            run: experiment.run(),
            experiment,
        }
    }

    fn gradient_at_start(&self) -> Vec<f64> {
        let problem = self.experiment.problem();
        problem.gradient(self.experiment.start()).1
    }

    fn number(&self, quantity: Quantity) -> f64 {
        let record = &self.run.record;
        let verdict = &self.run.verdict;
        let curvature = || verdict.curvature.as_ref().unwrap();
        let stall = || verdict.stall.as_ref().unwrap();
        match quantity {
            Quantity::Error => verdict.error,
            Quantity::ErrorAtStart => record.errors()[0],
            Quantity::GradientNorm => verdict.gradient_norm,
            Quantity::GradientNormAtStart => record.gradient_norms()[0],
            Quantity::Weight(i) => record.last_weights()[i],
            Quantity::WeightAfterAsManyAgain(i) => {
                let steps = 2 * self.experiment.steps();
                let longer = self.experiment.with_steps(steps).unwrap();
                longer.run().record.last_weights()[i]
            }
            Quantity::WeightAfterOneStep(i) => record.weights(1)[i],
            Quantity::WeightBeforeLastStep(i) => record.weights(record.steps() - 1)[i],
            Quantity::RateLimit => 2.0 / curvature().eigenvalues.last().unwrap(),
            Quantity::RateCurvature => curvature().rate_curvature.unwrap(),
            Quantity::NewtonTurns => verdict.bottom.unwrap().turns as f64,
            Quantity::RelativeSlopePercent => 100.0 * verdict.relative_slope.unwrap(),
            Quantity::StepsToLeave => {
                two_digits(verdict.steps_to_leave(self.experiment.steps()).unwrap())
            }
            Quantity::BalancedDelta(i) => stall().balance.unwrap().deltas[i],
            Quantity::Eigenvalue(i) => curvature().eigenvalues[i],
            Quantity::PositiveEigenvalues => {
                curvature().eigenvalues.iter().filter(|&&l| l > 0.0).count() as f64
            }
            Quantity::SmallestFactor => stall().smallest_factor.unwrap().derivative,
            Quantity::NetInput(i) => self.pass.signals.net_input[i],
            Quantity::Output(i) => self.pass.signals.output[i],
            Quantity::Derivative(i) => self.pass.signals.derivative[i],
            Quantity::Delta(i) => self.pass.signals.delta[i],
            Quantity::SampleError => self.pass.error,
            Quantity::Residual(i) => {
                let output = &self.pass.signals.output;
                let first = output.len() - self.target.len();
                output[i] - self.target[i - first]
            }
            Quantity::SampleSlope(i) => self.pass.gradient[i],
            Quantity::GradientAtStart(i) => self.gradient_at_start()[i],
            Quantity::FirstToLast => first_to_last(&self.gradient_at_start()),
            Quantity::FirstToLastOf(activation, hidden) => {
                let experiment = chain(activation, hidden).unwrap();
                first_to_last(&experiment.problem().gradient(experiment.start()).1)
            }
            Quantity::Given(value) => value,
        }
    }
}

fn first_to_last(gradient: &[f64]) -> f64 {
    (gradient[0] / gradient[gradient.len() - 1]).abs()
}

fn two_digits(number: f64) -> f64 {
    format!("{number:.1e}").parse().unwrap()
}

/// What is false in what is claimed of a scene.
pub(crate) fn falsehoods(scene: &Scene, claims: &[Claim]) -> Vec<String> {
    let computed = Computed::of(scene);
    let false_claim = |claim: &Claim| match *claim {
        Claim::Because(cause) => {
            let found = computed.run.verdict.cause;
            (found != Some(cause)).then(|| format!("by {found:?}, not by {}", cause.name()))
        }
        Claim::NoBottom => computed
            .run
            .verdict
            .bottom
            .map(|bottom| format!("there is a bottom: {bottom:?}")),
        Claim::Ends(kind) => {
            let found = computed.run.verdict.kind;
            (found != kind).then(|| format!("ends {}, not {}", found.name(), kind.name()))
        }
        Claim::Shows(text, quantity) => {
            let (shown, half) = read(text);
            let found = computed.number(quantity);
            let is_false = (found - shown).abs() > half;
            is_false.then(|| format!("{quantity:?} is {found}, not {text}"))
        }
    };
    claims.iter().filter_map(false_claim).collect()
}

/// How the run of a scene ends.
pub(crate) fn end(scene: &Scene) -> Kind {
    Computed::of(scene).run.verdict.kind
}
