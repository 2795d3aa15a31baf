//! The one table of what a link says.

use backprop::limits::{MOST_HIDDEN_LAYERS, MOST_SAMPLES, MOST_STEPS};
use backprop::{Loss, Rule};

use crate::form::Form;
use crate::version::VERSION;

/// Where what a number says is bounded by the experiment alone.
const MOST: usize = u32::MAX as usize;

/// One thing that a link may say.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// How it is called.
    pub name: &'static str,
    /// How it is written and read.
    pub form: Form,
    /// What holds where it is not there, and so is not written; empty where that is the beat's or the
    /// host's to say.
    pub default: &'static str,
}

const fn part(name: &'static str, form: Form, default: &'static str) -> Part {
    Part {
        name,
        form,
        default,
    }
}

/// All parts, in the order in which they are written. `start` to `steps` change the experiment; the
/// others say how the page shows it.
pub const PARTS: &[Part] = &[
    // The version, written by those to come.
    part(
        "v",
        Form::Whole {
            least: 1,
            greatest: VERSION,
        },
        "1",
    ),
    // In place of the beat's: its document, deflated.
    part("experiment", Form::Packed, ""),
    // The weights that become axes of the picture, 0,3, each perhaps with a range, 0:-4:10,3:-8:8.
    // Weights are numbered as in a document, from 0.
    part("axes", Form::Numbers, ""),
    // Initial values: of the weights on the axes, 1,-1, and of others by their number, 5:0.25.
    part("start", Form::Numbers, ""),
    // The update rule and its own numbers, those that are not its defaults.
    part("rule", Form::Word(Rule::NAMES), ""),
    part("momentum", Form::Number, ""),
    part("decay", Form::Number, ""),
    part("beta1", Form::Number, ""),
    part("beta2", Form::Number, ""),
    part("rate", Form::Number, ""),
    part("loss", Form::Word(Loss::NAMES), ""),
    // Samples of a step, 2, and where they are shuffled the seed, 2:7; 0 for all of them.
    part("batch", Form::Numbers, ""),
    part("steps", STEPS, ""),
    // The step that is shown.
    part(
        "at",
        Form::WholeOr {
            least: 0,
            greatest: MOST,
            word: "end",
        },
        "",
    ),
    // What is seen: the beat's, else the picture.
    part(
        "tab",
        Form::Word(&["picture", "network", "layers", "outputs", "problem"]),
        "",
    ),
    // What is looked at in the network, else what the beat lights up. The sample, from 1, or the sum
    // over all.
    part(
        "sample",
        Form::WholeOr {
            least: 1,
            greatest: MOST_SAMPLES,
            word: "sum",
        },
        "",
    ),
    // The stage of the update, from 1: forward through each layer, the error, back to the first layer
    // after the input, the new weights.
    part(
        "stage",
        Form::Whole {
            least: 1,
            greatest: 2 * (MOST_HIDDEN_LAYERS + 2) + 1,
        },
        "",
    ),
    // The unit that was chosen there, 1:0: its layer, the input's being 0, and its place in it, from 0;
    // or the weight, by its number.
    part("unit", Form::Numbers, ""),
    part(
        "weight",
        Form::Whole {
            least: 0,
            greatest: MOST,
        },
        "",
    ),
    // What the picture of two axes shows, or with `rates` that of one; the beat's where none.
    part("mode", Form::Word(MODES), ""),
    // Whether the picture of two axes stands up in three dimensions.
    part("relief", Form::Word(&["yes", "no"]), "no"),
    // The rates of a picture of starts and rates, 0.01:100.
    part("rates", Form::Numbers, ""),
    // What it lies on, and which random directions these are.
    part("plane", Form::Word(&["view", "random", "path"]), "view"),
    part(
        "seed",
        Form::Whole {
            least: 0,
            greatest: MOST,
        },
        "1",
    ),
    // The weights that the random plane was drawn through, all of them; the start where none.
    part("through", Form::Numbers, ""),
    // Of a plane that is no view, how far it is shown, -1:2,-3:4; the whole where none.
    part("ranges", Form::Numbers, ""),
    // Whether a verdict that waits for it has been asked for.
    part("told", Form::Word(&["yes", "no"]), "no"),
    // Whether a beat's caption was left though nothing differs from it.
    part("left", Form::Word(&["yes", "no"]), "no"),
    // Whether the experiment is the reader's own, and no longer the lesson's.
    part("own", Form::Word(&["yes", "no"]), "no"),
    // Runs that stay beside the present one: `rate:0.2,,start:1_-1~rate:0.5,same`.
    part("pins", Form::Runs(OF_RUNS), ""),
    // Thirty starts drawn at once: `uniform,4,7`.
    part("starts", Form::Drawn, ""),
    // The page's, as its list of languages names it; else the reader's.
    part("lang", Form::Language, ""),
    // What a page in a frame does without.
    part("hide", Form::Words(HIDEABLE), ""),
];

/// What a picture shows of each start; those with rates are of one axis.
pub(crate) const MODES: &[&str] = &[
    "surface",
    "fates",
    "steps",
    "error",
    "norm",
    "sensitivity",
    "rates",
    "rates-steps",
    "rates-error",
    "rates-sensitivity",
];

const STEPS: Form = Form::Whole {
    least: 1,
    greatest: MOST_STEPS,
};

/// In what a pinned run may differ from the present one: the parts that change an experiment, but not
/// along which axes it is seen.
const OF_RUNS: &[(&str, Form)] = &[
    ("experiment", Form::Packed),
    ("start", Form::Numbers),
    ("rule", Form::Word(Rule::NAMES)),
    ("momentum", Form::Number),
    ("decay", Form::Number),
    ("beta1", Form::Number),
    ("beta2", Form::Number),
    ("rate", Form::Number),
    ("loss", Form::Word(Loss::NAMES)),
    ("batch", Form::Numbers),
    ("steps", STEPS),
];

/// Parts of the page that can be hidden.
const HIDEABLE: &[&str] = &[
    "title",
    "switches",
    "lessons",
    "tabs",
    "maps",
    "timeline",
    "transport",
    "settings",
    "legend",
    "verdict",
    "details",
];

/// The part of this name.
pub(crate) fn part_of(name: &str) -> Option<&'static Part> {
    PARTS.iter().find(|part| part.name == name)
}

/// The names of all parts.
pub(crate) const NAMES: [&str; PARTS.len()] = {
    let mut names = [""; PARTS.len()];
    let mut i = 0;
    while i < names.len() {
        names[i] = PARTS[i].name;
        i += 1;
    }
    names
};
