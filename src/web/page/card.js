// SPDX-License-Identifier: GPL-3.0-or-later
// What a deal or a draft is: its scores and its terms, as a card beside the picture's pointer and in
// full below the picture.

import { html } from "./preact.js";
import { useTerms } from "./deal_terms.js";
import { Sign } from "./marks.js";
import { count, counted, input, jointWords, margin, span, termWords, verdictWords } from "./wording.js";

const deciding = (view) => view.parties.filter(({ role }) => role !== "affected");

/** What kind of thing it is, in a line. */
export function kindWords(item, view) {
  switch (item.kind) {
    case "solution":
      return `Solution: ${Number(item.count) === 1 ? "one deal" : `${count(item.count)} deals tie, these terms are the first`}`;
    case "frontier":
      return Number(item.count) === 1 ? "No deal that all accept is better for one side and worse for none"
        : `${count(item.count)} deals at this point of the frontier`;
    case "miss":
      return `No deal is acceptable; this comes nearest. It fails for ${item.blockedBy.map((id) =>
        view.parties.find((party) => party.id === id)?.title ?? id).join(", ")}`;
    default:
      return jointWords(item.score, deciding(view)).replace(/^./, (letter) => letter.toUpperCase());
  }
}

const spanLess = (scores, reservation) => ({ low: scores.low - reservation.value, high: scores.high - reservation.value });

function ScoreRow({ party, scores, verdict }) {
  const { reservation, title } = party;
  const words = verdictWords(verdict);

  return html`<tr>
    <th scope="row">${title}</th>
    <td class="number">${scores ? span(scores.low, scores.high) : "-"}</td>
    <td class="number">${scores && reservation ? margin(spanLess(scores, reservation)) : ""}</td>
    <td>${words && html`<span class=${`verdict ${words.mark}`}><${Sign} mark=${words.mark} /> ${words.word}</span>`}</td>
  </tr>`;
}

export function Scores({ item, view, caption }) {
  const parties = view.parties.filter(({ id }) => item.scores[id] || item.score?.parties[id]);

  return html`<table class="scores">
    <caption class=${caption ? "" : "unseen"}>${caption ?? "Scores in points"}</caption>
    <thead><tr><th scope="col">Party</th><th scope="col" class="number">points</th>
      <th scope="col" class="number">over reservation</th><th scope="col">verdict</th></tr></thead>
    <tbody>${parties.map((party) => html`<${ScoreRow} key=${party.id} party=${party} scores=${item.scores[party.id]}
      verdict=${item.score ? item.score.parties[party.id]?.verdict : null} />`)}</tbody>
  </table>`;
}

const sameTerm = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** Every issue's term; those that @p other has otherwise are marked. */
export function Terms({ terms, view, other, otherName }) {
  const issues = view.issues.filter(({ kind }) => kind !== "derived");
  const differing = other ? issues.filter(({ id }) => !sameTerm(terms[id], other[id])) : [];

  return html`
    <dl class="terms-list">${issues.map((issue) => html`<div key=${issue.id}
        class=${differing.includes(issue) ? "differs" : ""}>
      <dt>${issue.title}</dt><dd>${termWords(issue, terms[issue.id])}${differing.includes(issue)
        && html`<span class="was"> (${otherName}: ${termWords(issue, other[issue.id])})</span>`}</dd>
    </div>`)}</dl>
    ${other && html`<p class="below">${differing.length === 0 ? `The same terms as ${otherName}.`
      : `${counted(differing.length, "term")} ${differing.length === 1 ? "differs" : "differ"} from ${otherName}.`}</p>`}`;
}

/** Beside what is pointed at; below it lies the picture, so that it is only looked at. */
export function Card({ item, box, size, view }) {
  const { terms, pending, error } = useTerms(item);
  const right = box.x + box.width / 2 < size.width / 2;
  const style = {
    top: `${Math.min(Math.max(box.y - 20, 6), size.height * 0.5)}px`,
    ...(right ? { left: `${Math.min(box.x + box.width, size.width * 0.55) + 16}px` }
      : { right: `${size.width - Math.max(box.x, size.width * 0.45) + 16}px` }),
  };

  return html`<div class="card" style=${style} aria-hidden="true">
    <p class="card-name">${item.name}</p>
    <p class="card-kind">${kindWords(item, view)}</p>
    <${Scores} item=${item} view=${view} />
    ${terms ? html`<${Terms} terms=${terms} view=${view} />` : html`<p class="below">${pending ? "Finding its terms …" : error}</p>`}
  </div>`;
}

/** "accepts from 45 (believed 41-50)" */
export function reservationWords({ reservation }) {
  if (!reservation) return "";
  const { value, low, high } = reservation;

  return `accepts from ${input(value)}${low !== null && low !== high ? ` (believed ${input(low)}-${input(high)})` : ""}`;
}
