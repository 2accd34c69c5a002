// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";

import { get, leaves, put, remove } from "../../src/web/page/overlay.js";

test("a value is put at a path, and nothing else is touched", () => {
  const before = { parties: { us: { reservation: 40 } } };
  const after = put(before, "parties.us.weights.security", 20);

  assert.deepEqual(after, { parties: { us: { reservation: 40, weights: { security: 20 } } } });
  assert.deepEqual(before, { parties: { us: { reservation: 40 } } });
  assert.deepEqual(put({ parties: 3 }, ["parties", "us"], 1), { parties: { us: 1 } });
});

test("what is not there is undefined, and null is there", () => {
  assert.equal(get({ a: { b: null } }, "a.b"), null);
  assert.equal(get({ a: { b: null } }, "a.c"), undefined);
  assert.equal(get({ a: 1 }, "a.b"), undefined);
  assert.equal(get({}, "constructor"), undefined);
});

test("what is taken out leaves no empty objects", () => {
  const overlay = put({ drafts: { working: { terms: {} } } }, "parties.us.reservation", 40);

  assert.deepEqual(remove(overlay, "parties.us.reservation"), { drafts: { working: { terms: {} } } });
  assert.equal(remove(overlay, "parties.us.weights"), overlay);
  assert.equal(remove(overlay, "parties.us.reservation.value"), overlay);
  assert.deepEqual(remove(put({}, "a.b.c", 1), "a.b"), {});
});

test("what is put and taken out again leaves all as it was", () => {
  const before = { parties: { us: { reservation: 40 } } };

  assert.deepEqual(remove(put(before, "parties.us.weights.take", 3), "parties.us.weights.take"), before);
});

test("leaves are what is no object, with their keys", () => {
  assert.deepEqual(leaves({ a: { b: 1, c: { d: null } }, e: [2], f: {} }),
    [[["a", "b"], 1], [["a", "c", "d"], null], [["e"], [2]], [["f"], {}]]);
});
