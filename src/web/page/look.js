// SPDX-License-Identifier: GPL-3.0-or-later
// How things look in the pictures: the colours, dashes and shapes of the charts in briefings
// (report/tone.c, report/chart_look.c).

const TONES = {
  plain: ["#1f2328", "#e8eaed"],
  muted: ["#5a646e", "#a9b1ba"],
  first: ["#0072b2", "#56b4e9"],
  second: ["#d55e00", "#f0924c"],
  third: ["#009e73", "#3cc79a"],
  fourth: ["#8c6d00", "#d6b93b"],
  good: ["#00594f", "#4cc7b4"],
  bad: ["#a0343c", "#f07c82"],
  accent: ["#9c0068", "#f48ad0"],
  paper: ["#ffffff", "#14181c"],
  grid: ["#d5dade", "#3a424b"],
};

const PARTY_TONES = ["first", "second", "third", "fourth"];

/** Of the party at this place in the file. */
export const partyTone = (index) => PARTY_TONES[index % PARTY_TONES.length];

export const DASHES = { first: [], second: [5, 3], third: [1.5, 2.5], fourth: [6, 2, 1.5, 2] };

/** @param {"light" | "dark"} scheme */
export const colours = (scheme) =>
  Object.fromEntries(Object.entries(TONES).map(([name, pair]) => [name, pair[scheme === "dark" ? 1 : 0]]));

/** What a system with colours of its own asks for. */
export const FORCED = Object.fromEntries(Object.keys(TONES).map((name) =>
  [name, { paper: "Canvas", grid: "GrayText", accent: "Highlight" }[name] ?? "CanvasText"]));

const star = Array.from({ length: 10 }, (_, i) => {
  const [radius, angle] = [i % 2 ? 0.63 : 1.5, (i * Math.PI) / 5 - Math.PI / 2];
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
});

const SHAPES = {
  diamond: [[0, -1.45], [1.45, 0], [0, 1.45], [-1.45, 0]],
  square: [[-0.85, -0.85], [0.85, -0.85], [0.85, 0.85], [-0.85, 0.85]],
  star,
};

function outline(context, shape, x, y, radius) {
  context.beginPath();
  if (shape === "disc" || shape === "ring") context.arc(x, y, radius, 0, 2 * Math.PI);
  else SHAPES[shape].forEach(([dx, dy], i) => context[i === 0 ? "moveTo" : "lineTo"](x + dx * radius, y + dy * radius));
  context.closePath();
}

function drawCross(context, x, y, radius) {
  context.beginPath();
  for (const sign of [1, -1]) {
    context.moveTo(x - radius, y - sign * radius);
    context.lineTo(x + radius, y + sign * radius);
  }
}

/** A mark with paper about it, so that it can be seen on others. */
export function drawMark(context, { paper }, { shape, colour, x, y, radius }) {
  context.save();
  context.setLineDash([]);
  context.lineJoin = "round";
  if (shape === "cross") {
    drawCross(context, x, y, radius);
    context.lineWidth = 4.5;
    context.strokeStyle = paper;
    context.stroke();
    context.lineWidth = 2.2;
    context.strokeStyle = colour;
    context.stroke();
  } else {
    outline(context, shape, x, y, radius);
    context.lineWidth = 4;
    context.strokeStyle = paper;
    context.stroke();
    context.fillStyle = shape === "ring" ? paper : colour;
    context.fill();
    if (shape === "ring") {
      context.lineWidth = 2;
      context.strokeStyle = colour;
      context.stroke();
    }
  }
  context.restore();
}
