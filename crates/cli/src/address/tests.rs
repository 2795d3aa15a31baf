//! A hundred thousand links, each a sound one with something done to it, from a fixed seed: each is
//! refused with what is wrong, or gives an experiment.
#![allow(clippy::unwrap_used, reason = "a test says what it expects")]

use links::json;
use rand::{RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::*;
use crate::packed::packed;

const LINKS: usize = 100_000;
const SEED: u64 = 0x006c_696e_6b73;

/// What is put in: names, marks and the ends of ranges.
const PIECES: [&str; 40] = [
    "0",
    "-0",
    "1",
    "-1",
    "3",
    "11",
    "1e309",
    "1e-330",
    "5e-324",
    "1e300",
    "100001",
    "4294967296",
    "9007199254740993",
    "0.5",
    ".",
    "-",
    "%",
    "%2",
    "%00",
    "%ff",
    "%2525",
    "&",
    "=",
    "?",
    "/",
    "#",
    ",",
    ":",
    "xor",
    "start",
    "axes",
    "experiment",
    "v",
    "end",
    "random",
    "hide",
    "\u{3002}",
    "\u{202e}",
    "\u{0}",
    "\u{1f600}",
];

fn sound() -> Vec<String> {
    let document = lesson::beat("remedies", None)
        .unwrap()
        .scene
        .experiment()
        .unwrap();
    let letters = packed(&json(&document.to_document(), &Native)).unwrap();
    vec![
        "initial-values/3?start=5&rate=0.2".to_owned(),
        "xor/2?axes=0:-4:4,8&start=1,-1,3:0.5,4:1e-7&steps=100&at=end&sample=sum&stage=6&unit=1:1&mode=fates".to_owned(),
        "vanishing-2d/1?plane=random&seed=7&tab=network&told=yes&left=yes&lang=ja&hide=title,tabs&v=1"
            .to_owned(),
        format!("remedies/1?experiment={letters}&start=0.5&at=120"),
    ]
}

#[test]
fn a_damaged_link_is_refused_or_gives_an_experiment() {
    let mut random = Xoshiro256PlusPlus::seed_from_u64(SEED);
    let sound = sound();
    for link in &sound {
        Address(link).experiment().unwrap();
    }
    let (mut good, mut bad) = (0, 0);
    for _ in 0..LINKS {
        let mut link: Vec<char> = sound[random.random_range(0..sound.len())].chars().collect();
        for _ in 0..random.random_range(1..4) {
            let place = random.random_range(0..=link.len());
            let end = (place + random.random_range(0..6)).min(link.len());
            match random.random_range(0..5) {
                // A part of a long link is lost, or comes twice.
                0 => drop(link.drain(place..end)),
                1 => link.truncate(place),
                2 => {
                    let part: Vec<char> = link[place..end].to_vec();
                    drop(link.splice(place..place, part));
                }
                _ => {
                    let piece = PIECES[random.random_range(0..PIECES.len())];
                    drop(link.splice(place..end, piece.chars()));
                }
            }
        }
        let link: String = link.into_iter().collect();
        match Address(&link).experiment() {
            Ok(experiment) => {
                good += 1;
                assert!(
                    experiment.start().iter().all(|weight| weight.is_finite()),
                    "{link}"
                );
                // What has been understood is written so that it is understood again.
                let read = Link::read(&link, &Native).unwrap();
                let again = Link::read(&read.write(&Native), &Native).unwrap();
                assert_eq!(again.write(&Native), read.write(&Native), "{link}");
            }
            Err(failure) => {
                bad += 1;
                let message = failure.to_string();
                let count = message.chars().count();
                assert!(!message.contains('\n') && count < 600, "{link}: {message}");
            }
        }
    }
    assert!(good > LINKS / 20 && bad > LINKS / 4, "{good} {bad}");
}

#[test]
fn a_few_letters_that_say_very_much_are_refused() {
    let bomb = packed(&" ".repeat(1 << 26)).unwrap();
    assert!(bomb.len() < 100_000);
    let refused = Address(&format!("?experiment={bomb}"))
        .experiment()
        .unwrap_err();
    let message = refused.to_string();
    assert!(
        message.ends_with("experiment: larger than any experiment, 4 MB"),
        "{message}"
    );
}
