#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes what fuzzing starts from, out of files that are in the tree for other reasons.

FOLDER/TARGET gets the seeds of each target, FOLDER/TARGET.dict its words. What is there already
stays.

Usage: seeds.py TOP FOLDER
"""

import hashlib
import json
import pathlib
import re
import sys

CUT = b"\f"  # PARLEY_FUZZ_CUT
COMMAND = re.compile(r"^\$ parley (.*)$", re.MULTILINE)
JSON_WORD = re.compile(r'"([A-Za-z_$*-][A-Za-z0-9_$.-]*)"')

DATES = ["2025-02-28", "2024-02-29", "1900-02-29", "0001-01-01", "9999-12-31", "2025-13-01"]
NUMBERS = ["0", "-0", "1/3", "190/662", "-1.5e3", "0.1", "1e100", "1e-100", "+.5", "5.", "007", "9" * 100]
SETTINGS = [
    "parties.us.reservation=40",
    "parties.*.weights.security.value=3\fissues.share.step=10",
    'drafts.first.terms.security=["none","pledge"]',
    "drafts.first.terms.law=null\fparties.eu=null",
    "parties.us.use=us",
    'parties.us={"id":"us","title":"U","use":"us"}',
    "cases.patient.set={}",
]
FILTERS = [
    "share=25",
    "security>=pledge\flaw!=new-york",
    "score.us>=60\fsurplus.ukraine>5",
    "take<=37.5",
    "tone=2",
    "fund=7/3",
    "score.eu<1e2",
]
SHARE_RULES = [
    "ukraine: security >= 2 law",
    "us: take + law <= 40 %",
    "us: 1/2 take - law = 0.3",
    "eu: security - fund >= 10% + 0 fund",
]
CASES = [
    '[{"id":"a","title":"A","set":{"parties.us.reservation":30}}]',
    '[{"id":"a","title":"A","question":"?","patch":{"drafts":{"first":null}},"set":{"rules":[]}}]',
    '[{"id":"a","title":"A","patch":{"parties":{"*":{"reservation":1}}}},'
    '{"id":"b","title":"B","set":{"parties.us.use":"us"}}]',
]
OVERLAYS = [
    '{"parties":{"us":{"use":"us","reservation":null}}}',
    '{"issues":{"share":{"step":5}},"rules":null,"drafts":{"*":{"terms":{"law":"kyiv"}}}}',
    '{"parties":{"*":{"reservation":{"value":10}}},"cases":[]}',
    '{"drafts":{"third":{"id":"third","title":"T","terms":{"share":"7/3"}}}}',
]
MERGES = [
    '{"a":"b","c":{"d":"e","f":"g"}}\f{"a":"z","c":{"f":null}}',
    '{"e":null}\f{"a":1}',
    '[1,2]\f{"a":"b","c":null}',
    '{}\f{"a":{"bb":{"ccc":null}}}',
    '{"l":[{"id":"x","v":1},{"id":"y"}]}\f{"l":{"x":{"v":{"low":0}},"y":null,"z":{"id":"z"},"*":{"k":true}}}',
]
# A body for each question to the page's server.
BODIES = [
    ("evaluate", {"case": "guarantee"}),
    ("evaluate", {"overlay": {"parties": {"us": {"reservation": 31}}}}),
    ("scenario", {"overlay": json.loads(OVERLAYS[3])}),
    ("cloud", {"between": ["us", "ukraine"]}),
    ("score", {"options": {"exact": True}, "format": "json"}),
    ("deals", {"options": {"where": ["security>=pledge"], "top": 3, "ties": 1}, "format": "text"}),
    ("deals", {"options": {"by": "us", "efficient": True, "among": "tabled", "map": "share,law"}}),
    ("explain", {"arguments": ["first"], "format": "markdown"}),
    ("compare", {"arguments": ["first", "second"], "format": "csv"}),
    ("amend", {"arguments": ["first"], "options": {"keep": ["law"], "max": 2}}),
    ("offers", {"options": {"for": "us", "at": "60"}}),
    ("trades", {"arguments": ["second"]}),
    ("divide", {"options": {"between": "us,ukraine"}}),
    ("concede", {"arguments": ["first"], "options": {"for": "us"}}),
    ("whatif", {"format": "html"}),
    ("sweep", {"options": {"vary": ["parties.us.reservation=30:60:10"]}, "format": "csv"}),
    ("robust", {"options": {"draws": 20, "weights": "simplex", "constrain": ["us: take >= law"]}}),
    ("sensitivity", {"arguments": ["second"], "options": {"points": 64}}),
    ("value", {"options": {"for": "us", "draws": 20}}),
    ("history", {"options": {"all": True}, "format": "text"}),
    ("infer", {"options": {"party": ["us"], "draws": 20, "slip": 0.1}}),
    ("backtest", {"options": {"draws": 20}, "format": "csv"}),
    ("predict", {"arguments": ["second"], "options": {"draws": 20, "top": 3, "prior": "nothing"}}),
    ("brief", {"options": {"for": "us"}, "format": "fragment"}),
    ("plot", {"arguments": ["tornado", "second"], "options": {"width": 500}, "format": "svg"}),
]


def texts(top, *patterns):
    for pattern in patterns:
        for path in sorted(top.glob(pattern)):
            yield path.read_bytes()


def command_lines(top):
    """Those of the documents, about the scenario of all targets."""
    for text in texts(top, "docs/*.md", "README.md", "docs/cases/*.md"):
        for line in COMMAND.findall(text.decode()):
            words = [w.strip("'\"") for w in re.findall(r"'[^']*'|\"[^\"]*\"|[^\s'\"]+", line)]
            yield CUT.join(w.encode() for w in words if w not in ("|", ">"))
    for name, body in BODIES:
        words = [name, "a.json", *body.get("arguments", [])]
        if name == "plot":
            words[1:3] = words[2], words[1]
        for key, value in body.get("options", {}).items():
            for one in value if isinstance(value, list) else [value]:
                words += [f"--{key}"] if one is True else [f"--{key}={one}"]
        yield CUT.join(w.encode() for w in words)


def xml_files(top):
    menu, *profiles = texts(
        top, "tests/interchange/menu.xml", "tests/interchange/cook.xml", "tests/interchange/guest.xml"
    )
    yield CUT.join([b"", menu, *profiles])
    yield CUT.join([b"Price=0.5", menu, profiles[0]])
    for text in texts(top, "tests/interchange/*.xml", "scenarios/**/*.xml", "tests/**/*.xml"):
        yield CUT.join([b"", text])


def seeds(top):
    scenarios = list(texts(top, "tests/good/*.json", "tests/bad/*.json", "scenarios/*.json", "models/*.json"))
    scenarios += texts(top, "tests/fuzz/base.json", "src/cli/example.json")
    blocks = [
        block.encode()
        for text in texts(top, "docs/*.md", "README.md")
        for block in re.findall(r"```json\n(.*?)```", text.decode(), re.DOTALL)
    ]
    encode = lambda rows: [row.encode() for row in rows]
    return {
        "date": encode(DATES),
        "exact": encode(NUMBERS),
        "scan": scenarios + blocks,
        "merge": encode(MERGES) + [s + CUT + o for s in scenarios[:3] for o in encode(OVERLAYS)],
        "scenario": scenarios + blocks,
        "overlay": encode(OVERLAYS) + blocks,
        "setting": encode(SETTINGS),
        "cases": encode(CASES),
        "genius": list(xml_files(top)),
        "geniusweb": [
            CUT.join([step, text]) for text in texts(top, "tests/interchange/*.json") for step in (b"", b"1/2")
        ],
        "where": encode(FILTERS),
        "share_rule": encode(SHARE_RULES),
        "command_line": list(command_lines(top)),
        "api": [CUT.join([n.encode(), json.dumps(b).encode()]) for n, b in BODIES],
        "deals": [
            b"".join(hashlib.sha256(bytes([i, k])).digest() for k in range(1 + i % 6)) for i in range(60)
        ],
    }


def words(texts):
    """The names in them, and what JSON and expressions are made of."""
    found = {match for text in texts for match in JSON_WORD.findall(text.decode("utf-8", "replace"))}
    found |= {match for text in texts for match in re.findall(r"[A-Za-z-]{3,20}=", text.decode("utf-8", "replace"))}
    return sorted(w for w in found if len(w) <= 30)[:1500]


def main():
    top, folder = (pathlib.Path(argument) for argument in sys.argv[1:])
    for target, inputs in seeds(top).items():
        place = folder / target
        place.mkdir(parents=True, exist_ok=True)
        for data in inputs:
            (place / hashlib.sha1(data).hexdigest()).write_bytes(data)
        lines = [f'"{word}"' for word in words(inputs)] + [r'"\x0c"', r'"\""', '"[["', '"]]"', '"{}"', '"null"']
        (folder / f"{target}.dict").write_text("\n".join(lines) + "\n", encoding="utf-8")


main()
