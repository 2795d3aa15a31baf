//! Every question has its words, its answer is proven, and what comes to mind first is none.
//!
//! `www/lessons/questions/starts.js` is written from the questions by
//! `INSTA_UPDATE=always cargo test -p lessons`.

use lessons::{Choices, LESSONS, QUESTIONS, Question};
use serde_json::json;

use crate::computed::{end, falsehoods};
use crate::numbers::departures;
use crate::scenes::{document, kept};
use words::{QuestionWords, languages, questions};

#[test]
fn every_lesson_has_two_or_three() {
    let lessons: Vec<_> = LESSONS.iter().map(|lesson| lesson.id).collect();
    let asked: Vec<_> = QUESTIONS.iter().map(|&(id, _)| id).collect();
    assert_eq!(asked, lessons);
    for (id, questions) in QUESTIONS {
        assert!((2..=3).contains(&questions.len()), "{id}");
    }
}

#[test]
fn every_answer_is_computed_and_the_first_that_comes_to_mind_is_wrong() {
    let mut all = Vec::new();
    for (id, question) in numbered() {
        let found = end(&question.scene);
        if found != question.ends {
            all.push(format!(
                "{id} ends {}, not {}",
                found.name(),
                question.ends.name()
            ));
        }
        if question.choices.are_alike(question.naive, found) {
            all.push(format!("{id}: {} is right", question.naive.name()));
        }
        let false_claims = falsehoods(&question.scene, question.claims).into_iter();
        all.extend(false_claims.map(|text| format!("{id}: {text}")));
    }
    assert!(all.is_empty(), "\n{}", all.join("\n"));
}

#[test]
fn every_language_asks_them_all_with_the_numbers_that_are_computed() {
    let mut all = Vec::new();
    for language in languages() {
        let words = questions(&language);
        assert_eq!(words.len(), QUESTIONS.len(), "{language}");
        for (id, questions) in QUESTIONS {
            assert_eq!(words[id].len(), questions.len(), "{id} in {language}");
            for (question, QuestionWords { ask, why }) in questions.iter().zip(&words[id]) {
                for text in [ask, why] {
                    assert!(text.ends_with(['.', '。']), "{id} in {language}: {text}");
                    assert_eq!(
                        text.matches('`').count() % 2,
                        0,
                        "{id} in {language}: {text}"
                    );
                }
                let found = departures(question.claims, &format!("{ask} {why}")).into_iter();
                all.extend(found.map(|text| format!("{language}, {id}: {text}")));
            }
        }
    }
    assert!(all.is_empty(), "\n{}", all.join("\n"));
}

#[test]
fn the_page_has_the_questions_as_they_are() {
    let lessons = QUESTIONS.map(|(id, questions)| {
        let starts: String = questions.iter().map(start).collect();
        format!("  {}: [\n{starts}  ],\n", json!(id))
    });
    let expected = format!(
        "// Starts that are worth asking about, by the lessons' ids.\n\nexport default {{\n{}}};\n",
        lessons.concat()
    );
    kept("questions/starts.js", &expected);
}

fn start(question: &Question) -> String {
    let document = document(&question.scene.experiment().unwrap());
    let choices = match question.choices {
        Choices::Convergence => "convergence",
        Choices::Fates => "fates",
    };
    format!(
        "    {{ document: {document}, choices: {} }},\n",
        json!(choices)
    )
}

fn numbered() -> impl Iterator<Item = (String, &'static Question)> {
    QUESTIONS.into_iter().flat_map(|(id, questions)| {
        let numbered = questions.iter().enumerate();
        numbered.map(move |(index, question)| (format!("{id}, question {}", index + 1), question))
    })
}
