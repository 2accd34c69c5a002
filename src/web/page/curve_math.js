// SPDX-License-Identifier: GPL-3.0-or-later
// Value functions over numbers: what they are between their points, and points that are moved.

/** @typedef {{ x: number, y: number }} Point */

/** Steffen's slopes (1990): monotone between points. The same as GSL's gsl_interp_steffen. */
function slopes(points) {
  const n = points.length;
  const h = points.slice(1).map(({ x }, i) => x - points[i].x);
  const s = points.slice(1).map(({ y }, i) => (y - points[i].y) / h[i]);
  const inner = (i) => {
    const p = (s[i - 1] * h[i] + s[i] * h[i - 1]) / (h[i - 1] + h[i]);
    return (
      (Math.sign(s[i - 1]) + Math.sign(s[i])) *
      Math.min(Math.abs(s[i - 1]), Math.abs(s[i]), 0.5 * Math.abs(p))
    );
  };

  return points.map((_, i) => (i === 0 ? s[0] : i === n - 1 ? s[n - 2] : inner(i)));
}

function smoothAt(points, x) {
  const i =
    Math.max(
      points.findIndex((point) => point.x >= x),
      1,
    ) - 1;
  const [from, to] = [points[i], points[i + 1]];
  const h = to.x - from.x;
  const slope = (to.y - from.y) / h;
  const [a, b] = slopes(points).slice(i, i + 2);
  const d = x - from.x;

  return (
    ((a + b - 2 * slope) / (h * h)) * d ** 3 +
    ((3 * slope - 2 * a - b) / h) * d ** 2 +
    a * d +
    from.y
  );
}

/**
 * Corners of a line that shows the function.
 *
 * @param {Point[]} points  by x
 * @param {"linear" | "smooth"} shape
 * @returns {Point[]}
 */
export function trace(points, shape) {
  if (shape !== "smooth" || points.length < 3) {
    return points;
  }
  const [first, last] = [points[0].x, points.at(-1).x];

  return Array.from({ length: 81 }, (_, i) => {
    const x = first + ((last - first) * i) / 80;
    return { x, y: smoothAt(points, x) };
  });
}

/** 100 at the ideal, falling straight to 0 at the tolerance to both sides, within min and max. */
export function tent(ideal, tolerance, min, max) {
  const at = (x) => ({ x, y: Math.max(0, 100 - (100 * Math.abs(x - ideal)) / tolerance) });
  const corners = [min, ideal - tolerance, ideal, ideal + tolerance, max];

  return corners
    .filter((x) => x >= min && x <= max)
    .sort((a, b) => a - b)
    .map(at);
}

const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
const toStep = (value, step) => Number((Math.round(value / step) * step).toPrecision(12));

/**
 * A point moved to another place: its value stays within 0 and 100, it stays between its
 * neighbours, and the first and the last stay at their ends.
 */
export function movePoint(points, index, { x, y }, step) {
  const inner = index > 0 && index < points.length - 1;
  const low = inner ? points[index - 1].x + step : points[index].x;
  const high = inner ? points[index + 1].x - step : points[index].x;
  const moved = {
    x: low > high || !inner ? points[index].x : clamp(toStep(x, step), low, high),
    y: clamp(Math.round(y), 0, 100),
  };

  return points.map((point, i) => (i === index ? moved : point));
}

/** With one more point at x, on the line that is drawn; as they are where there is one already. */
export function addPoint(points, x, shape, step) {
  const at = toStep(x, step);
  const after = points.findIndex((point) => point.x > at);

  if (after <= 0 || points.some((point) => Math.abs(point.x - at) < step / 2)) {
    return points;
  }
  const [from, to] = [points[after - 1], points[after]];
  const straight = from.y + ((to.y - from.y) * (at - from.x)) / (to.x - from.x);
  const y = shape === "smooth" && points.length > 2 ? smoothAt(points, at) : straight;

  return [...points.slice(0, after), { x: at, y: Math.round(y) }, ...points.slice(after)];
}

export const removePoint = (points, index) =>
  index > 0 && index < points.length - 1 ? points.filter((_, i) => i !== index) : points;
