// SPDX-License-Identifier: GPL-3.0-or-later
// What may be taken along: the briefing, the picture, and tables, in every format.

import { html, useState } from "./preact.js";
import { Choices } from "./choices.js";
import { download, formatsOf } from "./files_out.js";
import { useParts } from "./parts.js";
import { axisParties } from "./picture.js";

const TABLES = [
  { id: "score", title: "Drafts and their scores" },
  { id: "deals", title: "Deals acceptable to all", options: { frontier: true } },
  { id: "trades", title: "What can be traded" },
  { id: "sensitivity", title: "What the verdicts hang on" },
  { id: "whatif", title: "The cases" },
  { id: "history", title: "How the drafts moved" },
  { id: "infer", title: "What the record tells" },
  { id: "backtest", title: "The numbers against the record" },
];

const BRIEF = ["pdf", "docx", "xlsx", "html", "markdown", "text", "json"];
const TABLE = ["csv", "xlsx", "pdf", "docx", "html", "markdown", "text", "json"];
const PICTURE = ["png", "svg", "pdf"];

/** Where there is room it is open from the start. */
const ROOM = "(min-width: 52rem)";

/** A row: what, in which format, and the button; it says what happens. */
function Row({ label, formats, save, children }) {
  const [format, setFormat] = useState(formats[0]);
  const [said, setSaid] = useState("");
  const go = () => {
    setSaid("Working it out …");
    save(format).then(() => setSaid("Downloaded."), ({ message }) => setSaid(message));
  };

  return html`<div class="download"><span class="download-what">${label}</span>${children}
    <${Choices} silent label=${`${label}, format`} value=${format}
      options=${formatsOf(formats)} choose=${setFormat} />
    <button type="button" class="button" aria-label=${`Download: ${label}`}
      onClick=${go}>Download</button>
    <span class="below" role="status">${said}</span></div>`;
}

function Briefing({ view }) {
  const [party, setParty] = useState("");
  const teams = view.parties.filter(({ role, scored }) => role === "party" && scored)
    .map(({ id, title }) => ({ id, title: `for ${title}` }));
  const body = party ? { options: { for: party } } : {};

  return html`<${Row} label="Briefing" formats=${BRIEF}
      save=${(format) => download("brief", body, format, ["brief", party])}>
    <${Choices} silent label="Briefing for whom" value=${party} choose=${setParty}
      options=${[{ id: "", title: "for a mediator" }, ...teams]} /><//>`;
}

function Picture({ between }) {
  const options = between ? { between: between.join(",") } : {};
  const body = { arguments: ["space"], options };

  return html`<${Row} label="Picture" formats=${PICTURE}
    save=${(format) => download("plot", body, format, ["space"])} />`;
}

function Tables() {
  const [table, setTable] = useState(TABLES[0].id);
  const { options = {} } = TABLES.find(({ id }) => id === table);

  return html`<${Row} label="Table" formats=${TABLE}
      save=${(format) => download(table, { options }, format, [table])}>
    <${Choices} silent label="Which table" value=${table} options=${TABLES}
      choose=${setTable} /><//>`;
}

export function Downloads() {
  const { view, between } = useParts("view", "between");

  return html`<section class="downloads" aria-label="Downloads">
    <details open=${matchMedia(ROOM).matches}>
    <summary><h2>Take along</h2></summary>
    <${Briefing} view=${view} />
    ${axisParties(view).length > 1 && html`<${Picture} between=${between} />`}
    <${Tables} />
    <p class="below">Everything with the case and the changes that the page shows.</p>
  </details></section>`;
}
