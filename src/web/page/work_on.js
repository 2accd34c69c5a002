// SPDX-License-Identifier: GPL-3.0-or-later
// Takes terms over as the working draft, and shows where that is.

import { getState, setWorking } from "./store.js";
import { completeTerms } from "./working.js";

export function workOn(terms) {
  setWorking(completeTerms(getState().view, terms), { step: null });
  requestAnimationFrame(() =>
    document.querySelector(".working")?.scrollIntoView({ block: "nearest" }),
  );
}
