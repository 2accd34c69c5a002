// SPDX-License-Identifier: GPL-3.0-or-later
// Draws a laid-out deal space. What belongs together has one function; the order is that in which
// things lie on each other.

import { DASHES, drawMark, partyTone } from "./look.js";
import { place } from "./scale.js";
import { boxOf, isBox, RADIUS, staircase, zoneOf } from "./space_layout.js";
import { input, points } from "./wording.js";

const FAMILY = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif';

export const font = (bold = false, size = 12) => `${bold ? "600 " : ""}${size}px ${FAMILY}`;

const middleOf = ({ x, y, width, height }) => [x + width / 2, y + height / 2];

/** Half a pixel off, so that a thin line is one pixel wide. */
const crisp = (value) => Math.round(value) + 0.5;

function stroke(ink, path, { colour, width = 1, dash = [], alpha = 1 }) {
  const { context } = ink;

  context.save();
  context.globalAlpha = alpha;
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.setLineDash(dash);
  context.beginPath();
  path.forEach(([x, y], i) => context[i === 0 ? "moveTo" : "lineTo"](x, y));
  context.stroke();
  context.restore();
}

function fill({ context }, path, colour, alpha) {
  context.save();
  context.globalAlpha = alpha;
  context.fillStyle = colour;
  context.beginPath();
  path.forEach(([x, y], i) => context[i === 0 ? "moveTo" : "lineTo"](x, y));
  context.closePath();
  context.fill();
  context.restore();
}

function write({ context, colours }, text, x, y, { colour = colours.plain, bold, align = "left", size } = {}) {
  context.font = font(bold, size);
  context.textAlign = align;
  context.textBaseline = "middle";
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

/** With paper about the letters, for what stands on lines. */
function writeClear(ink, text, x, y, how) {
  const { context, colours } = ink;

  context.save();
  context.font = font(how.bold, how.size);
  context.textAlign = how.align ?? "left";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 3.5;
  context.strokeStyle = colours.paper;
  context.globalAlpha = 0.85;
  context.strokeText(text, x, y);
  context.restore();
  write(ink, text, x, y, how);
}

const toneOf = (ink, side) => {
  const { picture, parties } = ink;
  return partyTone(parties.findIndex(({ id }) => id === picture.pair[side].id));
};

function drawGrid(ink) {
  const { frame, scales, ticks, colours } = ink;
  const bottom = frame.y + frame.height;

  for (const value of ticks.x) {
    const x = crisp(place(scales.x, value));
    stroke(ink, [[x, frame.y], [x, bottom]], { colour: colours.grid, alpha: 0.7 });
    write(ink, input(value), x, bottom + 13, { colour: colours.muted, align: "center", size: 11.5 });
  }
  for (const value of ticks.y) {
    const y = crisp(place(scales.y, value));
    stroke(ink, [[frame.x, y], [frame.x + frame.width, y]], { colour: colours.grid, alpha: 0.7 });
    write(ink, input(value), frame.x - 7, y, { colour: colours.muted, align: "right", size: 11.5 });
  }
}

function drawTitles(ink) {
  const { context, frame, size, picture, colours } = ink;
  const [x, y] = picture.pair.map(({ title }) => `${title}, points`);

  write(ink, `${x} →`, frame.x + frame.width, size.height - 10,
    { colour: colours[toneOf(ink, 0)], bold: true, align: "right" });
  context.save();
  context.translate(11, frame.y);
  context.rotate(-Math.PI / 2);
  write(ink, `${y} →`, 0, 0, { colour: colours[toneOf(ink, 1)], bold: true, align: "right" });
  context.restore();
}

function drawBeliefs(ink) {
  const { picture, frame, scales, colours } = ink;

  picture.reservations.forEach((number, side) => {
    if (!number || number.low === null || number.low === number.high) return;
    const scale = side === 0 ? scales.x : scales.y;
    const [low, high] = [place(scale, number.low), place(scale, number.high)];
    const path = side === 0
      ? [[low, frame.y], [high, frame.y], [high, frame.y + frame.height], [low, frame.y + frame.height]]
      : [[frame.x, low], [frame.x, high], [frame.x + frame.width, high], [frame.x + frame.width, low]];
    fill(ink, path, colours[toneOf(ink, side)], 0.085);
  });
}

function drawCloud(ink) {
  const { context, picture, scales, colours } = ink;

  if (!picture.cloud) return;
  const { patches, size, isFresh } = picture.cloud;

  context.save();
  context.fillStyle = colours.muted;
  for (const { x, y, share } of patches) {
    const box = boxOf({ x: [x, x + size[0]], y: [y, y + size[1]] }, scales);
    const [left, top] = [Math.round(box.x), Math.round(box.y)];
    context.globalAlpha = (0.04 + 0.3 * share) * (isFresh ? 1 : 0.4);
    context.fillRect(left, top, Math.round(box.x + box.width) - left, Math.round(box.y + box.height) - top);
  }
  context.restore();
}

const toPixels = ({ scales }, corners) => corners.map(([x, y]) => [place(scales.x, x), place(scales.y, y)]);

/** Slanted lines, where a zone is empty. */
function hatch(ink, path, colour) {
  const { context, frame } = ink;

  context.save();
  context.beginPath();
  path.forEach(([x, y], i) => context[i === 0 ? "moveTo" : "lineTo"](x, y));
  context.clip();
  for (let x = frame.x - frame.height; x < frame.x + frame.width; x += 9)
    stroke(ink, [[x, frame.y + frame.height], [x + frame.height, frame.y]], { colour, alpha: 0.25 });
  context.restore();
}

function drawZone(ink) {
  const { picture, colours } = ink;
  const path = toPixels(ink, zoneOf(picture));

  if (picture.hasDeal) fill(ink, path, colours.good, picture.two ? 0.13 : 0.09);
  else hatch(ink, path, colours.bad);
}

function drawReservations(ink) {
  const { picture, frame, scales, colours } = ink;

  picture.reservations.forEach((number, side) => {
    if (!number) return;
    const at = crisp(place(side === 0 ? scales.x : scales.y, number.value));
    const path = side === 0 ? [[at, frame.y], [at, frame.y + frame.height]] : [[frame.x, at], [frame.x + frame.width, at]];
    const tone = toneOf(ink, side);
    stroke(ink, path, { colour: colours[tone], width: 1.5, dash: DASHES[tone] });
  });
}

/** Those that would lie on the one before are left out. */
function drawDots({ context, picture, scales, colours }) {
  const radius = RADIUS.frontier;
  let [lastX, lastY] = [-1, -1];

  context.fillStyle = colours.good;
  for (const { x, y } of picture.frontier) {
    const [px, py] = [place(scales.x, x[0]), place(scales.y, y[0])];
    if (Math.abs(px - lastX) < 1 && Math.abs(py - lastY) < 1) continue;
    [lastX, lastY] = [px, py];
    context.beginPath();
    context.arc(px, py, radius, 0, 2 * Math.PI);
    context.fill();
  }
}

function drawFrontier(ink) {
  const { picture, colours } = ink;

  if (picture.edge.length > 1)
    stroke(ink, toPixels(ink, staircase(picture.edge)), { colour: colours.good, width: 1.3 });
  drawDots(ink);
}

function drawArrow(ink, from, to) {
  const { colours } = ink;
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const far = Math.hypot(dx, dy);
  if (far < 8) return;
  const [ux, uy] = [dx / far, dy / far];
  const end = [to[0] - ux * 8, to[1] - uy * 8];
  const look = { colour: colours.muted, width: 1.2 };

  stroke(ink, [from, end], { ...look, dash: [2, 3] });
  stroke(ink, [[end[0] - ux * 6 - uy * 3.5, end[1] - uy * 6 + ux * 3.5], end,
    [end[0] - ux * 6 + uy * 3.5, end[1] - uy * 6 - ux * 3.5]], look);
}

function outlineOf({ x, y, width, height }) {
  return [[x, y], [x + width, y], [x + width, y + height], [x, y + height], [x, y]];
}

/** Where things were in the base. */
function drawGhosts(ink) {
  const { context, picture, scales, colours } = ink;

  if (picture.ghosts.frontier.length > 1 && picture.two)
    stroke(ink, toPixels(ink, staircase(picture.ghosts.frontier.map(({ x, y }) => [x[0], y[0]]))), { colour: colours.muted, dash: [3, 3], alpha: 0.8 });
  for (const { item, was } of picture.ghosts.items) {
    const box = boxOf(was, scales);
    const middle = middleOf(box);
    drawArrow(ink, middle, middleOf(boxOf(item, scales)));
    if (isBox(box)) stroke(ink, outlineOf(box), { colour: colours.muted, dash: [2, 3], alpha: 0.8 });
    context.beginPath();
    context.arc(...middle, 3, 0, 2 * Math.PI);
    context.strokeStyle = colours.muted;
    context.lineWidth = 1.2;
    context.stroke();
  }
}

const LOOKS = {
  solution: () => ["diamond", "good"],
  working: () => ["star", "accent"],
  miss: () => ["cross", "bad"],
  draft: ({ verdict }) => [verdict === "accepts" ? "disc" : "ring", "plain"],
};

/** [shape, tone] of an item's mark. */
export const lookOf = (item) => LOOKS[item.kind](item);

function drawBox(ink, { item, box }) {
  const { colours } = ink;
  const [shape, tone] = lookOf(item);
  const sure = item.verdict === "accepts";

  fill(ink, outlineOf(box), colours[tone], item.kind === "working" ? 0.1 : 0.055);
  stroke(ink, outlineOf(box).map(([x, y]) => [crisp(x), crisp(y)]),
    { colour: colours[tone], width: sure ? 1.6 : 1.2, dash: sure ? [] : [4, 3] });
  if (item.kind === "working") drawItemMark(ink, shape, tone, middleOf(box), RADIUS.working);
}

function drawItemMark({ context, colours }, shape, tone, [x, y], radius) {
  drawMark(context, colours, { shape, colour: colours[tone], x, y, radius });
}

const isWithin = ({ x, y, width, height }, [px, py]) => px > x - 1 && px < x + width + 1 && py > y - 1 && py < y + height + 1;

const drawBoxes = (ink) => ink.marks.filter(({ box }) => isBox(box)).forEach((mark) => drawBox(ink, mark));

/** What is smaller lies on what is larger, so that both are seen where they meet. */
function drawMarks(ink) {
  const order = ["miss", "solution", "draft", "working"];
  const marks = ink.marks.filter(({ box }) => !isBox(box) && isWithin(ink.frame, middleOf(box)));

  marks.sort((a, b) => order.indexOf(a.item.kind) - order.indexOf(b.item.kind))
    .forEach(({ item, box }) => drawItemMark(ink, ...lookOf(item), middleOf(box), RADIUS[item.kind]));
}

/** From a label that stands off to what it belongs to. */
function drawLeader(ink, label) {
  const { place: at, mark } = label;
  const near = (value, low, high) => Math.min(Math.max(value, low), high);
  const [mx, my] = middleOf(mark);
  const start = [near(mx, at.x, at.x + at.width), near(my, at.y + 3, at.y + at.height - 3)];
  const end = [near(start[0], mark.x, mark.x + mark.width), near(start[1], mark.y, mark.y + mark.height)];

  stroke(ink, [start, end], { colour: ink.colours.muted, alpha: 0.8 });
}

function drawBadge({ context, colours }, { x, y, width, height }) {
  context.fillStyle = colours.good;
  context.beginPath();
  context.roundRect(x, y + 0.5, width, height - 1, 4);
  context.fill();
}

function drawLabel(ink, label) {
  const { colours } = ink;
  const { place: at, text, bold, badge, item } = label;
  const y = at.y + at.height / 2 + 0.5;

  if (badge) {
    drawBadge(ink, at);
    write(ink, text, at.x + at.width / 2, y, { colour: colours.paper, bold, align: "center", size: 11 });
    return;
  }
  const tone = item?.kind === "working" ? "accent" : item?.kind === "miss" ? "bad"
    : label.tone !== undefined ? toneOf(ink, label.tone)
    : label.id === "zone" ? (ink.picture.hasDeal ? "good" : "bad") : "plain";
  writeClear(ink, text, at.x, y, { colour: colours[tone], bold });
}

function drawLabels(ink) {
  const shown = ink.labels.filter((label) => label.place);

  shown.filter((label) => label.place.leader && label.mark).forEach((label) => drawLeader(ink, label));
  shown.forEach((label) => drawLabel(ink, label));
}

function drawHalo(ink, item, { colour, width, pad }) {
  const { context, scales } = ink;
  const box = boxOf(item, scales);
  const [x, y] = middleOf(box);

  context.save();
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.beginPath();
  if (isBox(box)) context.roundRect(box.x - pad + 2, box.y - pad + 2, box.width + 2 * pad - 4, box.height + 2 * pad - 4, 4);
  else context.arc(x, y, RADIUS[item.kind] + pad, 0, 2 * Math.PI);
  context.stroke();
  context.restore();
}

/** To both axes, with the numbers there. */
function drawCrosshair(ink, item) {
  const { context, frame, scales, colours } = ink;
  const [x, y] = middleOf(boxOf(item, scales));
  const bottom = frame.y + frame.height;
  const look = { colour: colours.muted, dash: [1, 3] };

  if (isBox(boxOf(item, scales))) return;
  stroke(ink, [[x, y], [x, bottom]], look);
  stroke(ink, [[frame.x, y], [x, y]], look);
  const chip = (text, at, align) => {
    context.font = font(true, 11.5);
    const width = context.measureText(text).width + 8;
    context.fillStyle = colours.plain;
    context.fillRect(align === "center" ? at[0] - width / 2 : at[0] - width + 3, at[1] - 8, width, 16);
    write(ink, text, align === "center" ? at[0] : at[0] - 1, at[1] + 0.5, { colour: colours.paper, bold: true, align, size: 11.5 });
  };
  chip(points(item.x[0]), [x, bottom + 13], "center");
  chip(points(item.y[0]), [frame.x - 6, y], "right");
}

/** What is dragged for zooming in. */
function drawDragged(ink) {
  const { dragged, colours } = ink;

  if (!dragged) return;
  fill(ink, outlineOf(dragged), colours.accent, 0.08);
  stroke(ink, outlineOf(dragged), { colour: colours.accent, dash: [4, 3] });
}

/** Within the frame, or with marks that lie on its edge. */
function clipped(ink, by, draw) {
  const { context, frame } = ink;

  context.save();
  context.beginPath();
  context.rect(frame.x - by, frame.y - by, frame.width + 2 * by, frame.height + 2 * by);
  context.clip();
  draw();
  context.restore();
}

/**
 * @param {CanvasRenderingContext2D} context  whose unit is a pixel of the page
 * @param {object} layout  of space_layout.js
 * @param {{ colours: object, parties: object[], pointed?: object, chosen?: object, dragged?: object }} how
 */
export function drawSpace(context, layout, how) {
  const ink = { context, ...layout, ...how };
  const { frame, size, colours } = ink;

  context.fillStyle = colours.paper;
  context.fillRect(0, 0, size.width, size.height);
  drawGrid(ink);
  clipped(ink, 1, () => {
    drawBeliefs(ink);
    drawCloud(ink);
    drawZone(ink);
    drawReservations(ink);
    drawGhosts(ink);
    drawFrontier(ink);
    drawBoxes(ink);
  });
  stroke(ink, outlineOf({ x: crisp(frame.x), y: crisp(frame.y), width: frame.width, height: frame.height }),
    { colour: colours.muted, alpha: 0.5 });
  clipped(ink, 11, () => {
    drawMarks(ink);
    if (ink.chosen) drawHalo(ink, ink.chosen, { colour: colours.accent, width: 2.2, pad: 6 });
    if (ink.pointed) drawHalo(ink, ink.pointed, { colour: colours.plain, width: 1.4, pad: 4 });
    drawLabels(ink);
    drawDragged(ink);
  });
  drawTitles(ink);
  if (ink.pointed) drawCrosshair(ink, ink.pointed);
}
