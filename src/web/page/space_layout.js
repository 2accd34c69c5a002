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

/** Pixels between ticks, at least. */
const APART = { x: 60, y: 44 };

/** @typedef {(text: string, bold?: boolean) => number} Measure  width in pixels */

function frameOf({ width, height }) {
  const narrow = width < NARROW;

  return { x: narrow ? 40 : 52, y: 12, width: width - (narrow ? 54 : 68), height: height - (narrow ? 52 : 56) };
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
    ticks: { x: ticks(scales.x, frame.width / APART.x), y: ticks(scales.y, frame.height / APART.y) },
    labels: labels.map((label, i) => ({ ...label, place: places[i] })),
  };
}

// ---- Pointing --------------------------------------------------------------------------------------

/** What may be meant by a place: how far it is, and how much it stands back behind what is smaller. */
function candidates({ marks, labels, scales, picture, frame }, x, y) {
  const large = LARGE * frame.width * frame.height;
  const ofMarks = marks.map(({ item, box }) => {
    const area = box.width * box.height;
    return { item, far: (area > large ? edgeDistance : distanceTo)(box, x, y), back: isBox(box) ? 10 + Math.sqrt(area) / 20 : 0 };
  });
  const ofLabels = labels.filter((label) => label.item && label.place && distanceTo(label.place, x, y) === 0)
    .map(({ item }) => ({ item, far: 2, back: 0 }));
  const ofFrontier = picture.frontier.map((item) => ({ item, far: distanceTo(boxOf(item, scales), x, y), back: 3 }));

  return [...ofMarks, ...ofLabels, ...ofFrontier];
}

/** What lies nearest to a place within reach: a mark before a box, a small box before a large one. */
export function itemAt(layout, x, y, reach = 12) {
  if (distanceTo(layout.frame, x, y) > reach) return null;
  const near = candidates(layout, x, y).filter(({ far }) => far <= reach);

  return near.reduce((best, one) => (!best || one.far + one.back < best.far + best.back ? one : best), null)?.item ?? null;
}
