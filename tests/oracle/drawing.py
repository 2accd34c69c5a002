# SPDX-License-Identifier: GPL-3.0-or-later
"""How `parley robust` draws, worked out a second time: random numbers by the published
algorithm, and what docs/manual.md promises of ranges and red lines."""

import itertools
import math
from fractions import Fraction

from reading import number

WORD = 2 ** 32
INPUTS, COMPLETIONS = 0, 1  # what random numbers are for


def philox(key, counter):
    """Philox 4x32-10 (Salmon and others, SC 2011): four words of 32 bits."""
    keys = [key % WORD, key // WORD]
    x = list(counter)
    for _ in range(10):
        one, two = 0xD2511F53 * x[0], 0xCD9E8D57 * x[2]
        x = [two // WORD ^ x[1] ^ keys[0], two % WORD, one // WORD ^ x[3] ^ keys[1], one % WORD]
        keys = [(keys[0] + 0x9E3779B9) % WORD, (keys[1] + 0xBB67AE85) % WORD]
    return x


def random_words(seed, index, purpose):
    """All random numbers of a draw, without end."""
    for block in itertools.count():
        yield from philox(seed, (index % WORD, index // WORD, block, purpose))


def ends(node):
    """The range of an input as written."""
    if not isinstance(node, dict):
        return (Fraction(node),) * 2
    return Fraction(node.get("low", node["value"])), Fraction(node.get("high", node["value"]))


def is_open(node):
    low, high = ends(node)
    return low < high


class Guess:
    """Whole multiples of a quantum: each as likely as what rounds to it."""

    def __init__(self, node, distribution):
        self.low, self.high = ends(node)
        self.mode = number(node)
        self.distribution = distribution
        quantum = self.quantum()
        first, last = math.ceil(self.low / quantum), math.floor(self.high / quantum)
        self.values = [quantum * i for i in range(first, last + 1)]
        between = [value + quantum / 2 for value in self.values[:-1]]
        self.below = [math.floor(self.probability(x) * WORD) for x in between] + [WORD]

    def quantum(self):
        """The largest of 1, 2 and 5 times a power of ten of which the range has 400."""
        most = (self.high - self.low) / 400
        return max(q for e in range(-40, 40) for q in (f * Fraction(10) ** e for f in (1, 2, 5))
                   if q <= most)

    def probability(self, x):
        """Of what is drawn being x or less."""
        if x >= self.high:
            return Fraction(1)
        width = self.high - self.low
        if self.distribution == "uniform":
            return (x - self.low) / width
        if x < self.mode:
            return (x - self.low) ** 2 / (width * (self.mode - self.low))
        return 1 - (self.high - x) ** 2 / (width * (self.high - self.mode))

    def at(self, word):
        return next(value for value, end in zip(self.values, self.below) if word < end)

    def mean(self):
        shares = [end - start for start, end in zip([0] + self.below, self.below)]
        return sum(share * value for share, value in zip(shares, self.values)) / WORD


def reservation_nodes(raw):
    node = raw.get("reservation")
    if node is None:
        return []
    return [node] + (node.get("changes", []) if isinstance(node, dict) else [])


def weight_nodes(party):
    """In file order."""
    written = party.raw.get("weights", party.raw.get("swing", {}))
    return [written[issue] for issue in party.scenario.issues if issue in written]


def value_nodes(party):
    """Of tables, issue by issue."""
    written = party.raw.get("weights", party.raw.get("swing", {}))
    return [node for issue, model in party.scenario.issues.items()
            if issue in written and model["kind"] == "choice"
            for node in (party.raw["values"].get(issue, {}).get(option["id"], 0)
                         for option in model["options"])]


class Drawing:
    """All inputs that are drawn, in the order in which they take random numbers."""

    def __init__(self, scenario, seed, distribution):
        self.seed = seed
        self.inputs = []  # a node, its guess, and whether it is a red line's
        for party in scenario.parties:
            plain = (reservation_nodes(party.raw) + weight_nodes(party) + value_nodes(party)
                     + [adjustment["points"] for adjustment in party.adjustments])
            lines = [line["holds"] for line in party.red_lines if "holds" in line]
            self.inputs += [(node, Guess(node, distribution), False)
                            for node in plain if is_open(node)]
            self.inputs += [(node, Guess(node, distribution) if is_open(node) else None, True)
                            for node in lines if is_open(node) or number(node) < 1]

    def draw(self, index):
        """Node, by its identity -> what it comes to; of a red line whether it holds."""
        words = random_words(self.seed, index, INPUTS)
        drawn = {}
        for node, guess, is_line in self.inputs:
            drawn[id(node)] = value = guess.at(next(words)) if guess or not is_line else None
            if is_line:
                if guess is None:
                    next(words)
                    value = number(node)
                drawn[id(node)] = Fraction(2 * next(words) + 1, 2 * WORD) < value
        return drawn
