// SPDX-License-Identifier: GPL-3.0-or-later
// Rectangles in pixels: { x, y, width, height }.

export const middleOf = ({ x, y, width, height }) => [x + width / 2, y + height / 2];

export const grown = ({ x, y, width, height }, by) =>
  ({ x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by });

/** A square about a place. */
export const about = ([x, y], radius) => grown({ x, y, width: 0, height: 0 }, radius);

/** From one corner to the other. */
export const between = (a, b) => ({
  x: Math.min(a.x, b.x), y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y),
});

/** The area that two have in common. */
export const overlap = (a, b) =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x))
  * Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

export const isWithin = (box, outer) => box.x >= outer.x && box.y >= outer.y
  && box.x + box.width <= outer.x + outer.width && box.y + box.height <= outer.y + outer.height;

/** Whether they touch at least. */
export const meets = (a, b) => a.x <= b.x + b.width && b.x <= a.x + a.width
  && a.y <= b.y + b.height && b.y <= a.y + a.height;

/** From a place to a box; 0 within it. */
export function distanceTo({ x, y, width, height }, px, py) {
  return Math.hypot(Math.max(x - px, 0, px - x - width), Math.max(y - py, 0, py - y - height));
}

/** From a place to the edge of a box, also from within. */
export function edgeDistance(box, px, py) {
  const inside = Math.min(px - box.x, box.x + box.width - px, py - box.y, box.y + box.height - py);

  return inside > 0 ? inside : distanceTo(box, px, py);
}
