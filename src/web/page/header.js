// SPDX-License-Identifier: GPL-3.0-or-later
// The bar on top: what file this is, undo and redo, what is changed, and what goes in and out.

import { Changes } from "./change_list.js";
import { chooseFile, saveOverlay } from "./files.js";
import { Icon } from "./icons.js";
import { linkTo } from "./link.js";
import { html, useEffect, useState } from "./preact.js";
import { getState, redo, setMessage, undo, useStore } from "./store.js";
import { day } from "./wording.js";

const LARGE = "parley-large";

/** @param {{ said?: boolean }} props  said: the text tells something, so it stays on a telephone */
function Tool({ icon, label, text, said, disabled, pressed, onClick }) {
  return html`<button type="button" class="tool" title=${label} aria-label=${label}
    aria-pressed=${pressed} disabled=${disabled} onClick=${onClick}>
    <${Icon} name=${icon} />
    ${text && html`<span class=${`tool-text${said ? "" : " usual"}`}>${text}</span>`}
  </button>`;
}

const LINK =
  "Copy a link to what is shown here (Link). It opens while this server runs; " +
  "elsewhere put what follows the # behind the address of your own";

function Share() {
  const [copied, setCopied] = useState(false);

  async function copy() {
    try {
      await navigator.clipboard.writeText(await linkTo(getState()));
      setCopied(true);
      setTimeout(() => setCopied(false), 2000);
    } catch {
      setMessage({ error: "The browser does not let the page copy. The link is its address." });
    }
  }
  return html`<${Tool} icon="link" text=${copied ? "Copied" : "Link"} said=${copied} label=${LINK}
    onClick=${copy} />`;
}

/** What the browser keeps for the page, where it does. */
function remembered() {
  try {
    return localStorage.getItem(LARGE) === "yes";
  } catch {
    return false;
  }
}

function remember(large) {
  try {
    localStorage.setItem(LARGE, large ? "yes" : "no");
  } catch {
    // Then it is forgotten.
  }
}

function Larger() {
  const [large, setLarge] = useState(remembered);

  useEffect(() => {
    document.documentElement.classList.toggle("large", large);
    remember(large);
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

  useEffect(() => {
    document.title = `${view.title} - Parley`;
  }, [view.title]);
  return html`<header class="top">
    <div class="top-title"><h1>${view.title}</h1>
      <p class="quiet">${view.file}${view.as_of && `, as of ${day(view.as_of)}`}</p><${Busy} />
    </div>
    <div class="tools" role="toolbar" aria-label="Changes and files">
      <${Tool} icon="undo" label="Undo (Ctrl-Z)" disabled=${!canUndo} onClick=${undo} />
      <${Tool} icon="redo" label="Redo (Ctrl-Shift-Z)" disabled=${!canRedo} onClick=${redo} />
      <${Changes} />
      <${Tool} icon="save" text="Save" label="Save the changes as an overlay file"
        onClick=${saveOverlay} />
      <${Tool} icon="load" text="Open" label="Open an overlay file (or drop it on the page)"
        onClick=${chooseFile} />
      <${Share} /><${Larger} />
    </div>
  </header>`;
}
