// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";

import { decode, encode } from "../../src/web/page/packing.js";

const STATE = { overlay: { parties: { us: { reservation: 40, note: "ж ☃ \u{1f600}" } } }, case: null, locks: { us: ["share"] } };

test("what is packed can be unpacked, and stands in an address as it is", async () => {
  const packed = await encode(STATE);

  assert.match(packed, /^z[A-Za-z0-9_-]+$/);
  assert.deepEqual(await decode(packed), STATE);
});

test("a browser that cannot make it smaller packs it as it is", async () => {
  const stream = globalThis.CompressionStream;

  delete globalThis.CompressionStream;
  const packed = await encode(STATE);
  globalThis.CompressionStream = stream;
  assert.equal(packed[0], "j");
  assert.deepEqual(await decode(packed), STATE);
});

test("what was not packed here is refused", async () => {
  const pack = (text) => `j${Buffer.from(text).toString("base64url")}`;

  for (const bad of ["", "x", "z", "j", "z!!!", "zAAAA", pack("3"), pack("{}"), pack('{"overlay":[]}'), pack("{")]) {
    await assert.rejects(decode(bad), undefined, bad);
  }
});

test("locks that are none are left out", async () => {
  const pack = (value) => `j${Buffer.from(JSON.stringify(value)).toString("base64url")}`;

  for (const locks of [undefined, null, 7, [1], { us: 7 }, { us: null }]) {
    assert.deepEqual((await decode(pack({ overlay: {}, locks }))).locks, {});
  }
});

test("what would fill the memory is refused", async () => {
  const bomb = deflateRawSync(Buffer.from(`{"overlay":{"a":"${" ".repeat(8 << 20)}"}}`));

  assert.ok(bomb.length < 20_000);
  await assert.rejects(decode(`z${bomb.toString("base64url")}`), RangeError);
});
