// SPDX-License-Identifier: GPL-3.0-or-later
// No storm of requests: one at a time, and of those that wait only the newest.

/**
 * @param {(signal: AbortSignal) => Promise<void>} work  looks at the state when it begins
 * @returns {{ run: () => void, idle: () => boolean }}
 */
export function latest(work) {
  let running = false;
  let again = false;

  async function run() {
    if (running) {
      again = true;
      return;
    }
    running = true;
    do {
      again = false;
      await work();
    } while (again);
    running = false;
  }
  return { run, idle: () => !running };
}

/**
 * What begins only when nothing has changed for a while; a change ends what has begun.
 *
 * @param {(signal: AbortSignal) => Promise<void>} work
 * @param {number} delay  milliseconds
 */
export function calm(work, delay) {
  let timer;
  let controller;

  function stop() {
    clearTimeout(timer);
    controller?.abort();
    controller = undefined;
  }
  function run() {
    stop();
    timer = setTimeout(() => {
      controller = new AbortController();
      work(controller.signal);
    }, delay);
  }
  return { run, stop };
}
