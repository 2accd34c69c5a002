// SPDX-License-Identifier: GPL-3.0-or-later
// The working draft: where it starts, how it fares, and its terms, edited in place.

import { html, useState } from "./preact.js";
import { Scores } from "./card.js";
import { Choices } from "./choices.js";
import { useChanges } from "./explained.js";
import { Sign } from "./marks.js";
import { SOLUTIONS } from "./picture.js";
import { DraftActions } from "./questions.js";
import { setWorking } from "./store.js";
import { DerivedRow, TermRow } from "./term_row.js";
import { workOn } from "./work_on.js";
import { differing, nearestDraft, otherDrafts } from "./working.js";
import { counted, draftName, jointWords, markOf, shift } from "./wording.js";

function startsFrom(view, { deals }) {
  const drafts = otherDrafts(view).map((draft) =>
    ({ id: `draft:${draft.id}`, title: draftName(draft, view.as_of), terms: draft.terms }));
  const solutions = SOLUTIONS.flatMap(({ key, title }) => {
    const deal = deals.solutions?.[key]?.[0]?.deals[0];
    return deal ? [{ id: `solution:${key}`, title: `Solution: ${title}`, terms: deal.terms }] : [];
  });

  return [...drafts, ...solutions, { id: "open", title: "All terms open", terms: {} }];
}

function Start({ view, evaluation, working }) {
  const [id, setId] = useState(null);
  const starts = startsFrom(view, evaluation);
  const latest = starts[Math.max(otherDrafts(view).length - 1, 0)];
  const chosen = starts.find((start) => start.id === id) ?? latest;

  return html`<div class="start">
    <${Choices} label=${working ? "Start again from" : "Start from"} value=${chosen.id}
      options=${starts} choose=${setId} />
    <button type="button" class=${working ? "button" : "button main"}
      onClick=${() => workOn(chosen.terms)}>Start</button>
    ${working && html`<button type="button" class="button"
      onClick=${() => setWorking(null)}>Discard</button>`}
  </div>`;
}

/** Points that come of several terms together. */
function Adjustments({ view, score }) {
  const rows = view.parties.flatMap((party) => (score.parties[party.id]?.adjustments ?? [])
    .filter(({ applies }) => applies !== "none")
    .map(({ id, points, applies }) => {
      const title = party.adjustments.find((one) => one.id === id)?.title ?? id;
      const when = applies === "some" ? ", in some completions" : "";
      return `${party.title}: ${shift(points, points)} for "${title}"${when}`;
    }));

  return rows.length > 0 && html`<ul class="adjustments">
    ${rows.map((words) => html`<li key=${words}>${words}</li>`)}</ul>`;
}

/** "3 terms changed against" a draft, which may be another one. */
function Compared({ view, reference, choose, terms }) {
  if (!reference) return null;
  const n = differing(view, terms, reference.terms).length;
  const label = n === 0 ? "The same terms as" : `${counted(n, "term")} changed against`;
  const options = otherDrafts(view)
    .map((draft) => ({ id: draft.id, title: draftName(draft, view.as_of) }));

  return html`<p class="compared">
    <${Choices} label=${label} value=${reference.id} options=${options} choose=${choose} /></p>`;
}

function TermTable({ view, score, draft, reference, changes, fresh }) {
  const heads = view.parties.filter(({ scored }) => scored)
    .map(({ id, title }) => html`<th scope="col" class="gets" key=${id}>${title}</th>`);
  const rows = view.issues.map((issue) => (issue.kind === "derived"
    ? html`<${DerivedRow} key=${issue.id} issue=${issue} view=${view} score=${score} />`
    : html`<${TermRow} key=${issue.id} issue=${issue} terms=${draft.terms} reference=${reference}
        view=${view} score=${score} changes=${changes.get(issue.id) ?? []} fresh=${fresh} />`));

  return html`<div class="box"><table class=${`terms-table ${heads.length > 2 ? "many" : ""}`}>
    <caption class="unseen">Terms of the working draft, and the points that each brings each
      party</caption>
    <thead><tr><th scope="col">Issue and term</th>${heads}</tr></thead>
    <tbody>${rows}</tbody>
  </table></div>`;
}

const scoresOf = ({ parties }) =>
  Object.fromEntries(Object.entries(parties).filter(([, { low }]) => low !== null));

function Editor({ view, evaluation, draft, score }) {
  const [chosen, choose] = useState(null);
  const { changes, fresh } = useChanges(evaluation);
  const deciding = view.parties.filter(({ role }) => role !== "affected");
  const reference = otherDrafts(view).find(({ id }) => id === chosen)
    ?? nearestDraft(view, draft.terms);

  return html`<p class=${`joint ${markOf(score.verdict)}`}><${Sign} mark=${markOf(score.verdict)} />
      <span>${jointWords(score, deciding)}</span></p>
    <${Scores} item=${{ score, scores: scoresOf(score) }} view=${view} />
    <${Compared} view=${view} reference=${reference} choose=${choose} terms=${draft.terms} />
    <div class="row-of-buttons"><${DraftActions} id="working" score=${score} /></div>
    <${TermTable} view=${view} score=${score} draft=${draft} reference=${reference}
      changes=${changes} fresh=${fresh} />
    <${Adjustments} view=${view} score=${score} />`;
}

const EMPTY = "Take a draft, a solution or a point of the frontier, change its terms, and see what "
  + "becomes of it.";

export function Working({ view, evaluation }) {
  const draft = view.drafts.find(({ id }) => id === "working");
  const score = evaluation.score.drafts.find(({ id }) => id === "working");

  return html`<section class="working" aria-label="Working draft">
    <header><h3>Working draft</h3></header>
    ${!draft && html`<p class="below">${EMPTY}</p>`}
    <${Start} view=${view} evaluation=${evaluation} working=${Boolean(draft)} />
    ${draft && score && html`<${Editor} view=${view} evaluation=${evaluation} draft=${draft}
      score=${score} />`}
  </section>`;
}
