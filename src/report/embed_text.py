#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a text file into a C source as the array NAME of characters.

Usage: embed_text.py NAME FILE TARGET
"""

import pathlib
import sys


def main():
    name, path, target = sys.argv[1:]
    data = pathlib.Path(path).read_bytes()
    lines = [
        "  " + " ".join(f"{byte}," for byte in data[i : i + 24]) for i in range(0, len(data), 24)
    ]
    text = "\n".join([f"extern const char {name}[];", f"const char {name}[] = {{", *lines, "  0", "};"])
    pathlib.Path(target).write_text(text + "\n", encoding="utf-8")


main()
