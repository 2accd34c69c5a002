#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Random small scenarios, always valid by docs/format.md: the same seed, the same scenario.

  generate.py SEED FOLDER      writes FOLDER/scenario.json and the models that it uses
"""

import itertools
import json
import math
import os
import random
import sys
from fractions import Fraction

MOST_DEALS = 3000
AS_OF = "2025-03-01"
DATES = ("2025-01-15", "2025-02-10", "2025-03-01", "2025-03-20")
ACTS = ("tabled", "accepted_text", "rejected", "withheld", "signed", "ratified", "in_force")


def written(node, rng):
    """JSON that reads back exactly: what is no short decimal becomes "n/d"."""
    if isinstance(node, dict):
        return {key: written(child, rng) for key, child in node.items()}
    if isinstance(node, (list, tuple)):
        return [written(child, rng) for child in node]
    if isinstance(node, bool) or not isinstance(node, (int, Fraction)):
        return node
    node = Fraction(node)
    decimal = Fraction(repr(float(node))) == node
    if node.denominator == 1 and rng.random() < 0.98:
        return int(node)
    if decimal and node.denominator > 1 and rng.random() < 0.7:
        return float(node)
    return f"{node.numerator}/{node.denominator}"


def write_json(path, node, rng):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        json.dump(written(node, rng), file, indent=1, ensure_ascii=False)


class Issues:
    """The issues of a scenario, with what terms and conditions may say of them."""

    def __init__(self, rng):
        self.rng = rng
        self.negotiated = self.draw_negotiated()
        self.derived = []
        for index in range(rng.choice((0, 0, 0, 1, 1, 2))):
            self.derived.append(self.draw_derived(f"d{index}"))
        self.all = self.negotiated + self.derived
        if rng.random() < 0.3:
            rng.shuffle(self.all)

    def draw_negotiated(self):
        while True:
            count = self.rng.choice((1, 2, 3, 4, 5, 5, 6))
            issues = [self.draw_issue(f"i{k}") for k in range(count)]
            sizes = [len(self.grid(issue)) for issue in issues]
            if max(sizes) > 1 and math.prod(sizes) <= self.rng.choice((100, 600, MOST_DEALS)):
                return issues

    def draw_issue(self, name):
        issue = {"id": name, "title": f"Issue {name}"}
        if self.rng.random() < 0.55:
            count = self.rng.choice((1, 2, 2, 3, 3, 4))
            issue["kind"] = "choice"
            if self.rng.random() < 0.6:
                issue["ordered"] = True
            issue["options"] = [{"id": f"{name}-{k}", "title": f"Option {k}"} for k in range(count)]
            return issue
        low = self.rng.choice((0, 0, 0, 1, -2, Fraction(1, 3)))
        step = self.rng.choice((1, 2, 5, Fraction(1, 2), Fraction(1, 3)))
        count = self.rng.choice((1, 2, 3, 4))
        issue.update(kind="range", unit="%", min=Fraction(low), max=low + step * count)
        if self.rng.random() < 0.7:
            issue["step"] = Fraction(step)
        else:
            sixths = [low + step * count * Fraction(k, 6) for k in range(7)]
            issue["grid"] = sorted(self.rng.sample(sixths, self.rng.choice((2, 3, 4))))
        return issue

    def draw_derived(self, name):
        issue = {"id": name, "title": f"Derived {name}", "kind": "derived"}
        ranges = [i for i in self.negotiated if i["kind"] == "range"]
        if ranges and self.rng.random() < 0.6:
            factors = self.rng.sample(ranges, min(len(ranges), self.rng.choice((1, 2, 2, 3))))
            issue["product"] = [factor["id"] for factor in factors]
            if self.rng.random() < 0.6:
                issue["scale"] = self.rng.choice((Fraction(1, 100), Fraction(2), Fraction(1, 3)))
            return issue
        values = self.rng.sample(range(0, 12), 3)
        issue["table"] = [{"when": self.condition(self.negotiated), "value": Fraction(value)}
                          for value in values[:self.rng.choice((1, 2))]]
        issue["otherwise"] = Fraction(values[2])
        return issue

    def grid(self, issue):
        if issue["kind"] == "choice":
            return [option["id"] for option in issue["options"]]
        if "grid" in issue:
            return issue["grid"]
        count = int((issue["max"] - issue["min"]) / issue["step"])
        return [issue["min"] + issue["step"] * k for k in range(count + 1)]

    def span(self, issue):
        """The lowest and highest number that an issue can be."""
        if issue["kind"] == "range":
            return issue["min"], issue["max"]
        if "table" in issue:
            values = [row["value"] for row in issue["table"]] + [issue["otherwise"]]
            return min(values), max(values)
        ends = [self.span(factor) for factor in self.negotiated if factor["id"] in issue["product"]]
        corners = [issue.get("scale", 1) * math.prod(c) for c in itertools.product(*ends)]
        return min(corners), max(corners)

    def within(self, issue):
        """A number inside the span: on the grid more often than not."""
        low, high = self.span(issue)
        if issue["kind"] == "range" and self.rng.random() < 0.7:
            return self.rng.choice(self.grid(issue))
        return low + (high - low) * Fraction(self.rng.randint(0, 6), 6)

    def terms(self, issue, single=0.4):
        """One, a list, or from "min" to "max"."""
        roll = self.rng.random()
        if issue["kind"] == "choice":
            options = self.grid(issue)
            if roll < single or len(options) == 1:
                return self.rng.choice(options)
            if roll < 0.75 or not issue.get("ordered"):
                return self.rng.sample(options, self.rng.randint(1, len(options)))
            low, high = sorted(self.rng.choices(range(len(options)), k=2))
            return self.one_end({"min": options[low], "max": options[high]})
        if roll < single:
            return self.within(issue)
        if roll < 0.6:
            return list({self.within(issue) for _ in range(self.rng.choice((1, 2, 3)))})
        low, high = sorted((self.within(issue), self.within(issue)))
        return self.one_end({"min": low, "max": high})

    def one_end(self, both):
        if self.rng.random() < 0.6:
            del both[self.rng.choice(("min", "max"))]
        return both

    def narrow_condition(self):
        """Several issues with one term each: what only few deals meet."""
        chosen = self.rng.sample(self.all, min(len(self.all), self.rng.choice((1, 2, 2, 3))))
        return {issue["id"]: self.terms(issue, single=0.8) for issue in chosen}

    def condition(self, issues, depth=0):
        chosen = self.rng.sample(issues, min(len(issues), self.rng.choice((1, 1, 2, 2, 3))))
        condition = {issue["id"]: self.terms(issue) for issue in chosen}
        if depth < 2 and self.rng.random() < 0.2:
            condition["any"] = [self.condition(issues, depth + 1)
                                for _ in range(self.rng.choice((1, 2)))]
        if depth < 2 and self.rng.random() < 0.15:
            condition["not"] = self.condition(issues, depth + 1)
        if len(condition) > 1 and self.rng.random() < 0.3:
            del condition[self.rng.choice(list(condition))]
        return condition


class Generator:
    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.issues = Issues(self.rng)

    def prohibition(self):
        """For rules and red lines, which should leave something."""
        if self.chance(0.75):
            return self.issues.narrow_condition()
        return self.issues.condition(self.issues.all)

    def chance(self, probability):
        return self.rng.random() < probability

    def points(self):
        """A coarse number from 0 to 100, so that scores tie."""
        if self.chance(0.15):
            return Fraction(self.rng.randint(0, 700), self.rng.choice((7, 8, 30)))
        return Fraction(self.rng.choice((0, 0, 20, 25, 40, 50, 50, 75, 100, 100)))

    def input(self, value, lowest, highest, step):
        """Bare, or an object that may have a range within lowest and highest."""
        if self.chance(0.75):
            return value
        node = {"value": value}
        if self.chance(0.7):
            node["low"] = max(lowest, value - self.rng.choice((0, 1, 2, 5)) * step)
        if self.chance(0.7):
            node["high"] = min(highest, value + self.rng.choice((0, 1, 2, 5)) * step)
        if self.chance(0.5):
            node["basis"] = self.rng.choice(("fact", "inferred", "judgement"))
        return node

    # Parties

    def table(self, issue, varied):
        values = [self.points() for _ in issue["options"]]
        if varied:
            values[0], values[-1] = self.rng.sample((Fraction(0), Fraction(50), Fraction(100)), 2)
        return {option["id"]: self.input(value, 0, 100, 5)
                for option, value in zip(issue["options"], values)}

    def curve(self, issue, varied):
        low, high = self.issues.span(issue)
        if not varied and self.chance(0.3):
            tolerance = (high - low) * self.rng.choice((Fraction(1, 2), 1, Fraction(3, 2)))
            return {"ideal": self.input(self.issues.within(issue), low, high, (high - low) / 6),
                    "tolerance": self.input(tolerance, tolerance / 2, tolerance * 4, high - low)}
        inner = self.rng.sample((1, 2, 3, 4, 5), 0 if varied else self.rng.choice((0, 0, 1, 2)))
        xs = [low + (high - low) * Fraction(k, 6) for k in sorted([0, 6] + inner)]
        ys = self.rng.sample((0, 100), 2) if varied else [self.points() for _ in xs]
        curve = {"points": [[x, self.input(Fraction(y), 0, 100, 5)] for x, y in zip(xs, ys)]}
        if varied or self.chance(0.8):
            curve["shape"] = "linear"
        return curve

    def value_function(self, issue, varied):
        return self.table(issue, varied) if issue["kind"] == "choice" else self.curve(issue, varied)

    def weights(self, main):
        """Weights, a ranking or swing points; the main issue always counts."""
        weighted = [i for i in self.issues.all if i is main or self.chance(0.7)]
        roll = self.rng.random()
        if roll < 0.15:
            ranking = [i["id"] for i in weighted]
            self.rng.shuffle(ranking)
            cut = self.rng.randint(0, len(ranking) - 1)
            if self.chance(0.5) and len(ranking) - cut > 1:
                ranking[cut:cut + 2] = [ranking[cut:cut + 2]]
            return {"ranking": ranking}, weighted
        numbers = [Fraction(self.rng.choice((0, 1, 1, 2, 3, 5, Fraction(5, 2)))) for _ in weighted]
        numbers = [max(n, 1) if i is main else n for i, n in zip(weighted, numbers)]
        if roll < 0.3:
            total = sum(numbers) * self.rng.choice((1, 1, Fraction(199, 200)))
            return ({"normalize": False,
                     "weights": {i["id"]: n / total for i, n in zip(weighted, numbers)}}, weighted)
        inputs = {i["id"]: self.input(n, Fraction(1, 10) if i is main else 0, 20, 1)
                  for i, n in zip(weighted, numbers)}
        return {"swing" if roll < 0.4 else "weights": inputs}, weighted

    def reservation(self):
        value = self.points() * self.rng.choice((Fraction(1, 2), Fraction(1, 2), Fraction(3, 4)))
        reservation = self.input(value, 0, 100, 5)
        if self.chance(0.2):
            if not isinstance(reservation, dict):
                reservation = {"value": value}
            reservation["changes"] = [
                {"from": date, **self.change()} for date in sorted(self.rng.sample(DATES, 2))]
        return reservation

    def change(self):
        change = self.input(self.points() / 2, 0, 100, 5)
        return dict(change) if isinstance(change, dict) else {"value": change}

    def red_lines(self, least):
        lines = []
        for index in range(max(least, self.rng.choice((0, 0, 0, 1, 1, 2)))):
            line = {"id": f"line-{index}", "never": self.prohibition()}
            if self.chance(0.3):
                line["stance"] = self.rng.choice(("declared", "believed"))
            lines.append(line)
        return lines

    def adjustments(self, least=0):
        return [{"id": f"adjust-{index}", "when": self.issues.condition(self.issues.all),
                 "points": self.input(self.extra_points(), -40, 40, 5)}
                for index in range(max(least, self.rng.choice((0, 0, 1, 1, 2, 3))))]

    def extra_points(self):
        return Fraction(self.rng.choice((-20, -10, -5, 5, 10, "1/3", "-5/2")))

    def party(self, name, role):
        party = {"id": name, "title": f"Party «{name}»"}
        if role != "party" or self.chance(0.1):
            party["role"] = role
        scored = role != "ratifier" or self.chance(0.5)
        if scored and self.chance(0.1):
            party["adjustments"] = self.adjustments(1)
        elif scored:
            main = self.rng.choice([i for i in self.issues.negotiated
                                    if len(self.issues.grid(i)) > 1])
            written_weights, weighted = self.weights(main)
            party.update(written_weights)
            party["values"] = {i["id"]: self.value_function(i, i is main) for i in weighted}
            party["adjustments"] = self.adjustments()
        if scored and (role != "affected" or self.chance(0.5)):
            party["reservation"] = self.reservation()
        party["red_lines"] = self.red_lines(0 if scored else 1)
        if role == "ratifier" and self.chance(0.4):
            party["needed_when"] = self.issues.condition(self.issues.all)
        return party

    def opposed_to(self, party, name):
        """One who wants the opposite: what one gains the other loses, so sums tie."""
        opposed = {**party, "id": name, "title": f"Party «{name}»", "red_lines": [],
                   "adjustments": []}
        opposed["values"] = {issue: self.opposite(function)
                             for issue, function in party["values"].items()}
        return opposed

    def opposite(self, function):
        if "points" in function:
            return {**function, "points": [[x, self.against(y)] for x, y in function["points"]]}
        if "ideal" in function:
            return function
        return {option: self.against(value) for option, value in function.items()}

    @staticmethod
    def against(value):
        return 100 - (value["value"] if isinstance(value, dict) else value)

    def parties(self):
        roles = ["party"] * self.rng.choice((1, 2, 2, 2, 2, 3))
        if self.chance(0.35):
            roles.append("ratifier")
        if self.chance(0.2) or len(roles) == 1:
            roles.append("affected")
        if self.chance(0.3):
            self.rng.shuffle(roles)
        parties = [self.party(f"p{index}", role) for index, role in enumerate(roles)]
        if roles[:2] == ["party", "party"] and "values" in parties[0] and self.chance(0.25):
            parties[1] = self.opposed_to(parties[0], "p1")
        return parties

    # Rules and drafts

    def rules(self):
        if self.chance(0.04):
            some = self.prohibition()
            return [{"id": "nothing", "forbid": {"any": [some, {"not": some}]}}]
        return [{"id": f"rule-{index}", "forbid": self.prohibition()}
                for index in range(self.rng.choice((0, 0, 1, 1, 2)))]

    def draft_term(self, issue):
        terms = self.issues.terms(issue, single=0.5)
        if issue["kind"] == "range" and isinstance(terms, dict):
            # --among must find something inside
            low, high = (terms.get(end, issue[end]) for end in ("min", "max"))
            if not any(low <= value <= high for value in self.issues.grid(issue)):
                terms = self.rng.choice(self.issues.grid(issue))
        if self.chance(0.2):
            term = {"is": terms, "basis": "fact", "source": "paper"}
            if self.chance(0.5):
                term["reports"] = [{"source": "paper", "is": self.issues.terms(issue)}]
            return term
        return terms

    def draft(self, name, parties):
        draft = {"id": name, "title": f"Draft {name}"}
        if self.chance(0.7):
            draft["date"] = self.rng.choice(DATES)
        if self.chance(0.7):
            draft["tabled_by"] = self.rng.choice(parties + [self.rng.sample(parties, 1)])
        draft["terms"] = {i["id"]: self.draft_term(i) for i in self.issues.negotiated
                          if self.chance(0.75)}
        if self.chance(0.25):
            draft["given"] = [{"if": self.prohibition(),
                               "then": self.issues.condition(self.issues.all)}]
        if self.chance(0.5):
            draft["events"] = [{"date": self.rng.choice(DATES), "party": self.rng.choice(parties),
                                "act": self.rng.choice(ACTS), "source": "paper"}
                               for _ in range(self.rng.choice((1, 2)))]
        return draft

    def scenario(self):
        scenario = {"format": "parley/1", "title": "A random negotiation", "as_of": AS_OF,
                    "sources": {"paper": {"title": "A newspaper"}},
                    "issues": self.issues.all, "parties": self.parties()}
        changing = any(isinstance(p.get("reservation"), dict) and "changes" in p["reservation"]
                       for p in scenario["parties"])
        if not changing and self.chance(0.2):
            del scenario["as_of"]
        scenario["rules"] = self.rules()
        names = [party["id"] for party in scenario["parties"]]
        scenario["drafts"] = [self.draft(f"draft-{index}", names)
                              for index in range(self.rng.choice((0, 1, 2, 2, 3)))]
        return scenario

    # Model files

    def move_to_model(self, party):
        """Splits a party into a model and what stands beside "use"."""
        model = {"format": "parley-model/1", **party, "id": "model-of-" + party["id"]}
        beside = {"id": party["id"], "use": f"models/{party['id']}.json"}
        if "reservation" in party and self.chance(0.5):
            beside["reservation"] = party["reservation"]
            model["reservation"] = self.points()
        if party["red_lines"] and self.chance(0.5):
            beside["red_lines"] = {party["red_lines"][0]["id"]: {"because": "It says so"}}
        if self.chance(0.3):
            beside["title"] = f"Party «{party['id']}», as merged"
        return model, beside


def generate(seed):
    """Returns: the scenario, and its models by path."""
    generator = Generator(seed)
    scenario = generator.scenario()
    models = {}
    for index, party in enumerate(scenario["parties"]):
        if generator.chance(0.15):
            model, beside = generator.move_to_model(party)
            models[beside["use"]] = model
            scenario["parties"][index] = beside
    return scenario, models


def write(seed, folder):
    """Writes a random scenario. Returns: its path."""
    scenario, models = generate(seed)
    rng = random.Random(seed)
    for path, model in models.items():
        write_json(os.path.join(folder, path), model, rng)
    path = os.path.join(folder, "scenario.json")
    write_json(path, scenario, rng)
    return path


if __name__ == "__main__":
    print(write(int(sys.argv[1]), sys.argv[2]))
