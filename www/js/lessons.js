// The lessons: states of the page, in the order of the lecture. Their words come with the language.

import scenes from '../lessons/scenes.js';

/**
 * What a beat lights up; samples, units and weights are counted from 0, layers from the input.
 *
 * @typedef {{ on: 'picture' }
 *   | { on: 'rates' }
 *   | { on: 'layers' }
 *   | { on: 'chain', sample: number, weight: number }
 *   | { on: 'walk', sample: number, stage: 'forward' | 'delta', layer: number }
 *   | { on: 'walk', sample: number, stage: 'error' | 'update', layer: null }} Focus
 *
 * `asks`: the caption leaves the verdict to the reader.
 * @typedef {{ document: object, at_end: boolean, focus: Focus, asks?: boolean }} Beat
 *
 * The first beat shows what the lesson is about.
 * @typedef {{ id: string, beats: Beat[] }} Lesson
 */

export const lessons = /** @type {Lesson[]} */ (/** @type {unknown} */ (scenes));

/** What a newcomer sees first: one curve to drag the ball along, three fates. */
export const firstLesson = /** @type {Lesson} */ (lessons.find(({ id }) => id === 'initial-values'));
