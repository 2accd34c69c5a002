// SPDX-License-Identifier: GPL-3.0-or-later
// The overlay of a party's weights, and all that an overlay changes in words.

import { get, leaves } from "./overlay.js";
import { writeNumber } from "./view.js";
import { titleOf } from "./wording.js";

const number = (value) => String(Number(value.toPrecision(6)));

/** A party's weights as shares of 100, in the order of the view. */
export const sharesOf = (party) => party.weights.map(({ share }) => share);

const near = (a, b) => Math.abs(a - b) < 1e-9;

/**
 * What to put into the overlay so that a party has these weights, which sum to 100.
 *
 * @param {object} origin  the party without changes
 * @returns {[string[], any][]}
 */
export function weightPairs(origin, weights) {
  const at = (...keys) => ["parties", origin.id, ...keys];
  const written = origin.weights.map(({ weight }) => weight?.value ?? 0);
  const sum = written.reduce((total, weight) => total + weight, 0);
  const asWritten = origin.weighting === "weights" && near(sum, 100);
  const back = sharesOf(origin).every((share, i) => Math.abs(share - weights[i]) < 1e-4);

  if (back) {
    return ["weights", "ranking", "swing"].map((key) => [at(key), undefined]);
  }
  const pairs = origin.weights.map(({ issue, weight }, i) => {
    const same = asWritten ? near(written[i], weights[i]) : weight === null && weights[i] === 0;
    const value = asWritten ? writeNumber(weight, weights[i]) : weights[i];
    return [at("weights", issue), same ? undefined : value];
  });
  return origin.weighting === "weights" ? pairs : [[at(origin.weighting), null], ...pairs];
}

function weightChange(origin, party, issue) {
  const share = (of) => of?.weights.find((row) => row.issue === issue)?.share ?? 0;

  return { from: number(share(origin)), to: number(share(party)) };
}

const points = (value) =>
  value?.points?.map(({ x, value: y }) => `${number(x)}: ${number(y.value)}`).join(", ");

function valueChange(view, origin, party, issueId, key) {
  const issue = view.issues.find(({ id }) => id === issueId);
  const [from, to] = [origin, party].map((of) => of?.values.find((one) => one.issue === issueId));
  const what = `value of ${issue?.title ?? issueId}`;

  if (to?.kind === "options") {
    const of = (value) => value?.options.find(({ id }) => id === key)?.value?.value;
    return { what: `${what}: ${titleOf(issue?.options ?? [], key)}`, from: of(from), to: of(to) };
  }
  return to?.kind === "ideal"
    ? { what: `${what}: ${key}`, from: from?.[key]?.value, to: to[key]?.value }
    : { what, from: points(from), to: points(to) };
}

function partyChange(view, origin, party, [part, key, inner]) {
  const before = origin.parties.find(({ id }) => id === party.id);

  switch (part) {
    case "reservation":
      return {
        what: "accepts from",
        from: before?.reservation?.value,
        to: party.reservation?.value,
      };
    case "weights":
      return {
        what: `weight of ${titleOf(view.issues, key)}`,
        ...weightChange(before, party, key),
      };
    case "ranking":
    case "swing":
      return {
        what: "weights",
        from: part === "swing" ? "swing points" : "a ranking",
        to: "as set here",
      };
    case "values":
      return valueChange(view, before, party, key, inner);
    case "adjustments": {
      const of = (one) => one?.adjustments.find(({ id }) => id === key);
      return {
        what: of(party)?.title ?? key,
        from: of(before)?.points?.value,
        to: of(party)?.points?.value,
      };
    }
    default:
      return null;
  }
}

/** Where a change begins, so that it is put back as a whole: { value } and { low } are one. */
function rootOf(keys) {
  const [kind, id, part] = keys;

  if (kind === "drafts" && id === "working") {
    return ["drafts", "working"];
  }
  const depth = { reservation: 3, ranking: 3, swing: 3, weights: 4, values: 5, adjustments: 5 };
  return kind === "parties" ? keys.slice(0, depth[part] ?? keys.length) : keys;
}

/** Of a path that the page has no words for. */
function plainChange(overlay, path) {
  const value = get(overlay, path);

  return {
    what: path.join("."),
    from: null,
    to: value === null ? "taken out" : JSON.stringify(value),
  };
}

function describe({ overlay, view, origin }, path) {
  const [kind, id, ...rest] = path;
  const party = kind === "parties" ? view.parties.find((one) => one.id === id) : null;
  const words = party ? partyChange(view, origin, party, rest) : null;

  if (path.join(".") === "drafts.working") {
    return { paths: [path], party: null, what: "Working draft", from: null, to: null };
  }
  return words
    ? { paths: [path], party: party.title, ...words }
    : { paths: [path], party: null, ...plainChange(overlay, path) };
}

const isWeight = ([kind, , part]) =>
  kind === "parties" && ["weights", "ranking", "swing"].includes(part);

/** All weights of a party move together, so they are one change. */
function joinWeights(changes) {
  const groups = new Map();

  for (const change of changes) {
    const [path] = change.paths;
    const key = (isWeight(path) ? path.slice(0, 2) : path).join(".");
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.values()].map((group) => {
    const paths = group.flatMap((change) => change.paths);
    const weights = paths.filter(([, , part]) => part === "weights").length;

    return group.length === 1
      ? group[0]
      : { ...group[0], paths, what: `${weights} weights`, from: null, to: null };
  });
}

/**
 * Everything that the overlay changes.
 *
 * @returns {{ paths: string[][], party: string | null, what: string, from: any, to: any }[]}
 *   paths: what is taken out of the overlay to put the change back
 */
export function listChanges(state) {
  const roots = new Map();

  for (const [keys] of leaves(state.overlay)) {
    const root = rootOf(keys);
    roots.set(root.join("."), root);
  }
  return joinWeights([...roots.values()].map((path) => describe(state, path)));
}
