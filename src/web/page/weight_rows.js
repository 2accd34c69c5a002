// SPDX-License-Identifier: GPL-3.0-or-later
// A party's weights as sliders that make room for each other, with the values of each issue below.

import { sharesOf, weightPairs } from "./changes.js";
import { Icon } from "./icons.js";
import { html, useRef, useState } from "./preact.js";
import { Provenance } from "./provenance.js";
import { NumberField, PutBack, Slider } from "./slider.js";
import { put, putMany, toggleLock, useStore } from "./store.js";
import { Values } from "./values.js";
import { writeNumber } from "./view.js";
import { limit, link, normalize, rounded } from "./weights.js";
import { input } from "./wording.js";

const NONE = [];

/** The end of all sliders of a party: a multiple of ten with room above the largest. */
function scaleEnd(party, origin) {
  const sum = origin.weights.reduce((total, { weight }) => total + (weight?.value ?? 0), 0) || 1;
  const highs = origin.weights.map(({ weight, share }) =>
    Math.max(share, ((weight?.high ?? 0) * 100) / sum));
  const largest = Math.max(...highs, ...sharesOf(party));

  return Math.min(100, Math.ceil(largest / 10 + 0.2) * 10);
}

const shareRange = ({ weight, share }) => {
  const factor = weight?.value > 0 ? share / weight.value : 0;

  return weight?.low != null && factor > 0 ? { low: weight.low * factor, high: weight.high * factor } : null;
};

function Lock({ party, issue, title, locked }) {
  const label = `Keep the weight of ${title} while others move`;

  return html`<button type="button" class="lock" aria-pressed=${locked} aria-label=${label} title=${label}
    onClick=${() => toggleLock(party.id, issue)}><${Icon} name=${locked ? "locked" : "open"} /></button>`;
}

function RowTitle({ title, open, controls, onToggle }) {
  return html`<button type="button" class="row-title disclose" aria-expanded=${open} aria-controls=${controls}
    onClick=${onToggle}><${Icon} name="right" /><span>${title}</span></button>`;
}

/** Whether a value function is another one than before; what has not been touched is the same object. */
const isOther = (value, before) => value !== before && JSON.stringify(value) !== JSON.stringify(before);

/** The row of one issue; how a weight moves is the affair of whoever shows the row. */
function Row({ party, row, before, issue, origin, field, slider, lock, changed, was, onBack }) {
  const [open, setOpen] = useState(false);
  const id = `values-${party.id}-${issue.id}`;
  const value = party.values.find((one) => one.issue === issue.id);
  const valueBefore = origin.values.find((one) => one.issue === issue.id) ?? value;
  const name = `${party.title}: weight of ${issue.title}`;

  return html`<div class=${`weight-row${changed ? " changed" : ""}${open ? " unfolded" : ""}`}>
    <div class="row-head">
      <${RowTitle} title=${issue.title} open=${open} controls=${id} onToggle=${() => setOpen(!open)} />
      ${!open && isOther(value, valueBefore) && html`<span class="mark">values changed</span>`}
      <span class="was">${changed && html`<${PutBack} label=${`the weight of ${issue.title}`} base=${was} onClick=${onBack} />`}</span>
      <${NumberField} label=${name} ...${field} />${lock}
    </div>
    <${Slider} label=${name} ...${slider} />
    <div id=${id} hidden=${!open}>${open && html`${issue.kind === "derived" && html`
        <p class="quiet">Not negotiated: it follows from other terms.</p>`}<${Provenance} number=${row.weight} />
      <${Values} party=${party} issue=${issue} value=${value}
        before=${valueBefore} />`}</div>
  </div>`;
}

const hasValues = (party, issue) => party.values.some((one) => one.issue === issue);

/** Weights that sum to 100. */
function LinkedWeights({ party, origin, issues }) {
  const locks = useStore((state) => state.locks[party.id]) ?? NONE;
  const drag = useRef(null); // the weights when the hand took the slider
  const shares = normalize(sharesOf(party));
  const shown = rounded(shares);
  const shownBefore = rounded(sharesOf(origin));
  // What cannot be weighted is as good as locked.
  const locked = party.weights.map(({ issue }) => locks.includes(issue) || !hasValues(party, issue));
  const end = scaleEnd(party, origin);

  function move(index, value, live = false) {
    drag.current ??= shares;
    putMany(weightPairs(origin, link(drag.current, index, value, locked)),
      { live, step: `weights ${party.id} ${index}` });
    if (!live) {
      drag.current = null;
    }
  }

  return party.weights.map((row, i) => {
    const issue = issues.find(({ id }) => id === row.issue);
    const before = origin.weights.find((one) => one.issue === row.issue) ?? row;
    if (!hasValues(party, row.issue)) {
      return null;
    }
    const { max, fixed } = limit(shares, i, locked);
    const disabled = fixed || locked[i];
    const onValue = (value, live) => move(i, value, live);
    const changed = shown[i] !== shownBefore[i];

    return html`<${Row} key=${row.issue} party=${party} row=${row} before=${before} issue=${issue} origin=${origin}
      changed=${changed} was=${shownBefore[i]} onBack=${() => move(i, before.share)}
      field=${{ value: shares[i], shown: shown[i], min: 0, max, disabled, onValue }}
      slider=${{
        value: shares[i], base: before.share, range: shareRange(before), min: 0, max: end, disabled,
        text: `${shown[i]} of 100`, onValue, step: 1,
      }}
      lock=${html`<${Lock} party=${party} issue=${row.issue} title=${issue.title} locked=${locked[i]} />`} />`;
  });
}

/** Weights that count as they are written: they stand for themselves. */
function FreeWeights({ party, origin, issues }) {
  const largest = Math.max(...[...party.weights, ...origin.weights].map(({ weight }) =>
    Math.max(weight?.value ?? 0, weight?.high ?? 0)));

  return party.weights.filter((row) => hasValues(party, row.issue)).map((row) => {
    const issue = issues.find(({ id }) => id === row.issue);
    const before = origin.weights.find((one) => one.issue === row.issue) ?? row;
    const [value, was] = [row.weight?.value ?? 0, before.weight?.value ?? 0];
    const path = ["parties", party.id, "weights", row.issue];
    const onValue = (number, live = false) => put(path,
      Math.abs(number - was) < 1e-9 ? undefined : writeNumber(before.weight, number), { live });

    return html`<${Row} key=${row.issue} party=${party} row=${row} before=${before} issue=${issue} origin=${origin}
      changed=${Math.abs(value - was) > 1e-9} was=${input(was)} onBack=${() => onValue(was)}
      field=${{ value, min: 0, onValue }}
      slider=${{
        value, base: was, range: before.weight, min: 0, max: 2 * largest || 1, step: largest / 20 || 0.05,
        text: input(value), onValue,
      }} />`;
  });
}

const NOTES = {
  weights: "sum to 100; others make room",
  ranking: "from a ranking; sum to 100",
  swing: "from swing points; sum to 100",
};

export function Weights({ party, origin }) {
  const issues = useStore(({ view }) => view.issues);
  const free = party.normalize === false;

  const without = issues.filter(({ id }) => !hasValues(party, id)).map(({ title }) => title);

  return html`<section><div class="section-head"><h3>Weights</h3>
      <span class="row-note">${free ? "count as they are written" : NOTES[origin.weighting]}</span></div>
    <${free ? FreeWeights : LinkedWeights} party=${party} origin=${origin} issues=${issues} />
    ${without.length > 0 && html`<p class="quiet">Not valued by this side: ${without.join(", ")}</p>`}</section>`;
}
