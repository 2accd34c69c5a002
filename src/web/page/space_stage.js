// SPDX-License-Identifier: GPL-3.0-or-later
// Where the picture of the deal space stands: its canvas, the card beside what is pointed at, and
// what screen readers are told.

import { html, useEffect, useLayoutEffect, useRef, useState } from "./preact.js";
import { Card } from "./card.js";
import { scoreWords } from "./picture.js";
import { attachHand } from "./space_hand.js";
import { SpaceView } from "./space_view.js";
import { select } from "./store.js";

/** Keeps the canvas as large as its place. */
function useSize(stage, view) {
  const [size, setSize] = useState({ width: 0, height: 0 });

  useLayoutEffect(() => {
    const observer = new ResizeObserver(([{ contentRect: { width, height } }]) => {
      view.current.resize(width, height);
      setSize({ width, height });
    });
    observer.observe(stage.current);
    return () => observer.disconnect();
  }, []);
  return size;
}

const keyOf = (item) => item && { key: item.key, kind: item.kind, id: item.id };

/** @returns {{ item, at } | null}  what is pointed at */
function useView({ view, stage, canvas, onZoom }) {
  const [pointed, setPointed] = useState(null);

  useLayoutEffect(() => {
    const onPoint = (item, at) => setPointed(item && { item, at });
    view.current = new SpaceView(canvas.current, { onPoint, onZoom });
    const detach = attachHand(stage.current, view.current, (item) => select(keyOf(item)));

    return () => {
      detach();
      view.current.close();
    };
  }, []);
  return pointed;
}

/**
 * @param {{ picture: object, scenario: object, chosen: object | null, view: { current: SpaceView },
 *   zoomed: boolean, onZoom: (zoomed: boolean) => void }} props  view: is set to the picture's own
 */
export function Stage({ picture, scenario, chosen, view, zoomed, onZoom }) {
  const [stage, canvas] = [useRef(), useRef()];
  const pointed = useView({ view, stage, canvas, onZoom });
  const size = useSize(stage, view);
  const item = pointed && picture.items.find(({ key }) => key === pointed.item.key);
  const { parties } = scenario;

  useEffect(() => view.current.show(picture, parties, chosen?.key),
    [picture, parties, chosen?.key]);
  return html`<div class=${`space-stage ${zoomed ? "zoomed" : ""}`} ref=${stage}
      tabindex="0" role="application" aria-roledescription="picture" aria-describedby="space-about"
      aria-label=${`Deal space of ${picture.pair.map(({ title }) => title).join(" and ")}`}
      onBlur=${() => view.current.point(null)}>
    <canvas ref=${canvas} aria-hidden="true"></canvas>
    ${item && item.key !== chosen?.key
      && html`<${Card} item=${item} at=${pointed.at} size=${size} view=${scenario} />`}
    <p class="unseen" role="status">${item ? `${item.name}: ${scoreWords(item, parties)}` : ""}</p>
  </div>`;
}
