#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which part of the lines of src/ the tests have run, by folder, and which files have least of it.

coverage.py SUMMARY   reads what gcovr --json-summary says; status 1 when it is not above 90 % in all
"""
import json
import sys
from collections import defaultdict

GOAL = 90.0


def percent(covered, total):
    return 100.0 * covered / total if total > 0 else 100.0


def row(name, covered, total):
    print(f"{name:<40} {covered:>7,} {total:>7,} {percent(covered, total):>6.1f} %")


def main(path):
    with open(path, encoding="utf-8") as file:
        files = json.load(file)["files"]
    folders = defaultdict(lambda: [0, 0])
    for entry in files:
        for name in (entry["filename"].split("/")[1], "in all"):
            folders[name][0] += entry["line_covered"]
            folders[name][1] += entry["line_total"]
    whole = folders.pop("in all", [0, 0])

    print(f"{'Folder of src/':<40} {'covered':>7} {'lines':>7}")
    for name in sorted(folders):
        row(name, *folders[name])
    row("in all", *whole)

    few = [entry for entry in files if percent(entry["line_covered"], entry["line_total"]) < GOAL]
    if few:
        print(f"\n{f'Files below {GOAL:.0f} %':<40} {'covered':>7} {'lines':>7}")
    for entry in sorted(few, key=lambda e: (percent(e["line_covered"], e["line_total"]), e["filename"])):
        row(entry["filename"], entry["line_covered"], entry["line_total"])
    return 0 if whole[1] > 0 and percent(*whole) > GOAL else 1


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
