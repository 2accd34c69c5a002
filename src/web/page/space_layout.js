// SPDX-License-Identifier: GPL-3.0-or-later
// The deal space in pixels: where everything lies, and what lies at a place. Draws nothing.

import { distanceTo, edgeDistance } from "./boxes.js";
import { placeLabels } from "./labels.js";
import { makeScale, place, ticks } from "./scale.js";
import { groundOf, labelsOf } from "./space_labels.js";

export const RADIUS = { draft: 5, working: 6.5, solution: 5.5, frontier: 2.1, miss: 6 };

/** Boxes smaller than this are drawn as marks. */
const LEAST_BOX = 5;

/** A box as large as this part of the picture is pointed at by its edge alone. */
const LARGE = 0.06;

/** A picture that is narrower than this has smaller margins. */
const NARROW = 480;

const TOP = 12;

/** Pixels between ticks, at least. */
const APART = { x: 60, y: 44 };

/** @typedef {(text: string, bold?: boolean) => number} Measure  width in pixels */

function frameOf({ width, height }) {
  const narrow = width < NARROW;
  const [left, right, below] = narrow ? [40, 14, 40] : [52, 16, 44];

  return { x: left, y: TOP, width: width - left - right, height: height - TOP - below };
}

/** The box in pixels that an item takes. */
export function boxOf({ x, y }, scales) {
  const [left, right] = x.map((value) => place(scales.x, value));
  const [bottom, top] = y.map((value) => place(scales.y, value));

  return { x: left, y: top, width: right - left, height: bottom - top };
}

export const isBox = ({ width, height }) => Math.max(width, height) >= LEAST_BOX;

/**
 * @param {object} picture  of picture.js
 * @param {{ width: number, height: number }} size
 * @param {number[][]} ranges  what of either axis is shown
 * @param {Measure} measure
 * @param {string} [chosen]  the key of the item that is chosen
 */
export function layOut(picture, size, ranges, measure, chosen) {
  const frame = frameOf(size);
  const scales = {
    x: makeScale(ranges[0], [frame.x, frame.x + frame.width]),
    y: makeScale(ranges[1], [frame.y + frame.height, frame.y]),
  };
  const marks = [...picture.drafts, ...picture.miss, ...picture.solutions]
    .map((item) => ({ item, box: boxOf(item, scales) }));
  const layout = { picture, size, frame, scales, marks };
  const labels = labelsOf(layout, measure, chosen);
  const places = placeLabels(labels, groundOf(layout), frame);

  return {
    ...layout,
    ticks: {
      x: ticks(scales.x, frame.width / APART.x),
      y: ticks(scales.y, frame.height / APART.y),
    },
    labels: labels.map((label, i) => ({ ...label, place: places[i] })),
  };
}

// ---- Pointing ---------------------------------------------------------------------------------

/** How far a mark is, and how much it stands back behind what is smaller. */
function markCandidate({ item, box }, x, y, large) {
  const area = box.width * box.height;
  const distance = area > large ? edgeDistance : distanceTo;

  return { item, far: distance(box, x, y), back: isBox(box) ? 10 + Math.sqrt(area) / 20 : 0 };
}

/** What may be meant by a place. */
function candidates({ marks, labels, scales, picture, frame }, x, y) {
  const large = LARGE * frame.width * frame.height;
  const isOn = ({ item, place: at }) => item && at && distanceTo(at, x, y) === 0;
  const far = (item) => distanceTo(boxOf(item, scales), x, y);

  return [
    ...marks.map((mark) => markCandidate(mark, x, y, large)),
    ...labels.filter(isOn).map(({ item }) => ({ item, far: 2, back: 0 })),
    ...picture.frontier.map((item) => ({ item, far: far(item), back: 3 })),
  ];
}

/** What lies nearest within reach: a mark before a box, a small box before a large one. */
export function itemAt(layout, x, y, reach = 12) {
  if (distanceTo(layout.frame, x, y) > reach) return null;
  const near = candidates(layout, x, y).filter(({ far }) => far <= reach);
  const order = ({ far, back }) => far + back;
  const nearer = (best, one) => (!best || order(one) < order(best) ? one : best);

  return near.reduce(nearer, null)?.item ?? null;
}
