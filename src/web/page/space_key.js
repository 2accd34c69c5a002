// SPDX-License-Identifier: GPL-3.0-or-later
// The key of the deal space: what its marks mean, as far as it has them.

import { html } from "./preact.js";
import { partyTone } from "./look.js";
import { Shape } from "./marks.js";
import { SOLUTIONS } from "./picture.js";

const isClosed = ({ x, y }) => x[0] === x[1] && y[0] === y[1];

/** [shape, tone, words, whether there is any] of drafts */
function draftRows(drafts) {
  const others = drafts.filter(({ kind }) => kind !== "working");
  const closed = others.filter(isClosed);

  return [
    ["disc", "plain", "Draft that all accept", closed.some(({ verdict }) => verdict === "accepts")],
    ["ring", "plain", "Draft that some side does not accept", closed.some(({ verdict }) => verdict !== "accepts")],
    ["box", "plain", "Draft with open terms, within the box; drawn through: all accept", closed.length < others.length],
    ["star", "accent", "Working draft", others.length < drafts.length],
  ];
}

function zoneRow({ hasDeal, two }) {
  if (!hasDeal) return ["area", "bad", "Both would have enough here, but no deal gives it to them", true];
  return ["area", "good", two ? "Zone of agreement: deals that both accept" : "Enough points for these two", true];
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
