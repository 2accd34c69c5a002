// SPDX-License-Identifier: GPL-3.0-or-later
// The page's one state, as components use it.

import * as api from "./api.js";
import { useEffect, useReducer, useRef } from "./preact.js";
import { createState } from "./state.js";

const store = createState(api);

export const { getState, subscribe } = store;
export const {
  put,
  putMany,
  remove,
  replaceOverlay,
  openOverlay,
  setWorking,
  chooseCase,
  toggleLock,
  restore,
  reload,
  load,
  look,
  ask,
  endAnswer,
  closeAnswer,
  reset,
  undo,
  redo,
  settle,
  select,
  setBetween,
  setMessage,
  requestBody,
} = store.actions;

/**
 * A part of the state; the component is drawn again when that part is another one.
 *
 * @template T
 * @param {(state: import("./state.js").State) => T} selector
 * @returns {T}
 */
export function useStore(selector) {
  const [, redraw] = useReducer((count) => count + 1, 0);
  const latest = useRef();

  latest.current = { selector, value: selector(getState()) };
  useEffect(() => {
    const follow = (state) => {
      if (!Object.is(latest.current.selector(state), latest.current.value)) {
        redraw();
      }
    };
    follow(getState());
    return subscribe(follow);
  }, []);
  return latest.current.value;
}
