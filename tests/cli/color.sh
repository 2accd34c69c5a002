#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Meaning never hangs on colour: there is none, not even on a terminal.
. "$(dirname "$0")/common.bash"

bad=$top/tests/bad/unknown-key.json
NO_COLOR=1 expect 1 "$parley" check "$bad"
cp "$out" "$scratch/want"
expect 1 "$parley" check "$bad"
cmp "$scratch/want" "$out" || fail 'NO_COLOR changes the output'

# Some machines have no terminals to give.
if script -qec true /dev/null < /dev/null > /dev/null 2>&1; then
  printf -v command '%q check %q' "$parley" "$bad"
  TERM=xterm-256color script -qec "$command" /dev/null < /dev/null > "$out"
  says "$out" 'unknown-key'
  ! grep -q $'\e' "$out" || fail 'there is an escape sequence in the output'
fi
finish
