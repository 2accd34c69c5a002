#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `parley score` and `parley deals` must print, worked out a second time.

Everything is enumerated and every number is a Fraction, straight from the
definitions in docs/format.md and docs/output.md; nothing here is clever, so that
it can be checked by reading. Smooth curves are refused: they are not exact.

  oracle.py score FILE [--draft ID]...
  oracle.py deals FILE [--among all|tabled|PARTY] [--where CONDITION]...
                       [--by nash|egalitarian|utilitarian|PARTY] [--efficient]
                       [--top N] [--ties N]
"""

import argparse
import json
import sys

sys.dont_write_bytecode = True

from deals import deals_document
from model import Scenario
from reading import Refused, load
from score import score_document


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("command", choices=("score", "deals"))
    parser.add_argument("file")
    parser.add_argument("--draft", action="append")
    parser.add_argument("--among", default="all")
    parser.add_argument("--where", action="append", default=[])
    parser.add_argument("--by", default="nash")
    parser.add_argument("--efficient", action="store_true")
    parser.add_argument("--top", type=int, default=10)
    parser.add_argument("--ties", type=int, default=10)
    options = parser.parse_args(arguments)
    try:
        scenario = Scenario(load(options.file))
        if options.command == "score":
            document = score_document(scenario, options.draft)
        else:
            document = deals_document(scenario, options.among, options.where, options.by,
                                      options.efficient, options.top, options.ties)
    except Refused as problem:
        print(f"{options.file}: {problem}", file=sys.stderr)
        return 2
    json.dump(document, sys.stdout, indent=2, ensure_ascii=False)
    print()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
