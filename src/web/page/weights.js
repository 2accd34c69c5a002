// SPDX-License-Identifier: GPL-3.0-or-later
// Weights that sum to 100: what one gains the others lose, each by its share, except those that
// are locked. Sums are exact: weights are whole numbers of ten-thousandths of a point.

const PER_POINT = 10_000;
const ALL = 100 * PER_POINT;

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/**
 * Whole numbers that sum to the total and are as near as can be to what is in proportion to the
 * parts (largest remainder; among equals the first).
 *
 * @param {number[]} parts  none below 0, not all 0
 * @param {number} total  a whole number
 */
export function apportion(parts, total) {
  const all = sum(parts);
  const quotas = parts.map((part) => (part * total) / all);
  const whole = quotas.map(Math.floor);
  const order = quotas
    .map((quota, i) => [quota - whole[i], i])
    .sort(([a, i], [b, j]) => b - a || i - j);

  for (const [, i] of order.slice(0, total - sum(whole))) {
    whole[i]++;
  }
  return whole;
}

/** Any weights as decimals that sum to exactly 100. */
export const normalize = (weights) => apportion(weights, ALL).map((steps) => steps / PER_POINT);

/** Weights that sum to 100 as the whole numbers that are shown, which do so, too. */
export const rounded = (weights) => apportion(weights, 100);

/** How far a weight can go: what those that are locked leave. */
export function limit(weights, index, locked) {
  const held = sum(
    weights
      .filter((_, i) => i !== index && locked[i])
      .map((weight) => Math.round(weight * PER_POINT)),
  );
  const free = weights.some((_, i) => i !== index && !locked[i]);

  return { max: (ALL - held) / PER_POINT, fixed: !free };
}

/**
 * All weights after one of them is set.
 *
 * @param {number[]} weights  that sum to 100, as they were before the hand took the slider, so that
 *   on the way back the others have the proportions that they had
 * @param {number} index
 * @param {number} value
 * @param {boolean[]} locked
 * @returns {number[]}  decimals that sum to exactly 100
 */
export function link(weights, index, value, locked) {
  const { max, fixed } = limit(weights, index, locked);
  const steps = normalize(weights).map((weight) => Math.round(weight * PER_POINT));

  if (fixed) {
    return steps.map((step) => step / PER_POINT);
  }
  const free = steps.map((_, i) => i).filter((i) => i !== index && !locked[i]);
  steps[index] = Math.round(Math.min(Math.max(value, 0), max) * PER_POINT);

  const left = ALL - sum(steps.filter((_, i) => !free.includes(i)));
  const before = free.map((i) => steps[i]);
  const after = apportion(sum(before) > 0 ? before : before.map(() => 1), left);

  free.forEach((i, k) => {
    steps[i] = after[k];
  });
  return steps.map((step) => step / PER_POINT);
}
