// SPDX-License-Identifier: GPL-3.0-or-later
// The changes as an overlay file: saved, and read from one that is chosen or dropped.

import { isEmpty } from "./overlay.js";
import { html, useEffect, useState } from "./preact.js";
import { getState, openOverlay, setMessage } from "./store.js";

/** As the server has it for whole requests. */
const MOST = 1 << 20;

/** Hands the browser a file to keep. */
export function download(name, type, content) {
  const link = document.createElement("a");

  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

const stem = (file) => file.replace(/\.json$/, "");

export function saveOverlay() {
  const { overlay, caseId, view } = getState();

  if (isEmpty(overlay)) {
    setMessage({ error: "There are no changes to save.", problems: [] });
    return;
  }
  const name = [stem(view.file), caseId, "overlay.json"].filter(Boolean).join(".");
  download(name, "application/json", `${JSON.stringify(overlay, null, 2)}\n`);
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
