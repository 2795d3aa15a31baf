//! The content security policy: in nobody's way, and in force.

use lessons::LESSONS;
use serde_json::{Value, json};

use crate::page::Page;

/// Keeps what the browser refuses from now on.
const LISTEN: &str = "
    window.refused = [];
    document.addEventListener('securitypolicyviolation', (event) => {
        window.refused.push(event.effectiveDirective);
    });
";

/// Tries what the policy forbids: styles and scripts in markup, and other hosts.
const TRY: &str = "
    const done = arguments[0];
    const place = document.createElement('div');
    place.innerHTML = '<b style=\"color: red\"></b>';
    const script = document.createElement('script');
    script.textContent = 'window.refused.push(\"nothing\")';
    place.append(script);
    document.body.append(place);
    fetch('http://127.0.0.1:9/').catch(() => {
        place.remove();
        setTimeout(() => done(true), 100);
    });
";

#[test]
fn the_policy_lets_every_lesson_be_in_chromium() {
    walk(&Page::in_chromium("ja", &json!({})));
}

#[test]
fn the_policy_lets_every_lesson_of_the_site_be_in_firefox() {
    walk(&Page::of_the_site("en-US, en"));
}

/// Goes through all lessons.
#[track_caller]
fn walk(page: &Page) {
    page.browser.script(LISTEN, &[]);
    for lesson in LESSONS {
        page.choose_lesson(lesson.id);
        for _ in lesson.beats {
            page.click("#beat-forward");
        }
        assert_eq!(refused(page), [""; 0], "{}", lesson.id);
    }
    // What was refused before anyone listened stands on the console.
    page.assert_quiet();

    page.browser.script_async(TRY, &[]);
    let refused = refused(page);
    for directive in ["style-src-attr", "script-src-elem", "connect-src"] {
        assert!(
            refused.iter().any(|found| found == directive),
            "{refused:?}"
        );
    }
}

#[track_caller]
fn refused(page: &Page) -> Vec<String> {
    let refused = page.browser.script("return window.refused", &[]);
    let refused = refused.as_array().expect("a list of what was refused");
    let names = refused.iter().filter_map(Value::as_str);
    names.map(str::to_owned).collect()
}
