//! The lecture as data: lessons whose captions can be held against the computation.
//!
//! A [`Lesson`] is a demonstration in a few [`Beat`]s. Each beat is a [`Scene`], a state of the
//! page. Its caption stands in `www/lessons`, a file a language; its [`Claim`]s say what the
//! caption says, and the tests compute every one of them and look for them in every language, so
//! that no caption can be false. [`QUESTIONS`] are starts that the class is asked about before they
//! run; how each ends is proven in the same way.

mod claim;
mod fact;
mod lecture;
mod lesson;
mod question;
mod questions;
mod scene;

pub use claim::{Claim, Quantity};
pub use fact::Fact;
pub use lecture::LESSONS;
pub use lesson::{Beat, Lesson};
pub use question::{Choices, Question};
pub use questions::QUESTIONS;
pub use scene::{Cursor, Focus, Scene, Stage, Subject, chain};
