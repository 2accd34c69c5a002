// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";

import { get, leaves, merge, put, remove } from "../../src/web/page/overlay.js";

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

// RFC 7396, appendix A, as far as its targets are objects.
const EXAMPLES = [
  [{ a: "b" }, { a: "c" }, { a: "c" }],
  [{ a: "b" }, { b: "c" }, { a: "b", b: "c" }],
  [{ a: "b" }, { a: null }, {}],
  [{ a: "b", b: "c" }, { a: null }, { b: "c" }],
  [{ a: ["b"] }, { a: "c" }, { a: "c" }],
  [{ a: "c" }, { a: ["b"] }, { a: ["b"] }],
  [{ a: { b: "c" } }, { a: { b: "d", c: null } }, { a: { b: "d" } }],
  [{ a: [{ b: "c" }] }, { a: [1] }, { a: [1] }],
  [{ a: "foo" }, null, null],
  [{ a: "foo" }, "bar", "bar"],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [[1, 2], { a: "b", c: null }, { a: "b" }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
];

test("overlays merge as RFC 7396 says", () => {
  for (const [target, patch, result] of EXAMPLES) {
    assert.deepEqual(merge(target, patch), result, JSON.stringify([target, patch]));
  }
});

test("an object sees a bare number as its value", () => {
  assert.deepEqual(merge({ a: 3 }, { a: { low: 1 } }), { a: { value: 3, low: 1 } });
});

test("leaves are what is no object, with their keys", () => {
  assert.deepEqual(leaves({ a: { b: 1, c: { d: null } }, e: [2], f: {} }),
    [[["a", "b"], 1], [["a", "c", "d"], null], [["e"], [2]], [["f"], {}]]);
});
