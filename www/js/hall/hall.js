// What a lecture hall needs beside the page itself: a black screen, a dot to point with, all of the
// screen, and every key on one sheet.

export { goBlack } from './black.js';
export { toggleDot } from './dot.js';
export { fillScreen } from './screen.js';
export { openSheet } from './sheet.js';
