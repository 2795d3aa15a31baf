//! The façade in a real browser, as a page calls it.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test says what it expects")]

use wasm_bindgen_test::wasm_bindgen_test_configure;

mod beside;
#[path = "../../../backprop/tests/bits/mod.rs"]
mod bits;
mod documents;
mod links;
mod maps;
mod method;
mod page;
mod pictures;
mod problem;
mod runs;

wasm_bindgen_test_configure!(run_in_browser);
