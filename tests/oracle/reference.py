#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Imports published GENIUS domains and compares what Parley finds with their exact figures.

Usage: reference.py PARLEY TOP

The domains are not part of this tree. They are looked for in the folder that PARLEY_REFERENCE
names, and in ../shared/reference beside TOP: expected.json and a folder a domain in domains/.
Without them the test is skipped.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
from fractions import Fraction

SKIPPED = 77  # what meson takes for "skipped"
SOLUTIONS = ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian")


class Different(Exception):
    """Says what was found instead of what."""


def find_reference(top):
    beside = pathlib.Path(top).resolve().parent / "shared" / "reference"
    folder = pathlib.Path(os.environ.get("PARLEY_REFERENCE") or beside)
    return folder if (folder / "expected.json").is_file() else None


def run(parley, *arguments):
    done = subprocess.run([parley, *map(str, arguments)], capture_output=True, text=True,
                          check=False)
    if done.returncode not in (0, 1):
        raise Different(f"parley {arguments[0]} ends with {done.returncode}: {done.stderr}")
    return done


def must_be(what, found, wanted):
    if found != wanted:
        raise Different(f"{what}: found {found}, wanted {wanted}")


def find_deals(parley, scenario, reservation, *more):
    """The findings with all reservations at a share of 1."""
    done = run(parley, "deals", scenario, "--quiet", "--format", "json", "--exact",
               "--set", f"parties.*.reservation={Fraction(reservation) * 100}", *more)
    return json.loads(done.stdout)


def points_of(found):
    """The utilities of points, as the doubles nearest to the exact scores."""
    return sorted([float(Fraction(score) / 100) for score in point["scores_exact"].values()]
                  for point in found)


def compare_points(what, found, wanted):
    """Published solutions are rounded doubles, so the last bit may differ."""
    must_be(f"number of points of {what}", len(found), len(wanted))
    for point, other in zip(found, sorted(wanted)):
        if any(abs(a - b) > 1e-12 for a, b in zip(point, other)):
            raise Different(f"{what}: found {found}, wanted {wanted}")


def compare(parley, scenario, expected):
    found = find_deals(parley, scenario, 0, "--frontier", "--no-count")
    must_be("exactness", found["rounded"], False)
    must_be("deals", found["space"]["deals"], str(expected["outcomes"]))
    must_be("points of the frontier", found["frontier"]["points"], str(expected["frontier_points"]))
    if "frontier_outcomes" in expected:
        must_be("deals on the frontier", found["frontier"]["deals"],
                str(expected["frontier_outcomes"]))
    if "frontier" in expected:
        compare_points("frontier", points_of(found["frontier"]["list"]), expected["frontier"])
    for name in SOLUTIONS:
        if name in expected:
            compare_points(name, points_of(found["solutions"][name]), expected[name])
    for share, count in expected.get("acceptable", {}).items():
        must_be(f"deals at {share} for all",
                find_deals(parley, scenario, share)["acceptable"]["count"], str(count))


def check_domain(parley, folder, domain, scenario):
    """Imports a domain and compares."""
    files = [folder / name for name in (domain["domain"], *domain["profiles"])]
    run(parley, "import", "genius", "--quiet", "-o", scenario, *files)
    checked = run(parley, "check", "--quiet", scenario)
    must_be("status of parley check", checked.returncode, 0)
    compare(parley, scenario, domain["expected"])


def main():
    parley, top = sys.argv[1:3]
    reference = find_reference(top)
    if reference is None:
        print("there are no published domains here")
        sys.exit(SKIPPED)
    domains = json.loads((reference / "expected.json").read_text(encoding="utf-8"))
    failures = 0
    for name, domain in domains.items():
        with tempfile.TemporaryDirectory() as scratch:
            try:
                check_domain(parley, reference / "domains" / name, domain,
                             os.path.join(scratch, "scenario.json"))
                print(f"{name}: as published")
            except Different as difference:
                failures += 1
                print(f"{name}: {difference}")
    sys.exit(1 if failures or not domains else 0)


main()
