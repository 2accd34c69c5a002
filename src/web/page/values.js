// SPDX-License-Identifier: GPL-3.0-or-later
// What a party gets out of each outcome of an issue, 0 to 100: sliders for options, a line for
// numbers.

import { Curve, Tent } from "./curve.js";
import { html } from "./preact.js";
import { NumberField, putBack, PutBack, Slider } from "./slider.js";
import { put, remove } from "./store.js";
import { fullNumber, writeNumber } from "./view.js";
import { input } from "./wording.js";

const differ = (a, b) => Math.abs(a - b) > 1e-9;

function Setting({ name, title, number, before, path, min = 0, max = 100, step = 1, unit }) {
  const { value } = number;
  const changed = differ(value, before.value);
  const onValue = (next, live = false) =>
    put(path, differ(next, before.value) ? writeNumber(before, next) : undefined, { live });
  const text = `${input(value)}${unit ? ` ${unit}` : ""}`;

  return html`<div class=${`value-row${changed ? " changed" : ""}`}>
    <span class="value-title" title=${number.note}>${title}</span>
    <${Slider} label=${name} value=${value} base=${before.value} range=${before} min=${min}
      max=${max} step=${step} text=${text} onValue=${onValue} />
    <${NumberField} label=${name} value=${value} min=${min} max=${max} onValue=${onValue} />
    <span class="back-slot">${changed && html`<${PutBack} label=${name} base=${input(before.value)}
      onClick=${() => putBack(path, before)} />`}</span>
  </div>`;
}

function Options({ party, issue, value, before }) {
  const find = (options, id) => options?.find((option) => option.id === id);

  return value.options.map(({ id, value: number }) => {
    const title = find(issue.options, id)?.title ?? id;

    return html`<${Setting} key=${id} title=${title} number=${number}
      name=${`${party.title}: value of ${issue.title}: ${title}`}
      before=${find(before.options, id)?.value ?? number}
      path=${["parties", party.id, "values", issue.id, id]} />`;
  });
}

/** The step of what is moved along an issue. */
function stepOf(issue) {
  const gaps = (issue.values ?? []).slice(1).map((value, i) => value - issue.values[i]);

  return gaps.length > 0
    ? Math.min(...gaps)
    : 10 ** Math.floor(Math.log10((issue.max - issue.min) / 50));
}

/** A point's value as an overlay writes it: what is as it was keeps what it rests on. */
function writePoint(y, was) {
  if (!was) {
    return y;
  }
  const written = differ(was.value, y) ? writeNumber(was, y) : { value: y };

  return typeof written === "number" ? y : fullNumber({ ...was, value: y });
}

const writePoints = (points, before) =>
  points.map(({ x, y }) => [x, writePoint(y, before.find((one) => !differ(one.x, x))?.value)]);

const flat = (points) => points.map(({ x, value }) => ({ x, y: value.value, range: value }));

const same = (a, b) =>
  a.length === b.length && a.every(({ x, y }, i) => !differ(x, b[i].x) && !differ(y, b[i].y));

function PointNumbers({ name, unit, points, onPoints }) {
  const at = (x) => `at ${input(x)}${unit ? ` ${unit}` : ""}`;
  const set = (index, y) =>
    onPoints(points.map((point, i) => (i === index ? { ...point, y } : point)), false);

  return points.map(({ x, y }, i) => html`<label key=${i}>${at(x)}
    <${NumberField} label=${`${name} ${at(x)}`} value=${y} min=${0} max=${100}
      onValue=${(next) => set(i, next)} /></label>`);
}

function Points({ party, issue, value, before, step }) {
  const path = ["parties", party.id, "values", issue.id, "points"];
  const was = before.points ?? value.points;
  const [points, base] = [flat(value.points), flat(was)];
  const name = `${party.title}: value of ${issue.title}`;
  const onPoints = (next, live) =>
    same(next, points) ||
    put(path, same(next, base) ? undefined : writePoints(next, was), { live });

  return html`<${Curve} name=${name} issue=${{ ...issue, step }} points=${points} base=${base}
      shape=${value.shape} onPoints=${onPoints} />
    <div class="curve-numbers">
      <${PointNumbers} name=${name} unit=${issue.unit} points=${points} onPoints=${onPoints} />
      ${!same(points, base) && html`<button type="button" class="put-back"
        onClick=${() => remove(path)}>put the curve back</button>`}</div>
    <p class="quiet curve-help">Drag points or use the arrow keys; a double click adds one, Delete
      takes it away.</p>`;
}

function Ideal({ party, issue, value, before, step }) {
  const { min, max, unit } = issue;
  const name = `${party.title}: ${issue.title}`;
  const { ideal, tolerance } = value;
  const numbersOf = (of) => ({ ideal: of.ideal.value, tolerance: of.tolerance.value });
  const settingOf = (key) => ({
    name: `${name}: ${key}`,
    number: value[key],
    before: before[key],
    path: ["parties", party.id, "values", issue.id, key],
    step,
    unit,
  });

  return html`
    <${Tent} name=${`${name}: value`} issue=${issue} ...${numbersOf(value)}
      base=${numbersOf(before)} />
    <${Setting} title="Ideal" ...${settingOf("ideal")} min=${Math.min(min, ideal.value)}
      max=${Math.max(max, ideal.value)} />
    <${Setting} title="Worth nothing at a distance of" ...${settingOf("tolerance")} min=${step}
      max=${Math.max(2 * (max - min), tolerance.value)} />`;
}

const KINDS = { options: Options, curve: Points, ideal: Ideal };

export function Values({ party, issue, value, before }) {
  const Kind = KINDS[value.kind];
  const was = before.kind === value.kind ? before : value;

  return html`<div class="values"><p class="values-head">Value of each outcome, 0 to 100</p>
    <${Kind} party=${party} issue=${issue} value=${value} before=${was} step=${stepOf(issue)} />
  </div>`;
}
