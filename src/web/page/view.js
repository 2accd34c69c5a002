// SPDX-License-Identifier: GPL-3.0-or-later
// What the page shows while the server has not answered yet: a view with the changes that the page
// itself makes. What an overlay from elsewhere changes beyond that, the server works into the view.

import { get, isObject, isEmpty, leaves, put } from "./overlay.js";

const BARE = { low: null, high: null, basis: null, source: [], note: null };

/** @returns {number} of a number as overlays write it: 12, "190/662" or { value } */
export function toNumber(written) {
  if (typeof written === "string") {
    const [above, below = 1] = written.split("/").map(Number);
    return above / below;
  }
  return isObject(written) ? toNumber(written.value) : written;
}

/** A number of the view with what an overlay says of it. */
export function patchNumber(number, patch) {
  if (patch === undefined) {
    return number;
  }
  if (!isObject(patch)) {
    return patch === null ? null : { ...BARE, value: toNumber(patch) };
  }
  const patched = { ...BARE, ...number };

  for (const key of ["value", "low", "high"]) {
    if (Object.hasOwn(patch, key)) {
      patched[key] = patch[key] === null ? null : toNumber(patch[key]);
    }
  }
  for (const key of ["basis", "note"]) {
    if (Object.hasOwn(patch, key)) {
      patched[key] = patch[key];
    }
  }
  if (Object.hasOwn(patch, "source")) {
    patched.source = [patch.source ?? []].flat();
  }
  return patched;
}

/** What an overlay says to give a number this value: its range stays as long as it holds it. */
export function writeNumber(number, value) {
  const ranged = number?.low != null || number?.high != null;
  const low = number?.low ?? number?.value;
  const high = number?.high ?? number?.value;

  return ranged && low <= value && value <= high ? { value } : value;
}

/** The number of the view that is at a path of an overlay, as far as the page changes such ones. */
function numberAt(view, [kind, id, part, key, inner]) {
  const party = kind === "parties" ? view.parties.find((one) => one.id === id) : undefined;

  switch (party && part) {
    case "reservation":
      return key === undefined ? party.reservation : undefined;
    case "weights":
      return party.weights.find(({ issue }) => issue === key)?.weight;
    case "values": {
      const value = party.values.find(({ issue }) => issue === key);
      return value?.options?.find((option) => option.id === inner)?.value ?? value?.[inner];
    }
    case "adjustments":
      return inner === "points"
        ? party.adjustments.find((one) => one.id === key)?.points
        : undefined;
    default:
      return undefined;
  }
}

/**
 * The overlay for this view: a number that is set within its range stands alone where the range is
 * another one, as that of a case may be, and does not hold it.
 */
export function fitOverlay(view, overlay) {
  return leaves(overlay).reduce((fitting, [keys, written]) => {
    const path = keys.slice(0, -1);
    const number = keys.at(-1) === "value" ? numberAt(view, path) : undefined;
    const alone = Object.keys(get(overlay, path)).length === 1;
    const { low, high } = number ?? {};
    const isOutside = written < (low ?? -Infinity) || written > (high ?? Infinity);

    return alone && isOutside ? put(fitting, path, written) : fitting;
  }, overlay);
}

/** A number of the view as a file writes it. */
export function fullNumber(number) {
  const written = { value: number.value };

  for (const key of ["low", "high", "basis", "note"]) {
    if (number[key] != null) {
      written[key] = number[key];
    }
  }
  if (number.source?.length > 0) {
    written.source = number.source;
  }
  return Object.keys(written).length > 1 ? written : number.value;
}

function shares(weights) {
  const sum = weights.reduce((total, { weight }) => total + (weight?.value ?? 0), 0);

  return weights.map((row) => ({
    ...row,
    share: sum > 0 ? (100 * (row.weight?.value ?? 0)) / sum : 0,
  }));
}

function patchWeights(party, patch) {
  return shares(
    party.weights.map((row) => ({ ...row, weight: patchNumber(row.weight, patch[row.issue]) })),
  );
}

const fromPoint = ([x, written]) => ({ x: toNumber(x), value: patchNumber(null, written) });

function patchValue(value, patch) {
  if (patch === undefined) {
    return value;
  }
  if (value.kind === "options") {
    return {
      ...value,
      options: value.options.map((option) => ({
        ...option,
        value: patchNumber(option.value, patch[option.id]),
      })),
    };
  }
  if (value.kind === "ideal") {
    return {
      ...value,
      ideal: patchNumber(value.ideal, patch.ideal),
      tolerance: patchNumber(value.tolerance, patch.tolerance),
    };
  }
  return { ...value, points: patch.points ? patch.points.map(fromPoint) : value.points };
}

function patchParty(party, patch) {
  return {
    ...party,
    reservation: patchNumber(party.reservation, patch.reservation),
    reservation_from: patch.reservation === undefined ? party.reservation_from : null,
    weighting: patch.weights ? "weights" : party.weighting,
    weights: patch.weights ? patchWeights(party, patch.weights) : party.weights,
    values: party.values.map((value) => patchValue(value, patch.values?.[value.issue])),
    adjustments: party.adjustments.map((adjustment) => ({
      ...adjustment,
      points: patchNumber(adjustment.points, patch.adjustments?.[adjustment.id]?.points),
    })),
  };
}

function patchDrafts(drafts, working) {
  const others = drafts.filter(({ id }) => id !== "working");

  return working
    ? [...others, { id: "working", title: "Working draft", date: null, tabled_by: [], ...working }]
    : others;
}

/**
 * The view with the changes that the page makes itself.
 *
 * @param {object} view  parley-view/1
 * @param {object} known  the overlay's part of that name, see splitOverlay()
 */
export function applyOverlay(view, known) {
  return {
    ...view,
    parties: view.parties.map((party) =>
      known.parties?.[party.id] ? patchParty(party, known.parties[party.id]) : party,
    ),
    drafts: patchDrafts(view.drafts, known.drafts?.working),
  };
}

// Parts of a number that an overlay may remove, and what may be removed as a whole.
const REMOVABLE = ["low", "high", "basis", "source", "note", "changes", "ranking", "swing"];
const LISTS = ["points", "source"];

function knowsValue(value, [key, inner]) {
  if (value.kind === "options") {
    return value.options.some(({ id }) => id === key);
  }
  return value.kind === "ideal"
    ? key === "ideal" || key === "tolerance"
    : key === "points" && inner === undefined;
}

function knowsOfParty(party, [part, key, ...rest]) {
  switch (part) {
    case "reservation":
      return rest.length === 0;
    case "ranking":
    case "swing":
      return key === undefined;
    case "weights":
      return party.weights.some(({ issue }) => issue === key);
    case "values": {
      const value = party.values.find(({ issue }) => issue === key);
      return value !== undefined && rest.length > 0 && knowsValue(value, rest);
    }
    case "adjustments":
      return rest[0] === "points" && party.adjustments.some(({ id }) => id === key);
    default:
      return false;
  }
}

function knows(view, [kind, id, ...rest], value) {
  if (kind === "drafts") {
    return id === "working" && rest.length > 0;
  }
  const party = kind === "parties" ? view.parties.find((one) => one.id === id) : undefined;

  if (!party || !knowsOfParty(party, rest)) {
    return false;
  }
  const last = rest.at(-1);
  return value === null ? REMOVABLE.includes(last) : !Array.isArray(value) || LISTS.includes(last);
}

/**
 * Parts an overlay into what applyOverlay() can show and the rest, which only the server can.
 *
 * @returns {{ known: object, rest: object }}
 */
export function splitOverlay(view, overlay) {
  let known = {};
  let rest = {};

  for (const [keys, value] of leaves(overlay)) {
    if (knows(view, keys, value)) {
      known = put(known, keys, value);
    } else if (!(isObject(value) && isEmpty(value) && keys.length < 2)) {
      rest = put(rest, keys, value);
    }
  }
  return { known, rest };
}
