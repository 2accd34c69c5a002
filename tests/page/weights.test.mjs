// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";

import { apportion, limit, link, normalize, rounded } from "../../src/web/page/weights.js";
import { draws } from "./draws.mjs";

/** The sum of decimals as they are written in JSON, in ten-thousandths. */
function exactSum(weights) {
  return weights.reduce((sum, weight) => {
    const [, whole, places = ""] = /^(\d+)(?:\.(\d{1,4}))?$/.exec(JSON.stringify(weight));
    return sum + BigInt(whole) * 10_000n + BigInt(places.padEnd(4, "0"));
  }, 0n);
}

const isWhole = (weights) => assert.equal(exactSum(weights), 1_000_000n, JSON.stringify(weights));

test("parts get whole numbers that sum to the total", () => {
  assert.deepEqual(apportion([1, 1, 1], 100), [34, 33, 33]);
  assert.deepEqual(apportion([2, 3, 5], 10), [2, 3, 5]);
  assert.deepEqual(apportion([0, 7], 3), [0, 3]);
});

test("weights of any sum become decimals that sum to exactly 100", () => {
  assert.deepEqual(normalize([1, 1, 1]), [33.3334, 33.3333, 33.3333]);
  isWhole(normalize([21, 10, 16, 6, 7, 6, 15, 6, 2, 1, 5, 2, 1, 3.3]));
});

test("what is shown are whole numbers that sum to 100", () => {
  assert.deepEqual(rounded([33.3334, 33.3333, 33.3333]), [34, 33, 33]);
  assert.deepEqual(rounded([12.5, 12.5, 75]), [13, 12, 75]);
});

test("what one gains the others lose by their shares", () => {
  assert.deepEqual(link([20, 20, 60], 0, 60, [false, false, false]), [60, 10, 30]);
  assert.deepEqual(link([20, 20, 60], 0, 0, [false, false, false]), [0, 25, 75]);
});

test("what is locked stays", () => {
  assert.deepEqual(link([20, 20, 60], 0, 30, [false, true, false]), [30, 20, 50]);
  assert.deepEqual(link([20, 20, 60], 0, 100, [false, false, true]), [40, 0, 60]);
  assert.deepEqual(limit([20, 20, 60], 0, [false, false, true]), { max: 40, fixed: false });
});

test("nothing moves when everything else is locked", () => {
  assert.deepEqual(link([20, 80], 0, 50, [false, true]), [20, 80]);
  assert.equal(limit([20, 80], 0, [false, true]).fixed, true);
});

test("others that have nothing get equal parts", () => {
  assert.deepEqual(link([100, 0, 0], 0, 40, [false, false, false]), [40, 30, 30]);
});

test("any move keeps the sum, the locks and the bounds", () => {
  const draw = draws(7);

  for (let round = 0; round < 500; round++) {
    const n = 2 + draw(14);
    const weights = normalize(Array.from({ length: n }, (_, i) => (i === 0 ? 1 + draw(50) : draw(5) * draw(1000))));
    const locked = weights.map(() => draw(4) === 0);
    const index = draw(n);
    const moved = link(weights, index, draw(12_000) / 100, locked);

    isWhole(moved);
    assert.ok(moved.every((weight) => weight >= 0), JSON.stringify(moved));
    moved.forEach((weight, i) => i === index || !locked[i] || assert.equal(weight, weights[i]));
  }
});
