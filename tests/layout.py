#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares C files with what clang-format makes of them; with --fix, mends them.

Three things are beyond clang-format 14 and stay as the hand left them: columns in which
declarations and comments are aligned, g_autoptr(Type) without a space, and the dashes of
G_DEFINE_QUARK.

Usage: layout.py [--fix] TOP
"""

import difflib
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

FOLDERS = ["examples", "src", "tests"]


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


def formatted(paths):
    """For each file the lines that clang-format makes of it. It starts slowly, so it starts once."""
    with tempfile.TemporaryDirectory() as folder:
        style = pathlib.Path(__file__).parent.parent / ".clang-format"
        copies = [f"{folder}/{number}{path.suffix}" for number, path in enumerate(paths)]
        shutil.copy(style, folder)
        for path, copy in zip(paths, copies):
            shutil.copy(path, copy)
        subprocess.run(["clang-format", "-i", *copies], check=True)
        return [pathlib.Path(copy).read_text(encoding="utf-8").splitlines(keepends=True)
                for copy in copies]


def main():
    fix = sys.argv[1:2] == ["--fix"]
    top = pathlib.Path(sys.argv[1 + fix])
    paths = sorted(path for folder in FOLDERS for path in (top / folder).rglob("*.[ch]"))
    version = subprocess.run(["clang-format", "--version"], check=True, capture_output=True, text=True).stdout
    if " version 14." not in version:
        print("clang-format 14 is needed, others lay out otherwise:", version)
        sys.exit(77)
    status = 0
    for path, laid_out in zip(paths, formatted(paths)):
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        wanted = list(mended(lines, laid_out))
        if lines == wanted:
            continue
        if fix:
            path.write_text("".join(wanted), encoding="utf-8")
        else:
            sys.stdout.writelines(difflib.unified_diff(lines, wanted, str(path), f"{path}, formatted"))
            status = 1
    sys.exit(status)


main()
