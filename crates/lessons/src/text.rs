//! A text in the two languages of the page.

/// The same sentence in Japanese and in English, equals.
///
/// Between backticks stands a formula in the notation of the page: `w_new = w_old`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// Japanese, with the terms of the lecture.
    pub ja: &'static str,
    /// English.
    pub en: &'static str,
}
