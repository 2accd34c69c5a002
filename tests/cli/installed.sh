#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The program where it is installed finds its modules beside it, wherever that is, and says so where
# one is missing.
# Usage: installed.sh PARLEY TOP MESON BUILD
. "$(dirname "$0")/common.bash"

scenario=$top/scenarios/nash-barter-1950.json
meson=$3 build=$4

expect 0 "$meson" install -C "$build" --no-rebuild --quiet --tags runtime --destdir "$scratch/first"
mv "$scratch/first" "$scratch/moved"
installed=$(find "$scratch/moved" -type f -path "*/bin/parley")
painter=$(find "$scratch/moved" -type f -name parley-painter.so)
if [[ -z $installed || -z $painter ]]; then
  fail "what was installed: $(find "$scratch/moved" -type f)"
  finish
fi

paint=("$installed" plot weights "$scenario" -o "$scratch/a.png")
write=("$installed" brief "$scenario" --for bill -o)

expect 0 "${paint[@]}"
for ending in pdf xlsx; do
  expect 0 "${write[@]}" "$scratch/a.$ending"
  [[ -s $scratch/a.$ending ]] || fail "there is no $ending"
done

rm "$scratch"/a.* "$(dirname "$painter")"/*
expect 3 "${paint[@]}"
says "$err" 'cannot load the part of Parley that draws pictures and pages: parley-painter.so'
for ending in pdf docx; do
  expect 3 "${write[@]}" "$scratch/a.$ending"
  says "$err" 'parley-painter.so'
done
expect 3 "${write[@]}" "$scratch/a.xlsx"
says "$err" 'cannot load the part of Parley that writes workbooks: parley-workbook.so'
[[ -z $(find "$scratch" -maxdepth 1 -name 'a.*') ]] || fail 'something was written'
if "$parley" --completions | grep -q '^serve '; then
  expect 3 "$installed" serve "$scenario"
  says "$err" 'cannot load the part of Parley that serves the page: parley-page.so'
fi

# What needs none of them goes on.
expect 0 "${write[@]}" "$scratch/a.html"
expect 0 "$installed" plot weights "$scenario" -o "$scratch/a.svg"
finish
