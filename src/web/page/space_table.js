// SPDX-License-Identifier: GPL-3.0-or-later
// The picture as a table: the same things in the same order, for who cannot see it or wants
// numbers.

import { html, useState } from "./preact.js";
import { groupsOf } from "./picture.js";
import { select } from "./store.js";
import { span } from "./wording.js";

const KINDS = {
  draft: "Draft", working: "Working draft", solution: "Solution", frontier: "Frontier",
  miss: "Nearest miss",
};

function Row({ item, pair }) {
  const { key, kind, id, name, scores } = item;
  const points = ({ low, high }) => span(low, high);
  const cells = pair.map((party) =>
    html`<td class="number" key=${party.id}>${points(scores[party.id])}</td>`);

  return html`<tr>
    <th scope="row"><button type="button" class="link"
      onClick=${() => select({ key, kind, id })}>${name}</button></th>
    <td>${KINDS[kind]}</td>${cells}</tr>`;
}

function Table({ picture }) {
  const items = groupsOf(picture).flat();
  const heads = picture.pair
    .map(({ id, title }) => html`<th scope="col" class="number" key=${id}>${title}</th>`);
  const rows = items
    .map((item) => html`<${Row} key=${item.key} item=${item} pair=${picture.pair} />`);

  return html`<div class="box" tabindex="0" role="region" aria-label="The picture as a table">
    <table>
    <caption class="unseen">What the picture shows, in points</caption>
    <thead><tr><th scope="col">Deal</th><th scope="col">What it is</th>${heads}</tr></thead>
    <tbody>${rows}</tbody>
  </table></div>`;
}

export function SpaceTable({ picture }) {
  const [open, setOpen] = useState(false);

  return html`<details class="twin" onToggle=${({ target }) => setOpen(target.open)}>
    <summary>The picture as a table</summary>
    ${open && html`<${Table} picture=${picture} />`}</details>`;
}
