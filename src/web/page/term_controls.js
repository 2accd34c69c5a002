// SPDX-License-Identifier: GPL-3.0-or-later
// What a term is changed with: a list for choices, a slider with a number for ranges, and "open".

import { html } from "./preact.js";
import { afterChange } from "./slider.js";
import { settle } from "./store.js";
import { isSettled, sliderValue, snap } from "./working.js";
import { input, termWords } from "./wording.js";

/** What stands for a term that is known in part: choosing it changes nothing. */
const AS_IT_IS = "*";

function ChoiceControl({ issue, term, change }) {
  const partly = term !== undefined && !isSettled(term);
  const value = partly ? AS_IT_IS : (term ?? "");
  const choose = ({ target }) => target.value !== AS_IT_IS && change(target.value || undefined);

  return html`<select aria-label=${issue.title} value=${value} onChange=${choose}>
    ${partly && html`<option value=${AS_IT_IS}>${termWords(issue, term)}</option>`}
    ${issue.options.map(({ id, title }) => html`<option key=${id} value=${id}>${title}</option>`)}
    <option value="">open</option>
  </select>`;
}

function Slider({ issue, term, change }) {
  const index = issue.values.indexOf(snap(issue, sliderValue(issue, term)));
  const slide = ({ target }) => change(issue.values[Number(target.value)], { live: true });

  return html`<input type="range" min="0" max=${issue.values.length - 1} step="1" value=${index}
    aria-label=${issue.title} aria-valuetext=${termWords(issue, term, "open")}
    onInput=${slide} onChange=${settle} onPointerUp=${() => afterChange(settle)} />`;
}

function NumberField({ issue, term, change }) {
  const isKnown = typeof term === "number";
  const name = issue.unit ? `${issue.title}, ${issue.unit}` : issue.title;
  const enter = ({ target }) =>
    target.value !== "" && target.reportValidity() && change(Number(target.value));

  return html`<input type="number" min=${issue.min} max=${issue.max} step="any" aria-label=${name}
    value=${isKnown ? input(term) : ""} placeholder=${isKnown ? "" : termWords(issue, term, "open")}
    onChange=${enter} />`;
}

function RangeControl({ issue, term, change }) {
  const middle = snap(issue, sliderValue(issue, term));

  return html`<div class=${`range ${typeof term === "number" ? "" : "open"}`}>
    <${Slider} issue=${issue} term=${term} change=${change} />
    <${NumberField} issue=${issue} term=${term} change=${change} />
    <span class="unit" aria-hidden="true">${issue.unit}</span>
    <label class="open-box"><input type="checkbox" checked=${term === undefined}
      aria-label=${`${issue.title} is open`}
      onChange=${({ target }) => change(target.checked ? undefined : middle)} /> open</label>
  </div>`;
}

/** @param {{ issue: object, term: any, change: (term, how?: { live?: boolean }) => void }} props */
export function TermControl(props) {
  const Control = props.issue.kind === "range" ? RangeControl : ChoiceControl;

  return html`<${Control} ...${props} />`;
}
