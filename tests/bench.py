#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times commands as whole processes: medians of several runs, and the most memory.

Usage: bench.py PARLEY SCENARIO...

First the commands on the scenarios, then those about drafts on the first scenario with the most
drafts, each on the draft that takes longest; then `parley deals` on scenarios of growing size that
tests/benchmark/generate.py makes, with one thread unless a row says otherwise.
"""

import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

COMMANDS = (("check",), ("score",), ("deals", "--no-count"), ("deals",))

# About one draft, which stands where there is "DRAFT", and about all.
DRAFT_COMMANDS = (
    "explain DRAFT",
    "amend DRAFT",
    "amend DRAFT --among tabled",
    "amend DRAFT --improve",
    "trades DRAFT",
    "concede DRAFT --for PARTY",
    "compare DRAFTS --no-count",
    "compare DRAFTS",
    "offers --for PARTY",
    "divide",
    "whatif --no-count",
    "whatif",
    "value --for PARTY",
    "brief --for PARTY",
    "sweep --vary parties.PARTY.reservation=30:60:5",
    "robust",
    "robust --no-deals",
    "sensitivity DRAFT",
    "sensitivity",
)
RUNS = 11
RUNS_OF_SIZES = 3
GENERATE = pathlib.Path(__file__).parent / "benchmark" / "generate.py"

# What the generator is told, and what Parley is.
SIZES = (
    ("2 6 10", "--no-count"),
    ("2 12 10", "--no-count"),
    ("2 20 10", "--no-count"),
    ("2 40 20", "--no-count"),
    ("3 6 10", "--no-count"),
    ("3 12 10", "--no-count"),
    ("4 12 10", "--no-count"),
    ("2 12 10", "--no-count --top 1000"),
    ("2 10 10 --boxes --reservation 100", "--no-count"),
    ("2 20 10 --boxes --reservation 100", "--no-count"),
    ("2 30 10 --boxes --reservation 100", "--no-count"),
    ("2 40 10 --boxes --reservation 100", "--no-count"),
    ("2 6 10", ""),
    ("2 8 10", ""),
    ("2 10 10", ""),
    ("2 12 10", ""),
    ("2 12 10", "--threads 2"),
    ("2 12 10", "--map all"),
    ("2 12 10", "--map all --format json"),
    ("2 12 10", "--map all --threads 2"),
    ("2 12 10 --adjustments 6", ""),
    ("2 12 10 --adjustments 6", "--map all"),
    ("3 12 10", ""),
    ("3 12 10", "--threads 2"),
    ("3 12 10", "--map all"),
    ("4 12 10", ""),
)


def run_once(arguments):
    """The exit status, the time in milliseconds, and the peak memory in megabytes."""
    start = time.perf_counter()
    with subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, 1000 * (time.perf_counter() - start), usage.ru_maxrss / 1024


def measure(arguments, runs):
    """The exit status, the median time and the most memory."""
    found = [run_once(arguments) for _ in range(runs)]
    return found[0][0], statistics.median(t for _, t, _ in found), max(m for _, _, m in found)


def time_scenarios(program, scenarios):
    print(f"{'scenario':32} {'command':18} {'ms':>8} {'MB':>6}   exit status")
    for scenario in scenarios:
        for command in COMMANDS:
            status, median, memory = measure([program, *command, scenario], RUNS)
            print(f"{pathlib.Path(scenario).stem:32} {' '.join(command):18} {median:8.1f} {memory:6.0f}   {status}")


def fill_in(command, drafts, party):
    """The commands that @command stands for: one a draft, or just one."""
    words = command.replace("DRAFTS", " ".join(drafts)).replace("PARTY", party)
    return [words.replace("DRAFT", draft) for draft in drafts] if "DRAFT" in words else [words]


def time_drafts(program, scenarios):
    read = {path: json.loads(pathlib.Path(path).read_text("utf-8")) for path in scenarios}
    path = max(scenarios, key=lambda each: len(read[each].get("drafts", [])))
    drafts = [draft["id"] for draft in read[path]["drafts"]]
    print(f"\n{pathlib.Path(path).stem}: {'the slowest draft':26} {'ms':>8} {'MB':>6}   exit status")
    for command in DRAFT_COMMANDS:
        rows = []
        for words in fill_in(command, drafts, read[path]["parties"][0]["id"]):
            name, *rest = words.split()
            status, median, memory = measure([program, name, path, *rest], RUNS)
            rows.append((median, memory, status, words))
        median, memory, status, words = max(rows)
        shown = command if len(rows) == 1 else words
        print(f"{shown:50} {median:8.1f} {memory:6.0f}   {status}")


def time_sizes(program):
    print(f"\n{'parties issues options':36} {'parley deals':26} {'ms':>8} {'MB':>6}   exit status")
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "scenario.json")
        for size, options in SIZES:
            with open(path, "w", encoding="utf-8") as file:
                subprocess.run([sys.executable, GENERATE, *size.split()], stdout=file, check=True)
            words = options if "--threads" in options else f"{options} --threads 1"
            status, median, memory = measure([program, "deals", path, *words.split()], RUNS_OF_SIZES)
            print(f"{size:36} {options:26} {median:8.1f} {memory:6.0f}   {status}")


def main():
    program, *scenarios = sys.argv[1:]
    time_scenarios(program, scenarios)
    time_drafts(program, scenarios)
    time_sizes(program)


main()
