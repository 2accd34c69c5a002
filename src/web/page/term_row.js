// SPDX-License-Identifier: GPL-3.0-or-later
// One issue of the working draft: its term, what this brings each party, and what others would.

import { html, useState } from "./preact.js";
import { partyTone } from "./look.js";
import { setWorking } from "./store.js";
import { TermControl } from "./term_controls.js";
import { Options, Turns } from "./term_options.js";
import { sameTerm, withTerm } from "./working.js";
import { draftName, input, points, round, span, termWords } from "./wording.js";

const contributionTo = (party, issue, score) =>
  score.parties[party.id]?.contributions?.find((one) => one.issue === issue.id);

function Bar({ low, high, best }) {
  const width = (value) => `${best > 0 ? Math.max(0, Math.min(100, (100 * value) / best)) : 0}%`;

  return html`<span class="bar" aria-hidden="true">
    <span class="most" style=${{ width: width(high) }}></span>
    <span class="least" style=${{ width: width(low) }}></span></span>`;
}

const Best = ({ best }) => html`<span class="of"> of ${input(round(best))}</span>`;

/** What a term brings a party of what it could. */
function Gets({ party, issue, score, view }) {
  const contribution = contributionTo(party, issue, score);

  if (!contribution || contribution.weight === 0 || contribution.won.low === null) {
    return html`<td class="gets none"><span class="unseen">${party.title} gets </span>-</td>`;
  }
  const { won: { low, high }, given_up: givenUp } = contribution;
  const best = high + givenUp.low;
  const title = `${party.title} gets ${span(low, high)} of ${points(best)} points`;

  return html`<td class=${`gets tone-${partyTone(view.parties.indexOf(party))}`} title=${title}>
    <span class="unseen">${party.title} gets </span>${span(low, high)}<${Best} best=${best} />
    <${Bar} low=${low} high=${high} best=${best} /></td>`;
}

const Points = ({ issue, score, view }) =>
  view.parties.filter(({ scored }) => scored).map((party) =>
    html`<${Gets} key=${party.id} party=${party} issue=${issue} score=${score} view=${view} />`);

/** What stands in the draft that is compared with, where that is something else. */
function PutBack({ was, change }) {
  return was && html`<p class="below">${`${was.words}. `}
    <button type="button" class="link" onClick=${() => change(was.term)}>Put it back</button></p>`;
}

function More({ open, setOpen, issue }) {
  return html`<button type="button" class="more" aria-expanded=${open ? "true" : "false"}
    aria-label=${`Other terms on ${issue.title}`} title="What other terms would bring"
    onClick=${() => setOpen(!open)}>${open ? "▴" : "▾"}</button>`;
}

/** The term of @p reference, if it is another one. */
function wasIn(reference, issue, term, view) {
  if (!reference || sameTerm(reference.terms[issue.id], term)) return null;
  const was = reference.terms[issue.id];
  const words = `${draftName(reference, view.as_of)}: ${termWords(issue, was, "open")}`;

  return { term: was, words };
}

export function TermRow({ issue, terms, reference, view, score, changes, fresh }) {
  const [open, setOpen] = useState(false);
  const term = terms[issue.id];
  const was = wasIn(reference, issue, term, view);
  const change = (value, how) =>
    setWorking(withTerm(view, terms, issue.id, value), { step: `term ${issue.id}`, ...how });
  const columns = view.parties.filter(({ scored }) => scored).length + 1;

  return html`<tr class=${`term ${was ? "differs" : ""}`}>
      <th scope="row"><div class="term-head"><span class="issue">${issue.title}</span>
        ${was && html`<span class="differing" title=${was.words}>changed</span>`}
        <${Turns} changes=${changes} score=${score} view=${view} />
        <${More} open=${open} setOpen=${setOpen} issue=${issue} /></div>
        <div class="control">
          <${TermControl} issue=${issue} term=${term} change=${change} /></div></th>
      <${Points} issue=${issue} score=${score} view=${view} />
    </tr>
    ${open && html`<tr class="term-more"><td colspan=${columns}>
      <${PutBack} was=${was} change=${change} />
      <${Options} issue=${issue} changes=${changes} fresh=${fresh} score=${score} view=${view}
        choose=${change} /></td></tr>`}`;
}

/** Of an issue that follows from others only what it brings. */
export function DerivedRow({ issue, view, score }) {
  return html`<tr class="term derived">
    <th scope="row"><span class="issue">${issue.title}</span>
      <span class="below"> follows from others</span></th>
    <${Points} issue=${issue} score=${score} view=${view} /></tr>`;
}
