# SPDX-License-Identifier: GPL-3.0-or-later
"""What `parley score --format json --exact` must say."""

import copy
from fractions import Fraction

from figures import figures
from model import Outcome, Party, bare_terms, inputs_of, possibilities, scale
from reading import number


def verdict(accepts):
    """Of one flag a completion."""
    if not accepts:
        return "infeasible"
    return "accepts" if all(accepts) else "depends" if any(accepts) else "rejects"


def ends(numbers):
    return (min(numbers), max(numbers)) if numbers else (None, None)


def readings(draft, issue):
    """All that a draft leaves possible for an issue."""
    terms = draft.get("terms", {})
    if issue["id"] not in terms:
        return scale(issue)
    return possibilities(issue, bare_terms(terms[issue["id"]]))


class Draft:
    """A draft with every completion, and the feasible ones judged."""

    def __init__(self, scenario, raw):
        self.scenario = scenario
        self.raw = raw
        self.date = raw.get("date", scenario.as_of)
        self.choices = {issue["id"]: readings(raw, issue) for issue in scenario.negotiated}
        self.open = [issue for issue, choices in self.choices.items() if len(choices) > 1]
        self.completions = [Outcome(scenario, deal, self.date)
                            for deal in scenario.deals(self.choices) if self.allows(deal)]

    def allows(self, deal):
        return self.scenario.is_feasible(deal) and all(
            not self.scenario.holds(given["if"], deal) or self.scenario.holds(given["then"], deal)
            for given in self.raw.get("given", []))

    def verdict_of(self, party, red_lines=True):
        return verdict([c.accepted_by(party.id, red_lines) for c in self.completions])

    def depends_on(self, party):
        """Open issues in which alone two completions differ that differ in verdict."""
        found = []
        for issue in self.open:
            verdicts = {}
            for completion in self.completions:
                others = tuple(term for key, term in completion.deal.items()
                               if key in self.choices and key != issue)
                verdicts.setdefault(others, set()).add(completion.accepted_by(party.id))
            if any(len(different) > 1 for different in verdicts.values()):
                found.append(issue)
        return found

    def count_accepted(self, completions, red_lines=True):
        count = {p.id: str(sum(c.accepted_by(p.id, red_lines) for c in completions))
                 for p in self.scenario.parties if p.decides}
        count["all"] = str(sum(c.accepted_by_all(red_lines) for c in completions))
        return count

    def document(self):
        return {
            "id": self.raw["id"], "title": self.raw["title"], "date": self.raw.get("date"),
            "verdict": verdict([c.accepted_by_all() for c in self.completions]),
            "verdict_without_red_lines":
                verdict([c.accepted_by_all(red_lines=False) for c in self.completions]),
            "completions": str(len(self.completions)),
            "accepted": self.count_accepted(self.completions),
            "accepted_without_red_lines":
                self.count_accepted(self.completions, red_lines=False),
            "by_term": [self.by_term(issue, term)
                        for issue in self.open for term in self.choices[issue]],
            "parties": {p.id: self.party_document(p) for p in self.scenario.parties},
            "events": [{key: event[key] for key in ("date", "party", "act")}
                       for event in self.raw.get("events", [])]}

    def by_term(self, issue, term):
        having = [c for c in self.completions if c.deal[issue] == term]
        option = figures(option=term) if isinstance(term, Fraction) else {"option": term}
        return {"issue": issue, **option, "completions": str(len(having)),
                "accepted": self.count_accepted(having)}

    def party_document(self, party):
        low, high = ends([c.scores[party.id] for c in self.completions
                          if party.id in c.scores])
        reservation = party.reservation(self.date)
        surplus = None
        if low is not None and reservation is not None:
            surplus = figures(low=low - reservation, high=high - reservation)
        judges = party.gives_verdict
        return {
            **figures(low=low, high=high, reservation=reservation), "surplus": surplus,
            "verdict": self.verdict_of(party) if judges else None,
            "verdict_without_red_lines":
                self.verdict_of(party, red_lines=False) if judges else None,
            "on_the_line": judges and (self.is_close(party) or self.turns(party)),
            "blocked_by": self.blocked_by(party) if judges else [],
            "depends_on": self.depends_on(party) if judges else [],
            "contributions": [self.contribution(party, issue) for issue in party.shares],
            "adjustments": [self.adjustment(party, a) for a in party.adjustments]}

    def blocked_by(self, party):
        if self.verdict_of(party) == "accepts":
            return []
        found = []
        for line in party.red_lines:
            crossing = [line["id"] in c.crossed[party.id] for c in self.completions]
            if any(crossing):
                found.append({"red_line": line["id"],
                              "crossed": "all" if all(crossing) else "some"})
        lowest, highest = ends([c.surplus[party.id] for c in self.completions
                                if party.id in c.surplus])
        if highest is not None and highest < 0:
            found.append({"reservation": True, "short": figures(low=-highest, high=-lowest)})
        return found

    def is_close(self, party):
        """Within a point of the reservation, on either side."""
        if party.reservation(self.date) is None or not party.scored:
            return False
        outcome = self.verdict_of(party)
        if outcome == "accepts":
            return min(c.surplus[party.id] for c in self.completions) <= 1
        within = [c.surplus[party.id] for c in self.completions if not c.crossed[party.id]]
        return outcome == "rejects" and bool(within) and -max(within) <= 1

    def turns(self, party):
        """Whether one input, moved to an end of its range, changes the verdict."""
        now = self.verdict_of(party)
        for index, node in enumerate(inputs_of(party.raw, self.scenario.issues)):
            for end in ("low", "high"):
                if end in node and self.verdict_with(party, index, node[end]) != now:
                    return True
        return False

    def verdict_with(self, party, index, value):
        raw = copy.deepcopy(party.raw)
        inputs_of(raw, self.scenario.issues)[index]["value"] = value
        moved = Party(raw, self.scenario)
        reservation = moved.reservation(self.date)
        return verdict([not c.crossed[party.id]
                        and (reservation is None or moved.points(c.deal) >= reservation)
                        for c in self.completions])

    def contribution(self, party, issue):
        share = party.shares[issue]
        low, high = ends([share * party.value(issue, c.deal[issue]) for c in self.completions])
        best = share * self.scenario.best_value(party, issue)
        # A draft may name a number off the grid that is better than all on it.
        given_up = (None, None) if low is None else (max(best, high) - high, max(best, high) - low)
        return {"issue": issue, **figures(weight=100 * share),
                "won": figures(low=low, high=high),
                "given_up": figures(low=given_up[0], high=given_up[1])}

    def adjustment(self, party, adjustment):
        applies = [self.scenario.holds(adjustment["when"], c.deal) for c in self.completions]
        return {"id": adjustment["id"], **figures(points=number(adjustment["points"])),
                "applies": "none" if not any(applies) else "all" if all(applies) else "some"}


def score_document(scenario, drafts=None):
    return {
        "format": "parley-score/1", "title": scenario.title, "as_of": scenario.as_of,
        "rounded": False,
        "parties": [{"id": p.id, "title": p.title, "role": p.role} for p in scenario.parties],
        "drafts": [Draft(scenario, raw).document() for raw in scenario.drafts
                   if not drafts or raw["id"] in drafts]}
