// SPDX-License-Identifier: GPL-3.0-or-later
// Where labels go so that they cover neither each other nor what is drawn: each has a few places to
// choose from; the most important choose first, then all choose again while that makes things
// better. The same labels always come to lie in the same places.

import { isWithin, overlap } from "./boxes.js";

const CELL = 5;
const ROUNDS = 4;
const COLLISION = 1000;
const OUTSIDE = 400;

/** @typedef {{ x: number, y: number, width: number, height: number }} Box */
/** @typedef {Box & { cost?: number, leader?: boolean }} Place  leader: a line leads back from it */
/** @typedef {{ id: string, places: Place[], most?: number }} Label  none costs more than @p most */

/** What is drawn already, in cells, summed up so that any rectangle costs four look-ups. */
export class Ground {
  constructor(width, height) {
    this.columns = Math.ceil(width / CELL) + 1;
    this.rows = Math.ceil(height / CELL) + 1;
    this.cells = new Float64Array(this.columns * this.rows);
    this.sums = null;
  }

  /** @param {Box} box  @param {number} cost  of covering one of its cells */
  add({ x, y, width, height }, cost) {
    const [left, right] = this.#within(x, x + width, this.columns);
    const [top, bottom] = this.#within(y, y + height, this.rows);

    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) {
        const i = row * this.columns + column;
        this.cells[i] = Math.max(this.cells[i], cost);
      }
    this.sums = null;
  }

  addLine(x, y, x2, y2, cost) {
    const steps = Math.max(1, Math.ceil(Math.hypot(x2 - x, y2 - y) / CELL));
    const at = (i) => ({ x: x + ((x2 - x) * i) / steps, y: y + ((y2 - y) * i) / steps });

    for (let i = 0; i <= steps; i++) this.add({ ...at(i), width: 0, height: 0 }, cost);
  }

  /** What it costs to cover a box. */
  cost({ x, y, width, height }) {
    this.sums ??= this.#sum();
    const [left, right] = this.#within(x, x + width, this.columns);
    const [top, bottom] = this.#within(y, y + height, this.rows);
    const at = (row, column) => this.sums[row * (this.columns + 1) + column];

    if (right < left || bottom < top) return 0;
    return at(bottom + 1, right + 1) - at(top, right + 1) - at(bottom + 1, left) + at(top, left);
  }

  #within(low, high, n) {
    return [Math.max(0, Math.floor(low / CELL)), Math.min(n - 1, Math.floor(high / CELL))];
  }

  /** Of all cells above and to the left. */
  #sum() {
    const width = this.columns + 1;
    const sums = new Float64Array(width * (this.rows + 1));

    for (let row = 0; row < this.rows; row++)
      for (let column = 0, line = 0; column < this.columns; column++) {
        line += this.cells[row * this.columns + column];
        sums[(row + 1) * width + column + 1] = sums[row * width + column + 1] + line;
      }
    return sums;
  }
}

/** What a place costs by itself. */
const standing = (place, ground, bounds) =>
  (place.cost ?? 0) + ground.cost(place) + (isWithin(place, bounds) ? 0 : OUTSIDE);

/** What it costs more for lying on others. */
function clash(place, chosen, self) {
  let cost = 0;

  for (let i = 0; i < chosen.length; i++)
    if (i !== self && chosen[i] && overlap(place, chosen[i].place) > 0) cost += COLLISION;
  return cost;
}

function choose(options, chosen, self) {
  let best = null;

  for (const option of options) {
    if (best && option.cost >= best.total) continue;
    const total = option.cost + clash(option.place, chosen, self);
    if (!best || total < best.total) best = { ...option, total };
  }
  return best;
}

/** Each has its best place beside where the others are now; whether any has moved. */
function chooseAll(options, chosen) {
  let moved = false;

  options.forEach((places, i) => {
    const best = choose(places, chosen, i);
    moved ||= best?.place !== chosen[i]?.place;
    chosen[i] = best;
  });
  return moved;
}

/**
 * Chooses a place for each label, the first being the most important: a label for which there is no
 * place without a collision, or none that is cheap enough, is left out (null).
 *
 * @param {Label[]} labels  @param {Ground} ground  @param {Box} bounds
 * @returns {(Place | null)[]}
 */
export function placeLabels(labels, ground, bounds) {
  const options = labels.map(({ places }) =>
    places.map((place) => ({ place, cost: standing(place, ground, bounds) })));
  const chosen = labels.map(() => null);

  for (let round = 0; round < ROUNDS && chooseAll(options, chosen); round++);
  chosen.forEach((choice, i) => {
    const fits = choice && isWithin(choice.place, bounds)
      && choice.cost <= (labels[i].most ?? OUTSIDE)
      && clash(choice.place, chosen.slice(0, i), -1) === 0;
    if (!fits) chosen[i] = null;
  });
  return chosen.map((choice) => choice?.place ?? null);
}

/** Places about a box (a mark, or what a draft may come to), the nearest first. */
export function placesAround(box, { width, height }, gaps = [4, 13, 26, 42, 62]) {
  const middle = { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2 };

  return gaps.flatMap((gap, step) => {
    const [left, right] = [box.x - gap - width, box.x + box.width + gap];
    const [above, below] = [box.y - gap - height, box.y + box.height + gap];
    const [start, end] = [box.x, box.x + box.width - width];

    return [
      [right, middle.y, 0], [left, middle.y, 1], [middle.x, above, 2], [middle.x, below, 2.5],
      [right, above, 3], [left, above, 3.5], [right, below, 3.5], [left, below, 4],
      [start, above, 3], [end, above, 3.5], [start, below, 3.5], [end, below, 4],
    ].map(([x, y, cost]) => ({ x, y, width, height, cost: cost + step * 9, leader: step > 0 }));
  });
}

/** Places in the corners of a box, where it has room. */
export function placesInside(box, { width, height }, pad = 4) {
  const [left, right] = [box.x + pad, box.x + box.width - pad - width];
  const [top, bottom] = [box.y + pad, box.y + box.height - pad - height];

  if (right < left || bottom < top) return [];
  return [[left, top, 0], [right, top, 0.5], [left, bottom, 1], [right, bottom, 1]]
    .map(([x, y, cost]) => ({ x, y, width, height, cost, leader: false }));
}
