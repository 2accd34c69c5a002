#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Many points that tie for a solution: all are counted, and some are looked at more closely.
. "$(dirname "$0")/common.bash"

# What one side gains the other loses, so that every deal is efficient, and of the greatest sum.
cat > "$scratch/split.json" <<'JSON'
{ "format": "parley/1", "title": "Split",
  "issues": [ { "id": "share", "title": "Share", "kind": "range", "min": 0, "max": 2500, "step": 1 } ],
  "parties": [
    { "id": "a", "title": "A", "reservation": 0, "weights": { "share": 1 },
      "values": { "share": { "points": [[0, 0], [2500, 100]] } } },
    { "id": "b", "title": "B", "reservation": 0, "weights": { "share": 1 },
      "values": { "share": { "points": [[0, 100], [2500, 0]] } } } ] }
JSON

# listed: how many points the JSON output lists for the greatest sum.
listed () {
  python3 -c 'import json, sys; print(len(json.load(sys.stdin)["solutions"]["utilitarian"]))' < "$out"
}

expect 0 "$parley" deals "$scratch/split.json" --quiet
says "$out" '2,501 points tie for utilitarian; --ties shows more of them.'
says "$out" 'Nash, Kalai-Smorodinsky, egalitarian, utilitarian   50.0'

expect 0 "$parley" deals "$scratch/split.json" --quiet --format json
says "$out" '"utilitarian": "2501"'
[[ $(listed) == 1000 ]] || fail "listed $(listed) points"

expect 0 "$parley" deals "$scratch/split.json" --quiet --format json --ties 3000
[[ $(listed) == 2501 ]] || fail "listed $(listed) points of 2501"

# Of no deals none are listed, whichever could be.
for options in '' --efficient '--by bill' '--efficient --by bill'; do
  # shellcheck disable=SC2086  # several options
  expect 0 "$parley" deals "$top/scenarios/nash-barter-1950.json" $options --top 0 --format json
  says "$out" '"deals": []'
done

finish
