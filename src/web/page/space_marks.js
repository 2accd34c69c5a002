// SPDX-License-Identifier: GPL-3.0-or-later
// The marks of the deal space, their labels, and what is pointed at and chosen.

import { grown, middleOf } from "./boxes.js";
import { crisp, font, outlineOf, SMALL } from "./pen.js";
import { boxOf, isBox, RADIUS } from "./space_layout.js";
import { toneOf } from "./space_ground.js";
import { points } from "./wording.js";

const LOOKS = {
  solution: () => ["diamond", "good"],
  working: () => ["star", "accent"],
  miss: () => ["cross", "bad"],
  draft: ({ verdict }) => [verdict === "accepts" ? "disc" : "ring", "plain"],
};

/** What is smaller lies on what is larger, so that both are seen where they meet. */
const ORDER = ["miss", "solution", "draft", "working"];

/** Of drafts with open terms: drawn through where all accept. */
export function drawBoxes(pen, { marks }) {
  for (const { item, box } of marks.filter((mark) => isBox(mark.box))) {
    const [shape, tone] = LOOKS[item.kind](item);
    const sure = item.verdict === "accepts";
    const outline = outlineOf(box);

    pen.area(outline, tone, item.kind === "working" ? 0.1 : 0.055);
    pen.line(outline.map((corner) => corner.map(crisp)),
      { tone, width: sure ? 1.6 : 1.2, dash: sure ? [] : [4, 3] });
    if (item.kind === "working") pen.mark(shape, tone, middleOf(box), RADIUS.working);
  }
}

const isWithin = ({ x, y, width, height }, [px, py]) =>
  px > x - 1 && px < x + width + 1 && py > y - 1 && py < y + height + 1;

function drawPoints(pen, { marks, frame }) {
  marks.filter(({ box }) => !isBox(box) && isWithin(frame, middleOf(box)))
    .sort((a, b) => ORDER.indexOf(a.item.kind) - ORDER.indexOf(b.item.kind))
    .forEach(({ item, box }) =>
      pen.mark(...LOOKS[item.kind](item), middleOf(box), RADIUS[item.kind]));
}

/** From a label that stands off to what it belongs to. */
function drawLeader(pen, { place: at, mark }) {
  const near = (value, low, size) => Math.min(Math.max(value, low), low + size);
  const [mx, my] = middleOf(mark);
  const start = [near(mx, at.x, at.width), near(my, at.y + 3, at.height - 6)];
  const end = [near(start[0], mark.x, mark.width), near(start[1], mark.y, mark.height)];

  pen.line([start, end], { tone: "muted", alpha: 0.8 });
}

function labelTone({ id, item, side }, space) {
  if (item) return { working: "accent", miss: "bad" }[item.kind] ?? "plain";
  if (id === "zone") return space.picture.hasDeal ? "good" : "bad";
  return toneOf(space, side);
}

function drawLabel(pen, label, space) {
  const { place: at, text, bold, badge } = label;
  const y = at.y + at.height / 2 + 0.5;

  if (badge) {
    pen.plate({ ...at, y: at.y + 0.5, height: at.height - 1 }, "good", 4);
    pen.text(text, at.x + at.width / 2, y, { tone: "paper", bold, align: "center", size: 11 });
  } else pen.clearText(text, at.x, y, { tone: labelTone(label, space), bold });
}

function drawLabels(pen, space) {
  const shown = space.labels.filter((label) => label.place);

  shown.filter(({ place, mark }) => place.leader && mark)
    .forEach((label) => drawLeader(pen, label));
  shown.forEach((label) => drawLabel(pen, label, space));
}

/** About what is pointed at or chosen, so far off. */
function drawHalo(pen, item, { scales }, { tone, width, off }) {
  const box = boxOf(item, scales);

  if (isBox(box)) pen.frame(grown(box, off - 2), tone, width);
  else pen.circle(middleOf(box), RADIUS[item.kind] + off, tone, width);
}

/** A number on an axis. */
function drawChip(pen, words, [x, y], align) {
  pen.context.font = font(true, SMALL);
  const width = pen.context.measureText(words).width + 8;
  const left = align === "center" ? x - width / 2 : x - width + 4;

  pen.plate({ x: left, y: y - 8, width, height: 16 }, "plain");
  pen.text(words, x, y + 0.5, { tone: "paper", bold: true, align, size: SMALL });
}

/** To both axes, with the numbers there. */
export function drawCrosshair(pen, item, { frame, scales }) {
  const box = boxOf(item, scales);
  if (isBox(box)) return;
  const [x, y] = middleOf(box);
  const bottom = frame.y + frame.height;
  const look = { tone: "muted", dash: [1, 3] };

  pen.line([[x, y], [x, bottom]], look);
  pen.line([[frame.x, y], [x, y]], look);
  drawChip(pen, points(item.x[0]), [x, bottom + 13], "center");
  drawChip(pen, points(item.y[0]), [frame.x - 7, y], "right");
}

/** What is dragged for zooming in. */
function drawDragged(pen, dragged) {
  pen.area(outlineOf(dragged), "accent", 0.08);
  pen.line(outlineOf(dragged), { tone: "accent", dash: [4, 3] });
}

export function drawMarks(pen, space) {
  const { chosen, pointed, dragged } = space;

  drawPoints(pen, space);
  if (chosen) drawHalo(pen, chosen, space, { tone: "accent", width: 2.2, off: 6 });
  if (pointed) drawHalo(pen, pointed, space, { tone: "plain", width: 1.4, off: 4 });
  drawLabels(pen, space);
  if (dragged) drawDragged(pen, dragged);
}
