// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";

import { axisParties, groupsOf, makePicture, scoreWords } from "../../src/web/page/picture.js";
import { itemAt, layOut } from "../../src/web/page/space_layout.js";
import { staircase, zoneOf } from "../../src/web/page/zone.js";

const number = (value) => ({ value, low: null, high: null });

const party = (id, reservation, more = {}) =>
  ({ id, title: id.toUpperCase(), role: "party", negotiates: true, scored: true, reservation: number(reservation), ...more });

const view = (parties = [party("us", 40), party("ua", 50)]) => ({
  as_of: "2025-04-30", parties, issues: [],
  drafts: [
    { id: "one", title: "One", date: "2025-02-12", terms: { share: 50 } },
    { id: "two", title: "Two", date: null, terms: {} },
  ],
});

const standing = (low, high = low) => ({ low, high, verdict: "accepts" });

const point = (us, ua, more = {}) => ({ scores: { us, ua }, count: "1", terms: { share: us }, ...more });

function evaluation(more = {}) {
  const frontier = [point(40, 80), point(60, 70), point(80, 50)];

  return {
    score: { drafts: [
      { id: "one", verdict: "accepts", parties: { us: standing(55), ua: standing(60) } },
      { id: "two", verdict: "depends", parties: { us: standing(0, 90), ua: standing(20, 70) } },
      { id: "never", verdict: "infeasible", parties: { us: standing(null), ua: standing(null) } },
    ] },
    deals: { frontier: { points: "3" }, tied: { nash: "1", egalitarian: "7" }, nearest_miss: null, solutions: {
      nash: [{ ...point(60, 70), deals: [{ terms: { share: 60 } }] }],
      kalai_smorodinsky: [{ ...point(60, 70), deals: [{ terms: { share: 60 } }] }],
      egalitarian: [{ ...point(55, 65), deals: [{ terms: { share: 55 } }] }], utilitarian: [] } },
    frontier,
    ...more,
  };
}

const SIZE = { width: 600, height: 450 };
const measure = (text) => text.length * 7;

test("a draft against the rules has no place, solutions at one place are one mark", () => {
  const picture = makePicture({ view: view(), evaluation: evaluation() });

  assert.deepEqual(picture.drafts.map(({ id }) => id), ["one", "two"]);
  assert.deepEqual(picture.solutions.map(({ letters, name }) => [letters, name]),
    [["NK", "Nash, Kalai-Smorodinsky"], ["E", "egalitarian (one of 7)"]]);
  assert.equal(picture.frontierWords, "Frontier: 3 points of efficient deals that all accept");
  assert.deepEqual(picture.reach, [[0, 90], [0, 80]]);
});

test("what brings a side nothing has a place all the same", () => {
  const miss = { scores: { us: 34, ua: 0 }, terms: {}, blocked_by: ["us", "ua"] };
  const none = { deals: { ...evaluation().deals, frontier: { points: "0" }, solutions: {}, nearest_miss: miss }, frontier: [] };
  const picture = makePicture({ view: view(), evaluation: evaluation(none) });

  assert.equal(picture.miss.length, 1);
  assert.equal(picture.hasDeal, false);
  assert.equal(picture.frontierWords, null);
});

test("what was too much to work out leaves the picture empty, not the page broken", () => {
  const picture = makePicture({ view: view(), evaluation: { score: { error: "a" }, deals: { error: "b" }, frontier: null } });

  assert.deepEqual(picture.items, []);
});

test("only who negotiates and has scores is put on an axis; with one of them there is no picture", () => {
  const parties = [party("us", 40), party("rada", 0, { role: "ratifier", scored: false, negotiates: false }),
    party("ua", 50), party("eu", 0, { role: "affected", negotiates: false })];

  assert.deepEqual(axisParties(view(parties)).map(({ id }) => id), ["us", "ua"]);
  assert.equal(makePicture({ view: view([party("us", 40)]), evaluation: evaluation() }), null);
});

test("of three sides any two are shown, and the frontier between them comes with the cloud", () => {
  const three = view([party("us", 40), party("ua", 50), party("eu", 10)]);
  const more = evaluation();
  more.frontier.forEach((one) => { one.scores.eu = 5; });
  const cloud = { between: ["us", "ua"], frontier: [[40, 80], [80, 50]], density: null };
  const at = (isCloudFresh, between) => makePicture({ view: three, evaluation: more, cloud, isCloudFresh }, between);

  assert.deepEqual(at(true).edge, [[40, 80], [80, 50]]);
  assert.deepEqual(at(false).edge, []);
  assert.deepEqual(at(true, ["ua", "eu"]).pair.map(({ id }) => id), ["ua", "eu"]);
  assert.deepEqual(at(true, ["ua", "eu"]).edge, []);
});

test("what has moved against the base leaves a ghost, what stands still does not", () => {
  const base = evaluation();
  const now = evaluation();
  now.score.drafts[0].parties.us = standing(50);
  now.deals.solutions.egalitarian = [];
  const { ghosts } = makePicture({ view: view(), evaluation: now, base, baseView: view() });

  assert.deepEqual(ghosts.items.map(({ was }) => was.key), ["draft:one", "solution:egalitarian:0"]);
  assert.deepEqual(ghosts.frontier, []);
});

test("the staircase goes down before it goes on, and the zone lies below it", () => {
  assert.deepEqual(staircase([[60, 70], [40, 80], [80, 50]]), [[40, 80], [40, 70], [60, 70], [60, 50], [80, 50]]);
  const picture = makePicture({ view: view(), evaluation: evaluation() });

  assert.deepEqual(zoneOf(picture), [[40, 50], [40, 80], [40, 80], [40, 70], [60, 70], [60, 50], [80, 50], [80, 50]]);
});

test("what lies nearest is pointed at: marks before boxes, large boxes by their edge", () => {
  const picture = makePicture({ view: view(), evaluation: evaluation() });
  const layout = layOut(picture, SIZE, picture.reach, measure);
  const pixel = (us, ua) => [layout.frame.x + (us / 90) * layout.frame.width, layout.frame.y + (1 - ua / 80) * layout.frame.height];
  const at = (us, ua) => itemAt(layout, ...pixel(us, ua))?.key;

  assert.equal(at(55, 60), "draft:one");
  assert.equal(at(60, 70), "solution:nash:0");
  assert.equal(at(80, 50), "frontier:80:50");
  assert.equal(at(25, 45), undefined, "within the large box of the second draft");
  assert.equal(at(25, 20), "draft:two", "on its edge");
  assert.equal(itemAt(layout, -50, 10), null);
});

test("arrow keys go along each kind from left to right", () => {
  const groups = groupsOf(makePicture({ view: view(), evaluation: evaluation() }));

  assert.deepEqual(groups.map(([{ kind }, ...more]) => [kind, more.length + 1]), [["draft", 2], ["solution", 2], ["frontier", 3]]);
  assert.deepEqual(groups[2].map(({ x }) => x[0]), [40, 60, 80]);
});

test("scores are told with their margins", () => {
  const [one] = makePicture({ view: view(), evaluation: evaluation() }).drafts;

  assert.equal(scoreWords(one, view().parties), "US 55.0 (+15.0), UA 60.0 (+10.0)");
});
