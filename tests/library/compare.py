#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when libparley says of a scenario anything else than its file and the program in JSON.

Usage: compare.py ANSWERS PARLEY FILE...
"""

import json
import pathlib
import subprocess
import sys
from fractions import Fraction

N_BEST = 10  # as answers.c has it
ASKS = ("rejects", "depends")
NOBODY = "--set=parties.*.reservation=99"  # accepts anything then


def run(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"exit status {done.returncode}: {' '.join(command)}")
    return done.stdout


def text(value):
    return "null" if value is None else str(value)


def amount(path, holder, key):
    """The lines of a number: the fraction, and the double, which reads the same."""
    yield f"{path}={text(holder['exact'][key])}"
    if holder[key] is not None:
        yield f"{path}/value={holder[key]:.17g}"


def blocked_of(path, opinion):
    yield f"{path}falls_short={any('reservation' in item for item in opinion['blocked_by'])}"
    for item in opinion["blocked_by"]:
        if "red_line" in item:
            yield f"{path}red_lines/{item['red_line']}={item['crossed']}"


def reasons_of(path, opinion):
    for part in opinion["contributions"]:
        inner = f"{path}parts/{part['issue']}/"
        yield from amount(f"{inner}weight", part, "weight")
        for what in ("won", "given_up"):
            for end in ("low", "high"):
                yield from amount(f"{inner}{what}/{end}", part[what], end)
    for item in opinion["adjustments"]:
        yield f"{path}adjustments/{item['id']}={item['applies']}"
        yield f"{path}adjustments/{item['id']}/points={item['exact']['points']}"
    for issue in [None] if opinion["depends_on"] is None else opinion["depends_on"]:
        yield f"{path}depends_on={text(issue)}"


def opinion_of(path, opinion):
    for key in ("low", "high", "reservation"):
        yield from amount(path + key, opinion, key)
    for key in ("verdict", "verdict_without_red_lines", "on_the_line"):
        yield f"{path}{key}={text(opinion[key])}"
    yield from blocked_of(path, opinion)
    yield from reasons_of(path, opinion)


def options_of(issue):
    """Ids, or numbers, of a scenario that spells each issue out."""
    if "step" in issue:
        low, high, step = (Fraction(str(issue[key])) for key in ("min", "max", "step"))
        return [str(float(low + i * step)) for i in range(int((high - low) / step) + 1)]
    return [option["id"] for option in issue.get("options", [])]


def scenario_lines(scenario):
    for issue in scenario["issues"]:
        path = f"issues/{issue['id']}/"
        for key in ("title", "unit", "kind"):
            yield f"{path}{key}={text(issue.get(key))}"
        for i, option in enumerate(options_of(issue)):
            yield f"{path}options/{i}={option}"


def score_lines(score):
    for key in ("title", "as_of"):
        yield f"{key}={text(score.get(key))}"
    for party in score["parties"]:
        yield f"roles/{party['id']}={party['role']}"
        yield f"titles/{party['id']}={party['title']}"
    for draft in score["drafts"]:
        yield f"titles/{draft['id']}={draft['title']}"
        yield f"dates/{draft['id']}={text(draft.get('date'))}"
        path = f"drafts/{draft['id']}/"
        for key in ("verdict", "verdict_without_red_lines"):
            yield f"{path}{key}={text(draft[key])}"
        for party, opinion in draft["parties"].items():
            yield from opinion_of(f"{path}{party}/", opinion)


def deal_of(path, deal):
    for party, score in deal["scores_exact"].items():
        yield f"{path}{party}={score}"
    for issue, option in deal.get("terms", {}).items():
        yield f"{path}terms/{issue}={option}"
    if "count" in deal:
        yield f"{path}count={deal['count']}"


def deals_lines(deals, status):
    yield f"zopa/status={status}"
    yield f"zopa/deals={deals['space']['deals']}"
    yield f"zopa/feasible={deals['space']['feasible']}"
    yield f"zopa/acceptable={deals['acceptable']['count']}"
    for party, count in deals["acceptable"]["by_party"].items():
        yield f"zopa/accepted/{party}={count}"
    for i, point in enumerate(deals["frontier"]["list"]):
        yield from deal_of(f"frontier/{i}/", point)
    for name, points in deals["solutions"].items():
        yield f"solutions/{name}/tied={deals['tied'][name]}"
        if points:
            yield from deal_of(f"{name}/0/", {**points[0], **points[0]["deals"][0]})
    for i, deal in enumerate(deals["deals"]):
        yield from deal_of(f"best/{i}/", deal)
    if deals["nearest_miss"] is not None:
        yield from deal_of("nearest/0/", deals["nearest_miss"])


def normal(line):
    """The same where JSON has a double and the library a decimal or a fraction."""
    key, _, value = line.partition("=")
    if "/terms/" in key or "/options/" in key:
        try:
            value = str(float(Fraction(value)))
        except ValueError:
            pass
    return f"{key}={value}"


def is_said_by_both(line, score):
    """The program does not tell the terms of points, nor what those score who do not negotiate;
    nor red lines where they are not in the way."""
    parts = line.partition("=")[0].split("/")
    negotiating = {party["id"] for party in score["parties"] if party["role"] == "party"}
    if parts[0] in ("frontier", "nash", "kalai_smorodinsky", "egalitarian", "utilitarian"):
        return parts[2] in negotiating | {"count"} or parts[0] != "frontier" and parts[2] == "terms"
    if parts[0] == "drafts" and parts[3:4] == ["red_lines"]:
        draft = next(draft for draft in score["drafts"] if draft["id"] == parts[1])
        return draft["parties"][parts[2]]["verdict"] in ASKS
    return True


def compare(answers, parley, *file):
    """@file: its path, and changes. Returns: how many lines there are on both sides."""
    options = ["--format", "json", "--exact", "--quiet"]
    score = json.loads(run(parley, "score", *file, *options))
    deals = json.loads(run(parley, "deals", *file, *options, "--frontier", "--top", str(N_BEST)))
    status = 0 if deals["acceptable"]["count"] != "0" else 1
    scenario = json.loads(pathlib.Path(file[0]).read_text(encoding="utf-8"))
    wanted = {normal(line) for line in [*scenario_lines(scenario), *score_lines(score),
                                        *deals_lines(deals, status)]}
    said = {normal(line) for line in run(answers, *file).splitlines()
            if is_said_by_both(line, score)}
    for line in sorted(wanted - said):
        print(*file, "the program alone:", line)
    for line in sorted(said - wanted):
        print(*file, "the library alone:", line)
    return len(wanted) if wanted == said else 0


def main():
    answers, parley, *files = sys.argv[1:]
    counts = [compare(answers, parley, file) for file in files]
    counts.append(compare(answers, parley, files[0], NOBODY))
    print(f"{sum(counts)} answers to {len(counts)} questions are the same")
    sys.exit(0 if counts and all(counts) else 1)


main()
