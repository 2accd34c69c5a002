#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Conditions that hang together too widely for an exact search: what is found then, and how
# far it can be from the best.
. "$(dirname "$0")/common.bash"

issues=6
values=1000

# scenario RESERVATION: ranges of many values, and adjustments that tie each two of them.
scenario () {
  local i p a separator draw=7

  echo '{ "format": "parley/1", "title": "Wide", "issues": ['
  for ((i = 0; i < issues; i++)); do
    echo "$([[ $i -gt 0 ]] && echo ,) { \"id\": \"i$i\", \"title\": \"I$i\", \"kind\": \"range\", \"min\": 0, \"max\": $((values - 1)), \"step\": 1 }"
  done
  echo '], "parties": ['
  for p in 0 1; do
    echo "$([[ $p -gt 0 ]] && echo ,) { \"id\": \"p$p\", \"title\": \"P$p\", \"reservation\": $1, \"weights\": {"
    for ((i = 0; i < issues; i++)); do
      echo "$([[ $i -gt 0 ]] && echo ,) \"i$i\": $((1 + i * (p + 2) % 5))"
    done
    echo '}, "values": {'
    for ((i = 0; i < issues; i++)); do
      echo "$([[ $i -gt 0 ]] && echo ,) \"i$i\": { \"points\": [[0, $((100 * p))], [$((values - 1)), $((100 - 100 * p))]] }"
    done
    echo '}, "adjustments": ['
    separator=
    for ((a = 0; p == 0 && a < 90; a++)); do
      draw=$(((draw * 1103515245 + 12345) % 2147483648))
      echo "$separator { \"id\": \"a$a\", \"points\": $((a % 2 ? 2 : -2)), \"when\": { \"i$((a % issues))\": { \"min\": $((1 + draw / 65536 % (values - 2))) }, \"i$(((a + 1 + a / issues % (issues - 1)) % issues))\": { \"max\": $((1 + draw / 64 % (values - 2))) } } }"
      separator=,
    done
    [[ $p -eq 0 ]] || echo '{ "id": "b", "points": 1, "when": { "i0": { "min": 1 } } }'
    echo ']}'
  done
  echo ']}'
}

scenario 30 > "$scratch/wide.json"
expect 0 "$parley" deals "$scratch/wide.json" --quiet --top 3 --memory 16M
says "$out" 'YES: there are deals acceptable to both sides.'
says "$out" 'The search is not exact, since too many conditions hang together'
says "$out" "p0's adjustment \"a"
says "$out" 'budget of 640,000 options in all'
says "$out" 'they are not proven best'
says "$out" 'no deal exceeds'
says "$out" 'The best 3 efficient deals found'

expect 0 "$parley" deals "$scratch/wide.json" --quiet --memory 16M --format json
says "$out" '"exact_search": false'
says "$out" '"at_most": '
says "$out" '"acceptable": null'
says "$out" '"kalai_smorodinsky": null'
expect 2 "$parley" deals "$scratch/wide.json" --sample 5 --memory 16M
says "$err" 'deals cannot be drawn (--sample): too many conditions'

# Certain either way, or not known.
scenario 95 > "$scratch/none.json"
expect 1 "$parley" deals "$scratch/none.json" --quiet --memory 16M --format markdown
says "$out" 'NO: no deal is acceptable to both sides.'
says "$out" 'is certain all the same'
scenario 75 > "$scratch/open.json"
expect 2 "$parley" deals "$scratch/open.json" --memory 16M
is_empty "$out"
says "$err" 'it is not known whether there is an acceptable deal'
says "$err" "p0's adjustment \"a"

# A signal ends it at once.
is=0
timeout --signal INT 0.2 "$parley" deals "$scratch/wide.json" -o "$scratch/result" > "$out" 2> "$err" || is=$?
((is == 124)) || fail "exit status $is after an interrupt"
[[ -z $(find "$scratch" -name 'result*') ]] || fail 'a part of a result is left'

finish
