// SPDX-License-Identifier: GPL-3.0-or-later
// The labels of the deal space, and what of the picture they had better not cover.

import { about, grown, meets, middleOf } from "./boxes.js";
import { Ground, placesAround, placesInside } from "./labels.js";
import { place } from "./scale.js";
import { boxOf, isBox, RADIUS } from "./space_layout.js";
import { input } from "./wording.js";
import { staircase } from "./zone.js";

const LINE = 16;

/** What it costs to cover a cell of these. */
const COSTS = { mark: 30, frontier: 6, edge: 3, reservation: 2.5 };

/** The most that a label may cost: names of lines rather stand on something than not at all. */
const MOST = { line: 900, zone: 300 };

/** The most important first. */
const RANKS = { working: 1, solution: 2, miss: 2, draft: 3 };

// ---- What is drawn already --------------------------------------------------------------------

function addEdges(ground, { x, y, width, height }) {
  const [right, bottom] = [x + width, y + height];

  for (const at of [y, bottom]) ground.addLine(x, at, right, at, COSTS.edge);
  for (const at of [x, right]) ground.addLine(at, y, at, bottom, COSTS.edge);
}

function addFrontier(ground, { picture, scales }) {
  const corners = staircase(picture.edge).map(([x, y]) => [place(scales.x, x), place(scales.y, y)]);

  corners.slice(1).forEach((corner, i) =>
    ground.addLine(...corners[i], ...corner, COSTS.frontier));
  if (!picture.two)
    picture.frontier.forEach((item) => ground.add(grown(boxOf(item, scales), 1), COSTS.frontier));
}

function addReservations(ground, { picture, frame, scales }) {
  picture.reservations.forEach((number, side) => {
    if (!number) return;
    const at = place(side === 0 ? scales.x : scales.y, number.value);
    const line = side === 0 ? [at, frame.y, at, frame.y + frame.height]
      : [frame.x, at, frame.x + frame.width, at];

    ground.addLine(...line, COSTS.reservation);
  });
}

export function groundOf(layout) {
  const { frame, marks } = layout;
  const ground = new Ground(frame.x + frame.width + 20, frame.y + frame.height + 20);

  addFrontier(ground, layout);
  addReservations(ground, layout);
  for (const { item, box } of marks) {
    if (isBox(box)) addEdges(ground, box);
    else ground.add(about(middleOf(box), RADIUS[item.kind] + 2), COSTS.mark);
  }
  return ground;
}

// ---- Labels -----------------------------------------------------------------------------------

/** Along a reservation: at either end, on either side of its line. */
function linePlaces(side, at, frame, { width, height }) {
  const ends = side === 0 ? [frame.y + 4, frame.y + frame.height - height - 4]
    : [frame.x + frame.width - width - 6, frame.x + 6];
  const sides = side === 0 ? [at + 5, at - 5 - width] : [at - 3 - height, at + 3];

  return ends.flatMap((end, i) => sides.map((edge, k) => ({
    x: side === 0 ? edge : end, y: side === 0 ? end : edge, width, height,
    cost: i * 6 + k * 3, leader: false,
  })));
}

function lineLabels({ picture, frame, scales }, measure) {
  return picture.reservations.flatMap((number, side) => {
    const scale = side === 0 ? scales.x : scales.y;
    if (!number || number.value < scale.from || number.value > scale.to) return [];
    const text = `${picture.pair[side].title} accepts from ${input(number.value)}`;
    const size = { width: measure(text), height: LINE };
    const places = linePlaces(side, place(scale, number.value), frame, size);

    return [{ id: `line:${side}`, text, side, most: MOST.line, places }];
  });
}

function zoneName({ hasDeal, two }) {
  if (!two) return "Enough points for these two";
  return hasDeal ? "Zone of agreement (ZOPA)" : "No deal that both accept";
}

/** Within the corner of the zone, or a little off. */
function zoneLabel({ picture, frame, scales }, measure) {
  const { reach, reservations } = picture;
  const [x, y] = reservations.map((number, side) => number?.value ?? reach[side][0]);
  const text = zoneName(picture);
  const left = Math.max(place(scales.x, x), frame.x) + 8;
  const bottom = Math.min(place(scales.y, y), frame.y + frame.height) - 6;
  const size = { width: measure(text, true), height: LINE };
  const places = [0, 1, 2, 3, 5, 8].flatMap((up) => [0, 1, 2, 3].map((right) => ({
    ...size, x: left + right * 28, y: bottom - LINE - up * (LINE + 2),
    cost: up + right, leader: false,
  })));

  return { id: "zone", text, bold: true, most: MOST.zone, places };
}

const textOf = (item) => (item.kind === "solution" ? item.letters.split("").join(" ") : item.name);

function markLabel({ item, box }, measure) {
  const text = textOf(item);
  const bold = item.kind === "solution" || item.kind === "working";
  const badge = item.kind === "solution";
  const size = { width: measure(text, bold) + (badge ? 8 : 0), height: LINE };
  const mark = isBox(box) ? box : about(middleOf(box), RADIUS[item.kind]);
  const places = [...(isBox(box) ? placesInside(mark, size) : []), ...placesAround(mark, size)];

  return { id: item.key, item, text, bold, badge, mark, places };
}

function markLabels({ marks, frame }, measure, chosen) {
  const rank = ({ item }) => (item.key === chosen ? 0 : RANKS[item.kind]);

  return marks.filter(({ box }) => meets(box, frame)).sort((a, b) => rank(a) - rank(b))
    .map((mark) => markLabel(mark, measure));
}

/** @returns {import("./labels.js").Label[]}  the most important first */
export const labelsOf = (layout, measure, chosen) => [
  ...markLabels(layout, measure, chosen),
  ...lineLabels(layout, measure),
  zoneLabel(layout, measure),
];
