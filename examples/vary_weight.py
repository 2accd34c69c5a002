#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Varies the weight that a party gives an issue, and tabulates what all make of each draft.

It asks the program and reads its JSON, so it takes nothing but Python.

Usage: vary_weight.py FILE PARTY ISSUE
"""

import json
import subprocess
import sys

WEIGHTS = range(0, 101, 20)


def verdicts(file, setting):
    """What all make of each draft, by its id."""
    command = ["parley", "score", file, "--set", setting, "--format", "json", "--quiet"]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    if done.returncode != 0:
        sys.exit(done.returncode)  # the program has said why
    return {draft["id"]: draft["verdict"] for draft in json.loads(done.stdout)["drafts"]}


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    file, party, issue = sys.argv[1:]
    for weight in WEIGHTS:
        row = verdicts(file, f"parties.{party}.weights.{issue}={weight}")
        if weight == WEIGHTS[0]:
            print("weight", *row, sep="  ")
        print(f"{weight:6}", *(f"{verdict:>{len(id)}}" for id, verdict in row.items()), sep="  ")


main()
