//! What a link looks at in the network is there.
#![allow(clippy::unwrap_used, reason = "a test says what it expects")]

use backprop::Experiment;
use lessons::Fact;
use links::{Link, Native, linked};

/// What is said of a link to a 2-2-1 network with nine weights and four samples.
fn said(parts: &str) -> String {
    let base = Experiment::parse(Fact::Xor.document()).unwrap();
    let link = Link::read(&format!("xor/1?{parts}"), &Native).unwrap();
    match linked(&link, &base) {
        // Nothing of the experiment is changed by looking at it.
        Ok(same) => (same == base).to_string(),
        Err(error) => error.to_string(),
    }
}

#[test]
fn what_is_there_is_looked_at() {
    for parts in [
        "sample=1&stage=1&unit=0:1",
        "sample=4&stage=7&unit=2:0",
        "sample=sum&weight=0",
        "weight=8",
        "unit=1:1",
    ] {
        assert_eq!(said(parts), "true", "{parts}");
    }
}

#[test]
fn what_is_not_there_is_refused_with_its_bounds() {
    for (parts, bounds) in [
        ("sample=5", "from 1 to 4"),
        ("stage=8", "from 1 to 7"),
        ("weight=9", "from 0 to 8"),
        ("unit=3:0", "from 0 to 2"),
        ("unit=-1:0", "from 0 to 2"),
        ("unit=1:2", "from 0 to 1"),
        ("unit=2:1", "from 0 to 0"),
        ("unit=0.5:0", "whole"),
        ("unit=1", "2 expected"),
        ("unit=1:0,1:1", "2 expected"),
        ("unit=1:0:0", "2 expected"),
    ] {
        let said = said(parts);
        let (part, _) = parts.split_once('=').unwrap();
        assert!(said.starts_with(part), "{parts}: {said}");
        assert!(said.contains(bounds), "{parts}: {said}");
    }
}
