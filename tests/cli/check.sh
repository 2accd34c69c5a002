#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What parley check says, and its exit status.
. "$(dirname "$0")/common.bash"

good=$top/tests/good/minimal.json
bad=$top/tests/bad/unknown-key.json

expect 0 "$parley" check "$good"
says "$out" "$good: "
is_empty "$err"

expect 1 "$parley" check "$bad"
says "$out" "$bad:"
says "$out" '[unknown-key]'
says "$out" "$bad: 1 error"
is_empty "$err"

expect 1 "$parley" check "$good" "$bad"
says "$out" "$good: "
says "$out" "$bad: 1 error"

expect 1 "$parley" check --format json "$bad" "$good"
says "$out" '"format": "parley-check/1"'
says "$out" '"code": "unknown-key"'
says "$out" '"errors": 1'
is_empty "$err"

# What only the deals show stands where it was written, and gives way to --set.
cat > "$scratch/rules.json" <<'JSON'
{ "format": "parley/1", "title": "T", "issues": [
    { "id": "a", "title": "A", "kind": "range", "min": 0, "max": 9, "step": 1 } ],
  "parties": [ { "id": "p", "title": "P", "reservation": 50, "weights": { "a": 1 },
    "values": { "a": { "points": [[0, 0], [9, 100]] } },
    "red_lines": [ { "id": "late", "never": { "a": { "min": 6 } } } ] } ],
  "rules": [ { "id": "low", "forbid": { "a": { "max": 2 } } },
             { "id": "high", "forbid": { "a": { "min": 6 } } } ] }
JSON
expect 0 "$parley" check "$scratch/rules.json"
says "$out" "rules.json:5:20: warning: no feasible deal crosses the red line \"late\" [red-line-never-crossed] at /parties/0/red_lines/0"
expect 0 "$parley" check --set rules.high.forbid.a.min=3 "$scratch/rules.json"
says "$out" 'warning: the rules "low" and "high" together leave no feasible deal [no-feasible-deal] at /rules/1'
expect 0 "$parley" check --format json --set rules.high.forbid.a.min=0 "$scratch/rules.json"
says "$out" '"code": "no-feasible-deal"'
says "$out" 'the rule \"high\" leaves no feasible deal'

# Changes are checked with the file, in the order in which they are written.
expect 1 "$parley" check --set nonsense "$good"
expect 1 "$parley" check --set no_such_key=1 "$good"
expect 0 "$parley" check --set title=1 --set title=two "$good"
expect 1 "$parley" check --set title=two --set title=1 "$good"

# Behind "--" everything is a file.
expect 3 "$parley" check -- --format
finish
