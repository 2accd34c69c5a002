// SPDX-License-Identifier: GPL-3.0-or-later
// What changing one term of the working draft would do, exactly, as parley explain works it out.

import * as api from "./api.js";
import { useEffect, useState } from "./preact.js";
import { requestBody } from "./store.js";
import { changesByIssue } from "./working.js";

/** Milliseconds without a change after which it is asked for. */
const CALM = 150;

/**
 * @param {object} evaluation  another one: asks again
 * @returns {{ changes: Map<string, object[]>, fresh: boolean }}  the last ones stay until there are
 *   others
 */
export function useChanges(evaluation) {
  const [found, setFound] = useState({ changes: new Map(), of: null });

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const tell = (explained) =>
      signal.aborted || setFound({ changes: changesByIssue(explained), of: evaluation });
    const body = requestBody({ arguments: ["working"] });
    const look = () => api.ask("explain", body, { series: "changes", signal }).then(tell, () => {});
    const timer = setTimeout(look, CALM);

    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [evaluation]);
  return { changes: found.changes, fresh: found.of === evaluation };
}
