// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";

import { keepWithin, makeScale, pan, place, roundOut, ticks, valueAt, zoom } from "../../src/web/page/scale.js";
import { draws } from "./draws.mjs";

test("a place is where its value is, also on an axis that runs upwards", () => {
  const scale = makeScale([0, 90], [500, 10]);

  assert.equal(place(scale, 0), 500);
  assert.equal(place(scale, 90), 10);
  for (const value of [0, 12.5, 45, 90]) {
    assert.ok(Math.abs(valueAt(scale, place(scale, value)) - value) < 1e-9);
  }
});

test("axes begin at 0, or below where something is, and end on a round number", () => {
  assert.deepEqual(roundOut([12, 96.9]), [0, 100]);
  assert.deepEqual(roundOut([-3, 60]), [-10, 60]);
  assert.deepEqual(roundOut([14, 30]), [0, 30]);
  assert.deepEqual(roundOut([11]), [0, 15]);
  assert.deepEqual(roundOut([]), [0, 5]);
  assert.deepEqual(roundOut([NaN, 7]), [0, 10]);
});

test("ticks are round, within the scale and not too many", () => {
  assert.deepEqual(ticks({ from: 0, to: 100 }, 5), [0, 20, 40, 60, 80, 100]);
  assert.deepEqual(ticks({ from: 61.2, to: 63.1 }, 4), [61.5, 62, 62.5, 63]);
  const draw = draws(7);

  for (let i = 0; i < 500; i++) {
    const from = draw(1000) / 10 - 20;
    const to = from + (1 + draw(999)) / 10;
    const most = 2 + draw(12);
    const found = ticks({ from, to }, most);

    assert.ok(found.length <= most + 1, `${found.length} of ${most}`);
    assert.ok(found.every((value) => value >= from - 1e-6 && value <= to + 1e-6));
  }
});

test("zooming keeps the place under the hand, and never leaves the whole", () => {
  const whole = [0, 100];
  const [from, to] = zoom(whole, 25, 2, whole);

  assert.deepEqual([from, to], [12.5, 62.5]);
  assert.equal((25 - from) / (to - from), 0.25);
  assert.deepEqual(zoom([10, 20], 15, 0.001, whole), whole);
  assert.deepEqual(pan([10, 20], -50, whole), [0, 10]);
  assert.deepEqual(pan([10, 20], 500, whole), [90, 100]);
  assert.deepEqual(keepWithin([-5, 5], whole), [0, 10]);
  const [low, high] = zoom([50, 50.1], 50, 100, whole);
  assert.ok(high - low >= 0.049);
});
