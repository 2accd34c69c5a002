// SPDX-License-Identifier: GPL-3.0-or-later
// The canvas of the deal space: which part is shown, what is pointed at, and when to draw.

import { middleOf } from "./boxes.js";
import { colours, FORCED } from "./look.js";
import { font } from "./pen.js";
import { groupsOf } from "./picture.js";
import { pan, valueAt, zoom } from "./scale.js";
import { drawSpace } from "./space_draw.js";
import { boxOf, itemAt, layOut } from "./space_layout.js";

const dark = matchMedia("(prefers-color-scheme: dark)");
const forced = matchMedia("(forced-colors: active)");

/** The type of the page in pixels for which the picture is made. */
const USUAL_TYPE = 14;

/** Pixels on paper for one on the screen. */
const ON_PAPER = 3;

/** Nothing is drawn in less room than this. */
const LEAST = 50;

const isSame = (a, b) =>
  a.every((range, side) => range[0] === b[side][0] && range[1] === b[side][1]);

export class SpaceView {
  #measured = new Map();
  #groups = null;
  #frame;
  printing = false;
  pointedKey = null;
  dragged = null;

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {{ onPoint: (item, place) => void, onZoom: (zoomed: boolean) => void }} tell
   */
  constructor(canvas, tell) {
    Object.assign(this, { canvas, tell, context: canvas.getContext("2d") });
    this.pixels = { width: 0, height: 0 };
    this.listening = [
      [dark, "change", () => this.draw()],
      [forced, "change", () => this.draw()],
      [globalThis, "beforeprint", () => this.#print(true)],
      [globalThis, "afterprint", () => this.#print(false)],
    ];
    this.listening.forEach(([target, ...how]) => target.addEventListener(...how));
  }

  close() {
    cancelAnimationFrame(this.#frame);
    this.listening.forEach(([target, ...how]) => target.removeEventListener(...how));
  }

  resize(width, height) {
    this.pixels = { width, height };
    this.draw();
  }

  /** Pixels of the page in one of the picture: larger type, larger picture. */
  get scale() {
    return parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL_TYPE;
  }

  /** Another picture; what is zoomed stays so. */
  show(picture, parties, chosenKey) {
    if (!this.picture || isSame(this.ranges, this.picture.reach)) this.ranges = picture.reach;
    Object.assign(this, { picture, parties, chosenKey });
    this.#groups = null;
    this.draw();
  }

  // ---- Drawing --------------------------------------------------------------------------------

  /** Draws at the next frame, once however often it is asked for. */
  draw() {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      this.drawNow();
    });
  }

  drawNow() {
    const { width, height } = this.pixels;
    if (!this.picture || width < LEAST) return;
    const begun = performance.now();
    const { scale } = this;
    const size = { width: width / scale, height: height / scale };

    this.#prepare(scale);
    const measure = (text, bold) => this.#measure(text, bold);
    this.layout = layOut(this.picture, size, this.ranges, measure, this.chosenKey);
    drawSpace(this.context, this.layout, {
      colours: this.#colours(), parties: this.parties, dragged: this.dragged,
      pointed: this.#find(this.pointedKey), chosen: this.#find(this.chosenKey),
    });
    this.canvas.dataset.milliseconds = (performance.now() - begun).toFixed(2);
  }

  /** As many pixels as the screen or the paper has. */
  #prepare(scale) {
    const ratio = this.printing ? ON_PAPER : devicePixelRatio;
    const [width, height] = [this.pixels.width, this.pixels.height]
      .map((length) => Math.round(length * ratio));

    if (this.canvas.width !== width) this.canvas.width = width;
    if (this.canvas.height !== height) this.canvas.height = height;
    this.context.setTransform(ratio * scale, 0, 0, ratio * scale, 0, 0);
  }

  /** Those of the page; on paper light ones. */
  #colours() {
    if (this.printing) return colours("light");
    if (forced.matches) return FORCED;
    const paper = getComputedStyle(this.canvas).getPropertyValue("--paper").trim();
    const usual = colours(dark.matches ? "dark" : "light");

    return paper ? { ...usual, paper } : usual;
  }

  #measure(text, bold) {
    const key = `${bold ? "bold" : "plain"} ${text}`;

    if (!this.#measured.has(key)) {
      this.context.font = font(bold);
      this.#measured.set(key, Math.ceil(this.context.measureText(text).width) + 1);
    }
    return this.#measured.get(key);
  }

  #print(printing) {
    this.printing = printing;
    this.drawNow();
  }

  // ---- Pointing -------------------------------------------------------------------------------

  itemAt(x, y, reach) {
    return this.layout ? itemAt(this.layout, x, y, reach) : null;
  }

  /** @param {object | null} item  @param {{ x, y }} [at]  where; in its middle by itself */
  point(item, at) {
    const key = item?.key ?? null;

    if (key === this.pointedKey) return;
    this.pointedKey = key;
    this.tell.onPoint(item, item && this.layout ? this.#onPage(item, at) : null);
    this.draw();
  }

  #onPage(item, at) {
    const [x, y] = at ? [at.x, at.y] : middleOf(boxOf(item, this.layout.scales));

    return { x: x * this.scale, y: y * this.scale };
  }

  pointed() {
    return this.#find(this.pointedKey);
  }

  #find(key) {
    if (!key || !this.picture) return undefined;
    const { items, frontier } = this.picture;

    return (key.startsWith("frontier:") ? frontier : items).find((item) => item.key === key);
  }

  get groups() {
    this.#groups ??= this.picture ? groupsOf(this.picture) : [];
    return this.#groups;
  }

  /** The place of what is pointed at: [group, item], -1 where nothing is. */
  #pointedPlace() {
    const at = this.groups.map((items) => items.findIndex(({ key }) => key === this.pointedKey));
    const group = at.findIndex((item) => item >= 0);

    return [group, group < 0 ? -1 : at[group]];
  }

  /** To the next thing of the same kind, or the first of the next kind. */
  step(along, across) {
    const [group, item] = this.#pointedPlace();
    const n = this.groups.length;
    if (n === 0) return;
    const items = this.groups[group < 0 ? 0 : (group + across + n) % n];

    this.point(items[group < 0 || across !== 0 ? 0 : (item + along + items.length) % items.length]);
  }

  stepToEnd(last) {
    const items = this.groups[Math.max(this.#pointedPlace()[0], 0)];

    if (items) this.point(items.at(last ? -1 : 0));
  }

  // ---- Zooming --------------------------------------------------------------------------------

  isZoomed() {
    return Boolean(this.picture) && !isSame(this.ranges, this.picture.reach);
  }

  /** @param {number} factor  above 1: closer  @param {{ x, y }} [at]  what stays where it is */
  zoomBy(factor, at) {
    if (!this.layout) return;
    const { scales, frame } = this.layout;
    const [x, y] = at ? [at.x, at.y] : middleOf(frame);
    const middles = [valueAt(scales.x, x), valueAt(scales.y, y)];

    this.#setRanges((range, whole, side) => zoom(range, middles[side], factor, whole));
  }

  /** What lies in a box. */
  zoomTo({ x, y, width, height }) {
    const { scales } = this.layout;
    const wanted = [
      [valueAt(scales.x, x), valueAt(scales.x, x + width)],
      [valueAt(scales.y, y + height), valueAt(scales.y, y)],
    ];

    this.#setRanges((_, whole, side) => pan(wanted[side], 0, whole));
  }

  panBy(dx, dy) {
    const { x, y } = this.layout.scales;
    const by = [valueAt(x, 0) - valueAt(x, dx), valueAt(y, 0) - valueAt(y, dy)];

    this.#setRanges((range, whole, side) => pan(range, by[side], whole));
  }

  reset() {
    this.#setRanges((_, whole) => whole);
  }

  #setRanges(change) {
    this.ranges = this.ranges.map((range, side) => change(range, this.picture.reach[side], side));
    this.tell.onZoom(this.isZoomed());
    this.draw();
  }

  drag(box) {
    this.dragged = box;
    this.draw();
  }
}
