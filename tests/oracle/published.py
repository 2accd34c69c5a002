#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program says of cases whose answers were published.

Usage: published.py PARLEY SCENARIOS
"""

import json
import os
import subprocess
import sys
import tempfile
import unittest

PARLEY, SCENARIOS = sys.argv[1:3]


def run(command, path):
    done = subprocess.run([PARLEY, command, path, "--quiet", "--format", "json", "--exact"],
                          capture_output=True, check=True)
    return json.loads(done.stdout)


def run_on(command, scenario):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "scenario.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump({"format": "parley/1", "title": "Published", **scenario}, file)
        return run(command, path)


def gains(points):
    return sorted(tuple(point["surplus"].values()) for point in points)


class NashBarter(unittest.TestCase):
    """J. F. Nash, "The Bargaining Problem", Econometrica 18 (1950), 155-162."""

    def setUp(self):
        self.found = run("deals", os.path.join(SCENARIOS, "nash-barter-1950.json"))

    def test_counts(self):
        self.assertEqual(self.found["space"]["deals"], "512")
        self.assertEqual(self.found["acceptable"]["count"], "293")

    def test_nash(self):
        self.assertEqual(gains(self.found["solutions"]["nash"]), [(12, 5)])
        self.assertEqual(self.found["solutions"]["nash"][0]["count"], "1")
        self.assertEqual(gains(self.found["solutions"]["kalai_smorodinsky"]), [(12, 5)])

    def test_smallest_gain(self):
        """The smallest gain can be 6 at most, at (6,6), (6,7) and (8,6); leximin takes the last."""
        self.assertEqual(gains(self.found["solutions"]["egalitarian"]), [(8, 6)])

    def test_sum(self):
        self.assertEqual(gains(self.found["solutions"]["utilitarian"]), [(14, 4), (16, 2), (18, 0)])


class ThreePoints(unittest.TestCase):
    """The points (60,80), (50,110) and (30,150) with nothing in case of disagreement: Nash
    takes the second."""

    def test_nash(self):
        options = ("first", "second", "third")

        def party(name, weight, values):
            return {"id": name, "title": name, "reservation": 0, "normalize": False,
                    "weights": {"point": weight}, "values": {"point": dict(zip(options, values))}}

        found = run_on("deals", {
            "issues": [{"id": "point", "title": "Point", "kind": "choice",
                        "options": [{"id": name, "title": name} for name in options]}],
            "parties": [party("a", 1, (60, 50, 30)), party("b", 2, (40, 55, 75))]})
        self.assertEqual(gains(found["solutions"]["nash"]), [(50, 110)])


class RankOrderCentroid(unittest.TestCase):
    """Weights of three and of four ranks, to four digits."""

    def check(self, expected):
        names = [f"rank-{k}" for k in range(1, len(expected) + 1)]
        found = run_on("score", {
            "issues": [{"id": name, "title": name, "kind": "choice",
                        "options": [{"id": "no", "title": "No"}, {"id": "yes", "title": "Yes"}]}
                       for name in names],
            "parties": [{"id": "a", "title": "A", "reservation": 0, "ranking": names,
                         "values": {name: {"no": 0, "yes": 100} for name in names}}],
            "drafts": [{"id": "d", "title": "D", "terms": {names[0]: "yes"}}]})
        contributions = found["drafts"][0]["parties"]["a"]["contributions"]
        self.assertEqual([round(part["weight"] / 100, 4) for part in contributions], expected)

    def test_three(self):
        self.check([.6111, .2778, .1111])

    def test_four(self):
        self.check([.5208, .2708, .1458, .0625])


class PanamaCanal(unittest.TestCase):
    """Raiffa, "The Art and Science of Negotiation" (1982): by the published points the United
    States wins 64 with its four issues, and Panama 53 with its five, 15 more with land and water."""

    def test_points(self):
        found = run("deals", os.path.join(SCENARIOS, "panama-canal-1974.json"))
        self.assertEqual(list(found["solutions"]["nash"][0]["scores"].values()), [64, 68])

    def test_division(self):
        """The page of New York University on adjusted winner divides these points 66 to 66
        (https://pages.nyu.edu/adjustedwinner/panama.htm)."""
        found = run("divide", os.path.join(SCENARIOS, "panama-canal-1974.json"))
        self.assertEqual(found["first"], {"us": 64, "panama": 53})
        self.assertEqual(found["points"], {"us": 66, "panama": 66})
        self.assertEqual(parts(found), {
            "expansion_rights": "1", "defence_rights": "1", "use_rights": "1",
            "expansion_routes": "1", "land_water": "2/15", "duration": "0", "compensation": "0",
            "jurisdiction": "0", "military_rights": "0", "defence_role": "0"})


def parts(division):
    """What of each issue the first side gets."""
    first = division["parties"][0]
    return {issue["issue"]: issue["part_exact"][first] for issue in division["issues"]}


class AdjustedWinner(unittest.TestCase):
    """Two textbook exercises in adjusted winner (S. Brams and A. Taylor, "Fair Division", 1996):
    the points that John and Mary have on each good, and who gets what."""

    def divide(self, points):
        goods = list(points)

        def side(index, name):
            mine, others = ("john", "mary")[index], ("john", "mary")[1 - index]
            return {"id": name, "title": name, "reservation": 0,
                    "weights": {good: points[good][index] for good in goods},
                    "values": {good: {mine: 100, others: 0} for good in goods}}

        return run_on("divide", {
            "issues": [{"id": good, "title": good, "kind": "choice",
                        "options": [{"id": name, "title": name} for name in ("john", "mary")]}
                       for good in goods],
            "parties": [side(0, "john"), side(1, "mary")]})

    def test_one_split(self):
        found = self.divide({"a": (30, 20), "b": (15, 25), "c": (20, 15), "d": (30, 15),
                             "e": (5, 25)})
        self.assertEqual(found["points_exact"], {"john": "440/7", "mary": "440/7"})
        self.assertEqual(parts(found), {"d": "1", "a": "1", "c": "1/7", "b": "0", "e": "0"})

    def test_two_transfers(self):
        found = self.divide({"cannon": (10, 5), "anchor": (10, 20), "chest": (15, 20),
                             "doubloon": (11, 14), "figurehead": (20, 30), "sword": (15, 6),
                             "ball": (5, 1), "leg": (2, 1), "flag": (10, 2), "nest": (2, 1)})
        self.assertEqual(found["first"], {"john": 44, "mary": 84})
        self.assertEqual(found["points_exact"], {"john": "430/7", "mary": "430/7"})
        self.assertEqual(parts(found), {
            "ball": "1", "flag": "1", "sword": "1", "cannon": "1", "leg": "1", "nest": "1",
            "doubloon": "1", "chest": "3/7", "figurehead": "0", "anchor": "0"})


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
