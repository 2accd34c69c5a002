// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests in a browser share.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let failures = 0;

export function expect(condition, message) {
  if (!condition) {
    console.log(`FAILED: ${message}`);
    failures++;
  }
}

/** What the test has come to, as an exit status. */
export const status = () => (failures > 0 ? 1 : 0);

export const launch = (executablePath) =>
  chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });

/** Expects axe to find nothing wrong with what a page shows now. */
export async function findFaults(page, name) {
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate(() => globalThis.axe.run());

  expect(passes.length > 20, `${name}: axe has looked at ${passes.length} things only`);
  for (const violation of violations) {
    const places = violation.nodes.slice(0, 3).map((node) => node.html.slice(0, 160));
    expect(false, `${name}: ${violation.id}: ${violation.help}\n  ${places.join("\n  ")}`);
  }
}

/** Expects a page to be as wide as the screen at most. */
export async function measure(page, name, width) {
  const is = await page.evaluate(() => document.documentElement.scrollWidth);

  expect(is <= width, `${name}: the page is ${is} wide, the screen ${width}`);
}

/** The server of a scenario, and the address that it prints. */
export function serve(parley, scenario) {
  const server = spawn(parley, ["serve", scenario], { stdio: ["ignore", "pipe", "inherit"] });

  return new Promise((resolve, reject) => {
    server.stdout.on("data", (text) => {
      const address = /http:\S+/.exec(text)?.[0];
      if (address) {
        resolve({ server, address });
      }
    });
    server.on("exit", (code) => reject(new Error(`the server has ended with ${code}`)));
  });
}
