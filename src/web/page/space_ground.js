// SPDX-License-Identifier: GPL-3.0-or-later
// What lies below the marks of the deal space: axes, where the deals lie, the zone of agreement,
// reservations, the frontier, and where things were in the base.

import { DASHES, partyTone } from "./look.js";
import { middleOf } from "./boxes.js";
import { crisp, outlineOf, SMALL } from "./pen.js";
import { place } from "./scale.js";
import { boxOf, isBox, RADIUS } from "./space_layout.js";
import { input } from "./wording.js";
import { staircase, zoneOf } from "./zone.js";

/** The tone of the party on the axis @p side. */
export const toneOf = ({ picture, parties }, side) =>
  partyTone(parties.findIndex(({ id }) => id === picture.pair[side].id));

/** A line across the frame at a place on one axis. */
const across = (frame, side, at) => (side === 0 ? [[at, frame.y], [at, frame.y + frame.height]]
  : [[frame.x, at], [frame.x + frame.width, at]]);

const axisOf = ({ scales }, side) => (side === 0 ? scales.x : scales.y);

export function drawGrid(pen, space) {
  const { frame, ticks } = space;
  const bottom = frame.y + frame.height;

  [ticks.x, ticks.y].forEach((values, side) => values.forEach((value) => {
    const at = crisp(place(axisOf(space, side), value));
    const look = { tone: "muted", size: SMALL, align: side === 0 ? "center" : "right" };

    pen.line(across(frame, side, at), { tone: "grid", alpha: 0.7 });
    if (side === 0) pen.text(input(value), at, bottom + 13, look);
    else pen.text(input(value), frame.x - 7, at, look);
  }));
}

export function drawTitles(pen, space) {
  const { frame, size, picture } = space;
  const [x, y] = picture.pair.map(({ title }) => `${title}, points →`);
  const look = (side) => ({ tone: toneOf(space, side), bold: true, align: "right" });

  pen.text(x, frame.x + frame.width, size.height - 10, look(0));
  pen.with({}, (context) => {
    context.translate(11, frame.y);
    context.rotate(-Math.PI / 2);
    pen.text(y, 0, 0, look(1));
  });
}

/** Where reservations are believed to lie. */
function drawBeliefs(pen, space) {
  space.picture.reservations.forEach((number, side) => {
    if (!number || number.low === null || number.low === number.high) return;
    const [low, high] = [number.low, number.high].map((value) => place(axisOf(space, side), value));
    const band = [...across(space.frame, side, low), ...across(space.frame, side, high).reverse()];

    pen.area(band, toneOf(space, side), 0.085);
  });
}

function drawReservations(pen, space) {
  space.picture.reservations.forEach((number, side) => {
    if (!number) return;
    const at = crisp(place(axisOf(space, side), number.value));
    const tone = toneOf(space, side);

    pen.line(across(space.frame, side, at), { tone, width: 1.5, dash: DASHES[tone] });
  });
}

/** Cells of possible deals; what belongs to deals as they were is only hinted at. */
function drawCloud(pen, { picture: { cloud }, scales }) {
  if (!cloud) return;
  const strength = cloud.isFresh ? 1 : 0.4;

  pen.with({ fillStyle: pen.colours.muted }, (context) => {
    for (const { x, y, share } of cloud.patches) {
      const box = boxOf({ x: [x, x + cloud.size[0]], y: [y, y + cloud.size[1]] }, scales);
      const [left, top] = [box.x, box.y].map(Math.round);
      const [right, bottom] = [box.x + box.width, box.y + box.height].map(Math.round);

      context.globalAlpha = (0.04 + 0.3 * share) * strength;
      context.fillRect(left, top, right - left, bottom - top);
    }
  });
}

const toPixels = ({ scales }, corners) =>
  corners.map(([x, y]) => [place(scales.x, x), place(scales.y, y)]);

function drawZone(pen, space) {
  const { picture, frame } = space;
  const path = toPixels(space, zoneOf(picture));

  if (picture.hasDeal) pen.area(path, "good", picture.two ? 0.13 : 0.09);
  else pen.hatch(path, frame, "bad");
}

/** Those that would lie on the one before are left out. */
function drawDots(pen, { picture, scales }) {
  let [lastX, lastY] = [-1, -1];

  pen.with({ fillStyle: pen.colours.good }, (context) => {
    for (const { x, y } of picture.frontier) {
      const [px, py] = [place(scales.x, x[0]), place(scales.y, y[0])];
      if (Math.abs(px - lastX) < 1 && Math.abs(py - lastY) < 1) continue;

      [lastX, lastY] = [px, py];
      context.beginPath();
      context.arc(px, py, RADIUS.frontier, 0, 2 * Math.PI);
      context.fill();
    }
  });
}

function drawFrontier(pen, space) {
  const { edge } = space.picture;

  if (edge.length > 1) pen.line(toPixels(space, staircase(edge)), { tone: "good", width: 1.3 });
  drawDots(pen, space);
}

/** From where something was almost to where it is. */
function drawArrow(pen, [x, y], [toX, toY]) {
  const far = Math.hypot(toX - x, toY - y);
  if (far < 8) return;
  const [ux, uy] = [(toX - x) / far, (toY - y) / far];
  const [endX, endY] = [toX - ux * 8, toY - uy * 8];
  const wing = (side) => [endX - ux * 6 - side * uy * 3.5, endY - uy * 6 + side * ux * 3.5];
  const look = { tone: "muted", width: 1.2 };

  pen.line([[x, y], [endX, endY]], { ...look, dash: [2, 3] });
  pen.line([wing(1), [endX, endY], wing(-1)], look);
}

function drawGhost(pen, { item, was }, { scales }) {
  const box = boxOf(was, scales);

  drawArrow(pen, middleOf(box), middleOf(boxOf(item, scales)));
  if (isBox(box)) pen.line(outlineOf(box), { tone: "muted", dash: [2, 3], alpha: 0.8 });
  pen.circle(middleOf(box), 3, "muted", 1.2);
}

/** Where things were in the base. */
function drawGhosts(pen, space) {
  const { ghosts, two } = space.picture;
  const corners = ghosts.frontier.map(({ x, y }) => [x[0], y[0]]);

  if (two && corners.length > 1)
    pen.line(toPixels(space, staircase(corners)), { tone: "muted", dash: [3, 3], alpha: 0.8 });
  ghosts.items.forEach((ghost) => drawGhost(pen, ghost, space));
}

export function drawGround(pen, space) {
  drawBeliefs(pen, space);
  drawCloud(pen, space);
  drawZone(pen, space);
  drawReservations(pen, space);
  drawGhosts(pen, space);
  drawFrontier(pen, space);
}
