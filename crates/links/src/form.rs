//! How the parts of a link are written and read.

use backprop::limits::{MOST_SCALE, MOST_SEED};
use backprop::{Basis, Error, Reason, Scheme, Value};

use crate::error::{at, expected};
use crate::numbers::{Numbers, read, written};

/// Runs that are pinned at most.
pub const MOST_PINS: usize = 6;

/// What a run is called that differs in nothing.
const SAME: &str = "same";

/// How a part is written and read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Form {
    /// A whole number.
    Whole {
        /// The least allowed.
        least: usize,
        /// The greatest allowed.
        greatest: usize,
    },
    /// A finite number.
    Number,
    /// A whole number, or a word in its place.
    WholeOr {
        /// The least allowed.
        least: usize,
        /// The greatest allowed.
        greatest: usize,
        /// What may stand in place of a number.
        word: &'static str,
    },
    /// One of these words.
    Word(&'static [&'static str]),
    /// Some of these words, with commas between them.
    Words(&'static [&'static str]),
    /// Groups of finite numbers: with commas between the groups, with colons in them.
    Numbers,
    /// The name of a language, as `ja` or `zh-Hant`.
    Language,
    /// Bytes in the letters of base64 for addresses.
    Packed,
    /// Runs, with commas between them: of each the parts of this table by which it differs from the
    /// present one, `rate:0.2~start:1_-1`, or `same`; nothing for a slot that is free.
    Runs(&'static [(&'static str, Form)]),
    /// How starts are drawn: a scheme's name, its scale and a seed.
    Drawn,
}

impl Form {
    /// The value that `text` says for the part `place`.
    pub(crate) fn read(
        self,
        place: &str,
        text: &str,
        numbers: &dyn Numbers,
    ) -> Result<Value, Error> {
        let value = match self {
            Form::WholeOr { word, .. } if text == word => text.into(),
            Form::Whole { .. } | Form::Number | Form::WholeOr { .. } => {
                number(place, text, numbers)?
            }
            Form::Word(_) | Form::Language | Form::Packed => text.into(),
            Form::Words(_) | Form::Numbers => {
                let mut items = Vec::new();
                for item in text.split(',') {
                    items.push(match self {
                        Form::Numbers => group(place, item, numbers)?,
                        _ => item.into(),
                    });
                }
                Value::List(items)
            }
            Form::Runs(parts) => {
                let mut runs = Vec::new();
                for item in text.split(',') {
                    let place = format!("{place}[{}]", runs.len());
                    runs.push(run(&place, item, parts, numbers)?);
                }
                Value::List(runs)
            }
            Form::Drawn => {
                let mut items = Vec::new();
                for item in text.split(',') {
                    items.push(match items.len() {
                        0 => item.into(),
                        _ => number(place, item, numbers)?,
                    });
                }
                Value::List(items)
            }
        };
        self.check(place, &value)?;
        Ok(value)
    }

    /// Whether `value` is one for the part `place`.
    pub(crate) fn check(self, place: &str, value: &Value) -> Result<(), Error> {
        match (self, value) {
            (
                Form::Whole { least, greatest }
                | Form::WholeOr {
                    least, greatest, ..
                },
                &Value::Number(found),
            ) => whole(place, found, least as f64, greatest as f64),
            (Form::Number, &Value::Number(found)) => finite(place, found),
            (Form::WholeOr { word, .. }, Value::Text(text)) if text == word => Ok(()),
            (Form::Word(words), Value::Text(text)) => one_of(place, words, text),
            (Form::Words(words), Value::List(found)) => each(found, |item| match item {
                Value::Text(text) => one_of(place, words, text),
                _ => Err(expected(place, "a name", "")),
            }),
            (Form::Numbers, Value::List(groups)) => each(groups, |group| match group {
                Value::List(group) if !group.is_empty() => each(group, |item| match item {
                    &Value::Number(found) => finite(place, found),
                    _ => Err(expected(place, "a number", "")),
                }),
                _ => Err(expected(place, "a list", "")),
            }),
            (Form::Runs(parts), Value::List(runs)) => check_runs(place, runs, parts),
            (Form::Drawn, Value::List(items)) => check_drawn(place, items),
            (Form::Language, Value::Text(text)) if is_language(text) => Ok(()),
            (Form::Packed, Value::Text(text)) if is_packed(text) => Ok(()),
            (_, Value::Text(text)) => Err(expected(place, self.what(), text)),
            _ => Err(expected(place, self.what(), "")),
        }
    }

    fn what(self) -> &'static str {
        match self {
            Form::Whole { .. } | Form::Number | Form::WholeOr { .. } => "a number",
            Form::Word(_) | Form::Language => "a name",
            Form::Words(_) | Form::Numbers | Form::Runs(_) | Form::Drawn => "a list",
            Form::Packed => "an experiment",
        }
    }
}

/// A run as the parts by which it differs.
fn run(
    place: &str,
    text: &str,
    parts: &[(&'static str, Form)],
    numbers: &dyn Numbers,
) -> Result<Value, Error> {
    if text.is_empty() {
        return Ok(Value::Null);
    }
    let mut entries = Vec::new();
    if text == SAME {
        return Ok(Value::Object(entries));
    }
    for part in text.split('~') {
        let (name, text) = part.split_once(':').unwrap_or((part, ""));
        let form = form_of(place, name, parts)?;
        let place = format!("{place}.{name}");
        let value = match form {
            Form::Numbers => form.read(&place, &text.replace('_', ","), numbers)?,
            _ => form.read(&place, text, numbers)?,
        };
        entries.push((name.to_owned(), value));
    }
    Ok(Value::Object(entries))
}

fn form_of(place: &str, name: &str, parts: &[(&'static str, Form)]) -> Result<Form, Error> {
    let known = parts.iter().find(|(known, _)| *known == name);
    let names = || parts.iter().map(|(known, _)| *known).collect();
    known
        .map(|(_, form)| *form)
        .ok_or_else(|| at(place, Reason::not_one_of(name, names())))
}

fn check_runs(place: &str, runs: &[Value], parts: &[(&'static str, Form)]) -> Result<(), Error> {
    if runs.len() > MOST_PINS {
        let reason = Reason::Count {
            least: 0,
            greatest: MOST_PINS,
            basis: Basis::PinnedRuns,
            found: runs.len(),
        };
        return Err(at(place, reason));
    }
    for (i, run) in runs.iter().enumerate() {
        let place = format!("{place}[{i}]");
        match run {
            Value::Null => {}
            Value::Object(entries) => {
                for (j, (name, value)) in entries.iter().enumerate() {
                    let form = form_of(&place, name, parts)?;
                    let place = format!("{place}.{name}");
                    if entries.iter().take(j).any(|(before, _)| before == name) {
                        return Err(at(&place, Reason::DuplicateKey));
                    }
                    form.check(&place, value)?;
                }
            }
            _ => return Err(expected(&place, "an object", "")),
        }
    }
    Ok(())
}

fn check_drawn(place: &str, items: &[Value]) -> Result<(), Error> {
    let [
        Value::Text(scheme),
        Value::Number(scale),
        Value::Number(seed),
    ] = items
    else {
        return Err(expected(place, "a scheme, its scale and a seed", ""));
    };
    one_of(place, &Scheme::ALL.map(Scheme::name), scheme)?;
    range(place, *scale, f64::MIN_POSITIVE, MOST_SCALE)?;
    whole(place, *seed, 0.0, MOST_SEED as f64)
}

fn number(place: &str, text: &str, numbers: &dyn Numbers) -> Result<Value, Error> {
    let number = read(text, numbers);
    number
        .map(Value::Number)
        .ok_or_else(|| expected(place, "a number", text))
}

fn group(place: &str, text: &str, numbers: &dyn Numbers) -> Result<Value, Error> {
    let mut group = Vec::new();
    for text in text.split(':') {
        group.push(number(place, text, numbers)?);
    }
    Ok(Value::List(group))
}

/// A value of any form as text: `separator` stands between the items of a list.
pub(crate) fn write(text: &mut String, value: &Value, separator: char, numbers: &dyn Numbers) {
    match value {
        Value::Number(number) => text.push_str(&written(*number, numbers)),
        Value::Text(value) => text.push_str(value),
        Value::List(items) => {
            for (i, item) in items.iter().enumerate() {
                if i > 0 {
                    text.push(separator);
                }
                write(text, item, ':', numbers);
            }
        }
        Value::Object(entries) if entries.is_empty() => text.push_str(SAME),
        Value::Object(entries) => {
            for (i, (name, value)) in entries.iter().enumerate() {
                if i > 0 {
                    text.push('~');
                }
                text.push_str(name);
                text.push(':');
                write(text, value, '_', numbers);
            }
        }
        _ => {}
    }
}

fn each(items: &[Value], check: impl Fn(&Value) -> Result<(), Error>) -> Result<(), Error> {
    items.iter().try_for_each(check)
}

fn one_of(place: &str, words: &[&'static str], found: &str) -> Result<(), Error> {
    if words.contains(&found) {
        Ok(())
    } else {
        Err(at(place, Reason::not_one_of(found, words.to_vec())))
    }
}

fn finite(place: &str, found: f64) -> Result<(), Error> {
    range(place, found, f64::MIN, f64::MAX)
}

fn whole(place: &str, found: f64, least: f64, greatest: f64) -> Result<(), Error> {
    if found.is_finite() && found.fract() != 0.0 {
        return Err(at(place, Reason::NotWhole { found }));
    }
    range(place, found, least, greatest)
}

fn range(place: &str, found: f64, least: f64, greatest: f64) -> Result<(), Error> {
    if (least..=greatest).contains(&found) {
        return Ok(());
    }
    let reason = Reason::OutOfRange {
        found,
        least,
        greatest,
    };
    Err(at(place, reason))
}

/// Two or three letters, and more words behind hyphens.
fn is_language(text: &str) -> bool {
    let mut words = text.split('-');
    let first = words.next().unwrap_or_default();
    let is_word = |word: &str| {
        (1..=8).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    (2..=3).contains(&first.len()) && is_word(first) && text.len() <= 35 && words.all(is_word)
}

fn is_packed(text: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    !text.is_empty() && text.bytes().all(is_letter)
}
