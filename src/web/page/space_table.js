// SPDX-License-Identifier: GPL-3.0-or-later
// The picture as a table: the same things in the same order, for who cannot see it or wants numbers.

import { html, useState } from "./preact.js";
import { groupsOf } from "./picture.js";
import { select } from "./store.js";
import { span } from "./wording.js";

const KINDS = { draft: "Draft", working: "Working draft", solution: "Solution", frontier: "Frontier", miss: "Nearest miss" };

function Rows({ picture }) {
  const items = groupsOf(picture).flatMap((group) => group.items);

  return items.map((item) => html`<tr key=${item.key}>
    <th scope="row"><button type="button" class="link" onClick=${() => select({ key: item.key, kind: item.kind, id: item.id })}>${item.name}</button></th>
    <td>${KINDS[item.kind]}</td>
    ${picture.pair.map(({ id }) => html`<td class="number" key=${id}>${span(item.scores[id].low, item.scores[id].high)}</td>`)}
  </tr>`);
}

export function SpaceTable({ picture }) {
  const [open, setOpen] = useState(false);

  return html`<details class="twin" onToggle=${(event) => setOpen(event.target.open)}>
    <summary>The picture as a table</summary>
    ${open && html`<div class="box" tabindex="0" role="region" aria-label="The picture as a table"><table>
      <caption class="unseen">What the picture shows, in points</caption>
      <thead><tr><th scope="col">Deal</th><th scope="col">What it is</th>
        ${picture.pair.map(({ id, title }) => html`<th scope="col" class="number" key=${id}>${title}</th>`)}</tr></thead>
      <tbody><${Rows} picture=${picture} /></tbody>
    </table></div>`}
  </details>`;
}
