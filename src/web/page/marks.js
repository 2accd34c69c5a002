// SPDX-License-Identifier: GPL-3.0-or-later
// Small pictures that stand before words: of verdicts, and of what the deal space shows.

import { html } from "./preact.js";

const SIGNS = {
  yes: html`<circle cx="8" cy="8" r="7" fill="currentColor" />
    <path d="M4.5 8.2l2.4 2.5 4.6-5" class="cut" />`,
  no: html`<circle cx="8" cy="8" r="6.2" class="ring" />
    <path d="M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2" class="line" />`,
  maybe: html`<circle cx="8" cy="8" r="6.2" class="ring" stroke-dasharray="3 2" />
    <path d="M4.6 9c1.2-2.4 2.2-2.4 3.4-1s2.2 1.4 3.4-1" class="line" />`,
  never: html`<circle cx="8" cy="8" r="6.2" class="ring" /><path d="M4 12L12 4" class="line" />`,
};

/** Of a verdict; the word stands beside it. */
export const Sign = ({ mark }) => html`<svg class=${`sign ${mark}`} viewBox="0 0 16 16"
  width="14" height="14" aria-hidden="true">${SIGNS[mark]}</svg>`;

const cell = (x, opacity) =>
  html`<rect x=${x} y="2" width="5" height="10" fill="currentColor" opacity=${opacity} />`;

const SHAPES = {
  disc: html`<circle cx="9" cy="7" r="4.5" fill="currentColor" />`,
  ring: html`<circle cx="9" cy="7" r="4" class="ring" />`,
  box: html`<rect x="1.5" y="2.5" width="15" height="9" class="ring thin"
    stroke-dasharray="4 2.5" />`,
  diamond: html`<path d="M9 1l6 6-6 6-6-6z" fill="currentColor" />`,
  star: html`<path fill="currentColor"
    d="M9 .5l1.6 4.6 4.9.1-3.9 2.9 1.4 4.7-4-2.8-4 2.8 1.4-4.7L2.5 5.2l4.9-.1z" />`,
  cross: html`<path d="M5 3l8 8M13 3l-8 8" class="line" />`,
  stairs: html`<path d="M1 3h5v4h5v4h6" class="line thin" />
    <circle cx="6" cy="3" r="1.8" fill="currentColor" />
    <circle cx="11" cy="7" r="1.8" fill="currentColor" />`,
  area: html`<rect x="1" y="2" width="16" height="10" fill="currentColor" opacity=".18" />
    <rect x="1" y="2" width="16" height="10" class="ring thin" opacity=".6" />`,
  ghost: html`<circle cx="3.5" cy="7" r="2.3" class="ring thin" />
    <path d="M6.5 7h9M12.5 4.5L15.5 7l-3 2.5" class="line thin" stroke-dasharray="2 1.5" />`,
  band: html`<rect x="4" y="1" width="10" height="12" fill="currentColor" opacity=".2" />
    <path d="M9 1v12" class="line thin" />`,
  cells: html`${cell(1, 0.12)}${cell(6, 0.25)}${cell(11, 0.4)}`,
};

export const Shape = ({ shape, tone }) => html`<svg class=${`shape tone-${tone}`}
  viewBox="0 0 18 14" width="18" height="14" aria-hidden="true">${SHAPES[shape]}</svg>`;
