//! The lecture as data: experiments with titles and texts in Japanese and English.

mod fact;
mod lesson;
mod text;

pub use fact::Fact;
pub use lesson::{LESSONS, Lesson};
pub use text::Text;

#[cfg(test)]
mod tests {
    use super::*;
    use backprop::Experiment;

    #[test]
    fn every_fact_is_an_experiment() {
        for fact in Fact::ALL {
            let experiment = Experiment::parse(fact.document());
            assert!(experiment.is_ok(), "{fact:?}: {experiment:?}");
        }
    }

    #[test]
    fn every_lesson_has_its_own_id_and_both_languages() {
        for (i, lesson) in LESSONS.iter().enumerate() {
            assert!(LESSONS[..i].iter().all(|other| other.id != lesson.id));
            for text in [lesson.title, lesson.text] {
                assert!(!text.ja.is_empty() && !text.en.is_empty());
            }
        }
    }
}
