# SPDX-License-Identifier: GPL-3.0-or-later
"""Scenario files with exact numbers, and the models that parties use."""

import json
import os
import re
from fractions import Fraction


class Refused(Exception):
    """The scenario is beyond what can be worked out exactly, or is wrong."""


def read_json(path):
    """JSON in which every number is exact: 0.1 means one tenth."""
    with open(path, encoding="utf-8") as file:
        return json.load(file, parse_int=Fraction, parse_float=Fraction)


def is_number(node):
    return isinstance(node, Fraction) or (
        isinstance(node, str) and re.fullmatch(r"-?\d+/-?\d+", node) is not None)


def merge(target, patch):
    """JSON Merge Patch (RFC 7396) with the additions of docs/format.md."""
    if not isinstance(patch, dict):
        return patch
    if isinstance(target, list) and all(isinstance(t, dict) and "id" in t for t in target):
        return merge_things(target, patch)
    if is_number(target):
        target = {"value": target}
    result = dict(target) if isinstance(target, dict) else {}
    for key, change in patch.items():
        if change is None:
            result.pop(key, None)
        else:
            result[key] = merge(result.get(key), change)
    return result


def merge_things(things, patch):
    """A list of things with ids, changed by an object keyed by id."""
    for key, change in patch.items():
        known = [t for t in things if key in ("*", t["id"])]
        if change is None:
            things = [t for t in things if t not in known]
        elif known:
            things = [merge(t, change) if t in known else t for t in things]
        elif "id" in change:
            things = things + [change]
        else:
            raise Refused(f"nothing has the id {key}")
    return things


def load(path):
    """Reads a scenario file, with the models that its parties use merged in."""
    raw = read_json(path)
    if raw.get("format") != "parley/1":
        raise Refused("this is not a scenario")
    parties = []
    for party in raw["parties"]:
        if "use" in party:
            model = read_json(os.path.join(os.path.dirname(path), party["use"]))
            beside = {key: node for key, node in party.items() if key != "use"}
            party = merge(model, beside)
        parties.append(party)
    raw["parties"] = parties
    return raw


def number(node):
    """A number as written: bare, a fraction in a string, or an input object."""
    if isinstance(node, dict):
        node = node["value"]
    return node if isinstance(node, Fraction) else Fraction(node)
