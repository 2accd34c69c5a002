// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the picture of the page that the README shows (./dev picture).
//
// Usage: picture.mjs CHROMIUM PARLEY SCENARIO PNG

import { launch, serve } from "./common.mjs";

const [executablePath, parley, scenario, png] = process.argv.slice(2);
const { server, address } = await serve(parley, scenario);
const browser = await launch(executablePath);

try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });

  await page.goto(address);
  await page.getByRole("combobox", { name: "Start from" }).selectOption({ label: "26 Feb, Framework" });
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await page.getByRole("combobox", { name: "Security assurance" }).selectOption({ label: "Binding guarantee" });
  await page.getByRole("slider", { name: "United States accepts from" }).fill("48");
  await page.getByText(/deals are acceptable to both sides/).first().waitFor();
  await page.getByRole("region", { name: "Working draft", exact: true }).evaluate((region) => region.scrollIntoView());
  await page.mouse.move(0, 0);
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: png });
} finally {
  await browser.close();
  server.removeAllListeners("exit");
  server.kill("SIGTERM");
}
