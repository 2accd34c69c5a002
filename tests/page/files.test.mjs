// SPDX-License-Identifier: GPL-3.0-or-later
// The program serves what the list of its resources names: all of the page, and nothing that is not there.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const PAGE = new URL("../../src/web/page/", import.meta.url);
const read = (name) => readFileSync(new URL(name, PAGE), "utf8");
const files = readdirSync(PAGE).filter((name) => /\.(js|css|html)$/.test(name)).sort();
const served = [...read("page.gresource.xml").matchAll(/<file(?: alias="([^"]+)")?>([^<]+)<\/file>/g)]
  .map(([, alias, name]) => alias ?? name);

test("every file of the page is served", () => {
  assert.deepEqual(served.filter((name) => name !== "htm.js").sort(), files);
});

test("every module and style sheet that is asked for is served", () => {
  const asked = files.flatMap((name) =>
    [...read(name).matchAll(/(?:from|import\() ?"\.\/([^"]+)"|(?:href|src)="\/([^"]+)"/g)].map(([, module, link]) =>
      [name, module ?? link]));

  assert.ok(asked.length > 20);
  for (const [name, wanted] of asked) {
    assert.ok(served.includes(wanted), `${name} asks for ${wanted}`);
  }
});
