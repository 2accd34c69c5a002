# SPDX-License-Identifier: GPL-3.0-or-later
"""Issues, parties and deals of a scenario: what docs/format.md means."""

import itertools
import math
from fractions import Fraction

from reading import Refused, number


# Issues and terms --------------------------------------------------------------


def scale(issue):
    """What a search may choose from, in file order."""
    if issue["kind"] == "choice":
        return [option["id"] for option in issue["options"]]
    if "grid" in issue:
        return [number(value) for value in issue["grid"]]
    low, high, step = (number(issue[key]) for key in ("min", "max", "step"))
    return [low + step * i for i in range(int((high - low) / step) + 1)]


def rank(issue, value):
    """Where a value stands in the order of its issue."""
    return scale(issue).index(value) if issue["kind"] == "choice" else number(value)


def is_one_of(issue, terms, value):
    """Whether a value is among terms: one, a list, or from "min" to "max"."""
    if isinstance(terms, list):
        return any(is_one_of(issue, one, value) for one in terms)
    if isinstance(terms, dict):
        return (("min" not in terms or rank(issue, value) >= rank(issue, terms["min"]))
                and ("max" not in terms or rank(issue, value) <= rank(issue, terms["max"])))
    return rank(issue, value) == rank(issue, terms)


def named_numbers(issue, terms):
    """The numbers that terms of a range spell out, on the grid or not, and the ends
    of what lies between "min" and "max"."""
    if isinstance(terms, list):
        return [n for one in terms for n in named_numbers(issue, one)]
    if isinstance(terms, dict):
        ends = [terms.get("min", issue["min"]), terms.get("max", issue["max"])]
        return [number(end) for end in ends]
    return [number(terms)]


def possibilities(issue, terms):
    """Every value that terms allow, in file order or ascending."""
    values = [value for value in scale(issue) if is_one_of(issue, terms, value)]
    if issue["kind"] == "range":
        values = sorted(set(values) | set(named_numbers(issue, terms)))
    return values


def bare_terms(term):
    """What a draft's term says, without its sources."""
    return term["is"] if isinstance(term, dict) and "is" in term else term


# Parties -----------------------------------------------------------------------


def rank_order_centroid(ranking):
    """Weight of rank k of n: (1/k + ... + 1/n) / n; equals share the mean."""
    groups = [group if isinstance(group, list) else [group] for group in ranking]
    n = sum(len(group) for group in groups)
    by_rank = [sum(Fraction(1, j) for j in range(k, n + 1)) / n for k in range(1, n + 1)]
    weights = {}
    for group in groups:
        first = len(weights)
        mean = sum(by_rank[first:first + len(group)]) / len(group)
        weights.update({issue: mean for issue in group})
    return weights


def total(summands):
    """As sum, but with one fraction to be reduced in place of one a summand."""
    below = math.lcm(*(n.denominator for n in summands))
    return Fraction(sum(n.numerator * (below // n.denominator) for n in summands), below)


def inputs_of(raw, issues):
    """Every input object that a party's verdict rests on, as it stands in raw."""
    found = [raw.get("reservation")]
    if isinstance(raw.get("reservation"), dict):
        found += raw["reservation"].get("changes", [])
    found += raw.get("weights", {}).values()
    found += raw.get("swing", {}).values()
    for issue, function in raw.get("values", {}).items():
        if issues[issue]["kind"] == "choice":
            found += function.values()
        elif "points" in function:
            found += [y for _, y in function["points"]]
        else:
            found += [function["ideal"], function["tolerance"]]
    found += [adjustment["points"] for adjustment in raw.get("adjustments", [])]
    return [node for node in found if isinstance(node, dict)]


class Party:
    def __init__(self, raw, scenario):
        self.raw = raw
        self.scenario = scenario
        self.id = raw["id"]
        self.title = raw["title"]
        self.role = raw.get("role", "party")
        self.decides = self.role != "affected"
        self.gives_verdict = self.decides or "reservation" in raw
        self.red_lines = raw.get("red_lines", [])
        self.adjustments = raw.get("adjustments", [])
        self.shares = self.weight_shares()
        self.scored = bool(self.shares) or any(number(a["points"]) for a in self.adjustments)
        self.values, self.worths = {}, {}

    def weight_shares(self):
        """Issue -> share of the whole weight, where it is above 0, in file order."""
        if "ranking" in self.raw:
            weights = rank_order_centroid(self.raw["ranking"])
        else:
            written = self.raw.get("weights", self.raw.get("swing", {}))
            weights = {issue: number(node) for issue, node in written.items()}
        total = sum(weights.values())
        if self.raw.get("normalize") is False:
            total = Fraction(1)
        return {issue: weights[issue] / total
                for issue in self.scenario.issues if weights.get(issue, 0) > 0}

    def value(self, issue, term):
        """What the party makes of a term, 0 to 100."""
        if (issue, term) not in self.values:
            self.values[issue, term] = self.work_out_value(issue, term)
        return self.values[issue, term]

    def worth(self, issue, term):
        """What a term brings the party: its value by the weight of its issue."""
        if (issue, term) not in self.worths:
            self.worths[issue, term] = self.shares[issue] * self.value(issue, term)
        return self.worths[issue, term]

    def work_out_value(self, issue, term):
        function = self.raw.get("values", {}).get(issue)
        if function is None:
            raise Refused(f"party {self.id} has no values for {issue}")
        if self.scenario.issues[issue]["kind"] == "choice":
            return number(function[term])
        if "ideal" in function:
            distance = abs(term - number(function["ideal"]))
            return max(Fraction(0), 100 * (1 - distance / number(function["tolerance"])))
        if function.get("shape", "linear") != "linear":
            raise Refused(f"party {self.id}, issue {issue}: a smooth curve is not exact")
        points = [(number(x), number(y)) for x, y in function["points"]]
        for (x0, y0), (x1, y1) in zip(points, points[1:]):
            if x0 <= term <= x1:
                return y0 + (y1 - y0) * (term - x0) / (x1 - x0)
        raise Refused(f"party {self.id}, issue {issue}: {term} is outside the points")

    def score(self, deal):
        """None for a party that has neither weights nor adjustments."""
        return self.points(deal) if self.scored else None

    def points(self, deal):
        """As score, but 0 for a party that has neither."""
        return total([self.worth(issue, deal[issue]) for issue in self.shares]
                     + [number(a["points"]) for a in self.adjustments
                        if self.scenario.holds(a["when"], deal)])

    def reservation(self, date):
        """The one in force on a date; None without one."""
        written = self.raw.get("reservation")
        if written is None:
            return None
        in_force = written
        if isinstance(written, dict):
            for change in written.get("changes", []):
                if change["from"] <= date:
                    in_force = change
        return number(in_force)

    def crossed(self, deal):
        return [line["id"] for line in self.red_lines
                if self.scenario.holds(line["never"], deal)]

    def is_needed(self, deal):
        return self.decides and ("needed_when" not in self.raw
                                 or self.scenario.holds(self.raw["needed_when"], deal))


# Scenarios and deals -----------------------------------------------------------


class Scenario:
    def __init__(self, raw):
        self.raw = raw
        self.title = raw["title"]
        self.as_of = raw.get("as_of")
        self.issues = {issue["id"]: issue for issue in raw["issues"]}
        self.negotiated = [i for i in raw["issues"] if i["kind"] != "derived"]
        self.derived = [i for i in raw["issues"] if i["kind"] == "derived"]
        self.parties = [Party(party, self) for party in raw["parties"]]
        self.rules = raw.get("rules", [])
        self.drafts = raw.get("drafts", [])
        self.searches = {}  # of deals.py

    def holds(self, condition, deal):
        return all(self.part_holds(key, what, deal) for key, what in condition.items())

    def part_holds(self, key, what, deal):
        if key == "any":
            return any(self.holds(one, deal) for one in what)
        if key == "not":
            return not self.holds(what, deal)
        return is_one_of(self.issues[key], what, deal[key])

    def derive(self, issue, deal):
        if "product" in issue:
            factors = [deal[factor] for factor in issue["product"]]
            return number(issue.get("scale", 1)) * math.prod(factors)
        for row in issue["table"]:
            if self.holds(row["when"], deal):
                return number(row["value"])
        return number(issue["otherwise"])

    def deals(self, choices):
        """Every deal that picks one of the choices of each issue, in file order:
        issue -> term, derived issues included."""
        for picked in itertools.product(*(choices[i["id"]] for i in self.negotiated)):
            deal = {i["id"]: term for i, term in zip(self.negotiated, picked)}
            deal.update({i["id"]: self.derive(i, deal) for i in self.derived})
            yield deal

    def whole_scale(self):
        return {issue["id"]: scale(issue) for issue in self.negotiated}

    def is_feasible(self, deal):
        return not any(self.holds(rule["forbid"], deal) for rule in self.rules)

    def best_value(self, party, issue):
        """The most that an issue can bring a party on the grid."""
        if self.issues[issue]["kind"] != "derived":
            return max(party.value(issue, term) for term in scale(self.issues[issue]))
        return max(party.value(issue, value) for value in self.derived_values(issue))

    def derived_values(self, issue):
        """All that a derived issue comes to on the grid of its sources."""
        sources = self.sources(self.issues[issue])
        grids = [scale(self.issues[source]) for source in sources]
        return {self.derive(self.issues[issue], dict(zip(sources, picked)))
                for picked in itertools.product(*grids)}

    def sources(self, issue):
        if "product" in issue:
            return list(dict.fromkeys(issue["product"]))
        named = set()
        for row in issue["table"]:
            named |= self.issues_in(row["when"])
        return [i["id"] for i in self.negotiated if i["id"] in named]

    def issues_in(self, condition):
        named = set()
        for key, what in condition.items():
            if key == "any":
                named = named.union(*(self.issues_in(one) for one in what))
            elif key == "not":
                named |= self.issues_in(what)
            else:
                named.add(key)
        return named


class Outcome:
    """What a deal means for every party on a date."""

    def __init__(self, scenario, deal, date):
        self.deal = deal
        self.scores, self.surplus, self.crossed, self.needed = {}, {}, {}, {}
        for party in scenario.parties:
            score = party.score(deal)
            reservation = party.reservation(date)
            if score is not None:
                self.scores[party.id] = score
                if reservation is not None:
                    self.surplus[party.id] = score - reservation
            self.crossed[party.id] = party.crossed(deal)
            self.needed[party.id] = party.is_needed(deal)

    def accepted_by(self, party, red_lines=True):
        return self.surplus.get(party, 0) >= 0 and not (red_lines and self.crossed[party])

    def accepted_but_for(self, asking):
        """Whether all accept, if one of them asked nothing; its red lines stand."""
        return all(not self.crossed[party] if party == asking else self.accepted_by(party)
                   for party, needed in self.needed.items() if needed)

    def accepted_without(self, party, line):
        """Whether all accept, if one party had one red line less."""
        others = [one for one in party.red_lines if one is not line]
        crossed = any(party.scenario.holds(one["never"], self.deal) for one in others)
        return all(self.surplus.get(id_, 0) >= 0 and not crossed if id_ == party.id
                   else self.accepted_by(id_)
                   for id_, needed in self.needed.items() if needed)

    def accepted_by_all(self, red_lines=True):
        return all(self.accepted_by(party, red_lines)
                   for party, needed in self.needed.items() if needed)
