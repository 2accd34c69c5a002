// SPDX-License-Identifier: GPL-3.0-or-later
// What a number rests on: its basis, its sources, and what is noted beside it.

import { html } from "./preact.js";
import { getState } from "./store.js";

function Source({ id }) {
  const source = getState().view.sources.find((one) => one.id === id);
  const name = source ? [source.publisher, source.date].filter(Boolean).join(", ") || source.title : id;

  return source?.url
    ? html`<a href=${source.url} target="_blank" rel="noopener noreferrer" title=${source.title}>${name}</a>`
    : html`<span title=${source?.title}>${name}</span>`;
}

export function Provenance({ number }) {
  const { basis, source = [], note } = number ?? {};

  if (!basis && source.length === 0 && !note) {
    return null;
  }
  return html`<p class="provenance">${basis && html`<span class=${`basis basis-${basis}`}>${basis}</span>`}
    ${source.map((id, i) => html`${i > 0 ? "; " : " "}<${Source} id=${id} />`)}${note && html` <span>${note}</span>`}</p>`;
}
