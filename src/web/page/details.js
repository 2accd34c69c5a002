// SPDX-License-Identifier: GPL-3.0-or-later
// What is chosen in the picture or among the drafts, in full, and what may be done with it.

import { html, useEffect, useRef } from "./preact.js";
import { DraftActions } from "./answers.js";
import { Scores, Terms, kindWords, termsOf } from "./card.js";
import { select } from "./store.js";
import { workOn } from "./work_on.js";

/** So much of it must be on the screen, in pixels. */
const SEEN = 120;

/** The terms of the working draft, to compare with. */
const workingTerms = (view) => view.drafts.find(({ id }) => id === "working")?.terms ?? null;

function WorkButton({ item, terms, view }) {
  if (item.kind === "working") return null;
  const working = workingTerms(view);

  return html`<button type="button" class="button main" disabled=${!terms}
    onClick=${() => workOn(terms)}>
    ${working ? "Replace the working draft by it" : "Make it the working draft"}</button>`;
}

export function Details({ item, view }) {
  const terms = termsOf(item);
  const other = item.kind === "working" ? null : workingTerms(view);
  const section = useRef();
  const isDraft = item.kind === "draft" || item.kind === "working";

  useEffect(() => {
    const { top } = section.current.getBoundingClientRect();
    if (top > innerHeight - SEEN || top < 0) section.current.scrollIntoView({ block: "nearest" });
  }, [item.key]);
  return html`<section class="details" ref=${section} aria-label=${`Chosen: ${item.name}`}>
    <header>
      <h3>${item.name}</h3>
      <button type="button" class="tool" aria-label="Close what is chosen" onClick=${() => select(null)}>✕</button>
    </header>
    <p class="details-kind">${kindWords(item, view)}</p>
    <${Scores} item=${item} view=${view} />
    <div class="row-of-buttons">
      <${WorkButton} item=${item} terms=${terms} view=${view} />
      ${isDraft && html`<${DraftActions} id=${item.id} score=${item.score} />`}
    </div>
    ${terms && html`<${Terms} terms=${terms} view=${view} other=${other} otherName="the working draft" />`}
  </section>`;
}
