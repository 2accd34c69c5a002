// SPDX-License-Identifier: GPL-3.0-or-later
// The key of the deal space: what its marks mean, as far as it has them.

import { html } from "./preact.js";
import { partyTone } from "./look.js";
import { Shape } from "./marks.js";
import { SOLUTIONS } from "./picture.js";

const isClosed = ({ x, y }) => x[0] === x[1] && y[0] === y[1];

const WORDS = {
  accepted: "Draft that all accept",
  other: "Draft that some side does not accept",
  open: "Draft with open terms, within the box; drawn through: all accept",
  zone: "Zone of agreement: deals that both accept",
  corner: "Enough points for these two",
  none: "Both would have enough here, but no deal gives it to them",
};

/** [shape, tone, words, whether there is any] of drafts */
function draftRows(drafts) {
  const others = drafts.filter(({ kind }) => kind !== "working");
  const closed = others.filter(isClosed);
  const accepted = closed.filter(({ verdict }) => verdict === "accepts");

  return [
    ["disc", "plain", WORDS.accepted, accepted.length > 0],
    ["ring", "plain", WORDS.other, accepted.length < closed.length],
    ["box", "plain", WORDS.open, closed.length < others.length],
    ["star", "accent", "Working draft", others.length < drafts.length],
  ];
}

function zoneRow({ hasDeal, two }) {
  if (!hasDeal) return ["area", "bad", WORDS.none, true];
  return ["area", "good", two ? WORDS.zone : WORDS.corner, true];
}

const hasRange = (number) => number && number.low !== null && number.low !== number.high;

function beliefRows({ pair, reservations }, parties) {
  return pair.map((party, side) => {
    const tone = partyTone(parties.findIndex(({ id }) => id === party.id));
    return ["band", tone, `Reservation as believed: ${party.title}`, hasRange(reservations[side])];
  });
}

function rowsOf(picture, parties) {
  const { solutions, miss, cloud, ghosts, frontierWords, two } = picture;
  const letters = SOLUTIONS.map(({ letter, title }) => `${letter} ${title}`).join(", ");
  const moved = ghosts.items.length > 0 || ghosts.frontier.length > 0;

  return [
    ...draftRows(picture.drafts),
    ["diamond", "good", `Solution: ${letters}`, solutions.length > 0],
    [two ? "stairs" : "disc", "good", frontierWords, frontierWords !== null],
    ["cross", "bad", "Nearest miss", miss.length > 0],
    zoneRow(picture),
    ...beliefRows(picture, parties),
    ["cells", "muted", cloud?.words, cloud !== null],
    ["ghost", "muted", "Moved from where it is in the base", moved],
  ].filter(([, , , isThere]) => isThere);
}

export function SpaceKey({ picture, parties }) {
  const rows = rowsOf(picture, parties).map(([shape, tone, words]) =>
    html`<li key=${words}><${Shape} shape=${shape} tone=${tone} /> ${words}</li>`);

  return html`<ul class="key" aria-label="Key">${rows}</ul>`;
}
