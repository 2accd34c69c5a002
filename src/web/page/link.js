// SPDX-License-Identifier: GPL-3.0-or-later
// What is shown, as the part of the address behind #: it never goes to a server.

import { isEmpty } from "./overlay.js";
import { decode, encode } from "./packing.js";
import { getState, restore, setMessage, subscribe } from "./store.js";

/** Milliseconds without a change after which the address follows. */
const CALM = 400;

let ours = ""; // the fragment that we wrote last

const isPlain = ({ overlay, caseId, locks }) =>
  caseId === null &&
  isEmpty(overlay) &&
  Object.values(locks).every((ids) => ids.length === 0);

async function fragmentOf(state) {
  const { overlay, caseId, locks } = state;

  return isPlain(state) ? "" : `#${await encode({ overlay, case: caseId, locks })}`;
}

/** The whole address. */
export async function linkTo(state) {
  return location.href.replace(/#.*$/, "") + (await fragmentOf(state));
}

/** @returns {Promise<boolean>} whether the address says anything, and it could be read */
export async function restoreLink() {
  const fragment = location.hash;

  if (fragment.length < 2) {
    return false;
  }
  try {
    const { overlay, case: caseId, locks } = await decode(fragment.slice(1));
    ours = fragment;
    return await restore({ overlay, caseId, locks });
  } catch {
    setMessage({
      error: "What stands behind # in the address is no link of this page, or not all of it.",
      problems: [],
    });
    return false;
  }
}

/** The address follows the state, and the state the address. */
export function followLink() {
  let timer;
  let last = getState();

  subscribe((state) => {
    if (
      state.overlay === last.overlay &&
      state.caseId === last.caseId &&
      state.locks === last.locks
    ) {
      return;
    }
    last = state;
    clearTimeout(timer);
    timer = setTimeout(async () => {
      ours = await fragmentOf(getState());
      history.replaceState(null, "", location.href.replace(/#.*$/, "") + ours);
    }, CALM);
  });
  addEventListener("hashchange", () => {
    if (location.hash !== ours) {
      restoreLink();
    }
  });
}
