// SPDX-License-Identifier: GPL-3.0-or-later
// What hands do to the deal space: pointing, choosing, zooming by wheel, pinch and box, moving,
// keys.

import { between } from "./boxes.js";

const STEP = 1.4;
const CLICK = 4;

/** In the picture's own pixels. */
const place = (event, element, { scale }) => {
  const { left, top } = element.getBoundingClientRect();
  return { x: (event.clientX - left) / scale, y: (event.clientY - top) / scale };
};

const middle = ([a, b]) => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
const far = ([a, b]) => Math.hypot(a.x - b.x, a.y - b.y);

/** One finger or the mouse: a click chooses, a drag moves what is zoomed and else marks a box. */
class Hand {
  constructor(element, view, choose) {
    Object.assign(this, { element, view, choose });
    this.fingers = new Map();
  }

  down(event) {
    const at = place(event, this.element, this.view);

    if (event.button !== 0) return;
    this.fingers.set(event.pointerId, at);
    this.begun = at;
    this.moved = this.fingers.size > 1;
    this.boxing = event.shiftKey || !this.view.isZoomed();
  }

  move(event) {
    const at = place(event, this.element, this.view);
    const before = this.fingers.get(event.pointerId);

    if (!before) {
      if (event.pointerType === "mouse") this.view.point(this.view.itemAt(at.x, at.y), at);
      return;
    }
    if (!this.moved && Math.hypot(at.x - this.begun.x, at.y - this.begun.y) < CLICK) return;
    if (!this.moved) this.element.setPointerCapture(event.pointerId);
    this.moved = true;
    const were = [...this.fingers.values()];
    this.fingers.set(event.pointerId, at);
    if (this.fingers.size === 2) this.pinch(were, [...this.fingers.values()]);
    else if (!this.boxing) this.view.panBy(at.x - before.x, at.y - before.y);
    else if (event.pointerType === "mouse") this.view.drag(between(this.begun, at));
  }

  pinch(were, are) {
    const [from, to] = [middle(were), middle(are)];

    this.view.drag(null);
    if (far(were) > 0) this.view.zoomBy(far(are) / far(were), to);
    this.view.panBy(to.x - from.x, to.y - from.y);
  }

  up(event) {
    const at = place(event, this.element, this.view);

    if (!this.fingers.delete(event.pointerId)) return;
    const { dragged } = this.view;
    this.view.drag(null);
    if (!this.moved)
      this.choose(this.view.itemAt(at.x, at.y, event.pointerType === "mouse" ? 12 : 24));
    else if (dragged && dragged.width > 8 && dragged.height > 8) this.view.zoomTo(dragged);
  }

  cancel(event) {
    this.fingers.delete(event.pointerId);
    this.view.drag(null);
  }

  /** Out of what is whole the page scrolls on. */
  wheel(event) {
    if (event.deltaY > 0 && !this.view.isZoomed() && !event.ctrlKey) return;
    event.preventDefault();
    const pixels = event.deltaMode === 1 ? event.deltaY * 30 : event.deltaY;
    this.view.zoomBy(
      Math.exp(-pixels * (event.ctrlKey ? 0.01 : 0.002)),
      place(event, this.element, this.view),
    );
  }

  key(event) {
    const keys = event.shiftKey ? this.#shifted() : this.#plain();
    const act = keys[event.key];

    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  }

  #shifted() {
    const { view } = this;
    return {
      ArrowLeft: () => view.panBy(40, 0),
      ArrowRight: () => view.panBy(-40, 0),
      ArrowUp: () => view.panBy(0, 40),
      ArrowDown: () => view.panBy(0, -40),
      "+": () => view.zoomBy(STEP),
      "*": () => view.zoomBy(STEP),
      "=": () => view.reset(),
    };
  }

  #plain() {
    const { view } = this;
    return {
      ArrowLeft: () => view.step(-1, 0),
      ArrowRight: () => view.step(1, 0),
      ArrowUp: () => view.step(0, -1),
      ArrowDown: () => view.step(0, 1),
      Home: () => view.stepToEnd(false),
      End: () => view.stepToEnd(true),
      Enter: () => view.pointed() && this.choose(view.pointed()),
      " ": () => view.pointed() && this.choose(view.pointed()),
      Escape: () => {
        view.point(null);
        this.choose(null);
      },
      "+": () => view.zoomBy(STEP),
      "=": () => view.zoomBy(STEP),
      "-": () => view.zoomBy(1 / STEP),
      0: () => view.reset(),
    };
  }
}

/** @returns {() => void}  takes the hand off */
export function attachHand(element, view, choose) {
  const hand = new Hand(element, view, choose);
  const listeners = {
    pointerdown: "down",
    pointermove: "move",
    pointerup: "up",
    pointercancel: "cancel",
    wheel: "wheel",
    keydown: "key",
  };
  const bound = Object.entries(listeners).map(([type, method]) => [
    type,
    (event) => hand[method](event),
  ]);
  const leave = () => hand.fingers.size === 0 && view.point(null);

  bound.forEach(([type, listener]) => element.addEventListener(type, listener, { passive: false }));
  element.addEventListener("pointerleave", leave);
  return () => {
    bound.forEach(([type, listener]) => element.removeEventListener(type, listener));
    element.removeEventListener("pointerleave", leave);
  };
}
