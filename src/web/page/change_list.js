// SPDX-License-Identifier: GPL-3.0-or-later
// How many changes there are; when asked, which, and the way back for each.

import { listChanges } from "./changes.js";
import { html, useEffect, useRef, useState } from "./preact.js";
import { getState, putMany, reset, useStore } from "./store.js";
import { counted } from "./wording.js";

const putBack = ({ paths }) =>
  putMany(
    paths.map((path) => [path, undefined]),
    { step: null },
  );

function Change({ change }) {
  const { party, what, from, to } = change;
  const name = party ? `${party}: ${what}` : what;

  return html`<li>
    <span class="change-what">${name}</span>
    <span class="change-values">${from ?? ""}${from != null && " \u2192 "}${to ?? ""}</span>
    <button type="button" class="plain-button" aria-label=${`put back ${name}`}
      onClick=${() => putBack(change)}>put back</button>
  </li>`;
}

function ChangeList({ changes }) {
  return html`<div class="popover" role="dialog" aria-label="Changes">
    <p class="quiet">What this page changes in the file as it was read. The file itself stays as it
      is.</p>
    <ul class="changes">
      ${changes.map((change) => html`<${Change} key=${change.paths.join()} change=${change} />`)}
    </ul>
    <button type="button" class="button" onClick=${() => reset()}>Put everything back</button>
  </div>`;
}

/** Closes what is open when one clicks elsewhere, or presses Escape. */
function useOutside(ref, close) {
  useEffect(() => {
    const onDown = (event) => ref.current?.contains(event.target) || close();
    const onKey = (event) => event.key === "Escape" && close();

    document.addEventListener("pointerdown", onDown);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("pointerdown", onDown);
      document.removeEventListener("keydown", onKey);
    };
  }, []);
}

export function Changes() {
  const overlay = useStore((state) => state.overlay);
  const [wanted, setWanted] = useState(false);
  const ref = useRef();
  const changes = listChanges({ ...getState(), overlay });
  const none = changes.length === 0;
  const open = wanted && !none;

  useOutside(ref, () => setWanted(false));
  return html`<span class="popover-holder" ref=${ref}>
    <button type="button" class=${`tool changes-button${none ? "" : " some"}`} disabled=${none}
      aria-expanded=${open} onClick=${() => setWanted(!wanted)}>
      ${none ? "No changes" : counted(changes.length, "change")}</button>
    ${open && html`<${ChangeList} changes=${changes} />`}
  </span>`;
}
