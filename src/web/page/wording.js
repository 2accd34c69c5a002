// SPDX-License-Identifier: GPL-3.0-or-later
// How the page says numbers, terms and verdicts: as the commands do (report/words.h).

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** To one decimal, halves away from zero, as decimals are read: 15.35 is 15.4. */
export function round(number) {
  const digits = Number(Math.abs(number).toPrecision(14));
  const text = String(digits);
  const tenths = text.includes("e") ? Math.round(digits * 10) : Math.round(Number(`${text}e1`));

  return tenths === 0 ? 0 : (Math.sign(number) * tenths) / 10;
}

/** "82.9" */
export const points = (number) => round(number).toFixed(1);

/** "82.9", "82.9-87.7", "-4.5..0.0" */
export function span(low, high) {
  const [from, to] = [points(low), points(high)];

  if (from === to) return from;
  return from.startsWith("-") || to.startsWith("-") ? `${from}..${to}` : `${from}-${to}`;
}

const signed = (number) => (round(number) > 0 ? `+${points(number)}` : points(number));

/** What points move by: "+6.3", "-0.2", "0.0", "-2.5..+1.0" */
export function shift(low, high) {
  const [from, to] = [signed(low), signed(high)];

  return from === to ? from : `${from}..${to}`;
}

/** How far a score is from the reservation: "+3.2", "short by 3.2", "-2.5..+1.0" */
export function margin(surplus) {
  if (!surplus) return "";
  const { low, high } = surplus;

  if (high >= 0) return shift(low, high);
  if (round(low) === 0) return "short by less than 0.1";
  return round(high) === 0 ? `short by up to ${points(-low)}` : `short by ${span(-high, -low)}`;
}

const less = (a, b) => Number((a - b).toFixed(9)); // 45.05 - 45 is 0.05

/**
 * By how much scores are over a reservation.
 *
 * @param {object} [standing]  of a draft, which is judged by the reservation of its own day
 */
export function surplusOf(standing, scores, reservation) {
  if (standing?.surplus) return standing.surplus;
  return scores && reservation
    ? { low: less(scores.low, reservation.value), high: less(scores.high, reservation.value) }
    : null;
}

/** An input, or a number of a range issue, without needless digits: "45", "32.5" */
export const input = (number) => String(Number(number.toPrecision(10)));

/** A number with the range in which it is believed to lie: "45 (believed 41-50)" */
export function believedWords({ value, low, high }) {
  return low === null || low === high ? input(value)
    : `${input(value)} (believed ${input(low)}-${input(high)})`;
}

/** "1,968,933,729": a count comes as a string of digits. */
export const count = (digits) => String(digits).replace(/\B(?=(\d{3})+(?!\d))/g, ",");

/** "12 Feb", with the year when it is not that of @p asOf */
export function day(date, asOf) {
  if (!date) return "";
  const [year, month, dayOfMonth] = date.split("-");
  const words = `${Number(dayOfMonth)} ${MONTHS[Number(month) - 1]}`;

  return asOf && asOf.startsWith(year) ? words : `${words} ${year}`;
}

/** "12 Feb, US draft" */
export function draftName(draft, asOf) {
  const when = day(draft.date, asOf);

  return when ? `${when}, ${draft.title}` : draft.title;
}

/** "a, b and c" */
export function join(words, last = "and") {
  if (words.length < 2) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

function optionWords(issue, option) {
  if (typeof option === "number")
    return issue.unit ? `${input(option)} ${issue.unit}` : input(option);
  return issue.options?.find(({ id }) => id === option)?.title ?? String(option);
}

function boundsWords(issue, { min, max }) {
  const [from, to] = [min, max].map((end) => (end === undefined ? null : optionWords(issue, end)));

  if (from === null) return `up to ${to}`;
  if (to === null) return `from ${from}`;
  if (typeof min === "number" && issue.unit) return `${input(min)}-${input(max)} ${issue.unit}`;
  return `${from} to ${to}`;
}

/** What a term says: "none or statement", "50-100 %", and @p open where it is not there */
export function termWords(issue, term, open = "not known") {
  if (term === undefined || term === null) return open;
  if (Array.isArray(term)) {
    return join(term.map((option) => optionWords(issue, option)), "or");
  }
  return typeof term === "object" ? boundsWords(issue, term) : optionWords(issue, term);
}

const VERDICTS = {
  accepts: { mark: "yes", word: "accepts" },
  rejects: { mark: "no", word: "rejects" },
  depends: { mark: "maybe", word: "depends" },
  infeasible: { mark: "never", word: "against the rules" },
};

/** The mark (a name of marks.js) and the word of a verdict; null where there is none */
export const verdictWords = (verdict) => VERDICTS[verdict] ?? null;

/** The mark alone; "" where there is none */
export const markOf = (verdict) => VERDICTS[verdict]?.mark ?? "";

/** "Egalitarian" */
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** The title of the one that has this id in a list of the view; the id where none has it. */
export const titleOf = (list, id) => list.find((one) => one.id === id)?.title ?? id;

/** "1 change", "3 changes" */
export const counted = (n, one, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

/** What all say to a draft: "both accept", "Ukraine rejects", "depends on Ukraine" */
export function jointWords(score, parties) {
  if (score.verdict === "accepts") return parties.length === 2 ? "both accept" : "all accept";
  if (score.verdict === "infeasible") return "against the rules";
  const named = (verdict) => parties.filter(({ id }) => score.parties[id]?.verdict === verdict);
  const refusing = named("rejects").map(({ title }) => title);

  if (refusing.length > 0) return `${join(refusing)} ${refusing.length > 1 ? "reject" : "rejects"}`;
  const unsure = named("depends").map(({ title }) => title);
  if (score.verdict === "rejects") return "never accepted by all at once";
  return unsure.length > 0 ? `depends on ${join(unsure)}` : "depends";
}
