#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Draws, and what outlives them.
. "$(dirname "$0")/common.bash"

parley=$(realpath "$parley")
cd "$top" || exit 1
february=scenarios/us-ukraine-minerals-february.json
barter=scenarios/nash-barter-1950.json

# Any number of threads gives the same bytes, whatever is drawn how.
for how in '' '--weights simplex' '--weights dirichlet:30 --distribution beta' '--distribution uniform'; do
  # shellcheck disable=SC2086 # words
  expect 0 "$parley" robust "$february" -n 1700 $how --threads 1 --format json
  cp "$out" "$scratch/one"
  # shellcheck disable=SC2086
  expect 0 "$parley" robust "$february" -n 1700 $how --threads 3 --format json
  cmp "$out" "$scratch/one" || fail "threads change what is drawn with \"$how\""
done

# The first draws are the same however many follow; another seed gives others.
expect 0 "$parley" robust "$february" -n 1700 --seed 2 --format json
! cmp -s "$out" "$scratch/one" || fail 'another seed draws the same'

# The order of issues and parties changes nothing that is drawn of a party by itself.
expect 0 "$parley" robust "$barter" -n 500 --format csv
says "$out" 'no-trade,1,0,1,1,0,0,0,1,12,1,0,0,0,1,6'

# Killed at any moment it goes on from what was there, with nothing lost or doubled.
database=$scratch/killed.sqlite
# Enough to be killed in the midst of.
draws=20000
[[ -z $hurried ]] || draws=6000
long=("$february" --quiet -n "$draws" --threads 1)
expect 0 "$parley" robust "${long[@]}" --format json
cp "$out" "$scratch/whole"
for ((kills = 0; kills < 4; kills++)); do
  "$parley" robust "${long[@]}" -o "$database" > "$scratch/killed" 2>&1 &
  pid=$!
  sleep "0.$((kills + 1))"
  kill -9 $pid 2> "$scratch/killed"
  wait $pid 2> "$scratch/killed"
done
expect 0 "$parley" robust "${long[@]}" -o "$database" --format json
cmp "$out" "$scratch/whole" || fail 'draws that were killed give another result'
[[ $(query 'SELECT count(*), count(DISTINCT chunk), max(chunk), sum(draws) FROM chunks') \
  == "$((draws / 500)) $((draws / 500)) $((draws / 500 - 1)) $draws.0" ]] \
  || fail "chunks: $(query 'SELECT count(*), count(DISTINCT chunk), max(chunk), sum(draws) FROM chunks')"
expect 0 "$parley" robust "${long[@]}" -o "$database" --format json
cmp "$out" "$scratch/whole" || fail 'draws that are all there give another result'

# They are not mixed up with others.
expect 2 "$parley" robust "${long[@]}" --seed 2 -o "$database"
says "$err" 'holds the results of this sampling with other options (--seed was 1 and is 2 now)'
expect 2 "$parley" robust "${long[@]}" us-12feb -o "$database"
says "$err" 'holds the results of another sampling ('
expect 2 "$parley" sweep "$february" --vary parties.us.reservation=30:40:5 -o "$database"
says "$err" 'is a database of something else'

# A row that no draws can have come to is refused.
cp "$database" "$scratch/altered.sqlite"
database=$scratch/altered.sqlite
query "UPDATE chunks SET sums = 'AAAA' WHERE chunk = 3"
expect 2 "$parley" robust "${long[@]}" -o "$database"
says "$err" 'was altered: the row of "chunks" with the chunk 3 is none that this sampling gives'

finish
