#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What parley serve says when it cannot begin; tests/web has what it does then.
. "$(dirname "$0")/common.bash"

barter=$top/scenarios/nash-barter-1950.json

expect 0 "$parley" serve --help
for option in --port --open --quiet; do
  says "$out" "$option"
done

expect 2 "$parley" serve
says "$err" 'FILE'
expect 2 "$parley" serve "$barter" "$barter"
for port in -1 65536 99999999999; do
  expect 2 "$parley" serve "$barter" --port="$port"
  says "$err" "--port must be from 0 to 65,535, not $port"
  is_empty "$out"
done
for wrong in --port=eighty --port= --prot=80 --output=x --case=x --set=x=1 --format=json; do
  expect 2 "$parley" serve "$barter" "$wrong"
  is_empty "$out"
done

# A file that is no scenario is told as every command does.
expect 3 "$parley" serve "$scratch/none.json"
says "$err" 'cannot read'
# Without a stdout nobody learns where the page is.
timeout 10 "$parley" serve "$barter" >&- 2> "$err"
is=$?
((is == 3)) || fail "exit status $is with stdout closed"
says "$err" 'cannot write the result to stdout: Bad file descriptor'

# One that cannot be read twice cannot be served.
expect 3 "$parley" serve <(cat "$barter")
says "$err" 'it is a pipe or a device'
is_empty "$out"
for broken in '' '{' '[]' '{ "format": "parley-scenario/1" }' '{ "format": "parley-model/1", "title": "X" }'; do
  printf %s "$broken" > "$scratch/broken.json"
  expect 2 "$parley" serve "$scratch/broken.json"
  is_empty "$out"
done
printf '{\n  "title": ,\n}' > "$scratch/broken.json"
expect 2 "$parley" serve "$scratch/broken.json"
cp "$err" "$scratch/said"
expect 1 "$parley" check "$scratch/broken.json"
diff "$scratch/said" "$out" || fail 'it says other things than check'

finish
