#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes files into a C source, as an array of ParleyResource (src/base/resource.h).

Usage: embed.py ARRAY FILE... TARGET
"""

import pathlib
import sys


def main():
    array, *names = sys.argv[1:]
    *paths, target = (pathlib.Path(name) for name in names)
    lines = ['#include "base/resource.h"', "", f"extern const ParleyResource {array}[];", ""]
    for number, path in enumerate(paths):
        data = path.read_bytes()
        lines.append(f"static const unsigned char file{number}[] = {{")
        lines += [
            "  " + " ".join(f"{byte}," for byte in data[i : i + 24]) for i in range(0, len(data), 24)
        ]
        lines += ["  0", "};", ""]
    lines.append(f"const ParleyResource {array}[] = {{")
    lines += [
        f'  {{ "{path.name}", file{number}, sizeof file{number} - 1 }},' for number, path in enumerate(paths)
    ]
    lines += ["  { 0 },", "};"]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


main()
