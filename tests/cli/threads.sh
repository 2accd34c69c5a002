#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Any number of threads gives the same bytes.
. "$(dirname "$0")/common.bash"

scenarios=(us-ukraine-minerals-rada us-ukraine-minerals-2025)
numbers=(2 7 256)
if [[ -n $hurried ]]; then
  scenarios=("${scenarios[0]}")
  numbers=(7)
fi

# same COMMAND SCENARIO OPTION...
same () {
  local threads

  expect 0 "$parley" "$1" "$top/scenarios/$2.json" --format json --threads 1 "${@:3}"
  cp "$out" "$scratch/one"
  for threads in "${numbers[@]}"; do
    expect 0 "$parley" "$1" "$top/scenarios/$2.json" --format json --threads "$threads" "${@:3}"
    cmp "$out" "$scratch/one" || fail "$* with $threads threads"
  done
}

for scenario in "${scenarios[@]}"; do
  same deals "$scenario"
  same deals "$scenario" --efficient --by utilitarian
  same deals "$scenario" --sample 20 --seed 3
  same deals "$scenario" --map all
done
same whatif "${scenarios[0]}"
same whatif "${scenarios[0]}" --no-count
same value "${scenarios[0]}" --draws 200
same infer "${scenarios[0]}" --draws 3000
same infer us-ukraine-minerals-2025 --party us --prior nothing --open all --draws 1000
same backtest "${scenarios[0]}" --draws 3000
same predict "${scenarios[0]}" signed-30apr --draws 2000
same whatif "${scenarios[0]}" --against previous
same sensitivity "${scenarios[0]}"
same sensitivity "${scenarios[0]}" --no-count --for us
same sensitivity "${scenarios[0]}" us-12feb

finish
