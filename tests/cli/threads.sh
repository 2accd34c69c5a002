#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Any number of threads gives the same bytes.
. "$(dirname "$0")/common.bash"

scenarios=(us-ukraine-minerals-rada us-ukraine-minerals-2025)
numbers=(2 7 256)
if [[ -n ${PARLEY_SANITIZED-} ]]; then
  scenarios=("${scenarios[0]}")
  numbers=(7)
fi

for scenario in "${scenarios[@]}"; do
  for options in '' '--efficient --by utilitarian' '--sample 20 --seed 3' '--map all'; do
    # shellcheck disable=SC2086  # they are several words
    expect 0 "$parley" deals "$top/scenarios/$scenario.json" --format json --threads 1 $options
    cp "$out" "$scratch/one"
    for threads in "${numbers[@]}"; do
      # shellcheck disable=SC2086
      expect 0 "$parley" deals "$top/scenarios/$scenario.json" --format json --threads "$threads" $options
      cmp "$out" "$scratch/one" || fail "$scenario $options with $threads threads"
    done
  done
done

finish
