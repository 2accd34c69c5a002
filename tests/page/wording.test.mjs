// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";

import {
  count, day, draftName, join, jointWords, margin, points, shift, span, surplusOf, termWords,
} from "../../src/web/page/wording.js";

test("points are rounded as decimals are read, halves away from zero", () => {
  const rows = [[15.35, "15.4"], [64.25, "64.3"], [-0.25, "-0.3"], [0.04, "0.0"], [-0.04, "0.0"],
    [1.005e-7, "0.0"], [33.33333333333333, "33.3"], [0.15000000000000002, "0.2"], [99.95, "100.0"]];

  for (const [number, words] of rows) {
    assert.equal(points(number), words, String(number));
  }
});

test("spans and shifts are said as the commands say them", () => {
  assert.equal(span(82.9, 82.9), "82.9");
  assert.equal(span(82.91, 82.94), "82.9");
  assert.equal(span(78.4, 83.2), "78.4-83.2");
  assert.equal(span(-4.5, 0), "-4.5..0.0");
  assert.equal(shift(6.3, 6.3), "+6.3");
  assert.equal(shift(-2.5, 1), "-2.5..+1.0");
  assert.equal(shift(0.01, 0.01), "0.0");
});

test("a draft is over the reservation of its own day, a deal over that of now", () => {
  const [scores, reservation] = [{ low: 45.05, high: 47 }, { value: 45 }];

  assert.equal(margin(surplusOf(undefined, scores, reservation)), "+0.1..+2.0");
  assert.equal(margin(surplusOf({ surplus: { low: 5, high: 7 } }, scores, reservation)), "+5.0..+7.0");
  assert.equal(surplusOf(undefined, scores, null), null);
});

test("margins say on which side of the reservation a score is", () => {
  assert.equal(margin({ low: 3.2, high: 3.2 }), "+3.2");
  assert.equal(margin({ low: -3.2, high: -3.2 }), "short by 3.2");
  assert.equal(margin({ low: -34.65, high: -31.95 }), "short by 32.0-34.7");
  assert.equal(margin({ low: -33, high: 19.75 }), "-33.0..+19.8");
  assert.equal(margin({ low: 0, high: 0 }), "0.0");
  assert.equal(margin(null), "");
});

test("a margin that rounds to nothing still says that it is short", () => {
  assert.equal(margin({ low: -0.01, high: -0.01 }), "short by less than 0.1");
  assert.equal(margin({ low: -3, high: -0.01 }), "short by up to 3.0");
});

test("days name the year when it is another one", () => {
  assert.equal(day("2025-02-12", "2025-04-30"), "12 Feb");
  assert.equal(day("2024-02-12", "2025-04-30"), "12 Feb 2024");
  assert.equal(day(null, "2025-04-30"), "");
  assert.equal(draftName({ title: "US draft", date: "2025-02-12" }, "2025-04-30"), "12 Feb, US draft");
  assert.equal(draftName({ title: "No trade", date: null }, null), "No trade");
});

test("terms name options, numbers and what is known of open ones", () => {
  const choice = { options: [{ id: "none", title: "None" }, { id: "pledge", title: "Pledge" }, { id: "b", title: "Binding" }] };
  const range = { unit: "%", min: 0, max: 100 };

  assert.equal(termWords(choice, "none"), "None");
  assert.equal(termWords(choice, ["none", "pledge", "b"]), "None, Pledge or Binding");
  assert.equal(termWords(choice, { min: "none", max: "pledge" }), "None to Pledge");
  assert.equal(termWords(range, 50), "50 %");
  assert.equal(termWords(range, { min: 50, max: 100 }), "50-100 %");
  assert.equal(termWords(range, { min: 50 }), "from 50 %");
  assert.equal(termWords(range, undefined), "not known");
  assert.equal(termWords(range, undefined, "open"), "open");
});

test("what all say to a draft names who refuses", () => {
  const parties = [{ id: "us", title: "United States" }, { id: "ua", title: "Ukraine" }];
  const says = (verdict, us, ua) => jointWords({ verdict, parties: { us: { verdict: us }, ua: { verdict: ua } } }, parties);

  assert.equal(says("accepts", "accepts", "accepts"), "both accept");
  assert.equal(says("rejects", "accepts", "rejects"), "Ukraine rejects");
  assert.equal(says("rejects", "rejects", "rejects"), "United States and Ukraine reject");
  assert.equal(says("depends", "depends", "accepts"), "depends on United States");
  assert.equal(says("rejects", "depends", "depends"), "never accepted by all at once");
  assert.equal(says("infeasible", "infeasible", "infeasible"), "against the rules");
});

test("counts and lists", () => {
  assert.equal(count("1850995523"), "1,850,995,523");
  assert.equal(count(999), "999");
  assert.equal(join(["a", "b", "c"]), "a, b and c");
  assert.equal(join([]), "");
});
