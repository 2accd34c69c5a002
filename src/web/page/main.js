// SPDX-License-Identifier: GPL-3.0-or-later
// The shell of the page: what stands where, and what keys do everywhere.

import { Answers } from "./answers.js";
import { Cases } from "./cases.js";
import { Drafts } from "./drafts.js";
import { Dropping } from "./files.js";
import { Header } from "./header.js";
import { followLink, restoreLink } from "./link.js";
import { Live } from "./live.js";
import { Notices } from "./notices.js";
import { Parties } from "./parties.js";
import { html, render } from "./preact.js";
import { Space } from "./space.js";
import { getState, load, look, redo, undo, useStore } from "./store.js";

/** Milliseconds between looks at the file on the disk. */
const LOOK = 2000;

function Columns() {
  return html`<main class="columns">
    <section class="column parties-column" aria-label="Parties"><${Parties} /></section>
    <div class="column space-column"><${Space} /></div>
    <div class="column drafts-column"><${Drafts} /></div>
  </main>`;
}

function App() {
  const ready = useStore(({ view }) => view !== null);

  return html`<${Notices} />
    ${ready && html`<${Header} /><${Cases} /><${Columns} /><${Answers} /><${Dropping} />`}
    <${Live} />`;
}

// In a field that is typed in, the keys undo what is typed.
const isTyped = ({ target }) =>
  target.matches?.("textarea, input:not([type=range], [type=checkbox])");

function onKey(event) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyped(event)) {
    return;
  }
  const key = event.key.toLowerCase();

  if (key === "z" || key === "y") {
    event.preventDefault();
    (key === "y" || event.shiftKey ? redo : undo)();
  }
}

function watchDisk() {
  setInterval(() => {
    if (!document.hidden && getState().view) {
      look();
    }
  }, LOOK);
}

async function start() {
  render(html`<${App} />`, document.body);
  document.addEventListener("keydown", onKey);
  if (!(await restoreLink())) {
    await load();
  }
  followLink();
  watchDisk();
}

start();
