#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Sweeps, and what outlives them.
. "$(dirname "$0")/common.bash"

parley=$(realpath "$parley")
cd "$top" || exit 1
barter=scenarios/nash-barter-1950.json
february=scenarios/us-ukraine-minerals-february.json

# The counts of points are those of the deals command.
expect 0 "$parley" sweep "$barter" --vary parties.bill.reservation=12:24:6 --count --format csv
cp "$out" "$scratch/csv"
for value in 12 18 24; do
  count=$("$parley" deals "$barter" --set parties.bill.reservation=$value --quiet --format json \
    | sed -n 's/.*"count": "\(.*\)".*/\1/p' | head -1)
  grep -q "^$value,yes,$count," "$scratch/csv" || fail "not $count deals at $value"
done

# Any number of threads gives the same bytes.
sweep=("$february" --quiet --vary parties.ukraine.reservation=30:70:10 --vary "parties.us.reservation=40,50")
expect 0 "$parley" sweep "${sweep[@]}" --threads 1 --format json
cp "$out" "$scratch/one"
expect 0 "$parley" sweep "${sweep[@]}" --threads 7 --format json
cmp "$out" "$scratch/one" || fail 'other bytes with 7 threads'

# A database holds the points, and the result goes to stdout all the same.
database=$scratch/results.sqlite
expect 0 "$parley" sweep "${sweep[@]}" -o "$database" --format json
cmp "$out" "$scratch/one" || fail 'another result with a database'
[[ ! -e $database-wal ]] || fail 'the log of the database was left behind'
[[ $(query 'SELECT count(*), count(DISTINCT point) FROM points') == '10 10' ]] || fail 'not ten points'
[[ $(query 'SELECT "parties.us.reservation", deal FROM points WHERE point = 9') == '50 yes' ]] \
  || fail "the last point is $(query 'SELECT * FROM points WHERE point = 9')"
expect 0 "$parley" sweep "${sweep[@]}" -o "$database" --format json
cmp "$out" "$scratch/one" || fail 'another result when all was there'

# It is not mixed up with another sweep, nor with that of another scenario.
for change in '--vary rules=[],[]' '--set parties.us.reservation.value=46' '--case share-30'; do
  # shellcheck disable=SC2086  # they are two words
  expect 2 "$parley" sweep "${sweep[@]}" $change -o "$database"
  says "$err" "holds the results of another sweep ($february --vary parties.ukraine.reservation=30:70:10 --vary "
done
other_options () { # HOW, OPTION...
  expect 2 "$parley" sweep "${sweep[@]}" -o "$database" "${@:2}"
  says "$err" "holds the results of this sweep with other options ($1): "
}
other_options '--count was off and is on now' --count
other_options '--memory was 512M and is 20M now' --memory 20M
other_options '--count was off and is on now, --memory was 512M and is 20500K now' --count --memory 20500K
cp "$barter" "$scratch/changing.json"
changing=("$scratch/changing.json" --vary parties.bill.reservation=1:2:1 -o "$scratch/changing.db")
expect 0 "$parley" sweep "${changing[@]}"
sed 's/"value": 6,/"value": 7,/' "$barter" > "$scratch/changing.json"
cmp -s "$barter" "$scratch/changing.json" && fail 'the scenario was not changed'
expect 2 "$parley" sweep "${changing[@]}"
says "$err" 'holds the results of this sweep from before the scenario or its models were changed'

# What others altered in it is seen.
altered=$scratch/altered.sqlite
alter () { # PROGRAM'S TEXT, SQL
  cp "$database" "$altered"
  python3 -c 'import sqlite3, sys
database = sqlite3.connect(sys.argv[1]); database.executescript(sys.argv[2]); database.close()' "$altered" "$2"
  expect 2 "$parley" sweep "${sweep[@]}" -o "$altered" --format "$3"
  says "$err" "altered.sqlite was altered: $1"
  is_empty "$out"
}
for format in text csv json; do
  alter 'the row of "points" with the point 2 is none' "UPDATE points SET deal = 'maybe' WHERE point = 2" $format
  alter 'the row of "points" with the point 3 is none' 'UPDATE points SET "nash.us" = 9e999 WHERE point = 3' $format
  alter 'the row of "points" with the point 11 is none' 'UPDATE points SET point = 11 WHERE point = 1' $format
  alter 'its table "points" is not' "CREATE TABLE other AS SELECT * FROM points; DROP TABLE points;
    ALTER TABLE other RENAME TO points; UPDATE points SET deal = NULL WHERE point = 2" $format
  alter 'its table "points" is not' 'DROP TABLE points' $format
done
query 'UPDATE points SET deal = NULL' 2> "$err"
says "$err" 'NOT NULL constraint failed: points.deal'
echo 'no database' > "$scratch/letter.db"
expect 2 "$parley" sweep "${sweep[@]}" -o "$scratch/letter.db"
says "$err" 'is no database'
[[ $(cat "$scratch/letter.db") == 'no database' ]] || fail 'a letter was written over'
expect 3 "$parley" sweep "${sweep[@]}" -o "$scratch/no/such.sqlite"

# A database of another program stays as it is.
database=$scratch/other.sqlite
query 'CREATE TABLE t (a)'
cp "$database" "$scratch/other.before"
expect 2 "$parley" sweep "${sweep[@]}" -o "$database"
says "$err" 'is a database of something else'
cmp "$database" "$scratch/other.before" || fail 'the database of another program was changed'

# Killed at any moment it goes on from what was there, with nothing lost or doubled.
database=$scratch/killed.sqlite
step=1/4
points=483
if [[ -n $hurried ]]; then
  step=1
  points=123
fi
long=("$february" --quiet --vary "parties.ukraine.reservation=30:70:$step" --vary parties.us.reservation=40:42:1)
expect 0 "$parley" sweep "${long[@]}" --format csv
cp "$out" "$scratch/whole"
for ((kills = 0; kills < 5; kills++)); do
  "$parley" sweep "${long[@]}" -o "$database" > "$scratch/killed" 2>&1 &
  pid=$!
  sleep "0.0$((kills * 2 + 3))"
  kill -9 $pid 2> "$scratch/killed"
  wait $pid 2> "$scratch/killed"
done
expect 0 "$parley" sweep "${long[@]}" -o "$database" --format csv
cmp "$out" "$scratch/whole" || fail 'a sweep that was killed gives another result'
[[ $(query 'SELECT count(*), count(DISTINCT point), max(point) FROM points') == "$points $points $((points - 1))" ]] \
  || fail "points: $(query 'SELECT count(*), count(DISTINCT point), max(point) FROM points')"

# Who decides may differ from point to point.
expect 0 "$parley" init "$scratch/towns.json"
for varied in parties.board.role=ratifier,affected 'parties.*.reservation=40,50' parties.board.title=A,B; do
  expect 0 "$parley" sweep "$scratch/towns.json" --vary "$varied"
  [[ $varied != *role* ]] || says "$out" 'At each of 2 points a deal is acceptable to all that decide.'
  [[ $varied == *role* ]] || says "$out" 'a deal is acceptable to all 3 sides.'
done
expect 0 "$parley" sweep "$scratch/towns.json" --vary parties.board.role=ratifier,affected \
  --set parties.board.reservation=99 --set parties.board.needed_when=null
says "$out" 'Joint text: all that decide'

# What is wrong with the grid or a point is said, with its place.
refused () {
  expect 2 "$parley" sweep "$barter" "${@:2}"
  is_empty "$out"
  says "$err" "$1"
}
refused 'say with --vary' --quiet
refused 'did you mean "reservation"?' --vary parties.bill.reservatio=1:2:1
refused 'did you mean "bill"?' --vary parties.bil.reservation=1:2:1
refused '--vary "parties.bil.reservation=1":1:9: error: ' --vary parties.bil.reservation=1:2:1
refused 'the number 1e400 is out of range' --vary parties.bill.reservation=1e400:1e401:1e399
refused 'steps of this size do not lead' --vary parties.bill.reservation=2:1:1
refused 'at most 1,000,000 points' --vary parties.bill.reservation=0:1:1e-9
refused '--vary "parties.bill.weights.book=-1":1:' --vary parties.bill.weights.book=1:-1:-1
expect 3 "$parley" sweep "$barter" --vary "parties.bill.use=$scratch/none.json,$scratch/neither.json"

# Files that are read are spared.
cp "$barter" "$scratch/input.db"
expect 2 "$parley" sweep "$scratch/input.db" --vary parties.bill.reservation=1:2:1 -o "$scratch/input.db"
says "$err" '--output would replace '
cmp -s "$barter" "$scratch/input.db" || fail 'the scenario was written over'

finish
