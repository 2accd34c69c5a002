// SPDX-License-Identifier: GPL-3.0-or-later
// The server as functions. docs/api.md says what it answers.

/** What the server refuses, in its own words. */
export class ApiError extends Error {
  /** @param {number} status @param {string} message @param {object[]} problems */
  constructor(status, message, problems = []) {
    super(message);
    this.status = status;
    this.problems = problems;
  }
}

const token = () => new URLSearchParams(location.search).get("token") ?? "";

// Two pages of one server do not end each other's requests.
const page = Math.random().toString(36).slice(2, 10);

async function refusal(response) {
  const text = await response.text();

  try {
    const { error, problems } = JSON.parse(text);
    return new ApiError(response.status, error, problems);
  } catch {
    return new ApiError(response.status, text || `The server answers ${response.status}.`);
  }
}

async function request(name, options) {
  let response;

  try {
    response = await fetch(`/api/${name}`, options);
  } catch (error) {
    if (error.name === "AbortError") {
      throw error;
    }
    throw new ApiError(0, 'The server is not there any more. Is "parley serve" still running?');
  }
  if (!response.ok) {
    throw await refusal(response);
  }
  return response;
}

/**
 * @param {string} name  what is asked for: "evaluate", "explain" …
 * @param {object} body
 * @param {{ series?: string, signal?: AbortSignal }} [how]  a newer request of the same series ends
 *   the older
 * @returns {Promise<Response>}
 */
export function post(name, body, { series, signal } = {}) {
  const headers = { "Content-Type": "application/json", "X-Parley-Token": token() };

  if (series) {
    headers["X-Parley-Series"] = `${series}-${page}`;
  }
  return request(name, { method: "POST", headers, body: JSON.stringify(body), signal });
}

/** Characters that show what follows them in another order; commands replace them, too. */
const REVERSING = /[\u202a-\u202e\u2066-\u2069]/g;

/** The answer as JSON. */
export async function ask(name, body, how) {
  const text = await (await post(name, body, how)).text();

  return JSON.parse(text.replace(REVERSING, "\ufffd"));
}

/** What is on the disk now. */
export async function status() {
  return (await request("status", { headers: { "X-Parley-Token": token() } })).json();
}
