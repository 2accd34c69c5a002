# SPDX-License-Identifier: GPL-3.0-or-later
"""What `parley amend --format json --exact` may say of a draft: every way is tried."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from deals import tabled_terms
from model import Outcome, bare_terms, is_one_of, possibilities, rank, scale
from score import readings


@dataclass
class Try:
    """Changes, settled terms, and what all completions of the rest come to."""

    terms: tuple  # one an issue; None where it stays open
    changed: frozenset
    settled: frozenset
    works: bool
    n_completions: int
    low: dict
    high: dict

    def add(self, outcome):
        self.works &= outcome.accepted_by_all()
        self.n_completions += 1
        for party, score in outcome.scores.items():
            self.low[party] = min(score, self.low.get(party, score))
            self.high[party] = max(score, self.high.get(party, score))


class Amending:
    """All that a draft can become."""

    def __init__(self, scenario, draft, among="all", fixed=(), most=None, party=None):
        self.scenario, self.draft, self.most = scenario, draft, most
        self.names = [issue["id"] for issue in scenario.negotiated]
        self.kept = {i["id"]: readings(draft, i) for i in scenario.negotiated}
        self.open = [name for name in self.names if len(self.kept[name]) > 1]
        self.party = party or self.first_party()
        self.choices = {i["id"]: self.allowed(i, among, i["id"] in fixed)
                        for i in scenario.negotiated}
        date = draft.get("date", scenario.as_of)
        self.outcomes = [Outcome(scenario, deal, date) for deal in scenario.deals(self.choices)
                         if scenario.is_feasible(deal) and self.respects_given(deal)]
        self.tries = [one for n in range(len(self.open) + 1)
                      for left in combinations(self.open, n) for one in self.leaving(left)]
        self.working = [one for one in self.tries if one.works and self.may(one.changed)]

    def may(self, changed):
        return self.most is None or len(changed) <= self.most

    def first_party(self):
        tabled_by = self.draft.get("tabled_by", [])
        for name in [tabled_by] if isinstance(tabled_by, str) else tabled_by:
            if any(p.id == name and p.scored for p in self.scenario.parties):
                return name
        return next((p.id for p in self.scenario.parties if p.scored and p.role == "party"), None)

    def allowed(self, issue, among, is_fixed):
        if is_fixed or issue["id"] not in self.draft.get("terms", {}):
            return self.kept[issue["id"]]
        own = bare_terms(self.draft["terms"][issue["id"]])
        tabled = tabled_terms(self.scenario, among, issue)
        others = possibilities(issue, tabled) if tabled else scale(issue)
        allowed = set(self.kept[issue["id"]])
        allowed |= {value for value in others if not is_one_of(issue, own, value)}
        return sorted(allowed, key=lambda value: rank(issue, value))

    def changes(self, deal):
        return frozenset(n for n in self.names if deal[n] not in self.kept[n])

    def respects_given(self, deal):
        """A relation says nothing any more when one of its issues is changed."""
        changed = self.changes(deal)
        for given in self.draft.get("given", []):
            named = self.scenario.issues_in(given["if"]) | self.scenario.issues_in(given["then"])
            for name in list(named):
                if name not in self.names:
                    named |= set(self.scenario.sources(self.scenario.issues[name]))
            if (not named & changed and self.scenario.holds(given["if"], deal)
                    and not self.scenario.holds(given["then"], deal)):
                return False
        return True

    def leaving(self, left):
        """All there is when exactly the issues in left stay open."""
        found = {}
        for outcome in self.outcomes:
            changed = self.changes(outcome.deal)
            if changed & set(left):
                continue
            terms = tuple(None if n in left else outcome.deal[n] for n in self.names)
            settled = frozenset(self.open) - changed - set(left)
            one = found.setdefault(terms, Try(terms, changed, settled, True, 0, {}, {}))
            one.add(outcome)
        return found.values()

    def kept_by_party(self, one):
        return one.low[self.party] if self.party else Fraction(0)

    def few_settled(self, one):
        return -len(one.settled), self.kept_by_party(one)

    def most_kept(self, one):
        return self.kept_by_party(one), -len(one.settled)

    def same_issues(self, changed):
        return [o for o in self.outcomes if self.changes(o.deal) == changed and o.accepted_by_all()]


def fraction(figure, key):
    return Fraction(figure["exact"][key])


class Faults(list):
    def expect(self, want, got, what):
        if want != got:
            self.append(f"{what}: expected {want}, found {got}")


def term(value):
    """As in JSON: an option, or a number."""
    return value if isinstance(value, str) else float(value)


def find(amending, document):
    """The try that an amendment in a document is."""
    given = {**document["changes"], **document["settles"]}
    for one in amending.tries:
        written = {n: term(t) for n, t in zip(amending.names, one.terms)
                   if n in one.changed or n in one.settled}
        if written == {n: v if isinstance(v, str) else float(v) for n, v in given.items()}:
            if set(document["changes"]) == one.changed:
                return one
    return None


def check_amendment(amending, document, order, among, faults):
    """@among: those of which it has to be the best by order."""
    one = find(amending, document)
    if one is None or not one.works:
        faults.append(f"this does not work: {document['changes']}, {document['settles']}")
        return None
    faults.expect(max(map(order, among(one))), order(one), "the best of its kind")
    faults.expect([n for n, t in zip(amending.names, one.terms) if t is None],
                  document["leaves_open"], "leaves_open")
    for party, score in document["scores"].items():
        faults.expect((one.low[party], one.high[party]),
                      (fraction(score, "low"), fraction(score, "high")), f"score of {party}")
    return one


def check_ways(amending, document, fewest, faults):
    ways = {}
    for one in amending.working:
        if len(one.changed) == fewest:
            ways.setdefault(one.changed, []).append(one)
    faults.expect(len(ways), document["ways"], "ways")
    faults.expect({n: sum(n in way for way in ways) for n in amending.names
                   if any(n in way for way in ways)}, document["ways_by_issue"], "ways_by_issue")
    listed = [check_amendment(amending, a, amending.few_settled, lambda one: ways[one.changed],
                              faults) for a in document["amendments"]]
    if None in listed:
        return
    faults.expect(len(ways), len({one.changed for one in listed}), "ways listed")
    ranks = [amending.few_settled(one) for one in listed]
    faults.expect(sorted(ranks, reverse=True), ranks, "order of the ways")
    for one, written in zip(listed, document["amendments"]):
        others = len(amending.same_issues(one.changed)) - one.n_completions
        faults.expect(str(others), written["other_deals"], "other_deals")


def check_costs(amending, document, fewest, faults):
    most = min(fewest + 2, len(amending.names), fewest + 2 if amending.most is None
               else amending.most)
    faults.expect(list(range(fewest, most + 1)), [c["changes"] for c in document["costs"]],
                  "numbers of changes")
    before = None
    for cost in document["costs"]:
        same = [o for o in amending.working if len(o.changed) == cost["changes"]]
        best = max(map(amending.kept_by_party, same), default=None)
        better = best is not None and (before is None or best > before)
        faults.expect(better, cost["amendment"] is not None, f"{cost['changes']} are better")
        if better and cost["amendment"] is not None:
            check_amendment(amending, cost["amendment"], amending.most_kept, lambda _: same,
                            faults)
            before = best


def amend_faults(scenario, draft, document, **asked):
    """What is wrong with a document that lists all ways."""
    faults = Faults()
    amending = Amending(scenario, draft, **asked)
    fewest = min((len(one.changed) for one in amending.working), default=None)
    faults.expect(amending.party, document["for"], "for")
    faults.expect(fewest, document["fewest_changes"], "fewest_changes")
    faults.expect(fewest is None, document["impossible"] is not None, "impossible")
    if not faults and fewest is not None:
        check_ways(amending, document, fewest, faults)
        check_costs(amending, document, fewest, faults)
    return faults
