// SPDX-License-Identifier: GPL-3.0-or-later
// The right column: every draft with what each party makes of it, and the working draft.

import { html } from "./preact.js";
import { crossedWords, Verdict } from "./card.js";
import { isEmpty } from "./overlay.js";
import { useParts } from "./parts.js";
import { select } from "./store.js";
import { Working } from "./terms.js";
import {
  believedWords, counted, draftName, join, jointWords, margin, markOf, span,
} from "./wording.js";

/** So many issues are named on which a draft depends. */
const NAMED = 3;

const ON_THE_LINE = "on the line: a point more or less, or an input elsewhere in its stated range, "
  + "turns the verdict";

const EMPTY = "The scenario has no drafts. Start a working draft below.";

const decidingOf = (view) => view.parties.filter(({ role }) => role !== "affected");

/** "Depends on Security, Rate and 2 more" */
function dependsWords({ parties }, { issues }) {
  const ids = Object.values(parties).flatMap(({ depends_on: on }) => on ?? []);
  const titles = issues.filter(({ id }) => ids.includes(id)).map(({ title }) => title);

  if (titles.length === 0) return null;
  return titles.length <= NAMED + 1 ? `Depends on ${join(titles)}`
    : `Depends on ${titles.slice(0, NAMED).join(", ")} and ${titles.length - NAMED} more`;
}

/** What it was in the base, as far as it was something else. */
function wasWords(standing, was) {
  if (!was) return null;
  const spanOf = ({ low, high }) => (low === null ? "no score" : span(low, high));
  const moved = spanOf(was) !== spanOf(standing) && spanOf(was);
  const turned = was.verdict !== standing.verdict && was.verdict;
  const words = [moved, turned].filter(Boolean);

  return words.length > 0 ? `was ${words.join(", ")}` : null;
}

const Note = ({ sign, words }) =>
  html`<abbr title=${words} aria-label=${`, ${words}`}>${sign}</abbr>`;

function Standing({ standing, was, party }) {
  const { low, high } = standing;
  const crossed = crossedWords(standing, party);
  const before = wasWords(standing, was);

  return html`<td class="standing">
    ${low !== null && html`<span class="score">${span(low, high)}</span>`}
    <span class="judged"><${Verdict} verdict=${standing.verdict} />
      ${crossed && html`<${Note} sign="*" words=${crossed} />`}
      ${standing.on_the_line && html`<${Note} sign="~" words=${ON_THE_LINE} />`}</span>
    <span class="margin">${margin(standing.surplus)}</span>
    ${before && html`<span class="was">${before}</span>`}
  </td>`;
}

/** The draft's name, which chooses it, and what all say to it. */
function Head({ score, was, name, view, chosen }) {
  const depends = dependsWords(score, view);
  const deciding = decidingOf(view);
  const kind = score.id === "working" ? "working" : "draft";
  const selected = { key: `draft:${score.id}`, kind, id: score.id };
  const before = was && was.verdict !== score.verdict && jointWords(was, deciding);

  return html`<th scope="row">
    <button type="button" class="draft-name" aria-pressed=${chosen ? "true" : "false"}
      onClick=${() => select(chosen ? null : selected)}>${name}</button>
    <span class=${`joint ${markOf(score.verdict)}`}>${jointWords(score, deciding)}</span>
    ${before && html`<span class="was">was ${before}</span>`}
    ${depends && html`<span class="depends">${depends}</span>`}
  </th>`;
}

function DraftRow({ score, was, view, parties, chosen }) {
  const name = draftName(view.drafts.find(({ id }) => id === score.id) ?? score, view.as_of);
  const kind = score.id === "working" ? "is-working" : "";
  const cells = parties.map((party) => html`<${Standing} key=${party.id} party=${party}
    standing=${score.parties[party.id]} was=${was?.parties[party.id]} />`);

  return html`<tr class=${`draft-row ${kind} ${chosen ? "chosen" : ""}`}>
    <${Head} score=${score} was=${was} name=${name} view=${view} chosen=${chosen} />
    ${cells}</tr>`;
}

/** What the signs of the table mean, as far as it has them. */
function Legend({ scores }) {
  const all = scores.flatMap(({ parties }) => Object.values(parties));
  const notes = [
    all.some(({ low, high }) => low !== high) && "A range of scores: some terms are not known.",
    all.some(({ blocked_by: by }) => by?.some(({ red_line: id }) => id)) && "* crosses a red line",
    all.some(({ on_the_line: onTheLine }) => onTheLine) && "~ on the line: little would turn it",
  ].filter(Boolean);

  return notes.length > 0 && html`<p class="below">${notes.join(" · ")}</p>`;
}

function Column({ party }) {
  const { reservation, title } = party;
  const words = reservation && `accepts from ${believedWords(reservation)}`;

  return html`<th scope="col">${title}
    ${words && html`<span class="reservation">${words}</span>`}</th>`;
}

function DraftTable({ view, scores, before, selected }) {
  const parties = view.parties.filter(({ id }) => scores[0].parties[id]);
  const rows = scores.map((score) => html`<${DraftRow} key=${score.id} score=${score} view=${view}
    parties=${parties} was=${before?.find(({ id }) => id === score.id)}
    chosen=${selected?.key === `draft:${score.id}`} />`);

  return html`<div class="box" tabindex="0" role="region" aria-label="Drafts">
    <table class=${`drafts-table ${parties.length > 2 ? "many" : ""}`}>
      <caption class="unseen">Drafts: score, verdict and margin over the reservation for each
        party</caption>
      <thead><tr><th scope="col">Draft</th>
        ${parties.map((party) => html`<${Column} key=${party.id} party=${party} />`)}</tr></thead>
      <tbody>${rows}</tbody>
    </table></div><${Legend} scores=${scores} />`;
}

function Content({ view, evaluation, before, selected }) {
  const scores = evaluation.score.drafts;
  const accepted = scores.filter(({ verdict }) => verdict === "accepts").length;

  return html`<header><h2>Drafts</h2>
      <p class="count">${counted(scores.length, "draft")}, ${accepted} acceptable</p></header>
    ${scores.length === 0 ? html`<p class="below">${EMPTY}</p>` : html`<${DraftTable} view=${view}
      scores=${scores} before=${before} selected=${selected} />`}
    <${Working} view=${view} evaluation=${evaluation} />`;
}

export function Drafts() {
  const { view, evaluation, base, selected, overlay, caseId } =
    useParts("view", "evaluation", "base", "selected", "overlay", "caseId");
  const changed = caseId !== null || !isEmpty(overlay);
  const before = changed ? base?.evaluation.score.drafts : null;

  if (!evaluation || evaluation.score.error) {
    return html`<section class="drafts"><h2>Drafts</h2>
      <p class="below">${evaluation?.score.error ?? "Working it out …"}</p></section>`;
  }
  return html`<section class="drafts">
    <${Content} view=${view} evaluation=${evaluation} before=${before} selected=${selected} />
  </section>`;
}
