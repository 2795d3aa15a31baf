//! No caption can be false: every number in it is computed here, and so is every verdict.
#![allow(clippy::unwrap_used, reason = "a test says what it expects")]

use backprop::{Experiment, Kind, Run, SamplePass};
use lessons::{Beat, Claim, Focus, LESSONS, Quantity, Scene, chain};
use words::{languages, lessons};

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

/// A number as written in a caption, and half a unit of its last digit.
fn read(text: &str) -> (f64, f64) {
    let (mantissa, power) = text.split_once(" × 10").unwrap_or((text, "⁰"));
    let exponent: String = power.chars().filter_map(lowered).collect();
    let scale = 10_f64.powi(exponent.parse().unwrap());
    let digits = mantissa.split_once('.').map_or(0, |(_, after)| after.len());
    let value: f64 = mantissa.replace('−', "-").parse().unwrap();
    let half = 0.5000001 * 10_f64.powi(-(digits as i32));
    (value * scale, half * scale)
}

/// A raised sign as a plain one.
fn lowered(raised: char) -> Option<char> {
    let place = "⁻⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|c| c == raised)?;
    "-0123456789".chars().nth(place)
}

/// The numbers in a caption: the digits, the minus that stands right before them, and the power of
/// ten behind them.
fn numbers(caption: &str) -> Vec<String> {
    let letters: Vec<char> = caption.chars().collect();
    let mut found = Vec::new();
    let mut i = 0;
    while i < letters.len() {
        if !letters[i].is_ascii_digit() {
            i += 1;
            continue;
        }
        let begin = i;
        while i < letters.len() && (letters[i].is_ascii_digit() || letters[i] == '.') {
            i += 1;
        }
        let digits: String = letters[begin..i].iter().collect();
        let mut number = digits.trim_end_matches('.').to_owned();
        if begin > 0 && letters[begin - 1] == '−' {
            number.insert(0, '−');
        }
        let rest: String = letters[i..].iter().collect();
        if let Some(power) = rest.strip_prefix(" × 10") {
            let raised: String = power
                .chars()
                .take_while(|&c| lowered(c).is_some())
                .collect();
            if !raised.is_empty() {
                number.push_str(&format!(" × 10{raised}"));
                i += " × 10".chars().count() + raised.chars().count();
            }
        }
        found.push(number);
    }
    found
}

/// Names that contain digits without stating anything.
fn without_names(caption: &str) -> String {
    ["2-2-1", "1-1-1", "1番目"]
        .iter()
        .fold(caption.to_owned(), |text, name| text.replace(name, ""))
}

/// What is false in the claims of a beat.
fn falsehoods(beat: &Beat) -> Vec<String> {
    let computed = Computed::of(&beat.scene);
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
    beat.claims.iter().filter_map(false_claim).collect()
}

/// Where a caption says another thing than the claims of its beat.
fn departures(beat: &Beat, caption: &str) -> Vec<String> {
    let claims = beat.claims.iter().filter_map(|claim| match claim {
        Claim::Shows(text, _) => Some(*text),
        _ => None,
    });
    let claimed: Vec<&str> = claims.collect();
    let shown = numbers(&without_names(caption));
    let unbacked = shown
        .iter()
        .filter(|number| !claimed.contains(&number.as_str()))
        .map(|number| format!("nothing backs {number} in: {caption}"));
    let unwritten = claimed
        .iter()
        .filter(|text| !shown.iter().any(|number| number == *text))
        .map(|text| format!("{text} is claimed but not written in: {caption}"));
    unbacked.chain(unwritten).collect()
}

#[test]
fn every_number_and_verdict_in_a_caption_is_true() {
    let mut all = Vec::new();
    for lesson in &LESSONS {
        for (index, beat) in lesson.beats.iter().enumerate() {
            let place = format!("{}, beat {}", lesson.id, index + 1);
            let found = falsehoods(beat).into_iter();
            all.extend(found.map(|text| format!("{place}: {text}")));
        }
    }
    assert!(all.is_empty(), "\n{}", all.join("\n"));
}

#[test]
fn every_language_writes_the_numbers_that_are_computed() {
    let mut all = Vec::new();
    for language in languages() {
        let words = lessons(&language);
        for lesson in &LESSONS {
            let captions = &words[lesson.id].captions;
            assert_eq!(
                captions.len(),
                lesson.beats.len(),
                "{language}: {}",
                lesson.id
            );
            for (index, (beat, caption)) in lesson.beats.iter().zip(captions).enumerate() {
                let place = format!("{language}, {}, beat {}", lesson.id, index + 1);
                let found = departures(beat, caption).into_iter();
                all.extend(found.map(|text| format!("{place}: {text}")));
            }
        }
    }
    assert!(all.is_empty(), "\n{}", all.join("\n"));
}

/// What makes the last beat of "Deeper is worse" true beyond its numbers.
#[test]
fn in_the_deep_chain_only_the_weights_at_the_output_move() {
    let experiment = chain(backprop::Activation::Logistic, 10).unwrap();
    let run = experiment.run();
    let moved: Vec<f64> = run
        .record
        .last_weights()
        .iter()
        .zip(experiment.start())
        .map(|(end, start)| (end - start).abs())
        .collect();
    assert!(moved[0] < 1e-4, "{moved:?}");
    assert!(moved[10] > 0.5, "{moved:?}");
}

/// All seven verdicts but none by accident: the lecture shows each of them.
#[test]
fn the_lecture_shows_every_verdict() {
    let shown: Vec<Kind> = LESSONS
        .iter()
        .flat_map(|lesson| lesson.beats)
        .flat_map(|beat| beat.claims)
        .filter_map(|claim| match claim {
            Claim::Ends(kind) => Some(*kind),
            _ => None,
        })
        .collect();
    for kind in Kind::ALL {
        assert!(shown.contains(&kind), "{}", kind.name());
    }
}
