// SPDX-License-Identifier: GPL-3.0-or-later
// The changes as an overlay file: saved, and read from one that is chosen or dropped.

import { keep, stemOf } from "./files_out.js";
import { isEmpty } from "./overlay.js";
import { html, useEffect, useState } from "./preact.js";
import { getState, openOverlay, setMessage } from "./store.js";

/** As the server has it for whole requests. */
const MOST = 1 << 20;

export function saveOverlay() {
  const { overlay, caseId, view } = getState();

  if (isEmpty(overlay)) {
    setMessage({ error: "There are no changes to save.", problems: [] });
    return;
  }
  const name = [stemOf(view.file), caseId, "overlay.json"].filter(Boolean).join(".");
  const content = `${JSON.stringify(overlay, null, 2)}\n`;
  keep(new Blob([content], { type: "application/json" }), name);
}

async function read(file) {
  if (file.size > MOST) {
    setMessage({ error: `${file.name} is too large for an overlay: at most 1 MiB.`, problems: [] });
    return;
  }
  await openOverlay(await file.text(), file.name);
}

export function chooseFile() {
  const field = document.createElement("input");

  field.type = "file";
  field.accept = ".json,application/json";
  field.addEventListener("change", () => field.files[0] && read(field.files[0]));
  field.click();
}

/** Takes files that are dropped anywhere on the page. */
export function Dropping() {
  const [over, setOver] = useState(false);

  useEffect(() => {
    const isFile = (event) => event.dataTransfer?.types.includes("Files");
    const onOver = (event) => {
      if (isFile(event)) {
        event.preventDefault();
        setOver(true);
      }
    };
    const onLeave = (event) => event.relatedTarget === null && setOver(false);
    const onDrop = (event) => {
      if (isFile(event)) {
        event.preventDefault();
        setOver(false);
        read(event.dataTransfer.files[0]);
      }
    };
    const listeners = Object.entries({ dragover: onOver, dragleave: onLeave, drop: onDrop });

    listeners.forEach(([name, listener]) => addEventListener(name, listener));
    return () => listeners.forEach(([name, listener]) => removeEventListener(name, listener));
  }, []);
  return over && html`<div class="dropping" aria-hidden="true">Drop the overlay file here</div>`;
}
