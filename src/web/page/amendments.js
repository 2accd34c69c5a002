// SPDX-License-Identifier: GPL-3.0-or-later
// Amendments and trades that are found can be taken over; what amendments are chosen from, and for
// whom, can be changed.

import * as api from "./api.js";
import { Choices } from "./choices.js";
import { html, useEffect, useState } from "./preact.js";
import { ask, requestBody } from "./store.js";
import { workOn } from "./work_on.js";
import { amendmentsOf, withAmendment } from "./working.js";
import { counted, points, span, termWords } from "./wording.js";

/** So many are shown from the start. */
const FEW = 4;

/** Whether an answer may have something to take over. */
export const canBeTaken = ({ command, html: said }) => Boolean(said) && ["amend", "trades"].includes(command);

/** @returns {import("./working.js").Amendment[]}  of an answer, which is asked for once more as JSON */
function useAmendments(answer) {
  const [found, setFound] = useState({ of: null, amendments: [] });

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const body = requestBody({ ...answer.body, format: "json" });
    const tell = (json) =>
      signal.aborted || setFound({ of: answer, amendments: amendmentsOf(answer.command, json) });

    api.ask(answer.command, body, { series: "amendments", signal }).then(tell, () => {});
    return () => controller.abort();
  }, [answer]);
  return found.of === answer ? found.amendments : [];
}

/** "Past aid: No claim; settled: New US aid: Not counted" */
function changeWords({ changes, settles = {} }, view) {
  const words = (terms) => Object.entries(terms).map(([id, term]) => {
    const issue = view.issues.find((one) => one.id === id);
    return `${issue.title}: ${termWords(issue, term)}`;
  }).join("; ");
  const settled = words(settles);

  return `${words(changes)}${settled ? `; settled: ${settled}` : ""}`;
}

/** "United States 63.3, Ukraine 50.1", or what each gains. */
function faresWords({ scores, gains }, { parties }) {
  const words = (id) => (scores ? span(scores[id].low, scores[id].high) : `+${points(gains[id])}`);

  return parties.filter(({ id }) => (scores ?? gains)[id] !== undefined)
    .map(({ id, title }) => `${title} ${words(id)}`).join(", ");
}

function Amendment({ amendment, view, terms }) {
  const title = counted(Object.keys(amendment.changes).length, "change");

  return html`<li>
    <button type="button" class="button"
      onClick=${() => workOn(withAmendment(view, terms, amendment))}>Take over</button>
    <span><strong>${title}: ${faresWords(amendment, view)}.</strong>
      ${` ${changeWords(amendment, view)}`}</span>
  </li>`;
}

/** @param {{ answer: object }} props  see canBeTaken() */
export function Amendments({ answer, view }) {
  const amendments = useAmendments(answer);
  const draft = view.drafts.find(({ id }) => id === answer.body.arguments?.[0]);

  if (amendments.length === 0 || !draft) return null;
  const items = amendments.map((amendment, i) =>
    html`<${Amendment} key=${i} amendment=${amendment} view=${view} terms=${draft.terms} />`);
  const words = items.length === 1 ? "Take it over" : `Take over one of ${items.length}`;

  return html`<details class="amendments" open=${items.length <= FEW}>
    <summary>${words} as the working draft</summary>
    <ol>${items}</ol></details>`;
}

const amongOptions = (parties) => [
  { id: "", title: "all" },
  { id: "tabled", title: "those in some draft" },
  ...parties.map(({ id, title }) => ({ id, title: `those that ${title} has tabled or accepted` })),
];

const forOptions = (parties) =>
  [{ id: "", title: "who tabled it" }, ...parties.map(({ id, title }) => ({ id, title }))];

/** Asks again with other options. */
export function AmendForm({ answer, view }) {
  const { options = {} } = answer.body;
  const parties = view.parties.filter(({ scored }) => scored);
  const again = (name) => (value) => {
    const { [name]: before, ...others } = options;
    const next = value ? { ...others, [name]: value } : others;
    ask("amend", { ...answer.body, title: answer.title, options: next });
  };

  return html`<div class="answer-form">
    <${Choices} label="Terms to choose from" value=${options.among ?? ""}
      options=${amongOptions(parties)} choose=${again("among")} />
    ${!options.improve && html`<${Choices} label="Leave most to" value=${options.for ?? ""}
      options=${forOptions(parties)} choose=${again("for")} />`}
  </div>`;
}
