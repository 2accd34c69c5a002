// SPDX-License-Identifier: GPL-3.0-or-later
// What a deal or a draft is: its scores and its terms, as a card beside the picture's pointer and in
// full below the picture.

import { html, useLayoutEffect, useRef, useState } from "./preact.js";
import { Sign } from "./marks.js";
import { differing, nearestDraft, sameTerm } from "./working.js";
import { count, counted, draftName, input, jointWords, margin, span, termWords, verdictWords } from "./wording.js";

const deciding = (view) => view.parties.filter(({ role }) => role !== "affected");

/** What kind of thing it is, in a line. */
export function kindWords(item, view) {
  switch (item.kind) {
    case "solution":
      return `Solution: ${Number(item.count) === 1 ? "one deal" : `${count(item.count)} deals tie, these terms are the first`}`;
    case "frontier":
      return Number(item.count) === 1 ? "No deal that all accept is better for one side and worse for none"
        : `Efficient, and one of ${count(item.count)} deals with these scores`;
    case "miss":
      return `No deal is acceptable; this comes nearest. It fails for ${item.blockedBy.map((id) =>
        view.parties.find((party) => party.id === id)?.title ?? id).join(", ")}`;
    default:
      return jointWords(item.score, deciding(view)).replace(/^./, (letter) => letter.toUpperCase());
  }
}

const spanLess = (scores, reservation) => ({ low: scores.low - reservation.value, high: scores.high - reservation.value });

/** "crosses a red line: No debt for past aid"; null when it crosses none */
export function crossedWords(standing, party) {
  const crossed = (standing.blocked_by ?? []).filter(({ red_line }) => red_line);
  if (crossed.length === 0) return null;
  const title = ({ red_line }) => party.red_lines?.find(({ id }) => id === red_line)?.title ?? red_line;

  return `crosses ${crossed.length === 1 ? "a red line" : `${crossed.length} red lines`}: ${crossed.map(title).join("; ")}`;
}

function ScoreRow({ party, scores, judged, standing }) {
  const { reservation, title } = party;
  const words = verdictWords(standing?.verdict);
  const crossed = standing && crossedWords(standing, party);

  return html`<tr>
    <th scope="row">${title}</th>
    <td class="number">${scores ? span(scores.low, scores.high) : "-"}</td>
    <td class="number">${scores && reservation ? margin(spanLess(scores, reservation)) : ""}</td>
    ${judged && html`<td>${words && html`<span class=${`verdict ${words.mark}`}><${Sign} mark=${words.mark} /> ${words.word}</span>`}</td>`}
  </tr>
  ${crossed && html`<tr class="crossed"><td colspan="4">${`${title}: ${crossed}`}</td></tr>`}`;
}

export function Scores({ item, view, caption }) {
  const parties = view.parties.filter(({ id }) => item.scores[id] || item.score?.parties[id]);

  return html`<table class="scores">
    <caption class=${caption ? "" : "unseen"}>${caption ?? "Scores in points"}</caption>
    <thead><tr><th scope="col">Party</th><th scope="col" class="number">points</th>
      <th scope="col" class="number">over reservation</th>${item.score && html`<th scope="col">verdict</th>`}</tr></thead>
    <tbody>${parties.map((party) => html`<${ScoreRow} key=${party.id} party=${party} scores=${item.scores[party.id]}
      judged=${Boolean(item.score)} standing=${item.score?.parties[party.id]} />`)}</tbody>
  </table>`;
}

/** Of what the picture shows: a draft's, or those of the first of its deals. */
export const termsOf = (item) => item.draft?.terms ?? item.terms ?? null;

/** Of a deal only what is not as in the working draft or the draft that is most like it. */
function Gist({ item, terms, view }) {
  if (item.draft) return html`<${Terms} terms=${terms} view=${view} />`;
  const working = view.drafts.find(({ id }) => id === "working");
  const reference = working ?? nearestDraft(view, terms);
  if (!reference) return html`<${Terms} terms=${terms} view=${view} />`;
  const ids = differing(view, terms, reference.terms);
  const name = working ? "the working draft" : draftName(reference, view.as_of);
  const issues = view.issues.filter(({ id }) => ids.includes(id));

  return html`<p class="below">${issues.length === 0 ? `The same terms as ${name}.` : `All as ${name}, but`}</p>
    <dl class="terms-list">${issues.map((issue) => html`<div key=${issue.id}>
      <dt>${issue.title}</dt><dd>${termWords(issue, terms[issue.id])}</dd></div>`)}</dl>`;
}

/** Every issue's term; those that @p other has otherwise are marked. */
export function Terms({ terms, view, other, otherName }) {
  const issues = view.issues.filter(({ kind }) => kind !== "derived");
  const others = other ? issues.filter(({ id }) => !sameTerm(terms[id], other[id])) : [];

  return html`
    <dl class="terms-list">${issues.map((issue) => html`<div key=${issue.id}
        class=${others.includes(issue) ? "differs" : ""}>
      <dt>${issue.title}</dt><dd>${termWords(issue, terms[issue.id])}${others.includes(issue)
        && html`<span class="was"> (${otherName}: ${termWords(issue, other[issue.id])})</span>`}</dd>
    </div>`)}</dl>
    ${other && html`<p class="below">${others.length === 0 ? `The same terms as ${otherName}.`
      : `${counted(others.length, "term")} ${others.length === 1 ? "differs" : "differ"} from ${otherName}.`}</p>`}`;
}

/** In letters of the page's size. */
const WIDTH = 21;

const typeSize = () => parseFloat(getComputedStyle(document.documentElement).fontSize);

/** Beside a place, on the side where there is more room, and within the picture. */
function besides({ x, y }, size, height) {
  const width = Math.min(WIDTH * typeSize(), size.width * 0.7);
  const left = x < size.width / 2 ? x + 18 : x - 18 - width;

  return { width: `${width}px`, left: `${Math.min(Math.max(left, 4), size.width - width - 4)}px`,
    top: `${Math.max(Math.min(y - 24, size.height - height - 4), 4)}px` };
}

/** Beside what is pointed at; below it lies the picture, so that it is only looked at. */
export function Card({ item, at, size, view }) {
  const terms = termsOf(item);
  const [height, setHeight] = useState(0);
  const ref = useRef();

  useLayoutEffect(() => setHeight(ref.current.offsetHeight));
  return html`<div class="card" ref=${ref} style=${besides(at, size, height)} aria-hidden="true">
    <p class="card-name">${item.name}</p>
    <p class="card-kind">${kindWords(item, view)}</p>
    <${Scores} item=${item} view=${view} />
    ${terms && html`<${Gist} item=${item} terms=${terms} view=${view} />`}
  </div>`;
}

/** "accepts from 45 (believed 41-50)" */
export function reservationWords({ reservation }) {
  if (!reservation) return "";
  const { value, low, high } = reservation;

  return `accepts from ${input(value)}${low !== null && low !== high ? ` (believed ${input(low)}-${input(high)})` : ""}`;
}
