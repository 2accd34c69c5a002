// SPDX-License-Identifier: GPL-3.0-or-later
// What a command says, in a panel that can be closed, copied, printed and downloaded.

import { AmendForm, Amendments, canBeTaken } from "./amendments.js";
import { Choices } from "./choices.js";
import { download, formatsOf } from "./files_out.js";
import { html, useEffect, useRef, useState } from "./preact.js";
import { closeAnswer, endAnswer, useStore } from "./store.js";

const ANSWER_FORMATS
  = formatsOf(["html", "pdf", "docx", "xlsx", "markdown", "text", "csv", "json"]);

/** What exit status 1 means. */
const NO = {
  amend: "No change will do.",
  deals: "No deal is acceptable to all.",
  trades: "There is no trade.",
};

async function copy({ innerHTML, innerText }) {
  const parts = {
    "text/html": new Blob([innerHTML], { type: "text/html" }),
    "text/plain": new Blob([innerText], { type: "text/plain" }),
  };

  await navigator.clipboard.write([new ClipboardItem(parts)]);
}

/** The answer alone, see drafts.css. */
function print() {
  const { classList } = document.body;

  classList.add("print-answer");
  addEventListener("afterprint", () => classList.remove("print-answer"), { once: true });
  globalThis.print();
}

function Download({ answer, tell }) {
  const [format, setFormat] = useState("pdf");
  const { command, body } = answer;
  const save = () =>
    tell(download(command, body, format, [command, ...(body.arguments ?? [])]), "Downloaded.");

  return html`<span class="joined">
    <${Choices} silent label="Format" value=${format} options=${ANSWER_FORMATS}
      choose=${setFormat} />
    <button type="button" class="button" disabled=${!answer.html}
      onClick=${save}>Download</button></span>`;
}

function Tools({ answer, content }) {
  const [said, setSaid] = useState("");
  const tell = (promise, done) =>
    promise.then(() => setSaid(done), ({ message }) => setSaid(message));

  return html`<div class="answer-tools">
    <span class="below" role="status">${said}</span>
    <button type="button" class="button" disabled=${!answer.html}
      onClick=${() => tell(copy(content.current), "Copied.")}>Copy</button>
    <button type="button" class="button" disabled=${!answer.html} onClick=${print}>Print</button>
    <${Download} answer=${answer} tell=${tell} />
  </div>`;
}

const Waiting = () => html`<p class="working-on-it" role="status">Working it out …
  <button type="button" class="button" onClick=${endAnswer}>End it</button></p>`;

function Said({ answer, content }) {
  if (answer.pending) return html`<${Waiting} />`;
  if (answer.error) return html`<p class="refused" role="alert">${answer.error}</p>`;
  return html`<div class="fragment" ref=${content}
    dangerouslySetInnerHTML=${{ __html: answer.html }}></div>`;
}

function Panel({ answer, view }) {
  const [content, panel] = [useRef(), useRef()];
  const [tall, setTall] = useState(false);
  const isAmend = answer.command === "amend";
  const isNo = answer.exit === 1 && NO[answer.command];

  useEffect(() => {
    panel.current.scrollIntoView({ block: "nearest" });
    panel.current.focus({ preventScroll: true });
  }, [answer.title]);
  return html`<section class=${`answer ${tall ? "tall" : ""}`} ref=${panel} tabindex="-1"
      aria-label=${answer.title} aria-busy=${answer.pending ? "true" : "false"}
      onKeyDown=${({ key }) => key === "Escape" && closeAnswer()}>
    <header><h2>${answer.title}</h2>
      <${Tools} key=${answer.title} answer=${answer} content=${content} />
      <button type="button" class="tool taller" aria-pressed=${tall ? "true" : "false"}
        aria-label="Larger answer" title="Larger"
        onClick=${() => setTall(!tall)}>${tall ? "▾" : "▴"}</button>
      <button type="button" class="tool" aria-label="Close the answer"
        onClick=${closeAnswer}>✕</button></header>
    ${isAmend && html`<${AmendForm} answer=${answer} view=${view} />`}
    ${isNo && html`<p class="headline no"><strong>${isNo}</strong></p>`}
    ${canBeTaken(answer) && html`<${Amendments} answer=${answer} view=${view} />`}
    <${Said} answer=${answer} content=${content} />
  </section>`;
}

export function Answers() {
  const answer = useStore((state) => state.answer);
  const view = useStore((state) => state.view);

  return answer && view && html`<${Panel} answer=${answer} view=${view} />`;
}
