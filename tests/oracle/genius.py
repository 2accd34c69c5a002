# SPDX-License-Identifier: GPL-3.0-or-later
"""Random GENIUS domains and profiles, and the utilities that GENIUS computes for them.

The formulas are those of AdditiveUtilitySpace, EvaluatorDiscrete, EvaluatorInteger,
EvaluatorReal and of nonlinear spaces of hyper-rectangles, in exact fractions and without the
cap at 1.
"""

import itertools
from fractions import Fraction
from xml.sax.saxutils import quoteattr

BLANKS = ("", "", " ", "  ")


def decimal(number):
    """A fraction that is a finite decimal, as text."""
    places = 0
    while (number * 10 ** places).denominator != 1:
        places += 1
    whole = number * 10 ** places
    sign = "-" if whole < 0 else ""
    digits = str(abs(whole.numerator)).rjust(places + 1, "0")
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)


def clamp(number):
    return min(max(number, Fraction(0)), Fraction(1))


class Issue:
    """An issue of a domain: a kind, and the values that are looked at."""

    def __init__(self, rng, index):
        self.index = index
        self.name = rng.choice(("Price", "Delivery, fast", "Größe", "19'' LCD", "A & B", "any"))
        self.name += f" {index}"
        self.kind = rng.choice(("discrete", "discrete", "integer", "real"))
        self.lower = Fraction(rng.randint(-5, 8))
        self.step = Fraction(1, 2) if self.kind == "real" else Fraction(1)
        size = rng.randint(0 if self.kind == "integer" else 1, 4)
        self.upper = self.lower + size * self.step
        self.values = [self.lower + k * self.step for k in range(size + 1)]
        if self.kind == "discrete":
            names = ["low", "High", "100 %", "<none>", "ü", "\"quoted\"", "low "]
            self.values = rng.sample(names[:6], rng.randint(1, 5))

    def attributes(self, rng):
        kind = {"type": self.kind, "vtype": self.kind, "etype": self.kind}
        for name in rng.sample(sorted(kind), rng.randint(0, 2)):
            del kind[name]
        text = "".join(f" {name}=\"{value}\"" for name, value in kind.items())
        return f"index=\"{self.index}\" name={quoteattr(self.name)}{text}"

    def bounds(self):
        return f"lowerbound=\"{decimal(self.lower)}\" upperbound=\"{decimal(self.upper)}\""

    def items(self, rng, attribute):
        return "".join(
            f"<item index=\"{k + 1}\" value={quoteattr(value + rng.choice(BLANKS))}{attribute(k)}/>\n"
            for k, value in enumerate(self.values))

    def domain_xml(self, rng):
        if self.kind == "discrete":
            return f"<issue {self.attributes(rng)}>\n{self.items(rng, lambda k: '')}</issue>\n"
        if rng.random() < 0.3:
            return f"<issue {self.attributes(rng)}><range {self.bounds()}/></issue>\n"
        return f"<issue {self.attributes(rng)} {self.bounds()}/>\n"


class Evaluator:
    """What a linear profile makes of an issue."""

    def __init__(self, rng, issue):
        self.issue = issue
        self.evaluations = [Fraction(rng.choice((0, 0, 1, 3, 30, 662, "0.5"))) for _ in issue.values]
        self.shape = "linear"
        self.numbers = [Fraction(rng.randint(-8, 12), 10), Fraction(rng.randint(-5, 5), 10)]
        if issue.kind == "real":
            self.shape = rng.choice(("linear", "constant", "triangular"))
        if self.shape == "constant":
            self.numbers = [Fraction(rng.randint(0, 4), 4)]
        if self.shape == "triangular":
            low, top, high = sorted(rng.sample(range(-12, 20), 3))
            self.numbers = [Fraction(low), Fraction(high), Fraction(top)]

    def utility(self, value):
        if self.issue.kind == "discrete":
            largest = max(self.evaluations)
            mine = self.evaluations[self.issue.values.index(value)]
            return mine / largest if largest > 0 else Fraction(0)
        if self.shape == "constant":
            return self.numbers[0]
        if self.shape == "triangular":
            low, high, top = self.numbers
            if not low <= value < high:
                return Fraction(0)
            return (value - low) / (top - low) if value < top else (high - value) / (high - top)
        shift = self.issue.lower if self.issue.kind == "integer" else 0
        return clamp(self.numbers[0] + self.numbers[1] * (value - shift))

    def xml(self, rng):
        issue = self.issue
        if issue.kind == "discrete":
            inner = issue.items(rng, lambda k: f" evaluation=\"{decimal(self.evaluations[k])}\"")
            if rng.random() < 0.3:
                inner += ("<similarity_function weight=\"1\"><criteria_function><item index=\"1\" "
                          "value=\"no such\" evaluation=\"9999\"/></criteria_function>"
                          "</similarity_function>\n")
            return f"<issue {issue.attributes(rng)}>\n{inner}</issue>\n"
        names = ("offset", "slope") if issue.kind == "integer" else \
            ("parameter0", "parameter1", "parameter2")
        numbers = "".join(f" {name}=\"{decimal(n)}\"" for name, n in zip(names, self.numbers))
        return (f"<issue {issue.attributes(rng)} {issue.bounds()}>"
                f"<evaluator ftype=\"{self.shape}\"{numbers}/></issue>\n")


class Linear:
    def __init__(self, rng, issues):
        self.issues = issues
        self.evaluators = [Evaluator(rng, issue) for issue in issues]
        self.weights = [Fraction(rng.choice((0, 1, 2, 5, 7)), 20) for _ in issues]

    def utility(self, deal):
        return sum(w * e.utility(v) for w, e, v in zip(self.weights, self.evaluators, deal))

    def body(self, rng):
        weights = "".join(f"<weight index=\"{i.index}\" value=\"{decimal(w)}\"/>\n"
                          for i, w in zip(self.issues, self.weights))
        issues = "".join(e.xml(rng) for e in self.evaluators)
        return rng.choice((weights + issues, issues + weights))

    type = ""


class Rectangles:
    """A nonlinear profile over the issues that have numbers."""

    def __init__(self, rng, issues):
        self.issues = issues
        self.maximum = Fraction(rng.choice((662, 100, 7)))
        numeric = [k for k, issue in enumerate(issues) if issue.kind != "discrete"]
        self.rectangles = [self.rectangle(rng, numeric) for _ in range(rng.randint(1, 6))]

    def rectangle(self, rng, numeric):
        bounds = []
        for at in rng.sample(numeric, rng.randint(0, len(numeric))):
            low = self.issues[at].lower + rng.randint(-1, 3)
            bounds.append((at, low, low + rng.randint(0, 3)))
        return (rng.choice(("INCLUDES", "INCLUDES", "EXCLUDES")), bounds,
                Fraction(rng.choice((97, 33, -5, "0.5"))), Fraction(rng.choice((1, 1, 2))))

    def utility(self, deal):
        total = Fraction(0)
        for word, bounds, utility, weight in self.rectangles:
            inside = all(low <= deal[at] <= high for at, low, high in bounds)
            if inside if word == "INCLUDES" or not bounds else not inside:
                total += utility * weight
        return total / self.maximum

    def body(self, rng):
        text = "".join(f"<issue {i.attributes(rng)} {i.bounds() if i.kind != 'discrete' else ''}/>\n"
                       for i in self.issues)
        text += (f"<utility maxutility=\"{decimal(self.maximum)}\">\n"
                 "<ufun type=\"PlainUfun\" weight=\"1\" aggregation=\"sum\">\n")
        for word, bounds, utility, weight in self.rectangles:
            text += f"<hyperRectangle utility=\"{decimal(utility)}\" weight=\"{decimal(weight)}\">"
            for at, low, high in bounds:
                text += (f"<{word} index=\"{self.issues[at].index}\" min=\"{decimal(low)}\" "
                         f"max=\"{decimal(high)}\"/>")
            text += "</hyperRectangle>\n"
        return text + "</ufun>\n</utility>\n"

    type = " type=\"nonlinear\""


class Negotiation:
    def __init__(self, rng):
        self.rng = rng
        first = rng.choice((1, 2))
        self.issues = [Issue(rng, first + k) for k in range(rng.randint(1, 4))]
        numeric = any(i.kind != "discrete" for i in self.issues)
        self.profiles = [(Rectangles if numeric and rng.random() < 0.4 else Linear)(rng, self.issues)
                         for _ in range(rng.randint(1, 3))]
        self.reservations = [Fraction(rng.randint(0, 9), 10) for _ in self.profiles]

    def deals(self):
        return list(itertools.product(*(issue.values for issue in self.issues)))

    def varies(self):
        """Whether no party scores all deals the same; such a profile is refused."""
        deals = self.deals()
        return all(len({p.utility(deal) for deal in deals}) > 1 for p in self.profiles)

    def files(self):
        """Name and bytes of each, the domain anywhere among the profiles."""
        rng = self.rng
        issues = "".join(issue.domain_xml(rng) for issue in self.issues)
        files = [("the domain.xml", "<negotiation_template>\n<utility_space number_of_issues=\"0\">\n"
                  f"<objective index=\"0\" name=\"root\">\n{issues}</objective>\n</utility_space>\n"
                  "</negotiation_template>\n")]
        for k, (profile, reservation) in enumerate(zip(self.profiles, self.reservations)):
            files.append((f"party{k}.xml", f"<utility_space{profile.type}>\n"
                          f"<objective index=\"3\" name=\"x\">\n{profile.body(rng)}</objective>\n"
                          f"<reservation value=\"{decimal(reservation)}\"/>\n</utility_space>\n"))
        if rng.random() < 0.5:
            files.reverse()
        return [(name, self.encode(text)) for name, text in files]

    def encode(self, text):
        head = self.rng.choice(("", "\n\n", "\n<?xml version=\"1.0\"?>\n"))
        return (head + text).encode(self.rng.choice(("utf-8", "latin-1")))
