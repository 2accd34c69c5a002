// SPDX-License-Identifier: GPL-3.0-or-later
// The terms of what the deal space shows. Drafts and solutions come with theirs; those of a point of
// the frontier are asked for when they are wanted.

import * as api from "./api.js";
import { useEffect, useState } from "./preact.js";
import { requestBody } from "./store.js";

const KEPT = 200;
/** Of points; scores are compared exactly by the server, and come here as doubles. */
const TOLERANCE = 1e-6;

const known = new Map();

const filters = (scores) =>
  Object.entries(scores).map(([party, { low }]) => `score.${party}>=${(low - TOLERANCE).toFixed(7)}`);

const matches = (deal, scores) =>
  Object.entries(scores).every(([party, { low }]) => Math.abs(deal.scores[party] - low) < 2 * TOLERANCE);

async function find(body, scores, signal) {
  const { deals } = await api.ask("deals", body, { series: "terms", signal });
  const deal = deals.find((one) => matches(one, scores));

  if (!deal) throw new Error("Its terms were not found.");
  return deal.terms;
}

const wants = (item) => Boolean(item) && item.kind === "frontier";
const ownTerms = (item) => item?.draft?.terms ?? item?.terms ?? null;

/**
 * @param {object | null} item  of picture.js
 * @returns {{ terms: object | null, error: string | null, pending: boolean }}
 */
export function useTerms(item, delay = 120) {
  const [, redraw] = useState(0);
  const body = wants(item)
    ? requestBody({ options: { where: filters(item.scores), "no-count": true, top: "10" } }) : null;
  const key = body && JSON.stringify(body);

  useEffect(() => {
    if (!key || known.has(key)) return undefined;
    const controller = new AbortController();
    const tell = (found) => {
      if (controller.signal.aborted) return;
      if (known.size >= KEPT) known.clear();
      known.set(key, found);
      redraw((n) => n + 1);
    };
    const timer = setTimeout(() => find(body, item.scores, controller.signal).then(
      (terms) => tell({ terms, error: null, pending: false }),
      (error) => error.status !== 409 && tell({ terms: null, error: error.message, pending: false })), delay);

    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [key]);
  if (!wants(item)) return { terms: ownTerms(item), error: null, pending: false };
  return known.get(key) ?? { terms: null, error: null, pending: true };
}
