// SPDX-License-Identifier: GPL-3.0-or-later
// What a number rests on: its basis, its sources, and what is noted beside it.

import { html } from "./preact.js";
import { getState } from "./store.js";

const shortName = ({ publisher, date, title }) =>
  [publisher, date].filter(Boolean).join(", ") || title;

function Source({ id }) {
  const source = getState().view.sources.find((one) => one.id === id) ?? { title: id };
  const { url, title } = source;

  return url
    ? html`<a href=${url} target="_blank" rel="noopener noreferrer" title=${title}>
        ${shortName(source)}</a>`
    : html`<span title=${title}>${shortName(source)}</span>`;
}

export function Provenance({ number }) {
  const { basis, source = [], note } = number ?? {};

  if (!basis && source.length === 0 && !note) {
    return null;
  }
  return html`<p class="provenance">
    ${basis && html`<span class="basis">${basis}</span>`}
    ${source.map((id, i) => html`${i > 0 ? "; " : " "}<${Source} id=${id} />`)}
    ${note && html` <span>${note}</span>`}</p>`;
}
