// SPDX-License-Identifier: GPL-3.0-or-later
// A small view, as the server has it.

export const number = (value, low = null, high = null) =>
  ({ value, low, high, basis: null, source: [], note: null });

/** Two issues with weights of 60 and 40, one that has no values, and an ideal. */
export const view = () => ({
  format: "parley-view/1", version: "0123456789abcdef", file: "sample.json", title: "Sample", as_of: null,
  issues: [
    { id: "security", title: "Security", kind: "choice", options: [{ id: "none", title: "None" }, { id: "pledge", title: "Pledge" }] },
    { id: "share", title: "Share", kind: "range", unit: "%", min: 0, max: 100, values: [0, 50, 100] },
    { id: "term", title: "Term", kind: "range", unit: "years", min: 0, max: 10, values: [0, 5, 10] },
  ],
  parties: [{
    id: "us", title: "United States", role: "party", negotiates: true, scored: true, normalize: true,
    reservation: number(45, 41, 50), reservation_from: null, weighting: "weights",
    weights: [
      { issue: "security", weight: number(60, 50, 70), share: 60 },
      { issue: "share", weight: number(40), share: 40 },
      { issue: "term", weight: null, share: 0 },
    ],
    values: [
      { issue: "security", kind: "options", options: [{ id: "none", value: number(0) }, { id: "pledge", value: number(100, 80, 100) }] },
      { issue: "share", kind: "curve", shape: "linear", points: [{ x: 0, value: number(100) }, { x: 100, value: number(0) }] },
      { issue: "term", kind: "ideal", ideal: number(5), tolerance: number(5) },
    ],
    adjustments: [{ id: "both", title: "Both", points: number(-5) }],
    red_lines: [],
  }],
  drafts: [{ id: "first", title: "First", date: null, tabled_by: [], terms: { share: 50 } }],
  cases: [{ id: "other", title: "Other", question: null }],
});
