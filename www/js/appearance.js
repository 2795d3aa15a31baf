// Theme and projector mode: how the page looks, whatever it shows.

import { palette } from '../pkg/downhill_web.js';
import { byId, setAttribute } from './dom.js';
import { on, publish } from './frames.js';
import { t } from './locale.js';
import { remember, remembered } from './storage.js';

/** @typedef {'auto' | 'light' | 'dark'} Theme */

/** @type {Theme[]} */
const THEMES = ['auto', 'light', 'dark'];
const STORED = 'downhill.theme';

const darkPreferred = matchMedia('(prefers-color-scheme: dark)');
const root = document.documentElement;

const stored = remembered(STORED);
let theme = THEMES.find((known) => known === stored) ?? 'auto';

/** Whether the pictures are to be drawn in light ink on dark paper. */
export const isDark = () => (theme === 'auto' ? darkPreferred.matches : theme === 'dark');

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
  // The first listener, so that all pictures of the frame are drawn by it.
  on(['view'], () => {
    const typeScale = parseFloat(getComputedStyle(root).fontSize) / 16;
    scale = devicePixelRatio * typeScale;
    // Page and pictures are printed with the same inks.
    const { paper, ink, muted, grid, accent, curve } = palette(isDark());
    const inks = { paper, ink, muted, hairline: grid, accent, curve };
    for (const [name, color] of Object.entries(inks)) root.style.setProperty(`--${name}`, color);
  });
  applyTheme();
  labelTheme();
}
