# SPDX-License-Identifier: GPL-3.0-or-later
"""What `parley deals --refine` may say: which deal it finds is its own affair, but what it
says of that deal must be so, and it must be no worse than the grid's."""

from fractions import Fraction

from deals import leximin, positive_first, satisfies, tabled_terms
from figures import figures, put_map
from model import Outcome, is_one_of
from reading import number

SOLUTIONS = ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian")


def exact_deal(scenario, found):
    """The deal that a document names, derived issues included."""
    deal = {**found["terms"], **{k: Fraction(v) for k, v in found["terms_exact"].items()}}
    deal.update({i["id"]: scenario.derive(i, deal) for i in scenario.derived})
    return deal


def is_allowed(scenario, among, issue, value):
    """Whether a number may stand in a deal under --among."""
    terms = tabled_terms(scenario, among, issue)
    return (number(issue["min"]) <= value <= number(issue["max"])
            and (not terms or is_one_of(issue, terms, value)))


def criterion(search, name, point):
    """What a solution compares, greater being better."""
    if name == "nash":
        return positive_first(point)
    if name == "utilitarian":
        return sum(point)
    if name == "egalitarian":
        return leximin(point)
    ideal = [max(column) for column in zip(*search.solutions.frontier)]
    return leximin(s / best for s, best in zip(point, ideal) if best > 0)


def gain(name, before, after):
    """The measure that moved, its rank, and from what to what."""
    if name == "utilitarian":
        return "sum", None, before, after
    if name == "nash":
        place = 0 if before[0] != after[0] else 1
        return ("positive_surpluses", "product")[place], None, before[place], after[place]
    place = next((i for i, (b, a) in enumerate(zip(before, after)) if b != a), 0)
    if not before:
        return "smallest", 1, Fraction(0), Fraction(0)
    return "smallest", place + 1, before[place], after[place]


def start_of(search, name, deal):
    """A solution of the grid with the same choices."""
    for point in getattr(search.solutions, name)():
        for outcome in search.at_point[point]:
            if all(outcome.deal[i["id"]] == deal[i["id"]] for i in search.scenario.negotiated
                   if i["kind"] == "choice"):
                return outcome
    return None


def faults(search, among, where, name, found):
    """What is wrong with a refined solution, in words."""
    scenario = search.scenario
    deal = exact_deal(scenario, found)
    outcome = Outcome(scenario, deal, scenario.as_of)
    start = start_of(search, name, deal)
    if start is None:
        return ["no solution has these choices"]
    before, after = (criterion(search, name, search.point(o)) for o in (start, outcome))
    expected = {}
    put_map(expected, "scores", outcome.scores)
    put_map(expected, "surplus", outcome.surplus)
    measure, rank, low, high = gain(name, before, after)
    expected.update(figures(before=low, after=high), measure=measure, rank=rank)
    checks = {
        "not feasible": scenario.is_feasible(deal),
        "not acceptable": outcome.accepted_by_all(),
        "outside the filters": all(satisfies(scenario, outcome, w) for w in where),
        "outside what is allowed": all(is_allowed(scenario, among, i, deal[i["id"]])
                                       for i in scenario.negotiated if i["kind"] == "range"),
        "worse than the grid": after >= before,
        "improves or not": found["improves"] == (after > before),
        "moved without gain": found["improves"] or not found["moved"]}
    return ([fault for fault, holds in checks.items() if not holds]
            + [f"{key}: {found[key]}, not {value}" for key, value in expected.items()
               if found[key] != value])


def refined_faults(search, among, where, refined):
    """Of all solutions."""
    found = []
    for name in SOLUTIONS:
        one = refined[name]
        if (one is None) != (not search.acceptable):
            found.append(f"{name}: present or not")
        elif one is not None:
            found += [f"{name}: {fault}" for fault in faults(search, among, where, name, one)]
    return found
