// SPDX-License-Identifier: GPL-3.0-or-later
// The answer first: whether there is a deal, and how many, as parley deals says it.

import { html } from "./preact.js";
import { Sign } from "./marks.js";
import { useFresh, useParts } from "./parts.js";
import { count } from "./wording.js";

/** "both sides" */
function everyone({ parties }) {
  const n = parties.filter(({ role }) => role !== "affected").length;

  return n === 1 ? "the one side that decides" : n === 2 ? "both sides" : `all ${n} sides`;
}

function yesWords(all, counts, countsError) {
  const known = counts?.acceptable?.count;

  if (known) return `YES: ${count(known)} ${known === "1" ? "deal is" : "deals are"} acceptable to ${all}.`;
  if (counts?.estimate) return `YES: there are deals that are acceptable to ${all}; too many deals to count them.`;
  return `YES: there are deals that are acceptable to ${all}${countsError ? "." : "; counting …"}`;
}

function noWords(all, deals) {
  return deals.exact_search === false ? `No deal that is acceptable to ${all} was found.`
    : `NO: no deal is acceptable to ${all}.`;
}

/** "5.0 % of 36,926,668,800 feasible deals" */
function shareWords(counts) {
  const { acceptable, space } = counts ?? {};

  if (!acceptable || !space?.feasible || acceptable.count === "0") return null;
  const percent = (100 * Number(acceptable.count)) / Number(space.feasible);
  const words = percent < 0.1 ? "under 0.1" : percent < 10 ? percent.toPrecision(2) : percent.toFixed(0);

  return `${words} % of ${count(space.feasible)} feasible deals`;
}

export function Headline() {
  const { view, evaluation, countsError } = useParts("view", "evaluation", "countsError");
  const { value, fresh } = useFresh("counts");
  const { deals } = evaluation;

  if (deals.error) return html`<p class="headline">${deals.error}</p>`;
  const counts = fresh ? value : null;
  const [yes, all] = [deals.frontier.points !== "0", everyone(view)];
  const words = yes ? yesWords(all, counts, countsError) : noWords(all, deals);

  return html`<p class=${`headline ${yes ? "yes" : "no"}`} role="status">
    <${Sign} mark=${yes ? "yes" : "no"} /> <strong>${words}</strong>
    ${yes && html` <span>${shareWords(counts)}</span>`}</p>`;
}
