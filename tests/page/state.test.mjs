// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate } from "node:timers/promises";

import { createState } from "../../src/web/page/state.js";
import { view } from "./sample.mjs";

/** A server that answers when it is told to. */
function createServer() {
  const requests = [];
  const ask = (name, body, { signal } = {}) => new Promise((resolve, reject) => {
    requests.push({ name, body, resolve, reject, signal });
    signal?.addEventListener("abort", () => reject(Object.assign(new Error("ended"), { name: "AbortError" })));
  });
  const answers = {
    scenario: () => view(),
    evaluate: (body) => ({ format: "parley-evaluate/1", of: body }),
    deals: (body) => ({ format: "parley-deals/1", of: body }),
    cloud: () => ({ format: "parley-cloud/1" }),
  };
  const open = (name) => requests.filter((request) => request.name === name && !request.done);
  const answer = async (name, value) => {
    for (const request of open(name)) {
      request.done = true;
      request.resolve(value ?? answers[name](request.body));
    }
    await setImmediate();
  };
  const refuse = async (name, status, more = {}) => {
    for (const request of open(name)) {
      request.done = true;
      request.reject(Object.assign(new Error("No."), { status, ...more }));
    }
    await setImmediate();
  };

  return { requests, open, answer, refuse, api: { ask, post: ask, status: async () => ({}) } };
}

/** A clock that goes on when it is told to, in place of the real one. */
function createClock() {
  let waiting = [];
  let now = 0;

  globalThis.setTimeout = (run, delay) => {
    const timer = { run, at: now + delay };
    waiting.push(timer);
    return timer;
  };
  globalThis.clearTimeout = (timer) => { waiting = waiting.filter((one) => one !== timer); };
  return {
    now: () => now,
    tick(milliseconds) {
      now += milliseconds;
      const due = waiting.filter(({ at }) => at <= now);
      waiting = waiting.filter(({ at }) => at > now);
      due.forEach(({ run }) => run());
    },
  };
}

async function start(first = view()) {
  const clock = createClock();
  const server = createServer();
  const store = createState(server.api, clock.now);
  const loading = store.actions.load();

  await server.answer("scenario", first);
  await server.answer("evaluate");
  await loading;
  await server.answer("evaluate");
  return { clock, server, actions: store.actions, state: store.getState };
}

test("a page begins with the file as it is", async () => {
  const { state } = await start();

  assert.equal(state().version, view().version);
  assert.deepEqual(state().base.view.parties, state().view.parties);
  assert.ok(state().evaluation);
  assert.deepEqual([state().canUndo, state().canRedo, state().message], [false, false, null]);
});

test("a slider that is dragged shows at once and asks for one answer at a time", async () => {
  const { server, actions, state } = await start();

  for (let value = 45; value < 75; value++) {
    actions.put("parties.us.reservation", value, { live: true });
    assert.equal(state().view.parties[0].reservation.value, value);
  }
  assert.deepEqual(server.open("evaluate").map(({ body }) => body.overlay.parties.us.reservation), [45]);
  await server.answer("evaluate");
  assert.deepEqual(server.open("evaluate").map(({ body }) => body.overlay.parties.us.reservation), [74]);
  await server.answer("evaluate");
  assert.equal(server.open("evaluate").length, 0);
  assert.equal(state().evaluation.of.overlay.parties.us.reservation, 74);
});

test("what takes longer waits until nothing moves, and is ended when something does", async () => {
  const { clock, server, actions, state } = await start();

  clock.tick(299);
  assert.equal(server.open("deals").length, 0);
  clock.tick(1);
  assert.equal(server.open("deals").length, 1);
  actions.put("parties.us.reservation", 50);
  assert.equal(server.open("deals")[0].signal.aborted, true);
  await setImmediate();
  assert.deepEqual([state().counts, state().message], [null, null]);
});

test("one drag is undone in one step", async () => {
  const { actions, state } = await start();

  actions.put("parties.us.reservation", 46, { live: true });
  actions.put("parties.us.reservation", 47, { live: true });
  actions.put("parties.us.reservation", 48);
  actions.undo();
  assert.deepEqual([state().overlay, state().canUndo, state().canRedo], [{}, false, true]);
  assert.equal(state().view.parties[0].reservation.value, 45);
  actions.redo();
  assert.equal(state().view.parties[0].reservation.value, 48);
});

test("what the server refuses is a message, and the answer before stays", async () => {
  const { server, actions, state } = await start();
  const before = state().evaluation;

  actions.put("parties.us.reservation", -1e99);
  await server.refuse("evaluate", 422, { problems: [{ line: 1 }] });
  assert.deepEqual([state().message.error, state().message.problems], ["No.", [{ line: 1 }]]);
  assert.equal(state().evaluation, before);
  actions.undo();
  await server.answer("evaluate");
  assert.equal(state().message, null);
});

test("an answer that something newer has ended is no message", async () => {
  const { server, actions, state } = await start();

  actions.put("parties.us.reservation", 40);
  await server.refuse("evaluate", 409);
  assert.equal(state().message, null);
});

test("counts that cannot be had are no message", async () => {
  const { clock, server, state } = await start();

  clock.tick(300);
  await server.refuse("deals", 503);
  await server.refuse("cloud", 503);
  assert.deepEqual([state().message, state().countsError], [null, "No."]);
});

test("where all deals lie is asked for when two parties have scores", async () => {
  const [us] = view().parties;

  for (const [parties, times] of [[[us], 0], [[us, { ...us, id: "ukraine" }], 1]]) {
    const { clock, server } = await start({ ...view(), parties });
    clock.tick(300);
    assert.equal(server.open("cloud").length, times);
  }
});

test("what an overlay changes beyond the page's own changes, the server shows", async () => {
  const { server, actions, state } = await start();

  actions.replaceOverlay({ title: "Other", parties: { us: { reservation: 40 } } });
  await server.answer("evaluate");
  const [request] = server.open("scenario");
  assert.deepEqual(request.body.overlay, { title: "Other" });
  await server.answer("scenario", { ...view(), title: "Other" });
  assert.equal(state().view.title, "Other");
  assert.equal(state().view.parties[0].reservation.value, 40);
  actions.reset();
  await server.answer("evaluate");
  assert.equal(state().view.title, "Sample");
});

test("a case is applied before the changes, and one that fails leaves all as it was", async () => {
  const { server, actions, state } = await start();

  actions.put("parties.us.reservation", 40);
  const choosing = actions.chooseCase("other");
  assert.equal(server.open("scenario")[0].body.case, "other");
  await server.refuse("scenario", 422);
  await choosing;
  assert.equal(state().caseId, null);
  assert.equal(state().view.parties[0].reservation.value, 40);
});

test("of cases that are chosen quickly the last one counts", async () => {
  const { server, actions, state } = await start();
  const first = actions.chooseCase("first");
  const [ended] = server.open("scenario");
  ended.done = true;
  const second = actions.chooseCase("second");

  ended.reject(Object.assign(new Error("superseded"), { status: 409 }));
  await first;
  assert.equal(state().caseId, "second");
  await server.answer("scenario");
  await second;
  assert.equal(state().caseId, "second");
});

test("when the last of cases that are chosen quickly fails, the one that is shown stays", async () => {
  const { server, actions, state } = await start();
  const first = actions.chooseCase("first");
  const [ended] = server.open("scenario");
  ended.done = true;
  const second = actions.chooseCase("second");

  ended.reject(Object.assign(new Error("superseded"), { status: 409 }));
  await first;
  await server.refuse("scenario", 422);
  await second;
  assert.equal(state().caseId, null);
});

test("a link that does not fit leaves all as it was", async () => {
  const { server, actions, state } = await start();

  actions.put("parties.us.reservation", 40);
  const restoring = actions.restore({ caseId: "gone", overlay: { title: 3 }, locks: {} });
  await server.refuse("scenario", 422);
  assert.equal(await restoring, false);
  assert.deepEqual([state().caseId, state().overlay], [null, { parties: { us: { reservation: 40 } } }]);
  actions.undo();
  assert.deepEqual(state().overlay, {});
});

test("changes of a link that the server does not take leave all as it was", async () => {
  const { server, actions, state } = await start();
  const overlay = { parties: { us: { reservation: 50 } } };
  const first = actions.restore({ overlay });
  assert.deepEqual(server.open("scenario").map(({ body }) => body.overlay), [overlay]);
  await server.answer("scenario");
  await server.answer("scenario");
  assert.equal(await first, true);

  const second = actions.restore({ overlay: { parties: [1] } });
  await server.refuse("scenario", 422);
  assert.equal(await second, false);
  assert.deepEqual([state().overlay, state().message.error], [overlay, "No."]);
});

test("a number within its range stands alone in a case whose range does not hold it", async () => {
  const { server, actions, state } = await start();
  const kept = { parties: { us: { reservation: { value: 47 } } } };
  const [us] = view().parties;
  const other = { ...us, reservation: { ...us.reservation, low: 10, high: 20, value: 15 } };

  actions.put("parties.us.reservation", { value: 47 });
  const going = actions.chooseCase("other");
  await server.answer("scenario", { ...view(), parties: [other] });
  await going;
  assert.deepEqual(state().overlay, { parties: { us: { reservation: 47 } } });
  assert.equal(state().view.parties[0].reservation.low, null);
  const back = actions.chooseCase(null);
  await server.answer("scenario");
  await back;
  assert.deepEqual(state().overlay, kept);
});

test("the working draft is a change like others", async () => {
  const { actions, state } = await start();

  actions.setWorking({ share: 50 });
  assert.deepEqual(state().overlay.drafts.working, { id: "working", title: "Working draft", terms: { share: 50 } });
  assert.equal(state().view.drafts.at(-1).id, "working");
  actions.setWorking(null);
  assert.deepEqual(state().overlay, {});
});
