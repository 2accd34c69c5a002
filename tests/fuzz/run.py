#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs fuzzers side by side, and says what came of it.

Each goes on from what it knows in CORPUS (seeds.py), and leaves what it finds in FOUND/TARGET. The
exit status is 1 when something was found.

Usage: run.py FUZZERS CORPUS FOUND MINUTES
"""

import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys

FIGURES = re.compile(r"^#(\d+)\t.* cov: (\d+) ft: (\d+) corp: (\d+)/", re.MULTILINE)
POINTS = re.compile(r"Loaded \d+ modules? +\((\d+) inline")
WHY = re.compile(r"^(?:SUMMARY: |.*does not hold|.*runtime error|more than ).*", re.MULTILINE)

# What an input may take is watched more closely by engine.c; these are for what it does not see.
LIMITS = ["-timeout=120", "-rss_limit_mb=1000", "-malloc_limit_mb=100"]


def environment(top):
    return os.environ | {
        "G_SLICE": "always-malloc",
        "ASAN_OPTIONS": "detect_leaks=1:malloc_context_size=10:quarantine_size_mb=16:allocator_may_return_null=1",
        "LSAN_OPTIONS": f"suppressions={top}/tests/leaks.supp:print_suppressions=0",
        "UBSAN_OPTIONS": "print_stacktrace=1",
    }


def run(fuzzer, target, corpus, found, seconds):
    """The row of the table that the target gets: its figures, and what was found."""
    (found / target).mkdir(parents=True, exist_ok=True)
    log = found / f"{target}.log"
    command = [fuzzer, *LIMITS, f"-max_total_time={seconds}", f"-artifact_prefix={found / target}/"]
    command += [f"-dict={corpus / target}.dict", corpus / target]
    top = pathlib.Path(__file__).resolve().parents[2]
    with open(log, "wb") as output:
        status = subprocess.run(command, stdout=output, stderr=output, env=environment(top)).returncode
    text = log.read_text(encoding="utf-8", errors="replace")
    runs, covered, _, kept = (FIGURES.findall(text) or [(0, 0, 0, 0)])[-1]
    points = (POINTS.findall(text) or [0])[-1]
    why = (WHY.findall(text) or [f"exit status {status}"])[0] if status != 0 else ""
    return target, int(runs), int(covered), int(points), int(kept), why


def main():
    fuzzers, corpus, found = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
    targets = sorted(path.name for path in corpus.iterdir() if path.is_dir())
    at_once = min(len(targets), int(os.environ.get("OMP_NUM_THREADS", os.cpu_count())))
    seconds = max(1, int(float(sys.argv[4]) * 60 * at_once / len(targets)))

    print(f"{seconds} s for each of {len(targets)} targets, {at_once} at a time", flush=True)
    with concurrent.futures.ThreadPoolExecutor(at_once) as pool:
        rows = pool.map(lambda t: run(fuzzers / f"fuzz-{t}", t, corpus, found, seconds), targets)
        print(f"{'target':<14}{'runs':>12}{'points reached':>16}{'of':>8}{'inputs kept':>13}  found")
        n_found = n_runs = 0
        for target, runs, covered, points, kept, why in rows:
            print(f"{target:<14}{runs:>12,}{covered:>16,}{points:>8,}{kept:>13,}  {why or '-'}", flush=True)
            n_found += why != ""
            n_runs += runs
    print(f"{n_runs:,} inputs, {n_found} findings" + (f" in {found}" if n_found else ""))
    sys.exit(1 if n_found else 0)


main()
