#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# valgrind.sh PARLEY TOP: every command once under valgrind's memcheck: no memory is read that was not
# written or is not there, and none that is lost stays.
. "$(dirname "$0")/cli/common.bash"

memcheck=(valgrind --quiet --error-exitcode=99 --leak-check=full "--show-leak-kinds=definite,indirect"
  "--errors-for-leak-kinds=definite,indirect" --num-callers=40 "--suppressions=$top/tests/valgrind.supp")
barter=scenarios/nash-barter-1950.json
february=scenarios/us-ukraine-minerals-february.json
declare -A looked
n=0

# check COMMAND [ARGUMENT...]: it may say no. Memory that GLib keeps for later would hide what is done to it.
check () {
  local status=0

  looked[$1]=1
  n=$((n + 1))
  G_SLICE=always-malloc "${memcheck[@]}" "$parley" "$@" > "$out" 2> "$err" || status=$?
  ((status <= 1)) && return
  fail "status $status: parley $*"
  head -n 60 "$err"
}

parley=$(realpath "$parley")
cd "$top" || exit 1
check check "$february"
check score "$february"
check deals "$barter" --refine
check deals "$february" --map all --sample 5 --format json
check explain "$february" ua-14feb
check compare "$february" us-12feb ua-14feb
check amend "$february" us-12feb
check offers "$february" --for us
check trades "$february" ua-14feb
check concede "$february" us-12feb --for us
check divide "$barter"
check whatif "$barter"
check sweep "$barter" --vary parties.bill.reservation=0:4:2
check sweep "$barter" --vary parties.bill.reservation=0:4:2 -o "$scratch/sweep.sqlite"
check robust "$february" -n 50
check robust "$february" -n 50 -o "$scratch/robust.sqlite"
check sensitivity "$barter" no-trade --points 64
check value "$barter" --draws 20
check infer "$february" -n 200 --save "$scratch/fits.json"
check backtest "$february" -n 200 --format csv
check predict "$february" us-12feb -n 200 --format markdown
check history "$february"
for format in html pdf xlsx docx md txt json; do
  check brief "$barter" --for bill -o "$scratch/brief.$format" --draws 20
done
for kind in space weights history likelihood; do
  check plot "$kind" "$february" -o "$scratch/$kind.png"
done
check plot sweep "$barter" --vary parties.bill.reservation=0:4:2
check export genius "$barter" -o "$scratch/genius"
check import genius "$scratch"/genius/*.xml
check init "$scratch/new.json"
check schema

# The page's server ends when it is told to.
while read -r name _; do
  [[ -n ${looked[$name]-} || $name == serve ]] || fail "$name is not looked at"
done < <("$parley" --completions)
echo "$n commands under valgrind, $failures complaints"
finish
