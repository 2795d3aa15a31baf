//! Random states to a link and back, bit for bit, and a hundred thousand damaged links.
#![allow(clippy::unwrap_used, reason = "a test says what it expects")]

use backprop::{
    Axis, Batch, Experiment, Initial, Loss, Order, Parts, Rule, Scheme, Training, Value,
};
use lessons::LESSONS;
use links::{Form, Link, MOST_PINS, Native, PARTS, changes, json, linked, pin, pinned};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// Finite numbers of all kinds: zeros with their signs, subnormal ones, powers of ten, round ones.
fn number() -> impl Strategy<Value = f64> {
    let bits = any::<u64>().prop_map(f64::from_bits);
    let bits = bits.prop_filter("finite", |number| number.is_finite());
    let round = (-1000_i32..1000).prop_map(|whole| f64::from(whole) / 8.0);
    let power = (-300_i32..300).prop_map(|power| 10_f64.powi(power));
    prop_oneof![bits, round, power, Just(0.0), Just(-0.0)]
}

/// A value of a form.
fn value(form: Form) -> BoxedStrategy<Value> {
    let text = |text: String| Value::Text(text);
    match form {
        Form::Whole { least, greatest } => (least..=greatest).prop_map(Value::from).boxed(),
        Form::Number => number().prop_map(Value::Number).boxed(),
        Form::WholeOr {
            least,
            greatest,
            word,
        } => {
            let number = (least..=greatest).prop_map(Value::from);
            prop_oneof![number, Just(word.into())].boxed()
        }
        Form::Word(words) => select(words).prop_map(Value::from).boxed(),
        Form::Words(words) => {
            let some = subsequence(words, 1..=words.len());
            some.prop_map(|words| words.into_iter().collect()).boxed()
        }
        Form::Numbers => {
            let group = vec(number(), 1..4).prop_map(|group| group.into_iter().collect::<Value>());
            let groups = vec(group, 1..5);
            groups.prop_map(Value::List).boxed()
        }
        Form::Language => "[a-z]{2,3}(-[A-Z][a-z]{3})?".prop_map(text).boxed(),
        Form::Packed => "[A-Za-z0-9_-]{1,200}".prop_map(text).boxed(),
        Form::Runs(parts) => {
            let part = move |&(name, form): &(&'static str, Form)| {
                proptest::option::of(value(form).prop_map(move |value| (name.to_owned(), value)))
            };
            let run = parts.iter().map(part).collect::<Vec<_>>();
            let run = run.prop_map(|parts| Value::Object(parts.into_iter().flatten().collect()));
            // The last slot is taken, or there would be fewer.
            let free = vec(prop_oneof![run.clone(), Just(Value::Null)], 0..MOST_PINS);
            let runs = (free, run).prop_map(|(mut runs, last)| {
                runs.push(last);
                Value::List(runs)
            });
            runs.boxed()
        }
        Form::Drawn => {
            let scheme = select(&Scheme::ALL).prop_map(|scheme| scheme.name().into());
            let scale = (1e-300..1e300).prop_map(Value::Number);
            let seed = (0_usize..1 << 53).prop_map(Value::from);
            (scheme, scale, seed)
                .prop_map(|(scheme, scale, seed)| Value::List(vec![scheme, scale, seed]))
                .boxed()
        }
    }
}

/// A link to a lesson or none, with any of the parts.
fn link() -> impl Strategy<Value = Link> {
    let place = (
        proptest::option::of("[a-z0-9]([a-z0-9-]{0,12}[a-z0-9])?"),
        0_usize..40,
    );
    let parts: Vec<_> = PARTS
        .iter()
        .map(|part| proptest::option::of(value(part.form).prop_map(|value| (part.name, value))))
        .collect();
    (place, parts).prop_map(|((lesson, beat), parts)| {
        let beat = (beat > 0).then_some(beat);
        let mut link = match lesson {
            Some(lesson) => Link::to(&lesson, beat).unwrap(),
            None => Link::default(),
        };
        for (name, value) in parts.into_iter().flatten() {
            link.set(name, value).unwrap();
        }
        link
    })
}

/// An experiment of the lecture and another one that differs in some of what a link can say, or in what
/// it cannot.
fn changed() -> impl Strategy<Value = (Experiment, Experiment)> {
    let beats: Vec<_> = LESSONS.iter().flat_map(|lesson| lesson.beats).collect();
    let moves = vec((any::<prop::sample::Index>(), number()), 0..7);
    let axes = proptest::option::of(vec(
        (any::<prop::sample::Index>(), -1e3..1e3, 0.5..1e3),
        1..3,
    ));
    let positive = number()
        .prop_map(f64::abs)
        .prop_filter("above 0", |&rate| rate > 0.0);
    let rest = (
        proptest::option::of(positive),
        proptest::option::of(1_usize..3000),
        any::<bool>(),
    );
    let rule = proptest::option::of((select(Rule::ALL), proptest::option::of(0.0..1.0_f64)));
    let batch = proptest::option::of((1..=4_usize, proptest::option::of(0..1_u64 << 53)));
    let method = (rule, any::<bool>(), batch);
    let parts = (select(beats), moves, axes, rest, method);
    parts.prop_map(|(beat, moves, axes, (rate, steps, is_frozen), method)| {
        let base = beat.scene.experiment().unwrap();
        let count = base.start().len();
        let mut now = base.clone();
        if let Some(axes) = axes {
            let axes = axes.into_iter().map(|(weight, from, length)| Axis {
                weight: weight.index(count),
                from,
                to: from + length,
            });
            let view = Some(axes.collect());
            // Two axes of one weight make no experiment.
            now = Experiment::new(Parts {
                view,
                ..now.parts().clone()
            })
            .unwrap_or(now);
        }
        let mut weights = now.start().to_vec();
        for (weight, value) in &moves {
            weights[weight.index(count)] = *value;
        }
        if !moves.is_empty() {
            now = now.with_start(weights).unwrap();
        }
        let (rule, is_other_loss, batch) = method;
        if let Some((rule, setting)) = rule {
            let own = rule.settings();
            let rule = match (own.last(), setting) {
                (Some(last), Some(value)) if own.len() > 1 => rule.with(last.key, value),
                _ => rule,
            };
            now = now.with_rule(rule.with_rate(now.rule().rate())).unwrap();
        }
        if is_other_loss {
            // Not every network has it.
            now = now.with_loss(Loss::CrossEntropy).unwrap_or(now);
        }
        if let Some((size, seed)) = batch {
            let order = seed.map_or(Order::Given, |seed| Order::Shuffled { seed });
            // Nor every data set as many samples.
            now = now.with_batch(Some(Batch { size, order })).unwrap_or(now);
        }
        if let Some(rate) = rate {
            now = now.with_rate(rate).unwrap();
        }
        if let Some(steps) = steps {
            now = now.with_steps(steps).unwrap();
        }
        if is_frozen {
            let free = Some(vec![0]);
            now = Experiment::new(Parts {
                free,
                ..now.parts().clone()
            })
            .unwrap();
        }
        (base, now)
    })
}

/// A document's text, in which −0 differs from 0.
fn text(experiment: &Experiment) -> String {
    json(&experiment.to_document(), &Native)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_link_comes_back_as_it_was(link in link()) {
        let text = link.write(&Native);
        let again = Link::read(&text, &Native).unwrap();
        prop_assert_eq!(again.write(&Native), text.clone());
        for part in PARTS {
            let said = |link: &Link| link.get(part.name).map(|value| format!("{value:?}"));
            let default = |said: Option<String>| {
                let is_default = |said: &String| said.contains(&format!("(\"{}\")", part.default));
                said.filter(|said| !(is_default(said) || part.default == "1" && said == "Number(1.0)"))
            };
            prop_assert_eq!(default(said(&again)), default(said(&link)), "{}: {}", part.name, text);
        }
        // Encoded, and with a full stop behind it.
        let encoded: String = text.bytes().map(|byte| format!("%{byte:02x}")).collect();
        prop_assert_eq!(Link::read(&format!("https://a.b/#{encoded}."), &Native).unwrap().write(&Native), text);
        prop_assert_eq!(&Link::from_value(&link.to_value()).unwrap(), &link);
    }

    #[test]
    fn an_experiment_comes_back_to_the_last_bit((base, now) in changed()) {
        let again = match changes(&base, &now) {
            Some(changes) => {
                let mut link = Link::to("xor", Some(1)).unwrap();
                for (name, value) in changes {
                    link.set(name, value).unwrap();
                }
                let link = Link::read(&link.write(&Native), &Native).unwrap();
                linked(&link, &base).unwrap()
            }
            None => Experiment::parse(&text(&now)).unwrap(),
        };
        prop_assert_eq!(text(&again), text(&now));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// A run that was pinned and the one that its link makes anew are the same to the last bit.
    #[test]
    fn a_pinned_run_is_the_run_of_its_link((present, other) in changed()) {
        let parts = pin(&present, &other);
        let again = match parts {
            Some(parts) => {
                let mut link = Link::to("xor", Some(1)).unwrap();
                link.set("pins", Value::List(vec![Value::Null, parts])).unwrap();
                let link = Link::read(&link.write(&Native), &Native).unwrap();
                let Some(Value::List(pins)) = link.get("pins") else {
                    panic!("no pins")
                };
                pinned(&pins[1], &present).unwrap()
            }
            None => Experiment::parse(&text(&other)).unwrap(),
        };
        let bits = |experiment: &Experiment| {
            let experiment = experiment.with_steps(50).unwrap();
            let mut training = Training::new(&experiment);
            training.advance(usize::MAX);
            let record = training.record();
            let last = record.last_weights().iter().map(|weight| weight.to_bits());
            let errors = record.errors().iter().map(|error| error.to_bits());
            errors.chain(last).collect::<Vec<_>>()
        };
        prop_assert_eq!(bits(&again), bits(&other));
        prop_assert_eq!(again.steps(), other.steps());
    }
}

#[test]
fn pins_are_said_as_a_person_would() {
    let base = LESSONS[0].beats[0].scene.experiment().unwrap();
    let text = "xor/1?pins=rate:0.2,,start:1_-1_8:0.25~steps:50,same&starts=he,1.5,7";
    let link = Link::read(text, &Native).unwrap();
    assert_eq!(link.write(&Native), text);
    assert_eq!(pin(&base, &base), Some(Value::Object(Vec::new())));
    // Along which axes a run is seen is not its own.
    let turned = base.with_axes(&[5]).unwrap();
    assert_eq!(pin(&base, &turned), Some(Value::Object(Vec::new())));
}

#[test]
fn what_differs_is_said_as_a_person_would() {
    let beat = LESSONS
        .iter()
        .find(|lesson| lesson.id == "xor")
        .unwrap()
        .beats[0];
    let base = beat.scene.experiment().unwrap();
    let said = |now: &Experiment| {
        let mut link = Link::default();
        for (name, value) in changes(&base, now)? {
            link.set(name, value).unwrap();
        }
        Some(link.write(&Native))
    };
    assert_eq!(said(&base).as_deref(), Some(""));
    assert_eq!(
        said(&base.with_rate(0.25).unwrap()).as_deref(),
        Some("?rate=0.25")
    );
    let axes = base.with_axes(&[3, 5]).unwrap();
    assert_eq!(said(&axes).as_deref(), Some("?axes=3,5"));
    let mut weights = axes.start().to_vec();
    weights[3] = 1.0;
    weights[8] = -0.0;
    let moved = axes.with_start(weights.clone()).unwrap();
    let kept = axes.start()[5];
    assert_eq!(said(&moved), Some(format!("?axes=3,5&start=1,{kept},8:-0")));
    // All nine: the document is as readable.
    let all = axes.with_start(vec![0.5; 9]).unwrap();
    assert_eq!(said(&all), None);
    let drawn = Initial::Drawn(backprop::Draw {
        scheme: backprop::Scheme::Xavier,
        scale: 1.0,
        seed: 3,
    });
    let drawn = Experiment::new(Parts {
        initial: drawn,
        ..base.parts().clone()
    })
    .unwrap();
    assert_eq!(said(&drawn), None);
}

#[test]
fn a_refusal_says_what_and_where() {
    for (text, message) in [
        ("xor/0", "beat: a number from 1 to 1000 expected, 0 found"),
        ("xor/one", "beat: a number expected, one found"),
        ("XOR", "lesson: a name expected, XOR found"),
        ("xor?rate", "rate: a number expected, nothing found"),
        ("xor?rate=fast", "rate: a number expected, fast found"),
        (
            "xor?rate=1e999",
            "rate: a finite number expected, inf found",
        ),
        ("xor?steps=1.5", "steps: a whole number expected, 1.5 found"),
        (
            "xor?steps=0",
            "steps: a number from 1 to 100000 expected, 0 found",
        ),
        ("xor?start=1,x", "start: a number expected, x found"),
        ("xor?start=1,,2", "start: a number expected, nothing found"),
        ("xor?at=last", "at: a number expected, last found"),
        (
            "xor?mode=maps",
            "mode: one of surface, fates, steps, error, norm, sensitivity, rates, rates-steps, rates-error, rates-sensitivity expected, \"maps\" found",
        ),
        ("xor?lang=!", "lang: a name expected, nothing found"),
        (
            "xor?experiment=a+b",
            "experiment: an experiment expected, a+b found",
        ),
        ("xor?rate=1&rate=1", "rate: this key stands here twice"),
        (
            "xor?pins=mode:fates",
            "pins[0]: one of experiment, start, rule, momentum, decay, beta1, beta2, rate, loss, batch, steps expected, \"mode\" found",
        ),
        (
            "xor?pins=same,rate:x",
            "pins[1].rate: a number expected, x found",
        ),
        (
            "xor?pins=rate:1~rate:2",
            "pins[0].rate: this key stands here twice",
        ),
        (
            "xor?pins=same,,,,,,same",
            "pins: 0 to 6 expected for pinned runs, 7 found",
        ),
        (
            "xor?starts=even,1,2",
            "starts: one of uniform, normal, xavier, he expected, \"even\" found",
        ),
        (
            "xor?starts=he,1,2.5",
            "starts: a whole number expected, 2.5 found",
        ),
        ("xor?v=0", "v: a number from 1 to 1 expected, 0 found"),
        (
            "xor?v=7&warp=3",
            "v: made by a later version of Downhill, 7; 1 is the latest known here",
        ),
    ] {
        assert_eq!(
            Link::read(text, &Native).unwrap_err().to_string(),
            message,
            "{text}"
        );
    }
    let long = "a".repeat(links::MOST_CHARACTERS + 1);
    let message = Link::read(&long, &Native).unwrap_err().to_string();
    assert_eq!(message, "1048577 characters, the limit is 1048576");
    let base = LESSONS[0].beats[0].scene.experiment().unwrap();
    for (text, message) in [
        ("a?axes=0,0", "axes: 0 found a second time"),
        (
            "xor?mode=rates",
            "mode: one of surface, fates, steps, error, norm, sensitivity expected, \"rates\" found",
        ),
        (
            "a?axes=0&mode=fates",
            "mode: one of surface, rates, rates-steps, rates-error, rates-sensitivity expected, \"fates\" found",
        ),
        (
            "a?axes=0&mode=rates&rates=1",
            "rates: 2 expected for the ends of a range, 1 found",
        ),
        (
            "a?axes=0:1",
            "axes[0]: 1 to 3 expected for a weight, or a weight and its range, 2 found",
        ),
        (
            "a?axes=9",
            "axes[0]: a number from 0 to 8 expected, 9 found",
        ),
        (
            "a?axes=1:2:1",
            "axes: a range from low to high expected, 2 to 1 found",
        ),
        (
            "a?start=1",
            "start: 2 expected for the axes of the picture, 1 found",
        ),
        ("a?start=3:1,3:2", "start[1]: 3 found a second time"),
        (
            "a?start=1.5:1",
            "start[0]: a whole number expected, 1.5 found",
        ),
        ("a?rate=-1", "rate: a number above 0 expected, -1 found"),
    ] {
        let link = Link::read(text, &Native).unwrap();
        assert_eq!(
            linked(&link, &base).unwrap_err().to_string(),
            message,
            "{text}"
        );
    }
}
