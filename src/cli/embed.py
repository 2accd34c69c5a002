#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes files into a C source, for src/cli/resource.c to find them by name."""

import pathlib
import sys


def main():
    *paths, target = (pathlib.Path(argument) for argument in sys.argv[1:])
    lines = ['#include "cli/resource.h"', ""]
    for number, path in enumerate(paths):
        data = path.read_bytes()
        lines.append(f"static const unsigned char file{number}[] = {{")
        lines += [
            "  " + " ".join(f"{byte}," for byte in data[i : i + 24]) for i in range(0, len(data), 24)
        ]
        lines += ["};", ""]
    lines.append("const ParleyResource parley_resources[] = {")
    lines += [
        f'  {{ "{path.name}", file{number}, sizeof file{number} }},' for number, path in enumerate(paths)
    ]
    lines += ["  { 0 },", "};"]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


main()
