#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares C files with what clang-format makes of them; with --fix, mends them.

Three things are beyond clang-format 14 and stay as the hand left them: columns in which
declarations and comments are aligned, g_autoptr(Type) without a space, and the dashes of
G_DEFINE_QUARK.

Usage: layout.py [--fix] FILE...
"""

import difflib
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile


def plain(line):
    """The line without what clang-format may not decide."""
    line = re.sub(r"(?<=\S) +", " ", line)
    line = re.sub(r"\b(g_auto|g_autofree|g_autoptr) \(", r"\1(", line)
    return re.sub(r" - ", "-", line) if line.startswith("G_DEFINE_QUARK") else line


def mended(lines, formatted):
    """What is formatted, but with the lines as they were where they differ in nothing else."""
    matcher = difflib.SequenceMatcher(
        None, [plain(line) for line in lines], [plain(line) for line in formatted], autojunk=False)
    for tag, start, end, formatted_start, formatted_end in matcher.get_opcodes():
        if tag == "equal":
            yield from lines[start:end]
        else:
            for line in formatted[formatted_start:formatted_end]:
                yield re.sub(r"\b(g_auto|g_autoptr) \(", r"\1(", line)


def formatted(names):
    """For each name the lines that clang-format makes of that file. It starts slowly, so it starts once."""
    with tempfile.TemporaryDirectory() as folder:
        style = pathlib.Path(__file__).parent.parent / ".clang-format"
        copies = [f"{folder}/{number}{pathlib.Path(name).suffix}" for number, name in enumerate(names)]
        shutil.copy(style, folder)
        for name, copy in zip(names, copies):
            shutil.copy(name, copy)
        subprocess.run(["clang-format", "-i", *copies], check=True)
        return [pathlib.Path(copy).read_text(encoding="utf-8").splitlines(keepends=True)
                for copy in copies]


def main():
    fix = sys.argv[1:2] == ["--fix"]
    names = sys.argv[1 + fix:]
    status = 0
    for name, laid_out in zip(names, formatted(names)):
        path = pathlib.Path(name)
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        wanted = list(mended(lines, laid_out))
        if lines == wanted:
            continue
        if fix:
            path.write_text("".join(wanted), encoding="utf-8")
        else:
            sys.stdout.writelines(difflib.unified_diff(lines, wanted, name, f"{name}, formatted"))
            status = 1
    sys.exit(status)


main()
