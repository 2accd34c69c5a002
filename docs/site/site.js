// SPDX-License-Identifier: GPL-3.0-or-later
// Light or dark, as the system is. (Furo as Debian builds it is dark only when it is told so.)

const dark = matchMedia("(prefers-color-scheme: dark)");
const follow = () => { document.body.dataset.theme = dark.matches ? "dark" : "light"; };

dark.addEventListener("change", follow);
follow();
