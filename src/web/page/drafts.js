// SPDX-License-Identifier: GPL-3.0-or-later
// The right column: every draft with what each party makes of it, and the working draft.

import { html } from "./preact.js";
import { Sign } from "./marks.js";
import { select, useStore } from "./store.js";
import { Working } from "./terms.js";
import { counted, draftName, join, jointWords, margin, markOf, span, verdictWords } from "./wording.js";
import { crossedWords, reservationWords } from "./card.js";

const NAMED = 3;

const deciding = (view) => view.parties.filter(({ role }) => role !== "affected");

function dependsWords(score, view) {
  const ids = new Set(Object.values(score.parties).flatMap(({ depends_on }) => depends_on ?? []));
  const titles = view.issues.filter(({ id }) => ids.has(id)).map(({ title }) => title);

  if (titles.length === 0) return null;
  return titles.length <= NAMED + 1 ? `Depends on ${join(titles)}`
    : `Depends on ${titles.slice(0, NAMED).join(", ")} and ${titles.length - NAMED} more`;
}

function Was({ standing, was }) {
  if (!was) return null;
  const moved = was.low !== null && standing.low !== null && span(was.low, was.high) !== span(standing.low, standing.high);
  const turned = was.verdict !== standing.verdict;
  if (!moved && !turned) return null;
  const words = [moved && span(was.low, was.high), turned && was.verdict].filter(Boolean).join(", ");

  return html`<span class="was">was ${words}</span>`;
}

function Standing({ standing, was, party }) {
  const words = verdictWords(standing.verdict);
  const crossed = crossedWords(standing, party);

  return html`<td class="standing">
    ${standing.low !== null && html`<span class="score">${span(standing.low, standing.high)}</span>`}
    ${words && html`<span class=${`verdict ${words.mark}`}><${Sign} mark=${words.mark} /> ${words.word}${crossed
      && html`<abbr title=${crossed} aria-label=${`, ${crossed}`}>*</abbr>`}${standing.on_the_line
      && html`<abbr title="on the line: a point more or less, or an input elsewhere in its stated range, turns the verdict" aria-label=", on the line">~</abbr>`}</span>`}
    <span class="margin">${margin(standing.surplus)}</span>
    <${Was} standing=${standing} was=${was} />
  </td>`;
}

function DraftRow({ score, was, draft, view, chosen }) {
  const key = `draft:${score.id}`;
  const name = draftName(draft, view.as_of);
  const depends = dependsWords(score, view);

  return html`<tr class=${`draft-row ${score.id === "working" ? "is-working" : ""} ${chosen ? "chosen" : ""}`}>
    <th scope="row">
      <button type="button" class="draft-name" aria-pressed=${chosen ? "true" : "false"}
        onClick=${() => select(chosen ? null : { key, kind: score.id === "working" ? "working" : "draft", id: score.id })}>${name}</button>
      <span class=${`joint ${markOf(score.verdict)}`}>${jointWords(score, deciding(view))}${was
        && was.verdict !== score.verdict && html` <span class="was">was ${jointWords(was, deciding(view))}</span>`}</span>
      ${depends && html`<span class="depends">${depends}</span>`}
    </th>
    ${view.parties.filter(({ id }) => score.parties[id]).map((party) => html`<${Standing} key=${party.id} party=${party}
      standing=${score.parties[party.id]} was=${was?.parties[party.id]} />`)}
  </tr>`;
}

function Legend({ scores }) {
  const all = scores.flatMap(({ parties }) => Object.values(parties));
  const notes = [
    all.some(({ low, high }) => low !== high) && "A range of scores: some terms are not known.",
    all.some(({ blocked_by }) => blocked_by?.some(({ red_line }) => red_line)) && "* crosses a red line",
    all.some(({ on_the_line }) => on_the_line) && "~ on the line: little would turn it",
  ].filter(Boolean);

  return notes.length > 0 && html`<p class="below">${notes.join(" · ")}</p>`;
}

function DraftTable({ view, evaluation, base, changed, selected }) {
  const scores = evaluation.score.drafts;
  const was = (id) => (changed ? base?.evaluation.score.drafts?.find((one) => one.id === id) : undefined);
  const shown = view.parties.filter(({ id }) => scores[0]?.parties[id]);

  if (scores.length === 0) return html`<p class="below">The scenario has no drafts. Start a working draft below.</p>`;
  return html`<div class="box" tabindex="0" role="region" aria-label="Drafts"><table class=${`drafts-table ${shown.length > 2 ? "many" : ""}`}>
    <caption class="unseen">Drafts: score, verdict and margin over the reservation for each party</caption>
    <thead><tr><th scope="col">Draft</th>${shown.map((party) => html`<th scope="col" key=${party.id}>${party.title}
      <span class="reservation">${reservationWords(party)}</span></th>`)}</tr></thead>
    <tbody>${scores.map((score) => html`<${DraftRow} key=${score.id} score=${score} was=${was(score.id)} view=${view}
      draft=${view.drafts.find(({ id }) => id === score.id) ?? score} chosen=${selected?.key === `draft:${score.id}`} />`)}</tbody>
  </table></div><${Legend} scores=${scores} />`;
}

export function Drafts() {
  const [view, evaluation, base, selected, overlay, caseId] = ["view", "evaluation", "base", "selected", "overlay", "caseId"]
    .map((part) => useStore((state) => state[part]));
  const changed = caseId !== null || Object.keys(overlay).length > 0;

  if (!view || !evaluation) return html`<section class="drafts"><h2>Drafts</h2><p class="below">Working it out …</p></section>`;
  if (evaluation.score.error) return html`<section class="drafts"><h2>Drafts</h2><p class="below">${evaluation.score.error}</p></section>`;
  const accepted = evaluation.score.drafts.filter(({ verdict }) => verdict === "accepts").length;

  return html`<section class="drafts">
    <header><h2>Drafts</h2><p class="count">${counted(evaluation.score.drafts.length, "draft")}, ${accepted} acceptable</p></header>
    <${DraftTable} view=${view} evaluation=${evaluation} base=${base} changed=${changed} selected=${selected} />
    <${Working} view=${view} evaluation=${evaluation} />
  </section>`;
}
