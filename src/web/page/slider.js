// SPDX-License-Identifier: GPL-3.0-or-later
// A slider with what is known of its number: the range that is believed, and the base value.

import { get } from "./overlay.js";
import { html } from "./preact.js";
import { getState, put, remove, settle } from "./store.js";
import { fullNumber } from "./view.js";
import { input } from "./wording.js";

/** Where on the track, from 0 to 1. */
const place = (value, min, max) => Math.min(Math.max((value - min) / (max - min || 1), 0), 1);

function Whisker({ low, high, min, max }) {
  if (low == null || high == null || low >= high) {
    return null;
  }
  const style = { "--from": place(low, min, max), "--to": place(high, min, max) };

  return html`<span class="whisker" style=${style}></span>`;
}

function Tick({ base, value, min, max }) {
  return base == null || Math.abs(base - value) < 1e-9
    ? null
    : html`<span class="base-tick" style=${{ "--at": place(base, min, max) }}></span>`;
}

/**
 * Does what is to be done when the hand leaves a slider. Browsers tell of no change where it ends
 * as it began, and of others right after the hand is off it.
 */
export const afterChange = (end) => setTimeout(end);

/**
 * @param {object} props
 * @param {string} props.label  for screen readers
 * @param {number} props.value
 * @param {number} [props.base]  the value without changes
 * @param {{ low: number | null, high: number | null } | null} [props.range]  what is believed
 * @param {string} [props.text]  how screen readers say the value
 * @param {(value: number, live: boolean) => void} props.onValue  live: while it is dragged
 * @param {() => void} [props.onEnd]  the hand is off it
 */
export function Slider(props) {
  const { label, value, base, range, min, max, step = 1, text, disabled, onValue, onEnd } = props;
  const style = { "--at": place(value, min, max), "--zero": place(0, min, max) };
  const take = (live) => (event) => {
    onValue(Number(event.target.value), live);
    if (!live) {
      settle();
    }
  };

  const end = () => afterChange(() => {
    settle();
    onEnd?.();
  });

  return html`<span class="slider" style=${style}>
    <${Whisker} ...${range} min=${min} max=${max} />
    <${Tick} base=${base} value=${value} min=${min} max=${max} />
    <input type="range" min=${min} max=${max} step=${step} value=${value} disabled=${disabled}
      aria-label=${label} aria-valuetext=${text} onInput=${take(true)} onChange=${take(false)}
      onPointerUp=${end} onPointerCancel=${end} />
  </span>`;
}

/** The number beside a slider, to be typed. */
export function NumberField({ label, value, shown = value, min, max, disabled, unit, onValue }) {
  const take = ({ target }) => {
    const number = Number(target.value);

    if (target.value === "" || !Number.isFinite(number)) {
      target.value = input(shown);
    } else if (target.value !== input(shown)) {
      onValue(Math.min(Math.max(number, min ?? -Infinity), max ?? Infinity));
    }
  };
  const exact = `${input(value)}${unit ? ` ${unit}` : ""}`;

  return html`<input class="number-field" type="number" aria-label=${label} min=${min} max=${max}
    step="any" disabled=${disabled} value=${input(shown)} onChange=${take}
    title=${Math.abs(shown - value) > 1e-9 ? exact : undefined} />`;
}

/** Undoes a change of a number, whoever made it: an overlay may change it in other words. */
export function putBack(path, before) {
  if (get(getState().overlay, path) === undefined) {
    put(path, fullNumber(before));
  } else {
    remove(path);
  }
}

/** What was changed, and the way back. */
export function PutBack({ label, base, onClick }) {
  return html`<button type="button" class="put-back" title=${`Put back to ${base}`}
    aria-label=${`was ${base}: put ${label} back`} onClick=${onClick}>was ${base}</button>`;
}
