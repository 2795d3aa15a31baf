//! The texts in a piece of JavaScript.

use std::str::Chars;

/// A text between quotes.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Literal {
    /// What it says.
    pub(crate) text: String,
    /// The code between it and the literal before, without white space.
    pub(crate) before: String,
}

impl Literal {
    /// Whether it is the first argument of a call of `t`.
    pub(crate) fn is_asked_for(&self) -> bool {
        let caller = self.before.strip_suffix("t(");
        caller.is_some_and(|code| {
            !code.ends_with(|letter: char| letter.is_alphanumeric() || "_.".contains(letter))
        })
    }
}

/// All literals of a source, in order. Comments hold none, templates those of their expressions.
///
/// Regular expressions are not known: what the page has of them holds no quotes.
pub(crate) fn literals(source: &str) -> Vec<Literal> {
    let mut found = Vec::new();
    let mut before = String::new();
    let mut rest = source.chars();
    while let Some(letter) = rest.next() {
        match letter {
            '/' if rest.as_str().starts_with('/') => skip_past(&mut rest, "\n"),
            '/' if rest.as_str().starts_with('*') => skip_past(&mut rest, "*/"),
            '\'' | '"' => found.push(Literal {
                text: until(&mut rest, letter),
                before: std::mem::take(&mut before),
            }),
            '`' => {
                let template = until(&mut rest, '`');
                let expressions = template.split("${").skip(1);
                let up_to_brace = |rest: &str| rest.split('}').next().map(literals);
                found.extend(expressions.filter_map(up_to_brace).flatten());
            }
            _ if letter.is_whitespace() => {}
            _ => before.push(letter),
        }
    }
    found
}

fn skip_past(rest: &mut Chars<'_>, end: &str) {
    let source = rest.as_str();
    let next = source.find(end).map_or(source.len(), |at| at + end.len());
    *rest = source[next..].chars();
}

fn until(rest: &mut Chars<'_>, quote: char) -> String {
    let mut text = String::new();
    while let Some(letter) = rest.next() {
        match letter {
            '\\' => text.extend(rest.next()),
            _ if letter == quote => break,
            _ => text.push(letter),
        }
    }
    text
}

#[test]
fn comments_and_templates_are_told_from_literals() {
    let source = r#"
        // it's a comment: t('no')
        const a = 'one', /* "no" */ b = set("it's two");
        const c = `words ${t('three')} 'no'`, d = t(
            'fo\'ur', 5);
    "#;
    let found = literals(source);
    let texts: Vec<_> = found.iter().map(|literal| literal.text.as_str()).collect();
    assert_eq!(texts, ["one", "it's two", "three", "fo'ur"]);
    let asked: Vec<_> = found.iter().map(Literal::is_asked_for).collect();
    assert_eq!(asked, [false, false, true, true]);
}
