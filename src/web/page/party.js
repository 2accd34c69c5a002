// SPDX-License-Identifier: GPL-3.0-or-later
// What one party wants and how much: from where it accepts, its weights, its adjustments, its red
// lines.

import { html } from "./preact.js";
import { Provenance } from "./provenance.js";
import { NumberField, putBack, PutBack, Slider } from "./slider.js";
import { put, useStore } from "./store.js";
import { writeNumber } from "./view.js";
import { Weights } from "./weight_rows.js";
import { day, input } from "./wording.js";

const differ = (a, b) => Math.abs((a ?? 0) - (b ?? 0)) > 1e-9;

/** A round number above: 1, 2 or 5 times a power of ten. */
export function roundAbove(number) {
  const power = 10 ** Math.floor(Math.log10(Math.max(number, 1e-6)));

  return power * [1, 2, 5, 10].find((factor) => factor * power >= number * (1 - 1e-12));
}

/** What is believed of a number, and that a value is beyond it. */
function believed(number, value) {
  const { low, high } = number ?? {};

  if (low == null || high == null || low >= high) {
    return "";
  }
  const words = value < low || value > high ? "outside what is believed," : "believed";
  return `${words} ${input(low)}-${input(high)}`;
}

/** A reservation that changes with the date has one value for all days once it is set here. */
function writeReservation({ reservation, reservation_from: from }, value) {
  const written = writeNumber(reservation, value);

  return from && typeof written === "object"
    ? { ...written, low: reservation.low, high: reservation.high, changes: null }
    : written;
}

function Reservation({ party, origin }) {
  const { reservation } = party;
  const before = origin.reservation;
  const values = [reservation.value, before?.value ?? 0, reservation.high ?? 0];
  const max = Math.max(100, roundAbove(Math.max(...values)));
  const min = Math.min(0, reservation.value, before?.value ?? 0);
  const path = ["parties", party.id, "reservation"];
  const changed = differ(reservation.value, before?.value);
  const onValue = (value, live = false) =>
    put(path, differ(value, before?.value) ? writeReservation(origin, value) : undefined, { live });

  return html`<section class=${`reservation${changed ? " changed" : ""}`}>
    <div class="row-head">
      <h3>Accepts from</h3>
      <span class="row-note">${believed(before, reservation.value)}</span>
      ${changed && before && html`<${PutBack} label="the reservation" base=${input(before.value)}
        onClick=${() => putBack(path, before)} />`}
      <${NumberField} label=${`${party.title} accepts from, in points`}
        value=${reservation.value} unit="points" onValue=${onValue} />
    </div>
    <${Slider} label=${`${party.title} accepts from`} value=${reservation.value}
      base=${before?.value} range=${before} min=${min} max=${max} step=${max > 200 ? 1 : 0.5}
      text=${`${input(reservation.value)} points`} onValue=${onValue} />
    ${origin.reservation_from &&
      html`<p class="quiet">As it is from ${day(origin.reservation_from)} on.</p>`}
    <${Provenance} number=${reservation} />
  </section>`;
}

function Adjustment({ party, adjustment, before }) {
  const { id, points } = adjustment;
  const title = adjustment.title ?? id;
  const was = before?.points ?? points;
  const max = roundAbove(1.2 * Math.max(10, Math.abs(points.value), Math.abs(was.value)));
  const path = ["parties", party.id, "adjustments", id, "points"];
  const changed = differ(points.value, was.value);
  const name = `${party.title}: points for ${title}`;
  const onValue = (value, live = false) =>
    put(path, differ(value, was.value) ? writeNumber(was, value) : undefined, { live });

  return html`<div class=${`weight-row${changed ? " changed" : ""}`}>
    <div class="row-head">
      <span class="row-title" title=${adjustment.because}>${title}</span>
      <span class="back-slot">${changed && html`<${PutBack} label=${title} base=${input(was.value)}
        onClick=${() => putBack(path, was)} />`}</span>
      <${NumberField} label=${name} value=${points.value} unit="points" onValue=${onValue} />
    </div>
    <${Slider} label=${name} value=${points.value} base=${was.value} range=${was} min=${-max}
      max=${max} step=${0.5} text=${`${input(points.value)} points`} onValue=${onValue} />
  </div>`;
}

function Adjustments({ party, origin }) {
  const { adjustments } = party;
  const beforeOf = ({ id }) => origin.adjustments.find((one) => one.id === id);

  return adjustments.length > 0 && html`<section>
    <div class="section-head"><h3>Adjustments</h3>
      <span class="row-note">points when terms come together</span></div>
    ${adjustments.map((adjustment) => html`<${Adjustment} key=${adjustment.id} party=${party}
      adjustment=${adjustment} before=${beforeOf(adjustment)} />`)}</section>`;
}

/** "declared, holds with 95 %" */
function stanceWords({ stance, holds }) {
  return holds && holds.value < 1 ? `${stance}, holds with ${input(100 * holds.value)} %` : stance;
}

function RedLines({ lines }) {
  return lines.length > 0 && html`<section>
    <div class="section-head"><h3>Red lines</h3></div>
    <ul class="red-lines">${lines.map((line) => html`<li key=${line.id} title=${line.because}>
      ${line.title ?? line.id} <span class="quiet">${stanceWords(line)}</span></li>`)}</ul>
  </section>`;
}

export function PartyPanel({ id }) {
  const party = useStore(({ view }) => view.parties.find((one) => one.id === id));
  const origin = useStore(({ origin: of }) => of.parties.find((one) => one.id === id)) ?? party;

  return html`${party.reservation && html`<${Reservation} party=${party} origin=${origin} />`}
    ${party.scored && html`<${Weights} party=${party} origin=${origin} />`}
    <${Adjustments} party=${party} origin=${origin} />
    <${RedLines} lines=${party.red_lines} />`;
}
