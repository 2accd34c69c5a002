// SPDX-License-Identifier: GPL-3.0-or-later
// The state of the page and everything that changes it.

import { createAnswers } from "./answering.js";
import * as history from "./history.js";
import { isEmpty, put as putAt, remove as removeAt, toKeys } from "./overlay.js";
import { axisParties } from "./picture.js";
import { calm, latest } from "./queue.js";
import { applyOverlay, fitOverlay, splitOverlay } from "./view.js";

/** Milliseconds without a change after which what takes longer is asked for. */
const CALM = 300;

/**
 * @typedef {object} State
 * @property {object | null} view        parley-view/1: what is shown and edited, all changes in it
 * @property {object | null} origin      the same without the page's changes (but with the case)
 * @property {object | null} evaluation  parley-evaluate/1 of the view
 * @property {object | null} counts      parley-deals/1 with counts; null while they are not known
 * @property {string | null} countsError  why they cannot be known
 * @property {object | null} cloud       parley-cloud/1; null while it is not known
 * @property {{ view: object, evaluation: object } | null} base  the file as it is: no case, no
 *   changes
 * @property {string | null} caseId
 * @property {object} overlay            the page's changes
 * @property {Object<string, string[]>} locks  by party: issues whose weights stay when others move
 * @property {{ error: string, problems?: object[], from?: string } | null} message  what was
 *   refused, and of what kind: it goes away when something of that kind succeeds
 * @property {Object<string, boolean>} pending  what is being worked out
 * @property {string | null} version     of the file, as the page has it
 * @property {object | null} disk        what /api/status said last
 * @property {any} selected              a deal, a draft or null
 * @property {{ command, body, html, error, exit, pending } | null} answer
 * @property {string[] | null} between   the two parties of the picture; null for the first two
 * @property {boolean} canUndo
 * @property {boolean} canRedo
 */

/** @returns {State} */
const beginning = () => ({
  view: null,
  origin: null,
  evaluation: null,
  counts: null,
  countsError: null,
  cloud: null,
  base: null,
  caseId: null,
  overlay: {},
  locks: {},
  message: null,
  pending: { evaluate: false, counts: false, cloud: false, load: false, open: false, link: false },
  version: null,
  disk: null,
  selected: null,
  answer: null,
  between: null,
  canUndo: false,
  canRedo: false,
});

/**
 * @param {{ ask: Function, post: Function, status: Function }} api
 * @param {() => number} [clock]
 */
export function createState(api, clock = Date.now) {
  let state = beginning();
  let past = history.begin(state.overlay);
  let rest = {}; // the part of the overlay that only the server works into the view
  const listeners = new Set();

  function set(change) {
    state = { ...state, ...change };
    listeners.forEach((listener) => listener(state));
  }
  const setPending = (change) => set({ pending: { ...state.pending, ...change } });

  /** What is nice to have and cannot be had is no reason for a message. */
  function refuse({ message, problems = [] }, from) {
    if (from === "counts") {
      set({ countsError: message });
    } else if (from !== "cloud") {
      set({ message: { error: message, problems, from } });
    }
  }

  const bodyOf = (overlay, more = {}) => ({
    ...(state.version ? { version: state.version } : {}),
    ...(state.caseId ? { case: state.caseId } : {}),
    ...(isEmpty(overlay) ? {} : { overlay }),
    ...more,
  });

  // ---- What the server works out -------------------------------------------------------------

  /** Runs a request; one that was ended by a newer one or by us says nothing. */
  async function attempt(pending, work) {
    setPending({ [pending]: true });
    try {
      const result = await work();
      if (state.message?.from === pending) {
        set({ message: null });
      }
      return result;
    } catch (error) {
      if (error.status === 410) {
        state.version = null;
        await load();
      } else if (error.status !== 409 && error.name !== "AbortError") {
        refuse(error, pending);
      }
      return undefined;
    } finally {
      setPending({ [pending]: false });
    }
  }

  const evaluating = latest(async () => {
    const { overlay } = state;
    const evaluation = await attempt("evaluate", () =>
      api.ask("evaluate", bodyOf(overlay), { series: "evaluate" }),
    );

    if (evaluation) {
      set({ evaluation });
    }
    await workIn();
  });

  const counting = calm(async (signal) => {
    const options = { top: "10" };
    const counts = await attempt("counts", () =>
      api.ask("deals", bodyOf(state.overlay, { options }), { series: "counts", signal }),
    );

    if (counts && !signal.aborted) {
      set({ counts, countsError: null });
    }
  }, CALM);

  const clouding = calm(async (signal) => {
    const { between } = state;

    if (axisParties(state.view).length < 2) {
      return;
    }
    const cloud = await attempt("cloud", () =>
      api.ask("cloud", bodyOf(state.overlay, between ? { between } : {}), {
        series: "cloud",
        signal,
      }),
    );

    if (cloud && !signal.aborted) {
      set({ cloud });
    }
  }, CALM);

  /** What an overlay from elsewhere changes beyond our own changes, as the server shows it. */
  async function workIn() {
    const parts = splitOverlay(state.origin, state.overlay);

    if (JSON.stringify(parts.rest) === JSON.stringify(rest)) {
      return;
    }
    const wanted = parts.rest;
    const view = isEmpty(wanted)
      ? state.origin
      : await attempt("load", () => api.ask("scenario", bodyOf(wanted), { series: "scenario" }));
    if (view) {
      rest = wanted;
      shown = view;
      set({ view: applyOverlay(shown, splitOverlay(shown, state.overlay).known) });
    }
  }
  let shown = null; // the view before our own changes
  let shownCase = null; // the case that it is of

  function recompute() {
    evaluating.run();
    counting.run();
    clouding.run();
  }

  // ---- Loading ---------------------------------------------------------------------------------

  /** Reads the file, a case and an overlay anew; what cannot be read leaves all as it was. */
  async function load(why = "load") {
    const { caseId } = state;
    const loaded = await attempt(why, async () => {
      const origin = await api.ask("scenario", bodyOf({}), { series: "scenario" });
      state.version = origin.version;
      const base =
        state.base?.view.version === origin.version ? state.base : await loadBase(origin);
      return { origin, base };
    });
    if (!loaded) {
      return false;
    }
    rest = {};
    shown = loaded.origin;
    shownCase = caseId;
    const overlay = fitOverlay(shown, past.now);
    set({
      ...loaded,
      overlay,
      view: applyOverlay(shown, splitOverlay(shown, overlay).known),
      counts: null,
    });
    recompute();
    return true;
  }

  async function loadBase(origin) {
    const { version } = origin;
    const [view, evaluation] = await Promise.all([
      state.caseId ? api.ask("scenario", { version }) : origin,
      api.ask("evaluate", { version }),
    ]);
    return { view, evaluation };
  }

  // ---- Changes ---------------------------------------------------------------------------------

  const canGo = () => ({ canUndo: past.past.length > 0, canRedo: past.future.length > 0 });

  function show(next) {
    past = next;
    const overlay = fitOverlay(shown, past.now);

    set({
      overlay,
      view: applyOverlay(shown, splitOverlay(shown, overlay).known),
      ...canGo(),
    });
    recompute();
  }

  /** The same name for the same paths, so that one drag is one step. */
  const stepOf = (pairs) => pairs.map(([path]) => toKeys(path).join(".")).join(" ");

  /**
   * Changes several things in one step of the history.
   *
   * @param {[string | string[], any][]} pairs  path and value; undefined takes it out
   * @param {{ live?: boolean, step?: string | null }} [how]  live: while a slider is dragged
   */
  function putMany(pairs, { live = false, step = stepOf(pairs) } = {}) {
    const overlay = pairs.reduce(
      (changed, [path, value]) =>
        value === undefined ? removeAt(changed, path) : putAt(changed, path, value),
      past.now,
    );

    show(history.record(past, overlay, step, { at: clock(), live }));
  }
  const put = (path, value, how) => putMany([[path, value]], how);
  const remove = (path) => putMany([[path, undefined]], { step: null });
  const replaceOverlay = (overlay) => show(history.record(past, overlay, null, { at: clock() }));

  /** @param {object | null} terms  by issue, as a draft has them; null: no working draft */
  function setWorking(terms, how) {
    put(
      "drafts.working",
      terms === null ? undefined : { id: "working", title: "Working draft", terms },
      how,
    );
  }

  /** Takes the text of an overlay file, when the server does; what is wrong becomes the message. */
  async function openOverlay(text, name) {
    const body = { ...bodyOf({}), overlay: text, overlay_name: name };
    const view = await attempt("open", () => api.ask("scenario", body, { series: "open" }));

    if (view) {
      replaceOverlay(JSON.parse(text));
    }
  }

  async function chooseCase(caseId) {
    set({ caseId, selected: null });
    // One that a newer choice has ended has nothing to put back.
    if (!(await load()) && state.caseId === caseId) {
      set({ caseId: shownCase });
    }
  }

  /** Takes the file as it is on the disk now, and keeps the changes. */
  async function reload() {
    const { version } = state;

    set({ version: null });
    if (!(await load())) {
      set({ version });
    }
  }

  function toggleLock(party, issue) {
    const locked = state.locks[party] ?? [];
    const next = locked.includes(issue) ? locked.filter((id) => id !== issue) : [...locked, issue];

    set({ locks: { ...state.locks, [party]: next } });
  }

  /** Whether the server takes changes from elsewhere. */
  const isTaken = async (overlay) =>
    isEmpty(overlay) ||
    (await attempt("link", () => api.ask("scenario", bodyOf(overlay), { series: "open" })));

  /** A state from elsewhere, such as a link; one that does not fit leaves all as it was. */
  async function restore({ caseId = null, overlay = {}, locks = {} }) {
    const before = { caseId: state.caseId, locks: state.locks, overlay: state.overlay };
    const steps = past;

    past = history.record(past, overlay, null, { at: clock() });
    set({ caseId, locks, overlay, ...canGo() });
    if ((await isTaken(overlay)) && (await load("link"))) {
      return true;
    }
    past = steps;
    set({ ...before, ...canGo() });
    return false;
  }

  // ---- The disk --------------------------------------------------------------------------------

  async function look() {
    try {
      const disk = await api.status();
      if (JSON.stringify(disk) !== JSON.stringify(state.disk)) {
        set({ disk });
      }
      if (state.message?.from === "look") {
        set({ message: null });
      }
    } catch (error) {
      if (state.message?.from !== "look") {
        refuse(error, "look");
      }
    }
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    actions: {
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
      ...createAnswers(api, set, (more) => bodyOf(state.overlay, more)),
      reset: () => replaceOverlay({}),
      undo: () => show(history.undo(past)),
      redo: () => show(history.redo(past)),
      settle: () => {
        past = history.settle(past);
        set(canGo());
      },
      select: (selected) => set({ selected }),
      setBetween: (between) => {
        set({ between, cloud: null });
        clouding.run();
      },
      setMessage: (message) => set({ message }),
      requestBody: (more) => bodyOf(state.overlay, more),
    },
  };
}
