// SPDX-License-Identifier: GPL-3.0-or-later
// What is chosen in the picture or among the drafts, in full, and what may be done with it.

import { html, useEffect, useRef } from "./preact.js";
import { kindWords, Scores, Terms, termsOf } from "./card.js";
import { DraftActions } from "./questions.js";
import { select } from "./store.js";
import { workOn } from "./work_on.js";

/** So much of it must be on the screen, in pixels. */
const SEEN = 120;

function WorkButton({ terms, working }) {
  return html`<button type="button" class="button main" disabled=${!terms}
    onClick=${() => workOn(terms)}>
    ${working ? "Replace the working draft by it" : "Make it the working draft"}</button>`;
}

/** Into sight when something else is chosen, unless enough of it is seen. */
function useSight(section, key) {
  useEffect(() => {
    const { top } = section.current.getBoundingClientRect();
    if (top > innerHeight - SEEN || top < 0) section.current.scrollIntoView({ block: "nearest" });
  }, [key]);
}

export function Details({ item, view }) {
  const section = useRef();
  const terms = termsOf(item);
  const working = view.drafts.find(({ id }) => id === "working");
  const isWorking = item.kind === "working";

  useSight(section, item.key);
  return html`<section class="details" ref=${section} aria-label=${`Chosen: ${item.name}`}>
    <header><h3>${item.name}</h3>
      <button type="button" class="tool" aria-label="Close what is chosen"
        onClick=${() => select(null)}>✕</button>
    </header>
    <p class="details-kind">${kindWords(item, view)}</p>
    <${Scores} item=${item} view=${view} />
    <div class="row-of-buttons">
      ${!isWorking && html`<${WorkButton} terms=${terms} working=${working} />`}
      ${item.score && html`<${DraftActions} id=${item.id} score=${item.score} />`}
    </div>
    ${terms && html`<${Terms} terms=${terms} view=${view}
      other=${isWorking ? null : working?.terms} />`}
  </section>`;
}
