// SPDX-License-Identifier: GPL-3.0-or-later
// The deal space: the answer, the picture with its tools and its key, and the same in words for who
// cannot see it.

import { html, useEffect, useMemo, useRef, useState } from "./preact.js";
import { Choices } from "./choices.js";
import { Details } from "./details.js";
import { Downloads } from "./downloads.js";
import { Headline } from "./headline.js";
import { isEmpty } from "./overlay.js";
import { useFresh, useParts } from "./parts.js";
import { makePicture, scoreWords } from "./picture.js";
import { SpaceKey } from "./space_key.js";
import { Stage } from "./space_stage.js";
import { SpaceTable } from "./space_table.js";
import { setBetween, useStore } from "./store.js";

const STEP = 1.5;

/** What the picture is made of; the base only where something is different from it. */
function usePicture() {
  const { view, evaluation, base, between, overlay, caseId } =
    useParts("view", "evaluation", "base", "between", "overlay", "caseId");
  const { value: cloud, fresh: isCloudFresh } = useFresh("cloud");
  const changed = caseId !== null || !isEmpty(overlay);

  return useMemo(() => view && evaluation && makePicture({
    view, evaluation, cloud, isCloudFresh,
    base: changed ? base?.evaluation : null, baseView: base?.view,
  }, between ?? undefined), [view, evaluation, base, cloud, isCloudFresh, between, changed]);
}

/** Of more than two parties the server has to be told which are meant. */
function usePair(picture) {
  const between = useStore((state) => state.between);
  const untold = picture && picture.candidates.length > 2 && !between;

  useEffect(() => {
    if (untold) setBetween(picture.pair.map(({ id }) => id));
  }, [untold]);
}

function Chooser({ side, picture }) {
  const ids = picture.pair.map(({ id }) => id);
  const choose = (value) =>
    setBetween(ids.map((id, k) => (k === side ? value : id === value ? ids[side] : id)));

  return html`<span class="chooser"><${Choices} label=${["To the right", "Upwards"][side]}
    value=${ids[side]} options=${picture.candidates} choose=${choose} /></span>`;
}

function Tools({ view, zoomed, picture }) {
  const sides = picture.candidates.length > 2 ? [0, 1] : [];

  return html`<div class="space-tools">
    ${sides.map((side) => html`<${Chooser} key=${side} side=${side} picture=${picture} />`)}
    <span class="zoom" role="group" aria-label="Zoom">
      <button type="button" class="button" aria-label="Closer" title="Closer (+)"
        onClick=${() => view.current.zoomBy(STEP)}>+</button>
      <button type="button" class="button" aria-label="Farther" title="Farther (-)"
        disabled=${!zoomed} onClick=${() => view.current.zoomBy(1 / STEP)}>−</button>
      <button type="button" class="button" title="Show all (0)" disabled=${!zoomed}
        onClick=${() => view.current.reset()}>All</button>
    </span>
  </div>`;
}

const HINT = "Arrow keys go from point to point and from kind to kind, Enter shows terms, "
  + "plus and minus zoom, 0 shows all.";

/** The picture in words. */
function about(picture) {
  const [x, y] = picture.pair.map(({ title }) => title);
  const items = [...picture.drafts, ...picture.solutions, ...picture.miss];

  return [
    `Points of ${x} to the right, of ${y} upwards.`,
    picture.hasDeal ? `${picture.frontierWords}.` : "No deal is acceptable to all.",
    ...items.map((item) => `${item.name}: ${scoreWords(item, picture.pair)}.`),
    HINT,
  ].join(" ");
}

function Empty({ pending }) {
  const words = pending ? "Working it out …"
    : "A picture needs two negotiating parties with scores.";

  return html`<section class="space"><h2>Deal space</h2><p class="below">${words}</p>
    <${Downloads} /></section>`;
}

/** The centre of the page. */
export function Space() {
  const view = useRef(null);
  const [zoomed, setZoomed] = useState(false);
  const { view: scenario, evaluation, selected, pending } =
    useParts("view", "evaluation", "selected", "pending");
  const picture = usePicture();

  usePair(picture);
  if (!picture) return html`<${Empty} pending=${!evaluation} />`;
  const chosen = picture.items.find(({ key }) => key === selected?.key) ?? null;
  return html`<section class="space" aria-busy=${pending.evaluate ? "true" : "false"}>
    <header><h2>Deal space</h2>
      <${Tools} view=${view} zoomed=${zoomed} picture=${picture} /></header>
    <${Headline} />
    <${Stage} picture=${picture} scenario=${scenario} chosen=${chosen} view=${view}
      zoomed=${zoomed} onZoom=${setZoomed} />
    <p id="space-about" class="unseen">${about(picture)}</p>
    <${SpaceKey} picture=${picture} parties=${scenario.parties} />
    ${chosen && html`<${Details} item=${chosen} view=${scenario} />`}
    <${SpaceTable} picture=${picture} />
    <${Downloads} />
  </section>`;
}
