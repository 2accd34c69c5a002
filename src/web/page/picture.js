// SPDX-License-Identifier: GPL-3.0-or-later
// What the deal space shows, in points and words: drafts, solutions, the frontier and the zone of
// agreement by what two parties get from them. No pixels here.

import { count, counted, draftName, margin, span } from "./wording.js";
import { roundOut } from "./scale.js";

export const SOLUTIONS = [
  { key: "nash", letter: "N", title: "Nash", says: "greatest product of surpluses" },
  { key: "kalai_smorodinsky", letter: "K", title: "Kalai-Smorodinsky",
    says: "the same share of what each could gain" },
  { key: "egalitarian", letter: "E", title: "egalitarian", says: "the smallest surplus as great as can be" },
  { key: "utilitarian", letter: "U", title: "utilitarian", says: "greatest sum of surpluses" },
];

/** Of points that tie for a solution so many are shown. */
const MOST_TIED = 5;

/**
 * @typedef {object} Item  what may be pointed at
 * @property {string} key  the same as long as it is the same thing
 * @property {"draft" | "working" | "solution" | "frontier" | "miss"} kind
 * @property {string} name
 * @property {number[]} x  low and high  @property {number[]} y
 * @property {Object<string, { low: number, high: number }>} scores  by party
 */

/** The parties that may be put on the axes. */
export const axisParties = (view) =>
  view.parties.filter(({ scored, role, negotiates }) => scored && (role === "party" || negotiates));

const single = (scores) =>
  Object.fromEntries(Object.entries(scores).map(([party, score]) => [party, { low: score, high: score }]));

const spans = (standings) =>
  Object.fromEntries(Object.entries(standings)
    .filter(([, { low }]) => low !== null)
    .map(([party, { low, high }]) => [party, { low, high }]));

const onAxes = (scores, [x, y]) => ({ x: [scores[x.id].low, scores[x.id].high], y: [scores[y.id].low, scores[y.id].high] });

const isThere = (scores, pair) => pair.every(({ id }) => scores[id] !== undefined);

function draftItem(score, view, pair) {
  const scores = spans(score.parties);
  const draft = view.drafts.find(({ id }) => id === score.id) ?? score;

  if (score.verdict === "infeasible" || !isThere(scores, pair)) return null;
  const working = score.id === "working";
  return { key: `draft:${score.id}`, kind: working ? "working" : "draft", id: score.id, scores,
    name: working ? "Working draft" : draftName(draft, view.as_of), verdict: score.verdict, score, draft,
    ...onAxes(scores, pair) };
}

function solutionItems(solutions, tied, pair) {
  const items = new Map();

  for (const { key, letter, title } of SOLUTIONS)
    (solutions?.[key] ?? []).slice(0, MOST_TIED).forEach(({ scores, count, deals }, k) => {
      if (!isThere(scores, pair)) return;
      const place = JSON.stringify(scores);
      const item = items.get(place) ?? { kind: "solution", letters: "", titles: [], scores: single(scores),
        count, deals, terms: deals[0]?.terms, ...onAxes(single(scores), pair) };
      item.letters += letter;
      item.titles.push(Number(tied[key]) > 1 ? `${title} (one of ${tied[key]})` : title);
      item.key ??= `solution:${key}:${k}`;
      items.set(place, item);
    });
  return [...items.values()].map((item) => ({ ...item, name: item.titles.join(", ") }));
}

/** A point of the frontier: there are many, so that what few are asked for is made when it is. */
class FrontierItem {
  constructor(point, [x, y]) {
    this.kind = "frontier";
    this.name = "Efficient deal";
    this.point = point;
    this.x = [point.scores[x.id], point.scores[x.id]];
    this.y = [point.scores[y.id], point.scores[y.id]];
  }

  get key() {
    return `frontier:${Object.values(this.point.scores).join(":")}`;
  }

  get scores() {
    return single(this.point.scores);
  }

  get count() {
    return this.point.count;
  }

  get terms() {
    return this.point.terms;
  }
}

function frontierItems(frontier, pair) {
  return frontier.filter(({ scores }) => isThere(scores, pair)).map((point) => new FrontierItem(point, pair));
}

const clouds = new WeakMap();

/** Where the deals lie, if it is said of these two. */
function cloudOf(cloud, pair) {
  if (!cloud?.density || cloud.between.some((id, side) => id !== pair[side].id)) return null;
  if (!clouds.has(cloud)) clouds.set(cloud, spreadOut(cloud));
  return clouds.get(cloud);
}

/** Cells with deals, in points, and how many these are of the most. */
function spreadOut(cloud) {
  const { low, size, most, counts, deals, sampled } = cloud.density;
  const patches = counts.map(([i, j, n]) => ({ x: low[0] + i * size[0], y: low[1] + j * size[1], share: n / most }));

  return { patches, size, words: `Possible deals, shaded by how many (${sampled ? `${count(deals)} drawn at random` : `all ${count(deals)}`})`,
    reach: ["x", "y"].map((axis, side) => {
      const starts = patches.map((patch) => patch[axis]);
      return [Math.min(...starts), Math.max(...starts) + size[side]];
    }) };
}

/** The corners between which no acceptable deal lies farther out, in points: all of them, or those known. */
function edgeOf(frontier, cloud, { two, whole, pair }) {
  if (two && whole) return frontier.map(({ x, y }) => [x[0], y[0]]);
  if (cloud && cloud.between.every((id, side) => id === pair[side].id)) return cloud.frontier;
  return two ? frontier.map(({ x, y }) => [x[0], y[0]]) : [];
}

function missItem(miss, pair) {
  if (!miss || !isThere(miss.scores, pair)) return [];
  return [{ key: "miss", kind: "miss", name: "Nearest miss", scores: single(miss.scores), terms: miss.terms,
    blockedBy: miss.blocked_by, ...onAxes(single(miss.scores), pair) }];
}

const reservationOf = ({ reservation }) => reservation;

function extents(items, reservations, cloud) {
  return ["x", "y"].map((axis, side) => {
    const { value, low, high } = reservations[side] ?? {};
    const ends = items.flatMap((item) => item[axis]);

    return roundOut([...ends, value, low ?? value, high ?? value, ...(cloud?.reach[side] ?? [])]);
  });
}

/** How many points the frontier has; what is too much to work out has none. */
const pointsOf = ({ frontier }) => Number(frontier?.points ?? 0);

/** What the frontier is, said as it is. */
function frontierWords({ deals }, n, two) {
  if (n === 0) return null;
  const found = deals.exact_search === false ? "best deals found" : "efficient deals that all accept";
  const all = pointsOf(deals);
  const points = n < all ? `the first ${count(n)} of ${count(all)} points` : counted(n, "point");

  return two ? `Frontier: ${points} of ${found}` : `Frontier: ${points} of ${found}, seen from two of the sides`;
}

/** What an answer shows on two axes; the base is shown behind in the same way. */
function itemsOf(evaluation, view, pair) {
  const { score, deals } = evaluation;

  return {
    drafts: (score.drafts ?? []).map((one) => draftItem(one, view, pair)).filter(Boolean),
    solutions: solutionItems(deals.solutions, deals.tied ?? {}, pair),
    frontier: frontierItems(evaluation.frontier ?? [], pair),
    miss: missItem(deals.nearest_miss, pair),
  };
}

const sameBoxes = (a, b) => ["x", "y"].every((axis) => [0, 1].every((i) => Math.abs(a[axis][i] - b[axis][i]) < 1e-9));

/** Where things were in the base, as far as they have moved. */
function ghostsOf(now, base) {
  if (!base) return { items: [], frontier: [] };
  const pairs = [...now.drafts, ...now.solutions].map((item) => ({
    item, was: [...base.drafts, ...base.solutions].find(({ key }) => key === item.key) }));
  const moved = now.frontier.length !== base.frontier.length
    || now.frontier.some((item, i) => !sameBoxes(item, base.frontier[i]));

  return {
    items: [...pairs.filter(({ item, was }) => was && item.kind !== "working" && !sameBoxes(item, was)),
      ...base.solutions.filter(({ key }) => !now.solutions.some((item) => item.key === key)).map((was) => ({ item: was, was }))],
    frontier: moved ? base.frontier : [],
  };
}

/**
 * @param {object} state  of the store; `base` is the evaluation without case and changes, if there is one
 * @param {[string, string]} [between]  ids of the parties on the axes
 */
export function makePicture({ view, evaluation, cloud, isCloudFresh, base, baseView }, between) {
  const candidates = axisParties(view);
  const pair = [0, 1].map((side) => candidates.find(({ id }) => id === between?.[side]) ?? candidates[side]);

  if (pair.some((party) => !party)) return null;
  const now = itemsOf(evaluation, view, pair);
  const items = [...now.drafts, ...now.solutions, ...now.miss, ...now.frontier];
  const reservations = pair.map(reservationOf);
  const baseItems = base && baseView ? itemsOf(base, baseView, pair) : null;
  const two = candidates.length === 2;
  const whole = now.frontier.length === pointsOf(evaluation.deals);
  const density = cloudOf(cloud, pair);

  return {
    pair, candidates, reservations, ...now, items, two,
    cloud: density && { ...density, isFresh: isCloudFresh },
    edge: edgeOf(now.frontier, isCloudFresh ? cloud : null, { two, whole, pair }),
    isExact: evaluation.deals.exact_search !== false,
    hasDeal: now.frontier.length > 0,
    ghosts: ghostsOf(now, baseItems),
    reach: extents([...items, ...(baseItems ? [...baseItems.drafts, ...baseItems.frontier] : [])], reservations, density),
    frontierWords: frontierWords(evaluation, now.frontier.length, two),
  };
}

/** "United States 64.3 (+19.3), Ukraine 67.4 (+17.4)" */
export function scoreWords(item, parties) {
  return parties.filter(({ id }) => item.scores[id]).map(({ id, title, reservation }) => {
    const { low, high } = item.scores[id];
    const over = reservation ? ` (${margin({ low: low - reservation.value, high: high - reservation.value })})` : "";

    return `${title} ${span(low, high)}${over}`;
  }).join(", ");
}

/** In which order the arrow keys go: along the frontier, over solutions, over drafts. */
export function groupsOf({ drafts, solutions, frontier, miss }) {
  const leftToRight = (items) => [...items].sort((a, b) => a.x[0] - b.x[0] || b.y[0] - a.y[0]);

  return [
    { title: "drafts", items: drafts },
    { title: "solutions", items: leftToRight(solutions) },
    { title: "frontier", items: leftToRight(frontier) },
    { title: "nearest miss", items: miss },
  ].filter(({ items }) => items.length > 0);
}
