// SPDX-License-Identifier: GPL-3.0-or-later
// The shell of the page.

import { html, render } from "/htm.js";

const token = new URLSearchParams(location.search).get("token");

async function start() {
  const answer = await fetch("/api/status", { headers: { "X-Parley-Token": token } });
  const status = await answer.json();

  render(html`<main><h1>${status.file}</h1></main>`, document.body);
}

start();
