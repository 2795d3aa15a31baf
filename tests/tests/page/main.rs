//! The built page in real browsers: Firefox throughout, and Chromium for a second opinion.
//!
//! `cargo xtask test --only page` builds the page, serves it, starts the drivers and runs these.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a browser that refuses fails the test, and the message names the line that asked"
)]

mod browser;
mod endpoint;
mod events;
mod fates;
mod hand;
mod numbers;
mod page;
mod plot;

mod appearance;
mod dragging;
mod keyboard;
mod lecture;
mod maps;
mod network;
mod planes;
mod playback;
mod settings;
mod site;
mod verdict;
