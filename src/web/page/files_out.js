// SPDX-License-Identifier: GPL-3.0-or-later
// Files that the browser keeps: what the server answers, under a name that says what it is.

import * as api from "./api.js";
import { getState, requestBody } from "./store.js";

export const FORMATS = {
  html: { title: "Web page", ending: "html" },
  pdf: { title: "PDF", ending: "pdf" },
  docx: { title: "Word", ending: "docx" },
  xlsx: { title: "Excel", ending: "xlsx" },
  markdown: { title: "Markdown", ending: "md" },
  text: { title: "Text", ending: "txt" },
  csv: { title: "CSV", ending: "csv" },
  json: { title: "JSON", ending: "json" },
  svg: { title: "SVG", ending: "svg" },
  png: { title: "PNG", ending: "png" },
};

/** To choose from. */
export const formatsOf = (ids) => ids.map((id) => ({ id, title: FORMATS[id].title }));

/** The name of a scenario's file without its ending. */
export const stemOf = (file) => file.replace(/\.json$/, "");

/** "us-ukraine-minerals-2025-brief-us.pdf" */
export function fileName(parts, format) {
  const clean = [stemOf(getState().view?.file ?? "scenario"), ...parts]
    .filter(Boolean)
    .map((part) => part.replace(/[^A-Za-z0-9_-]+/g, "-"));

  return `${clean.join("-")}.${FORMATS[format].ending}`;
}

/** Hands the browser a file to keep. */
export function keep(blob, name) {
  const link = document.createElement("a");

  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/**
 * Runs a command in this format and hands the result to the browser as a file.
 *
 * @param {string} command
 * @param {{ arguments?: string[], options?: object }} body
 * @param {string} format
 * @param {string[]} parts  of the name
 */
export async function download(command, body, format, parts) {
  const response = await api.post(command, requestBody({ ...body, format }), {
    series: `file-${format}`,
  });

  keep(await response.blob(), fileName(parts, format));
}
