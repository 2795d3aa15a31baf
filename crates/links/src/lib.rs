//! A state of the page as text: what stands behind the # of its address.
//!
//! `initial-values/3?start=5&rate=0.2` is the third beat of that lesson, from 5, at the rate 0.2. What
//! stands behind the question mark are [parts](PARTS): one table says for each its name, its form and
//! what holds where it is not there. A problem that differs in more than a few numbers from a
//! lesson's is itself a part, `experiment`: its document as [`json`] gives it, deflated, in the
//! letters of base64 for addresses. To deflate is the hosts' business, and so is to read and write a
//! number ([`Numbers`]).
//!
//! ```
//! use links::{Link, Native};
//!
//! let link = Link::read("initial-values/3?start=5&rate=0.20", &Native)?;
//! assert_eq!((link.lesson(), link.beat()), (Some("initial-values"), Some(3)));
//! assert_eq!(link.write(&Native), "initial-values/3?start=5&rate=0.2");
//!
//! let refused = Link::read("initial-values/3?speed=0.2", &Native).unwrap_err();
//! assert!(refused.to_string().starts_with("speed: unknown key; the known ones are v, experiment"));
//! # Ok::<(), links::Error>(())
//! ```

mod cleaned;
mod error;
mod experiment;
mod form;
mod group;
mod json;
mod link;
mod look;
mod method;
mod numbers;
mod pins;
mod table;
mod version;

pub use cleaned::MOST_CHARACTERS;
pub use error::Error;
pub use experiment::{changes, linked};
pub use form::{Form, MOST_PINS};
pub use json::{MOST_BYTES, json};
pub use link::Link;
pub use numbers::{Native, Numbers};
pub use pins::{pin, pinned};
pub use table::{PARTS, Part};
pub use version::VERSION;
