#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Any number of threads gives the same bytes.
. "$(dirname "$0")/common.bash"

for scenario in us-ukraine-minerals-2025 us-ukraine-minerals-rada; do
  for options in '' '--efficient --by utilitarian' '--sample 20 --seed 3' '--map all'; do
    # shellcheck disable=SC2086  # they are several words
    expect 0 "$parley" deals "$top/scenarios/$scenario.json" --format json --threads 1 $options
    cp "$out" "$scratch/one"
    for threads in 2 7 256; do
      # shellcheck disable=SC2086
      expect 0 "$parley" deals "$top/scenarios/$scenario.json" --format json --threads "$threads" $options
      cmp "$out" "$scratch/one" || fail "$scenario $options with $threads threads"
    done
  done
done

finish
