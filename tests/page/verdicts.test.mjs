// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";

import { movedSolutions, turnedDrafts } from "../../src/web/page/verdicts.js";

const evaluation = (drafts, nash) => ({
  score: {
    drafts: Object.entries(drafts).map(([id, [verdict, us, ukraine]]) =>
      ({ id, verdict, parties: { us: { verdict: us }, ukraine: { verdict: ukraine } } })),
  },
  deals: { solutions: { nash: nash ? [{ scores: nash }] : [] } },
});

test("drafts that fare otherwise are told, new ones are not", () => {
  const before = evaluation({ a: ["accepts", "accepts", "accepts"], b: ["rejects", "rejects", "accepts"] });
  const after = evaluation({
    a: ["depends", "depends", "accepts"], b: ["rejects", "rejects", "accepts"], working: ["accepts", "accepts", "accepts"],
  });

  assert.deepEqual(turnedDrafts(before, after).map(({ draft, from, to, parties }) => [draft.id, from, to, parties]),
    [["a", "accepts", "depends", [{ id: "us", from: "accepts", to: "depends" }]]]);
});

test("solutions that move by what can be seen are told", () => {
  const at = (us, ukraine) => evaluation({}, { us, ukraine });
  const [moved] = movedSolutions(at(64.25, 67.4), at(60.25, 67.42));

  assert.deepEqual([moved.key, moved.shifts], ["nash", [{ id: "us", shift: -4 }]]);
  assert.deepEqual(movedSolutions(at(64.25, 67.4), at(64.26, 67.4)), []);
  assert.equal(movedSolutions(at(1, 1), evaluation({}, null))[0].gone, true);
  assert.equal(movedSolutions(evaluation({}, null), at(1, 1))[0].gone, false);
});

test("what could not be worked out turns nothing", () => {
  const failed = { score: { error: "too much" }, deals: { error: "too much" } };

  assert.deepEqual(turnedDrafts(failed, failed), []);
  assert.deepEqual(movedSolutions(failed, failed), []);
});
