#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What would have been said of each decision, and whether the record proves anything.
. "$(dirname "$0")/common.bash"

minerals=$top/scenarios/us-ukraine-minerals-2025.json

# Without a decision there is nothing to say.
expect 0 "$parley" backtest "$top/scenarios/nash-barter-1950.json"
says "$out" 'There is nothing to say beforehand'
expect 0 "$parley" backtest "$top/scenarios/nash-barter-1950.json" --format json
says "$out" '"best_rule": null'

# It counts what score counts.
expect 0 "$parley" backtest "$minerals" --draws 100
says "$out" 'are right about 7 of the 8 decisions on record; of 1 more'
says "$out" '8 decisions are too few to prove anything'
says "$out" 'All that was known on 30 Apr 2025'
expect 0 "$parley" score "$minerals" --format markdown
says "$out" '2 of 3 (1 more depends); Ukraine 5 of 5'

# Where a guarantee was a must, two answers come out wrong, whatever the draws.
expect 0 "$parley" backtest "$minerals" --draws 100 --case guarantee-must-have --party ukraine --format csv
[[ $(grep -c ',written,.*,wrong' "$out") == 2 ]] || fail 'not two answers are wrong'
grep -q ',us,' "$out" && fail 'a party that was not asked for'

# Answers that contradict each other leave nothing to learn from, unless there may be slips.
contradiction='drafts.us-12feb.events=[{"date":"2025-02-12","party":"ukraine","act":"rejected"},{"date":"2025-02-15","party":"ukraine","act":"accepted_text"}]'
expect 0 "$parley" backtest "$minerals" --draws 500 --party ukraine --no-red-lines --open all --set "$contradiction"
says "$out" 'nothing fits'
expect 0 "$parley" backtest "$minerals" --draws 500 --party ukraine --no-red-lines --open all --set "$contradiction" --slip 0.1
grep -q 'nothing fits' "$out" && fail 'nothing fits although there may be slips'

# A decision after the day that the scenario stands at could not be known.
expect 0 "$parley" backtest "$minerals" --draws 100 --set as_of=2025-02-27
says "$out" '5 decisions of 8 were known on 27 Feb 2025'

# One decision, right and wrong.
one='drafts.ua-14feb.events=[{"date":"2025-02-20","party":"us","act":"signed"}]'
expect 0 "$parley" backtest "$top/scenarios/us-ukraine-minerals-february.json" --draws 100
says "$out" 'are right about the one decision on record'
expect 0 "$parley" backtest "$top/scenarios/us-ukraine-minerals-february.json" --draws 100 --party us --set "$one"
says "$out" 'say neither yes nor no of the one decision'

# answers N RIGHT: a file with N decisions, half of them yes, of which the numbers have RIGHT right.
answers () {
  python3 - "$1" "$2" > "$scratch/answers.json" << 'END'
import json, sys
n, right = int(sys.argv[1]), int(sys.argv[2])
values = {"a": {"yes": 100, "no": 0}, "b": {"yes": 0, "no": 100}}
parties = [{"id": i, "title": i, "reservation": 50, "weights": {"i": 1}, "values": {"i": values[i]}} for i in values]
drafts = [{"id": f"d{k}", "title": "D", "terms": {"i": "yes" if k % 2 == (k < right) else "no"},
           "events": [{"date": f"2025-01-{k + 1:02}", "party": "a", "act": "signed" if k % 2 else "rejected"}]}
          for k in range(n)]
options = [{"id": o, "title": o} for o in ("yes", "no")]
print(json.dumps({"format": "parley/1", "title": "T", "parties": parties, "drafts": drafts,
                  "issues": [{"id": "i", "title": "I", "kind": "choice", "options": options}]}))
END
  expect 0 "$parley" backtest "$scratch/answers.json" --draws 10
  tr '\n' ' ' < "$out" > "$scratch/line"
}

# Many decisions show something, which need not be that the numbers are good.
answers 24 0
says "$scratch/line" 'A coin would do better: in the long run the numbers may be right about 0-15 %'
grep -q 'too few' "$out" && fail 'enough decisions are too few'
answers 24 14
says "$scratch/line" 'That does not show that the numbers do better than a coin: in the long run'
grep -q 'too few' "$out" && fail 'enough decisions are too few'
answers 24 24
says "$scratch/line" 'That is more than chance and simple rules explain'
answers 4 4
says "$scratch/line" '4 decisions are too few to prove anything'
says "$scratch/line" 'Even if they were right every time'
finish
