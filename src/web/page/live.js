// SPDX-License-Identifier: GPL-3.0-or-later
// What screen readers are told when a change has turned something.

import { html, useEffect, useRef, useState } from "./preact.js";
import { getState, useStore } from "./store.js";
import { turnedDrafts } from "./verdicts.js";
import { draftName, titleOf } from "./wording.js";

/** Milliseconds without a new evaluation after which it is told. */
const CALM = 700;

function sentence(title, verdict, draft) {
  switch (verdict) {
    case "accepts":
    case "rejects":
      return `${title} now ${verdict} ${draft}.`;
    case "depends":
      return `${title}'s answer to ${draft} now depends on open terms.`;
    default:
      return `${draft} is now against the rules.`;
  }
}

function sentences(before, after, { parties, as_of }) {
  return turnedDrafts(before, after).flatMap(({ draft, parties: turned }) =>
    turned.map(({ id, to }) => sentence(titleOf(parties, id), to, draftName(draft, as_of))),
  );
}

export function Live() {
  const evaluation = useStore((state) => state.evaluation);
  const told = useRef(null);
  const [text, setText] = useState("");

  useEffect(() => {
    told.current ??= evaluation;
    const timer = setTimeout(() => {
      if (evaluation) {
        setText(sentences(told.current, evaluation, getState().view).join(" "));
      }
      told.current = evaluation;
    }, CALM);
    return () => clearTimeout(timer);
  }, [evaluation]);
  return html`<div class="unseen" role="status" aria-live="polite">${text}</div>`;
}
