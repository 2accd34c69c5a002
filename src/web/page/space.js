// SPDX-License-Identifier: GPL-3.0-or-later
// The deal space: the picture with its tools, its key, and the same in words for who cannot see it.

import { html, useEffect, useLayoutEffect, useMemo, useRef, useState } from "./preact.js";
import { Card } from "./card.js";
import { Details } from "./details.js";
import { Downloads } from "./downloads.js";
import { useFresh } from "./fresh.js";
import { Shape } from "./marks.js";
import { partyTone } from "./look.js";
import { makePicture, scoreWords, SOLUTIONS } from "./picture.js";
import { attachHand } from "./space_hand.js";
import { SpaceTable } from "./space_table.js";
import { SpaceView } from "./space_view.js";
import { select, setBetween, useStore } from "./store.js";
import { Headline } from "./headline.js";

const STEP = 1.5;

/** What the picture is made of; the base only where something is different from it. */
function usePicture() {
  const [view, evaluation, base, between, overlay, caseId] = ["view", "evaluation", "base", "between", "overlay", "caseId"]
    .map((part) => useStore((state) => state[part]));
  const { value: cloud, fresh: isCloudFresh } = useFresh("cloud");
  const changed = caseId !== null || Object.keys(overlay).length > 0;

  return useMemo(() => view && evaluation && makePicture({ view, evaluation, cloud, isCloudFresh,
    base: changed ? base?.evaluation : null, baseView: base?.view }, between ?? undefined),
  [view, evaluation, base, cloud, isCloudFresh, between, changed]);
}

const positionOf = (item) => (item?.kind === "frontier" || item?.kind === "solution"
  ? { key: item.key, kind: item.kind } : item && { key: item.key, kind: item.kind, id: item.id });

const chosenIn = (picture, selected) => picture?.items.find(({ key }) => key === selected?.key) ?? null;

function Chooser({ side, picture }) {
  const label = ["To the right", "Upwards"][side];
  const change = (event) => {
    const ids = picture.pair.map(({ id }) => id);
    const other = 1 - side;
    if (ids[other] === event.target.value) ids[other] = ids[side];
    ids[side] = event.target.value;
    setBetween(ids);
  };

  return html`<label class="chooser">${label}
    <select value=${picture.pair[side].id} onChange=${change}>
      ${picture.candidates.map(({ id, title }) => html`<option key=${id} value=${id}>${title}</option>`)}
    </select></label>`;
}

function Tools({ view, zoomed, picture }) {
  return html`<div class="space-tools">
    ${picture.candidates.length > 2 && [0, 1].map((side) => html`<${Chooser} key=${side} side=${side} picture=${picture} />`)}
    <span class="zoom" role="group" aria-label="Zoom">
      <button type="button" class="button" aria-label="Closer" title="Closer (+)" onClick=${() => view.current.zoomBy(STEP)}>+</button>
      <button type="button" class="button" aria-label="Farther" title="Farther (-)" disabled=${!zoomed}
        onClick=${() => view.current.zoomBy(1 / STEP)}>−</button>
      <button type="button" class="button" title="Show all (0)" disabled=${!zoomed} onClick=${() => view.current.reset()}>All</button>
    </span>
  </div>`;
}

/** What the marks mean, as far as the picture has them. */
function Key({ picture, parties }) {
  const drafts = (test) => picture.drafts.some((item) => item.kind === "draft" && test(item));
  const closed = ({ x, y }) => x[0] === x[1] && y[0] === y[1];
  const tone = (side) => partyTone(parties.findIndex(({ id }) => id === picture.pair[side].id));
  const rows = [
    drafts((item) => closed(item) && item.verdict === "accepts") && ["disc", "plain", "Draft that all accept"],
    drafts((item) => closed(item) && item.verdict !== "accepts") && ["ring", "plain", "Draft that some side does not accept"],
    drafts((item) => !closed(item)) && ["box", "plain", "Draft with open terms, within the box; drawn through: all accept"],
    picture.drafts.some(({ kind }) => kind === "working") && ["star", "accent", "Working draft"],
    picture.solutions.length > 0 && ["diamond", "good", `Solution: ${SOLUTIONS.map(({ letter, title }) => `${letter} ${title}`).join(", ")}`],
    picture.frontierWords && [picture.two ? "stairs" : "diamond", "good", picture.frontierWords],
    picture.miss.length > 0 && ["cross", "bad", "Nearest miss"],
    picture.hasDeal ? ["area", "good", picture.two ? "Zone of agreement: deals that both accept" : "Enough points for these two"]
      : ["area", "bad", "Both would have enough here, but no deal gives it to them"],
    ...picture.reservations.map((number, side) => number?.low !== null && number && ["band", tone(side), `Reservation as believed: ${picture.pair[side].title}`]),
    picture.cloud && ["cells", "muted", picture.cloud.words],
    (picture.ghosts.items.length > 0 || picture.ghosts.frontier.length > 0) && ["ghost", "muted", "Moved from where it is in the base"],
  ].filter(Boolean);

  return html`<ul class="key" aria-label="Key">${rows.map(([shape, inTone, words]) =>
    html`<li key=${words}><${Shape} shape=${shape} tone=${inTone} /> ${words}</li>`)}</ul>`;
}

const HINT = "Arrow keys go from point to point and from kind to kind, Enter shows terms, plus and minus zoom, 0 shows all.";

function about(picture) {
  const [x, y] = picture.pair.map(({ title }) => title);
  const list = [...picture.drafts, ...picture.solutions, ...picture.miss];

  return [`Points of ${x} to the right, of ${y} upwards.`,
    picture.hasDeal ? `${picture.frontierWords}.` : "No deal is acceptable to all.",
    ...list.map((item) => `${item.name}: ${scoreWords(item, picture.pair)}.`), HINT].join(" ");
}

/** Keeps the canvas as large as its place. */
function useSize(stage, view) {
  const [size, setSize] = useState({ width: 0, height: 0 });

  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry.contentRect;
      view.current?.resize(width, height);
      setSize({ width, height });
    });
    observer.observe(stage.current);
    return () => observer.disconnect();
  }, []);
  return size;
}

function Stage({ picture, parties, chosen, view, onZoom, scenario }) {
  const [stage, canvas] = [useRef(), useRef()];
  const [pointed, setPointed] = useState(null);

  useLayoutEffect(() => {
    view.current = new SpaceView(canvas.current, { onPoint: (item, at) => setPointed(item && { item, at }), onZoom });
    const detach = attachHand(stage.current, view.current, (item) => select(positionOf(item)));
    return () => {
      detach();
      view.current.close();
    };
  }, []);
  const size = useSize(stage, view);
  useEffect(() => view.current.show(picture, parties, chosen?.key), [picture, parties, chosen?.key]);
  const item = pointed && picture.items.find(({ key }) => key === pointed.item.key);

  return html`<div class="space-stage" ref=${stage} tabindex="0" role="application" aria-roledescription="picture"
      aria-label=${`Deal space of ${picture.pair.map(({ title }) => title).join(" and ")}`} aria-describedby="space-about"
      onBlur=${() => view.current.point(null)}>
    <canvas ref=${canvas} aria-hidden="true"></canvas>
    ${item && item.key !== chosen?.key && html`<${Card} item=${item} at=${pointed.at} size=${size} view=${scenario} />`}
    <p class="unseen" role="status">${item ? `${item.name}: ${scoreWords(item, parties)}` : ""}</p>
  </div>`;
}

/** The centre of the page. */
export function Space() {
  const view = useRef(null);
  const [zoomed, setZoomed] = useState(false);
  const scenario = useStore((state) => state.view);
  const selected = useStore((state) => state.selected);
  const pending = useStore((state) => state.pending.evaluate);
  const picture = usePicture();

  if (!picture) {
    return html`<section class="space"><h2>Deal space</h2><p class="below">${scenario && picture === null && !pending
      ? "A picture needs two negotiating parties with scores." : "Working it out …"}</p></section>`;
  }
  const chosen = chosenIn(picture, selected);

  return html`<section class="space" aria-busy=${pending ? "true" : "false"}>
    <header><h2>Deal space</h2><${Tools} view=${view} zoomed=${zoomed} picture=${picture} /></header>
    <${Headline} />
    <${Stage} picture=${picture} parties=${scenario.parties} chosen=${chosen} view=${view} onZoom=${setZoomed} scenario=${scenario} />
    <p id="space-about" class="unseen">${about(picture)}</p>
    <${Key} picture=${picture} parties=${scenario.parties} />
    ${chosen && html`<${Details} item=${chosen} view=${scenario} />`}
    <${SpaceTable} picture=${picture} />
    <${Downloads} />
  </section>`;
}
