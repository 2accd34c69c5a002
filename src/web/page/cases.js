// SPDX-License-Identifier: GPL-3.0-or-later
// The scenario's cases as tabs, and what turns against the file as it stands.

import { isEmpty } from "./overlay.js";
import { html, useEffect, useRef } from "./preact.js";
import { ask, chooseCase, getState, useStore } from "./store.js";
import { movedSolutions, turnedDrafts } from "./verdicts.js";
import { capital, draftName, shift, titleOf, verdictWords } from "./wording.js";

function Tab({ id, title, chosen }) {
  return html`<button type="button" role="tab" id=${`case-${id ?? "-base"}`} class="tab"
    aria-selected=${chosen} aria-controls="case-panel" tabindex=${chosen ? 0 : -1}
    onClick=${() => chosen || chooseCase(id)}>${title}</button>`;
}

const STEPS = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity };

function Tabs({ tabs, caseId }) {
  const ref = useRef();

  useEffect(() => {
    ref.current
      .querySelector("[aria-selected=true]")
      ?.scrollIntoView({ inline: "nearest", block: "nearest" });
  }, [caseId]);

  function onKey(event) {
    const step = STEPS[event.key];
    if (step === undefined) {
      return;
    }
    const buttons = [...ref.current.querySelectorAll("[role=tab]")];
    const at = buttons.indexOf(document.activeElement);

    event.preventDefault();
    buttons[Math.min(Math.max(at + step, 0), buttons.length - 1)].focus();
  }

  return html`<div class="tabs" role="tablist" aria-label="Cases" ref=${ref} onKeyDown=${onKey}>
    ${tabs.map(({ id, title }) => html`<${Tab} key=${id} id=${id} title=${title}
      chosen=${id === caseId} />`)}
  </div>`;
}

const wordOf = (verdict) => verdictWords(verdict)?.word ?? verdict;

/** "Ukraine accepts -> rejects", which an arrow does not say to all. */
function Turn({ name, from, to }) {
  return html`<span class="turn">${name} ${wordOf(from)} <span aria-hidden="true">\u2192</span>
    <span class="unseen"> before, now </span> <b>${wordOf(to)}</b></span>`;
}

function Turned({ turned, view }) {
  const { draft, from, to, parties } = turned;

  return html`<li><b>${draftName(draft, view.as_of)}</b> ${parties.length > 0
    ? parties.map((turn) => html`<${Turn} key=${turn.id}
      name=${titleOf(view.parties, turn.id)} ...${turn} />`)
    : html`<${Turn} name="together" from=${from} to=${to} />`}</li>`;
}

function Moved({ moved, view }) {
  const words = moved.shifts
    .map(({ id, shift: by }) => `${titleOf(view.parties, id)} ${shift(by, by)}`)
    .join(", ");

  const text = moved.gone ? "gone" : words || "there is one now";

  return html`<li><b>${capital(moved.title)} deal</b> <span class="turn">${text}</span></li>`;
}

function Against({ base, evaluation, view }) {
  const turned = turnedDrafts(base.evaluation, evaluation);
  const moved = movedSolutions(base.evaluation, evaluation);

  if (turned.length + moved.length === 0) {
    return html`<p class="against-none">Against the file as it stands: no verdict turns, no
      solution moves.</p>`;
  }
  const none = turned.length === 0 ? " no verdict turns, and solutions move" : "";
  return html`<p class="against-head">Against the file as it stands${none}:</p>
    <ul class="against">
      ${turned.map((one) => html`<${Turned} key=${one.draft.id} turned=${one} view=${view} />`)}
      ${moved.map((one) => html`<${Moved} key=${one.key} moved=${one} view=${view} />`)}</ul>`;
}

/** The case as it is, and with the changes on top. */
function compare() {
  const { caseId, overlay, view } = getState();
  const title = view.cases.find(({ id }) => id === caseId)?.title;
  const both = isEmpty(overlay) ? title : `${title}, and with the changes`;

  ask("whatif", { title: `What changes: ${title ? both : "the changes"}` });
}

function Strip() {
  const base = useStore((state) => state.base);
  const evaluation = useStore((state) => state.evaluation);
  const view = useStore((state) => state.view);
  const caseId = useStore((state) => state.caseId);
  const changed = useStore(({ overlay }) => !isEmpty(overlay));
  const question = view.cases.find(({ id }) => id === caseId)?.question;

  if (!changed && caseId === null) {
    return html`<p class="strip-text summary" tabindex="0">${view.summary}</p>`;
  }
  return html`<div class="strip-text" tabindex="0">
      ${question && html`<p class="question">${question}</p>`}
      ${base && evaluation &&
        html`<${Against} base=${base} evaluation=${evaluation} view=${view} />`}</div>
    <button type="button" class="button compare" onClick=${compare}>
      Compare<span class="roomy"> in full</span></button>`;
}

export function Cases() {
  const cases = useStore(({ view }) => view.cases);
  const caseId = useStore((state) => state.caseId);
  const tells = useStore(({ overlay }) => caseId !== null || !isEmpty(overlay));
  const tabs = [{ id: null, title: "As it stands" }, ...cases];

  const isTabs = cases.length > 0;

  return html`<section class="cases" aria-label="Cases">
    ${isTabs && html`<${Tabs} tabs=${tabs} caseId=${caseId} />`}
    <div class=${`strip${tells ? " tells" : ""}${caseId ? " asks" : ""}`} id="case-panel"
      role=${isTabs ? "tabpanel" : undefined}
      aria-labelledby=${isTabs ? `case-${caseId ?? "-base"}` : undefined}><${Strip} /></div>
  </section>`;
}
