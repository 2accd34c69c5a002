#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Imports random GENIUS files and compares every score with GENIUS's formulas in fractions,
then exports what was imported, imports that, and compares again. Does the same with random
scenarios that GENIUS can express.

  interchange.py PARLEY [--seed S] [--count N]

Exit status 1 when anything differs; the files concerned are kept and named.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from fractions import Fraction
from xml.etree import ElementTree

sys.dont_write_bytecode = True

import effort
from genius import Linear, Negotiation
from model import Scenario, scale
from reading import load, number

MOST_DEALS = 60
NEARLY = Fraction(1, 10 ** 9)  # numbers of 17 places, and scores that Parley rounds to 1e-10


class Failed(Exception):
    """Says what was found instead of what."""


def run(parley, *arguments):
    done = subprocess.run([parley, *arguments], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Failed(f"parley {' '.join(arguments[:2])} ends with {done.returncode}: {done.stderr}")
    return done


def must_agree(what, found, wanted):
    if found != wanted:
        raise Failed(f"{what}: found {found}, wanted {wanted}")


# Deals are places: of each issue the place of its value ------------------------------------


def term(issue, place):
    if issue["kind"] == "choice":
        return issue["options"][place]["id"]
    if "grid" in issue:
        return issue["grid"][place]
    value = number(issue["min"]) + place * number(issue["step"])
    return f"{value.numerator}/{value.denominator}"


def n_values(issue):
    if issue["kind"] == "choice":
        return len(issue["options"])
    if "grid" in issue:
        return len(issue["grid"])
    return int((number(issue["max"]) - number(issue["min"])) / number(issue["step"])) + 1


def scores_of(parley, path, places):
    """A list for each deal: the exact score of each party."""
    with open(path, encoding="utf-8") as file:
        scenario = json.load(file)
    scenario["drafts"] = [
        {"id": f"d{k}", "title": "D",
         "terms": {issue["id"]: term(issue, place) for issue, place in zip(scenario["issues"], deal)}}
        for k, deal in enumerate(places)]
    with_drafts = path + ".drafts.json"
    with open(with_drafts, "w", encoding="utf-8") as file:
        json.dump(scenario, file)
    found = json.loads(run(parley, "score", with_drafts, "-q", "-f", "json", "--exact").stdout)
    return [[Fraction(party["exact"]["low"]) for party in draft["parties"].values()]
            for draft in found["drafts"]]


def reservations_of(path):
    return [number(party["reservation"]) for party in load(path)["parties"]]


def real_steps(path, domain):
    """The name and the step of each issue that went out as a real one."""
    reals = {issue.get("name") for issue in ElementTree.parse(domain).iter("issue")
             if issue.get("type") == "real"}
    for issue in load(path)["issues"]:
        if issue["title"] in reals:
            yield issue["title"], repr(float(number(issue["step"])))


def export_and_import(parley, path, folder):
    """The scenario after a journey, and whether numbers were rounded on it."""
    exported = os.path.join(folder, "exported")
    done = run(parley, "export", "genius", path, "-o", exported)
    files = done.stdout.splitlines()
    again = os.path.join(folder, "again.json")
    steps = [f"--step={name}={step}" for name, step in real_steps(path, files[0])]
    run(parley, "import", "genius", *files, *steps, "-q", "-o", again)
    return again, "[rounded-number]" in done.stderr


def compare_journey(parley, path, folder, places):
    before = scores_of(parley, path, places)
    again, rounded = export_and_import(parley, path, folder)
    after = scores_of(parley, again, places)
    must_agree("reservations after export and import", reservations_of(again),
               reservations_of(path))
    if not rounded:
        must_agree("scores after export and import", after, before)
    elif any(abs(a - b) > NEARLY for x, y in zip(after, before) for a, b in zip(x, y)):
        raise Failed(f"rounded scores after export and import: found {after}, wanted {before}")


# GENIUS files ------------------------------------------------------------------------------


def check_files(parley, rng, folder):
    negotiation = Negotiation(rng)
    while not negotiation.varies():
        negotiation = Negotiation(rng)
    paths = []
    for name, data in negotiation.files():
        paths.append(os.path.join(folder, name))
        with open(paths[-1], "wb") as file:
            file.write(data)
    scenario = os.path.join(folder, "scenario.json")
    run(parley, "import", "genius", *paths, "--step", "0.5", "-o", scenario)
    run(parley, "check", scenario, "-q")

    deals = negotiation.deals()
    chosen = rng.sample(range(len(deals)), min(len(deals), MOST_DEALS))
    places = [[issue.values.index(v) for issue, v in zip(negotiation.issues, deals[k])]
              for k in chosen]
    parties = list(zip(negotiation.profiles, negotiation.reservations))
    if not paths[0].endswith("domain.xml"):
        parties.reverse()
    wanted = [[100 * profile.utility(deals[k]) for profile, _ in parties] for k in chosen]
    must_agree("scores", scores_of(parley, scenario, places), wanted)
    must_agree("reservations", reservations_of(scenario), [100 * r for _, r in parties])

    # A real issue that linear profiles value in thirds goes out as a list of values, which
    # rectangles cannot name.
    kinds = {issue.kind for issue in negotiation.issues}
    linear = {isinstance(p, Linear) for p in negotiation.profiles}
    if can_be_exported(negotiation) and ("real" not in kinds or len(linear) == 1):
        compare_journey(parley, scenario, folder, places)


def can_be_exported(negotiation):
    """Rectangles need integer issues, and those that all linear profiles value by a line are.
    An integer with one value is a list of one."""
    return all(isinstance(p, Linear) for p in negotiation.profiles) or all(
        len(issue.values) > 1 for issue in negotiation.issues)


# Scenarios ---------------------------------------------------------------------------------


def random_issue(rng, index):
    if rng.random() < 0.5:
        options = [{"id": f"o{k}", "title": f"Option & <{k}> \"é\""} for k in range(rng.randint(1, 4))]
        return {"id": f"i{index}", "title": f"Issue {index}", "kind": "choice", "options": options}
    low = rng.randint(-3, 3)
    step = rng.choice((1, 1, 2, "1/3"))
    size = rng.randint(1, 6)
    high = low + size * Fraction(step)
    return {"id": f"i{index}", "title": f"Issue {index}", "kind": "range", "min": low,
            "max": f"{high.numerator}/{high.denominator}", "step": step}


def random_values(rng, issue):
    if issue["kind"] == "choice":
        return {o["id"]: rng.choice((0, 10, 40, "200/3", 100)) for o in issue["options"]}
    roll = rng.random()
    if roll < 0.3:
        return {"ideal": rng.randint(-3, 3), "tolerance": rng.randint(1, 6)}
    xs = [issue["min"], issue["max"]]
    if roll < 0.5:
        middle = (number(issue["min"]) + number(issue["max"])) / 2
        xs.insert(1, f"{middle.numerator}/{middle.denominator}")
    return {"points": [[x, rng.choice((0, 20, 50, 100))] for x in xs]}


def random_scenario(rng):
    issues = [random_issue(rng, k) for k in range(rng.randint(1, 4))]
    parties = []
    for k in range(rng.randint(1, 3)):
        party = {"id": rng.choice(("p", "domain", "pareto")) + str(k), "title": f"P{k}",
                 "reservation": rng.choice((0, 45, 12.5)),
                 "weights": {i["id"]: rng.choice((0, 1, 2, 5)) for i in issues},
                 "values": {i["id"]: random_values(rng, i) for i in issues}}
        if rng.random() < 0.3:
            party["normalize"] = False
            party["weights"] = {i["id"]: rng.choice((0.2, 0.4)) for i in issues}
        parties.append(party)
    return {"format": "parley/1", "title": "A <random> & \"quoted\" one", "issues": issues,
            "parties": parties}


def varies_on_grid(model):
    """GENIUS has no party to which all values of the grids are alike."""
    return all(any(len({party.value(issue, term) for term in scale(model.issues[issue])}) > 1
                   for issue in party.shares) for party in model.parties)


def check_scenario(parley, rng, folder):
    path = os.path.join(folder, "scenario.json")
    for _ in range(100):
        scenario = random_scenario(rng)
        with open(path, "w", encoding="utf-8") as file:
            json.dump(scenario, file)
        done = subprocess.run([parley, "check", path, "-q"], capture_output=True, check=False)
        if done.returncode == 0 and varies_on_grid(Scenario(load(path))):
            break
    sizes = [n_values(issue) for issue in scenario["issues"]]
    places = [[rng.randrange(size) for size in sizes] for _ in range(MOST_DEALS)]
    model = Scenario(load(path))
    must_agree("parties", [party.id for party in model.parties],
               [party["id"] for party in scenario["parties"]])
    compare_journey(parley, path, folder, places)


# The program -------------------------------------------------------------------------------


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("parley")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=12)
    options = parser.parse_args()
    options.count = effort.times(options.count)
    options.parley = os.path.abspath(options.parley)
    failures = 0
    for k in range(options.count):
        for check in (check_files, check_scenario):
            folder = tempfile.mkdtemp(prefix="parley-interchange-")
            try:
                check(options.parley, random.Random(f"{options.seed} {k}"), folder)
                shutil.rmtree(folder)
            except Failed as failure:
                failures += 1
                print(f"FAILED {folder}: {failure}"[:3000])
    print(f"{2 * options.count - failures} passed, {failures} failed")
    sys.exit(1 if failures else 0)


main()
