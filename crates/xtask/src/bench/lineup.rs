//! Who takes part.

use anyhow::Result;
use std::path::Path;

use super::contender::Contender;
use super::contender::Kind::{
    ConvNetJs, OneWorker, Other, TwoWorkers, TypedArrays, WasmFates, WasmRun,
};
use super::hall::{Hall, native, with_facade, with_modules};
use crate::folders::Folders;
use crate::npm;

/// npm's packages, each of exactly this version.
const PACKAGES: [&str; 2] = ["convnetjs@0.3.0", "@tensorflow/tfjs@4.22.0"];

/// Those who take steps of one network.
pub(crate) fn steps(folders: &Folders, hall: &Hall, facade: &Path) -> Result<Vec<Contender>> {
    let modules = npm::ensure(folders, &PACKAGES.join("+").replace('/', "-"), &PACKAGES)?;
    let what = "compiling the contenders for any machine like this";
    let plain = native(folders, what, "native", "")?;
    let what = "compiling the contenders for this very machine";
    let tuned = native(folders, what, "native-cpu", "-C target-cpu=native")?;
    let node = |name, kind, contender| hall.node(name, kind, contender);
    let module = |name, kind, contender| with_modules(node(name, kind, contender), &modules);
    let mut contenders = fates(hall);
    contenders.extend([
        module("convnetjs", ConvNetJs, "convnetjs"),
        Contender {
            tolerance: 0.01,
            ..module("@tensorflow/tfjs, CPU", Other, "tfjs")
        },
        node("wasm, a run with its record", WasmRun, "wasm:run"),
        with_facade(
            node("wasm, the same through the facade", Other, "page"),
            facade,
        ),
        node("wasm, steps alone", Other, "wasm:steps"),
        node("wasm, steps alone of 8 starts", Other, "wasm:lanes"),
        Contender {
            // It does not train.
            tolerance: f64::INFINITY,
            ..node("wasm, units alone of 8 starts", Other, "wasm:units")
        },
    ]);
    for (ways, program) in [(PLAIN, plain), (TUNED, tuned)] {
        contenders.extend(ways.map(|(name, way)| Contender::native(name, &program, way)));
    }
    Ok(contenders)
}

const PLAIN: [(&str, &str); 3] = [
    ("native, a run with its record", "run"),
    ("native, steps alone of 8 starts", "lanes"),
    ("native, fates of many starts", "fates"),
];

const TUNED: [(&str, &str); 3] = [
    ("native-cpu, a run with its record", "run"),
    ("native-cpu, steps alone of 8 starts", "lanes"),
    ("native-cpu, fates of many starts", "fates"),
];

/// Many starts in wasm, and what they are measured by.
pub(crate) fn fates(hall: &Hall) -> Vec<Contender> {
    let contenders = [
        ("typed arrays, loops", TypedArrays, "typed-arrays:loops"),
        (
            "typed arrays, unrolled",
            TypedArrays,
            "typed-arrays:unrolled",
        ),
        ("wasm, fates of many starts", WasmFates, "wasm:fates"),
    ];
    let contenders = contenders.map(|(name, kind, contender)| hall.node(name, kind, contender));
    contenders.into()
}

/// A map of fates, by one worker and by two.
pub(crate) fn workers(hall: &Hall, facade: &Path) -> Vec<Contender> {
    let contenders = [
        ("one worker", OneWorker, "fates:1"),
        ("two workers", TwoWorkers, "fates:2"),
    ];
    let contenders = contenders
        .map(|(name, kind, contender)| with_facade(hall.node(name, kind, contender), facade));
    contenders.into()
}

/// The map of a fact in one thread, by a facade.
pub(crate) fn map(hall: &Hall, fact: &'static str, facade: &Path) -> Contender {
    with_facade(hall.node(fact, Other, &format!("map:{fact}")), facade)
}
