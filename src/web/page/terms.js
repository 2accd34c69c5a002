// SPDX-License-Identifier: GPL-3.0-or-later
// The working draft, its terms edited in place: what each brings each party, and what others would.

import { html, useState } from "./preact.js";
import { DraftActions } from "./answers.js";
import { Scores } from "./card.js";
import { useChanges } from "./explained.js";
import { partyTone } from "./look.js";
import { Sign } from "./marks.js";
import { SOLUTIONS } from "./picture.js";
import { setWorking, settle } from "./store.js";
import { differing, isSettled, nearestDraft, sliderValue, snap, turned, withTerm } from "./working.js";
import { workOn } from "./work_on.js";
import { counted, draftName, input, jointWords, markOf, points, round, shift, span, termWords, verdictWords } from "./wording.js";

const scoredParties = (view) => view.parties.filter(({ scored }) => scored);

// ---- Where it starts ----------------------------------------------------------------------------

function startsFrom(view, evaluation) {
  const drafts = view.drafts.filter(({ id }) => id !== "working")
    .map((draft) => ({ key: `draft:${draft.id}`, title: draftName(draft, view.as_of), terms: draft.terms }));
  const solutions = SOLUTIONS.flatMap(({ key, title }) => {
    const deal = evaluation.deals.solutions?.[key]?.[0]?.deals[0];
    return deal ? [{ key: `solution:${key}`, title: `Solution: ${title}`, terms: deal.terms }] : [];
  });

  return [...drafts, ...solutions, { key: "open", title: "All terms open", terms: {} }];
}

function Start({ view, evaluation, working }) {
  const starts = startsFrom(view, evaluation);
  const [key, setKey] = useState(null);
  const latest = view.drafts.filter(({ id }) => id !== "working").at(-1);
  const chosen = starts.find((start) => start.key === (key ?? (latest ? `draft:${latest.id}` : "open"))) ?? starts[0];

  return html`<div class="start">
    <label>${working ? "Start again from" : "Start from"}
      <select value=${chosen.key} onChange=${(event) => setKey(event.target.value)}>
        ${starts.map(({ key: id, title }) => html`<option key=${id} value=${id}>${title}</option>`)}</select></label>
    <button type="button" class=${working ? "button" : "button main"} onClick=${() => workOn(chosen.terms)}>Start</button>
    ${working && html`<button type="button" class="button" onClick=${() => setWorking(null)}>Discard</button>`}
  </div>`;
}

// ---- One term -----------------------------------------------------------------------------------

/** What a term brings a party of what it could, as a bar. */
function Gets({ party, contribution, index }) {
  if (!contribution || contribution.weight === 0) return html`<td class="gets none"><span class="unseen">${party.title}: </span>-</td>`;
  const { won, given_up: givenUp } = contribution;
  if (won.low === null) return html`<td class="gets none">-</td>`;
  const best = won.high + givenUp.low;
  const percent = (value) => `${best > 0 ? Math.max(0, Math.min(100, (100 * value) / best)) : 0}%`;

  return html`<td class=${`gets tone-${partyTone(index)}`} title=${`${party.title} gets ${span(won.low, won.high)} of ${points(best)} points`}>
    <span class="unseen">${party.title} gets </span>${span(won.low, won.high)}<span class="of"> of ${input(round(best))}</span>
    <span class="bar" aria-hidden="true"><span class="most" style=${{ width: percent(won.high) }}></span><span class="least" style=${{ width: percent(won.low) }}></span></span>
  </td>`;
}

function ChoiceControl({ issue, term, change }) {
  const settled = isSettled(term);
  const value = term === undefined ? "" : settled ? term : "*";

  return html`<select aria-label=${issue.title} value=${value}
      onChange=${(event) => event.target.value !== "*" && change(event.target.value || undefined)}>
    ${!settled && term !== undefined && html`<option value="*">${termWords(issue, term)}</option>`}
    ${issue.options.map(({ id, title }) => html`<option key=${id} value=${id}>${title}</option>`)}
    <option value="">open</option>
  </select>`;
}

function RangeControl({ issue, term, change }) {
  const value = sliderValue(issue, term);
  const settled = typeof term === "number";
  const index = issue.values?.indexOf(snap(issue, value)) ?? 0;
  const slide = (event) => change(issue.values[Number(event.target.value)], { live: true });

  return html`<div class=${`range ${settled ? "" : "open"}`}>
    <input type="range" min="0" max=${issue.values.length - 1} step="1" value=${index} aria-label=${issue.title}
      aria-valuetext=${termWords(issue, term, "open")} onInput=${slide} onChange=${settle} />
    <input type="number" min=${issue.min} max=${issue.max} step="any" value=${settled ? input(value) : ""}
      placeholder=${settled ? "" : termWords(issue, term, "open")} aria-label=${`${issue.title}${issue.unit ? `, ${issue.unit}` : ""}`}
      onChange=${(event) => event.target.value !== "" && event.target.checkValidity() && change(Number(event.target.value))} />
    <span class="unit" aria-hidden="true">${issue.unit}</span>
    <label class="open-box"><input type="checkbox" checked=${term === undefined}
      onChange=${(event) => change(event.target.checked ? undefined : snap(issue, value))} /> open</label>
  </div>`;
}

/** "Ukraine would accept" */
function turnWords({ party, verdict }) {
  return { accepts: `${party.title} would accept`, rejects: `${party.title} would reject`, depends: `${party.title}: would depend` }[verdict] ?? "";
}

function OptionRow({ issue, change, score, parties, name, choose }) {
  const id = `${name}-${change.option}`;
  const turns = turned(change, score, parties);
  const note = !change.feasible ? "against the rules" : change.takes_other_changes ? "takes other changes too" : "";

  return html`<tr class=${change.feasible ? "" : "infeasible"}>
    <th scope="row"><button type="button" id=${id} class="link" onClick=${() => choose(change.option)}>${termWords(issue, change.option)}</button></th>
    ${parties.map(({ id: party, scored }) => scored && html`<td class="number" key=${party}>${change.parties?.[party]?.gain
      ? shift(change.parties[party].gain.low, change.parties[party].gain.high) : "-"}</td>`)}
    <td class="turns">${note}${turns.map((turn) => html`<span key=${turn.party.id} class=${`verdict ${markOf(turn.verdict)}`}>
      <${Sign} mark=${markOf(turn.verdict)} /> ${turnWords(turn)}</span>`)}</td>
  </tr>`;
}

function Options({ issue, changes, fresh, score, view, choose }) {
  const parties = view.parties.filter(({ id, scored }) => scored || score.parties[id]?.verdict);

  if (changes.length === 0) return html`<p class="below">${fresh ? "There is no other term." : "Working it out …"}</p>`;
  return html`<table class=${`options ${fresh ? "" : "stale"}`}>
    <caption class="unseen">What other terms on ${issue.title} would change, in points</caption>
    <thead><tr><th scope="col">instead</th>${parties.filter(({ scored }) => scored).map(({ id, title }) =>
      html`<th scope="col" class="number" key=${id}>${title}</th>`)}<th scope="col"><span class="unseen">what it turns</span></th></tr></thead>
    <tbody>${changes.map((change) => html`<${OptionRow} key=${String(change.option)} issue=${issue} change=${change}
      score=${score} parties=${parties} name=${`option-${issue.id}`} choose=${choose} />`)}</tbody>
  </table>`;
}

/** The best that one other term could do, so that it is seen where a change turns something. */
function Turns({ changes, score, view }) {
  const parties = view.parties;
  const turns = new Map();

  for (const change of changes)
    for (const turn of turned(change, score, parties))
      if (turn.verdict === "accepts" || turn.verdict === "rejects") turns.set(`${turn.party.id}:${turn.verdict}`, turn);
  if (turns.size === 0) return null;
  return html`<span class="can-turn" title="another term here turns a verdict">can turn ${[...new Set([...turns.values()]
    .map(({ party }) => party.title))].join(", ")}</span>`;
}

function TermRow({ issue, terms, reference, view, score, changes, fresh }) {
  const [open, setOpen] = useState(false);
  const term = terms[issue.id];
  const differs = reference && differing(view, terms, reference.terms).includes(issue.id);
  const change = (value, how) => setWorking(withTerm(view, terms, issue.id, value), { step: `term ${issue.id}`, ...how });
  const Control = issue.kind === "range" ? RangeControl : ChoiceControl;
  const parties = scoredParties(view);
  const contributionOf = (party) => score.parties[party.id]?.contributions?.find((one) => one.issue === issue.id);

  return html`<tr class=${`term ${differs ? "differs" : ""}`}>
      <th scope="row"><div class="term-head"><span class="issue">${issue.title}</span>${differs && html` <span class="differing"
        title=${`${draftName(reference, view.as_of)}: ${termWords(issue, reference.terms[issue.id])}`}>changed</span>`}
        <${Turns} changes=${changes} score=${score} view=${view} />
        <button type="button" class="more" aria-expanded=${open ? "true" : "false"} aria-label=${`Other terms on ${issue.title}`}
          title="What other terms would bring" onClick=${() => setOpen(!open)}>${open ? "▴" : "▾"}</button></div>
        <div class="control"><${Control} issue=${issue} term=${term} change=${change} /></div></th>
      ${parties.map((party) => html`<${Gets} key=${party.id} party=${party} contribution=${contributionOf(party)}
        index=${view.parties.indexOf(party)} />`)}
    </tr>
    ${open && html`<tr class="term-more"><td colspan=${parties.length + 1}>${differs && html`<p class="below">${`${draftName(reference, view.as_of)}: ${termWords(issue, reference.terms[issue.id], "open")}. `}
      <button type="button" class="link" onClick=${() => change(reference.terms[issue.id])}>Put it back</button></p>`}
      <${Options} issue=${issue} changes=${changes} fresh=${fresh} score=${score} view=${view} choose=${change} /></td></tr>`}`;
}

function DerivedRow({ issue, view, score }) {
  return html`<tr class="term derived"><th scope="row"><span class="issue">${issue.title}</span> <span class="below">follows from others</span></th>
    ${scoredParties(view).map((party) => html`<${Gets} key=${party.id} party=${party} index=${view.parties.indexOf(party)}
      contribution=${score.parties[party.id]?.contributions?.find((one) => one.issue === issue.id)} />`)}</tr>`;
}

function Adjustments({ view, score }) {
  const rows = view.parties.flatMap((party) => (score.parties[party.id]?.adjustments ?? []).filter(({ applies }) => applies !== "none")
    .map(({ id, points: moved, applies }) => ({ party, id, moved, applies,
      title: party.adjustments.find((one) => one.id === id)?.title ?? id })));

  return rows.length > 0 && html`<ul class="adjustments">${rows.map(({ party, id, title, moved, applies }) => html`<li key=${`${party.id} ${id}`}>
    ${party.title}: ${shift(moved, moved)} for "${title}"${applies === "some" ? ", in some completions" : ""}</li>`)}</ul>`;
}

// ---- The whole ----------------------------------------------------------------------------------

function Compared({ view, reference, choose, n }) {
  if (!reference) return null;
  return html`<p class="compared"><label>${n === 0 ? "The same terms as" : `${counted(n, "term")} changed against`}
    <select value=${reference.id} onChange=${(event) => choose(event.target.value)}>
      ${view.drafts.filter(({ id }) => id !== "working").map((draft) =>
        html`<option key=${draft.id} value=${draft.id}>${draftName(draft, view.as_of)}</option>`)}</select></label></p>`;
}

function TermTable({ view, score, draft, reference, changes, fresh }) {
  const parties = scoredParties(view);

  return html`<table class="terms-table">
    <caption class="unseen">Terms of the working draft, and the points that each brings each party</caption>
    <thead><tr><th scope="col">Issue and term</th>${parties.map((party) => html`<th scope="col" class="gets" key=${party.id}>${party.title}</th>`)}</tr></thead>
    <tbody>${view.issues.map((issue) => (issue.kind === "derived" ? html`<${DerivedRow} key=${issue.id} issue=${issue} view=${view} score=${score} />`
      : html`<${TermRow} key=${issue.id} issue=${issue} terms=${draft.terms} reference=${reference} view=${view} score=${score}
          changes=${changes.get(issue.id) ?? []} fresh=${fresh} />`))}</tbody>
  </table>`;
}

function Editor({ view, evaluation, draft, score }) {
  const [referenceId, setReference] = useState(null);
  const { changes, fresh } = useChanges(evaluation, true);
  const reference = view.drafts.find(({ id }) => id === referenceId && id !== "working") ?? nearestDraft(view, draft.terms);
  const item = { score, scores: Object.fromEntries(Object.entries(score.parties).filter(([, { low }]) => low !== null)) };
  const n = reference ? differing(view, draft.terms, reference.terms).length : 0;

  return html`<p class=${`joint ${markOf(score.verdict)}`}><${Sign} mark=${markOf(score.verdict)} />${" "}
      ${jointWords(score, view.parties.filter(({ role }) => role !== "affected"))}</p>
    <${Scores} item=${item} view=${view} />
    <${Compared} view=${view} reference=${reference} choose=${setReference} n=${n} />
    <div class="row-of-buttons"><${DraftActions} id="working" score=${score} /></div>
    <${TermTable} view=${view} score=${score} draft=${draft} reference=${reference} changes=${changes} fresh=${fresh} />
    <${Adjustments} view=${view} score=${score} />`;
}

export function Working({ view, evaluation }) {
  const draft = view.drafts.find(({ id }) => id === "working");
  const score = evaluation.score.drafts.find(({ id }) => id === "working");

  return html`<section class="working" aria-label="Working draft">
    <header><h3>Working draft</h3></header>
    ${!draft && html`<p class="below">Take a draft, a solution or a point of the frontier, change its terms, and see what becomes of it.</p>`}
    <${Start} view=${view} evaluation=${evaluation} working=${Boolean(draft)} />
    ${draft && score && html`<${Editor} view=${view} evaluation=${evaluation} draft=${draft} score=${score} />`}
  </section>`;
}
