#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times the commands on scenarios: whole processes, median of several runs.

Usage: bench.py PARLEY SCENARIO...
"""

import pathlib
import statistics
import subprocess
import sys
import time

COMMANDS = ("check", "score", "deals")
RUNS = 11


def measure(arguments):
    """The exit status, and the median time in milliseconds."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        status = subprocess.run(arguments, capture_output=True, check=False).returncode
        times.append(1000 * (time.perf_counter() - start))
    return status, statistics.median(times)


def main():
    program, *scenarios = sys.argv[1:]
    print(f"{'scenario':40} {'command':8} {'ms':>8}   exit status")
    for scenario in scenarios:
        for command in COMMANDS:
            status, median = measure([program, command, scenario])
            print(f"{pathlib.Path(scenario).stem:40} {command:8} {median:8.1f}   {status}")


main()
