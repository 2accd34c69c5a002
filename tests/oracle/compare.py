#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs `parley score`, `parley deals` and `parley amend` on random scenarios and compares
their JSON with the oracle. Also checks what must not change when a scenario is rescaled
or its issues and parties stand in another order.

  compare.py PARLEY [--seed S] [--count N] [--shipped FOLDER]

Exit status 1 when anything differs; the scenarios concerned are kept and named.
"""

import argparse
import copy
import glob
import json
import math
import os
import random
import shutil
import subprocess
import sys
import tempfile
from fractions import Fraction

sys.dont_write_bytecode = True

import effort
import generate
from amend import amend_faults
from deals import choices_among, deals_document, search_once
from figures import nearest_double
from model import Scenario, inputs_of
from reading import Refused, load, number
from refined import refined_faults
from score import readings, score_document

MOST_DIFFERENCES = 8
MOST_SHIPPED_DEALS = 10 ** 5
MOST_SHIPPED_READINGS = 2 * 10 ** 5
ALL = "100000"
MISSING = "no such key"


class Failed(Exception):
    """Says what was found instead of what."""


# Comparing documents -----------------------------------------------------------


def differences(want, got, path=""):
    """Where two documents differ: (path, wanted, found)."""
    if isinstance(want, dict) and isinstance(got, dict):
        found = []
        for key, value in {**got, **want}.items():
            if (key in want and key in got) or not may_be_missing(path, key, value):
                found += differences(want.get(key, MISSING), got.get(key, MISSING),
                                     f"{path}/{key}")
        return found
    if isinstance(want, list) and isinstance(got, list) and len(want) == len(got):
        return [d for i, (w, g) in enumerate(zip(want, got))
                for d in differences(w, g, f"{path}/{i}")]
    return [] if is_same(want, got) else [(path, want, got)]


def may_be_missing(path, key, value):
    """Fractions of terms are a courtesy, and what is null has no fraction."""
    if key == "exact":
        return all(may_be_missing(path + "/exact", k, v) for k, v in value.items())
    if key.endswith("_exact"):
        return key == "terms_exact" or not value
    return path.endswith("/exact") and (key == "option" or value is None)


def is_same(want, got):
    if isinstance(want, bool) or isinstance(got, bool):
        return want is got
    if isinstance(want, float) and isinstance(got, (int, float)):
        return want == float(got)
    return type(want) is type(got) and want == got


def shown(value):
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 200 else text[:200] + "…"


def must_agree(want, got, what):
    found = differences(want, got)
    if found:
        lines = [f"{what}: {len(found)} differences"]
        lines += [f"    {path}: expected {shown(w)}, found {shown(g)}"
                  for path, w, g in found[:MOST_DIFFERENCES]]
        raise Failed("\n".join(lines))


# Running the program -----------------------------------------------------------


class Parley:
    def __init__(self, binary):
        self.binary = binary

    def run(self, command, path, *options):
        """Returns: the document; the exit status must fit it."""
        arguments = [self.binary, command, path, "--format", "json", "--exact", *options]
        what = " ".join([command, *options])
        try:
            done = subprocess.run(arguments, capture_output=True, timeout=60, check=False)
        except subprocess.TimeoutExpired as problem:
            raise Failed(f"{what}: no answer within {problem.timeout} s") from problem
        said = done.stderr.decode(errors="replace").strip()
        try:
            document = json.loads(done.stdout)
        except ValueError as problem:
            raise Failed(f"{what}: exit {done.returncode}, no JSON: {said}") from problem
        is_no = (document["acceptable"]["count"] == "0" if command == "deals"
                 else command == "amend" and document["fewest_changes"] is None)
        if done.returncode != (1 if is_no else 0):
            raise Failed(f"{what}: exit {done.returncode}: {said}")
        return document


# Options of deals --------------------------------------------------------------


def random_where(scenario, rng):
    """A condition that --where takes."""
    scored = [p for p in scenario.parties if p.scored]
    roll = rng.random()
    if roll < 0.15:
        return f"score.{rng.choice(scored).id}{rng.choice(('>=', '>', '<='))}{rng.randint(0, 80)}"
    judged = [p for p in scored if p.reservation(scenario.as_of) is not None]
    if roll < 0.25 and judged:
        return f"surplus.{rng.choice(judged).id}{rng.choice(('>=', '<', '='))}{rng.randint(-5, 5)}"
    issue = rng.choice(list(scenario.issues.values()))
    if issue["kind"] == "choice":
        operators = ("=", "!=", ">=", "<=", ">", "<") if issue.get("ordered") else ("=", "!=")
        value = rng.choice(issue["options"])["id"]
    else:
        operators = ("=", "!=", ">=", "<=", ">", "<")
        deals = list(scenario.deals(scenario.whole_scale()))
        value = rng.choice(deals)[issue["id"]]
    return f"{issue['id']}{rng.choice(operators)}{value}"


def random_options(scenario, rng):
    """Options for `parley deals`, and the same for the oracle."""
    asked, options = {}, []
    names = [p.id for p in scenario.parties]
    if scenario.drafts and rng.random() < 0.5:
        asked["among"] = rng.choice(["tabled", "tabled"] + names)
        options += ["--among", asked["among"]]
    asked["where"] = [random_where(scenario, rng) for _ in range(rng.choice((0, 0, 1, 1, 2)))]
    for where in asked["where"]:
        options += ["--where", where]
    if rng.random() < 0.7:
        scored = [p.id for p in scenario.parties if p.scored]
        asked["by"] = rng.choice(["nash", "egalitarian", "utilitarian"] + scored)
        options += ["--by", asked["by"]]
    if rng.random() < 0.3:
        asked["only_efficient"] = True
        options.append("--efficient")
    if len(scenario.negotiated) > 1 and rng.random() < 0.3:
        asked["map_issues"] = rng.sample([issue["id"] for issue in scenario.negotiated], 2)
        options += ["--map", ",".join(asked["map_issues"])]
    elif rng.random() < 0.3:
        asked["all_maps"] = True
        options += ["--map", "all"]
    if rng.random() < 0.2:
        asked["frontier"] = True
        options.append("--frontier")
    for name in ("top", "ties"):
        if rng.random() < 0.4:
            asked[name] = rng.choice((1, 2, 25, 4000))
            options += [f"--{name}", str(asked[name])]
    return asked, options


# What must not change ----------------------------------------------------------


def write_scenario(raw, folder, name, rng):
    path = os.path.join(folder, name)
    generate.write_json(path, raw, rng)
    return path


def scaled(node, factor):
    """A number as written, times a factor, with its range."""
    if isinstance(node, dict):
        return {key: number(child) * factor if key in ("value", "low", "high") else child
                for key, child in node.items()}
    return number(node) * factor


def scale_weights(raw, factor):
    """Every party's raw weights, except where they are shares or ranks."""
    raw = copy.deepcopy(raw)
    for party in raw["parties"]:
        for key in ("weights", "swing"):
            if key in party and party.get("normalize") is not False:
                party[key] = {issue: scaled(n, factor) for issue, n in party[key].items()}
    return raw


def scaled_function(function, is_choice, factor):
    if is_choice:
        return {option: scaled(value, factor) for option, value in function.items()}
    return {**function, "points": [[x, scaled(y, factor)] for x, y in function["points"]]}


def can_scale_values(party, issues):
    return "values" in party and all(issues[issue]["kind"] == "choice" or "points" in function
                                     for issue, function in party["values"].items())


def scale_values(raw, factor):
    """Values, adjustments and reservations together, of every party that has no
    ideal (whose best value is always 100)."""
    raw = copy.deepcopy(raw)
    issues = {issue["id"]: issue for issue in raw["issues"]}
    for party in raw["parties"]:
        if not can_scale_values(party, issues):
            continue
        party["values"] = {issue: scaled_function(f, issues[issue]["kind"] == "choice", factor)
                           for issue, f in party["values"].items()}
        for adjustment in party.get("adjustments", []):
            adjustment["points"] = scaled(adjustment["points"], factor)
        if "reservation" in party:
            party["reservation"] = scaled(party["reservation"], factor)
            if isinstance(party["reservation"], dict):
                party["reservation"]["changes"] = [
                    scaled(change, factor) for change in party["reservation"].get("changes", [])]
                if not party["reservation"]["changes"]:
                    del party["reservation"]["changes"]
    return raw


def shuffled(raw, rng):
    """Issues and parties in another order."""
    raw = copy.deepcopy(raw)
    rng.shuffle(raw["issues"])
    rng.shuffle(raw["parties"])
    return raw


def verdicts(score):
    """What of a score document must survive rescaling one party's points."""
    kept = []
    for draft in score["drafts"]:
        kept.append({key: draft[key] for key in (
            "id", "verdict", "verdict_without_red_lines", "completions", "accepted",
            "accepted_without_red_lines", "by_term")})
        for name, party in draft["parties"].items():
            kept.append({"party": name, **{key: party[key] for key in (
                "verdict", "verdict_without_red_lines", "depends_on")}})
    return kept


def landmarks(deals):
    """What of a deals document must survive it: solutions that no scale affects."""
    solutions = {name: [[point["count"], point["deals"]] for point in deals["solutions"][name]]
                 for name in ("nash", "kalai_smorodinsky")}
    return {"solutions": solutions, **{key: deals[key] for key in (
        "space", "acceptable", "without_red_lines", "frontier")}}


def ways(amended):
    """What of an amend document must survive another order: ties may fall otherwise."""
    party = amended["for"]
    return {**{key: amended[key] for key in ("fewest_changes", "ways", "ways_by_issue")},
            "ways_listed": sorted([sorted(one["changes"]), len(one["settles"]),
                                   one["scores"][party]["exact"]["low"]]
                                  for one in amended["amendments"])}


def in_any_order(key, node):
    """A document with everything sorted whose order follows from the file's."""
    if isinstance(node, dict):
        return {k: in_any_order(k, child) for k, child in node.items()}
    if not isinstance(node, list):
        return node
    children = [in_any_order(None, child) for child in node]
    if key in ("drafts", "where", "events", "adjustments"):
        return children
    return sorted(children, key=lambda child: json.dumps(child, sort_keys=True))


def without_file_order(deals):
    """Among deals that tie equally near, file order chooses one."""
    return {**in_any_order(None, deals), "nearest_miss": deals["nearest_miss"] is None}


# One scenario ------------------------------------------------------------------


def check_against_oracle(parley, path, rng):
    scenario = Scenario(load(path))
    must_agree(score_document(scenario), parley.run("score", path), "score")
    must_agree(deals_document(scenario), parley.run("deals", path), "deals")
    asked, options = random_options(scenario, rng)
    must_agree(deals_document(scenario, **asked), parley.run("deals", path, *options),
               " ".join(["deals", *options]))
    check_refined(parley, path, scenario, asked)
    if scenario.drafts:
        name = rng.choice(scenario.drafts)["id"]
        must_agree(score_document(scenario, [name]), parley.run("score", path, "--draft", name),
                   f"score --draft {name}")
        check_amended(parley, path, scenario, rng)


def random_limits(scenario, draft, rng):
    """Options for `parley amend`, and the same for the oracle."""
    asked, options = {}, [draft["id"], "--top", ALL]
    names = [issue["id"] for issue in scenario.negotiated]
    if rng.random() < 0.4:
        asked["among"] = rng.choice(["tabled"] + [p.id for p in scenario.parties])
        options += ["--among", asked["among"]]
    if rng.random() < 0.3:
        asked["fixed"] = rng.sample(names, rng.randint(1, len(names)))
        options += [word for name in asked["fixed"] for word in ("--keep", name)]
    elif rng.random() < 0.3:
        free = rng.sample(names, rng.randint(1, len(names)))
        asked["fixed"] = [name for name in names if name not in free]
        options += [word for name in free for word in ("--only", name)]
    if rng.random() < 0.3:
        asked["most"] = rng.randint(0, 3)
        options += ["--max", str(asked["most"])]
    if rng.random() < 0.5:
        asked["party"] = rng.choice([p.id for p in scenario.parties if p.scored])
        options += ["--for", asked["party"]]
    return asked, options


def check_amended(parley, path, scenario, rng):
    draft = rng.choice(scenario.drafts)
    asked, options = random_limits(scenario, draft, rng)
    wrong = amend_faults(scenario, draft, parley.run("amend", path, *options), **asked)
    if wrong:
        raise Failed("\n    ".join([" ".join(["amend", *options]), *wrong]))


def check_refined(parley, path, scenario, asked):
    among, where = asked.get("among", "all"), asked["where"]
    options = ["--refine", "--among", among]
    for condition in where:
        options += ["--where", condition]
    found = parley.run("deals", path, *options)["refined"]
    wrong = refined_faults(search_once(scenario, among, where), among, where, found)
    if wrong:
        raise Failed("\n    ".join([" ".join(["deals", *options]), *wrong]))


def check_properties(parley, path, rng):
    raw, folder = load(path), os.path.dirname(path)
    everything = ("--top", ALL, "--ties", ALL)
    score, deals = parley.run("score", path), parley.run("deals", path, *everything)

    again = write_scenario(scale_weights(raw, Fraction(7, 3)), folder, "weights.json", rng)
    must_agree(score, parley.run("score", again), "score with weights times 7/3")
    must_agree(deals, parley.run("deals", again, *everything), "deals with weights times 7/3")

    again = write_scenario(scale_values(raw, Fraction(3, 4)), folder, "values.json", rng)
    must_agree(verdicts(score), verdicts(parley.run("score", again)),
               "verdicts with values times 3/4")
    must_agree(landmarks(deals), landmarks(parley.run("deals", again, *everything)),
               "landmarks with values times 3/4")

    again = write_scenario(shuffled(raw, rng), folder, "order.json", rng)
    must_agree(in_any_order(None, score), in_any_order(None, parley.run("score", again)),
               "score with issues and parties in another order")
    must_agree(without_file_order(deals),
               without_file_order(parley.run("deals", again, *everything)),
               "deals with issues and parties in another order")


def check_amend_properties(parley, path, rng):
    raw, folder = load(path), os.path.dirname(path)
    scenario = Scenario(raw)
    party = next(p.id for p in scenario.parties if p.scored)
    for draft in scenario.drafts:
        options = (draft["id"], "--for", party, "--top", ALL)
        amended = parley.run("amend", path, *options)
        again = write_scenario(scale_weights(raw, Fraction(7, 3)), folder, "weights.json", rng)
        must_agree(amended, parley.run("amend", again, *options), "amend with weights times 7/3")
        again = write_scenario(shuffled(raw, rng), folder, "order.json", rng)
        must_agree(ways(amended), ways(parley.run("amend", again, *options)),
                   "amend with issues and parties in another order")


def check_random(parley, seed, folder):
    path = generate.write(seed, folder)
    rng = random.Random(f"options {seed}")
    check_against_oracle(parley, path, rng)
    if seed % 2 == 0:
        check_properties(parley, path, rng)
        check_amend_properties(parley, path, rng)


# The shipped scenarios ---------------------------------------------------------


def small_drafts(scenario):
    """The drafts that enumeration can judge: readings times moves of an input."""
    moves = sum(1 + 2 * len(inputs_of(p.raw, scenario.issues)) for p in scenario.parties)
    for raw in scenario.drafts:
        n_readings = math.prod(len(readings(raw, issue)) for issue in scenario.negotiated)
        if n_readings * moves <= MOST_SHIPPED_READINGS:
            yield raw["id"]


def check_shipped(parley, path):
    scenario = Scenario(load(path))
    for name in small_drafts(scenario):
        must_agree(score_document(scenario, [name]), parley.run("score", path, "--draft", name),
                   f"score --draft {name}")
    if math.prod(len(c) for c in choices_among(scenario, "all").values()) > MOST_SHIPPED_DEALS:
        return
    found = parley.run("deals", path)
    must_agree(deals_document(scenario), found, "deals")
    check_refined(parley, path, scenario, {"where": []})
    if "nash-barter" in os.path.basename(path):
        check_barter(scenario, found)


def check_barter(scenario, found):
    """Nash 1950: 512 deals, 293 that nobody loses by, gains (12, 5), only once."""
    must_agree("512", found["space"]["deals"], "deals of the barter")
    must_agree("293", found["acceptable"]["count"], "acceptable deals of the barter")
    # Written as shares of 1, gains are in points; else a party's whole weight is 100.
    totals = [100 if party.raw.get("normalize") is False
              else sum(number(w) for w in party.raw["weights"].values())
              for party in scenario.parties]
    gains = [nearest_double(Fraction(gain * 100) / total)
             for gain, total in zip((12, 5), totals)]
    for name in ("nash", "kalai_smorodinsky"):
        must_agree([gains], [list(p["surplus"].values()) for p in found["solutions"][name]],
                   f"{name} of the barter")


# The program -------------------------------------------------------------------


class Tally:
    passed = 0
    failed = 0

    def count(self, name, check, *arguments):
        try:
            check(*arguments)
            self.passed += 1
            return True
        except Refused as problem:
            print(f"skipped {name}: {problem}")
            return True
        except Failed as problem:
            self.failed += 1
            print(f"FAILED {name}\n  {problem}")
            return False


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("parley")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=150)
    parser.add_argument("--shipped", metavar="FOLDER")
    options = parser.parse_args(arguments)
    options.count = effort.times(options.count)

    parley, tally = Parley(os.path.abspath(options.parley)), Tally()
    folder = tempfile.mkdtemp(prefix="parley-oracle-")
    for seed in range(options.seed, options.seed + options.count):
        place = os.path.join(folder, str(seed))
        if tally.count(os.path.join(place, "scenario.json"), check_random, parley, seed, place):
            shutil.rmtree(place)
    for path in sorted(glob.glob(os.path.join(options.shipped or "", "*.json"))
                       if options.shipped and not effort.HURRIED else []):
        tally.count(path, check_shipped, parley, path)
    if not os.listdir(folder):
        os.rmdir(folder)
    print(f"{tally.passed} passed, {tally.failed} failed")
    return 1 if tally.failed or not tally.passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
