// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";

test("a title cannot turn what follows it around", async () => {
  globalThis.location = { search: "?token=t" };
  globalThis.fetch = async () => new Response('{"title":"a\u202eb\u2066c \u0627"}');
  const { ask } = await import("../../src/web/page/api.js");

  assert.deepEqual(await ask("scenario", {}), { title: "a\ufffdb\ufffdc \u0627" });
});
