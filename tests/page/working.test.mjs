// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";

import {
  amendmentsOf, changesByIssue, completeTerms, differing, nearestDraft, sliderValue, snap, turned, withAmendment, withTerm,
} from "../../src/web/page/working.js";

const view = {
  issues: [
    { id: "share", kind: "range", min: 0, max: 100, values: [0, 25, 50, 75, 100] },
    { id: "take", kind: "derived" },
    { id: "security", kind: "choice", options: [{ id: "none" }, { id: "pledge" }] },
  ],
  drafts: [
    { id: "first", terms: { share: 50, security: "none" } },
    { id: "second", terms: { share: 50, security: "none" } },
    { id: "third", terms: { share: 75 } },
    { id: "working", terms: { share: 50, security: "none" } },
  ],
};

test("open terms and derived issues are left out, the order is the file's", () => {
  const terms = completeTerms(view, { security: ["none", "pledge"], take: 3, share: null });

  assert.deepEqual(terms, { security: ["none", "pledge"] });
  assert.deepEqual(Object.keys(completeTerms(view, { security: "none", share: 0 })), ["share", "security"]);
});

test("a term is put in place of another or left open", () => {
  assert.deepEqual(withTerm(view, { share: 50 }, "security", "pledge"), { share: 50, security: "pledge" });
  assert.deepEqual(withTerm(view, { share: 50 }, "share", undefined), {});
  assert.deepEqual(withTerm(view, { share: 50 }, "share", 0), { share: 0 });
});

test("an amendment changes and settles", () => {
  const amendment = { changes: { security: "pledge" }, settles: { share: 25 } };

  assert.deepEqual(withAmendment(view, { security: "none" }, amendment), { share: 25, security: "pledge" });
  assert.deepEqual(withAmendment(view, { security: "none" }, { changes: {} }), { security: "none" });
});

test("what can be taken over is found once, with what more changes would leave", () => {
  const [one, two] = [{ changes: { share: 25 } }, { changes: { share: 25, security: "pledge" } }];
  const costs = [{ changes: 1, amendment: one }, { changes: 2, amendment: two }, { changes: 3, amendment: null }];

  assert.deepEqual(amendmentsOf("amend", { amendments: [one], costs }), [one, two]);
  assert.deepEqual(amendmentsOf("amend", { amendments: [one], costs: null }), [one]);
});

test("a trade is what it changes", () => {
  const pair = { changes: [{ issue: "share", from: 50, to: 25 }, { issue: "security", from: "none", to: "pledge" }], gains: { us: 1 } };
  const between = [{ pairs: { list: [pair] }, triples: null }, { pairs: { list: [] }, triples: { list: [] } }];

  assert.deepEqual(amendmentsOf("trades", { between }), [{ changes: { share: 25, security: "pledge" }, gains: { us: 1 } }]);
  assert.deepEqual(amendmentsOf("trades", { between: [{ pairs: null, triples: null }] }), []);
});

test("the nearest draft is the one with the fewest other terms, of several the latest", () => {
  assert.deepEqual(differing(view, { share: 50 }, { share: 50, security: "none" }), ["security"]);
  assert.equal(nearestDraft(view, { share: 50, security: "pledge" }).id, "second");
  assert.equal(nearestDraft(view, { share: 75 }).id, "third");
  assert.equal(nearestDraft({ ...view, drafts: [] }, {}), null);
});

test("a slider stands on the grid, in the middle of what is open", () => {
  const [share] = view.issues;

  assert.equal(sliderValue(share, 33), 33);
  assert.equal(sliderValue(share, undefined), 50);
  assert.equal(sliderValue(share, { min: 50 }), 75);
  assert.equal(sliderValue(share, [0, 25]), 0);
  assert.equal(snap(share, 60), 50);
  assert.equal(snap(share, 63), 75);
});

test("changes are known by issue, and whose verdict they turn", () => {
  const change = { issue: "security", option: "pledge", parties: { us: { verdict: "rejects" }, ua: { verdict: "accepts" } } };
  const changes = changesByIssue({ single_changes: [change, { issue: "share", option: 0, parties: null }] });
  const score = { parties: { us: { verdict: "accepts" }, ua: { verdict: "accepts" } } };
  const parties = [{ id: "us" }, { id: "ua" }];

  assert.deepEqual([...changes.keys()], ["security", "share"]);
  assert.deepEqual(turned(change, score, parties), [{ party: { id: "us" }, verdict: "rejects" }]);
  assert.deepEqual(turned(changes.get("share")[0], score, parties), []);
  assert.equal(changesByIssue(null).size, 0);
});
