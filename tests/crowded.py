#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints a scenario that is hard to set: 40 issues, 30 drafts, very long titles in two scripts, and texts
that would be markup, links or formulas where they are not taken as texts.

crowded.py [N_ISSUES N_DRAFTS]
"""

import json
import random
import sys

HOSTILE = [
    "<script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    "[click](javascript:alert(1))",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "| a | b |",
    "**bold** _it_ `code` #1 <!-- -->",
    "\"'&amp;&lt;<b>",
    "+1-1",
]
WORDS = "Частка держави у фонді відбудови and the share of revenue that goes to reconstruction".split()


def title(rng, index, n_words):
    words = " ".join(rng.choice(WORDS) for _ in range(n_words))
    return f"{HOSTILE[index % len(HOSTILE)]} {words} {index}"


def issue(rng, index):
    return {
        "id": f"i{index}",
        "title": title(rng, index, 3 + 4 * (index % 7)),
        "kind": "choice",
        "ordered": True,
        "options": [{"id": f"o{o}", "title": title(rng, index + o, 2 + 3 * o)} for o in range(4)],
    }


def party(rng, name, index, n_issues):
    issues = [f"i{i}" for i in range(n_issues)]
    wanted = sorted(range(0, 101, 5), reverse=index == 1)
    return {
        "id": name,
        "title": title(rng, index + 1, 2),
        "reservation": {"value": 45, "low": 40, "high": 52, "basis": "judgement"},
        "weights": {i: {"value": rng.randint(1, 20), "low": 1, "high": 20, "source": "s0"} for i in issues},
        "values": {i: {f"o{o}": wanted[o * 6] for o in range(4)} for i in issues},
        "positions": {
            i: {"opening": "o0", "target": ["o1", "o2"], "limit": "o3", "interest": title(rng, 3, 12), "source": "s0"}
            for i in issues[::2]
        },
        "red_lines": [{"id": "never", "title": title(rng, 1, 20), "never": {"i0": "o0", "i1": "o1"}}],
    }


def draft(rng, index, n_issues):
    terms = {f"i{i}": rng.choice(["o0", "o1", "o2", "o3", ["o1", "o2"]]) for i in range(n_issues) if rng.random() < 0.95}
    return {
        "id": f"d{index}",
        "title": title(rng, index, 4),
        "date": f"2025-{1 + index // 28:02}-{1 + index % 28:02}",
        "tabled_by": ["a", "b"][index % 2],
        "terms": terms,
    }


def main():
    n_issues, n_drafts = (int(word) for word in (sys.argv[1:] or ["40", "30"]))
    rng = random.Random(6)
    scenario = {
        "format": "parley/1",
        "title": title(rng, 0, 30),
        "as_of": "2025-06-01",
        "summary": title(rng, 4, 60),
        "sources": {"s0": {"title": title(rng, 2, 20), "url": "javascript:alert(1)", "date": "2025-05-01"}},
        "issues": [issue(rng, i) for i in range(n_issues)],
        "parties": [party(rng, name, index, n_issues) for index, name in enumerate(["a", "b"])],
        "drafts": [draft(rng, index, n_issues) for index in range(n_drafts)],
    }
    json.dump(scenario, sys.stdout, ensure_ascii=False, indent=1)


main()
