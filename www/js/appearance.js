// Theme and projector mode: how the page looks, whatever it shows.

import { palette } from '../pkg/downhill_web.js';
import { byId, setAttribute } from './dom.js';
import { drawNow, on, publish } from './frames.js';
import { t } from './locale.js';
import { keepHere, keptHere, remember, remembered } from './storage.js';

/** @import { Palette } from '../pkg/downhill_web.js' */
/** @typedef {'auto' | 'light' | 'dark'} Theme */

/** @type {Theme[]} */
const THEMES = ['auto', 'light', 'dark'];
const STORED = 'downhill.theme';
const PROJECTOR = 'downhill.projector';

const darkPreferred = matchMedia('(prefers-color-scheme: dark)');
/** The browser looks through all style sheets for it: a drag asks several times in each of its frames. */
let isDarkPreferred = darkPreferred.matches;
darkPreferred.addEventListener('change', () => (isDarkPreferred = darkPreferred.matches));
const root = document.documentElement;

const stored = remembered(STORED);
let theme = THEMES.find((known) => known === stored) ?? 'auto';

/** Paper is light, whatever the screen is. */
let isPrinting = false;

/** Whether the pictures are to be drawn in light ink on dark paper. */
export const isDark = () =>
  !isPrinting && (theme === 'auto' ? isDarkPreferred : theme === 'dark');

/** @type {Palette[]} */
const palettes = [];

/** The pictures' colours in the present ink, as the laboratory has them. */
export const colors = () => (palettes[Number(isDark())] ??= palette(isDark()));

let scale = 1;

/** Device pixels of a picture for each pixel of its design: sharp, and with type like the page's. */
export const pictureScale = () => scale;

export const isProjector = () => root.hasAttribute('data-projector');

/** Wires the two switches of the header. */
export function mountAppearance() {
  const themeSwitch = byId('theme', HTMLButtonElement);
  const projectorSwitch = byId('projector', HTMLButtonElement);

  const applyTheme = () => {
    setAttribute(root, 'data-theme', theme);
    publish('view');
  };
  themeSwitch.addEventListener('click', () => {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'auto';
    remember(STORED, theme);
    applyTheme();
    labelTheme();
  });
  darkPreferred.addEventListener('change', applyTheme);

  /** @param {boolean} wanted */
  const setProjector = (wanted) => {
    root.toggleAttribute('data-projector', wanted);
    setAttribute(projectorSwitch, 'aria-pressed', String(wanted));
    keepHere(PROJECTOR, String(wanted));
    publish('view');
  };
  projectorSwitch.addEventListener('click', () => setProjector(!isProjector()));
  byId('projector-close', HTMLButtonElement).addEventListener('click', () => {
    setProjector(false);
    projectorSwitch.focus();
  });

  const labelTheme = () => {
    const names = { auto: t('theme.auto'), light: t('theme.light'), dark: t('theme.dark') };
    const label = t('theme.label', { theme: names[theme] });
    setAttribute(themeSwitch, 'aria-label', label);
    themeSwitch.title = label;
  };
  on(['words'], labelTheme);
  // Before anything is painted, so that all pictures of the frame are drawn by it.
  const measure = () => {
    const typeScale = parseFloat(getComputedStyle(root).fontSize) / 16;
    scale = devicePixelRatio * typeScale;
    // Page and pictures are printed with the same inks.
    const { paper, ink, muted, grid, accent, curve } = colors();
    const inks = { paper, ink, muted, hairline: grid, accent, curve };
    for (const [name, color] of Object.entries(inks)) root.style.setProperty(`--${name}`, color);
  };
  on(['view'], measure, 'compute');
  // Type grows with the window, also where a picture's box stays as it is.
  addEventListener('resize', () => publish('view'));
  for (const [event, printing] of /** @type {const} */ ([['beforeprint', true], ['afterprint', false]])) {
    addEventListener(event, () => {
      isPrinting = printing;
      setAttribute(root, 'data-theme', printing ? 'light' : theme);
      publish('view');
      drawNow();
    });
  }
  applyTheme();
  labelTheme();
  // Loaded again in the middle of a lecture, it goes on as it was.
  if (keptHere(PROJECTOR) === 'true') setProjector(true);
}
