//! A table of runs, to the bit: every activation, loss and rule, on networks and data sets of several
//! shapes. It is made natively, and held on every platform.

use std::fmt::Write;

use backprop::{Activation, Experiment, Goal, Loss, Reason, TextError};
use serde_json::{Value, json};

/// The table as it was made.
pub(crate) const MADE: &str = include_str!("table.txt");

/// Layers and whether there are biases: one unit, one hidden layer, several outputs, rows that fill
/// lanes and rows that do not, and a deep chain.
const SHAPES: [(&[usize], bool); 6] = [
    (&[1, 1], false),
    (&[2, 1], true),
    (&[2, 3, 1], true),
    (&[3, 4, 2, 3], false),
    (&[4, 16, 5], true),
    (&[1, 1, 1, 1, 1, 1], true),
];

/// Samples: fewer than lanes, as many, more, and not a multiple.
const SAMPLES: [usize; 4] = [1, 4, 7, 18];

const STEPS: usize = 60;
/// Starts side by side: one lane more than there are.
const STARTS: usize = 9;

/// The names of all rules, as a document without one is told them.
pub(crate) fn rules() -> Vec<&'static str> {
    let shape = (&[1, 1][..], false);
    let document = document(Activation::Tanh, Loss::default(), "", shape, 1);
    match Experiment::parse(&document.to_string()) {
        Err(TextError::Experiment(refused)) => match refused.reason {
            Reason::NotOneOf { allowed, .. } => allowed,
            other => unreachable!("{other}"),
        },
        other => unreachable!("{other:?}"),
    }
}

/// A number from 0 to 1, as one as another.
fn part(k: usize) -> f64 {
    (k * 7919 % 1000) as f64 / 1000.0
}

fn document(
    activation: Activation,
    loss: Loss,
    rule: &str,
    (layers, bias): (&[usize], bool),
    samples: usize,
) -> Value {
    let rows = |width: usize, salt: usize, scale: f64, least: f64| -> Vec<Vec<f64>> {
        let row = |s: usize| {
            (0..width)
                .map(|u| least + scale * part(salt + 31 * s + u))
                .collect()
        };
        (0..samples).map(row).collect()
    };
    let last = layers.len() - 1;
    let names = vec![activation.name(); last];
    let (inputs, targets) = (
        rows(layers[0], 3, 4.0, -2.0),
        rows(layers[last], 17, 0.8, 0.1),
    );
    let scheme = ["uniform", "normal", "xavier", "he"][samples % 4];
    json!({
        "layers": layers,
        "activations": names,
        "bias": bias,
        "inputs": inputs,
        "targets": targets,
        "loss": loss.name(),
        "init": {"scheme": scheme, "scale": 1, "seed": samples},
        "rule": {"name": rule, "rate": 0.07},
        "steps": STEPS,
    })
}

/// FNV-1a over the bits of numbers, whichever NaN one is.
fn sum(numbers: impl IntoIterator<Item = f64>) -> u64 {
    numbers
        .into_iter()
        .map(bits)
        .flat_map(u64::to_le_bytes)
        .fold(0xcbf2_9ce4_8422_2325, |sum, byte| {
            (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        })
}

fn bits(x: f64) -> u64 {
    if x.is_nan() { f64::NAN } else { x }.to_bits()
}

/// What one experiment comes to: E at the start and the end and ‖g‖ at the end as bits, sums over all
/// weights of the path, over what becomes of nine starts, and of the smallest error that a search finds.
fn line(experiment: &Experiment) -> String {
    let known = experiment.clone().with_best_error(0.0);
    let run = known.run();
    let record = &run.record;
    let last = record.steps();
    let path = (0..=last).flat_map(|step| record.weights(step).to_vec());
    let fates = known.fates(Goal::new(&known, 0.0), STARTS, &mut |number, start| {
        start.weights[0] = number as f64 - 4.0;
    });
    let fates = fates.iter().flat_map(|fate| {
        let numbers = [fate.error, fate.gradient_norm_at_start];
        let steps = fate.steps_to_goal.map_or(-1.0, |steps| steps as f64);
        [
            fate.kind as u8 as f64,
            fate.steps as f64,
            steps,
            numbers[0],
            numbers[1],
        ]
    });
    let small = experiment.problem().samples().count() * experiment.start().len() < 60;
    let best = if small {
        bits(experiment.best_known_error())
    } else {
        0
    };
    format!(
        "{:016x} {:016x} {:016x} {:016x} {:016x} {best:016x} {}",
        bits(record.errors()[0]),
        bits(record.errors()[last]),
        bits(record.gradient_norms()[last]),
        sum(path),
        sum(fates),
        run.verdict.kind.name(),
    )
}

/// Batches: in the given order, not all of them whole, and shuffled.
fn batches() -> [Value; 2] {
    [
        json!({"size": 4, "order": "given"}),
        json!({"size": 3, "order": "shuffled", "seed": 5}),
    ]
}

/// The table as it comes out here, a line for each experiment.
pub(crate) fn table() -> String {
    let mut table = String::new();
    for &activation in Activation::ALL {
        for &loss in Loss::ALL {
            for rule in rules() {
                for shape in SHAPES {
                    for samples in SAMPLES {
                        let document = document(activation, loss, rule, shape, samples);
                        let name = format!(
                            "{} {} {} {:?} {} {samples}",
                            activation.name(),
                            loss.name(),
                            rule,
                            shape.0,
                            if shape.1 { "biases" } else { "no biases" },
                        );
                        add(&mut table, &name, &document);
                        if activation == Activation::Logistic && samples == 7 {
                            for batch in batches() {
                                let mut document = document.clone();
                                let order = batch["order"].as_str().unwrap_or_default();
                                let name = format!("{name} {order}");
                                document["batch"] = batch;
                                add(&mut table, &name, &document);
                            }
                        }
                    }
                }
            }
        }
    }
    table
}

/// Some losses are not for all activations: these have no line.
fn add(table: &mut String, name: &str, document: &Value) {
    if let Ok(experiment) = Experiment::parse(&document.to_string()) {
        writeln!(table, "{name}: {}", line(&experiment)).unwrap_or_default();
    }
}

/// Holds the table that comes out here against the one that was made.
#[track_caller]
pub(crate) fn assert_made() {
    let table = table();
    for (found, made) in table.lines().zip(MADE.lines()) {
        assert_eq!(found, made);
    }
    assert_eq!(table.lines().count(), MADE.lines().count());
}
