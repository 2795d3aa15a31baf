//! How the languages are written: one term for each thing, and the signs of the language.

use std::collections::BTreeMap;

use words::{languages, lessons, notes, questions};

use crate::words;

/// What a lecturer in Japan would not say, and what is said instead.
const NOT_SAID: [(&str, &str); 18] = [
    ("歩", "ステップ"),
    ("網", "ネットワーク"),
    ("局所解", "局所最適解"),
    ("局所極小", "局所最適解"),
    ("望む", "教師信号"),
    ("望んだ", "教師信号"),
    ("目標出力", "教師信号"),
    ("台地", "プラトー"),
    ("引いた初期値", "乱数"),
    ("引き直す", "求め直す"),
    ("初期値が許す", "初期値で決まる"),
    ("誤差は層", "δは層"),
    ("f′の傾き", "微分係数"),
    ("モーメンタム", "モメンタム"),
    ("正味の入力", "正味入力"),
    ("シード", "種"),
    ("無作為", "ランダム"),
    ("止まります", "どれだけのステップで何が変わらないか"),
];

/// All that is said in a language, with where it stands.
fn all(language: &str) -> BTreeMap<String, String> {
    let mut all = words(language);
    for (id, lesson) in lessons(language) {
        let captions = lesson.captions.into_iter().enumerate();
        all.extend(captions.map(|(beat, text)| (format!("{id}, beat {}", beat + 1), text)));
        all.insert(format!("{id}, title"), lesson.title);
        all.insert(format!("{id}, text"), lesson.text);
    }
    for (id, questions) in questions(language) {
        for (index, question) in questions.into_iter().enumerate() {
            all.insert(format!("{id}, question {}", index + 1), question.ask);
            all.insert(format!("{id}, answer {}", index + 1), question.why);
        }
    }
    for (id, notes) in notes(language) {
        for (beat, note) in notes.into_iter().enumerate() {
            let texts = [note.say, note.ask, note.answer].join("\n");
            all.insert(format!("{id}, notes {}", beat + 1), texts);
        }
    }
    all
}

/// Without formulas and places, each of which is a □.
fn prose(text: &str) -> String {
    let mut prose = String::new();
    for (index, piece) in text.split('`').enumerate() {
        if index % 2 == 1 {
            prose.push('□');
            continue;
        }
        for (index, part) in piece.split('{').enumerate() {
            match part.split_once('}') {
                Some((_, after)) if index > 0 => {
                    prose.push('□');
                    prose.push_str(after);
                }
                _ => prose.push_str(part),
            }
        }
    }
    prose
}

#[test]
fn japanese_has_one_term_for_each_thing() {
    for (place, text) in all("ja") {
        for (wrong, right) in NOT_SAID {
            assert!(
                !text.contains(wrong),
                "{place} says {wrong}, not {right}: {text}"
            );
        }
    }
}

/// A formula's own signs are those of mathematics.
#[test]
fn japanese_has_the_signs_of_japanese() {
    for (place, text) in all("ja") {
        let prose = prose(&text);
        let foreign = prose.chars().find(|sign| "():;?!".contains(*sign));
        assert_eq!(foreign, None, "{place}: {text}");
    }
}

#[test]
fn in_japanese_no_gap_parts_words_from_numbers_and_formulas() {
    for (place, text) in all("ja") {
        if place == "language.choose" {
            continue;
        }
        let letters: Vec<char> = prose(&text).chars().collect();
        let is_japanese = |letter: char| crate::is_japanese(letter) || "。、「」".contains(letter);
        let has_gap = letters.windows(2).any(|pair| match pair {
            [' ', letter] | [letter, ' '] => is_japanese(*letter),
            _ => false,
        });
        assert!(!has_gap, "{place}: {text}");
    }
}

/// A caption is read alone: it does not wait for the next one.
#[test]
fn every_caption_comes_to_an_end() {
    for language in languages() {
        for (id, lesson) in lessons(&language) {
            for text in lesson.captions.iter().chain([&lesson.text]) {
                let end = text.chars().last();
                let ends = end.is_some_and(|sign| ".?。？`".contains(sign));
                assert!(ends, "{id} in {language}: {text}");
            }
        }
    }
}
