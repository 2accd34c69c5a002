// SPDX-License-Identifier: GPL-3.0-or-later
// Undo and redo: the values that were, and those that were undone. What follows closely on a step
// of the same name belongs to it, so that one drag of a slider is one step.

/** Milliseconds within which a change of the same name is the same step. */
const CLOSE = 700;

/**
 * @template T
 * @typedef {{ past: T[], now: T, future: T[], step: string | null, at: number }} History
 */

/** @returns {History<any>} */
export const begin = (now) => ({ past: [], now, future: [], step: null, at: 0 });

/**
 * @param {History<any>} history
 * @param {any} value
 * @param {string | null} step  the name of the step; null is always a step of its own
 * @param {{ at: number, live?: boolean }} when  live: the hand is still on the slider
 */
export function record(history, value, step, { at, live = false }) {
  if (value === history.now) {
    return history;
  }
  const isSame =
    step !== null && step === history.step && (history.live === true || at - history.at < CLOSE);
  const past = isSame ? history.past : [...history.past, history.now];

  return { past, now: value, future: [], step, at, live };
}

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** The hand is off the slider; where it ends as it began there was no step. */
export function settle(history) {
  const { past, now } = history;

  return past.length > 0 && same(past.at(-1), now)
    ? { ...history, past: past.slice(0, -1), now: past.at(-1), step: null, live: false }
    : { ...history, live: false };
}

export function undo(history) {
  if (history.past.length === 0) {
    return history;
  }
  return {
    past: history.past.slice(0, -1),
    now: history.past.at(-1),
    future: [history.now, ...history.future],
    step: null,
    at: 0,
  };
}

export function redo(history) {
  if (history.future.length === 0) {
    return history;
  }
  return {
    past: [...history.past, history.now],
    now: history.future[0],
    future: history.future.slice(1),
    step: null,
    at: 0,
  };
}
