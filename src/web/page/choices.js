// SPDX-License-Identifier: GPL-3.0-or-later
// A list to choose from.

import { html } from "./preact.js";

/**
 * @param {{ label: any, value: string, options: { id: string, title: string }[],
 *   choose: (id: string) => void, silent?: boolean }} props  silent: its label is only told
 */
export function Choices({ label, value, options, choose, silent = false }) {
  return html`<label><span class=${silent ? "unseen" : ""}>${label}</span>
    <select value=${value} onChange=${({ target }) => choose(target.value)}>
      ${options.map(({ id, title }) => html`<option key=${id} value=${id}>${title}</option>`)}
    </select></label>`;
}
