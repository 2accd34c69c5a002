// SPDX-License-Identifier: GPL-3.0-or-later
// The left column: one party at a time, all of them on paper.

import { partyTone } from "./look.js";
import { PartyPanel } from "./party.js";
import { html, useMemo, useState } from "./preact.js";
import { useStore } from "./store.js";

const ROLES = {
  ratifier: "Must accept too, and takes no part in the frontier and the solutions.",
  affected: "Affected: scored and shown, decides nothing.",
};

const STEPS = { ArrowRight: 1, ArrowLeft: -1 };

function Tab({ party, tone, chosen, onChoose }) {
  const { id, title } = party;

  return html`<button type="button" role="tab" id=${`party-tab-${id}`}
    class=${`party-tab party-${tone}`} aria-selected=${chosen} aria-controls=${`party-${id}`}
    tabindex=${chosen ? 0 : -1} onClick=${onChoose}>${title}</button>`;
}

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
    ${parties.map((party, i) => html`<${Tab} key=${party.id} party=${party} tone=${partyTone(i)}
      chosen=${i === chosen} onChoose=${() => onChoose(i)} />`)}</div>`;
}

function Panel({ party, tone, chosen }) {
  const { id, title, role } = party;
  // It is drawn again when its own party changes, and not whenever another one does.
  const content = useMemo(() => html`<${PartyPanel} id=${id} />`, [id]);

  return html`<div id=${`party-${id}`} role="tabpanel" aria-labelledby=${`party-tab-${id}`}
    class=${`party party-${tone}${chosen ? "" : " party-away"}`}>
    <h2 class="on-paper">${title}</h2>
    ${ROLES[role] && html`<p class="role">${ROLES[role]}</p>`}
    ${content}</div>`;
}

export function Parties() {
  const parties = useStore(({ view }) => view.parties);
  const [index, setIndex] = useState(0);
  const chosen = Math.min(index, parties.length - 1);

  return html`<${Tabs} parties=${parties} chosen=${chosen} onChoose=${setIndex} />
    ${parties.map((party, i) => html`<${Panel} key=${party.id} party=${party} tone=${partyTone(i)}
      chosen=${i === chosen} />`)}`;
}
