// SPDX-License-Identifier: GPL-3.0-or-later
// The canvas of the deal space: which part is shown, what is pointed at, and when to draw.

import { colours, FORCED } from "./look.js";
import { groupsOf } from "./picture.js";
import { pan, valueAt, zoom } from "./scale.js";
import { drawSpace, font } from "./space_draw.js";
import { boxOf, itemAt, layOut, middleOf } from "./space_layout.js";

const media = (query) => globalThis.matchMedia?.(query) ?? { matches: false, addEventListener() {} };
const dark = media("(prefers-color-scheme: dark)");
const forced = media("(forced-colors: active)");

/** The type of the page in pixels for which the picture is made. */
const USUAL_TYPE = 14;

const sameRange = (a, b) => a[0] === b[0] && a[1] === b[1];

export class SpaceView {
  /**
   * @param {HTMLCanvasElement} canvas
   * @param {{ onPoint: (item, place) => void, onZoom: (zoomed: boolean) => void }} tell
   */
  constructor(canvas, tell) {
    this.canvas = canvas;
    this.context = canvas.getContext("2d");
    this.tell = tell;
    this.pixels = { width: 0, height: 0 };
    this.printing = false;
    this.pointedKey = null;
    this.dragged = null;
    this.widths = new Map();
    this.redraw = () => this.draw();
    [dark, forced].forEach((query) => query.addEventListener("change", this.redraw));
    this.onPrint = (event) => this.#print(event.type === "beforeprint");
    globalThis.addEventListener("beforeprint", this.onPrint);
    globalThis.addEventListener("afterprint", this.onPrint);
  }

  close() {
    cancelAnimationFrame(this.frame);
    [dark, forced].forEach((query) => query.removeEventListener("change", this.redraw));
    globalThis.removeEventListener("beforeprint", this.onPrint);
    globalThis.removeEventListener("afterprint", this.onPrint);
  }

  resize(width, height) {
    this.pixels = { width, height };
    this.draw();
  }

  /** Pixels of the page in one of the picture: larger type, larger picture. */
  get scale() {
    return Math.max(parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL_TYPE, 0.5) || 1;
  }

  show(picture, parties, chosenKey) {
    const whole = this.picture && this.#whole();

    if (!this.ranges || !whole || this.ranges.every((range, side) => sameRange(range, whole[side])))
      this.ranges = picture.reach;
    Object.assign(this, { picture, parties, chosenKey, kinds: null });
    this.draw();
  }

  /** Draws at the next frame, once however often it is asked for. */
  draw() {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = undefined;
      this.drawNow();
    });
  }

  drawNow() {
    const { width, height } = this.pixels;
    if (!this.picture || width < 50) return;
    const ratio = this.printing ? 3 : globalThis.devicePixelRatio || 1;
    const { scale } = this;
    const size = { width: width / scale, height: height / scale };
    const begun = performance.now();

    if (this.canvas.width !== Math.round(width * ratio) || this.canvas.height !== Math.round(height * ratio)) {
      this.canvas.width = Math.round(width * ratio);
      this.canvas.height = Math.round(height * ratio);
    }
    this.context.setTransform(ratio * scale, 0, 0, ratio * scale, 0, 0);
    this.layout = layOut(this.picture, size, this.ranges, (text, bold) => this.#measure(text, bold), this.chosenKey);
    drawSpace(this.context, this.layout, {
      colours: this.#colours(), parties: this.parties, dragged: this.dragged,
      pointed: this.#find(this.pointedKey), chosen: this.#find(this.chosenKey),
    });
    this.canvas.dataset.milliseconds = (performance.now() - begun).toFixed(2);
  }

  // ---- Pointing ----------------------------------------------------------------------------------

  itemAt(x, y, reach) {
    return this.layout ? itemAt(this.layout, x, y, reach) : null;
  }

  /** @param {object | null} item  @param {{ x, y }} [at]  where; in its middle by itself */
  point(item, at) {
    if ((item?.key ?? null) === this.pointedKey) return;
    this.pointedKey = item?.key ?? null;
    this.tell.onPoint(item, item && this.layout ? this.#onPage(at ?? middleOf(boxOf(item, this.layout.scales))) : null);
    this.draw();
  }

  #onPage({ x, y }) {
    return { x: x * this.scale, y: y * this.scale };
  }

  pointed() {
    return this.#find(this.pointedKey);
  }

  /** To the next thing of the same kind, or the first of the next kind. */
  step(along, across) {
    const groups = this.#groups();
    if (groups.length === 0) return;
    const group = this.#groupOfPointed(groups);
    const next = group < 0 ? 0 : (group + across + groups.length) % groups.length;
    const { items } = groups[next];
    const at = items.findIndex(({ key }) => key === this.pointedKey);
    const to = group < 0 || across !== 0 ? 0 : (at + along + items.length) % items.length;

    this.point(items[to]);
  }

  stepToEnd(last) {
    const groups = this.#groups();
    const group = groups[Math.max(this.#groupOfPointed(groups), 0)];

    if (group) this.point(group.items.at(last ? -1 : 0));
  }

  #groups() {
    this.kinds ??= this.picture ? groupsOf(this.picture) : [];
    return this.kinds;
  }

  #groupOfPointed(groups) {
    return groups.findIndex(({ items }) => items.some(({ key }) => key === this.pointedKey));
  }

  // ---- Zooming -----------------------------------------------------------------------------------

  isZoomed() {
    return Boolean(this.picture) && !this.ranges.every((range, side) => sameRange(range, this.picture.reach[side]));
  }

  /** @param {number} factor above 1: closer  @param {{ x, y }} [at]  pixels that stay where they are */
  zoomBy(factor, at) {
    if (!this.layout) return;
    const { scales, frame } = this.layout;
    const { x, y } = at ?? { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 };

    this.#setRanges([
      zoom(this.ranges[0], valueAt(scales.x, x), factor, this.picture.reach[0]),
      zoom(this.ranges[1], valueAt(scales.y, y), factor, this.picture.reach[1]),
    ]);
  }

  zoomTo({ x, y, width, height }) {
    const { scales } = this.layout;

    this.#setRanges([
      [valueAt(scales.x, x), valueAt(scales.x, x + width)],
      [valueAt(scales.y, y + height), valueAt(scales.y, y)],
    ].map((range, side) => zoom(range, (range[0] + range[1]) / 2, 1, this.picture.reach[side])));
  }

  panBy(dx, dy) {
    const { scales } = this.layout;
    const by = [valueAt(scales.x, 0) - valueAt(scales.x, dx), valueAt(scales.y, 0) - valueAt(scales.y, dy)];

    this.#setRanges(this.ranges.map((range, side) => pan(range, by[side], this.picture.reach[side])));
  }

  reset() {
    this.#setRanges(this.picture.reach);
  }

  drag(box) {
    this.dragged = box;
    this.draw();
  }

  #setRanges(ranges) {
    this.ranges = ranges.map((range, side) => {
      const whole = this.picture.reach[side];
      return range[1] - range[0] > (whole[1] - whole[0]) * 0.999 ? whole : range;
    });
    this.tell.onZoom(this.isZoomed());
    this.draw();
  }

  // ---- What drawing needs ------------------------------------------------------------------------

  #whole() {
    return this.picture.reach;
  }

  #find(key) {
    if (!key || !this.picture) return undefined;
    const { items, frontier } = this.picture;
    return (key.startsWith("frontier:") ? frontier : items).find((item) => item.key === key);
  }

  #colours() {
    if (this.printing) return colours("light");
    if (forced.matches) return FORCED;
    const paper = getComputedStyle(this.canvas).getPropertyValue("--paper").trim();
    const usual = colours(dark.matches ? "dark" : "light");
    return paper ? { ...usual, paper } : usual;
  }

  #measure(text, bold) {
    const key = `${bold ? "b" : ""}${text}`;
    let width = this.widths.get(key);

    if (width === undefined) {
      this.context.font = font(bold);
      width = Math.ceil(this.context.measureText(text).width) + 1;
      this.widths.set(key, width);
    }
    return width;
  }

  #print(printing) {
    this.printing = printing;
    this.drawNow();
  }
}
