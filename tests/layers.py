#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when an include under src points upward in the table of layers, or the picture of
docs/architecture.md has other layers."""

import pathlib
import re
import sys
import tempfile

# What each folder under src may include, apart from itself.
MAY_INCLUDE = {
    "base": set(),
    "model": {"base"},
    "scenario": {"base", "model"},
    "space": {"base", "model"},
    "analysis": {"base", "model", "space"},
    "store": {"base"},
    "report": {"base", "model", "space", "analysis"},
    "cli": {"base", "model", "scenario", "space", "analysis", "store", "report"},
    "web": {"base", "model", "scenario", "space", "analysis", "report", "cli"},
    "parley": {"base", "model", "scenario", "space", "analysis"},
}

INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.MULTILINE)


def violations(src):
    for path in sorted(src.rglob("*.[ch]")):
        name = path.relative_to(src)
        layer = name.parts[0]
        if layer not in MAY_INCLUDE:
            yield f"{name}: belongs to no layer"
            continue
        for include in INCLUDE.findall(path.read_text(encoding="utf-8")):
            target = include.split("/")[0]
            if "/" not in include:
                yield f'{name}: write "{include}" as a path from src'
            elif target != layer and target not in MAY_INCLUDE[layer]:
                yield f"{name}: {layer} may not include {include}"


def unlike_picture(src):
    picture = (src.parent / "docs" / "architecture.svg").read_text(encoding="utf-8")
    drawn = set(re.findall(r'class="layer[^>]*>(\w+)<', picture))
    for layer in sorted(drawn ^ set(MAY_INCLUDE)):
        yield f"docs/architecture.svg: {layer} is {'no layer' if layer in drawn else 'missing'}"


def self_test():
    """A test that cannot fail proves nothing: these files must all be reported."""
    bad = {
        "base/up.c": '#include "model/party.h"\n',
        "space/aside.h": '  #  include "scenario/load.h"\n',
        "report/short.c": '#include "text.h"\n',
        "stray.c": "",
    }
    good = {"model/down.c": '#include <glib.h>\n#include "base/exact.h"\n#include "model/party.h"\n'}
    with tempfile.TemporaryDirectory() as folder:
        src = pathlib.Path(folder)
        for name, text in {**bad, **good}.items():
            (src / name).parent.mkdir(exist_ok=True)
            (src / name).write_text(text, encoding="utf-8")
        reported = {line.split(":")[0] for line in violations(src)}
    if reported != set(bad):
        sys.exit(f"the check itself is broken: it reports {sorted(reported)}")


def main():
    self_test()
    src = pathlib.Path(sys.argv[1])
    found = [*violations(src), *unlike_picture(src)]
    for line in found:
        print(line)
    sys.exit(1 if found else 0)


main()
