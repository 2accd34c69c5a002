# SPDX-License-Identifier: GPL-3.0-or-later
"""What `parley deals --format json --exact` must say."""

import math
import re
from collections import Counter
from fractions import Fraction
from itertools import combinations

from figures import nearest_double, put_map, put_terms
from model import Outcome, bare_terms, possibilities, rank, scale


def consents(draft, party):
    """Whether a party tabled a draft, or accepted, signed or ratified it."""
    tabled_by = draft.get("tabled_by", [])
    return party in ([tabled_by] if isinstance(tabled_by, str) else tabled_by) or any(
        event["party"] == party and event["act"] in ("tabled", "accepted_text", "signed", "ratified")
        for event in draft.get("events", []))


def tabled_terms(scenario, among, issue):
    """All terms for an issue under --among; none: anything."""
    drafts = [d for d in scenario.drafts
              if among == "tabled" or (among != "all" and consents(d, among))]
    tabled = [bare_terms(draft["terms"][issue["id"]]) for draft in drafts
              if issue["id"] in draft.get("terms", {})]
    return [one for term in tabled for one in (term if isinstance(term, list) else [term])]


def choices_among(scenario, among):
    """Issue -> what may be chosen under --among."""
    choices = {}
    for issue in scenario.negotiated:
        terms = tabled_terms(scenario, among, issue)
        choices[issue["id"]] = possibilities(issue, terms) if terms else scale(issue)
    return choices


COMPARISONS = {"=": lambda a, b: a == b, "!=": lambda a, b: a != b,
               ">=": lambda a, b: a >= b, "<=": lambda a, b: a <= b,
               ">": lambda a, b: a > b, "<": lambda a, b: a < b}


def satisfies(scenario, outcome, where):
    """Whether a deal is as a --where condition says."""
    left, operator, right = re.fullmatch(r"\s*([\w.-]+)\s*([!<>]=|[=<>])\s*(.+?)\s*",
                                         where).groups()
    compare = COMPARISONS[operator]
    if left.startswith("score."):
        return compare(outcome.scores[left[6:]], Fraction(right))
    if left.startswith("surplus."):
        return compare(outcome.surplus[left[8:]], Fraction(right))
    issue = scenario.issues[left]
    return compare(rank(issue, outcome.deal[left]), rank(issue, right))


def dominates(a, b):
    return a != b and all(x >= y for x, y in zip(a, b))


def efficient(points):
    """The points that no other dominates, in their order."""
    strong_first = sorted(points, key=sum, reverse=True)
    return [p for p in points if not any(dominates(q, p) for q in strong_first)]


def greatest(points, key):
    """All points for which the key is greatest: ties are kept."""
    best = max((key(point) for point in points), default=None)
    return [point for point in points if key(point) == best]


def leximin(numbers):
    """The worst off first, then the next, and so on; more is better."""
    return tuple(sorted(numbers))


def positive_first(surpluses):
    """Most positive surpluses, then the greatest product of them."""
    positive = [s for s in surpluses if s > 0]
    return len(positive), math.prod(positive)


class Solutions:
    """Frontier and solutions over points: surpluses of the negotiating parties."""

    def __init__(self, points):
        self.points = points
        self.frontier = efficient(points)

    def nash(self):
        if any(min(point) > 0 for point in self.points):
            inside = [point for point in self.points if min(point) >= 0]
            return greatest(inside, math.prod)
        return greatest(self.frontier, positive_first)

    def kalai_smorodinsky(self):
        """Parties that cannot gain anything are left out."""
        ideal = [max(column) for column in zip(*self.frontier)]
        return greatest(self.frontier, lambda point: leximin(
            surplus / best for surplus, best in zip(point, ideal) if best > 0))

    def egalitarian(self):
        return greatest(self.points, leximin)

    def utilitarian(self):
        return greatest(self.points, sum)


class Search:
    """The deals under --among and --where."""

    def __init__(self, scenario, among="all", where=()):
        self.scenario = scenario
        self.negotiators = [p.id for p in scenario.parties if p.role == "party"]
        self.reservations = {p.id: p.reservation(scenario.as_of) for p in scenario.parties}
        self.choices = choices_among(scenario, among)
        deals = list(scenario.deals(self.choices))
        outcomes = [Outcome(scenario, deal, scenario.as_of)
                    for deal in deals if scenario.is_feasible(deal)]
        self.n_deals = len(deals)
        self.feasible = [o for o in outcomes if all(satisfies(scenario, o, w) for w in where)]
        self.acceptable = [o for o in self.feasible if o.accepted_by_all()]
        self.at_point = {}
        for outcome in self.acceptable:
            self.at_point.setdefault(self.point(outcome), []).append(outcome)
        self.solutions = Solutions(list(self.at_point))

    def point(self, outcome):
        return tuple(outcome.surplus[party] for party in self.negotiators)

    def counts(self, red_lines):
        return {"count": str(sum(o.accepted_by_all(red_lines) for o in self.feasible)),
                "by_party": {p.id: str(sum(o.accepted_by(p.id, red_lines)
                                           for o in self.feasible))
                             for p in self.scenario.parties if p.decides}}

    def summary(self, ties, with_points):
        """The keys from "space" to "solutions"."""
        frontier = self.solutions.frontier
        document = {
            "space": {"deals": str(self.n_deals), "feasible": str(len(self.feasible))},
            "acceptable": {**self.counts(red_lines=True), "exact": True},
            "without_red_lines": self.counts(red_lines=False),
            "frontier": {"points": str(len(frontier)),
                         "deals": str(sum(len(self.at_point[p]) for p in frontier))}}
        if with_points:
            document["frontier"]["list"] = self.points()
        columns = list(zip(*frontier))
        for key, end in (("ideal", max), ("nadir", min)):
            put_map(document, key, {party: end(column) + self.reservations[party]
                                    for party, column in zip(self.negotiators, columns)})
        document["solutions"] = {
            name: [self.solution(point, ties) for point in getattr(self.solutions, name)()]
            for name in ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian")}
        document["tied"] = {name: str(len(points))
                            for name, points in document["solutions"].items()}
        return document

    def solution(self, point, ties):
        tied = self.at_point[point]
        document = {"count": str(len(tied)), "deals": []}
        surplus = dict(zip(self.negotiators, point))
        put_map(document, "scores", {p: s + self.reservations[p] for p, s in surplus.items()})
        put_map(document, "surplus", surplus)
        for outcome in tied[:ties]:
            deal = {}
            put_terms(deal, self.scenario, outcome.deal)
            document["deals"].append(deal)
        return document

    def deal_document(self, outcome):
        document = {}
        put_terms(document, self.scenario, outcome.deal)
        put_map(document, "scores", outcome.scores)
        put_map(document, "surplus", outcome.surplus)
        return document

    def nearest_miss(self):
        """The smallest largest shortfall, then leximin, then file order. A party
        whose consent a deal does not need never falls short of it."""
        if self.acceptable:
            return None
        best, best_key = None, None
        for outcome in self.feasible:
            needed = [p for p, is_needed in outcome.needed.items() if is_needed]
            if any(outcome.crossed[p] for p in needed):
                continue
            key = leximin(outcome.surplus[p] if outcome.needed[p] else math.inf
                          for p in outcome.surplus)
            if best is None or key > best_key:
                best, best_key = outcome, key
        if best is None:
            return None
        return {**self.deal_document(best),
                "blocked_by": [p for p, is_needed in best.needed.items()
                               if is_needed and not best.accepted_by(p)]}

    def common(self):
        """Of each issue, how many acceptable deals have each option."""
        document = []
        for issue in self.scenario.negotiated:
            id_ = issue["id"]
            counts = {term: sum(o.deal[id_] == term for o in self.acceptable)
                      for term in self.choices[id_]}
            one = {"issue": id_, "options": []}
            for term, count in counts.items():
                option = nearest_double(term) if isinstance(term, Fraction) else term
                one["options"].append({"option": option, "count": str(count)})
            if issue["kind"] == "range":
                found = [nearest_double(term) for term, count in counts.items() if count]
                one["span"] = [min(found), max(found)] if found else None
            document.append(one)
        return document

    def limits(self):
        """What each deciding party could ask, all else as it is, so that there is a deal."""
        most = {}
        for party in self.scenario.parties:
            if not party.decides or self.reservations[party.id] is None:
                continue
            willing = [o for o in self.feasible if o.accepted_but_for(party.id)]
            free = any(not o.needed[party.id] for o in willing)
            scores = [o.scores.get(party.id, Fraction(0)) for o in willing]
            most[party.id] = None if free or not scores else max(scores)
        return most

    def red_lines(self):
        """What there would be without each red line alone."""
        document = []
        for party in self.scenario.parties:
            for line in party.red_lines if party.decides else []:
                deals = [o for o in self.feasible if o.accepted_without(party, line)]
                surplus = max((min(self.point(o), default=None) for o in deals), default=None)
                one = {"party": party.id, "red_line": line["id"],
                       "acceptable_without": str(len(deals)),
                       "smallest_surplus_without":
                           None if surplus is None else nearest_double(surplus)}
                if surplus is not None:
                    one["exact"] = {"smallest_surplus_without": str(surplus)}
                document.append(one)
        return document

    def measures(self):
        """How far the nearest feasible deal is from everything for everyone."""
        squares = [sum(max(Fraction(0), 1 - (s + (self.reservations[p] or 0)) / 100) ** 2
                       for p, s in zip(self.negotiators, self.point(o))) for o in self.feasible]
        return {"opposition": math.sqrt(min(squares))} if squares else None

    def points(self):
        """Every point of the frontier, ascending by the first party's scores."""
        document = []
        for point in sorted(self.solutions.frontier):
            one = {"count": str(len(self.at_point[point]))}
            surplus = dict(zip(self.negotiators, point))
            put_map(one, "scores", {p: s + self.reservations[p] for p, s in surplus.items()})
            put_map(one, "surplus", surplus)
            document.append(one)
        return document

    def map(self, issues):
        """For every pair of options of two issues, how many acceptable deals have both."""
        first, second = issues
        cells = []
        for a in self.choices[first]:
            for b in self.choices[second]:
                deals = [o for o in self.acceptable if (o.deal[first], o.deal[second]) == (a, b)]
                surplus = max((min(self.point(o), default=None) for o in deals), default=None)
                options = [nearest_double(x) if isinstance(x, Fraction) else x for x in (a, b)]
                cells.append({"options": options, "count": str(len(deals)),
                              "smallest_surplus": nearest_double(surplus),
                              "exact": {"smallest_surplus":
                                        None if surplus is None else str(surplus)}})
        return {"issues": list(issues), "cramers_v": self.cramers_v(first, second), "cells": cells}

    def cramers_v(self, first, second):
        """From chi squared over all deals, by what would be expected without dependence."""
        n = len(self.acceptable)
        rows = Counter(o.deal[first] for o in self.acceptable)
        columns = Counter(o.deal[second] for o in self.acceptable)
        both = Counter((o.deal[first], o.deal[second]) for o in self.acceptable)
        degrees = min(len(rows), len(columns)) - 1
        if degrees < 1:
            return None
        chi_squared = sum((both[r, c] - Fraction(rows[r] * columns[c], n)) ** 2
                          / Fraction(rows[r] * columns[c], n) for r in rows for c in columns)
        return math.sqrt(chi_squared / n / degrees)

    def maps(self):
        """Of every two issues, in file order."""
        return [self.map(pair) for pair in combinations(self.choices, 2)]

    def listed(self, by, only_efficient, top):
        """Acceptable deals, best first; sorting keeps the file order of ties."""
        order = {"nash": lambda o: positive_first(self.point(o)),
                 "egalitarian": lambda o: leximin(self.point(o)),
                 "utilitarian": lambda o: sum(self.point(o))}
        key = order.get(by, lambda o: o.scores[by])
        deals = self.acceptable
        if only_efficient:
            frontier = set(self.solutions.frontier)
            deals = [o for o in deals if self.point(o) in frontier]
        return sorted(deals, key=key, reverse=True)[:top]


def search_once(scenario, among="all", where=()):
    """The deals under --among and --where, which several questions may be about."""
    asked = (among, tuple(where))
    if asked not in scenario.searches:
        scenario.searches[asked] = Search(scenario, among, where)
    return scenario.searches[asked]


def deals_document(scenario, among="all", where=(), by="nash", only_efficient=False,
                   top=10, ties=10, map_issues=None, all_maps=False, frontier=False):
    search = search_once(scenario, among, where)
    limits = search.limits()
    with_tabled = among == "all" and any(draft.get("terms") for draft in scenario.drafts)
    return {
        "format": "parley-deals/1", "title": scenario.title, "as_of": scenario.as_of,
        "rounded": False, "among": among, "where": list(where), "by": by,
        **search.summary(ties, frontier),
        "nearest_miss": search.nearest_miss(),
        "common": search.common(),
        "limits": {p: None if most is None else nearest_double(most) for p, most in limits.items()},
        "limits_exact": {p: None if most is None else str(most) for p, most in limits.items()},
        "red_lines": search.red_lines(),
        "measures": search.measures(),
        "refined": None,
        "map": search.map(map_issues) if map_issues else None,
        "maps": search.maps() if all_maps else None,
        "sample": None, "estimate": None,
        "deals": [search.deal_document(o) for o in search.listed(by, only_efficient, top)],
        "tabled": (search_once(scenario, "tabled", where).summary(ties, frontier) if with_tabled
                   else None)}
