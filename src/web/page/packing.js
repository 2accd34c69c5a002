// SPDX-License-Identifier: GPL-3.0-or-later
// A value as letters that an address may hold: its JSON, made smaller where the browser can, in
// base64url. The first letter says which: "z" made smaller (deflate), "j" as it is.

import { isObject } from "./overlay.js";

/** What a link can unpack to at most: one cannot fill the memory by it. */
const MOST = 1 << 20;

async function pipe(bytes, stream) {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts = [];
  let length = 0;

  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > MOST) {
      await reader.cancel();
      throw new RangeError("too long");
    }
    parts.push(part.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

const toBase64 = (bytes) =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");

const fromBase64 = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) =>
    letter.charCodeAt(0),
  );

/** @returns {Promise<string>} */
export async function encode(value) {
  const bytes = new TextEncoder().encode(JSON.stringify(value));

  return typeof CompressionStream === "undefined"
    ? `j${toBase64(bytes)}`
    : `z${toBase64(await pipe(bytes, new CompressionStream("deflate-raw")))}`;
}

/** Issues that are locked, by party; what is none of that is left out. */
function locksOf({ locks }) {
  const lists = isObject(locks) ? Object.entries(locks) : [];

  return Object.fromEntries(lists.filter(([, ids]) => Array.isArray(ids)));
}

/** What encode() has packed; throws where it is nothing of that kind. */
export async function decode(text) {
  const bytes = fromBase64(text.slice(1));

  if (text[0] !== "z" && text[0] !== "j") {
    throw new SyntaxError("not packed here");
  }
  const plain = text[0] === "j" ? bytes : await pipe(bytes, new DecompressionStream("deflate-raw"));
  const value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(plain));

  if (!isObject(value) || !isObject(value.overlay)) {
    throw new SyntaxError("not packed here");
  }
  return { ...value, locks: locksOf(value) };
}
