// SPDX-License-Identifier: GPL-3.0-or-later
// What a browser sees in a page: nothing that axe finds fault with, nothing that leaves, nothing
// that is too wide, and on paper as many pages as the PDF has.
//
// Usage: pages.mjs CHROMIUM HTML PDF

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { expect, findFaults, launch, measure, status } from "./common.mjs";

const [executablePath, html, pdf] = process.argv.slice(2);
const address = pathToFileURL(html).href;

const WIDE = { width: 1200, height: 900 };
const TELEPHONE = { width: 390, height: 800 };
const VIEWS = [
  { name: "light", colorScheme: "light", viewport: WIDE },
  { name: "dark", colorScheme: "dark", viewport: WIDE },
  { name: "telephone", colorScheme: "light", viewport: TELEPHONE },
];

async function open(browser, { name, colorScheme, viewport }) {
  const context = await browser.newContext({ colorScheme, viewport, offline: true });
  const page = await context.newPage();

  page.on("console", (message) => expect(false, `${name}: the console says ${message.text()}`));
  page.on("pageerror", (error) => expect(false, `${name}: ${error.message}`));
  page.on("request", (request) =>
    expect(request.url() === address, `${name}: the page asks for ${request.url()}`));
  await page.goto(address);
  return page;
}

// What would be drawn in the dark as on paper could not be seen.
async function compareColours(light, dark) {
  const colours = () => {
    const style = getComputedStyle(document.body);
    return [style.color, style.backgroundColor].join(" on ");
  };
  const [first, second] = [await light.evaluate(colours), await dark.evaluate(colours)];

  expect(first !== second, `light and dark are the same: ${first}`);
}

const countPages = (bytes) => bytes.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;

async function print(page) {
  const printed = countPages(await page.pdf({ preferCSSPageSize: true }));
  const written = countPages(readFileSync(pdf));

  expect(printed === written, `the browser prints ${printed} pages, and the PDF has ${written}`);
}

const browser = await launch(executablePath);
try {
  const pages = [];
  for (const view of VIEWS) {
    const page = await open(browser, view);
    await findFaults(page, view.name);
    await measure(page, view.name, view.viewport.width);
    pages.push(page);
  }
  await compareColours(pages[0], pages[1]);
  await print(pages[0]);
} finally {
  await browser.close();
}
process.exit(status());
