// SPDX-License-Identifier: GPL-3.0-or-later
// Lines, areas, letters and marks on a canvas, in pixels.

const FAMILY = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", '
  + "sans-serif";

export const SMALL = 11.5;

export const font = (bold = false, size = 12) => `${bold ? "600 " : ""}${size}px ${FAMILY}`;

/** Half a pixel off, so that a thin line is one pixel wide. */
export const crisp = (value) => Math.round(value) + 0.5;

/** The corners of a box, the first one twice. */
export function outlineOf({ x, y, width, height }) {
  const [right, bottom] = [x + width, y + height];

  return [[x, y], [right, y], [right, bottom], [x, bottom], [x, y]];
}

const star = Array.from({ length: 10 }, (_, i) => {
  const [radius, angle] = [i % 2 ? 0.63 : 1.5, (i * Math.PI) / 5 - Math.PI / 2];
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
});

/** Outlines of shapes, in their radius. */
const OUTLINES = { diamond: [[0, -1.45], [1.45, 0], [0, 1.45], [-1.45, 0]], star };

export class Pen {
  /** @param {CanvasRenderingContext2D} context  @param {object} colours  by tone, see look.js */
  constructor(context, colours) {
    Object.assign(this, { context, colours });
  }

  /** Draws as the context is set, and sets it back. */
  with(settings, draw) {
    this.context.save();
    Object.assign(this.context, settings);
    draw(this.context);
    this.context.restore();
  }

  #trace(path) {
    this.context.beginPath();
    path.forEach(([x, y], i) => (i === 0 ? this.context.moveTo(x, y) : this.context.lineTo(x, y)));
  }

  line(path, { tone, width = 1, dash = [], alpha = 1 }) {
    const settings = { strokeStyle: this.colours[tone], lineWidth: width, globalAlpha: alpha };

    this.with(settings, (context) => {
      context.setLineDash(dash);
      this.#trace(path);
      context.stroke();
    });
  }

  area(path, tone, alpha) {
    this.with({ fillStyle: this.colours[tone], globalAlpha: alpha }, (context) => {
      this.#trace(path);
      context.fill();
    });
  }

  /** Slanted lines within an area. */
  hatch(path, { x, y, width, height }, tone) {
    this.with({}, (context) => {
      this.#trace(path);
      context.clip();
      for (let left = x - height; left < x + width; left += 9)
        this.line([[left, y + height], [left + height, y]], { tone, alpha: 0.25 });
    });
  }

  /** What is drawn meanwhile stays within a box that is larger by so much. */
  within({ x, y, width, height }, by, draw) {
    this.with({}, (context) => {
      context.beginPath();
      context.rect(x - by, y - by, width + 2 * by, height + 2 * by);
      context.clip();
      draw();
    });
  }

  text(words, x, y, { tone = "plain", bold, align = "left", size } = {}) {
    const settings = {
      font: font(bold, size), textAlign: align, textBaseline: "middle",
      fillStyle: this.colours[tone],
    };

    this.with(settings, (context) => context.fillText(words, x, y));
  }

  /** With paper about the letters, for what stands on lines. */
  clearText(words, x, y, how) {
    const settings = {
      font: font(how.bold, how.size), textAlign: how.align ?? "left", textBaseline: "middle",
      lineJoin: "round", lineWidth: 3.5, strokeStyle: this.colours.paper, globalAlpha: 0.85,
    };

    this.with(settings, (context) => context.strokeText(words, x, y));
    this.text(words, x, y, how);
  }

  plate({ x, y, width, height }, tone, radius = 0) {
    this.with({ fillStyle: this.colours[tone] }, (context) => {
      context.beginPath();
      context.roundRect(x, y, width, height, radius);
      context.fill();
    });
  }

  frame({ x, y, width, height }, tone, thickness) {
    this.with({ strokeStyle: this.colours[tone], lineWidth: thickness }, (context) => {
      context.beginPath();
      context.roundRect(x, y, width, height, 4);
      context.stroke();
    });
  }

  circle([x, y], radius, tone, thickness) {
    this.with({ strokeStyle: this.colours[tone], lineWidth: thickness }, (context) => {
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      context.stroke();
    });
  }

  /** A mark with paper about it, so that it can be seen on others. */
  mark(shape, tone, [x, y], radius) {
    const settings = { lineJoin: "round", strokeStyle: this.colours.paper, lineWidth: 4 };

    if (shape === "cross") this.#cross(tone, x, y, radius);
    else this.with(settings, (context) => {
      this.#outline(shape, x, y, radius);
      context.stroke();
      context.fillStyle = this.colours[shape === "ring" ? "paper" : tone];
      context.fill();
      if (shape === "ring") this.circle([x, y], radius, tone, 2);
    });
  }

  #outline(shape, x, y, radius) {
    const corners = OUTLINES[shape]?.map(([dx, dy]) => [x + dx * radius, y + dy * radius]);

    if (corners) this.#trace(corners);
    else {
      this.context.beginPath();
      this.context.arc(x, y, radius, 0, 2 * Math.PI);
    }
    this.context.closePath();
  }

  #cross(tone, x, y, radius) {
    const lines = [radius, -radius].map((rise) => [[x - radius, y - rise], [x + radius, y + rise]]);

    for (const [ink, width] of [["paper", 4.5], [tone, 2.2]])
      lines.forEach((path) => this.line(path, { tone: ink, width }));
  }
}
