#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the system refuses, at each place where it can: a write, a sync, a rename, a close, memory.

Each command that writes is run once under strace, which tells all calls that touch its folder. Then
once for each of these calls, which fails as though the disk were full or broken; and once more, where
the program is killed (kill -9) as it makes the call. After a failure the exit status is 3 and a message
says why, or what it is otherwise where nothing is lost; each file holds what it held before, or all of the new result, and nothing
lies beside it. After a kill the same holds, but that a file of another name may be left. What goes into a database is gone on with, and ends
as though nothing had happened. Then memory: the less of it there is, the sooner the status is 3, and
never is a result another.

Usage: faults.py PARLEY TOP [all]
"""

import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

SKIPPED = 77
FAILED = 3
ERRORS = {
    "openat": "EACCES", "write": "ENOSPC", "pwrite64": "ENOSPC", "ftruncate": "EIO", "fsync": "EIO",
    "fdatasync": "EIO", "close": "EIO", "rename": "EIO", "link": "EIO", "unlink": "EIO", "mkdir": "EACCES",
}
CALL = re.compile(r"^(\d+) +(\w+)\((.*)$")
OLD = "what was there before\n"

# What writes: NAME of what is written, and the arguments; OUT is its path. "./dev test" looks at the first.
MINERALS = "scenarios/us-ukraine-minerals-february.json"
BARTER = "scenarios/nash-barter-1950.json"
RUNS = [
    ("result.txt", ["score", BARTER, "-o", "OUT"]),
    ("new.json", ["init", "OUT"]),
]
MORE = [
    (f"{command}.txt", [command, MINERALS, *rest, "-o", "OUT"])
    for command, *rest in [
        ("check",), ("deals", "--no-count"), ("explain", "us-12feb"), ("compare", "us-12feb", "ua-14feb"), ("amend", "us-12feb"),
        ("offers", "--for", "us"), ("trades", "us-12feb"), ("divide",), ("concede", "us-12feb", "--for", "us"),
        ("whatif",), ("sweep", "--vary", "parties.us.reservation=40:50:5"), ("robust", "-n", "100"),
        ("sensitivity", "us-12feb"), ("value",), ("history",), ("infer",), ("backtest",), ("predict", "us-12feb"),
    ]
] + [
    ("brief." + form, ["brief", MINERALS, "--draws", "100", "-o", "OUT"])
    for form in ("txt", "md", "html", "pdf", "docx", "xlsx", "json")
] + [
    ("draws.sqlite", ["robust", BARTER, "-n", "200", "--threads", "1", "-o", "OUT"]),
    ("models", ["export", "genius", BARTER, "-o", "OUT"]),
    ("space.pdf", ["plot", "space", BARTER, "-o", "OUT"]),
    ("space.svg", ["plot", "space", BARTER, "-o", "OUT"]),
    ("space.png", ["plot", "space", BARTER, "-o", "OUT"]),
    ("grid.sqlite", ["sweep", BARTER, "--vary", "parties.bill.reservation=0:4:1", "--threads", "1", "-o", "OUT"]),
    ("fits.json", ["infer", MINERALS, "--save", "OUT"]),
    ("schema.json", ["schema", "-o", "OUT"]),
]


class Run:
    """A command that writes @name into a folder of its own."""

    def __init__(self, parley, name, arguments, scratch):
        self.parley, self.name, self.arguments = parley, name, arguments
        self.folder = scratch / name.replace(".", "-")
        self.is_database = name.endswith(".sqlite")
        # Calls are counted in each process by itself: that of Parley's message may be the one that fails.
        self.has_helper = name.endswith(".docx")
        self.is_new = arguments[0] in ("init", "export")  # what is there already is left as it is

    def fresh(self):
        """An empty folder, but for an older result."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        if not (self.is_new or self.is_database):
            (self.folder / self.name).write_text(OLD, encoding="utf-8")

    def start(self, *strace):
        command = [str(self.folder / self.name) if a == "OUT" else a for a in self.arguments]
        return subprocess.run([*strace, self.parley, *command], capture_output=True, text=True, errors="replace")

    def content(self):
        """Of every file there is, by its path."""
        return {str(path.relative_to(self.folder)): path.read_bytes()
                for path in sorted(self.folder.rglob("*")) if path.is_file()}

    def result(self):
        """What the run came to: of a database, what it says once it is complete."""
        if self.is_database:
            return self.start().stdout
        return self.content()


def traced(folder, log):
    """The calls that touch the folder: name, which one of its name, and whether it opens to read."""
    seen = {}
    found = []
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        match = CALL.match(line)
        if match is None:
            continue
        process, call, rest = match.groups()
        seen[process, call] = seen.get((process, call), 0) + 1
        if call in ERRORS and str(folder) in rest and "O_RDONLY" not in rest and "ENOENT" not in rest:
            found.append((call, seen[process, call]))
    return found


def after_error(run, call, number, good, log):
    """What is wrong when a call fails."""
    run.fresh()
    before = run.content()
    done = run.start("strace", "-f", "-qq", "-o", os.devnull, "-e", f"trace={call}",
                     "-e", f"inject={call}:error={ERRORS[call]}:when={number}")
    what = f"{run.name}, {' '.join(run.arguments)}: {call} {number} fails"
    if done.returncode not in (run.status, FAILED):
        yield f"{what}: exit status {done.returncode}: {done.stderr[-300:]}"
    elif done.returncode == FAILED and "parley: " not in done.stderr and not run.has_helper:
        yield f"{what}: no message: {done.stderr[-300:]}"
    elif run.is_database:
        if run.result() != good:
            yield f"{what}: gone on with, it ends otherwise"
    elif done.returncode == run.status and call != "unlink" and run.content() != good:
        yield f"{what}: exit status {run.status}, and there is {sorted(run.content())}"
    elif any(text not in (before.get(name), good.get(name)) for name, text in run.content().items()
             if done.returncode == FAILED):
        yield f"{what}: exit status 3, and there is {sorted(run.content())}"


def after_kill(run, call, number, good, log):
    """What is wrong when the program is killed at a call."""
    run.fresh()
    before = run.content()
    run.start("strace", "-f", "-qq", "-o", os.devnull, "-e", f"trace={call}",
              "-e", f"inject={call}:signal=KILL:when={number}")
    what = f"{' '.join(run.arguments)}: killed at {call} {number}"
    if run.is_database:
        if run.result() != good:
            yield f"{what}: gone on with, it ends otherwise"
    else:
        left = run.content()
        for name in sorted(set(before) | set(good)):
            if left.get(name) not in (before.get(name), good.get(name)):
                yield f"{what}: {name} is neither the old one nor the new one"


def look_at(run, log):
    run.fresh()
    done = run.start("strace", "-f", "-y", "-qq", "-o", log, "-e", "trace=" + ",".join(ERRORS))
    run.status = done.returncode  # 1 where the answer is no
    if run.status > 1:
        return 0, [f"{' '.join(run.arguments)}: exit status {done.returncode}: {done.stderr[-300:]}"]
    calls = traced(run.folder, pathlib.Path(log))
    good = run.result()
    wrong = []
    for call, number in calls:
        wrong += after_error(run, call, number, good, log)
        wrong += after_kill(run, call, number, good, log)
    if len(calls) < 3:
        wrong.append(f"{' '.join(run.arguments)}: {len(calls)} calls seen, which are too few")
    return 2 * len(calls), wrong


# Memory ----------------------------------------------------------------------------------------

MEGABYTES = (20, 30, 40, 60, 80, 120, 200, 400, 600, 1200)


def limited(megabytes):
    def limit():
        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    return limit


def with_little_memory(parley, arguments, out):
    """What is wrong with little address space, of the most to the least."""
    command = [parley, *(str(out) if a == "OUT" else a for a in arguments)]
    subprocess.run(command, capture_output=True, check=True)
    good = out.read_bytes()
    statuses = []
    for megabytes in MEGABYTES:
        out.write_text(OLD, encoding="utf-8")
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", preexec_fn=limited(megabytes))
        statuses.append(done.returncode)
        left = out.read_bytes()
        what = f"{' '.join(arguments)}: with {megabytes} MB"
        if done.returncode not in (0, FAILED) or done.returncode == FAILED and "parley: " not in done.stderr:
            yield f"{what}: exit status {done.returncode}: {done.stderr[-300:]}"
        elif left != (good if done.returncode == 0 else OLD.encode()):
            yield f"{what}: exit status {done.returncode}, and the file is another"
    if FAILED not in statuses or statuses[-1] != 0:
        yield f"{' '.join(arguments)}: exit statuses {statuses}"


def can_trace():
    """Not everywhere may processes look at each other."""
    try:
        return subprocess.run(["strace", "-qq", "-o", os.devnull, "true"], capture_output=True).returncode == 0
    except FileNotFoundError:
        return False


def main():
    parley, top, *rest = sys.argv[1:]
    parley = str(pathlib.Path(parley).resolve())
    os.chdir(top)
    if not can_trace():
        print("strace cannot be used here")
        sys.exit(SKIPPED)
    with tempfile.TemporaryDirectory() as name:
        scratch = pathlib.Path(name).resolve()
        runs = [Run(parley, *run, scratch) for run in (RUNS + MORE if rest else RUNS)]
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            found = list(pool.map(lambda run: look_at(run, f"{run.folder}.log"), runs))
        wrong = [line for _, lines in found for line in lines]
        print(f"{sum(n for n, _ in found)} faults in {len(runs)} commands")
        large = scratch / "large.json"
        with open(large, "wb") as file:
            subprocess.run([sys.executable, "tests/benchmark/generate.py", "2", "11", "10"], stdout=file, check=True)
        for arguments in (["deals", str(large), "-o", "OUT"], ["plot", "space", BARTER, "-o", "OUT"]):
            wrong += with_little_memory(parley, arguments, scratch / "little.pdf")
    print(*wrong, f"{len(wrong)} complaints", sep="\n")
    sys.exit(1 if wrong else 0)


main()
