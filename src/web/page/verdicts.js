// SPDX-License-Identifier: GPL-3.0-or-later
// What turns between two evaluations: verdicts of drafts, and where the solutions are.

import { SOLUTIONS } from "./picture.js";

const draftsOf = (evaluation) =>
  new Map((evaluation.score.drafts ?? []).map((draft) => [draft.id, draft]));

/**
 * @returns {{ draft: object, from: string, to: string, parties: { id, from, to }[] }[]}  drafts of
 *   both evaluations that fare otherwise, for all together or for one party
 */
export function turnedDrafts(before, after) {
  const were = draftsOf(before);

  return (after.score.drafts ?? [])
    .filter(({ id }) => were.has(id))
    .flatMap((draft) => {
      const was = were.get(draft.id);
      const parties = Object.entries(draft.parties)
        .map(([id, { verdict }]) => ({ id, from: was.parties[id]?.verdict, to: verdict }))
        .filter(({ from, to }) => from !== to && from !== undefined);

      return was.verdict !== draft.verdict || parties.length > 0
        ? [{ draft, from: was.verdict, to: draft.verdict, parties }]
        : [];
    });
}

/** The solutions whose points for some party are others now, with how much they moved. */
export function movedSolutions(before, after) {
  return SOLUTIONS.flatMap(({ key, title }) => {
    const [was, is] = [before, after].map(({ deals }) => deals.solutions?.[key]?.[0]?.scores);

    if (!was || !is) {
      return was || is ? [{ key, title, gone: !is, shifts: [] }] : [];
    }
    const shifts = Object.entries(is)
      .map(([id, score]) => ({ id, shift: score - (was[id] ?? score) }))
      .filter(({ shift }) => Math.abs(shift) >= 0.05);
    return shifts.length > 0 ? [{ key, title, gone: false, shifts }] : [];
  });
}
