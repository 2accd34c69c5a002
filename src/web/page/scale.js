// SPDX-License-Identifier: GPL-3.0-or-later
// Scales of a picture: from points to pixels and back, ticks, and what zooming does to them.

/** @typedef {{ from: number, to: number, start: number, end: number }} Scale  values and pixels */

export const makeScale = ([from, to], [start, end]) => ({ from, to, start, end });

export const place = ({ from, to, start, end }, value) =>
  start + ((value - from) / (to - from)) * (end - start);

export const valueAt = ({ from, to, start, end }, pixel) =>
  from + ((pixel - start) / (end - start)) * (to - from);

/** From 0, or below where there is less, as far as anything goes, in tens or fives. */
export function roundOut(values) {
  const known = values.filter(Number.isFinite);
  const step = Math.max(0, ...known) - Math.min(0, ...known) > 40 ? 10 : 5;
  const low = Math.floor(Math.min(0, ...known) / step) * step;
  const high = Math.ceil(Math.max(0, ...known) / step) * step;

  return [low, Math.max(high, low + step)];
}

/** Round values, at most @p most of them, within the scale. */
export function ticks({ from, to }, most) {
  const raw = (to - from) / Math.max(most, 1);
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= raw * 0.999);
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);

  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
}

const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

/** The part [from, to] of @p whole, moved into it where it sticks out. */
export function keepWithin([from, to], [low, high], least = 0.05) {
  const size = clamp(to - from, least, high - low);
  const start = clamp(from + (to - from - size) / 2, low, high - size);

  return [start, start + size];
}

/** @p part made smaller by @p factor (above 1: closer) about @p middle, which stays where it is. */
export function zoom([from, to], middle, factor, whole) {
  return keepWithin([middle - (middle - from) / factor, middle + (to - middle) / factor], whole);
}

export const pan = ([from, to], by, whole) => keepWithin([from + by, to + by], whole);
