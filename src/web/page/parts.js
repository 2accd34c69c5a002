// SPDX-License-Identifier: GPL-3.0-or-later
// Several parts of the state at once.

import { useRef } from "./preact.js";
import { useStore } from "./store.js";

/** @returns {object}  those parts of the state; one that changes draws the component again */
export const useParts = (...names) =>
  Object.fromEntries(names.map((name) => [name, useStore((state) => state[name])]));

/** What deals depend on: all but the drafts. */
const dealsKey = ({ overlay, caseId, version }) =>
  JSON.stringify([caseId, version, { ...overlay, drafts: undefined }]);

/**
 * What takes longer comes after the rest. Until then what is there belongs to what was before, and
 * is not to be told as if it were still true.
 *
 * @param {"counts" | "cloud"} part
 * @returns {{ value: object | null, fresh: boolean }}  fresh: of the deals as they are now
 */
export function useFresh(part) {
  const value = useStore((state) => state[part]);
  const key = useStore(dealsKey);
  const known = useRef({ value: null, key });

  if (known.current.value !== value) known.current = { value, key };
  return { value, fresh: value !== null && known.current.key === key };
}
