#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What a terminal gets: lines as wide as it is, and a line of progress that is gone in the end.
. "$(dirname "$0")/common.bash"

# Some machines have no terminals to give.
script -qec true /dev/null < /dev/null > /dev/null 2>&1 || finish
february=$top/scenarios/us-ukraine-minerals-february.json

# widest COMMAND: the longest line that it writes to a terminal.
widest () { script -qec "$1" /dev/null < /dev/null | tr -d '\r' | wc -L; }

printf -v score '%q score %q' "$parley" "$february"
(($(widest "stty cols 70; $score") <= 70)) || fail 'wider than the terminal'
(($(widest "stty cols 140; $score") > 100)) || fail 'not as wide as the terminal'
(($(widest "stty cols 140; COLUMNS=70 $score") <= 70)) || fail 'wider than COLUMNS'

# An interrupt leaves nothing of the line of progress, nor of a result.
printf -v long '%q robust %q -n 100000000 --no-deals --threads 1' "$parley" "$february"
for seconds in 0.8 3 10; do # a busy machine takes longer to begin
  script -qec "timeout --foreground -s INT $seconds $long" /dev/null < /dev/null > "$out"
  grep -q ' of ' "$out" && break
done
says "$out" ' of '
[[ $(tail -c 4 "$out") == $'\r\e[K' ]] || fail "the line of progress stays: $(tail -c 100 "$out" | od -c)"
finish
