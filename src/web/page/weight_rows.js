// SPDX-License-Identifier: GPL-3.0-or-later
// A party's weights as sliders that make room for each other, or that stand for themselves.

import { sharesOf, weightPairs } from "./changes.js";
import { html, useRef } from "./preact.js";
import { put, putMany, useStore } from "./store.js";
import { writeNumber } from "./view.js";
import { Lock, WeightRow } from "./weight_row.js";
import { limit, link, normalize, rounded } from "./weights.js";
import { input } from "./wording.js";

const NONE = [];

const hasValues = (party, issue) => party.values.some((one) => one.issue === issue);

/** The end of all sliders of a party: a multiple of ten with room above the largest. */
function scaleEnd(party, origin) {
  const sum = origin.weights.reduce((total, { weight }) => total + (weight?.value ?? 0), 0) || 1;
  const highs = origin.weights.map(({ weight, share }) =>
    Math.max(share, ((weight?.high ?? 0) * 100) / sum),
  );
  const largest = Math.max(...highs, ...sharesOf(party));

  return Math.min(100, Math.ceil(largest / 10 + 0.2) * 10);
}

function shareRange({ weight, share }) {
  const factor = weight?.value > 0 ? share / weight.value : 0;

  return weight?.low != null && factor > 0
    ? { low: weight.low * factor, high: weight.high * factor }
    : null;
}

/** What the rows of a party are made of: those that can be weighted, with what they were. */
function rowsOf(party, origin, issues) {
  return party.weights.flatMap((row, index) => {
    const issue = issues.find(({ id }) => id === row.issue);
    const before = origin.weights.find((one) => one.issue === row.issue) ?? row;

    return hasValues(party, row.issue) ? [{ row, index, issue, before }] : [];
  });
}

/** Weights that sum to 100. */
function LinkedWeights({ party, origin, issues }) {
  const locks = useStore((state) => state.locks[party.id]) ?? NONE;
  const drag = useRef(null); // the weights when the hand took the slider
  const shares = normalize(sharesOf(party));
  const base = normalize(sharesOf(origin));
  const [shown, shownBefore] = [rounded(shares), rounded(base)];
  const end = scaleEnd(party, origin);
  // What cannot be weighted is as good as locked.
  const isLocked = ({ issue }) => locks.includes(issue) || !hasValues(party, issue);
  const locked = party.weights.map(isLocked);

  function move(index, value, live = false) {
    drag.current ??= shares;
    const weights = link(drag.current, index, value, locked);
    putMany(weightPairs(origin, weights), { live, step: `weights ${party.id} ${index}` });
    if (!live) {
      drag.current = null;
    }
  }

  const onEnd = () => {
    drag.current = null;
  };

  return rowsOf(party, origin, issues).map(({ row, index: i, issue, before }) => {
    const { max, fixed } = limit(shares, i, locked);
    const both = {
      value: shares[i],
      min: 0,
      disabled: fixed || locked[i],
      onValue: (value, live) => move(i, value, live),
    };
    const text = `${shown[i]} of 100`;

    return html`<${WeightRow} key=${issue.id} party=${party} origin=${origin} row=${row}
      issue=${issue} was=${shown[i] === shownBefore[i] ? null : String(shownBefore[i])}
      onBack=${() => move(i, before.share)} field=${{ ...both, shown: shown[i], max }}
      slider=${{ ...both, base: base[i], range: shareRange(before), max: end, text, onEnd }}
      lock=${html`<${Lock} party=${party} issue=${issue} locked=${locked[i]} />`} />`;
  });
}

/** Weights that count as they are written. */
function FreeWeights({ party, origin, issues }) {
  const all = [...party.weights, ...origin.weights].map(({ weight }) => weight);
  const largest = Math.max(...all.map((weight) => Math.max(weight?.value ?? 0, weight?.high ?? 0)));

  return rowsOf(party, origin, issues).map(({ row, issue, before }) => {
    const [value, base] = [row.weight?.value ?? 0, before.weight?.value ?? 0];
    const isBase = (number) => Math.abs(number - base) < 1e-9;
    const path = ["parties", party.id, "weights", issue.id];
    const onValue = (number, live = false) =>
      put(path, isBase(number) ? undefined : writeNumber(before.weight, number), { live });
    const scale = { max: 2 * largest || 1, step: largest / 20 || 0.05 };

    return html`<${WeightRow} key=${issue.id} party=${party} origin=${origin} row=${row}
      issue=${issue} was=${isBase(value) ? null : input(base)} onBack=${() => onValue(base)}
      field=${{ value, min: 0, onValue }}
      slider=${{ value, base, range: before.weight, min: 0, ...scale, text: input(value), onValue }}
      />`;
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

  return html`<section>
    <div class="section-head"><h3>Weights</h3>
      <span class="row-note">${free ? "count as they are written" : NOTES[origin.weighting]}</span>
    </div>
    <${free ? FreeWeights : LinkedWeights} party=${party} origin=${origin} issues=${issues} />
    ${without.length > 0 &&
      html`<p class="quiet">Not valued by this side: ${without.join(", ")}</p>`}</section>`;
}
