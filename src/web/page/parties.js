// SPDX-License-Identifier: GPL-3.0-or-later
// The left column: one party at a time, all of them on paper.

import { partyTone } from "./look.js";
import { PartyPanel } from "./party.js";
import { html, useState } from "./preact.js";
import { useStore } from "./store.js";

const ROLES = {
  ratifier: "Must accept too, and takes no part in the frontier and the solutions.",
  affected: "Affected: scored and shown, decides nothing.",
};

const STEPS = { ArrowRight: 1, ArrowLeft: -1 };

function Tabs({ parties, chosen, onChoose }) {
  function onKey(event) {
    const step = STEPS[event.key];
    const next = parties[chosen + step];

    if (step !== undefined && next) {
      event.preventDefault();
      onChoose(chosen + step);
      document.getElementById(`party-tab-${next.id}`).focus();
    }
  }
  return html`<div class="party-tabs" role="tablist" aria-label="Parties" onKeyDown=${onKey}>
    ${parties.map(({ id, title }, i) => html`<button type="button" role="tab" key=${id}
      id=${`party-tab-${id}`} class=${`party-tab party-${partyTone(i)}`} aria-selected=${i === chosen}
      aria-controls=${`party-${id}`} tabindex=${i === chosen ? 0 : -1} onClick=${() => onChoose(i)}>
      ${title}</button>`)}</div>`;
}

export function Parties() {
  const parties = useStore(({ view }) => view.parties);
  const [index, setIndex] = useState(0);
  const chosen = Math.min(index, parties.length - 1);

  return html`<${Tabs} parties=${parties} chosen=${chosen} onChoose=${setIndex} />
    ${parties.map((party, i) => html`<div key=${party.id} id=${`party-${party.id}`} role="tabpanel"
      class=${`party party-${partyTone(i)}${i === chosen ? "" : " party-away"}`} aria-labelledby=${`party-tab-${party.id}`}>
      <h2 class="on-paper">${party.title}</h2>
      ${ROLES[party.role] && html`<p class="role">${ROLES[party.role]}</p>`}<${PartyPanel} id=${party.id} /></div>`)}`;
}
