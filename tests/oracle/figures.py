# SPDX-License-Identifier: GPL-3.0-or-later
"""Exact numbers as the documents of docs/output.md write them."""

from fractions import Fraction


def nearest_double(exact):
    """Division of Python integers is correctly rounded, so this is too."""
    return None if exact is None else float(exact)


def exact_text(exact):
    return None if exact is None else str(exact)


def figures(**numbers):
    return {**{key: nearest_double(n) for key, n in numbers.items()},
            "exact": {key: exact_text(n) for key, n in numbers.items()}}


def put_map(document, key, numbers):
    document[key] = {party: nearest_double(n) for party, n in numbers.items()}
    document[key + "_exact"] = {party: exact_text(n) for party, n in numbers.items()}


def put_terms(document, scenario, deal):
    terms = {issue["id"]: deal[issue["id"]] for issue in scenario.negotiated}
    document["terms"] = {issue: nearest_double(term) if isinstance(term, Fraction) else term
                         for issue, term in terms.items()}
    document["terms_exact"] = {issue: str(term) for issue, term in terms.items()
                               if isinstance(term, Fraction)}
