// SPDX-License-Identifier: GPL-3.0-or-later
// What may be taken along: the briefing, the picture, and tables, in every format.

import { html, useState } from "./preact.js";
import { download, FORMATS } from "./files_out.js";
import { useStore } from "./store.js";

const TABLES = [
  { id: "score", title: "Drafts and their scores" },
  { id: "deals", title: "Deals acceptable to all", options: { frontier: true } },
  { id: "trades", title: "What can be traded" },
  { id: "sensitivity", title: "What the verdicts hang on" },
  { id: "whatif", title: "The cases" },
];

const BRIEF = ["pdf", "docx", "xlsx", "html", "markdown", "text", "json"];
const TABLE = ["csv", "xlsx", "pdf", "docx", "html", "markdown", "text", "json"];
const PICTURE = ["png", "svg", "pdf"];

function Formats({ label, formats, value, choose }) {
  return html`<label><span class="unseen">${label}, format</span>
    <select value=${value} onChange=${(event) => choose(event.target.value)}>
      ${formats.map((id) => html`<option key=${id} value=${id}>${FORMATS[id].title}</option>`)}</select></label>`;
}

/** A row: what, in which format, and the button; it says what happens. */
function Row({ label, formats, save, children }) {
  const [format, setFormat] = useState(formats[0]);
  const [said, setSaid] = useState("");
  const go = async () => {
    setSaid("Working it out …");
    try {
      await save(format);
      setSaid("Downloaded.");
    } catch (error) {
      setSaid(error.message);
    }
  };

  return html`<div class="download"><span class="download-what">${label}</span>${children}
    <${Formats} label=${label} formats=${formats} value=${format} choose=${setFormat} />
    <button type="button" class="button" aria-label=${`Download: ${label}`} onClick=${go}>Download</button>
    <span class="below" role="status">${said}</span></div>`;
}

function Briefing({ view }) {
  const [party, setParty] = useState("");
  const body = party ? { options: { for: party } } : {};

  return html`<${Row} label="Briefing" formats=${BRIEF} save=${(format) => download("brief", body, format, ["brief", party])}>
    <label><span class="unseen">Briefing for whom</span><select value=${party} onChange=${(event) => setParty(event.target.value)}>
      <option value="">for a mediator</option>
      ${view.parties.filter(({ role, scored }) => role === "party" && scored).map(({ id, title }) =>
        html`<option key=${id} value=${id}>for ${title}</option>`)}</select></label><//>`;
}

function Picture({ between }) {
  const options = between ? { between: between.join(",") } : {};

  return html`<${Row} label="Picture" formats=${PICTURE}
    save=${(format) => download("plot", { arguments: ["space"], options }, format, ["space"])} />`;
}

function Tables() {
  const [table, setTable] = useState(TABLES[0].id);
  const { options } = TABLES.find(({ id }) => id === table);

  return html`<${Row} label="Table" formats=${TABLE} save=${(format) => download(table, options ? { options } : {}, format, [table])}>
    <label><span class="unseen">Which table</span><select value=${table} onChange=${(event) => setTable(event.target.value)}>
      ${TABLES.map(({ id, title }) => html`<option key=${id} value=${id}>${title}</option>`)}</select></label><//>`;
}

export function Downloads() {
  const view = useStore((state) => state.view);
  const between = useStore((state) => state.between);

  if (!view) return null;
  return html`<details class="downloads" open=${matchMedia("(min-width: 52rem)").matches}>
    <summary><h2>Take along</h2></summary>
    <${Briefing} view=${view} /><${Picture} between=${between} /><${Tables} />
    <p class="below">Everything with the case and the changes that the page shows.</p></details>`;
}
