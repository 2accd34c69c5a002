// SPDX-License-Identifier: GPL-3.0-or-later
// The row of one weight: its title, which unfolds the values of the issue, its number, its slider.

import { Icon } from "./icons.js";
import { html, useState } from "./preact.js";
import { Provenance } from "./provenance.js";
import { NumberField, PutBack, Slider } from "./slider.js";
import { toggleLock } from "./store.js";
import { Values } from "./values.js";

export function Lock({ party, issue, locked }) {
  const label = `Keep the weight of ${issue.title} while others move`;

  return html`<button type="button" class="lock" aria-pressed=${locked} aria-label=${label}
    title=${label} onClick=${() => toggleLock(party.id, issue.id)}>
    <${Icon} name=${locked ? "locked" : "open"} /></button>`;
}

function Title({ title, open, controls, onToggle }) {
  return html`<button type="button" class="row-title disclose" aria-expanded=${open}
    aria-controls=${controls} onClick=${onToggle}>
    <${Icon} name="right" /><span>${title}</span></button>`;
}

/** What has not been touched is the same object. */
const isOther = (value, before) =>
  value !== before && JSON.stringify(value) !== JSON.stringify(before);

function Unfolded({ party, row, issue, value, before }) {
  return html`
    ${issue.kind === "derived" &&
      html`<p class="quiet">Not negotiated: it follows from other terms.</p>`}
    <${Provenance} number=${row.weight} />
    <${Values} party=${party} issue=${issue} value=${value} before=${before} />`;
}

/**
 * How a weight moves is the affair of whoever shows the row.
 *
 * @param {object} props
 * @param {object} props.origin  the party without changes
 * @param {object} props.field  what the number needs, but its label
 * @param {object} props.slider  what the slider needs, but its label
 * @param {string | null} props.was  what it was, when it is another one now
 * @param {() => void} props.onBack
 */
export function WeightRow({ party, origin, row, issue, field, slider, lock, was, onBack }) {
  const [open, setOpen] = useState(false);
  const id = `values-${party.id}-${issue.id}`;
  const valueOf = (of) => of.values.find((one) => one.issue === issue.id);
  const value = valueOf(party);
  const before = valueOf(origin) ?? value;
  const name = `${party.title}: weight of ${issue.title}`;
  const changed = was !== null;

  return html`<div class=${`weight-row${changed ? " changed" : ""}${open ? " unfolded" : ""}`}>
    <div class="row-head">
      <${Title} title=${issue.title} open=${open} controls=${id}
        onToggle=${() => setOpen(!open)} />
      ${!open && isOther(value, before) && html`<span class="mark">values changed</span>`}
      <span class="back-slot">${changed &&
        html`<${PutBack} label=${`the weight of ${issue.title}`} base=${was} onClick=${onBack} />`}
      </span>
      <${NumberField} label=${name} ...${field} />
      ${lock}
    </div>
    <${Slider} label=${name} ...${slider} />
    <div id=${id} hidden=${!open}>${open && html`<${Unfolded} party=${party} row=${row}
      issue=${issue} value=${value} before=${before} />`}</div>
  </div>`;
}
