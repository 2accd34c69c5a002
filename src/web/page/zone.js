// SPDX-License-Identifier: GPL-3.0-or-later
// The zone of agreement between two parties, in points.

/** The staircase beyond which no acceptable deal lies: its corners, from left to right. */
export function staircase(edge) {
  const points = [...edge].sort((a, b) => a[0] - b[0] || b[1] - a[1]);

  return points.flatMap(([x, y], i) => (i === 0 ? [[x, y]] : [[points[i - 1][0], y], [x, y]]));
}

/** What gives both what they ask for, within the frontier; without one, the whole corner. */
export function zoneOf({ edge, reservations, reach }) {
  const [x, y] = reservations.map((number, side) => number?.value ?? reach[side][0]);
  const [right, top] = reach.map(([, high]) => high);

  if (edge.length === 0) return [[x, y], [x, top], [right, top], [right, y]];
  const steps = staircase(edge);

  return [[x, y], [x, steps[0][1]], ...steps, [steps.at(-1)[0], y]];
}
