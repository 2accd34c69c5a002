// SPDX-License-Identifier: GPL-3.0-or-later
// Small pictures, all of lines on a ground of 16 by 16.

import { html } from "./preact.js";

const PATHS = {
  undo: "M3 6h7a3.5 3.5 0 0 1 0 7H6M3 6l3-3M3 6l3 3",
  redo: "M13 6H6a3.5 3.5 0 0 0 0 7h4M13 6l-3-3M13 6l-3 3",
  locked: "M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5",
  open: "M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 4.8-1",
  right: "M6 3.5 10.5 8 6 12.5",
  save: "M8 2.5v7.5M5 7l3 3 3-3M3 13.5h10",
  load: "M8 10.5V3M5 6l3-3 3 3M3 13.5h10",
  link: "M6.5 9.5l3-3M7 5l1.5-1.5a2.5 2.5 0 0 1 4 4L11 9M9 11l-1.5 1.5a2.5 2.5 0 0 1-4-4L5 7",
  close: "M4 4l8 8M12 4l-8 8",
  larger: "M2.5 13 6 4l3.5 9M3.8 10h4.4M12 4v5M9.8 6.5h4.4",
  warn: "M8 2.5 14.5 13.5h-13zM8 6.5v3.5M8 12v.2",
};

export const Icon = ({ name }) => html`<svg class="icon" viewBox="0 0 16 16" width="16" height="16"
  aria-hidden="true" focusable="false"><path d=${PATHS[name]} /></svg>`;
