// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";

import { begin, record, redo, settle, undo } from "../../src/web/page/history.js";

test("a drag that ends where it began is no step", () => {
  const start = record(begin({ a: 1 }), { a: 2 }, "a", { at: 0, live: true });
  const settled = settle(record(start, { a: 1 }, "a", { at: 9, live: true }));

  assert.deepEqual([settled.past, settled.now], [[], { a: 1 }]);
  assert.deepEqual(settle(start).past, [{ a: 1 }]);
});

test("what is undone can be done again, until something else is done", () => {
  const done = record(record(begin("a"), "b", null, { at: 0 }), "c", null, { at: 1 });

  assert.equal(undo(done).now, "b");
  assert.equal(undo(undo(done)).now, "a");
  assert.equal(undo(undo(undo(done))).now, "a");
  assert.equal(redo(undo(done)).now, "c");
  assert.equal(redo(redo(undo(undo(done)))).now, "c");
  assert.deepEqual(record(undo(done), "d", null, { at: 2 }).future, []);
});

test("one drag is one step, however long it takes", () => {
  let history = begin(0);

  for (let i = 1; i <= 100; i++) {
    history = record(history, i, "weight", { at: i * 5000, live: true });
  }
  assert.equal(history.now, 100);
  assert.equal(undo(history).now, 0);
});

test("two drags are two steps", () => {
  const first = settle(record(begin(0), 1, "weight", { at: 0, live: true }));
  const second = record(first, 2, "weight", { at: 60_000, live: true });

  assert.equal(undo(second).now, 1);
});

test("keys that follow each other closely are one step, of one name only", () => {
  const one = record(record(begin(0), 1, "a", { at: 0 }), 2, "a", { at: 100 });

  assert.equal(undo(one).now, 0);
  assert.equal(undo(record(one, 3, "b", { at: 150 })).now, 2);
  assert.equal(undo(record(one, 3, "a", { at: 10_000 })).now, 2);
  assert.equal(undo(record(one, 3, null, { at: 150 })).now, 2);
});

test("what changes nothing is no step", () => {
  const history = begin("a");

  assert.equal(record(history, "a", null, { at: 0 }), history);
});
