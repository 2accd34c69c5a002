#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a scenario of a given size, to time Parley on.

    generate.py PARTIES ISSUES OPTIONS [--seed N] [--adjustments N] [--spread N]
                [--reservation N] [--boxes] [--ratifiers N]

Each issue is a choice of so many options. The first party's values rise along them and the
second's fall, further parties draw lots for which; values have two decimals, weights go from 1
to 100, so a party's scores are sums of whole numbers up to 10^6 over one denominator. With
--adjustments each party gets so many: three of --spread issues that stand together, some options of
each, up to 10 points. With --boxes scores come from adjustments alone, as in the hyper-rectangle
domains of the negotiation competition of 2014: four to an issue and party, of one to four among
--spread neighbours, with sizes as common as there. Neighbours overlap, so all issues hang together,
and they stand in the file in a random order. With --ratifiers there are so many more parties, with
values and adjustments like the others, who need consent to the upper half of one issue only: two
to that number groups of acceptable deals. The same arguments give the same file.
"""

import argparse
import json
import random


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("parties", type=int)
    parser.add_argument("issues", type=int)
    parser.add_argument("options", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--adjustments", type=int, default=0)
    parser.add_argument("--spread", type=int, default=4)
    parser.add_argument("--reservation", default="50")
    parser.add_argument("--boxes", action="store_true")
    parser.add_argument("--ratifiers", type=int, default=0)
    return parser.parse_args()


def issue(number, n_options):
    options = [{"id": f"o{o}", "title": f"Option {o}"} for o in range(n_options)]
    return {"id": f"i{number}", "title": f"Issue {number}", "kind": "choice", "ordered": True, "options": options}


def value_table(rng, n_options, rising):
    values = sorted(rng.randrange(0, 10001) for _ in range(n_options))
    if not rising:
        values.reverse()
    return {f"o{o}": value / 100 for o, value in enumerate(values)}


def condition(rng, axes, n_options):
    chosen = {}
    for axis in sorted(axes):
        low = rng.randrange(n_options)
        high = min(n_options - 1, low + rng.randrange(1, max(2, n_options // 2)))
        chosen[f"i{axis}"] = {"min": f"o{low}", "max": f"o{high}"}
    return chosen


def local_adjustments(rng, args):
    for number in range(args.adjustments):
        first = rng.randrange(max(1, args.issues - args.spread + 1))
        window = range(first, min(args.issues, first + args.spread))
        axes = rng.sample(window, min(3, len(window)))
        yield {"id": f"a{number}", "when": condition(rng, axes, args.options),
               "points": rng.randrange(-10, 11) or 1}


def boxes(rng, args, places):
    for number in range(4 * args.issues):
        first = number // 4
        near = [places[(first + i) % args.issues] for i in range(min(args.spread, args.issues - first, args.issues))]
        size = min(len(near), rng.choice((1, 1, 2, 2, 2, 3, 3, 4)))
        yield {"id": f"a{number}", "when": condition(rng, rng.sample(near, size), args.options),
               "points": rng.randrange(1, 101)}


def party(rng, number, args, places):
    rising = [number == 0 or (number > 1 and rng.random() < 0.5) for _ in range(args.issues)]
    made = {"id": f"p{number}", "title": f"Party {number}", "reservation": args.reservation}
    if not args.boxes:
        made["weights"] = {f"i{i}": rng.randrange(1, 101) for i in range(args.issues)}
        made["values"] = {f"i{i}": value_table(rng, args.options, rising[i]) for i in range(args.issues)}
    made["adjustments"] = list(boxes(rng, args, places) if args.boxes else local_adjustments(rng, args))
    return made


def ratifier(rng, number, args, places):
    return party(rng, number, args, places) | {
        "role": "ratifier", "needed_when": {f"i{number % args.issues}": {"min": f"o{args.options // 2}"}}}


def main():
    args = arguments()
    rng = random.Random(args.seed)
    try:
        args.reservation = float(args.reservation)
    except ValueError:
        pass  # a fraction
    places = rng.sample(range(args.issues), args.issues)
    print(json.dumps({
        "format": "parley/1",
        "title": f"{args.parties} parties, {args.issues} issues of {args.options} options, seed {args.seed}",
        "issues": [issue(i, args.options) for i in range(args.issues)],
        "parties": [party(rng, p, args, places) for p in range(args.parties)]
        + [ratifier(rng, args.parties + r, args, places) for r in range(args.ratifiers)],
    }, indent=1))


main()
