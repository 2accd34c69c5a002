// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";

import { applyOverlay, fitOverlay, fullNumber, splitOverlay, toNumber, writeNumber } from "../../src/web/page/view.js";
import { number, view } from "./sample.mjs";

const changed = (overlay) => applyOverlay(view(), splitOverlay(view(), overlay).known);
const party = (overlay) => changed({ parties: { us: overlay } }).parties[0];

test("a bare number replaces the range, a value keeps it", () => {
  assert.deepEqual(party({ reservation: 40 }).reservation, number(40));
  assert.deepEqual(party({ reservation: { value: 42 } }).reservation, number(42, 41, 50));
  assert.deepEqual(party({ reservation: { value: 60, low: null, high: null } }).reservation, number(60));
  assert.equal(party({ reservation: "190/4" }).reservation.value, 47.5);
});

test("a number is written so that its range holds it, or without its range", () => {
  assert.deepEqual(writeNumber(number(45, 41, 50), 50), { value: 50 });
  assert.equal(writeNumber(number(45, 41, 50), 51), 51);
  assert.equal(writeNumber(number(45), 46), 46);
  assert.equal(writeNumber(null, 46), 46);
  assert.deepEqual(writeNumber(number(45, null, 50), 47), { value: 47 });
});

test("what does not fit its range stands alone, wherever it is", () => {
  const overlay = (written) => ({ parties: { us: {
    reservation: written(51), weights: { security: written(71), share: written(41) },
    values: { security: { none: written(1), pledge: written(79) }, term: { ideal: written(6) } },
    adjustments: { both: { points: written(-6) } },
  } } });
  const kept = overlay((value) => ({ value }));
  const fit = fitOverlay(view(), kept).parties.us;

  assert.deepEqual([fit.reservation, fit.weights], [51, { security: 71, share: { value: 41 } }]);
  assert.deepEqual(fit.values, { security: { none: { value: 1 }, pledge: 79 }, term: { ideal: { value: 6 } } });
  assert.deepEqual(fit.adjustments, { both: { points: { value: -6 } } });
  assert.deepEqual(fitOverlay(view(), { parties: { us: { reservation: { value: 9, low: 1, high: 10 } }, x: { reservation: { value: 9 } } } }),
    { parties: { us: { reservation: { value: 9, low: 1, high: 10 } }, x: { reservation: { value: 9 } } } });
});

test("shares follow the weights", () => {
  assert.deepEqual(party({ weights: { share: 20, term: { value: 0 } } }).weights.map(({ share }) => share), [75, 25, 0]);
});

test("values of options, points and ideals change", () => {
  const { values } = party({
    values: {
      security: { pledge: { value: 90 } },
      share: { points: [[0, 80], [50, { value: 30, low: 20 }], [100, 0]] },
      term: { ideal: 6 },
    },
    adjustments: { both: { points: 3 } },
  });

  assert.deepEqual(values[0].options[1].value, number(90, 80, 100));
  assert.deepEqual(values[1].points.map(({ x, value }) => [x, value.value]), [[0, 80], [50, 30], [100, 0]]);
  assert.deepEqual([values[2].ideal.value, values[2].tolerance.value], [6, 5]);
  assert.equal(party({ adjustments: { both: { points: 3 } } }).adjustments[0].points.value, 3);
});

test("the working draft is one draft more", () => {
  const working = { id: "working", title: "Working draft", terms: {} };

  assert.deepEqual(changed({ drafts: { working } }).drafts.map(({ id }) => id), ["first", "working"]);
  assert.deepEqual(changed({ drafts: { working } }).drafts[1].terms, {});
});

test("what the page cannot show itself is left to the server", () => {
  const foreign = {
    title: "Other",
    parties: {
      "*": { reservation: 40 },
      us: { red_lines: { x: null }, use: "other.json", weights: { unknown: 3 }, values: { share: { tolerance: 1 } } },
      eu: { id: "eu" },
    },
    drafts: { first: { terms: { share: null } } },
  };
  const { known, rest } = splitOverlay(view(), { ...foreign });

  assert.deepEqual(known, {});
  assert.deepEqual(rest, foreign);
});

test("an overlay is parted without loss", () => {
  const own = { parties: { us: { reservation: { value: 42 }, weights: { share: 20 } } } };
  const { known, rest } = splitOverlay(view(), { ...own, title: "Other" });

  assert.deepEqual(known, own);
  assert.deepEqual(rest, { title: "Other" });
});

test("a number that stays is written with all that it rests on", () => {
  assert.equal(fullNumber(number(5)), 5);
  assert.deepEqual(fullNumber({ ...number(5, 4, 6), basis: "fact", source: ["a"] }),
    { value: 5, low: 4, high: 6, basis: "fact", source: ["a"] });
  assert.equal(toNumber({ value: "1/4" }), 0.25);
});
