#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Every command and option of the program stands in the manual, and no other does.
. "$(dirname "$0")/common.bash"

overview=$top/docs/man/parley.1.scd

# named PAGE: the options that it names, but for those of the other commands.
named () { sed 's/\*parley [a-z]* --[a-z-]*\*//g' "$1" | grep -oE '\*--[a-z-]+\*' | tr -d '*' | sort -u; }

# short_in PAGE: the lines "-x --long" of what it says of short names.
short_in () { sed -nE 's/^\*-(.)\*, \*--([a-z-]+)\*.*/-\1 --\2/p' "$1" | sort -u; }

expect 0 "$parley" --completions
[[ -s $out ]] || fail 'there are no commands'
cp "$out" "$scratch/commands"
while read -r name options; do
  page=$top/docs/man/parley-$name.1.scd
  if [[ ! -f $page ]]; then
    fail "$name has no manual page"
    continue
  fi
  says "$overview" "*parley-$name*(1)"
  tr ' ' '\n' <<< "$options" | grep '^--' | sort -u > "$scratch/options"
  diff "$scratch/options" <(named "$page") || fail "the options of $name are not those of its page"

  expect 0 "$parley" "$name" --help
  sed -nE 's/^  -(.), --([a-z-]+).*/-\1 --\2/p' "$out" | sort -u > "$scratch/short"
  comm -23 "$scratch/short" <({ short_in "$page"; short_in "$overview"; } | sort -u) > "$scratch/missing"
  comm -13 "$scratch/short" <(short_in "$page") > "$scratch/wrong"
  is_empty "$scratch/missing"
  is_empty "$scratch/wrong"
done < "$scratch/commands"

for page in "$top"/docs/man/parley-*.1.scd; do
  name=${page##*/parley-} name=${name%.1.scd}
  says "$top/docs/meson.build" "'parley-$name.1',"
  [[ $name == mpi || $name == serve ]] || grep -q "^$name " "$scratch/commands" || fail "there is no command $name"
done
while read -r option; do
  [[ $option == --version ]] || grep -qE -- " $option( |\$)" "$scratch/commands" \
    || fail "no command has $option"
done < <(named "$overview")
finish
