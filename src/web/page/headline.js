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

  if (known === "1") return `YES: 1 deal is acceptable to ${all}.`;
  if (known) return `YES: ${count(known)} deals are acceptable to ${all}.`;
  const some = `YES: there are deals that are acceptable to ${all}`;
  if (counts?.estimate) return `${some}; too many deals to count them.`;
  return `${some}${countsError ? "." : "; counting …"}`;
}

function noWords(all, deals) {
  return deals.exact_search === false ? `No deal that is acceptable to ${all} was found.`
    : `NO: no deal is acceptable to ${all}.`;
}

function percentWords(percent) {
  if (percent < 0.1) return "under 0.1";
  return percent < 10 ? percent.toPrecision(2) : percent.toFixed(0);
}

/** "5.0 % of 36,926,668,800 feasible deals" */
function shareWords(counts) {
  const { acceptable, space } = counts ?? {};

  if (!acceptable || !space?.feasible || acceptable.count === "0") return null;
  const percent = (100 * Number(acceptable.count)) / Number(space.feasible);

  return `${percentWords(percent)} % of ${count(space.feasible)} feasible deals`;
}

export function Headline() {
  const { view, evaluation, countsError } = useParts("view", "evaluation", "countsError");
  const { value, fresh } = useFresh("counts");
  const { deals } = evaluation;

  if (deals.error) return html`<p class="headline">${deals.error}</p>`;
  const counts = fresh ? value : null;
  const [yes, all] = [deals.frontier.points !== "0", everyone(view)];
  const words = yes ? yesWords(all, counts, countsError) : noWords(all, deals);

  return html`<p class=${`headline ${yes ? "yes" : "no"}`}>
      <${Sign} mark=${yes ? "yes" : "no"} /> <strong>${words}</strong>
      ${yes && html` <span>${shareWords(counts)}</span>`}</p>
    <p class="unseen" role="status">${yes ? "There is a deal." : noWords(all, deals)}</p>`;
}
