#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs `parley robust` on random scenarios with ranges and compares its JSON with what comes of
judging every completion of every draft, and every deal, in every draw, in fractions.

  draws.py PARLEY [--seed S] [--count N]

Exit status 1 when anything differs; the scenarios concerned are kept and named. Shares of a
simplex, beta distributions and curves with ranges have no exact answer and are left out.
"""

import argparse
import itertools
import json
import math
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from fractions import Fraction

sys.dont_write_bytecode = True

import effort
import generate
from deals import efficient, greatest, positive_first
from drawing import COMPLETIONS, WORD, Drawing, ends, random_words, reservation_nodes
from model import Scenario, scale, total
from reading import load, number
from score import readings

MOST_DEALS = 240
MOST_LISTED = 10
CLOSE = 1e-6
LOWEST = -math.inf


# Random scenarios --------------------------------------------------------------


def with_range(node, lowest, highest, rng):
    """An input with a range, more often than not around its value."""
    bare = dict(node) if isinstance(node, dict) else {"value": node}
    value = Fraction(bare["value"])
    if rng.random() < 0.6:
        step = rng.choice((1, Fraction(7, 2), 10, Fraction(1, 3), 30))
        bare["low"] = max(lowest, value - step * rng.choice((0, 1, 2)))
        bare["high"] = min(highest, value + step * rng.choice((0, 1, 2)))
    return bare


def without_range(node):
    if isinstance(node, dict) and "value" in node:
        return node["value"]
    if isinstance(node, dict):
        return {key: without_range(child) for key, child in node.items()}
    return [without_range(child) for child in node] if isinstance(node, list) else node


def make_doubtful(party, kinds, conditions, rng):
    """Gives a party ranges, red lines that may hold, and perhaps a condition for its consent."""
    if "ranking" in party:
        ranked = [one for level in party.pop("ranking")
                  for one in (level if isinstance(level, list) else [level])]
        party["weights"] = {issue: rng.choice((1, 2, 5)) for issue in ranked}
    for key in ("weights", "swing"):
        if key in party:
            party[key] = {issue: with_range(node, 0, 2 if "normalize" in party else 30, rng)
                          for issue, node in party[key].items()}
    for issue, function in party.get("values", {}).items():
        party["values"][issue] = without_range(function)
        if kinds[issue] == "choice" and rng.random() < 0.4:
            party["values"][issue] = {option: with_range(node, 0, 100, rng)
                                      for option, node in without_range(function).items()}
    if "reservation" in party:
        party["reservation"] = with_range(party["reservation"], 0, 100, rng)
    for adjustment in party.get("adjustments", []):
        adjustment["points"] = with_range(adjustment["points"], -40, 40, rng)
    for line in party["red_lines"]:
        if rng.random() < 0.7:
            line["holds"] = rng.choice((Fraction(1, 2), Fraction(9, 10), 1, 0, {
                "value": Fraction(3, 5), "low": Fraction(1, 4), "high": 1}))
    if party.get("role", "party") == "party" and rng.random() < 0.15:
        party["needed_when"] = conditions.narrow_condition()


def stand_on_the_line(scenario, rng):
    """Lets some parties ask for just what some deal brings them, and know it for sure."""
    read = Scenario(scenario)
    deal = rng.choice(list(read.deals(read.whole_scale())))
    for party in read.parties:
        if "reservation" not in party.raw or rng.random() < 0.6:
            continue
        party.raw["reservation"] = party.points(deal)
        if rng.random() < 0.7:
            for key in ("weights", "swing", "values", "adjustments"):
                if key in party.raw:
                    party.raw[key] = without_range(party.raw[key])


def random_scenario(seed):
    """The first of a family that is small and has drafts, ranges added."""
    for nth in itertools.count():
        generator = generate.Generator(f"draws {seed} {nth}")
        scenario = generator.scenario()
        n_deals = math.prod(len(generator.issues.grid(i)) for i in generator.issues.negotiated)
        if n_deals <= MOST_DEALS:
            break
    kinds = {issue["id"]: issue["kind"] for issue in scenario["issues"]}
    for party in scenario["parties"]:
        make_doubtful(party, kinds, generator.issues, generator.rng)
    stand_on_the_line(scenario, generator.rng)
    return scenario


# What is judged ----------------------------------------------------------------


class Side:
    """A party's numbers in one draw, over a list of deals that it looks at."""

    def __init__(self, party, drawn):
        self.party = party
        self.drawn = drawn
        written = party.raw.get("weights", party.raw.get("swing", {}))
        self.weights = {issue: self.number(node) for issue, node in written.items()}
        self.weight_sum = sum(self.weights.values()) or Fraction(1)
        if party.raw.get("normalize") is False:
            self.weight_sum = Fraction(1)
        self.worths = {}
        self.lines = [line for line in party.red_lines
                      if drawn.get(id(line.get("holds")), True)]

    def number(self, node):
        return self.drawn[id(node)] if id(node) in self.drawn else number(node)

    def value(self, issue, term):
        if self.party.scenario.issues[issue]["kind"] == "choice":
            return self.number(self.party.raw["values"][issue][term])
        return self.party.value(issue, term)

    def worth(self, issue, term):
        if (issue, term) not in self.worths:
            self.worths[issue, term] = (self.weights[issue] * self.value(issue, term)
                                        / self.weight_sum)
        return self.worths[issue, term]

    def reservation(self, date):
        nodes = reservation_nodes(self.party.raw)
        in_force = [n for n in nodes[1:] if n["from"] <= date]
        return self.number((in_force or nodes[:1])[-1]) if nodes else None

    def score(self, deal):
        return total([self.worth(issue, deal[issue])
                      for issue, weight in self.weights.items() if weight]
                     + [self.number(adjustment["points"]) for adjustment in self.party.adjustments
                        if self.party.scenario.holds(adjustment["when"], deal)])


class Judged:
    """What each side makes of each of some deals in one draw."""

    def __init__(self, deals, sides, date):
        self.sides = sides
        self.scores = [[side.score(deal) if side.party.scored else Fraction(0) for deal in deals]
                       for side in sides]
        asked = [side.reservation(date) for side in sides]
        self.surplus = [[s - r for s in scores] if r is not None else None
                        for scores, r in zip(self.scores, asked)]
        self.enough = [[s is None or s[i] >= 0 for i in range(len(deals))] for s in self.surplus]
        holds = [[not any(side.party.scenario.holds(line["never"], deal) for line in side.lines)
                  for deal in deals] for side in sides]
        self.accepts = [[a and b for a, b in zip(*both)] for both in zip(self.enough, holds)]
        needed = [[side.party.is_needed(deal) for deal in deals] for side in sides]
        self.all_accept = [all(accepts[i] or not need[i]
                               for accepts, need in zip(self.accepts, needed))
                           for i in range(len(deals))]


class Draft:
    """The completions of a draft, and how one of them is chosen at random."""

    def __init__(self, scenario, raw):
        self.scenario = scenario
        self.id = raw["id"]
        self.date = raw.get("date", scenario.as_of)
        self.choices = {issue["id"]: readings(raw, issue) for issue in scenario.negotiated}
        self.given = raw.get("given", [])
        self.blocks = [self.block_choices(block) for block in self.find_blocks()]
        self.deals = [self.joined(parts) for parts in itertools.product(*self.blocks)]

    def issues_of(self, *conditions):
        """Negotiated issues that decide whether conditions hold."""
        named = set().union(*(self.scenario.issues_in(one) for one in conditions))
        for derived in self.scenario.derived:
            if derived["id"] in named:
                named |= set(self.scenario.sources(derived))
        return {name for name in named if name in self.choices}

    def find_blocks(self):
        """Issues that hang together, in file order."""
        joined = [set(self.scenario.sources(derived)) for derived in self.scenario.derived]
        joined += [self.issues_of(rule["forbid"]) for rule in self.scenario.rules]
        joined += [self.issues_of(one["if"], one["then"]) for one in self.given]
        for party in self.scenario.parties:
            joined += [self.issues_of(line["never"]) for line in party.red_lines]
            joined += [self.issues_of(one["when"]) for one in party.adjustments]
            joined += [self.issues_of(party.raw["needed_when"])] if "needed_when" in party.raw else []
        blocks = [{issue} for issue in self.choices]
        for group in joined:
            touched = [block for block in blocks if block & group]
            blocks = [block for block in blocks if not block & group]
            blocks += [set().union(*touched)] if touched else []
        order = list(self.choices)
        return sorted((sorted(block, key=order.index) for block in blocks),
                      key=lambda block: order.index(block[0]))

    def block_choices(self, block):
        picked = (dict(zip(block, terms))
                  for terms in itertools.product(*(self.choices[issue] for issue in block)))
        return [part for part in picked if not self.is_forbidden(part)]

    def is_forbidden(self, part):
        deal = {**part, **{one["id"]: self.scenario.derive(one, part)
                           for one in self.scenario.derived
                           if set(self.scenario.sources(one)) <= set(part)}}
        return (any(self.scenario.holds(rule["forbid"], deal) for rule in self.scenario.rules
                    if self.issues_of(rule["forbid"]) <= set(part))
                or any(self.scenario.holds(one["if"], deal)
                       and not self.scenario.holds(one["then"], deal) for one in self.given
                       if self.issues_of(one["if"], one["then"]) <= set(part)))

    def joined(self, parts):
        deal = {issue: term for part in parts for issue, term in part.items()}
        return {**deal, **{one["id"]: self.scenario.derive(one, deal)
                           for one in self.scenario.derived}}

    def choose(self, words):
        """A completion at random, each choice of a block alike; takes words where there is one."""
        chosen = 0
        for choices in self.blocks:
            one = next(words) * len(choices) // WORD if len(choices) > 1 else 0
            chosen = chosen * len(choices) + one
        return chosen


def nash_deals(judged, negotiators):
    """Indices of the acceptable deals that are best, in file order."""
    points = {i: tuple(judged.surplus[p][i] for p in negotiators)
              for i, accepted in enumerate(judged.all_accept) if accepted}
    distinct = list(set(points.values()))
    if any(min(point, default=0) > 0 for point in distinct):
        best = greatest([point for point in distinct if min(point) >= 0], math.prod)
    else:
        best = greatest(efficient(distinct), positive_first)
    return [i for i, point in points.items() if point in best]


# What parley must say ----------------------------------------------------------


class Expected:
    """Counts over all draws."""

    def __init__(self, scenario, drafts, n_draws, seed, distribution):
        self.scenario, self.n_draws = scenario, n_draws
        self.drawing = Drawing(scenario, seed, distribution)
        self.drafts = [Draft(scenario, raw) for raw in drafts]
        self.all_deals = [deal for deal in scenario.deals(
            {issue["id"]: scale(issue) for issue in scenario.negotiated})
            if scenario.is_feasible(deal)]
        self.negotiators = [i for i, p in enumerate(scenario.parties)
                            if p.role == "party" and p.scored]
        self.counts = Counter()
        self.best = []  # of each draw with a deal: all that tie
        self.ranks = {}
        for index in range(n_draws):
            self.take(index)

    def take(self, index):
        drawn = self.drawing.draw(index)
        sides = [Side(party, drawn) for party in self.scenario.parties]
        words = random_words(self.drawing.seed, index, COMPLETIONS)
        chosen_scores = []
        for draft in self.drafts:
            judged = Judged(draft.deals, sides, draft.date)
            chosen_scores.append(self.take_draft(draft, judged, draft.choose(words)))
        for side, scores in zip(sides, zip(*chosen_scores)):
            if side.party.scored:
                self.take_ranks(side.party.id, scores)
        deals = Judged(self.all_deals, sides, self.scenario.as_of)
        best = nash_deals(deals, self.negotiators)
        self.counts["zopa"] += bool(best)
        if best:
            self.best.append(best)

    def take_draft(self, draft, judged, chosen):
        """Returns: what each party scores by the completion that is drawn."""
        if not draft.deals:
            return [LOWEST] * len(judged.sides)
        self.counts[draft.id, "all"] += all(judged.all_accept)
        self.counts[draft.id, "all_read"] += judged.all_accept[chosen]
        for side, accepts, enough, scores in zip(judged.sides, judged.accepts, judged.enough,
                                                 judged.scores):
            verdict = "p" if all(accepts) else "depends" if any(accepts) else "rejects"
            self.counts[draft.id, side.party.id, verdict] += 1
            self.counts[draft.id, side.party.id, "without_red_lines"] += all(enough)
            self.counts[draft.id, side.party.id, "mean"] += scores[chosen]
        return [scores[chosen] for scores in judged.scores]

    def take_ranks(self, party, scores):
        for a, score in enumerate(scores):
            better = sum(other > score for other in scores)
            equal = sum(other == score for other in scores)
            for rank in range(better, better + equal):
                self.ranks[party, a, rank] = (self.ranks.get((party, a, rank), 0)
                                              + Fraction(1, equal))

    def share(self, *key):
        return float(Fraction(self.counts[key if len(key) > 1 else key[0]]) / self.n_draws)

    # The document

    def inputs(self):
        return [{"low": float(ends(node)[0]), "value": float(number(node)),
                 "high": float(ends(node)[1]), **({"mean": float(guess.mean())} if guess else {})}
                for node, guess, _ in self.drawing.inputs]

    def draft(self, draft):
        return {"id": draft.id, "feasible": bool(draft.deals),
                "all": self.share(draft.id, "all"),
                "all_read": self.share(draft.id, "all_read"),
                "accept": {party.id: {key: self.share(draft.id, party.id, key)
                                      for key in ("p", "depends", "rejects", "without_red_lines")}
                           for party in self.scenario.parties if party.gives_verdict},
                "scores": {party.id: self.share(draft.id, party.id, "mean") if draft.deals else None
                           for party in self.scenario.parties if party.scored}}

    def acceptability(self, party):
        n = range(len(self.drafts))
        return [[float(self.ranks.get((party, a, rank), Fraction(0)) / self.n_draws) for rank in n]
                for a in n]

    def nash(self, of_deal):
        """What Nash deals have -> in how many draws all that tie have it, and in how many some."""
        sure, possible = Counter(), Counter()
        for tied in self.best:
            had = [set(of_deal(self.all_deals[index])) for index in tied]
            sure.update(set.intersection(*had))
            possible.update(set.union(*had))
        return {key: (sure[key], n) for key, n in possible.items()}

    def terms(self, deal):
        return tuple((issue["id"], float(deal[issue["id"]]) if issue["kind"] == "range"
                      else deal[issue["id"]]) for issue in self.scenario.negotiated)

    def nash_faults(self, found):
        """Where deals tie one of them counts, so that what is found lies between two counts."""
        deals = self.nash(lambda deal: [self.terms(deal)])
        terms = self.nash(self.terms)
        shares = {(issue, one["is"]): one["share"] * len(self.best)
                  for issue, options in found["terms"].items() for one in options}
        faults = [f"nash: {key} in {shares.get(key, 0)} draws, not in {low} to {high}"
                  for key, (low, high) in {**dict.fromkeys(shares, (0, 0)), **terms}.items()
                  if not low - CLOSE <= shares.get(key, 0) <= high + CLOSE]
        for one in found["deals"]:
            low, high = deals.get(tuple(one["terms"].items()), (0, 0))
            if not low - CLOSE <= one["p"] * self.n_draws <= high + CLOSE:
                faults.append(f"nash: {one['terms']} in {one['p'] * self.n_draws} draws, "
                              f"not in {low} to {high}")
        n_sure = sum(low > 0 for low, _ in deals.values())
        if not n_sure <= found["different"] <= len(deals):
            faults.append(f"nash: {found['different']} deals, not {n_sure} to {len(deals)}")
        if len(found["deals"]) != min(found["different"], MOST_LISTED):
            faults.append(f"nash: {len(found['deals'])} deals listed")
        return faults

    def document(self):
        return {"inputs": self.inputs(), "drafts": [self.draft(draft) for draft in self.drafts],
                "zopa": self.share("zopa"), "rounded": False,
                "smaa": {party.id: self.acceptability(party.id)
                         for party in self.scenario.parties if party.scored and self.drafts}}


def found(document):
    """The same parts of what parley says."""
    return {
        "inputs": [{key: one[key] for key in ("low", "value", "high", "mean") if key in one}
                   for one in document["inputs"]],
        "drafts": [{"id": draft["id"], "feasible": draft["feasible"], "all": draft["all"]["p"],
                    "all_read": draft["all_read"]["p"],
                    "accept": {party: {key: one[key] for key in ("p", "depends", "rejects",
                                                                 "without_red_lines")}
                               for party, one in draft["accept"].items()},
                    "scores": {party: one and one["mean"]
                               for party, one in draft["scores"].items()}}
                   for draft in document["drafts"]],
        "zopa": document["zopa"]["p"], "rounded": document["rounded"],
        "smaa": {party: one["acceptability"] for party, one in document["smaa"].items()}}


def differences(want, got, path=""):
    """Where two documents differ by more than the rounding of doubles."""
    if isinstance(want, dict) and isinstance(got, dict) and list(want) == list(got):
        return [d for key in want for d in differences(want[key], got[key], f"{path}/{key}")]
    if isinstance(want, list) and isinstance(got, list) and len(want) == len(got):
        return [d for i, pair in enumerate(zip(want, got))
                for d in differences(*pair, f"{path}/{i}")]
    if isinstance(want, (int, float)) and isinstance(got, (int, float)):
        return [] if math.isclose(want, got, rel_tol=1e-9, abs_tol=1e-9) else [(path, want, got)]
    return [] if want == got else [(path, want, got)]


# The program -------------------------------------------------------------------


def check(binary, path, rng):
    """Returns: what is wrong, in words."""
    scenario = Scenario(load(path))
    distribution = rng.choice(("triangular", "uniform"))
    seed = rng.choice((1, 7, 2 ** 40 + 3, 2 ** 63 - 1))
    n_draws = rng.choice((1, 40, 90, 90))
    drafts = [raw for raw in scenario.drafts if rng.random() < 0.8] or scenario.drafts
    arguments = [binary, "robust", path, *(raw["id"] for raw in drafts), "--format", "json",
                 "--draws", str(n_draws), "--seed", str(seed), "--distribution", distribution]
    done = subprocess.run(arguments, capture_output=True, timeout=60, check=False)
    if done.returncode != 0:
        return [f"exit {done.returncode}: {done.stderr.decode(errors='replace').strip()}"]
    document = json.loads(done.stdout)
    expected = Expected(scenario, drafts, n_draws, seed, distribution)
    wrong = [f"{where}: expected {want}, found {got}"
             for where, want, got in differences(expected.document(), found(document))]
    wrong += expected.nash_faults(document["nash"])
    return [" ".join(arguments[3:])] * bool(wrong) + wrong[:8]


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("parley")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=60)
    options = parser.parse_args(arguments)
    options.count = effort.times(options.count)
    folder = tempfile.mkdtemp(prefix="parley-draws-")
    n_failed = 0
    for seed in range(options.seed, options.seed + options.count):
        path = os.path.join(folder, str(seed), "scenario.json")
        generate.write_json(path, random_scenario(seed), random.Random(seed))
        wrong = check(os.path.abspath(options.parley), path, random.Random(f"draws {seed}"))
        if wrong:
            n_failed += 1
            print(f"FAILED {path}\n  " + "\n    ".join(wrong))
        else:
            shutil.rmtree(os.path.dirname(path))
    if n_failed == 0:
        os.rmdir(folder)
    print(f"{options.count - n_failed} passed, {n_failed} failed")
    return 1 if n_failed or options.count < 1 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
