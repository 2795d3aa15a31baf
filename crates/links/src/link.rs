//! A link: a lesson's beat, and what is otherwise.

use backprop::{Error as PartError, Reason, Value};

use crate::cleaned::{MOST_CHARACTERS, cleaned};
use crate::error::{Error, at, expected, shortened};
use crate::form::write;
use crate::numbers::{Numbers, read as read_number};
use crate::table::{NAMES, PARTS, Part, part_of};
use crate::version::VERSION;

/// A state of the page, as far as its address says it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Link {
    /// The name of a lesson; the host's first where none.
    lesson: Option<String>,
    /// Which beat of its demonstration, from 1; before the first where none.
    beat: Option<usize>,
    /// What is said, each in the form that it has in the table, in its order.
    parts: Vec<(&'static Part, Value)>,
}

/// Beats of one lesson, far more than anyone would sit through.
const MOST_BEATS: usize = 1000;

/// What may stand in a lesson's name.
fn is_name(text: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !text.is_empty() && text.bytes().all(is_letter)
}

impl Link {
    /// The link that a text says: an address, or what stands behind its #. What programs do to an
    /// address on its way is undone: percent signs, ends of lines, a full stop behind it.
    ///
    /// # Errors
    /// The first thing that does not fit, with the part's name. Nothing is guessed.
    pub fn read(text: &str, numbers: &dyn Numbers) -> Result<Link, Error> {
        let (found, limit) = (text.len(), MOST_CHARACTERS);
        if found > limit {
            return Err(Error::TooLong { found, limit });
        }
        let text = cleaned(text);
        let (path, parts) = text.split_once('?').unwrap_or((&text, ""));
        let mut pairs = Vec::new();
        for pair in parts.split('&') {
            // As the source of a page has it.
            let pair = pair.strip_prefix("amp;").unwrap_or(pair);
            if !pair.is_empty() {
                pairs.push(pair.split_once('=').unwrap_or((pair, "")));
            }
        }
        // A later version may have names that are not known here.
        for (name, text) in &pairs {
            let version = read_number(text, numbers).unwrap_or_default();
            if *name == "v" && version > VERSION as f64 && version.fract() == 0.0 {
                let found = version as usize;
                return Err(Error::Later { found });
            }
        }
        let mut link = Link::at(path, numbers)?;
        for (name, text) in pairs {
            let part = known(name)?;
            if link.get(name).is_some() {
                return Err(at(name, Reason::DuplicateKey).into());
            }
            link.put(part, part.form.read(name, text, numbers)?);
        }
        Ok(link)
    }

    /// A lesson and a beat: `initial-values/3`.
    fn at(path: &str, numbers: &dyn Numbers) -> Result<Link, PartError> {
        let path = path.trim_matches('/');
        let (lesson, beat) = match path.split_once('/') {
            Some((lesson, beat)) => (lesson, Some(beat)),
            None => (path, None),
        };
        let mut link = Link::default();
        if !lesson.is_empty() {
            link.set_lesson(lesson)?;
        }
        if let Some(beat) = beat {
            let number = read_number(beat, numbers);
            link.set_beat(number.ok_or_else(|| expected("beat", "a number", beat))?)?;
        }
        Ok(link)
    }

    /// What stands behind the # of an address: read again it gives the same link.
    pub fn write(&self, numbers: &dyn Numbers) -> String {
        let mut text = String::new();
        if let Some(lesson) = &self.lesson {
            text.push_str(lesson);
            // Without a lesson there are no beats.
            if let Some(beat) = self.beat {
                text.push('/');
                text.push_str(&beat.to_string());
            }
        }
        let mut sign = '?';
        for (part, value) in &self.parts {
            let mut said = String::new();
            write(&mut said, value, ',', numbers);
            if said == part.default {
                continue;
            }
            text.push(sign);
            text.push_str(part.name);
            text.push('=');
            text.push_str(&said);
            sign = '&';
        }
        text
    }

    /// The link to a beat, from 1, of a lesson, or where none to the lesson before its first.
    ///
    /// # Errors
    /// Where a lesson cannot be called so, or has no such beat.
    pub fn to(lesson: &str, beat: Option<usize>) -> Result<Link, PartError> {
        let mut link = Link::default();
        link.set_lesson(lesson)?;
        if let Some(beat) = beat {
            link.set_beat(beat as f64)?;
        }
        Ok(link)
    }

    /// The name of a lesson; where none, it is the host's to choose.
    pub fn lesson(&self) -> Option<&str> {
        self.lesson.as_deref()
    }

    /// Which beat of the lesson's demonstration, from 1; where none, what it shows before the first.
    pub fn beat(&self) -> Option<usize> {
        self.beat
    }

    /// What it says for the part `name`, if anything.
    pub fn get(&self, name: &str) -> Option<&Value> {
        let (_, value) = self.parts.iter().find(|(part, _)| part.name == name)?;
        Some(value)
    }

    /// Says `value` for the part `name`.
    ///
    /// # Errors
    /// Where there is no such part, or the value does not have its form.
    pub fn set(&mut self, name: &str, value: Value) -> Result<(), PartError> {
        let part = known(name)?;
        part.form.check(name, &value)?;
        self.put(part, value);
        Ok(())
    }

    /// A link of these entries: `lesson`, `beat` and parts.
    ///
    /// # Errors
    /// As [`Link::set`].
    pub fn from_value(value: &Value) -> Result<Link, PartError> {
        let Value::Object(entries) = value else {
            return Err(expected("", "an object", ""));
        };
        let mut link = Link::default();
        for (name, value) in entries {
            match (name.as_str(), value) {
                ("lesson", Value::Text(lesson)) => link.set_lesson(lesson)?,
                ("beat", &Value::Number(beat)) => link.set_beat(beat)?,
                _ => link.set(name, value.clone())?,
            }
        }
        Ok(link)
    }

    /// Its entries: `lesson`, `beat` and parts, as far as it says them.
    pub fn to_value(&self) -> Value {
        let mut entries = Vec::new();
        if let Some(lesson) = &self.lesson {
            entries.push(("lesson".to_owned(), lesson.as_str().into()));
        }
        if let Some(beat) = self.beat {
            entries.push(("beat".to_owned(), beat.into()));
        }
        for (part, value) in &self.parts {
            entries.push((part.name.to_owned(), value.clone()));
        }
        Value::Object(entries)
    }

    fn put(&mut self, part: &'static Part, value: Value) {
        let place = |part: &Part| PARTS.iter().position(|known| known.name == part.name);
        self.parts.retain(|(known, _)| known.name != part.name);
        let before = self
            .parts
            .iter()
            .take_while(|(known, _)| place(known) < place(part));
        let before = before.count();
        self.parts.insert(before, (part, value));
    }

    fn set_lesson(&mut self, lesson: &str) -> Result<(), PartError> {
        if !is_name(lesson) {
            return Err(expected("lesson", "a name", lesson));
        }
        self.lesson = Some(lesson.to_owned());
        Ok(())
    }

    fn set_beat(&mut self, found: f64) -> Result<(), PartError> {
        let greatest = MOST_BEATS as f64;
        if found.fract() != 0.0 || !(1.0..=greatest).contains(&found) {
            let reason = Reason::OutOfRange {
                found,
                least: 1.0,
                greatest,
            };
            return Err(at("beat", reason));
        }
        self.beat = Some(found as usize);
        Ok(())
    }
}

fn known(name: &str) -> Result<&'static Part, PartError> {
    let reason = Reason::UnknownKey { known: &NAMES };
    part_of(name).ok_or_else(|| at(&shortened(name), reason))
}
