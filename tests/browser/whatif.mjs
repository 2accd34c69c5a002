// SPDX-License-Identifier: GPL-3.0-or-later
// What an analyst does with the page of `parley serve`: each step by the names that a screen reader
// says, with nothing in the console and no request to anybody else.
//
// Usage: whatif.mjs CHROMIUM PARLEY SCENARIO, which is a copy that may be written over

import { readFileSync, writeFileSync } from "node:fs";
import { expect, findFaults, launch, measure, serve, status } from "./common.mjs";

const [executablePath, parley, scenario] = process.argv.slice(2);

const LAPTOP = { width: 1440, height: 900 };
const TELEPHONE = { width: 390, height: 800 };
const SMALL = { width: 320, height: 640 };
const SIGNED = "30 Apr, Signed text";
const FIRST = "12 Feb, US draft";
const PATIENCE = 10000;

async function open(browser, address, { colorScheme = "light", viewport = LAPTOP, ...more } = {}) {
  const context = await browser.newContext({ colorScheme, viewport, ...more });
  const page = await context.newPage();
  const { origin } = new URL(address);

  page.setDefaultTimeout(PATIENCE);
  page.refusals = 0;
  page.on("console", (message) => {
    // A browser itself says so of each answer that is a refusal.
    const refused = message.text().startsWith("Failed to load resource") && page.refusals-- > 0;
    expect(refused, `the console says ${message.text()}`);
  });
  page.on("pageerror", (error) => expect(false, `the page fails: ${error.message}`));
  page.on("request", (request) =>
    expect(/^(data|blob):/.test(request.url()) || new URL(request.url()).origin === origin,
      `the page asks for ${request.url()}`));
  await page.goto(address);
  await page.getByRole("row", { name: SIGNED }).waitFor();
  return page;
}

// Waits until @read gives @wanted, which a text or a pattern says.
async function becomes(what, wanted, read) {
  const fits = (is) => (wanted instanceof RegExp ? wanted.test(is) : is === wanted);
  const end = Date.now() + PATIENCE;
  let is = await read();

  while (!fits(is) && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    is = await read();
  }
  expect(fits(is), `${what} is ${is}, not ${wanted}`);
}

const draft = (page, title) => page.getByRole("region", { name: "Drafts" }).getByRole("row", { name: title });
const verdict = (page, title) => draft(page, title).innerText();
const becomesOf = (page, title, wanted) => becomes(title, wanted, () => verdict(page, title));
const party = (page, name) => page.getByRole("tab", { name, exact: true }).click();
const button = (page, name) => page.getByRole("button", { name, exact: true });
const undo = (page) => page.getByRole("button", { name: /^Undo/ }).click();
const working = (page) => page.getByRole("region", { name: "Working draft", exact: true });
const answer = (page) => page.getByRole("region", { name: /^(Why|Amend|Trades|Compare|What changes)/ });

// The file that a click saves.
async function saves(page, click) {
  const [download] = await Promise.all([page.waitForEvent("download"), click()]);

  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

async function dragsSlider(page) {
  const slider = page.getByRole("slider", { name: "United States accepts from" });
  const { x, y, width, height } = await slider.boundingBox();
  const at = (points) => x + (width * points) / 100;

  await becomesOf(page, SIGNED, /both accept/);
  await page.mouse.move(at(45), y + height / 2);
  await page.mouse.down();
  for (let points = 46; points <= 70; points += 4) {
    await page.mouse.move(at(points), y + height / 2);
  }
  await page.mouse.up();
  await becomesOf(page, SIGNED, /United States rejects/);
  expect(Number(await slider.inputValue()) > 60, "the slider has not moved");
  await undo(page);
  await becomesOf(page, SIGNED, /both accept/);
  await page.keyboard.press("Control+Shift+z");
  await becomesOf(page, SIGNED, /United States rejects/);
  await page.keyboard.press("Control+z");
  await becomesOf(page, SIGNED, /both accept/);
}

// Weights of the United States as they are shown, by issue.
const weights = (page) =>
  page.getByRole("spinbutton", { name: /^United States: weight of/ }).evaluateAll((fields) =>
    Object.fromEntries(fields.map((field) => [field.getAttribute("aria-label") ?? field.name, Number(field.value)])));

async function linksWeights(page) {
  const before = await weights(page);

  await button(page, "Keep the weight of Past aid while others move").click();
  await page.getByRole("slider", { name: "United States: weight of Security assurance" }).fill("40");
  await becomes("the sum of weights", 100, async () => {
    const now = Object.values(await weights(page));
    return Math.round(now.reduce((sum, one) => sum + one, 0));
  });
  const after = await weights(page);
  const changed = Object.keys(before).filter((name) => before[name] !== after[name]);

  expect(changed.length > 5, `only ${changed.length} weights have moved`);
  expect(!changed.some((name) => name.includes("Past aid")), "a weight that is kept has moved");
  await undo(page);
  await becomes("weights", JSON.stringify(before), async () => JSON.stringify(await weights(page)));
}

// A drag that ends where it began is nothing to undo.
async function dragsBack(page) {
  const slider = page.getByRole("slider", { name: "United States: weight of Resource base" });
  const { x, y, width, height } = await slider.boundingBox();
  const [value, max] = [await slider.inputValue(), await slider.getAttribute("max")].map(Number);
  const to = (points) => page.mouse.move(x + 9 + ((width - 18) * points) / max, y + height / 2, { steps: 3 });
  const undoing = page.getByRole("button", { name: /^Undo/ });

  await to(value);
  await page.mouse.down();
  await to(value + 7);
  await becomes("whether there is a step", true, () => undoing.isEnabled());
  await to(value);
  await page.mouse.up();
  await becomes("whether there is a step", false, () => undoing.isEnabled());
}

async function dragsCurve(page) {
  await button(page, "US take of the base").click();
  const point = page.getByRole("slider", { name: /US take of the base.*(at|point)/ }).first();
  const before = await point.getAttribute("aria-valuenow");

  await point.focus();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await becomes("a point of the curve", true, async () => (await point.getAttribute("aria-valuenow")) !== before);
  await undo(page);
}

async function editsTerms(page) {
  await page.getByRole("combobox", { name: "Start from" }).selectOption({ label: FIRST });
  await button(page, "Start").click();
  await becomesOf(page, "Working draft", /Ukraine rejects/);
  await working(page).getByRole("combobox", { name: "Past aid" }).selectOption({ label: "No claim" });
  await working(page).getByRole("combobox", { name: "Control of the fund" }).selectOption({ label: "Ukraine" });
  await working(page).getByRole("combobox", { name: "Constitution and EU" }).selectOption({ label: "Carve-out" });
  await working(page).getByRole("combobox", { name: "New US aid" }).selectOption({ label: "Not counted" });
  await becomesOf(page, "Working draft", /both accept/);
  await undo(page);
  await undo(page);
  await becomesOf(page, "Working draft", /Ukraine rejects/);
}

async function asksWhy(page) {
  await working(page).getByRole("button", { name: "Why", exact: true }).click();
  await answer(page).getByText(/^NOT ACCEPTABLE: Ukraine rejects it/).waitFor();
}

async function amends(page) {
  await working(page).getByRole("button", { name: "Amend", exact: true }).click();
  await answer(page).getByText("What changes cost").waitFor();
  await answer(page).getByRole("button", { name: "Take over" }).first().click();
  await becomesOf(page, "Working draft", /both accept/);
  await undo(page);
  await becomesOf(page, "Working draft", /Ukraine rejects/);
}

// Another term, of those that are listed with what they would turn.
async function seesOptions(page) {
  const more = working(page).getByRole("button", { name: "Other terms on Past aid" });

  await more.click();
  const options = working(page).getByRole("table", { name: /^What other terms on Past aid/ });
  await options.getByRole("button", { name: "Credit in the preamble" }).click();
  await becomes("past aid", "credit", () => working(page).getByRole("combobox", { name: "Past aid" }).inputValue());
  await working(page).getByText("changed", { exact: true }).first().waitFor();
  await undo(page);
  await more.click();
}

async function compares(page) {
  await working(page).getByRole("button", { name: /^Compare/ }).click();
  await working(page).getByRole("combobox", { name: "with" }).selectOption({ label: SIGNED });
  await working(page).getByRole("button", { name: "Show" }).click();
  await answer(page).getByRole("heading", { name: /^Compare: Working draft and 30 Apr/ }).waitFor();
  await page.getByRole("button", { name: "Close the answer" }).click();
  await becomes("answers", 0, () => answer(page).count());
}

async function opens(page, file) {
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: /^Open an overlay file/ }).click(),
  ]);
  await chooser.setFiles({ mimeType: "application/json", ...file });
}

// What stands in the header about changes.
const changes = (page) => page.getByRole("button", { name: /change/ }).first().innerText();

async function savesAndLoads(page) {
  const { name, bytes } = await saves(page, () => page.getByRole("button", { name: /^Save the changes/ }).click());
  const overlay = JSON.parse(bytes);

  expect(name.endsWith(".json"), `an overlay is called ${name}`);
  expect(overlay.drafts.working.terms.past_aid !== undefined, "the overlay has no working draft");
  await button(page, "Discard").click();
  await becomes("changes", /No changes/, () => changes(page));
  await opens(page, { name, buffer: bytes });
  await becomesOf(page, "Working draft", /Ukraine rejects/);
  await refusesOverlay(page);
  await dropsOverlay(page);
}

async function refusesOverlay(page) {
  const buffer = Buffer.from('{\n  "parties": { "uz": { "reservation": 4 } }\n}');

  page.refusals++;
  await opens(page, { name: "wrong.json", buffer });
  await page.getByText(/wrong\.json:2:16/).waitFor();
  await page.getByText(/Did you mean "us"/).waitFor();
  await page.getByRole("button", { name: "Close the message" }).click();
}

async function dropsOverlay(page) {
  const text = '{ "parties": { "us": { "reservation": 70 } } }';
  const data = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], "firm.json", { type: "application/json" }));
    return transfer;
  }, text);

  for (const event of ["dragenter", "dragover", "drop"]) {
    await page.dispatchEvent("body", event, { dataTransfer: data });
  }
  await becomesOf(page, SIGNED, /United States rejects/);
}

async function sharesLink(page, browser) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: /^Copy a link/ }).click();
  await becomes("the link", /#./, () => page.evaluate(() => navigator.clipboard.readText()));
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await open(browser, link);

  await becomesOf(other, SIGNED, /United States rejects/);
  await other.context().close();
  await undo(page);
}

async function comparesCases(page) {
  const panel = page.getByRole("region", { name: "Cases" });

  await page.getByRole("tab", { name: "Priorities as stated by 15 February" }).click();
  await becomes("what the case changes", /Against the file as it stands:.*rejects/s, () => panel.innerText());
  await button(page, "Compare in full").click();
  await answer(page).getByText(/stated/).first().waitFor();
  await page.getByRole("tab", { name: "As it stands" }).click();
  await becomesOf(page, SIGNED, /both accept/);
}

async function downloads(page) {
  const region = page.getByRole("region", { name: "Downloads" });

  await region.getByRole("combobox", { name: "Briefing for whom" }).selectOption({ label: "for Ukraine" });
  const pdf = await saves(page, () => button(page, "Download: Briefing").click());
  await region.getByRole("combobox", { name: "Table, format" }).selectOption({ label: "CSV" });
  const table = await saves(page, () => button(page, "Download: Table").click());

  expect(pdf.name.endsWith(".pdf"), `a briefing is called ${pdf.name}`);
  expect(pdf.bytes.subarray(0, 5).toString() === "%PDF-", "a briefing is no PDF");
  expect(table.bytes.toString().includes(SIGNED) || table.bytes.toString().includes("signed-30apr"),
    "the table of drafts lacks one");
}

// By keys alone: from draft to draft, to the solutions, along the frontier; a point becomes the
// working draft.
async function goesByKeys(page) {
  const space = page.getByRole("application");
  const says = (wanted) => becomes("what the picture says of a point", wanted, () => space.getByRole("status").innerText());
  const chosen = page.getByRole("region", { name: /^Chosen: Efficient deal/ });

  await space.focus();
  await page.keyboard.press("ArrowRight");
  await says(/^12 Feb, US draft: United States 78.4-83.2/);
  await page.keyboard.press("ArrowDown");
  await says(/^egalitarian: /);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  await says(/^Efficient deal: United States 79.6/);
  await page.keyboard.press("Enter");
  await chosen.getByRole("button", { name: /working draft/ }).click();
  await becomesOf(page, "Working draft", /both accept/);
  await undo(page);
  await space.focus();
  await page.keyboard.press("Escape");
  await becomes("what is chosen", 0, () => chosen.count());
}

// By wheel, by a box that is dragged, by buttons and keys.
async function zooms(page) {
  const space = page.getByRole("application");
  const all = button(page, "All");
  const isZoomed = (how, wanted) => becomes(`whether the picture is zoomed ${how}`, wanted, () => all.isEnabled());

  await isZoomed("at first", false);
  await space.hover();
  await page.mouse.wheel(0, -300);
  await isZoomed("by wheel", true);
  await all.click();
  await isZoomed("after All", false);
  await space.hover({ position: { x: 150, y: 60 } });
  await page.mouse.down();
  await space.hover({ position: { x: 350, y: 160 } });
  await page.mouse.up();
  await isZoomed("by a box", true);
  await space.press("0");
  await isZoomed("after 0", false);
}

// What takes longer than a frame of the screen is not drawn while a slider is dragged without lag.
async function drawsSoon(page) {
  const times = [];

  for (let i = 0; i < 12; i++) {
    await page.getByRole("application").press("ArrowRight");
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    times.push(await page.locator("canvas").evaluate(({ dataset }) => Number(dataset.milliseconds)));
  }
  const median = times.sort((a, b) => a - b)[6];
  expect(median > 0 && median < 16, `the picture takes ${median} ms`);
}

async function followsFile(page) {
  const before = readFileSync(scenario, "utf8");

  await page.getByRole("slider", { name: "United States accepts from" }).fill("46");
  writeFileSync(scenario, before.replace('"title": "US-Ukraine minerals fund', '"title": "Newer: US-Ukraine minerals fund'));
  await page.getByRole("button", { name: "Take the new version, keep my changes" }).click();
  await becomes("the title", /^Newer/, () => page.getByRole("heading", { level: 1 }).first().innerText());
  await becomes("the reservation", "46", () =>
    page.getByRole("slider", { name: "United States accepts from" }).inputValue());
  writeFileSync(scenario, before.replace('"format": "parley/1",', '"format": "parley/1"'));
  await page.getByText(/minerals\.json:4:\d+/).first().waitFor();
  await becomesOf(page, SIGNED, /both accept/);
  writeFileSync(scenario, before);
}

const STEPS = [
  dragsSlider, linksWeights, dragsBack, dragsCurve, editsTerms, seesOptions, asksWhy, amends, compares, savesAndLoads, sharesLink, comparesCases, downloads,
  goesByKeys, zooms, drawsSoon, followsFile,
];

async function use(browser, address) {
  const page = await open(browser, address, { acceptDownloads: true });

  for (const step of STEPS) {
    try {
      await step(page, browser);
    } catch (error) {
      expect(false, `${step.name}: ${error.message}`);
    }
  }
  await page.context().close();
}

// Everything that opens is open while it is looked at.
async function look(browser, address, name, settings) {
  const page = await open(browser, address, settings);

  await page.getByRole("combobox", { name: "Start from" }).selectOption({ label: FIRST });
  await button(page, "Start").click();
  await becomesOf(page, "Working draft", /Ukraine rejects/);
  await findFaults(page, name);
  await working(page).getByRole("button", { name: "Why", exact: true }).click();
  await answer(page).getByText(/^NOT ACCEPTABLE/).waitFor();
  await findFaults(page, `${name}, with an answer`);
  await measure(page, name, settings.viewport.width);
  await page.context().close();
}

const { server, address } = await serve(parley, scenario);
const browser = await launch(executablePath);

try {
  await use(browser, address);
  await look(browser, address, "light", { colorScheme: "light", viewport: LAPTOP });
  await look(browser, address, "dark", { colorScheme: "dark", viewport: LAPTOP });
  await look(browser, address, "telephone", { colorScheme: "light", viewport: TELEPHONE });
  await look(browser, address, "small telephone", { colorScheme: "light", viewport: SMALL });
} finally {
  await browser.close();
  server.removeAllListeners("exit");
  server.kill("SIGTERM");
}
process.exit(status());
