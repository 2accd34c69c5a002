// SPDX-License-Identifier: GPL-3.0-or-later
// The bar on top: what file this is, undo and redo, what is changed, and what goes in and out.

import { countChanges, listChanges } from "./changes.js";
import { chooseFile, saveOverlay } from "./files.js";
import { Icon } from "./icons.js";
import { linkTo } from "./link.js";
import { html, useEffect, useRef, useState } from "./preact.js";
import { getState, redo, remove, reset, undo, useStore } from "./store.js";
import { day } from "./wording.js";

const LARGE = "parley-large";

/** @param {{ said?: boolean }} props  said: the text tells something, so it stays where there is little room */
function Tool({ icon, label, text, said, disabled, pressed, onClick }) {
  return html`<button type="button" class="tool" title=${label} aria-label=${label}
    aria-pressed=${pressed} disabled=${disabled} onClick=${onClick}>
    <${Icon} name=${icon} />${text && html`<span class=${`tool-text${said ? "" : " usual"}`}>${text}</span>`}</button>`;
}

function Change({ change }) {
  const { path, party, what, from, to } = change;
  const name = party ? `${party}: ${what}` : what;

  return html`<li><span class="change-what">${name}</span>
    <span class="change-values">${from ?? ""}${from != null && " \u2192 "}${to ?? ""}</span>
    <button type="button" class="plain-button" aria-label=${`Put back ${name}`}
      onClick=${() => remove(path)}>put back</button></li>`;
}

// All weights of a party move together, so they are put back together.
function groupWeights(changes) {
  const isWeight = ({ path }) => ["weights", "ranking", "swing"].includes(path[2]);
  const seen = new Set();

  return changes.flatMap((change) => {
    if (!isWeight(change)) {
      return [change];
    }
    const [kind, id] = change.path;
    if (seen.has(id)) {
      return [];
    }
    seen.add(id);
    const rows = changes.filter((one) => isWeight(one) && one.path[1] === id && one.path[2] === "weights");
    return rows.length === 1 ? [change]
      : [{ ...change, path: [kind, id, "weights"], what: `${rows.length} weights`, from: null, to: null }];
  });
}

function ChangeList({ changes }) {
  return html`<div class="popover" role="dialog" aria-label="Changes">
    <p class="quiet">What this page changes in the file as it was read. The file itself stays as it is.</p>
    <ul class="changes">${groupWeights(changes).map((change) =>
      html`<${Change} key=${change.path.join(".")} change=${change} />`)}</ul>
    <button type="button" class="button" onClick=${reset}>Put everything back</button>
  </div>`;
}

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

function Changes() {
  const overlay = useStore((state) => state.overlay);
  const [open, setOpen] = useState(false);
  const ref = useRef();
  const changes = listChanges({ ...getState(), overlay });
  const count = countChanges(changes);

  useOutside(ref, () => setOpen(false));
  return html`<span class="popover-holder" ref=${ref}>
    <button type="button" class=${`tool changes-button${count > 0 ? " some" : ""}`} disabled=${count === 0}
      aria-expanded=${open && count > 0} onClick=${() => setOpen(!open)}>
      ${count === 0 ? "No changes" : count === 1 ? "1 change" : `${count} changes`}</button>
    ${open && count > 0 && html`<${ChangeList} changes=${changes} />`}
  </span>`;
}

function Share() {
  const [copied, setCopied] = useState(false);

  async function copy() {
    await navigator.clipboard.writeText(await linkTo(getState()));
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  }
  return html`<${Tool} icon="link" text=${copied ? "Copied" : "Link"} said=${copied} onClick=${copy}
    label="Copy a link to what is shown here. It opens while this server runs; elsewhere put what follows the # behind the address of your own" />`;
}

function Larger() {
  const [large, setLarge] = useState(localStorage.getItem(LARGE) === "yes");

  useEffect(() => {
    document.documentElement.classList.toggle("large", large);
    localStorage.setItem(LARGE, large ? "yes" : "no");
    window.dispatchEvent(new Event("resize"));
  }, [large]);
  return html`<${Tool} icon="larger" label="Larger type, for a projector" pressed=${large}
    onClick=${() => setLarge(!large)} />`;
}

/** Says so when an answer takes longer than one notices; base.css waits with showing it. */
function Busy() {
  const busy = useStore(({ pending }) => pending.evaluate || pending.load);

  return busy && html`<span class="busy">working …</span>`;
}

export function Header() {
  const view = useStore((state) => state.view);
  const canUndo = useStore((state) => state.canUndo);
  const canRedo = useStore((state) => state.canRedo);

  useEffect(() => { document.title = `${view.title} - Parley`; }, [view.title]);
  return html`<header class="top">
    <div class="top-title"><h1>${view.title}</h1>
      <p class="quiet">${view.file}${view.as_of && `, as of ${day(view.as_of)}`}</p><${Busy} /></div>
    <div class="tools" role="toolbar" aria-label="Changes and files">
      <${Tool} icon="undo" label="Undo (Ctrl-Z)" disabled=${!canUndo} onClick=${undo} />
      <${Tool} icon="redo" label="Redo (Ctrl-Shift-Z)" disabled=${!canRedo} onClick=${redo} />
      <${Changes} />
      <${Tool} icon="save" text="Save" label="Save the changes as an overlay file" onClick=${saveOverlay} />
      <${Tool} icon="load" text="Open" label="Open an overlay file (or drop it on the page)" onClick=${chooseFile} />
      <${Share} /><${Larger} />
    </div></header>`;
}
