// SPDX-License-Identifier: GPL-3.0-or-later
// The text of an overlay file, refused in the shape of the server's refusals.

import { isObject } from "./overlay.js";

/** Line and column, both from 1, of a place in a text. */
function placeAt(text, position) {
  const lines = text.slice(0, position).split("\n");

  return { line: lines.length, column: lines.at(-1).length + 1 };
}

/** Where a parser says that it stopped: browsers say it in different words. */
function placeOf({ message }, text) {
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
  const [, position] = /position (\d+)/.exec(message) ?? [];

  if (line) {
    return { line: Number(line), column: Number(column) };
  }
  return placeAt(text, position ? Number(position) : text.length);
}

function refusal(file, place, message) {
  const error = new SyntaxError(`${file} is no overlay.`);

  error.problems = [{ file, ...place, severity: "error", message }];
  return error;
}

/** @returns {object} the overlay; throws an error with a message and problems */
export function parseOverlay(text, file) {
  let overlay;

  try {
    overlay = JSON.parse(text);
  } catch (error) {
    throw refusal(file, placeOf(error, text), "this is not JSON");
  }
  if (!isObject(overlay)) {
    throw refusal(file, { line: 1, column: 1 }, "an overlay is an object");
  }
  return overlay;
}
