// SPDX-License-Identifier: GPL-3.0-or-later
// The deal space in pixels: where everything lies, and where labels have room. Draws nothing.

import { Ground, placeLabels, placesAround, placesInside } from "./labels.js";
import { makeScale, place, ticks } from "./scale.js";
import { input } from "./wording.js";

export const RADIUS = { draft: 5, working: 6.5, solution: 5.5, frontier: 2.1, miss: 6 };

/** Boxes smaller than this are drawn as marks. */
const LEAST_BOX = 5;
const LINE = 16;

const COSTS = { mark: 30, label: 30, frontier: 6, edge: 3, line: 2.5, ghost: 1 };

/** @typedef {(text: string, bold?: boolean) => number} Measure  width in pixels */

function frameOf({ width, height }) {
  const narrow = width < 480;

  return { x: narrow ? 40 : 52, y: 12, width: width - (narrow ? 54 : 68), height: height - (narrow ? 52 : 56) };
}

/** The box in pixels that an item takes. */
export function boxOf({ x, y }, scales) {
  const [left, right] = x.map((value) => place(scales.x, value));
  const [bottom, top] = y.map((value) => place(scales.y, value));

  return { x: left, y: top, width: right - left, height: bottom - top };
}

export const isBox = (box) => Math.max(box.width, box.height) >= LEAST_BOX;

function grown(box, by) {
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by };
}

export const middleOf = (box) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });

/** The staircase beyond which no acceptable deal lies, of efficient points: corners from left to right. */
export function staircase(edge) {
  const points = [...edge].sort((a, b) => a[0] - b[0] || b[1] - a[1]);

  return points.flatMap(([x, y], i) => (i === 0 ? [[x, y]] : [[points[i - 1][0], y], [x, y]]));
}

/** What lies within the frontier and gives both what they ask for; without a frontier, the corner. */
export function zoneOf({ edge, reservations, reach }) {
  const [x, y] = reservations.map((number, side) => number?.value ?? reach[side][0]);

  if (edge.length === 0) return [[x, y], [x, reach[1][1]], [reach[0][1], reach[1][1]], [reach[0][1], y]];
  const steps = staircase(edge);

  return [[x, y], [x, steps[0][1]], ...steps, [steps.at(-1)[0], y]];
}

function addEdges(ground, { x, y, width, height }, cost) {
  ground.addLine(x, y, x + width, y, cost);
  ground.addLine(x, y + height, x + width, y + height, cost);
  ground.addLine(x, y, x, y + height, cost);
  ground.addLine(x + width, y, x + width, y + height, cost);
}

function occupy({ picture, frame, scales, marks }) {
  const ground = new Ground(frame.x + frame.width + 20, frame.y + frame.height + 60);
  const steps = staircase(picture.edge);
  const pixels = steps.map(([x, y]) => [place(scales.x, x), place(scales.y, y)]);

  pixels.forEach(([x, y], i) => i > 0 && ground.addLine(...pixels[i - 1], x, y, COSTS.frontier));
  if (!picture.two) picture.frontier.forEach((item) => ground.add(grown(boxOf(item, scales), 1), COSTS.frontier));
  picture.reservations.forEach((number, side) => {
    if (!number) return;
    const at = place(side === 0 ? scales.x : scales.y, number.value);
    if (side === 0) ground.addLine(at, frame.y, at, frame.y + frame.height, COSTS.line);
    else ground.addLine(frame.x, at, frame.x + frame.width, at, COSTS.line);
  });
  for (const { item, box } of marks) {
    if (isBox(box)) addEdges(ground, box, COSTS.edge);
    else ground.add(grown({ ...middleOf(box), width: 0, height: 0 }, RADIUS[item.kind] + 2), COSTS.mark);
  }
  return ground;
}

/** Along a reservation: at either end, on either side of its line. */
function linePlaces(side, at, frame, { width, height }) {
  const gap = 5;
  const ends = side === 0
    ? [frame.y + 4, frame.y + frame.height - height - 4] : [frame.x + frame.width - width - 6, frame.x + 6];
  const sides = side === 0 ? [at + gap, at - gap - width] : [at - gap + 2 - height, at + gap - 2];

  return ends.flatMap((end, i) => sides.map((edge, k) => ({
    x: side === 0 ? edge : end, y: side === 0 ? end : edge, width, height, cost: i * 6 + k * 3, leader: false })));
}

function lineLabels({ picture, frame, scales }, measure) {
  return picture.reservations.flatMap((number, side) => {
    if (!number) return [];
    const scale = side === 0 ? scales.x : scales.y;
    const at = place(scale, number.value);
    if (number.value < scale.from || number.value > scale.to) return [];
    const text = `${picture.pair[side].title} accepts from ${input(number.value)}`;
    return [{ id: `line:${side}`, text, side, tone: side, most: 900,
      places: linePlaces(side, at, frame, { width: measure(text), height: LINE }) }];
  });
}

function zoneLabel({ picture, frame, scales }, measure) {
  const [x, y] = picture.reservations.map((number, side) => number?.value ?? picture.reach[side][0]);
  const text = !picture.hasDeal ? "No deal that both accept" : "Zone of agreement (ZOPA)";
  const left = Math.max(place(scales.x, x), frame.x) + 8;
  const bottom = Math.min(place(scales.y, y), frame.y + frame.height) - 6;
  const size = { width: measure(text, true), height: LINE };
  const places = [0, 1, 2, 3, 5, 8].flatMap((up) => [0, 1, 2, 3].map((right) => ({ ...size, leader: false,
    x: left + right * 28, y: bottom - LINE - up * (LINE + 2), cost: up + right })));

  return { id: "zone", text, bold: true, most: 300, places };
}

const labelOf = (item) => (item.kind === "solution" ? item.letters.split("").join(" ") : item.name);

/** The most important first: what is chosen, the working draft, solutions, drafts. */
function rank(item, chosen) {
  if (item.key === chosen) return 0;
  return { working: 1, solution: 2, draft: 3, miss: 2 }[item.kind];
}

function markLabels({ marks, frame }, measure, chosen) {
  const inside = marks.filter(({ box }) => box.x + box.width >= frame.x && box.x <= frame.x + frame.width
    && box.y + box.height >= frame.y && box.y <= frame.y + frame.height);

  return inside.sort((a, b) => rank(a.item, chosen) - rank(b.item, chosen)).map(({ item, box }) => {
    const text = labelOf(item);
    const bold = item.kind !== "draft" && item.kind !== "miss";
    const badge = item.kind === "solution";
    const size = { width: measure(text, bold) + (badge ? 8 : 0), height: LINE };
    const mark = isBox(box) ? box : grown({ ...middleOf(box), width: 0, height: 0 }, RADIUS[item.kind]);
    const places = [...(isBox(box) ? placesInside(mark, size) : []), ...placesAround(mark, size)];

    return { id: item.key, item, text, bold, badge, mark, places };
  });
}

/**
 * @param {object} picture  of picture.js
 * @param {{ width: number, height: number }} size
 * @param {number[][]} ranges  what of either axis is shown
 * @param {Measure} measure
 * @param {string} [chosen]  the key of the item that is chosen
 */
export function layOut(picture, size, ranges, measure, chosen) {
  const frame = frameOf(size);
  const scales = { x: makeScale(ranges[0], [frame.x, frame.x + frame.width]),
    y: makeScale(ranges[1], [frame.y + frame.height, frame.y]) };
  const marks = [...picture.drafts, ...picture.miss, ...picture.solutions]
    .map((item) => ({ item, box: boxOf(item, scales) }));
  const layout = { picture, size, frame, scales, marks, reach: picture.reach,
    ticks: { x: ticks(scales.x, frame.width / 60), y: ticks(scales.y, frame.height / 44) } };
  const labels = [...markLabels(layout, measure, chosen), ...lineLabels(layout, measure), zoneLabel(layout, measure)];
  const places = placeLabels(labels, occupy(layout), frame);

  return { ...layout, labels: labels.map((label, i) => ({ ...label, place: places[i] })) };
}

/** A box as large as this part of the picture is pointed at by its edge alone. */
const LARGE = 0.06;

function edgeDistance(box, x, y) {
  const inside = Math.min(x - box.x, box.x + box.width - x, y - box.y, box.y + box.height - y);

  return inside > 0 ? inside : distanceTo(box, x, y);
}

function distanceTo(box, x, y) {
  const dx = Math.max(box.x - x, 0, x - box.x - box.width);
  const dy = Math.max(box.y - y, 0, y - box.y - box.height);

  return Math.hypot(dx, dy);
}

/** What lies nearest to a place within reach: a mark before a box, a small box before a large one. */
export function itemAt({ marks, labels, scales, picture, frame }, x, y, reach = 12) {
  const within = x >= frame.x - reach && x <= frame.x + frame.width + reach;
  if (!within) return null;
  const isLarge = (box) => box.width * box.height > LARGE * frame.width * frame.height;
  const candidates = marks.map(({ item, box }) => ({ item, size: isBox(box) ? 10 + Math.sqrt(box.width * box.height) / 20 : 0,
    far: isLarge(box) ? edgeDistance(box, x, y) : distanceTo(box, x, y) }));

  for (const label of labels)
    if (label.item && label.place && distanceTo(label.place, x, y) === 0) candidates.push({ item: label.item, far: 2, size: 0 });
  for (const item of picture.frontier) candidates.push({ item, far: distanceTo(boxOf(item, scales), x, y), size: 3 });
  const near = candidates.filter(({ far }) => far <= reach).sort((a, b) => a.far + a.size - b.far - b.size);

  return near[0]?.item ?? null;
}
