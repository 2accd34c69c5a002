// SPDX-License-Identifier: GPL-3.0-or-later
// What a command says, as it is shown: one answer at a time, which can be ended while it is worked
// out.

/**
 * @param {{ post: Function }} api
 * @param {(change: { answer: object | null }) => void} set  changes the state
 * @param {(more: object) => object} bodyOf  a request's body on the scenario with its changes
 */
export function createAnswers(api, set, bodyOf) {
  let running; // ends the request behind the answer

  /**
   * Runs a command and shows what it says as a fragment.
   *
   * @param {string} command
   * @param {{ arguments?: string[], options?: object, title?: string }} body
   */
  async function ask(command, { title, ...body }) {
    endAnswer();
    const controller = new AbortController();
    const answer = { command, body, title, html: null, error: null, exit: null, pending: true };
    const finish = (change) => {
      if (running === controller) {
        set({ answer: { ...answer, ...change, pending: false } });
      }
    };

    running = controller;
    set({ answer });
    try {
      const response = await api.post(command, bodyOf({ ...body, format: "fragment" }), {
        series: "answer",
        signal: controller.signal,
      });
      finish({ html: await response.text(), exit: Number(response.headers.get("X-Parley-Exit")) });
    } catch (error) {
      finish({ error: error.name === "AbortError" ? "Ended." : error.message });
    }
  }

  const endAnswer = () => running?.abort();

  function closeAnswer() {
    endAnswer();
    running = undefined;
    set({ answer: null });
  }

  return { ask, endAnswer, closeAnswer };
}
