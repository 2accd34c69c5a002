// SPDX-License-Identifier: GPL-3.0-or-later
// How things look in the pictures: the colours and dashes of the charts in briefings
// (report/tone.c, report/chart_look.c).

const TONES = {
  plain: ["#1f2328", "#e8eaed"],
  muted: ["#5a646e", "#a9b1ba"],
  first: ["#0072b2", "#56b4e9"],
  second: ["#d55e00", "#f0924c"],
  third: ["#009e73", "#3cc79a"],
  fourth: ["#8c6d00", "#d6b93b"],
  good: ["#00594f", "#4cc7b4"],
  bad: ["#a0343c", "#f07c82"],
  accent: ["#9c0068", "#f48ad0"],
  paper: ["#ffffff", "#14181c"],
  grid: ["#d5dade", "#3a424b"],
};

const PARTY_TONES = ["first", "second", "third", "fourth"];

/** Of the party at this place in the file. */
export const partyTone = (index) => PARTY_TONES[index % PARTY_TONES.length];

export const DASHES = { first: [], second: [5, 3], third: [1.5, 2.5], fourth: [6, 2, 1.5, 2] };

/** @param {"light" | "dark"} scheme  @returns {object}  colours by tone */
export const colours = (scheme) => Object.fromEntries(Object.entries(TONES)
  .map(([tone, [light, dark]]) => [tone, scheme === "dark" ? dark : light]));

/** What a system with colours of its own asks for. */
export const FORCED = Object.fromEntries(Object.keys(TONES).map((tone) =>
  [tone, { paper: "Canvas", grid: "GrayText", accent: "Highlight" }[tone] ?? "CanvasText"]));
