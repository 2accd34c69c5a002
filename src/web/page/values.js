// SPDX-License-Identifier: GPL-3.0-or-later
// What a party gets out of each outcome of an issue, 0 to 100: sliders for options, a line for numbers.

import { Curve, Tent } from "./curve.js";
import { html } from "./preact.js";
import { NumberField, putBack, PutBack, Slider } from "./slider.js";
import { put, remove } from "./store.js";
import { fullNumber, writeNumber } from "./view.js";
import { input } from "./wording.js";

const differ = (a, b) => Math.abs(a - b) > 1e-9;

function Setting({ name, title, number, before, path, min = 0, max = 100, step = 1, unit }) {
  const changed = differ(number.value, before.value);
  const onValue = (value, live = false) =>
    put(path, differ(value, before.value) ? writeNumber(before, value) : undefined, { live });

  return html`<div class=${`value-row${changed ? " changed" : ""}`}>
    <span class="value-title" title=${number.note}>${title}${changed && html` <${PutBack} label=${name} base=${input(before.value)}
      onClick=${() => putBack(path, before)} />`}</span>
    <${Slider} label=${name} value=${number.value} base=${before.value} range=${before} min=${min} max=${max} step=${step}
      text=${`${input(number.value)}${unit ? ` ${unit}` : ""}`} onValue=${onValue} />
    <${NumberField} label=${name} value=${number.value} min=${min} max=${max} onValue=${onValue} /></div>`;
}

function Options({ party, issue, value, before }) {
  return value.options.map((option) => {
    const title = issue.options.find(({ id }) => id === option.id)?.title ?? option.id;

    return html`<${Setting} key=${option.id} title=${title} name=${`${party.title}: value of ${issue.title}: ${title}`}
      number=${option.value} before=${before.options?.find(({ id }) => id === option.id)?.value ?? option.value}
      path=${["parties", party.id, "values", issue.id, option.id]} />`;
  });
}

/** The step of what is moved along an issue. */
function stepOf(issue) {
  const gaps = (issue.values ?? []).slice(1).map((value, i) => value - issue.values[i]);

  return gaps.length > 0 ? Math.min(...gaps) : 10 ** Math.floor(Math.log10((issue.max - issue.min) / 50));
}

/** Points as an overlay writes them: those that are as they were keep what they rest on. */
function writePoints(points, before) {
  return points.map(({ x, y }) => {
    const was = before.find((point) => !differ(point.x, x))?.value;

    if (!was) {
      return [x, y];
    }
    const written = differ(was.value, y) ? writeNumber(was, y) : null;
    return [x, written === null ? fullNumber(was) : typeof written === "number" ? y : fullNumber({ ...was, value: y })];
  });
}

const flat = (points) => points.map(({ x, value }) => ({ x, y: value.value, range: value }));

const same = (a, b) => a.length === b.length && a.every(({ x, y }, i) => !differ(x, b[i].x) && !differ(y, b[i].y));

function Points({ party, issue, value, before, step }) {
  const path = ["parties", party.id, "values", issue.id, "points"];
  const [points, base] = [flat(value.points), flat(before.points ?? value.points)];
  const name = `${party.title}: value of ${issue.title}`;
  const onPoints = (next, live) => same(next, points) || put(path,
    same(next, base) ? undefined : writePoints(next, before.points ?? []), { live });
  const at = (x) => `at ${input(x)}${issue.unit ? ` ${issue.unit}` : ""}`;

  return html`<${Curve} name=${name} issue=${{ ...issue, step }} points=${points} base=${base} shape=${value.shape} onPoints=${onPoints} />
    <div class="curve-numbers">${points.map(({ x, y }, i) => html`<label key=${i}>${at(x)}
      <${NumberField} label=${`${name} ${at(x)}`} value=${y} min=${0} max=${100}
        onValue=${(next) => onPoints(points.map((point, k) => (k === i ? { ...point, y: next } : point)), false)} /></label>`)}
      ${!same(points, base) && html`<button type="button" class="put-back" onClick=${() => remove(path)}>put the curve back</button>`}</div>
    <p class="quiet curve-help">Drag points or use the arrow keys; a double click adds one, Delete takes it away.</p>`;
}

function Ideal({ party, issue, value, before, step }) {
  const { min, max, unit } = issue;
  const name = `${party.title}: ${issue.title}`;
  const path = ["parties", party.id, "values", issue.id];
  const of = ({ ideal, tolerance }) => ({ ideal: ideal.value, tolerance: tolerance.value });

  return html`<${Tent} name=${`${name}: value`} issue=${issue} ...${of(value)} base=${of(before)} />
    <${Setting} title="Ideal" name=${`${name}: ideal`} number=${value.ideal} before=${before.ideal} path=${[...path, "ideal"]}
      min=${Math.min(min, value.ideal.value)} max=${Math.max(max, value.ideal.value)} step=${step} unit=${unit} />
    <${Setting} title="Worth nothing at a distance of" name=${`${name}: tolerance`} number=${value.tolerance}
      before=${before.tolerance} path=${[...path, "tolerance"]} min=${step} max=${Math.max(2 * (max - min), value.tolerance.value)}
      step=${step} unit=${unit} />`;
}

const KINDS = { options: Options, curve: Points, ideal: Ideal };

export function Values({ party, issue, value, before }) {
  const Kind = KINDS[value.kind];

  return html`<div class="values"><p class="values-head">Value of each outcome, 0 to 100</p>
    <${Kind} party=${party} issue=${issue} value=${value} before=${before.kind === value.kind ? before : value}
      step=${stepOf(issue)} /></div>`;
}
