// SPDX-License-Identifier: GPL-3.0-or-later
// What the deal space shows, in points and words: drafts, solutions, the frontier and the zone of
// agreement by what two parties get from them. No pixels here.

import { count, counted, draftName, margin, span, surplusOf } from "./wording.js";
import { roundOut } from "./scale.js";

export const SOLUTIONS = [
  { key: "nash", letter: "N", title: "Nash" },
  { key: "kalai_smorodinsky", letter: "K", title: "Kalai-Smorodinsky" },
  { key: "egalitarian", letter: "E", title: "egalitarian" },
  { key: "utilitarian", letter: "U", title: "utilitarian" },
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
  Object.fromEntries(Object.entries(scores)
    .map(([id, score]) => [id, { low: score, high: score }]));

const spans = (standings) =>
  Object.fromEntries(Object.entries(standings).filter(([, { low }]) => low !== null));

const onAxes = (scores, pair) => {
  const [x, y] = pair.map(({ id }) => [scores[id].low, scores[id].high]);
  return { x, y };
};

const isThere = (scores, pair) => pair.every(({ id }) => scores[id] !== undefined);

function draftItem(score, view, pair) {
  const { id, verdict } = score;
  const scores = spans(score.parties);
  const draft = view.drafts.find((one) => one.id === id) ?? score;

  if (verdict === "infeasible" || !isThere(scores, pair)) return null;
  return {
    key: `draft:${id}`, kind: id === "working" ? "working" : "draft", id,
    name: draftName(draft, view.as_of), scores, score, draft, verdict, ...onAxes(scores, pair),
  };
}

const newSolution = ({ scores, count: n, deals }, key, pair) => ({
  key, kind: "solution", letters: "", titles: [],
  scores: single(scores), count: n, terms: deals[0]?.terms, ...onAxes(single(scores), pair),
});

/** Those at the same place are one mark. */
function solutionItems({ solutions = {}, tied = {} }, pair) {
  const items = new Map();

  for (const { key, letter, title } of SOLUTIONS) {
    const points = (solutions[key] ?? []).filter(({ scores }) => isThere(scores, pair));

    points.slice(0, MOST_TIED).forEach((point, k) => {
      const place = JSON.stringify(point.scores);
      const item = items.get(place) ?? newSolution(point, `solution:${key}:${k}`, pair);

      item.letters += letter;
      item.titles.push(Number(tied[key]) > 1 ? `${title} (one of ${tied[key]})` : title);
      items.set(place, item);
    });
  }
  return [...items.values()].map((item) => ({ ...item, name: item.titles.join(", ") }));
}

/** A point of the frontier: there are many, so that what few are asked for is made when it is. */
class FrontierItem {
  kind = "frontier";
  name = "Efficient deal";

  constructor(point, pair) {
    const [x, y] = pair.map(({ id }) => point.scores[id]);

    Object.assign(this, { point, x: [x, x], y: [y, y] });
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

const frontierItems = (frontier, pair) => frontier.filter(({ scores }) => isThere(scores, pair))
  .map((point) => new FrontierItem(point, pair));

const clouds = new WeakMap();

/** Whether an answer about two parties is about these. */
const isAbout = (cloud, pair) => cloud?.between.every((id, side) => id === pair[side].id) ?? false;

/** Where the deals lie, if it is said of these two. */
function cloudOf(cloud, pair) {
  if (!isAbout(cloud, pair) || !cloud.density) return null;
  if (!clouds.has(cloud)) clouds.set(cloud, spreadOut(cloud.density));
  return clouds.get(cloud);
}

/** Cells with deals, in points, and how many these are of the most. */
function spreadOut({ low, size, most, counts, deals, sampled }) {
  const patches = counts.map(([i, j, n]) =>
    ({ x: low[0] + i * size[0], y: low[1] + j * size[1], share: n / most }));
  const how = sampled ? `${count(deals)} drawn at random` : `all ${count(deals)}`;
  const reach = ["x", "y"].map((axis, side) => {
    const starts = patches.map((patch) => patch[axis]);
    return [Math.min(...starts), Math.max(...starts) + size[side]];
  });

  return { patches, size, reach, words: `Possible deals, shaded by how many (${how})` };
}

const corners = (items) => items.map(({ x, y }) => [x[0], y[0]]);

/** Efficient points beyond which no acceptable deal lies, seen from these two, as far as known. */
function edgeOf(frontier, cloud, { two, whole, pair }) {
  if (two && whole) return corners(frontier);
  if (isAbout(cloud, pair)) return cloud.frontier;
  return two ? corners(frontier) : [];
}

function missItems(miss, pair) {
  if (!miss || !isThere(miss.scores, pair)) return [];
  const scores = single(miss.scores);

  return [{ key: "miss", kind: "miss", name: "Nearest miss", scores, terms: miss.terms,
    blockedBy: miss.blocked_by, ...onAxes(scores, pair) }];
}

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
  const found = deals.exact_search === false ? "best deals found"
    : "efficient deals that all accept";
  const all = pointsOf(deals);
  const points = n < all ? `the first ${count(n)} of ${count(all)} points` : counted(n, "point");

  return `Frontier: ${points} of ${found}${two ? "" : ", seen from two of the sides"}`;
}

/** What an answer shows on two axes; the base is shown behind in the same way. */
function itemsOf({ score, deals, frontier }, view, pair) {
  return {
    drafts: (score.drafts ?? []).map((one) => draftItem(one, view, pair)).filter(Boolean),
    solutions: solutionItems(deals, pair),
    frontier: frontierItems(frontier ?? [], pair),
    miss: missItems(deals.nearest_miss, pair),
  };
}

/** @returns {boolean}  by what can be seen */
const isSame = (a, b) =>
  [0, 1].every((i) => Math.abs(a.x[i] - b.x[i]) + Math.abs(a.y[i] - b.y[i]) < 1e-9);

/** Where things were in the base, as far as they have moved or are gone. */
function ghostsOf(now, base) {
  if (!base) return { items: [], frontier: [] };
  const marks = [...now.drafts, ...now.solutions];
  const items = [...base.drafts, ...base.solutions].flatMap((was) => {
    const item = marks.find(({ key }) => key === was.key);
    if (item ? isSame(item, was) : was.kind === "draft") return [];
    return [{ was, item: item ?? was }];
  });
  const stands = now.frontier.length === base.frontier.length
    && now.frontier.every((item, i) => isSame(item, base.frontier[i]));

  return { items, frontier: stands ? [] : base.frontier };
}

/**
 * @param {object} state  of the store; `base` is the evaluation without case and changes, if any
 * @param {[string, string]} [between]  ids of the parties on the axes
 */
export function makePicture({ view, evaluation, cloud, isCloudFresh, base, baseView }, between) {
  const candidates = axisParties(view);
  const pair = [0, 1].map((side) =>
    candidates.find(({ id }) => id === between?.[side]) ?? candidates[side]);

  if (pair.some((party) => !party)) return null;
  const now = itemsOf(evaluation, view, pair);
  const before = base ? itemsOf(base, baseView, pair) : null;
  const items = [...now.drafts, ...now.solutions, ...now.miss, ...now.frontier];
  const were = before ? [...before.drafts, ...before.frontier] : [];
  const reservations = pair.map(({ reservation }) => reservation);
  const two = candidates.length === 2;
  const whole = now.frontier.length === pointsOf(evaluation.deals);
  const density = cloudOf(cloud, pair);

  return {
    ...now, pair, candidates, reservations, items, two,
    hasDeal: now.frontier.length > 0,
    cloud: density && { ...density, isFresh: isCloudFresh },
    edge: edgeOf(now.frontier, isCloudFresh ? cloud : null, { two, whole, pair }),
    ghosts: ghostsOf(now, before),
    reach: extents([...items, ...were], reservations, density),
    frontierWords: frontierWords(evaluation, now.frontier.length, two),
  };
}

/** "United States 64.3 (+19.3), Ukraine 67.4 (+17.4)" */
export function scoreWords({ scores, score }, parties) {
  return parties.filter(({ id }) => scores[id]).map(({ id, title, reservation }) => {
    const { low, high } = scores[id];
    const surplus = surplusOf(score?.parties[id], scores[id], reservation);

    return `${title} ${span(low, high)}${surplus ? ` (${margin(surplus)})` : ""}`;
  }).join(", ");
}

const fromLeft = (items) => [...items].sort((a, b) => a.x[0] - b.x[0] || b.y[0] - a.y[0]);

/** In which order the arrow keys go: over drafts, over solutions, along the frontier. */
export const groupsOf = ({ drafts, solutions, frontier, miss }) =>
  [drafts, fromLeft(solutions), fromLeft(frontier), miss].filter(({ length }) => length > 0);
