// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";

import { overlap } from "../../src/web/page/boxes.js";
import { Ground, placeLabels, placesAround, placesInside } from "../../src/web/page/labels.js";
import { draws } from "./draws.mjs";

const BOUNDS = { x: 0, y: 0, width: 600, height: 450 };

const isWithin = (place) => place.x >= 0 && place.y >= 0 && place.x + place.width <= BOUNDS.width
  && place.y + place.height <= BOUNDS.height;

function crowd(seed, n) {
  const draw = draws(seed);
  const marks = Array.from({ length: n }, () => ({ x: draw(580), y: draw(430), width: 10, height: 10 }));
  const labels = marks.map((mark, i) => ({ id: String(i), places: placesAround(mark, { width: 40 + draw(90), height: 16 }) }));
  const ground = new Ground(620, 470);

  marks.forEach((mark) => ground.add(mark, 30));
  return { marks, labels, ground };
}

test("no label covers another one or sticks out, however crowded it is", () => {
  for (let seed = 1; seed <= 60; seed++) {
    const { labels, ground } = crowd(seed, 4 + (seed % 40));
    const places = placeLabels(labels, ground, BOUNDS);

    places.forEach((place, i) => {
      if (!place) return;
      assert.ok(isWithin(place), `seed ${seed}: ${i} sticks out`);
      places.slice(i + 1).forEach((other) => assert.ok(!other || overlap(place, other) === 0, `seed ${seed}`));
    });
  }
});

test("where there is room every label has a place, and the same one each time", () => {
  const { labels, ground } = crowd(3, 12);
  const places = placeLabels(labels, ground, BOUNDS);

  assert.ok(places.every(Boolean));
  assert.deepEqual(placeLabels(labels, ground, BOUNDS), places);
});

test("a label keeps off what is drawn", () => {
  const mark = { x: 300, y: 200, width: 10, height: 10 };
  const ground = new Ground(620, 470);
  const [free] = placeLabels([{ id: "a", places: placesAround(mark, { width: 60, height: 16 }) }], ground, BOUNDS);

  assert.ok(free.x >= 310, "to the right where nothing is");
  ground.add({ x: 311, y: 190, width: 100, height: 40 }, 30);
  const [moved] = placeLabels([{ id: "a", places: placesAround(mark, { width: 60, height: 16 }) }], ground, BOUNDS);
  assert.equal(overlap(moved, { x: 315, y: 195, width: 90, height: 30 }), 0);
});

test("the cost of a rectangle is that of its cells", () => {
  const draw = draws(11);
  const ground = new Ground(100, 80);
  const boxes = Array.from({ length: 12 }, () => ({ x: draw(90), y: draw(70), width: draw(20), height: draw(20), cost: 1 + draw(9) }));

  boxes.forEach((box) => ground.add(box, box.cost));
  for (let i = 0; i < 200; i++) {
    const rectangle = { x: draw(90), y: draw(70), width: draw(30), height: draw(30) };
    let sum = 0;

    for (let row = Math.floor(rectangle.y / 5); row <= Math.min(ground.rows - 1, Math.floor((rectangle.y + rectangle.height) / 5)); row++)
      for (let column = Math.floor(rectangle.x / 5); column <= Math.min(ground.columns - 1, Math.floor((rectangle.x + rectangle.width) / 5)); column++)
        sum += Math.max(0, ...boxes.filter((box) => Math.floor(box.x / 5) <= column && column <= Math.floor((box.x + box.width) / 5)
          && Math.floor(box.y / 5) <= row && row <= Math.floor((box.y + box.height) / 5)).map(({ cost }) => cost));
    assert.equal(ground.cost(rectangle), sum);
  }
});

test("only a box with room takes its label inside", () => {
  assert.equal(placesInside({ x: 0, y: 0, width: 50, height: 50 }, { width: 60, height: 16 }).length, 0);
  const places = placesInside({ x: 10, y: 10, width: 100, height: 60 }, { width: 60, height: 16 });

  assert.equal(places.length, 4);
  places.forEach((place) => assert.equal(overlap(place, { x: 10, y: 10, width: 100, height: 60 }), 60 * 16));
});
