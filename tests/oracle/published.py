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
    done = subprocess.run([PARLEY, command, path, "--quiet", "--format", "json"],
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


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
