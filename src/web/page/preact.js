// SPDX-License-Identifier: GPL-3.0-or-later
// The one place that says where the library for components comes from.

export * from "./htm.js";
