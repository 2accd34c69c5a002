#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# All is there where it is installed, and goes where it is uninstalled. The program finds its modules beside
# it, wherever that is, and says so where one is missing.
# Usage: installed.sh PARLEY TOP MESON BUILD
. "$(dirname "$0")/common.bash"

meson=$3 build=$4

# Meson notes what it has installed where it is called, and uninstalls that. It is called elsewhere, so that
# the notes of others stay theirs: of whoever has installed what was built, and of other tests.
mkdir -p "$scratch"/build/meson-{private,logs}
cp "$build/meson-private/install.dat" "$scratch/build/meson-private"
ln -s "$build"/{docs,src} "$scratch/build"

# install FOLDER: what runs, with its manual.
install () {
  expect 0 "$meson" install -C "$scratch/build" --no-rebuild --quiet --tags runtime,man --destdir "$1"
}

install "$scratch/gone"
[[ -d $scratch/gone ]] || fail 'nothing is installed'
expect 0 env -C "$scratch/build" "$meson" --internal uninstall
[[ ! -e $scratch/gone ]] || fail "not uninstalled: $(find "$scratch/gone")"

install "$scratch/first"
mv "$scratch/first" "$scratch/moved"
installed=$(find "$scratch/moved" -type f -path '*/bin/parley')
painter=$(find "$scratch/moved" -type f -name parley-painter.so)
data=$(find "$scratch/moved" -type d -path '*/share/parley')
if [[ -z $installed || -z $painter || -z $data ]]; then
  fail "what was installed: $(find "$scratch/moved" -type f)"
  finish
fi

# Scenarios, their models, and the schema that they name.
for folder in scenarios models; do
  diff -r "$top/$folder" "$data/$folder" || fail "$folder are not installed"
done
expect 0 "$installed" schema
cmp "$out" "$data/docs/scenario.schema.json" || fail 'the schema is another'
sed -n 's/.*"[$]schema": "\(.*\)".*/\1/p' "$data"/{scenarios,models}/*.json | sort -u > "$scratch/schemas"
[[ -s $scratch/schemas ]] || fail 'no scenario names its schema'
while read -r name; do
  [[ -f $data/scenarios/$name ]] || fail "there is no $name where scenarios are installed"
done < "$scratch/schemas"

# From another folder, where there is nothing else.
mkdir "$scratch/work"
expect 0 env -C "$scratch/work" "$installed" deals "$data/scenarios/us-ukraine-minerals-2025.json" --no-count

for name in bash-completion/completions/parley zsh/site-functions/_parley fish/vendor_completions.d/parley.fish; do
  says "$data/../$name" 'parley --completions'
done
if compgen -G "$data/../man/man1/*" > "$scratch/pages"; then
  while read -r name _; do
    [[ -s $data/../man/man1/parley-$name.1 ]] || fail "$name has no manual page where Parley is installed"
  done < <("$installed" --completions)
  [[ -s $data/../man/man5/parley-scenario.5 ]] || fail 'there is no manual of the format'
fi

scenario=$data/scenarios/nash-barter-1950.json
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
