#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when a source file is named in no meson.build: nothing lies about unbuilt or untested.

Also fails on an array declared with g_autofree or g_autoptr: only its first
element would be freed, and the compiler is silent. And on a header that includes neither
GLib nor GMP where it should: what is precompiled would hide that.

Usage: sources.py TOP
"""

import functools
import pathlib
import re
import sys

NAME = re.compile(r"'([^'\n]+\.(?:c|h|def))'")
HALF_FREED = re.compile(r"\bg_auto(?:free|ptr)\b[^;=]*\w\[")
INCLUDE = re.compile(r'^\s*#\s*include\s+["<]([^">]+)[">]', re.MULTILINE)
PUBLIC = "parley/parley.h"
HAS_GLIB = {"glib.h", "gio/gio.h", "libsoup/soup.h", "pango/pangocairo.h"}
USES_GMP = re.compile(r"\bmp[zq]_")
SUITE = re.compile(r"^\s*X \((\w+)\)", re.MULTILINE)


def named(top):
    """The files that the build names, as paths."""
    for build in [*top.glob("src/**/meson.build"), *top.glob("tests/**/meson.build")]:
        for name in NAME.findall(build.read_text(encoding="utf-8")):
            yield (build.parent / name).resolve()
            yield (build.parent.parent / name).resolve()  # headers are named from src
    for listing in [top / "tests/unit/suites.h", top / "tests/fuzz/targets.h"]:
        for name in SUITE.findall(listing.read_text(encoding="utf-8")):
            yield (listing.parent / f"{name}.c").resolve()


def half_freed(paths):
    """Where an array frees its first element alone, as FILE:LINE."""
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if HALF_FREED.search(line):
                yield f"{path}:{number}"


@functools.cache
def included(path, src):
    """All that a header includes, by others as well."""
    found = set()
    for name in INCLUDE.findall(path.read_text(encoding="utf-8")):
        found |= {name} | (included(src / name, src) if (src / name).is_file() else set())
    return found


def dependent(src):
    """The headers that rest on what stands before them. Those of strangers are plain C."""
    plain = {src / name for name in INCLUDE.findall((src / PUBLIC).read_text(encoding="utf-8"))}
    plain |= {src / PUBLIC, src / "parley/plain.h"}
    for path in sorted(set(src.rglob("*.h")) - plain):
        others = included(path, src)
        if not others & HAS_GLIB:
            yield path, "GLib"
        if USES_GMP.search(path.read_text(encoding="utf-8")) and "gmp.h" not in others:
            yield path, "GMP"


def late(src):
    """Sources that do not include their own header first, which shows that it compiles alone."""
    for path in src.rglob("*.c"):
        own = path.with_suffix(".h")
        first = INCLUDE.search(path.read_text(encoding="utf-8"))
        if own.exists() and (first is None or first[1] != str(own.relative_to(src))):
            yield path


def main():
    top = pathlib.Path(sys.argv[1]).resolve()
    present = [*(top / "src").rglob("*.[ch]"), *(top / "tests").rglob("*.c")]
    missing = sorted(set(present) - set(named(top)))
    for path in missing:
        print(f"{path.relative_to(top)} is named in no meson.build")
    leaks = sorted(half_freed(present))
    for place in leaks:
        print(f"{place}: frees only the first element of the array")
    lacking = list(dependent(top / "src"))
    for path, what in lacking:
        print(f"{path.relative_to(top)} includes no header of {what}")
    behind = sorted(late(top / "src"))
    for path in behind:
        print(f"{path.relative_to(top)} includes its own header not first")
    sys.exit(1 if missing or leaks or lacking or behind else 0)


main()
