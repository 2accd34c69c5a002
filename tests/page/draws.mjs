// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers drawn at random, the same ones each time.

/** @returns {(n: number) => number} a whole number from 0 to n - 1 */
export function draws(seed) {
  let state = seed >>> 0;

  return (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}
