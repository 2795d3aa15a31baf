//! The lessons, in the order of the lecture.

mod back_propagation;
mod deeper;
mod forward_pass;
mod initial_values;
mod local_minima;
mod no_unique_answer;
mod remedies;
mod start_and_rate;
mod steepest_descent;
mod vanishing_1d;
mod vanishing_2d;
mod xor;

use crate::lesson::Lesson;

/// Every lesson, in the order of the lecture.
pub const LESSONS: [Lesson; 12] = [
    forward_pass::LESSON,
    back_propagation::LESSON,
    steepest_descent::LESSON,
    initial_values::LESSON,
    local_minima::LESSON,
    vanishing_1d::LESSON,
    vanishing_2d::LESSON,
    no_unique_answer::LESSON,
    deeper::LESSON,
    xor::LESSON,
    remedies::LESSON,
    start_and_rate::LESSON,
];
