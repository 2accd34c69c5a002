#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when a source file is named in no meson.build: nothing lies about unbuilt or untested.

Usage: sources.py TOP
"""

import pathlib
import re
import sys

NAME = re.compile(r"'([^'\n]+\.(?:c|h|def))'")
SUITE = re.compile(r"^\s*X \((\w+)\)", re.MULTILINE)


def named(top):
    """The files that the build names, as paths."""
    for build in [*top.glob("src/**/meson.build"), *top.glob("tests/**/meson.build")]:
        for name in NAME.findall(build.read_text(encoding="utf-8")):
            yield (build.parent / name).resolve()
            yield (build.parent.parent / name).resolve()  # headers are named from src
    for name in SUITE.findall((top / "tests/unit/suites.h").read_text(encoding="utf-8")):
        yield (top / f"tests/unit/{name}.c").resolve()


def main():
    top = pathlib.Path(sys.argv[1]).resolve()
    present = [*(top / "src").rglob("*.[ch]"), *(top / "tests").rglob("*.c")]
    missing = sorted(set(present) - set(named(top)))
    for path in missing:
        print(f"{path.relative_to(top)} is named in no meson.build")
    sys.exit(1 if missing else 0)


main()
