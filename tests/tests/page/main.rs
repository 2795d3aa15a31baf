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
mod fault;
mod hand;
mod host;
mod numbers;
mod page;
mod plot;
mod tasks;

mod access;
mod alone;
mod animation;
mod appearance;
mod by_keys;
mod complete;
mod dragging;
mod files;
mod fits;
mod guess;
mod hall;
mod keyboard;
mod largest;
mod lecture;
mod links;
mod long_runs;
mod maps;
mod method;
mod network;
mod notes;
mod offline;
mod outputs;
mod paper;
mod pins;
mod planes;
mod playback;
mod policy;
mod problem;
mod rates;
mod relief;
mod settings;
mod site;
mod touch;
mod verdict;
mod zoom;
