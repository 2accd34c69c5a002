// SPDX-License-Identifier: GPL-3.0-or-later
// The answer first: whether there is a deal, and how many, as parley deals says it.

import { html } from "./preact.js";
import { useFresh } from "./fresh.js";
import { Sign } from "./marks.js";
import { useStore } from "./store.js";
import { count } from "./wording.js";

const deciders = (view) => view.parties.filter(({ role }) => role !== "affected").length;
const everyone = (n) => (n === 1 ? "the one side that decides" : n === 2 ? "both sides" : `all ${n} sides`);

function yesWords(all, counts, error) {
  const known = counts?.acceptable?.count;

  if (known) return `YES: ${count(known)} ${known === "1" ? "deal is" : "deals are"} acceptable to ${all}.`;
  if (counts?.estimate) return `YES: there are deals that are acceptable to ${all}; too many deals to count them.`;
  return `YES: there are deals that are acceptable to ${all}${error ? "." : "; counting …"}`;
}

function countedWords(counts) {
  const { acceptable, space } = counts ?? {};
  if (!acceptable || !space?.feasible || acceptable.count === "0") return null;
  const percent = (100 * Number(acceptable.count)) / Number(space.feasible);
  const words = percent < 0.1 ? "under 0.1" : percent < 10 ? percent.toPrecision(2) : percent.toFixed(0);

  return `${words} % of ${count(space.feasible)} feasible deals`;
}

export function Headline() {
  const [view, evaluation, countsError] = ["view", "evaluation", "countsError"].map((part) => useStore((state) => state[part]));
  const { value, fresh } = useFresh("counts");
  const counts = fresh ? value : null;
  const { deals } = evaluation;

  if (deals.error) return html`<p class="headline"><span>${deals.error}</span></p>`;
  const all = everyone(deciders(view));
  const yes = deals.frontier.points !== "0";
  const no = deals.exact_search === false ? `No deal that is acceptable to ${all} was found.` : `NO: no deal is acceptable to ${all}.`;

  return html`<p class=${`headline ${yes ? "yes" : "no"}`} role="status">
    <${Sign} mark=${yes ? "yes" : "no"} /> <strong>${yes ? yesWords(all, counts, countsError) : no}</strong>
    ${yes && countedWords(counts) && html` <span>${countedWords(counts)}</span>`}
  </p>`;
}
