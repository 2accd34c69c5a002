// SPDX-License-Identifier: GPL-3.0-or-later
// What the page has to say before anything else: refusals with their places, and that the file has
// changed.

import { Icon } from "./icons.js";
import { html } from "./preact.js";
import { load, reload, setMessage, undo, useStore } from "./store.js";

const isThere = (part) => part !== undefined && part !== null;
const placeOf = ({ file, line, column }) => [file, line, column].filter(isThere).join(":");

function textOf({ severity, message, found, expected }) {
  const kind = severity && severity !== "error" ? `${severity}: ` : "";
  const facts = [found && `found ${found}`, expected && `expected ${expected}`].filter(Boolean);

  return `${kind}${message}${facts.length > 0 ? ` (${facts.join("; ")})` : ""}`;
}

function Problem({ problem }) {
  const { suggestion } = problem;

  return html`<li><code>${placeOf(problem)}</code> ${textOf(problem)}
    ${suggestion && html`. <em>Did you mean "${suggestion}"?</em>`}</li>`;
}

function Problems({ problems = [] }) {
  return problems.length > 0 && html`<ul class="problems">
    ${problems.map((problem, i) => html`<${Problem} key=${i} problem=${problem} />`)}</ul>`;
}

const Button = ({ text, onClick }) =>
  html`<button type="button" class="button" onClick=${() => onClick()}>${text}</button>`;

function Message() {
  const message = useStore((state) => state.message);
  const started = useStore((state) => state.view !== null);
  const canUndo = useStore((state) => state.canUndo);

  return message && html`<div class="notice bad-notice" role="alert">
    <${Icon} name="warn" />
    <div><p>${message.error}</p><${Problems} problems=${message.problems} /></div>
    <div class="notice-tools">
      ${!started && html`<${Button} text="Try again" onClick=${load} />`}
      ${message.from === "evaluate" && canUndo &&
        html`<${Button} text="Undo the last change" onClick=${undo} />`}
      <button type="button" class="tool" aria-label="Close the message"
        onClick=${() => setMessage(null)}><${Icon} name="close" /></button>
    </div>
  </div>`;
}

function Disk() {
  const disk = useStore((state) => state.disk);
  const version = useStore((state) => state.version);

  if (!disk || (disk.readable && disk.version === version)) {
    return null;
  }
  if (!disk.readable) {
    return html`<div class="notice bad-notice" role="status"><${Icon} name="warn" />
      <div><p>${disk.file} has changed and cannot be read any more. What is shown is as it was
        before.</p><${Problems} problems=${disk.problems} /></div></div>`;
  }
  return html`<div class="notice" role="status"><${Icon} name="redo" />
    <div><p>${disk.file} has changed on the disk. What is shown is as it was before.</p></div>
    <div class="notice-tools">
      <${Button} text="Take the new version, keep my changes" onClick=${reload} /></div></div>`;
}

export const Notices = () => html`<${Disk} /><${Message} />`;
