// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";

import { addPoint, movePoint, removePoint, tent, trace } from "../../src/web/page/curve_math.js";

const POINTS = [{ x: 0, y: 100 }, { x: 50, y: 60 }, { x: 100, y: 0 }];

test("a straight line has the corners that it is given", () => {
  assert.deepEqual(trace(POINTS, "linear"), POINTS);
});

test("a smooth line goes through its points and never turns between them", () => {
  const line = trace([{ x: 0, y: 0 }, { x: 25, y: 0 }, { x: 50, y: 90 }, { x: 100, y: 100 }], "smooth");
  const at = (x) => line.find((corner) => Math.abs(corner.x - x) < 1e-9).y;

  assert.deepEqual([0, 25, 50, 100].map((x) => Number(at(x).toFixed(9))), [0, 0, 90, 100]);
  line.slice(1).forEach(({ y }, i) => assert.ok(y >= line[i].y - 1e-9, `at ${line[i].x}`));
});

// By hand, after M. Steffen (1990): of (0, 0), (1, 1), (2, 3) the secants are 1 and 2, and the
// slopes 1, 1.5 (half of the weighted mean of the secants is smaller than both) and 2; of (0, 0),
// (1, 1), (4, 2) they are 1, 2/3 (twice the smaller secant) and 1/3.
const STEFFEN = [
  { points: [[0, 0], [1, 1], [2, 3]], slopes: [1, 1.5, 2] },
  { points: [[0, 0], [1, 1], [4, 2]], slopes: [1, 2 / 3, 1 / 3] },
];

const hermite = ([x0, y0], [x1, y1], d0, d1, x) => {
  const h = x1 - x0;
  const t = (x - x0) / h;

  return y0 * (2 * t ** 3 - 3 * t ** 2 + 1) + y1 * (3 * t ** 2 - 2 * t ** 3)
    + h * (d0 * (t ** 3 - 2 * t ** 2 + t) + d1 * (t ** 3 - t ** 2));
};

test("a smooth line is Steffen's", () => {
  for (const { points, slopes } of STEFFEN) {
    for (const { x, y } of trace(points.map(([px, py]) => ({ x: px, y: py })), "smooth")) {
      const i = x <= 1 ? 0 : 1;
      const wanted = hermite(points[i], points[i + 1], slopes[i], slopes[i + 1], x);

      assert.ok(Math.abs(y - wanted) < 1e-12, `${y} at ${x}, not ${wanted}`);
    }
  }
});

test("points stay between their neighbours, and the first and last at their ends", () => {
  assert.deepEqual(movePoint(POINTS, 1, { x: 130, y: 50.4 }, 5)[1], { x: 95, y: 50 });
  assert.deepEqual(movePoint(POINTS, 1, { x: -9, y: 50 }, 5)[1], { x: 5, y: 50 });
  assert.deepEqual(movePoint(POINTS, 1, { x: 33, y: 140 }, 5)[1], { x: 35, y: 100 });
  assert.deepEqual(movePoint(POINTS, 0, { x: 30, y: -4 }, 5)[0], { x: 0, y: 0 });
  assert.deepEqual(movePoint([POINTS[0], { x: 3, y: 1 }, { x: 4, y: 0 }], 1, { x: 2, y: 1 }, 5)[1], { x: 3, y: 1 });
});

test("points are added on the line and taken away, but not the ends", () => {
  assert.deepEqual(addPoint(POINTS, 26, "linear", 5)[1], { x: 25, y: 80 });
  assert.equal(addPoint(POINTS, 51, "linear", 5), POINTS);
  assert.equal(addPoint(POINTS, -3, "linear", 5), POINTS);
  assert.deepEqual(removePoint(POINTS, 1), [POINTS[0], POINTS[2]]);
  assert.equal(removePoint(POINTS, 2), POINTS);
});

test("an ideal is a tent within the bounds", () => {
  assert.deepEqual(tent(5, 10, 0, 20), [{ x: 0, y: 50 }, { x: 5, y: 100 }, { x: 15, y: 0 }, { x: 20, y: 0 }]);
});
