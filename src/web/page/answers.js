// SPDX-License-Identifier: GPL-3.0-or-later
// Questions about a draft and their answers, as the commands give them.

import * as api from "./api.js";
import { html, useEffect, useRef, useState } from "./preact.js";
import { download, FORMATS } from "./files_out.js";
import { ask, closeAnswer, endAnswer, getState, requestBody, useStore } from "./store.js";
import { workOn } from "./work_on.js";
import { withAmendment } from "./working.js";
import { counted, draftName, span, termWords } from "./wording.js";

const nameOf = (id) => {
  const { view } = getState();
  const draft = view.drafts.find((one) => one.id === id);
  return draft ? draftName(draft, view.as_of) : id;
};

const QUESTIONS = {
  why: { label: "Why", title: (name) => `Why: ${name}`, command: "explain" },
  amend: { label: "Amend", title: (name) => `Amend: ${name}`, command: "amend" },
  improve: { label: "Improve", title: (name) => `Improve: ${name}`, command: "amend", options: { improve: true } },
  trades: { label: "Trades", title: (name) => `Trades: ${name}`, command: "trades" },
};

const put = (question, id) => {
  const { command, title, options } = QUESTIONS[question];
  ask(command, { title: title(nameOf(id)), arguments: [id], ...(options ? { options } : {}) });
};

function Compare({ id }) {
  const drafts = useStore((state) => state.view.drafts).filter((draft) => draft.id !== id);
  const [other, setOther] = useState(null);
  const [open, setOpen] = useState(false);
  const chosen = drafts.find((draft) => draft.id === other) ?? drafts.find((draft) => draft.id === "working") ?? drafts.at(-1);

  if (!chosen) return null;
  const go = () => {
    ask("compare", { title: `Compare: ${nameOf(id)} and ${nameOf(chosen.id)}`, arguments: [id, chosen.id] });
    setOpen(false);
  };
  return html`<span class="comparing">
    <button type="button" class="button" aria-expanded=${open ? "true" : "false"} onClick=${() => setOpen(!open)}>Compare ${open ? "▴" : "▾"}</button>
    ${open && html`<span class="compared-with"><label>with
      <select value=${chosen.id} onChange=${(event) => setOther(event.target.value)}>
        ${drafts.map((draft) => html`<option key=${draft.id} value=${draft.id}>${nameOf(draft.id)}</option>`)}</select></label>
      <button type="button" class="button main" onClick=${go}>Show</button></span>`}
  </span>`;
}

/** What may be asked about a draft. */
export function DraftActions({ id, score }) {
  const accepted = score.verdict === "accepts";
  const questions = ["why", accepted ? "improve" : "amend", "trades"];

  return html`${questions.map((question) => html`<button type="button" class="button" key=${question}
      onClick=${() => put(question, id)}>${QUESTIONS[question].label}</button>`)}<${Compare} id=${id} />`;
}

// ---- Amendments ---------------------------------------------------------------------------------

/** The amendments of an answer as JSON, so that they can be taken over. */
function useAmendments(answer) {
  const [found, setFound] = useState({ of: null, amendments: [] });
  const wanted = answer?.command === "amend" && !answer.pending && !answer.error ? answer : null;

  useEffect(() => {
    if (!wanted) return undefined;
    const controller = new AbortController();
    api.ask("amend", requestBody({ ...wanted.body, format: "json" }), { series: "amendments", signal: controller.signal })
      .then(({ amendments, costs }) => controller.signal.aborted || setFound({ of: wanted,
        amendments: [...amendments, ...(costs ?? []).slice(1).flatMap(({ amendment }) => (amendment ? [amendment] : []))] }), () => {});
    return () => controller.abort();
  }, [wanted]);
  return found.of === wanted ? found.amendments : [];
}

function changeWords(amendment, view) {
  const words = (terms) => Object.entries(terms).map(([id, term]) => {
    const issue = view.issues.find((one) => one.id === id);
    return `${issue.title}: ${termWords(issue, term)}`;
  }).join("; ");
  const settled = words(amendment.settles ?? {});

  return `${words(amendment.changes)}${settled ? `; settled: ${settled}` : ""}`;
}

function Amendment({ amendment, view, terms }) {
  const scores = view.parties.filter(({ id }) => amendment.scores[id])
    .map(({ id, title }) => `${title} ${span(amendment.scores[id].low, amendment.scores[id].high)}`).join(", ");

  return html`<li>
    <button type="button" class="button main" onClick=${() => workOn(withAmendment(view, terms, amendment))}>Take over</button>
    <span><strong>${counted(Object.keys(amendment.changes).length, "change")}: ${scores}.</strong> ${changeWords(amendment, view)}</span>
  </li>`;
}

function Amendments({ answer, view }) {
  const amendments = useAmendments(answer);
  const draft = view.drafts.find(({ id }) => id === answer.body.arguments?.[0]);

  if (amendments.length === 0 || !draft) return null;
  return html`<details class="amendments" open><summary>Take one over as the working draft</summary>
    <ol>${amendments.map((amendment) => html`<${Amendment} key=${JSON.stringify(amendment.changes)} amendment=${amendment} view=${view}
      terms=${draft.terms} />`)}</ol></details>`;
}

/** Whom an amendment should leave most, and what may be put in place. */
function AmendForm({ answer, view }) {
  const { options = {} } = answer.body;
  const again = (name, value) => {
    const next = { ...options, [name]: value };
    if (!value) delete next[name];
    ask("amend", { ...answer.body, title: answer.title, options: next });
  };
  const parties = view.parties.filter(({ scored }) => scored);

  return html`<div class="answer-form">
    <label>Terms to choose from <select value=${options.among ?? ""} onChange=${(event) => again("among", event.target.value)}>
      <option value="">all</option><option value="tabled">those in some draft</option>
      ${parties.map(({ id, title }) => html`<option key=${id} value=${id}>those that ${title} has tabled or accepted</option>`)}</select></label>
    ${!options.improve && html`<label>Leave most to <select value=${options.for ?? ""} onChange=${(event) => again("for", event.target.value)}>
      <option value="">who tabled it</option>
      ${parties.map(({ id, title }) => html`<option key=${id} value=${id}>${title}</option>`)}</select></label>`}
  </div>`;
}

// ---- The panel ----------------------------------------------------------------------------------

async function copy(element) {
  const { innerHTML, innerText } = element;
  const parts = { "text/html": new Blob([innerHTML], { type: "text/html" }), "text/plain": new Blob([innerText], { type: "text/plain" }) };

  await navigator.clipboard.write([new ClipboardItem(parts)]);
}

function print() {
  document.body.classList.add("print-answer");
  addEventListener("afterprint", () => document.body.classList.remove("print-answer"), { once: true });
  globalThis.print();
}

const ANSWER_FORMATS = ["html", "pdf", "docx", "xlsx", "markdown", "text", "csv", "json"];

function Tools({ answer, content }) {
  const [format, setFormat] = useState("pdf");
  const [said, setSaid] = useState("");
  const tell = (promise, done) => promise.then(() => setSaid(done), (error) => setSaid(error.message));
  const save = () => tell(download(answer.command, answer.body, format, [answer.command, ...(answer.body.arguments ?? [])]), "Downloaded.");

  return html`<div class="answer-tools">
    <button type="button" class="button" disabled=${!answer.html} onClick=${() => tell(copy(content.current), "Copied.")}>Copy</button>
    <button type="button" class="button" disabled=${!answer.html} onClick=${print}>Print</button>
    <span class="joined"><select aria-label="Format" value=${format} onChange=${(event) => setFormat(event.target.value)}>
      ${ANSWER_FORMATS.map((id) => html`<option key=${id} value=${id}>${FORMATS[id].title}</option>`)}</select>
    <button type="button" class="button" disabled=${!answer.html} onClick=${save}>Download</button></span>
    <span class="below" role="status">${said}</span>
  </div>`;
}

const NO = { amend: "No change will do.", trades: "There is no trade.", deals: "No deal is acceptable to all." };

export function Answers() {
  const answer = useStore((state) => state.answer);
  const view = useStore((state) => state.view);
  const [content, panel] = [useRef(), useRef()];
  const [tall, setTall] = useState(false);

  useEffect(() => {
    if (answer?.pending) panel.current?.scrollIntoView({ block: "nearest" });
    if (answer?.pending) panel.current?.focus({ preventScroll: true });
  }, [answer?.title, answer?.pending]);
  if (!answer || !view) return null;
  return html`<section class=${`answer ${tall ? "tall" : ""}`} ref=${panel} tabindex="-1" aria-label=${answer.title ?? "Answer"} aria-busy=${answer.pending ? "true" : "false"}
      onKeyDown=${(event) => event.key === "Escape" && closeAnswer()}>
    <header><h2>${answer.title ?? answer.command}</h2>
      <${Tools} key=${answer.title} answer=${answer} content=${content} />
      <button type="button" class="tool taller" aria-pressed=${tall ? "true" : "false"} aria-label="Larger answer" title="Larger"
        onClick=${() => setTall(!tall)}>${tall ? "▾" : "▴"}</button>
      <button type="button" class="tool" aria-label="Close the answer" onClick=${closeAnswer}>✕</button></header>
    ${answer.command === "amend" && html`<${AmendForm} answer=${answer} view=${view} />`}
    ${answer.pending && html`<p class="working-on-it" role="status">Working it out … <button type="button" class="button" onClick=${endAnswer}>End it</button></p>`}
    ${answer.error && html`<p class="refused" role="alert">${answer.error}</p>`}
    ${answer.exit === 1 && NO[answer.command] && html`<p class="headline no"><strong>${NO[answer.command]}</strong></p>`}
    <${Amendments} answer=${answer} view=${view} />
    ${answer.html && html`<div class="fragment" ref=${content} dangerouslySetInnerHTML=${{ __html: answer.html }}></div>`}
  </section>`;
}
