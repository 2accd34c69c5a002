// SPDX-License-Identifier: GPL-3.0-or-later
// What other terms on an issue would change: points of each party, and verdicts.

import { html } from "./preact.js";
import { Sign } from "./marks.js";
import { turned } from "./working.js";
import { markOf, shift, termWords } from "./wording.js";

/** "Ukraine would accept" */
function turnWords({ party: { title }, verdict }) {
  switch (verdict) {
    case "accepts":
      return `${title} would accept`;
    case "rejects":
      return `${title} would reject`;
    default:
      return `${title}: would depend`;
  }
}

const Turn = ({ turn }) => html`<span class=${`verdict ${markOf(turn.verdict)}`}>
  <${Sign} mark=${markOf(turn.verdict)} /> ${turnWords(turn)}</span>`;

function noteOf({ feasible, takes_other_changes: takesOthers }) {
  if (!feasible) return "against the rules";
  return takesOthers ? "takes other changes too" : "";
}

function Gain({ gain }) {
  return html`<td class="number">${gain ? shift(gain.low, gain.high) : "-"}</td>`;
}

function OptionRow({ issue, change, score, parties, choose }) {
  const scored = parties.filter((party) => party.scored);
  const turns = turned(change, score, parties);

  return html`<tr class=${change.feasible ? "" : "infeasible"}>
    <th scope="row"><button type="button" class="link" onClick=${() => choose(change.option)}>
      ${termWords(issue, change.option)}</button></th>
    ${scored.map(({ id }) => html`<${Gain} key=${id} gain=${change.parties?.[id]?.gain} />`)}
    <td class="turns">${noteOf(change)}
      ${turns.map((turn) => html`<${Turn} key=${turn.party.id} turn=${turn} />`)}</td>
  </tr>`;
}

/** @param {{ changes: object[], fresh: boolean, choose: (option) => void }} props */
export function Options({ issue, changes, fresh, score, view, choose }) {
  const parties = view.parties.filter(({ id, scored }) => scored || score.parties[id]?.verdict);
  const heads = parties.filter(({ scored }) => scored)
    .map(({ id, title }) => html`<th scope="col" class="number" key=${id}>${title}</th>`);
  const rows = changes.map((change) => html`<${OptionRow} key=${String(change.option)}
    issue=${issue} change=${change} score=${score} parties=${parties} choose=${choose} />`);

  if (changes.length === 0) {
    return html`<p class="below">${fresh ? "There is no other term." : "Working it out …"}</p>`;
  }
  return html`<table class=${`options ${fresh ? "" : "stale"}`}>
    <caption class="unseen">What other terms on ${issue.title} would change, in points</caption>
    <thead><tr><th scope="col">instead</th>${heads}
      <th scope="col"><span class="unseen">what it turns</span></th></tr></thead>
    <tbody>${rows}</tbody>
  </table>`;
}

/** Whose verdict another term alone would settle, so that it is seen where to look. */
export function Turns({ changes, score, view }) {
  const turns = changes.flatMap((change) => turned(change, score, view.parties))
    .filter(({ verdict }) => verdict === "accepts" || verdict === "rejects");
  const titles = new Set(turns.map(({ party }) => party.title));

  if (titles.size === 0) return null;
  return html`<span class="can-turn" title="Another term here turns this verdict">
    can turn ${[...titles].join(", ")}</span>`;
}
