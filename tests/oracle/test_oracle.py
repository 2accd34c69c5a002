#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hand-worked answers for the oracle: every definition on the smallest case that shows it."""

import json
import os
import sys
import tempfile
import unittest
from fractions import Fraction

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from deals import Search, Solutions, choices_among, deals_document  # noqa: E402
from refined import refined_faults  # noqa: E402
from model import Scenario, is_one_of, possibilities, rank_order_centroid, scale  # noqa: E402
from reading import Refused, load, merge  # noqa: E402
from score import Draft, score_document  # noqa: E402


def exact(node):
    """Makes the numbers of a scenario written here exact, as reading a file does."""
    if isinstance(node, bool) or node is None:
        return node
    if isinstance(node, (int, float)):
        return Fraction(str(node))
    if isinstance(node, dict):
        return {key: exact(child) for key, child in node.items()}
    return [exact(child) for child in node] if isinstance(node, (list, tuple)) else node


def choice(name, *options, ordered=True):
    return {"id": name, "title": name, "kind": "choice", "ordered": ordered,
            "options": [{"id": option, "title": option} for option in options]}


def span(name, low, high, **rest):
    return {"id": name, "title": name, "kind": "range", "min": low, "max": high, **rest}


def party(name, reservation=None, weights=None, values=None, **rest):
    raw = {"id": name, "title": name, "weights": weights or {}, "values": values or {}, **rest}
    return raw if reservation is None else {**raw, "reservation": reservation}


def scenario(issues, parties, **rest):
    return Scenario(exact({"format": "parley/1", "title": "test", "issues": issues,
                           "parties": parties, **rest}))


# Two parties share a pie of four slices, and may add a clause that only b likes.
PIE = [span("pie", 0, 4, step=1), choice("clause", "no", "yes")]
UP = {"points": [[0, 0], [4, 100]], "shape": "linear"}
DOWN = {"points": [[0, 100], [4, 0]], "shape": "linear"}


def party_a(reservation=25, **rest):
    return {**party("a", reservation, {"pie": 1}, {"pie": UP}), **rest}


def party_b(reservation=25, **rest):
    return {**party("b", reservation, {"pie": 3, "clause": 1},
                    {"pie": DOWN, "clause": {"no": 0, "yes": 100}}), **rest}


def draft(terms, **rest):
    return {"id": "d", "title": "d", "terms": terms, **rest}


class Terms(unittest.TestCase):
    def test_scale(self):
        self.assertEqual(scale(exact(span("x", 0, 1, step=0.5))), [0, Fraction(1, 2), 1])
        self.assertEqual(scale(exact(span("x", 0, 9, grid=[1, "7/2"]))), [1, Fraction(7, 2)])
        self.assertEqual(scale(choice("x", "p", "q")), ["p", "q"])

    def test_possibilities(self):
        x = exact(span("x", 0, 10, step=5))
        self.assertEqual(possibilities(x, exact({"min": 3})), [3, 5, 10])
        self.assertEqual(possibilities(x, exact({"min": 3, "max": 7})), [3, 5, 7])
        self.assertEqual(possibilities(x, exact([7, 0])), [0, 7])
        self.assertEqual(possibilities(x, exact(5)), [5])
        y = choice("y", "p", "q", "r")
        self.assertEqual(possibilities(y, {"min": "q"}), ["q", "r"])
        self.assertEqual(possibilities(y, ["r", "p"]), ["p", "r"])

    def test_missing_end_is_the_end_of_the_scale(self):
        x = exact(span("x", 0, 10, grid=[1, 8]))
        self.assertEqual(possibilities(x, exact({"min": 5})), [5, 8, 10])

    def test_is_one_of(self):
        y = choice("y", "p", "q", "r")
        self.assertTrue(is_one_of(y, {"max": "q"}, "p"))
        self.assertFalse(is_one_of(y, {"max": "q"}, "r"))
        self.assertTrue(is_one_of(exact(span("x", 0, 1, step=1)), "1/2", Fraction(1, 2)))

    def test_conditions(self):
        s = scenario(PIE, [party_a(), party_b()])
        deal = {"pie": Fraction(2), "clause": "no"}
        self.assertTrue(s.holds(exact({"pie": {"min": 2}, "clause": "no"}), deal))
        self.assertFalse(s.holds(exact({"pie": 2, "clause": "yes"}), deal))
        self.assertTrue(s.holds(exact({"any": [{"pie": 1}, {"clause": "no"}]}), deal))
        self.assertFalse(s.holds(exact({"pie": 2, "not": {"clause": "no"}}), deal))


class Parties(unittest.TestCase):
    def test_rank_order_centroid(self):
        self.assertEqual(rank_order_centroid(["a", "b", "c"]),
                         {"a": Fraction(11, 18), "b": Fraction(5, 18), "c": Fraction(2, 18)})
        self.assertEqual(rank_order_centroid([["a", "b"], "c"]),
                         {"a": Fraction(8, 18), "b": Fraction(8, 18), "c": Fraction(2, 18)})
        four = rank_order_centroid(["a", "b", "c", "d"]).values()
        self.assertEqual([round(float(w), 4) for w in four], [.5208, .2708, .1458, .0625])

    def test_weights(self):
        s = scenario(PIE, [party_b(), party_b(id="c", normalize=False),
                           {**party_b(id="d"), "weights": {"pie": {"value": "1/3", "low": 0}}}])
        b, c, d = s.parties
        self.assertEqual(b.shares, {"pie": Fraction(3, 4), "clause": Fraction(1, 4)})
        self.assertEqual(c.shares, {"pie": 3, "clause": 1})
        self.assertEqual(d.shares, {"pie": 1})
        swing = {k: n for k, n in party_b().items() if k != "weights"}
        swing["swing"] = {"pie": 40, "clause": 10}
        self.assertEqual(scenario(PIE, [swing]).parties[0].shares["pie"], Fraction(4, 5))

    def test_values(self):
        curve = {"points": [[0, 0], [1, 90], [4, 60]], "shape": "linear"}
        s = scenario(PIE, [party("a", 0, {"pie": 1}, {"pie": curve}),
                           party("b", 0, {"pie": 1}, {"pie": {"ideal": 3, "tolerance": 2}}),
                           party("c", 0, {"pie": 1}, {"pie": {**curve, "shape": "smooth"}})])
        a, b, c = s.parties
        self.assertEqual([a.value("pie", Fraction(x)) for x in (0, 1, 2, 4)], [0, 90, 80, 60])
        self.assertEqual(a.value("pie", Fraction(1, 3)), 30)
        self.assertEqual([b.value("pie", Fraction(x)) for x in range(5)], [0, 0, 50, 100, 50])
        with self.assertRaises(Refused):
            c.value("pie", Fraction(1))

    def test_score_with_adjustments(self):
        s = scenario(PIE, [party_b(adjustments=[
            {"id": "x", "when": {"clause": "yes"}, "points": {"value": -7, "low": -9}},
            {"id": "y", "when": {"pie": {"min": 3}}, "points": 0.5}])])
        b = s.parties[0]
        self.assertEqual(b.score({"pie": Fraction(0), "clause": "yes"}), 75 + 25 - 7)
        self.assertEqual(b.score({"pie": Fraction(4), "clause": "no"}), Fraction(1, 2))

    def test_reservation_by_date(self):
        s = scenario(PIE, [party_a({"value": 50, "changes": [
            {"from": "2025-02-01", "value": 40}, {"from": "2025-03-01", "value": 30}]})],
            as_of="2025-03-05")
        a = s.parties[0]
        self.assertEqual([a.reservation(d) for d in ("2025-01-31", "2025-02-01", "2025-03-05")],
                         [50, 40, 30])

    def test_derived(self):
        take = {"id": "take", "title": "", "kind": "derived",
                "product": ["pie", "tax"], "scale": 0.5}
        grade = {"id": "grade", "title": "", "kind": "derived", "otherwise": 1,
                 "table": [{"when": {"pie": {"min": 3}}, "value": 9},
                           {"when": {"pie": {"min": 2}}, "value": 5}]}
        s = scenario(PIE + [span("tax", 0, 10, step=5), take, grade], [party_a()])
        deals = list(s.deals(s.whole_scale()))
        self.assertEqual(len(deals), 5 * 2 * 3)
        self.assertEqual(deals[-1], {"pie": 4, "clause": "yes", "tax": 10,
                                     "take": 20, "grade": 9})
        self.assertEqual(s.derived_values("take"),
                         {Fraction(x) / 2 for x in (0, 5, 10, 15, 20, 30, 40)})
        self.assertEqual(s.derived_values("grade"), {1, 5, 9})


class Reading(unittest.TestCase):
    def test_merge(self):
        model = exact({"title": "T", "reservation": 50, "weights": {"x": "1/2", "y": 2},
                       "red_lines": [{"id": "p", "note": "old"}, {"id": "q"}]})
        merged = merge(model, exact({
            "reservation": {"low": 40}, "weights": {"x": {"high": 1}, "y": None},
            "red_lines": {"p": {"note": "new"}, "q": None, "r": {"id": "r"}}}))
        self.assertEqual(merged, exact({
            "title": "T", "reservation": {"value": 50, "low": 40},
            "weights": {"x": {"value": "1/2", "high": 1}},
            "red_lines": [{"id": "p", "note": "new"}, {"id": "r"}]}))
        self.assertEqual(model["reservation"], 50)
        everything = merge([{"id": "p"}, {"id": "q"}], {"*": {"note": "n"}})
        self.assertEqual([thing["note"] for thing in everything], ["n", "n"])
        with self.assertRaises(Refused):
            merge([{"id": "p"}], {"s": {"note": "n"}})

    def test_use(self):
        with tempfile.TemporaryDirectory() as folder:
            model = {**party_a(50), "format": "parley-model/1", "id": "m"}
            with open(os.path.join(folder, "m.json"), "w", encoding="utf-8") as file:
                json.dump(model, file)
            with open(os.path.join(folder, "s.json"), "w", encoding="utf-8") as file:
                json.dump({"format": "parley/1", "title": "t", "issues": PIE, "parties": [
                    {"id": "a", "use": "m.json", "reservation": {"low": 40}}]}, file)
            raw = load(os.path.join(folder, "s.json"))
        self.assertEqual(raw["parties"][0]["id"], "a")
        self.assertEqual(raw["parties"][0]["reservation"], {"value": 50, "low": 40})


class Scores(unittest.TestCase):
    def read(self, terms, a=None, b=None, **rest):
        s = scenario(PIE, [a or party_a(), b or party_b()], drafts=[draft(terms)], **rest)
        return score_document(s)["drafts"][0]

    def test_fixed_draft(self):
        d = self.read({"pie": 2, "clause": "no"})
        self.assertEqual((d["completions"], d["verdict"]), ("1", "accepts"))
        self.assertEqual(d["accepted"], {"a": "1", "b": "1", "all": "1"})
        self.assertEqual(d["by_term"], [])
        b = d["parties"]["b"]
        self.assertEqual((b["low"], b["high"], b["reservation"]), (37.5, 37.5, 25))
        self.assertEqual(b["exact"], {"low": "75/2", "high": "75/2", "reservation": "25"})
        self.assertEqual(b["surplus"]["exact"], {"low": "25/2", "high": "25/2"})
        self.assertEqual(b["contributions"][0]["weight"], 75)
        self.assertEqual(b["contributions"][0]["won"]["low"], 37.5)
        self.assertEqual(b["contributions"][0]["given_up"]["low"], 37.5)
        self.assertEqual(b["contributions"][1]["given_up"]["high"], 25)

    def test_open_terms(self):
        d = self.read({"pie": {"min": 2.5}})
        # pie 2.5, 3, 4; a gets 62.5, 75, 100; b 28.125, 18.75, 0 and 25 more with the clause
        self.assertEqual((d["completions"], d["verdict"]), ("6", "depends"))
        self.assertEqual(d["accepted"], {"a": "6", "b": "4", "all": "4"})
        self.assertEqual([(t["option"], t["accepted"]["b"]) for t in d["by_term"]],
                         [(2.5, "2"), (3, "1"), (4, "1"), ("no", "1"), ("yes", "3")])
        b = d["parties"]["b"]
        self.assertEqual((b["low"], b["high"], b["verdict"]), (0, 53.125, "depends"))
        self.assertEqual(b["depends_on"], ["pie", "clause"])
        self.assertEqual(d["parties"]["a"]["depends_on"], [])
        self.assertEqual(b["contributions"][0]["won"]["exact"], {"low": "0", "high": "225/8"})
        self.assertEqual(b["contributions"][0]["given_up"]["exact"],
                         {"low": "375/8", "high": "75"})

    def test_rules_and_given(self):
        d = self.read({}, rules=[{"id": "r", "forbid": {"clause": "yes", "pie": {"min": 1}}}])
        self.assertEqual(d["completions"], "6")
        s = scenario(PIE, [party_a(), party_b()], drafts=[
            draft({}, given=[{"if": {"clause": "no"}, "then": {"pie": 4}}])])
        self.assertEqual(len(Draft(s, s.drafts[0]).completions), 6)

    def test_infeasible(self):
        d = self.read({"pie": 1}, rules=[{"id": "r", "forbid": {"pie": 1}}])
        a = d["parties"]["a"]
        self.assertEqual((d["verdict"], d["completions"]), ("infeasible", "0"))
        self.assertEqual((a["verdict"], a["low"], a["surplus"]), ("infeasible", None, None))
        self.assertEqual((a["blocked_by"], a["on_the_line"]), ([], False))
        self.assertEqual(a["contributions"][0]["won"]["low"], None)
        self.assertEqual([t["completions"] for t in d["by_term"]], ["0", "0"])

    def test_red_lines(self):
        line = [{"id": "l", "never": {"pie": {"max": 1}}},
                {"id": "m", "never": {"pie": 4, "clause": "yes"}}]
        d = self.read({"pie": [1, 3]}, a=party_a(red_lines=line))
        a = d["parties"]["a"]
        self.assertEqual((a["verdict"], a["verdict_without_red_lines"]), ("depends", "accepts"))
        self.assertEqual(a["blocked_by"], [{"red_line": "l", "crossed": "some"}])
        self.assertEqual(a["depends_on"], ["pie"])
        # b takes all but three slices without the clause
        self.assertEqual((d["accepted"]["all"], d["accepted_without_red_lines"]["all"]), ("1", "3"))
        d = self.read({"pie": [0, 1]}, a=party_a(60, red_lines=line))
        a = d["parties"]["a"]
        self.assertEqual(a["blocked_by"][0], {"red_line": "l", "crossed": "all"})
        self.assertEqual(a["blocked_by"][1]["short"]["exact"], {"low": "35", "high": "60"})

    def test_ratifier_and_affected(self):
        ratifier = party("r", role="ratifier", red_lines=[{"id": "l", "never": {"pie": 2}}],
                         needed_when={"clause": "yes"})
        affected = party("z", None, {"pie": 1}, {"pie": UP}, role="affected")
        asking = party("y", 60, {"pie": 1}, {"pie": UP}, role="affected")
        s = scenario(PIE, [party_a(), party_b(), ratifier, affected, asking],
                     drafts=[draft({"pie": 2})])
        d = score_document(s)["drafts"][0]
        self.assertEqual(d["accepted"], {"a": "2", "b": "2", "r": "0", "all": "1"})
        self.assertEqual(d["parties"]["r"]["verdict"], "rejects")
        self.assertEqual(d["parties"]["r"]["low"], None)
        self.assertEqual(d["parties"]["r"]["verdict_without_red_lines"], "accepts")
        self.assertEqual(d["parties"]["z"]["verdict"], None)
        self.assertEqual(d["parties"]["z"]["low"], 50)
        self.assertEqual(d["parties"]["y"]["verdict"], "rejects")

    def test_draft_is_judged_at_its_date(self):
        changing = {"value": 60, "changes": [{"from": "2025-02-01", "value": 40}]}
        s = scenario(PIE, [party_a(changing)], as_of="2025-03-01", drafts=[
            draft({"pie": 2}, date="2025-01-31"), draft({"pie": 2})])
        verdicts = [d["parties"]["a"]["verdict"] for d in score_document(s)["drafts"]]
        self.assertEqual(verdicts, ["rejects", "accepts"])

    def test_adjustments_apply(self):
        adjustments = [{"id": "n", "when": {"pie": 0}, "points": 1},
                       {"id": "s", "when": {"clause": "no"}, "points": -1},
                       {"id": "a", "when": {"pie": 2}, "points": "1/3"}]
        a = self.read({"pie": 2}, a=party_a(adjustments=adjustments))["parties"]["a"]
        self.assertEqual([x["applies"] for x in a["adjustments"]], ["none", "some", "all"])
        self.assertEqual(a["adjustments"][2]["exact"], {"points": "1/3"})

    def on_the_line(self, reservation, terms=None, **rest):
        return self.read(terms or {"pie": 2}, a=party_a(reservation, **rest)
                         )["parties"]["a"]["on_the_line"]

    def test_within_a_point_is_on_the_line(self):
        self.assertTrue(self.on_the_line(49))
        self.assertFalse(self.on_the_line(48.9))
        self.assertTrue(self.on_the_line(51))
        self.assertFalse(self.on_the_line(51.1))
        far = [{"id": "l", "never": {"pie": 2}}]
        self.assertFalse(self.on_the_line(50, red_lines=far))
        # rejects because of the line at 2; what does not cross it is 24 short, or 1 short
        self.assertFalse(self.on_the_line(49, {"pie": [1, 2]}, red_lines=far))
        self.assertTrue(self.on_the_line(26, {"pie": [1, 2]}, red_lines=far))
        # a verdict that depends is not on the line for being close
        self.assertFalse(self.on_the_line(50, {"pie": [1, 2]}))

    def test_an_input_that_turns_the_verdict_is_on_the_line(self):
        self.assertTrue(self.on_the_line({"value": 40, "high": 51}))
        self.assertFalse(self.on_the_line({"value": 40, "high": 49}))
        worth = [{"id": "x", "when": {"pie": 2}, "points": {"value": 0, "low": -20, "high": 5}}]
        self.assertTrue(self.on_the_line(40, adjustments=worth))
        self.assertFalse(self.on_the_line(20, adjustments=worth))
        curve = {"points": [[0, 0], [2, {"value": 50, "low": 30}], [4, 100]]}
        self.assertTrue(self.on_the_line(40, values={"pie": curve}))
        ideal = {"ideal": {"value": 2, "high": 4}, "tolerance": 4}
        self.assertTrue(self.on_the_line(60, values={"pie": ideal}))

    def test_a_weight_that_turns_the_verdict(self):
        # pie 4, clause yes: b gets 25; with pie weighing 1 it would get 50
        def b(low):
            return party_b(30, weights={"pie": {"value": 3, "low": low}, "clause": 1})
        terms = {"pie": 4, "clause": "yes"}
        self.assertTrue(self.read(terms, b=b(1))["parties"]["b"]["on_the_line"])
        self.assertFalse(self.read(terms, b=b(2.5))["parties"]["b"]["on_the_line"])

    def test_an_input_that_leaves_nothing_to_score_by(self):
        # moved to 0, the only adjustment or the only weight leaves 0 points for any deal
        worth = [{"id": "x", "when": {"pie": 2}, "points": {"value": -9, "high": 0}}]

        def only(reservation):
            return {**party_a(reservation, adjustments=worth), "weights": {}}
        terms = {"pie": 2}
        self.assertTrue(self.read(terms, a=only(0))["parties"]["a"]["on_the_line"])
        self.assertFalse(self.read(terms, a=only(1))["parties"]["a"]["on_the_line"])
        weight = {"pie": {"value": 1, "low": 0}}
        self.assertTrue(self.on_the_line(40, weights=weight))
        self.assertFalse(self.on_the_line(0, weights=weight))


def points(*pairs):
    return Solutions([tuple(Fraction(str(n)) for n in pair) for pair in pairs])


class SolutionConcepts(unittest.TestCase):
    def test_frontier(self):
        s = points((1, 5), (2, 4), (2, 3), (1, 4), (4, 1))
        self.assertEqual(s.frontier, [(1, 5), (2, 4), (4, 1)])

    def test_ties_are_all_given(self):
        # The published case "Nice or Die"
        s = points((1, .16), (.16, 1), (.299, .299))
        self.assertEqual(s.nash(), s.points[:2])
        self.assertEqual(s.utilitarian(), s.points[:2])
        self.assertEqual(s.kalai_smorodinsky(), s.points[2:])
        self.assertEqual(s.egalitarian(), s.points[2:])

    def test_nash_when_the_product_is_nothing(self):
        # Nobody can make both gain: one positive, then the larger product
        self.assertEqual(points((0, 3), (5, 0), (0, 5)).nash(), [(5, 0), (0, 5)])
        self.assertEqual(points((0, 0)).nash(), [(0, 0)])
        self.assertEqual(points((0, 2, 3), (0, 0, 9), (0, 6, 1)).nash(), [(0, 2, 3), (0, 6, 1)])

    def test_nash_counts_positive_surpluses_first(self):
        self.assertEqual(points((0, 9, 0), (0, 1, 1)).nash(), [(0, 1, 1)])

    def test_kalai_smorodinsky(self):
        # ideal (10, 4): shares (.9, .25), (.5, .75), (.4, 1)
        self.assertEqual(points((9, 1), (5, 3), (4, 4), (10, 0)).kalai_smorodinsky(), [(5, 3)])
        # the first party cannot gain at all and is left out
        self.assertEqual(points((0, 4), (0, 8)).kalai_smorodinsky(), [(0, 8)])
        self.assertEqual(points((0, 0)).kalai_smorodinsky(), [(0, 0)])

    def test_leximin(self):
        self.assertEqual(points((6, 6), (6, 7), (8, 6)).egalitarian(), [(8, 6)])
        self.assertEqual(points((1, 2, 5), (2, 1, 5), (5, 1, 1)).egalitarian(),
                         [(1, 2, 5), (2, 1, 5)])


class Deals(unittest.TestCase):
    def test_counts_and_solutions(self):
        s = scenario(PIE, [party_a(), party_b()])
        d = deals_document(s)
        # a: pie >= 1; b: 75, 56.25, 37.5, 18.75, 0, and 25 more with the clause
        self.assertEqual(d["space"], {"deals": "10", "feasible": "10"})
        self.assertEqual(d["acceptable"], {"count": "6", "exact": True,
                                           "by_party": {"a": "8", "b": "8"}})
        self.assertEqual(d["frontier"], {"points": "4", "deals": "4"})
        self.assertEqual(d["ideal"], {"a": 100, "b": 81.25})
        self.assertEqual(d["nadir"], {"a": 25, "b": 25})
        # surpluses (0, 56.25), (25, 37.5), (50, 18.75), (75, 0)
        nash = d["solutions"]["nash"]
        self.assertEqual([p["surplus_exact"] for p in nash],
                         [{"a": "25", "b": "75/2"}, {"a": "50", "b": "75/4"}])
        self.assertEqual(nash[0]["deals"][0]["terms"], {"pie": 2, "clause": "yes"})
        self.assertEqual([p["surplus"]["a"] for p in d["solutions"]["egalitarian"]], [25])
        self.assertEqual([p["surplus"]["a"] for p in d["solutions"]["utilitarian"]], [75])
        self.assertEqual([x["terms"]["pie"] for x in d["deals"]], [2, 3, 2, 4, 1, 1])
        self.assertEqual(d["tabled"], None)

    def test_refined(self):
        # 10 x - 10 and 40 - 5 x: product 600 at 4, 612.5 at 4.5
        up, half = {"points": [[0, 0], [10, 100]]}, {"points": [[0, 100], [10, 50]]}
        s = scenario([span("x", 0, 10, grid=[0, 4, 6, 10])],
                     [party("a", 10, {"x": 1}, {"x": up}), party("b", 60, {"x": 1}, {"x": half})],
                     drafts=[draft({"x": [4, 6]})])
        good = {"improves": True, "moved": ["x"], "terms": {"x": 4.5}, "terms_exact": {"x": "9/2"},
                "scores": {"a": 45, "b": 77.5}, "scores_exact": {"a": "45", "b": "155/2"},
                "surplus": {"a": 35, "b": 17.5}, "surplus_exact": {"a": "35", "b": "35/2"},
                "measure": "product", "rank": None, "before": 600, "after": 612.5,
                "exact": {"before": "600", "after": "1225/2"}}

        def wrong(where=(), among="all", **changes):
            refined = {name: None for name in ("kalai_smorodinsky", "egalitarian", "utilitarian")}
            found = refined_faults(Search(s, among), among, where,
                                   {"nash": {**good, **changes}, **refined})
            return [fault.removeprefix("nash: ") for fault in found if fault.startswith("nash")]
        self.assertEqual(wrong(), [])
        self.assertEqual(wrong(["x<=4"]), ["outside the filters"])
        self.assertEqual(wrong(improves=False), ["improves or not", "moved without gain"])
        self.assertEqual(wrong(after=613), ["after: 613, not 612.5"])
        self.assertIn("worse than the grid", wrong(terms_exact={"x": "7"}))
        self.assertIn("not acceptable", wrong(terms_exact={"x": "9"}))
        self.assertEqual(wrong(among="tabled"), ["outside what is allowed"])

    def test_tied_deals(self):
        s = scenario(PIE + [choice("idle", "p", "q", "r")], [party_a(), party_b()])
        nash = deals_document(s, ties=2)["solutions"]["nash"][0]
        self.assertEqual(nash["count"], "3")
        self.assertEqual([x["terms"]["idle"] for x in nash["deals"]], ["p", "q"])

    def test_listing(self):
        s = scenario(PIE, [party_a(), party_b()])

        def listed(**options):
            return [(int(x["terms"]["pie"]), x["terms"]["clause"])
                    for x in deals_document(s, **options)["deals"]]
        self.assertEqual(listed(by="a", top=3), [(4, "yes"), (3, "yes"), (2, "no")])
        self.assertEqual(listed(by="b", top=2), [(1, "yes"), (2, "yes")])
        self.assertEqual(listed(by="egalitarian", top=1), [(2, "yes")])
        self.assertEqual(listed(by="utilitarian", only_efficient=True),
                         [(4, "yes"), (3, "yes"), (2, "yes"), (1, "yes")])

    def test_where(self):
        s = scenario(PIE, [party_a(), party_b()])

        def feasible(*where):
            return len(Search(s, where=where).feasible)
        self.assertEqual(feasible("pie>=3"), 4)
        self.assertEqual(feasible("pie < 3/2", "clause=yes"), 2)
        self.assertEqual(feasible("clause>no"), 5)
        self.assertEqual(feasible("clause!=yes"), 5)
        self.assertEqual(feasible("score.b<=25"), 3)
        self.assertEqual(feasible("surplus.a = -25"), 2)

    def test_red_lines_and_rules(self):
        s = scenario(PIE, [party_a(red_lines=[{"id": "l", "never": {"clause": "yes"}}]),
                           party_b()], rules=[{"id": "r", "forbid": {"pie": 0}}])
        d = deals_document(s)
        self.assertEqual(d["space"]["feasible"], "8")
        self.assertEqual(d["acceptable"]["by_party"], {"a": "4", "b": "6"})
        self.assertEqual((d["acceptable"]["count"], d["without_red_lines"]["count"]), ("2", "6"))

    def test_nearest_miss(self):
        # best for both without the clause: pie 2 with (50, 37.5)
        s = scenario(PIE, [party_a(60), party_b(70, red_lines=[
            {"id": "l", "never": {"clause": "yes"}}])])
        d = deals_document(s)
        self.assertEqual((d["deals"], d["ideal"], d["solutions"]["nash"]), ([], {}, []))
        miss = d["nearest_miss"]
        # surpluses (-35, -13.75), (-10, -32.5), (15, -51.25)
        self.assertEqual(miss["terms"], {"pie": 2, "clause": "no"})
        self.assertEqual(miss["surplus"], {"a": -10, "b": -32.5})
        self.assertEqual(miss["blocked_by"], ["a", "b"])

    def test_nearest_miss_with_a_ratifier(self):
        def miss(**rest):
            ratifier = party("r", 100, {"clause": 1}, {"clause": {"no": 90, "yes": 0}},
                             role="ratifier", **rest)
            return deals_document(scenario(PIE, [party_a(60), party_b(70), ratifier])
                                  )["nearest_miss"]
        # with the clause (-10, -7.5, -100), without (-10, -32.5, -10): it must come without
        self.assertEqual(miss()["terms"], {"pie": 2, "clause": "no"})
        self.assertEqual(miss()["blocked_by"], ["a", "b", "r"])
        self.assertEqual(miss(needed_when={"clause": "no"})["terms"], {"pie": 2, "clause": "yes"})
        self.assertEqual(miss(needed_when={"clause": "no"})["blocked_by"], ["a", "b"])

    def test_no_miss_when_every_deal_crosses_a_red_line(self):
        s = scenario(PIE, [party_a(red_lines=[{"id": "l", "never": {"pie": {"min": 0}}}]),
                           party_b()])
        self.assertEqual(deals_document(s)["nearest_miss"], None)

    def test_among(self):
        s = scenario(PIE + [choice("idle", "p", "q", "r")], [party_a(), party_b()], drafts=[
            draft({"pie": {"min": 0.5, "max": 2.5}, "clause": "no"}, tabled_by="a"),
            draft({"pie": {"is": [3.5]}, "idle": ["q"]}, id="e", tabled_by=["b"], events=[
                {"date": "2025-01-01", "party": "a", "act": "rejected"}]),
            draft({"pie": 0}, id="f", events=[
                {"date": "2025-01-01", "party": "b", "act": "signed"}])])
        self.assertEqual(choices_among(s, "tabled"), {
            "pie": [0, Fraction(1, 2), 1, 2, Fraction(5, 2), Fraction(7, 2)], "clause": ["no"],
            "idle": ["q"]})
        self.assertEqual(choices_among(s, "a"), {
            "pie": [Fraction(1, 2), 1, 2, Fraction(5, 2)], "clause": ["no"], "idle": ["p", "q", "r"]})
        self.assertEqual(choices_among(s, "b"), {
            "pie": [0, Fraction(7, 2)], "clause": ["no", "yes"], "idle": ["q"]})
        self.assertEqual(deals_document(s)["tabled"]["space"]["deals"], "6")


class NashBarter(unittest.TestCase):
    """J. F. Nash, "The Bargaining Problem", Econometrica 18 (1950)."""

    BILL = {"book": (2, 4), "whip": (2, 2), "ball": (2, 1), "bat": (2, 2), "box": (4, 1)}
    JACK = {"pen": (10, 1), "toy": (4, 1), "knife": (6, 2), "hat": (2, 2)}

    def setUp(self):
        goods = {**self.BILL, **self.JACK}

        def trader(name, which, own, reservation):
            return party(name, reservation,
                         {good: Fraction(worth[which], 100) for good, worth in goods.items()},
                         {good: {"keep": 100 if good in own else 0,
                                 "give": 0 if good in own else 100} for good in goods},
                         normalize=False)
        self.document = deals_document(scenario(
            [choice(good, "keep", "give") for good in goods],
            [trader("bill", 0, self.BILL, 12), trader("jack", 1, self.JACK, 6)]))

    def gains(self, name):
        return [(p["surplus"]["bill"], p["surplus"]["jack"])
                for p in self.document["solutions"][name]]

    def test_published_answer(self):
        self.assertEqual(self.document["space"]["deals"], "512")
        self.assertEqual(self.document["acceptable"]["count"], "293")
        self.assertEqual(self.gains("nash"), [(12, 5)])
        self.assertEqual(self.gains("kalai_smorodinsky"), [(12, 5)])
        self.assertEqual(self.gains("egalitarian"), [(8, 6)])
        self.assertEqual(sorted(self.gains("utilitarian")), [(14, 4), (16, 2), (18, 0)])
        self.assertEqual(self.document["solutions"]["nash"][0]["count"], "1")
        given = [good for good, term in
                 self.document["solutions"]["nash"][0]["deals"][0]["terms"].items()
                 if term == "give"]
        self.assertEqual(given, ["book", "whip", "ball", "bat", "pen", "toy", "knife"])


if __name__ == "__main__":
    unittest.main()
