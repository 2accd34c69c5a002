// SPDX-License-Identifier: GPL-3.0-or-later
// What may be asked about a draft: why, how to amend or improve it, what to trade, how it compares,
// how likely it is accepted.

import { Choices } from "./choices.js";
import { axisParties } from "./picture.js";
import { html, useState } from "./preact.js";
import { ask, getState, useStore } from "./store.js";
import { draftName } from "./wording.js";

const QUESTIONS = {
  why: { label: "Why", command: "explain" },
  amend: { label: "Amend", command: "amend" },
  improve: { label: "Improve", command: "amend", options: { improve: true } },
  trades: { label: "Trades", command: "trades" },
  predict: { label: "Predict", command: "predict" },
};

function nameOf(id) {
  const { view } = getState();
  const draft = view.drafts.find((one) => one.id === id);

  return draft ? draftName(draft, view.as_of) : id;
}

function put(question, id) {
  const { label, command, options = {} } = QUESTIONS[question];

  ask(command, { title: `${label}: ${nameOf(id)}`, arguments: [id], options });
}

function CompareWith({ id, drafts, close }) {
  const [other, setOther] = useState(null);
  const byId = (wanted) => drafts.find((draft) => draft.id === wanted);
  const chosen = byId(other) ?? byId("working") ?? drafts.at(-1);
  const show = () => {
    const names = [id, chosen.id].map(nameOf);
    ask("compare", { title: `Compare: ${names.join(" and ")}`, arguments: [id, chosen.id] });
    close();
  };
  const options = drafts.map((draft) => ({ id: draft.id, title: nameOf(draft.id) }));

  return html`<span class="compared-with">
    <${Choices} label="with" value=${chosen.id} options=${options} choose=${setOther} />
    <button type="button" class="button main" onClick=${show}>Show</button></span>`;
}

function Compare({ id }) {
  const drafts = useStore((state) => state.view.drafts).filter((draft) => draft.id !== id);
  const [open, setOpen] = useState(false);

  if (drafts.length === 0) return null;
  return html`<span class="comparing">
    <button type="button" class="button" aria-expanded=${open ? "true" : "false"}
      onClick=${() => setOpen(!open)}>Compare ${open ? "▴" : "▾"}</button>
    ${open && html`<${CompareWith} id=${id} drafts=${drafts} close=${() => setOpen(false)} />`}
  </span>`;
}

/** @param {{ id: string, score: object }} props  of parley-score/1 */
export function DraftActions({ id, score }) {
  const isTable = useStore(({ view }) => axisParties(view).length > 1);
  const questions = ["why", score.verdict === "accepts" ? "improve" : "amend"]
    .concat(isTable ? ["trades"] : [], ["predict"]); // alone one trades with nobody
  const buttons = questions.map((question) => html`<button type="button" class="button"
    key=${question} onClick=${() => put(question, id)}>${QUESTIONS[question].label}</button>`);

  return html`${buttons}<${Compare} id=${id} />`;
}
