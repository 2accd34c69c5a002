#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What ./dev says when it is called wrongly or cannot build.
. "$(dirname "$0")/common.bash"

expect 0 "$top/dev" help
says "$out" 'Usage: ./dev'
expect 2 "$top/dev" tset
says "$err" 'there is no command "tset"'
for command in install uninstall test lint format package site faults coverage valgrind bench load; do
  expect 2 "$top/dev" "$command" extra
  says "$err" "$command takes no arguments, and one is \"extra\""
done
for minutes in 0 -1 08 ten; do
  expect 2 "$top/dev" fuzz "$minutes"
  says "$err" "fuzz takes a number of minutes, and \"$minutes\" is none"
done
expect 2 "$top/dev" fuzz 1 2
says "$err" 'fuzz takes no more than the minutes, and one is "2"'

# A file in the place of the folder stops even root.
mkdir "$scratch/tree"
cp "$top/dev" "$scratch/tree"
: > "$scratch/tree/build"
if command -v meson ninja > "$out" && pkg-config --exists glib-2.0 json-c expat gsl gmp 2> "$err"; then
  expect 3 "$scratch/tree/dev" run --version
  says "$err" "cannot write in $scratch/tree/build"
  is_empty "$out"
fi

finish
