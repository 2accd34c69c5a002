#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Cases, compared.
. "$(dirname "$0")/common.bash"

parley=$(realpath "$parley")
cd "$top" || exit 1
barter=scenarios/nash-barter-1950.json

# Each case by itself; what the command line changes is one more.
expect 0 "$parley" whatif "$barter" --case third-boy --set parties.bill.reservation=13 \
  --set parties.jack.reservation=7 --case pen-stays --format csv
[[ $(cut -d, -f1 "$out" | tail -n +2 | tr -d '"' | uniq | tr '\n' ' ') == 'third-boy pen-stays  ' ]] \
  || fail "the cases are $(cut -d, -f1 "$out" | uniq)"

# Counts before and after are those of the deals command.
count () { "$parley" deals "$barter" "$@" --format json | sed -n '/"acceptable"/,/"count"/s/.*"count": "\(.*\)".*/\1/p' | head -1; }
for case in pen-stays knife-stays third-boy; do
  expect 0 "$parley" whatif "$barter" --case "$case" --format csv
  [[ $(sed -n '2s/\r//p' "$out" | cut -d, -f14,15) == "$(count),$(count --case "$case")" ]] \
    || fail "$case has other counts"
done

# A case that changes nothing says so.
expect 0 "$parley" whatif "$barter" --set parties.bill.reservation=12
says "$out" 'This changes nothing that any figure follows from.'
says "$out" 'No verdict on a draft turns. The Nash deal stays.'

# A party that goes, or whose verdict does, turns no verdict of others.
expect 0 "$parley" init "$scratch/towns.json"
expect 0 "$parley" whatif "$scratch/towns.json" --set parties.board=null
says "$out" 'Marl Valley Water Board is gone. No other verdict on a draft turns. The Nash deal stays.'
says "$out" 'gone (was depends^)'
expect 0 "$parley" whatif "$scratch/towns.json" --set parties.board.role=affected \
  --set parties.board.needed_when=null --set parties.board.reservation=null
says "$out" 'Marl Valley Water Board gives no verdict any more. No other verdict on a draft turns.'
expect 0 "$parley" whatif "$scratch/towns.json" --set parties.board=null --set parties.upper.reservation=20
says "$out" "Marl Valley Water Board is gone. Verdicts that turn: 11 May, Lower Marl's"

# Nor does a mark.
expect 0 "$parley" whatif "$barter" --set parties.jack.reservation=4 --set parties.bill.reservation=9
grep -q 'Jack .* accepts$' "$out" || fail 'the mark stays, or is a verdict'
! grep -q '~' "$out" || fail 'a mark is explained that is not there'

# The errors of all cases are said, each with its place, and once.
python3 - "$barter" "$scratch/cases.json" <<'TEXT'
import json, sys
scenario = json.load(open(sys.argv[1]))
scenario["cases"] = [
    {"id": "a", "title": "A", "set": {"parties.bill.reservation": "much"}},
    {"id": "b", "title": "B", "set": {"parties.jack.reservation": 7}},
    {"id": "c", "title": "C", "set": {"drafts.no-trade.terms.pen": "thrown"}}]
json.dump(scenario, open(sys.argv[2], "w"), indent=1)
TEXT
expect 2 "$parley" whatif "$scratch/cases.json"
is_empty "$out"
says "$err" 'with the case "a"'
says "$err" 'with the case "c"'
[[ $(grep -c 'error:' "$err") == 2 ]] || fail "not two errors: $(cat "$err")"
expect 0 "$parley" whatif "$scratch/cases.json" --case b

# No file that any of the cases takes is replaced.
mkdir "$scratch/scenarios" "$scratch/models"
cp scenarios/us-ukraine-minerals-2025.json "$scratch/scenarios"
cp models/*.json "$scratch/models"
expect 2 "$parley" whatif "$scratch/scenarios/us-ukraine-minerals-2025.json" -o "$scratch/models/ukraine-stated-2025.json"
says "$err" '--output would replace '
cmp -s models/ukraine-stated-2025.json "$scratch/models/ukraine-stated-2025.json" || fail 'a model was replaced'
expect 3 "$parley" whatif "$barter" --overlay "$scratch/none.json"
says "$err" '[unreadable]'

finish
