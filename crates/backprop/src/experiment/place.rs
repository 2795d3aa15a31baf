//! Values of a document, each with where it stands.

use ndarray::Array2;

use crate::basis::Basis;
use crate::error::{Error, Reason};
use crate::experiment::value::Value;
use crate::text::printable;

/// A value together with where it stands.
pub(crate) struct Place<'v> {
    path: String,
    value: &'v Value,
}

/// An object.
pub(crate) struct Fields<'v> {
    path: String,
    entries: &'v [(String, Value)],
}

impl<'v> Fields<'v> {
    fn path_of(&self, key: &str) -> String {
        // A key that is not ours may hold anything, and the place is printed.
        let key = printable(key);
        if self.path.is_empty() {
            key
        } else {
            format!("{}.{key}", self.path)
        }
    }

    pub(crate) fn optional(&self, key: &str) -> Option<Place<'v>> {
        let (_, value) = self.entries.iter().find(|(found, _)| found == key)?;
        let path = self.path_of(key);
        Some(Place { path, value })
    }

    pub(crate) fn required(&self, key: &str) -> Result<Place<'v>, Error> {
        self.optional(key)
            .ok_or_else(|| Error::new(self.path_of(key), Reason::Missing))
    }
}

impl<'v> Place<'v> {
    /// The whole document.
    pub(crate) fn of(value: &'v Value) -> Place<'v> {
        let path = String::new();
        Place { path, value }
    }

    fn wrong_type<T>(&self, expected: &'static str) -> Result<T, Error> {
        let found = printable(self.value.type_name());
        let reason = Reason::WrongType { expected, found };
        Err(Error::new(self.path.clone(), reason))
    }

    /// An object whose keys are not checked.
    pub(crate) fn fields(&self) -> Result<Fields<'v>, Error> {
        let Value::Object(entries) = self.value else {
            return self.wrong_type("an object");
        };
        let path = self.path.clone();
        Ok(Fields { path, entries })
    }

    /// An object of `known` keys, each at most once.
    pub(crate) fn object(&self, known: &'static [&'static str]) -> Result<Fields<'v>, Error> {
        let fields = self.fields()?;
        let entries = fields.entries;
        for (k, (key, _)) in entries.iter().enumerate() {
            let refuse = |reason| Err(Error::new(fields.path_of(key), reason));
            if !known.contains(&key.as_str()) {
                return refuse(Reason::UnknownKey { known });
            }
            if entries[..k].iter().any(|(earlier, _)| earlier == key) {
                return refuse(Reason::DuplicateKey);
            }
        }
        Ok(fields)
    }

    pub(crate) fn list(&self) -> Result<Vec<Place<'v>>, Error> {
        let Value::List(values) = self.value else {
            return self.wrong_type("a list");
        };
        let place = |(i, value)| Place {
            path: format!("{}[{i}]", self.path),
            value,
        };
        Ok(values.iter().enumerate().map(place).collect())
    }

    pub(crate) fn number(&self) -> Result<f64, Error> {
        match self.value {
            Value::Number(value) => Ok(*value),
            _ => self.wrong_type("a number"),
        }
    }

    pub(crate) fn boolean(&self) -> Result<bool, Error> {
        match self.value {
            Value::Boolean(value) => Ok(*value),
            _ => self.wrong_type("true or false"),
        }
    }

    /// A whole number from `least` to `greatest`.
    pub(crate) fn whole(&self, least: u64, greatest: u64) -> Result<u64, Error> {
        let found = self.number()?;
        if found.fract() != 0.0 && found.is_finite() {
            return Err(Error::new(self.path.clone(), Reason::NotWhole { found }));
        }
        let (low, high) = (least as f64, greatest as f64);
        if !(low..=high).contains(&found) {
            return Err(Error::out_of_range(self.path.clone(), found, low, high));
        }
        Ok(found as u64)
    }

    /// The one of `all` that has the name that stands here.
    pub(crate) fn name<T: Copy>(
        &self,
        all: &[T],
        name: impl Fn(T) -> &'static str,
    ) -> Result<T, Error> {
        let Value::Text(text) = self.value else {
            return self.wrong_type("a name");
        };
        let found = all.iter().copied().find(|&one| name(one) == text);
        found.ok_or_else(|| {
            let allowed = all.iter().map(|&one| name(one)).collect();
            Error::new(self.path.clone(), Reason::not_one_of(text, allowed))
        })
    }

    pub(crate) fn numbers(&self) -> Result<Vec<f64>, Error> {
        self.list()?.iter().map(Place::number).collect()
    }

    /// Whole numbers from `least` to `greatest`.
    pub(crate) fn wholes(&self, least: usize, greatest: usize) -> Result<Vec<usize>, Error> {
        let (least, greatest) = (least as u64, greatest as u64);
        let whole = |place: &Place<'_>| Ok(place.whole(least, greatest)? as usize);
        self.list()?.iter().map(whole).collect()
    }

    /// A list of rows of the same length.
    pub(crate) fn matrix(&self) -> Result<Array2<f64>, Error> {
        let rows = self.list()?;
        let mut width = None;
        let mut values = Vec::new();
        for place in &rows {
            let row = place.numbers()?;
            let width = *width.get_or_insert(row.len());
            let basis = Basis::FirstRow;
            Error::check_count(place.path.as_str(), row.len(), width..=width, basis)?;
            values.extend(row);
        }
        let shape = (rows.len(), width.unwrap_or(0));
        Array2::from_shape_vec(shape, values)
            .map_err(|_| Error::new(self.path.clone(), Reason::Missing))
    }
}
