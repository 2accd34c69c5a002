// SPDX-License-Identifier: GPL-3.0-or-later
// Draws a laid-out deal space, in the order in which things lie on each other.

import { crisp, outlineOf, Pen } from "./pen.js";
import { drawGrid, drawGround, drawTitles } from "./space_ground.js";
import { drawBoxes, drawCrosshair, drawMarks } from "./space_marks.js";

/** So far marks on the edge may stick out of the frame. */
const EDGE = 11;

/**
 * @param {CanvasRenderingContext2D} context
 * @param {object} layout  of space_layout.js
 * @param {{ colours: object, parties: object[], pointed?: object, chosen?: object,
 *   dragged?: object }} how
 */
export function drawSpace(context, layout, how) {
  const pen = new Pen(context, how.colours);
  const space = { ...layout, ...how };
  const { frame, size, pointed } = space;

  pen.plate({ x: 0, y: 0, ...size }, "paper");
  drawGrid(pen, space);
  pen.within(frame, 1, () => {
    drawGround(pen, space);
    drawBoxes(pen, space);
  });
  pen.line(outlineOf({ ...frame, x: crisp(frame.x), y: crisp(frame.y) }),
    { tone: "muted", alpha: 0.5 });
  pen.within(frame, EDGE, () => drawMarks(pen, space));
  drawTitles(pen, space);
  if (pointed) drawCrosshair(pen, pointed, space);
}
