#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Small input that asks for much: each is refused clearly, within a second and 100 MB.

The second is one of the processor's time, so that a machine with other work passes.

Usage: bombs.py PARLEY [NAME...]
"""

import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile

SECONDS = 4 if os.environ.get("PARLEY_COUNTED") == "1" else 1  # what counts lines takes longer
BYTES = 100_000_000

CHOICE = {"id": "a", "title": "A", "kind": "choice", "options": [{"id": "x", "title": "X"}, {"id": "y", "title": "Y"}]}
PARTY = {"id": "p", "title": "P", "reservation": 0, "weights": {"a": 1}, "values": {"a": {"x": 0, "y": 1}}}
BASE = {"format": "parley/1", "title": "T", "issues": [CHOICE], "parties": [PARTY]}


def scenario(**changes):
    return json.dumps(BASE | changes)


def of_range(**keys):
    issue = {"id": "r", "title": "R", "kind": "range"} | keys
    return scenario(issues=[CHOICE, issue])


def nested(n, inside, before, behind):
    return before * n + inside + behind * n


def condition(n):
    return '{"format": "parley/1", "title": "T", "rules": [{"id": "r", "forbid": ' + nested(
        n, '{"a": "x"}', '{"not": ', "}"
    ) + '}], "issues": [' + json.dumps(CHOICE) + '], "parties": [' + json.dumps(PARTY) + "]}"


def numbered(n, **keys):
    return [{"id": f"n{i}", "title": "N"} | keys for i in range(n)]


def of_nothing(keys):
    """A thousand issues, and a thousand weights of others whose ids are nearly as long."""
    issues = [{"id": f"{i * 7919:090}", "title": "N", "kind": "range", "min": 0, "max": 1, "step": 1} | keys for i in range(999)]
    weights = {f"{i:03}{i * 104729:088}": 1 for i in range(1000)}
    return scenario(issues=[CHOICE] + issues, parties=[PARTY | {"weights": weights}])


def laughs(levels):
    lines = [f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, levels)]
    return (
        '<?xml version="1.0"?><!DOCTYPE t [<!ENTITY l0 "ha">' + "".join(lines) + "]>"
        f'<negotiation_template><utility_space><objective index="0" name="&l{levels - 1};"/></utility_space></negotiation_template>'
    )


def outside(name):
    return (
        f'<!DOCTYPE t [<!ENTITY e SYSTEM "{name}">]>'
        '<negotiation_template><utility_space><objective index="0" name="a">&e;</objective></utility_space></negotiation_template>'
    )


# A domain of the issues %s; with a profile, which knows nothing of them.
XML = '<negotiation_template><utility_space><objective index="0" name="a">%s</objective></utility_space></negotiation_template>'

PROFILE = '<utility_space><objective index="0" name="a">%s</objective></utility_space>'


def numbers(kind, upper, n=1):
    """Issues of a domain from 0 to @upper, and a profile."""
    issues = "".join(
        f'<issue index="{i}" name="n{i}" type="{kind}" vtype="{kind}" lowerbound="0" upperbound="{upper}"/>'
        for i in range(1, n + 1)
    )
    return [XML % issues, PROFILE % issues]


# What a file says, and what of it is refused, in words that the refusal must have.
FILES = [
    ("lists in lists", lambda: nested(1_000_000, "", "[", "]"), "nested more than 60 deep"),
    ("objects in objects", lambda: nested(1_000_000, "1", '{"a":', "}"), "nested more than 60 deep"),
    ("conditions in conditions", lambda: condition(1_000_000), "nested more than 60 deep"),
    ("a million issues", lambda: scenario(issues=[CHOICE] + [{}] * 1_000_000), "more than 150,000 values"),
    ("many issues", lambda: scenario(issues=numbered(100_000, kind="range", min=0, max=1, step=1)), ""),
    ("many broken issues", lambda: scenario(issues=[CHOICE] + [{}] * 28_000), "more than the limit of 1000"),
    ("many options", lambda: scenario(issues=[CHOICE | {"options": numbered(200_000)}]), ""),
    ("many values in all", lambda: scenario(issues=[CHOICE] + [RANGE | {"id": f"r{i}"} for i in range(999)]), "more than 100000 values"),
    ("fewer sources", lambda: scenario(sources={f"s{i}": {"title": 1} for i in range(24_000)}), ""),
    ("fewer keys", lambda: json.dumps({f"{i:x}": i for i in range(149_000)}), ""),
    ("fewer red lines", lambda: scenario(parties=[PARTY | {"red_lines": [{"id": f"r{i}", "never": {"a": "y"}} for i in range(12_000)]}]), "limit of 1000"),
    ("fewer outcomes", lambda: scenario(parties=[PARTY | {"batna": {"title": "b", "lottery": [{"p": "1/20000", "score": 1}] * 20_000}}]), ""),
    ("many parties", lambda: scenario(parties=[PARTY | {"id": f"p{i}"} for i in range(40_000)]), ""),
    ("many drafts", lambda: scenario(drafts=numbered(200_000, terms={})), ""),
    ("many cases", lambda: scenario(cases=numbered(200_000, set={"title": "U"})), ""),
    ("many names of nothing", lambda: of_nothing({}), 'there is no issue "999'),
    ("many names of nothing beside long titles", lambda: of_nothing({"title": "N" * 2000}), 'there is no issue "999'),
    ("many rules", lambda: scenario(rules=[{"id": f"r{i}", "forbid": {"b": "x"}} for i in range(150_000)]), ""),
    ("many sources", lambda: scenario(sources={f"s{i}": {"title": 1} for i in range(200_000)}), ""),
    ("a range of 10^9 steps", lambda: of_range(min=0, max=1_000_000_000, step=1), "values"),
    ("a range of 10^100 steps", lambda: of_range(min=0, max=10**99, step="1/" + "9" * 90), "values"),
    ("a grid of a million", lambda: of_range(min=0, max=1_000_000, grid=list(range(900_000))), ""),
    ("a huge exponent", lambda: '{"format": "parley/1", "title": 1e999999999}', "exponent"),
    ("a tiny exponent", lambda: '{"format": "parley/1", "title": 1e-999999999999999999999}', "exponent"),
    ("a huge exponent in a text", lambda: of_range(min="1e999999999", max=1, step=1), ""),
    ("a long number", lambda: '{"title": ' + "9" * 10_000_000 + "}", "digits"),
    ("a long fraction", lambda: of_range(min="1/" + "9" * 10_000_000, max=1, step=1), ""),
    ("a long string", lambda: json.dumps({"format": "x" * 10_000_000}), ""),
    ("a long key", lambda: json.dumps({"x" * 10_000_000: 1}), ""),
    ("a long id", lambda: scenario(issues=[CHOICE | {"id": "a" * 10_000_000}]), ""),
    ("a long string that does not end", lambda: '{"format": "' + "x" * 10_000_000, ""),
    ("many escapes", lambda: json.dumps({"format": "é" * 2_000_000}), ""),
    ("one key many times", lambda: "{" + ", ".join(['"a": 1'] * 1_000_000) + "}", "already stands"),
    ("many keys that are alike to a hash", lambda: json.dumps({f"{i:x}": i for i in range(400_000)}), ""),
    ("a text of 17 MB", lambda: '{"title": "' + " " * 17_000_000 + '"}', "16 MiB"),
    ("only spaces", lambda: " " * 16_000_000, ""),
    ("zero bytes", lambda: "\0" * 16_000_000, ""),
    ("a long product", lambda: scenario(issues=[CHOICE] + [{"id": "d", "title": "D", "kind": "derived", "product": ["r"] * 300_000}]), ""),
    ("a draft of many terms", lambda: scenario(drafts=[{"id": "d", "title": "D", "terms": {"a": ["x", "y"] * 300_000}}]), ""),
    (
        "derived of many combinations",
        lambda: scenario(
            issues=[CHOICE]
            + [{"id": f"r{i}", "title": "R", "kind": "range", "min": 0, "max": 99, "step": 1} for i in range(8)]
            + [{"id": "d", "title": "D", "kind": "derived", "product": [f"r{i}" for i in range(8)]}]
        ),
        "",
    ),
]

# The same of GENIUS's XML and GeniusWeb's JSON.
IMPORTS = [
    ("a billion laughs", "genius", lambda: laughs(10), "document type"),
    ("laughs a million deep", "genius", lambda: laughs(100_000), "document type"),
    ("an external entity", "genius", lambda: outside("file:///dev/zero"), "document type"),
    ("an entity that is itself", "genius", lambda: '<!DOCTYPE t [<!ENTITY e "&e;">]><t>&e;</t>', "document type"),
    ("elements in elements", "genius", lambda: nested(1_000_000, "", "<a>", "</a>"), "60"),
    ("a million attributes", "genius", lambda: XML % ("<issue " + " ".join(f'a{i}="1"' for i in range(1_000_000)) + "/>"), "more than 200,000"),
    ("a million attributes behind half a quotation", "genius", lambda: XML % ("<!-- it's --><issue " + " ".join(f'a{i}="1"' for i in range(1_000_000)) + "/>"), "more than 200,000"),
    ("a million elements", "genius", lambda: XML % ("<issue/>" * 1_500_000), "more than 200,000"),
    ("a long attribute", "genius", lambda: XML % ('<issue name="' + "x" * 10_000_000 + '"/>'), ""),
    ("an integer issue of 10^9", "genius", lambda: numbers("integer", 10**9), "more than 10000 values"),
    ("integer issues of 10^4", "genius", lambda: numbers("integer", 9999, 1000), "more than 100000 values"),
    ("a real issue of 10^9 steps", "genius", lambda: numbers("real", 10**9), ""),
    ("a huge exponent in XML", "genius", lambda: numbers("real", "1e999999999"), ""),
    ("deep JSON", "geniusweb", lambda: nested(1_000_000, "1", '{"a":', "}"), "nested more than 60 deep"),
    (
        "numbers of 10^9 steps",
        "geniusweb",
        lambda: '{"LinearAdditiveUtilitySpace": {"issueUtilities": {"a": {"numberutils": {"lowValue": 0, "lowUtility": 0, '
        '"highValue": 1000000000, "highUtility": 1}}}, "issueWeights": {"a": 1}, "domain": {"name": "d", '
        '"issuesValues": {"a": {"range": ["0", "1000000000", "1"]}}}, "name": "n", "reservationBid": null}}',
        "",
    ),
]

# What stands behind a scenario that is sound.
OPTIONS = [
    ("a long --where", ["deals", "--where", "a=" + "x" * 100_000], ""),
    ("many --where", ["deals"] + ["--where", "b=x"] * 15_000, ""),
    ("--where with a huge number", ["deals", "--where", "score.p>=1e999999999"], ""),
    ("--where with a long number", ["deals", "--where", "score.p>=" + "9" * 100_000], ""),
    ("a deep --set", ["score", "--set", ".".join("a" * 50_000) + "=1"], "more than 60 parts"),
    ("a deep value of --set", ["score", "--set", "title=" + "[" * 100_000], "nested more than 60 deep"),
    ("a long value of --set", ["score", "--set", "issues.a.kind=" + "x" * 100_000], ""),
    ("many --set", ["score"] + [f"--set=parties.p{i}.reservation=1" for i in range(20_000)], ""),
    ("--set to a huge number", ["score", "--set", "parties.p.reservation=1e999999999"], "exponent"),
    ("--set to 10^9 steps", ["score", "--set", 'issues.b={"id":"b","title":"B","kind":"range","min":0,"max":1e9,"step":1}'], ""),
    ("a sweep of 10^9 points", ["sweep", "--vary", "parties.p.reservation=0:100:1e-7"], ""),
    ("a sweep of 10^12 points", ["sweep"] + ["--vary", "parties.p.reservation=0:100:1"] * 6, ""),
    ("draws without end", ["robust", "--draws", "999999999999999999"], ""),
    ("draws beyond 64 bits", ["robust", "--draws", "9" * 100], ""),
    ("a long share rule", ["robust", "--constrain", "p: " + " + ".join(["a"] * 30_000) + " <= 2 x"], ""),
    ("a share rule of a huge number", ["robust", "--constrain", "p: a <= 1e999999999"], ""),
    ("a long list of --top", ["deals", "--top", "999999999999"], ""),
    ("threads without end", ["deals", "--threads", "1000000000"], ""),
    ("memory without end", ["deals", "--memory", "99999999999999999999G"], ""),
    ("a long date", ["brief", "--for", "p", "--date", "9" * 100_000], ""),
    ("an overlay that does not end", ["score", "--overlay", "/dev/zero"], ""),
    ("a model that does not end", ["score", "--use", "p=/dev/zero"], ""),
]


RANGE = {"id": "r", "title": "R", "kind": "range", "min": 0, "max": 9999, "step": 1}


def fraction(i):
    """Of 95 digits, without a factor in common with the others."""
    return f"{10**90 + i * i}/{10**90 + 7 * i * i + i * 10**50 + 1}"


def of_points(point):
    values = PARTY["values"] | {"r": {"points": [[0, 0], *map(point, range(1, 9999)), [9999, 1]]}}
    return scenario(issues=[CHOICE, RANGE], parties=[PARTY | {"weights": {"a": 1, "r": 1}, "values": values}])


# What is within all limits, and would take long or much memory were it done without care.
BELOW = [
    ("fractions without a factor in common", lambda: of_points(lambda i: [i, fraction(i)]), "score"),
    ("points between grid values", lambda: of_points(lambda i: [f"{i * 97}/97", f"{i * 7919 % 9973}/9973"]), "score"),
    ("weights without a factor in common", lambda: scenario(
        issues=[CHOICE] + numbered(500, kind="range", min=0, max=1, step=1),
        parties=[PARTY | {
            "weights": {"a": 1} | {f"n{i}": fraction(i) for i in range(500)},
            "values": PARTY["values"] | {f"n{i}": {"points": [[0, 0], [1, fraction(i)]]} for i in range(500)},
        }],
    ), "deals --no-count"),
    ("many issues that nobody weighs", lambda: scenario(issues=[CHOICE] + numbered(200, kind="range", min=0, max=1, step=1)), "deals"),
    ("many options", lambda: scenario(issues=[CHOICE, CHOICE | {"id": "b", "options": numbered(10_000)}]), "deals"),
    ("many parties", lambda: scenario(parties=[PARTY | {"id": f"p{i}"} for i in range(60)]), "deals"),
    ("many drafts", lambda: scenario(drafts=numbered(1000, terms={"a": ["x", "y"]})), "score"),
    ("many cases", lambda: scenario(cases=numbered(1000, set={"title": "U"})), "score"),
    ("many rules", lambda: scenario(rules=[{"id": f"r{i}", "forbid": {"a": "x"}} for i in range(1000)]), "deals"),
    ("many red lines", lambda: scenario(parties=[PARTY | {"red_lines": [{"id": f"r{i}", "never": {"a": "y"}} for i in range(400)]}]), "deals"),
    ("many adjustments", lambda: scenario(parties=[PARTY | {"adjustments": [{"id": f"m{i}", "when": {"a": "x"}, "points": 1} for i in range(1000)]}]), "deals"),
    ("wide conditions", lambda: scenario(rules=[{"id": "r", "forbid": {"any": [{"a": "x"}] * 24_000}}]), "deals"),
    ("many lines", lambda: scenario() + "\n" * 15_000_000, "score"),
]


def limit():
    """Beyond what is asked for, so that a failure is told and the machine stays well."""
    resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run(command):
    """The exit status, messages, seconds of the processor, and bytes at most."""
    with tempfile.TemporaryFile() as messages:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=messages, preexec_fn=limit)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        messages.seek(0)
        return process.returncode, messages.read().decode(errors="replace"), used.ru_utime + used.ru_stime, used.ru_maxrss * 1024


def complaints(name, command, words):
    """Without words it is no refusal that is wanted."""
    status, messages, seconds, size = run(command)
    if words is not None and status != 2 or words is None and status > 1:
        yield f"{name}: exit status {status}"
    if words is not None and (words not in messages or not messages):
        yield f"{name}: \"{words}\" is not in: {messages[:300]}"
    if len(messages) > 5_000_000:
        yield f"{name}: {len(messages):,} characters of messages"
    if seconds > SECONDS:
        yield f"{name}: {seconds:.2f} s"
    if size > BYTES:
        yield f"{name}: {size // 1_000_000} MB"


def write(folder, make):
    """The files: one, or as many as there are in a list. They are made by a process of its own: the
    most memory that this one has had would count as that of those that it starts."""
    for path in folder.glob("bomb*"):
        path.unlink()
    child = os.fork()
    if child == 0:
        made = make()
        for i, text in enumerate(made if isinstance(made, list) else [made]):
            (folder / f"bomb{i}").write_text(text, encoding="utf-8")
        os._exit(0)
    if os.waitpid(child, 0)[1] != 0:
        raise RuntimeError("a bomb cannot be made")
    return sorted(folder.glob("bomb*"))


def main():
    parley, *only = sys.argv[1:]
    n = 0
    failed = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        sound = folder / "sound.json"
        sound.write_text(scenario(), encoding="utf-8")
        rows = [(name, make, ["score"], words) for name, make, words in FILES]
        rows += [(name, make, ["import", form], words) for name, form, make, words in IMPORTS]
        rows += [(name, make, command.split(), None) for name, make, command in BELOW]
        rows += [(name, None, arguments, words) for name, arguments, words in OPTIONS]
        for name, make, (command, *options), words in rows:
            if only and name not in only:
                continue
            paths = [sound] if make is None else write(folder, make)
            failed += complaints(name, [parley, command, *options, *paths], words)
            n += 1
    print(*failed, f"{n} bombs, {len(failed)} complaints", sep="\n")
    sys.exit(1 if failed else 0)


main()
