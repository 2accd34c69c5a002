#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Which draft to back, what to find out, and what no deal is worth.
. "$(dirname "$0")/common.bash"

barter=$top/scenarios/nash-barter-1950.json
minerals=$top/scenarios/us-ukraine-minerals-2025.json
expect 0 "$parley" init "$scratch/towns.json"

# Without a draft there is nothing to choose.
expect 0 "$parley" value "$top/tests/good/minimal.json"
says "$out" 'What no deal is worth.'
expect 0 "$parley" value "$top/tests/good/minimal.json" --format json
says "$out" '"decision": null'

# Without a range there is nothing to find out.
expect 0 "$parley" value "$barter"
says "$out" 'Bill does best with The trade that Nash gives: nothing is uncertain'

# A draft that the rules do not allow is left out, and of none at all no deal is left.
expect 0 "$parley" value "$barter" --set 'rules=[{"id":"x","forbid":{"book":"bill"}}]' no-trade
says "$out" 'Left out: No trade, which the rules do not allow.'
says "$out" 'Bill does best with no deal: nothing is uncertain'

# What is named decides, not the order; other seeds give other draws.
expect 0 "$parley" value "$minerals" --for ukraine --draws 100 --format csv signed-30apr framework-26feb
sort "$out" > "$scratch/one"
expect 0 "$parley" value "$minerals" --for ukraine --draws 100 --format csv framework-26feb signed-30apr --seed 2
sort "$out" > "$scratch/two"
[[ $(cut -d, -f1 "$scratch/one") == "$(cut -d, -f1 "$scratch/two")" ]] || fail 'the inputs differ'
cmp -s "$scratch/one" "$scratch/two" && fail 'two seeds give the same'

# Few draws do not tell which of two is best.
expect 0 "$parley" value "$top/scenarios/us-ukraine-minerals-february.json" --for ukraine --draws 20 --all --format markdown
says "$out" 'these draws do not tell'
expect 0 "$parley" value "$top/scenarios/us-ukraine-minerals-february.json" --for ukraine --all --format markdown
grep -q 'these draws do not tell' "$out" && fail 'what is sure is called unsure'

# A reservation far from what no deal is worth is told.
expect 0 "$parley" value "$scratch/towns.json"
grep -q 'is far from' "$out" && fail 'a reservation that fits is called far'
expect 0 "$parley" value "$scratch/towns.json" --set parties.upper.reservation=60
says "$out" 'is far from the 50.0 points that no deal'

# One all but at the average, or at the worst, is not called the other.
lottery='parties.upper.batna={"title":"No deal","lottery":[{"p":"1/3","score":0},{"p":"2/3","score":60}]}'
for reservation in '39.9999 is about what no deal is worth on average' '0.0001 is about what no deal brings at worst' \
  '0 is what no deal brings at worst'; do
  expect 0 "$parley" value "$scratch/towns.json" --set "$lottery" --set "parties.upper.reservation=${reservation%% *}"
  says "$out" "reservation of $reservation"
done

# Who does not choose cannot be asked.
expect 2 "$parley" value "$top/scenarios/us-ukraine-minerals-rada.json" --for eu
says "$err" 'does not negotiate'
finish
