#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Every command and option of the program stands in the manual.
. "$(dirname "$0")/common.bash"

expect 0 "$parley" --completions
[[ -s $out ]] || fail 'there are no commands'
while read -r name options; do
  page=$top/docs/man/parley-$name.1.scd
  if [[ ! -f $page ]]; then
    fail "$name has no manual page"
    continue
  fi
  says "$top/docs/man/parley.1.scd" "*parley-$name*(1)"
  for option in $options; do
    says "$page" "*$option*"
  done
done < "$out"
finish
