#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# parley init writes a scenario that passes parley check, and never overwrites.
. "$(dirname "$0")/common.bash"

expect 0 "$parley" init "$scratch/new.json"
is_empty "$out"
is_empty "$err"
cmp "$scratch/new.json" "$top/src/cli/example.json" || fail 'the file is not the example'
expect 0 "$parley" check "$scratch/new.json"
says "$out" 'new.json: no problems'

echo mine > "$scratch/old.json"
ln -s nowhere "$scratch/dangling.json"
for file in "$scratch/old.json" "$scratch/dangling.json" "$scratch"; do
  expect 2 "$parley" init "$file"
  says "$err" 'exists already'
done
[[ $(< "$scratch/old.json") == mine ]] || fail 'init overwrote a file'
[[ ! -e $scratch/nowhere ]] || fail 'init wrote through a link'

expect 3 "$parley" init "$scratch/no/such/folder.json"
says "$err" 'cannot write the result'
finish
