// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";

import { listChanges, weightPairs } from "../../src/web/page/changes.js";
import { put, remove } from "../../src/web/page/overlay.js";
import { applyOverlay, splitOverlay } from "../../src/web/page/view.js";
import { view } from "./sample.mjs";

const apply = (pairs, overlay = {}) => pairs.reduce((changed, [path, value]) =>
  (value === undefined ? remove(changed, path) : put(changed, path, value)), overlay);

const list = (overlay) => {
  const origin = view();
  return listChanges({ overlay, origin, view: applyOverlay(origin, splitOverlay(origin, overlay).known) });
};

test("weights are written with their range as long as it holds them", () => {
  const [origin] = view().parties;

  assert.deepEqual(apply(weightPairs(origin, [55, 45, 0])),
    { parties: { us: { weights: { security: { value: 55 }, share: 45 } } } });
  assert.deepEqual(apply(weightPairs(origin, [20, 70, 10])),
    { parties: { us: { weights: { security: 20, share: 70, term: 10 } } } });
});

test("weights that are back leave nothing", () => {
  const [origin] = view().parties;
  const moved = apply(weightPairs(origin, [20, 80, 0]));

  assert.deepEqual(apply(weightPairs(origin, [60, 40, 0]), moved), {});
});

test("weights of a ranking replace it", () => {
  const origin = { ...view().parties[0], weighting: "ranking" };
  const overlay = apply(weightPairs(origin, [50, 50, 0]));

  assert.equal(overlay.parties.us.ranking, null);
  assert.deepEqual(overlay.parties.us.weights, { security: 50, share: 50 });
  assert.deepEqual(apply(weightPairs(origin, [60, 40, 0]), overlay), {});
});

test("changes say what is other than it was", () => {
  const overlay = {
    parties: { us: { reservation: { value: 42 }, weights: { security: 20, share: 80 }, values: { security: { none: 10 } } } },
    drafts: { working: { id: "working", title: "Working draft", terms: { share: 5 } } },
    title: "Other",
  };
  const changes = list(overlay);

  assert.deepEqual(changes.map(({ what, from, to }) => [what, from, to]), [
    ["accepts from", 45, 42],
    ["2 weights", null, null],
    ["value of Security: None", 0, 10],
    ["Working draft", null, null],
    ["title", null, '"Other"'],
  ]);
});

test("each change can be put back as a whole", () => {
  const overlay = { parties: { us: { reservation: { value: 60, low: null, high: null } } } };
  const [change, ...others] = list(overlay);

  assert.deepEqual(others, []);
  assert.deepEqual(change.paths.reduce(remove, overlay), {});
});

test("weights that replace a ranking are put back with it", () => {
  const overlay = { parties: { us: { ranking: null, weights: { security: 20, share: 80 } } } };
  const [change, ...others] = list(overlay);

  assert.deepEqual([change.what, others], ["2 weights", []]);
  assert.deepEqual(change.paths.reduce(remove, overlay), {});
});

test("one weight says what it was", () => {
  const [change] = list({ parties: { us: { weights: { security: 20 } } } });

  assert.deepEqual([change.what, change.from, change.to], ["weight of Security", "60", "33.3333"]);
});
