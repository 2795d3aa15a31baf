//! The lecture is complete in every language, and true.
#![allow(clippy::unwrap_used, reason = "a test says what it expects")]

mod computed;
mod numbers;

mod captions;
mod notes;
mod questions;
mod scenes;
mod words;
