// SPDX-License-Identifier: GPL-3.0-or-later
// What a deal or a draft is: its scores and its terms, as a card beside what is pointed at in the
// picture, and as parts of what is shown in full.

import { html, useLayoutEffect, useRef, useState } from "./preact.js";
import { Sign } from "./marks.js";
import { differing, nearestDraft } from "./working.js";
import {
  capital, count, counted, draftName, jointWords, margin, span, surplusOf, termWords, verdictWords,
} from "./wording.js";

const isOne = (digits) => Number(digits) === 1;

/** What kind of thing it is, in a line. */
export function kindWords(item, view) {
  const deciding = view.parties.filter(({ role }) => role !== "affected");
  const titles = (ids) =>
    view.parties.filter(({ id }) => ids.includes(id)).map(({ title }) => title).join(", ");

  switch (item.kind) {
    case "solution":
      return isOne(item.count) ? "Solution: one deal"
        : `Solution: ${count(item.count)} deals tie, these terms are the first's`;
    case "frontier":
      return isOne(item.count) ? "No deal that all accept is better for one side and worse for none"
        : `Efficient, and one of ${count(item.count)} deals with these scores`;
    case "miss":
      return `No deal is acceptable; this comes nearest. It fails for ${titles(item.blockedBy)}`;
    default:
      return capital(jointWords(item.score, deciding));
  }
}

/** Of what the picture shows: a draft's, or those of the first of its deals. */
export const termsOf = (item) => item.draft?.terms ?? item.terms ?? null;

/** "crosses a red line: No debt for past aid"; null when it crosses none */
export function crossedWords(standing, party) {
  const crossed = (standing.blocked_by ?? []).filter(({ red_line: id }) => id);
  const titles = crossed.map(({ red_line: id }) =>
    party.red_lines.find((one) => one.id === id)?.title ?? id);
  const n = crossed.length;

  if (n === 0) return null;
  return `crosses ${n === 1 ? "a red line" : `${n} red lines`}: ${titles.join("; ")}`;
}

export function Verdict({ verdict }) {
  const words = verdictWords(verdict);

  return words && html`<span class=${`verdict ${words.mark}`}>
    <${Sign} mark=${words.mark} /> ${words.word}</span>`;
}

function ScoreRow({ party, scores, standing }) {
  const { reservation, title } = party;
  const crossed = standing && crossedWords(standing, party);
  const surplus = surplusOf(standing, scores, reservation);

  return html`<tr>
      <th scope="row">${title}</th>
      <td class="number">${scores ? span(scores.low, scores.high) : "-"}</td>
      <td class="number">${margin(surplus)}</td>
      ${standing && html`<td><${Verdict} verdict=${standing.verdict} /></td>`}
    </tr>
    ${crossed && html`<tr class="crossed"><td colspan="4">${`${title}: ${crossed}`}</td></tr>`}`;
}

/** Scores, margins, and of a draft verdicts. */
export function Scores({ item, view }) {
  const { scores, score } = item;
  const rows = view.parties.filter(({ id }) => scores[id] || score?.parties[id]).map((party) =>
    html`<${ScoreRow} key=${party.id} party=${party} scores=${scores[party.id]}
      standing=${score?.parties[party.id]} />`);

  return html`<table class="scores">
    <caption class="unseen">Scores in points</caption>
    <thead><tr><th scope="col">Party</th><th scope="col" class="number">points</th>
      <th scope="col" class="number">over reservation</th>
      ${score && html`<th scope="col">verdict</th>`}</tr></thead>
    <tbody>${rows}</tbody>
  </table>`;
}

function Term({ issue, terms, other }) {
  const was = other && `(the working draft: ${termWords(issue, other[issue.id], "open")})`;

  return html`<div class=${other ? "differs" : ""}><dt>${issue.title}</dt>
    <dd>${termWords(issue, terms[issue.id])}
      ${was && html`<span class="was"> ${was}</span>`}</dd></div>`;
}

function comparedWords(n) {
  if (n === 0) return "The same terms as the working draft.";
  return `${counted(n, "term")} ${n === 1 ? "differs" : "differ"} from the working draft.`;
}

/** Every issue's term; those that the working draft (@p other) has otherwise are marked. */
export function Terms({ terms, view, other }) {
  const issues = view.issues.filter(({ kind }) => kind !== "derived");
  const ids = other ? differing(view, terms, other) : [];
  const rows = issues.map((issue) => html`<${Term} key=${issue.id} issue=${issue} terms=${terms}
    other=${ids.includes(issue.id) ? other : null} />`);

  return html`<dl class="terms-list">${rows}</dl>
    ${other && html`<p class="below">${comparedWords(ids.length)}</p>`}`;
}

/** Of a deal only what is not as in the working draft, or else the draft that is most like it. */
function Gist({ item, terms, view }) {
  const working = view.drafts.find(({ id }) => id === "working");
  const reference = item.draft ? null : (working ?? nearestDraft(view, terms));

  if (!reference) return html`<${Terms} terms=${terms} view=${view} />`;
  const ids = differing(view, terms, reference.terms);
  const name = working ? "the working draft" : draftName(reference, view.as_of);
  const rows = view.issues.filter(({ id }) => ids.includes(id))
    .map((issue) => html`<${Term} key=${issue.id} issue=${issue} terms=${terms} />`);
  const words = rows.length === 0 ? `The same terms as ${name}.` : `All as ${name}, but`;

  return html`<p class="below">${words}</p>
    <dl class="terms-list">${rows}</dl>`;
}

/** In letters of the page's size. */
const WIDTH = 21;

/** Beside a place, on the side where there is more room, and within the picture. */
function besides({ x, y }, size, height) {
  const type = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const width = Math.min(WIDTH * type, size.width * 0.7);
  const left = x < size.width / 2 ? x + 18 : x - 18 - width;

  return {
    width: `${width}px`,
    left: `${Math.min(Math.max(left, 4), size.width - width - 4)}px`,
    top: `${Math.max(Math.min(y - 24, size.height - height - 4), 4)}px`,
  };
}

/** The picture lies below it, so that it is only looked at. */
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
