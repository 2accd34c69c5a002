// SPDX-License-Identifier: GPL-3.0-or-later
// The terms of the working draft as values: taking them over, changing them, and what differs.

const negotiated = (view) => view.issues.filter(({ kind }) => kind !== "derived");

export const sameTerm = (a, b) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** A draft's terms without what is open: only issues that are negotiated, in their order. */
export function completeTerms(view, terms) {
  return Object.fromEntries(
    negotiated(view)
      .filter(({ id }) => terms[id] !== undefined && terms[id] !== null)
      .map(({ id }) => [id, terms[id]]),
  );
}

/** With one term in place of another; undefined leaves it open. */
export const withTerm = (view, terms, issue, term) =>
  completeTerms(view, { ...terms, [issue]: term });

/** @typedef {{ changes: object, settles?: object, scores?: object, gains?: object }} Amendment */

/** Each way with the fewest changes, and the best with more, which cost less. */
const ofAmend = ({ amendments, costs }) =>
  [...amendments, ...(costs ?? []).slice(1).map(({ amendment }) => amendment).filter(Boolean)];

/** Trades of two and of three issues. */
const ofTrades = ({ between }) => between
  .flatMap(({ pairs, triples }) => [...(pairs?.list ?? []), ...(triples?.list ?? [])])
  .map(({ changes, gains }) =>
    ({ changes: Object.fromEntries(changes.map(({ issue, to }) => [issue, to])), gains }));

/** @returns {Amendment[]}  what parley amend or parley trades has found */
export const amendmentsOf = (command, json) => (command === "amend" ? ofAmend : ofTrades)(json);

/** With what an amendment changes and settles. */
export const withAmendment = (view, terms, { changes, settles }) =>
  completeTerms(view, { ...terms, ...changes, ...settles });

/** Ids of the issues on which two drafts say something else. */
export const differing = (view, terms, other) =>
  negotiated(view)
    .filter(({ id }) => !sameTerm(terms[id], other[id]))
    .map(({ id }) => id);

/** All drafts but the working one. */
export const otherDrafts = (view) => view.drafts.filter(({ id }) => id !== "working");

/** The draft that says most like @p terms; of several the latest. */
export function nearestDraft(view, terms) {
  const distances = otherDrafts(view)
    .map((draft) => ({ draft, far: differing(view, terms, draft.terms).length }));
  const nearer = (best, one) => (!best || one.far <= best.far ? one : best);

  return distances.reduce(nearer, null)?.draft ?? null;
}

/** Whether a term names one option, so that nothing about it is open. */
export const isSettled = (term) => typeof term === "string" || typeof term === "number";

/** The number where a slider stands for a term that is open or known in part. */
export function sliderValue(issue, term) {
  if (typeof term === "number") return term;
  const numbers = Array.isArray(term) ? term : [term?.min ?? issue.min, term?.max ?? issue.max];
  const middle = (Math.min(...numbers) + Math.max(...numbers)) / 2;
  const values = issue.values ?? [];

  return values.reduce(
    (best, value) => (Math.abs(value - middle) < Math.abs(best - middle) ? value : best),
    values[0] ?? middle,
  );
}

/** The value of the grid that is nearest. */
export const snap = (issue, number) => sliderValue(issue, { min: number, max: number });

/** What parley explain says of changing one term, by issue and option. */
export function changesByIssue(explained) {
  const byIssue = new Map();

  for (const change of explained?.single_changes ?? []) {
    if (!byIssue.has(change.issue)) byIssue.set(change.issue, []);
    byIssue.get(change.issue).push(change);
  }
  return byIssue;
}

/** Whose verdict a change turns, and to what. */
export function turned(change, score, parties) {
  if (!change.parties) return [];
  return parties
    .filter(
      ({ id }) =>
        change.parties[id]?.verdict &&
        score.parties[id]?.verdict &&
        change.parties[id].verdict !== score.parties[id].verdict,
    )
    .map((party) => ({ party, verdict: change.parties[party.id].verdict }));
}
