// SPDX-License-Identifier: GPL-3.0-or-later
// A value function over a number, as a line whose points are dragged or moved by arrow keys.

import { addPoint, movePoint, removePoint, tent, trace } from "./curve_math.js";
import { html, useRef } from "./preact.js";
import { settle } from "./store.js";
import { input } from "./wording.js";

const WIDTH = 320;
const HEIGHT = 150;
const VIEW = `0 0 ${WIDTH} ${HEIGHT}`;
const FRAME = { left: 30, right: 12, top: 10, bottom: 24 };

/** From values to the picture and back. */
function scaleOf({ min, max }) {
  const width = WIDTH - FRAME.left - FRAME.right;
  const height = HEIGHT - FRAME.top - FRAME.bottom;

  return {
    x: (value) => FRAME.left + (width * (value - min)) / (max - min),
    y: (value) => FRAME.top + height * (1 - value / 100),
    value: ({ x, y }) => ({
      x: min + ((max - min) * (x - FRAME.left)) / width,
      y: 100 * (1 - (y - FRAME.top) / height),
    }),
  };
}

const pathOf = (corners, scale) =>
  corners
    .map(({ x, y }, i) => `${i === 0 ? "M" : "L"}${scale.x(x).toFixed(1)} ${scale.y(y).toFixed(1)}`)
    .join("");

function Level({ scale, y }) {
  return html`<line x1=${FRAME.left} x2=${WIDTH - FRAME.right} y1=${scale.y(y)} y2=${scale.y(y)} />
    <text x=${FRAME.left - 5} y=${scale.y(y) + 3.5} text-anchor="end">${y}</text>`;
}

function Grid({ scale, min, max, unit }) {
  const end = `${input(max)}${unit ? ` ${unit}` : ""}`;

  return html`<g class="curve-grid" aria-hidden="true">
    ${[0, 50, 100].map((y) => html`<${Level} key=${y} scale=${scale} y=${y} />`)}
    <text x=${FRAME.left} y=${HEIGHT - 7}>${input(min)}</text>
    <text x=${WIDTH - FRAME.right} y=${HEIGHT - 7} text-anchor="end">${end}</text></g>`;
}

function Whisker({ point, scale }) {
  const { low, high } = point.range ?? {};

  if (low == null || high == null || low >= high) {
    return null;
  }
  const [left, top, bottom] = [scale.x(point.x) - 4, scale.y(high), scale.y(low)];
  return html`<path class="curve-whisker" aria-hidden="true"
    d=${`M${left} ${top}h8M${left + 4} ${top}V${bottom}M${left} ${bottom}h8`} />`;
}

const MOVES = { ArrowUp: [0, 1], ArrowDown: [0, -1], ArrowRight: [1, 0], ArrowLeft: [-1, 0] };

function Point({ point, index, scale, step, name, unit, handlers }) {
  const { onMove, onRemove, onGrab } = handlers;

  function onKey(event) {
    const [dx, dy] = MOVES[event.key] ?? [];
    const factor = event.shiftKey ? 10 : 1;

    if (dx !== undefined) {
      event.preventDefault();
      onMove(index, { x: point.x + dx * step * factor, y: point.y + dy * factor }, false);
    } else if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      onRemove(index);
    }
  }
  const at = `${input(point.x)}${unit ? ` ${unit}` : ""}`;

  const [x, y] = [scale.x(point.x), scale.y(point.y)];

  return html`<g class="curve-point" tabindex="0" role="slider" aria-label=${`${name} at ${at}`}
    aria-valuemin="0" aria-valuemax="100" aria-valuenow=${point.y}
    aria-valuetext=${`${input(point.y)} at ${at}`} onKeyDown=${onKey}
    onPointerDown=${(event) => onGrab(event, index)}>
    <circle class="curve-reach" cx=${x} cy=${y} r="14" />
    <circle class="curve-dot" cx=${x} cy=${y} r="5.5" />
    <title>${`${at}: ${input(point.y)}`}</title></g>`;
}

/** Where in the picture a pointer is. */
function pointerIn(svg, event) {
  const box = svg.getBoundingClientRect();

  return {
    x: ((event.clientX - box.left) * WIDTH) / box.width,
    y: ((event.clientY - box.top) * HEIGHT) / box.height,
  };
}

/**
 * @param {object} props
 * @param {string} props.name
 * @param {{ min, max, unit, step }} props.issue
 * @param {{ x, y, range }[]} props.points
 * @param {{ x, y }[]} props.base  the points without changes
 * @param {(points: { x, y }[], live: boolean) => void} props.onPoints
 */
export function Curve({ name, issue, points, base, shape, onPoints }) {
  const { unit, step } = issue;
  const [min, max] = [Math.min(issue.min, points[0].x), Math.max(issue.max, points.at(-1).x)];
  const scale = scaleOf({ min, max });
  const svg = useRef();
  const held = useRef(null);

  const onMove = (index, place, live) => onPoints(movePoint(points, index, place, step), live);
  const onGrab = (event, index) => {
    event.preventDefault();
    event.currentTarget.focus();
    svg.current.setPointerCapture(event.pointerId);
    held.current = index;
  };
  const onDrag = (event) => {
    if (held.current !== null) {
      onMove(held.current, scale.value(pointerIn(svg.current, event)), true);
    }
  };
  const onDrop = () => {
    held.current = null;
    settle();
  };
  const onDouble = (event) =>
    onPoints(addPoint(points, scale.value(pointerIn(svg.current, event)).x, shape, step), false);
  const handlers = {
    onMove,
    onGrab,
    onRemove: (index) => onPoints(removePoint(points, index), false),
  };

  return html`<svg class="curve" viewBox=${VIEW} ref=${svg} role="group" aria-label=${name}
    onPointerMove=${onDrag} onPointerUp=${onDrop} onPointerCancel=${onDrop} onDblClick=${onDouble}>
    <${Grid} scale=${scale} min=${min} max=${max} unit=${unit} />
    <path class="curve-base" d=${pathOf(trace(base, shape), scale)} aria-hidden="true" />
    <path class="curve-line" d=${pathOf(trace(points, shape), scale)} aria-hidden="true" />
    ${points.map((point, i) => html`<${Whisker} key=${i} point=${point} scale=${scale} />`)}
    ${points.map((point, index) => html`<${Point} key=${index} point=${point} index=${index}
      scale=${scale} step=${step} name=${name} unit=${unit} handlers=${handlers} />`)}
  </svg>`;
}

/** 100 at an ideal, 0 at a distance from it: a picture only, the numbers have sliders. */
export function Tent({ name, issue, ideal, tolerance, base }) {
  const { min, max, unit } = issue;
  const scale = scaleOf({ min, max });

  return html`<svg class="curve" viewBox=${VIEW} role="img" aria-label=${name}>
    <${Grid} scale=${scale} min=${min} max=${max} unit=${unit} />
    <path class="curve-base" d=${pathOf(tent(base.ideal, base.tolerance, min, max), scale)} />
    <path class="curve-line" d=${pathOf(tent(ideal, tolerance, min, max), scale)} /></svg>`;
}
