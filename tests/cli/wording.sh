#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What reports say where no scenario that Parley comes with leads: answers that are no, nothing to do, too
# little known.
. "$(dirname "$0")/common.bash"

barter=$top/scenarios/nash-barter-1950.json
february=$top/scenarios/us-ukraine-minerals-february.json
rada=$top/scenarios/us-ukraine-minerals-rada.json
never='rules=[{"id":"r","title":"Nothing","forbid":{"book":"bill"}}]'

# tells STATUS TEXT COMMAND...: whatever lines it is broken into.
tells () {
  expect "$1" "$parley" "${@:3}" --quiet
  tr -s ' \n' ' ' < "$out" > "$scratch/line"
  says "$scratch/line" "$2"
}

# Deals.
tells 0 'The frontier' deals "$barter" --frontier --sample 2 --by utilitarian --no-count
says "$out" '2 acceptable deals drawn at random'
tells 0 'score of Jack' deals "$barter" --by jack --no-count -n 2
tells 1 'Bill 0.0 points, a surplus of -12.0: refuses' deals "$barter" --set parties.jack.reservation=60 --no-count

# Amendments: what stands in the way, of each kind.
tells 1 'At most 1 of the issues change (--max).' amend "$february" us-12feb --max 1
says "$out" 'The rule "A condition needs a commitment".'
tells 1 'This alone leaves no deal: - Jack accepts from 60 points on.' amend "$barter" no-trade --set parties.jack.reservation=60
expect 1 "$parley" amend "$february" us-12feb --max 1 --format json
says "$out" '"demand": "rule"'
tells 0 'Only terms that Ukraine has tabled or accepted are put in place' amend "$february" us-12feb --among ukraine --max 2
says "$scratch/line" 'At most 2 may change.'
tells 0 'NOTHING has to change' amend "$barter" nash-trade
tells 1 'NO: no deal is certainly better than the draft' amend "$barter" nash-trade --improve
tells 1 'NO: first the draft itself has to be acceptable' amend "$barter" no-trade --improve --set parties.jack.reservation=7

# Concessions and trades.
tells 0 'Nothing need be conceded: the draft is acceptable to both sides.' concede "$barter" nash-trade --for bill
tells 1 'NO: no deal is acceptable to both sides. 5 steps lead' concede "$barter" no-trade --for bill \
  --set parties.jack.reservation=60
tells 1 'NO: no trade of two or three issues leaves both Bill and Jack better off.' trades "$barter" nash-trade

# A draft that the rules leave no completion.
for command in explain sensitivity; do
  tells 0 'NOT FEASIBLE: the rules leave no completion of this draft.' "$command" "$barter" no-trade --set "$never"
done

# What there is to find out.
cat > "$scratch/doubts.json" << 'END'
{ "format": "parley/1", "title": "Doubts",
  "issues": [ { "id": "i", "title": "I", "kind": "choice", "ordered": true, "options": [
    { "id": "x", "title": "X" }, { "id": "y", "title": "Y" }, { "id": "z", "title": "Z" } ] } ],
  "parties": [
    { "id": "a", "title": "A", "reservation": 20, "weights": { "i": 1 }, "values": { "i": { "x": 0, "y": 60, "z": 100 } },
      "batna": { "title": "N", "lottery": [ { "p": 0.5, "score": 0, "title": "bad" }, { "p": 0.5, "score": 90 } ] } },
    { "id": "b", "title": "B", "reservation": 10, "weights": { "i": 1 }, "values": { "i": { "x": 100, "y": 60, "z": 30 } },
      "red_lines": [ { "id": "r", "title": "R", "never": { "i": "z" }, "holds": 0.5 } ] } ],
  "drafts": [
    { "id": "d", "title": "D", "terms": { "i": "y" } },
    { "id": "e", "title": "E", "terms": { "i": [ "x", "z" ] } },
    { "id": "f", "title": "F", "terms": { "i": "z" } } ] }
END
tells 0 'A: how no deal turns out' value "$scratch/doubts.json" --for a --draws 500 --all
says "$out" 'B: whether "R" holds'
says "$out" 'if it holds: D; else: F'
says "$out" 'if "bad": D; else: F'

# Predictions of sides of which little can be said.
tells 0 'It has no score: only its red lines can make it reject.' predict "$rada" signed-30apr -n 100
finish
