#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# parley import and export: files in, files out, and what is refused.
. "$(dirname "$0")/common.bash"

files=$top/tests/interchange
genius=("$files/menu.xml" "$files/cook.xml" "$files/guest.xml")

# The order of files is free, that of parties is theirs.
expect 0 "$parley" import genius "${genius[@]}" --step 0.5
says "$err" 'cook.xml:22: warning: the discount factor 0.8 is noted, and not applied [left-out]'
says "$out" '"title": "menu"'
says "$out" 'Imported from the GENIUS files menu.xml, cook.xml and guest.xml.'
says "$out" '"main-dish": { "fish": "9500/331", "chips": 100 }'
cp "$out" "$scratch/want.json"
expect 0 "$parley" import genius "${genius[1]}" "${genius[2]}" "${genius[0]}" --step=0.5 -q \
  -o "$scratch/menu.json"
is_empty "$out"
is_empty "$err"
cmp "$scratch/want.json" "$scratch/menu.json" || fail 'the order of files changes the scenario'
expect 0 "$parley" check "$scratch/menu.json"
says "$out" 'menu.json: no problems'
says "$scratch/menu.json" '"title": "cook.xml"'
expect 0 "$parley" deals "$scratch/menu.json" -q

expect 0 "$parley" import geniusweb "$files/profile.json"
says "$out" '"title": "Menu"'
says "$out" '"reservation": 55'
says "$out" '"source": "cook"'
cp "$out" "$scratch/web.json"
expect 0 "$parley" check "$scratch/web.json"
says "$out" 'web.json: no problems'

# Encodings: those that declare themselves, and one that says nothing.
sed 's/Fish/Pâté/g' "${genius[0]}" > "$scratch/menu.xml"
for encoding in UTF-8 UTF-16 ISO-8859-1 windows-1252 ISO-8859-15; do
  mkdir "$scratch/$encoding"
  for name in menu cook guest; do
    file=$files/$name.xml
    [[ $name != menu ]] || file=$scratch/menu.xml
    { echo "<?xml version='1.0' encoding='$encoding'?>"
      sed -e '/^<?xml/d' -e 's/Fish/Pâté/g' "$file"
    } | iconv -f UTF-8 -t "$encoding" > "$scratch/$encoding/$name.xml"
  done
  expect 0 "$parley" import genius "$scratch/$encoding"/*.xml --step 0.5 -q
  cp "$out" "$scratch/read.$encoding"
  says "$scratch/read.$encoding" 'Pâté'
  cmp "$scratch/read.$encoding" "$scratch/read.UTF-8" || fail "$encoding reads otherwise"
done
sed '/^<?xml/d' "$scratch/ISO-8859-1/menu.xml" > "$scratch/silent.xml"
expect 0 "$parley" import genius "$scratch/silent.xml" "$scratch/UTF-8/cook.xml" \
  "$scratch/UTF-8/guest.xml" --step 0.5
says "$err" 'the text is not UTF-8, and is read as Latin-1'
says "$out" 'Pâté'
sed 's/UTF-8/klingon/' "$scratch/UTF-8/menu.xml" > "$scratch/klingon.xml"
expect 2 "$parley" import genius "$scratch/klingon.xml" "$scratch/UTF-8/cook.xml" --step 0.5
says "$err" 'the text is not XML: unknown encoding'

# refused STATUS MESSAGE ARGUMENT...
refused () {
  expect "$1" "$parley" "${@:3}"
  is_empty "$out"
  says "$err" "$2"
}

refused 2 'FORMAT FILE... is missing' import
refused 2 'the files to import are missing' import genius
refused 2 'there is no format "genuis" (the format goes first: genius, geniusweb); did you mean "genius"?' \
  import genuis "${genius[@]}"
refused 2 'there is no format "menu.xml"' import menu.xml
refused 3 'cannot read' import genius "${genius[0]}" "$scratch/none.xml"
refused 2 'menu.xml: error: a scenario is made of one domain and of 1 to 60 profiles' \
  import genius "${genius[0]}"
refused 2 '(found no domain and 2 profiles;' import genius "${genius[@]:1}"
refused 2 'cook.xml: error: this file is given twice [repeated]' \
  import genius "${genius[@]}" "$files/../interchange/cook.xml"
refused 2 'say with --step NUMBER' import genius "${genius[@]}"
refused 2 '--step Tim=1: error: the domain has no issue "Tim"; did you mean "Time"? [unknown-issue]' \
  import genius "${genius[@]}" --step 0.5 --step Tim=1
refused 2 'this is JSON, and GENIUS has XML' import genius "$files/profile.json"
refused 2 'this is XML, and GeniusWeb has JSON' import geniusweb "${genius[@]}"
refused 2 'a document type (<!DOCTYPE …>) is not read' import genius "$files/bomb.xml" "${genius[1]}"

# Numbers that become too long on the way are a scenario's errors.
sed 's/"highValue": 14.5/"highValue": 1e100/' "$files/profile.json" > "$scratch/long.json"
refused 2 'the imported scenario:' import geniusweb "$scratch/long.json"
! grep -q warning "$err" || fail "warnings of a scenario that is not written: $(< "$err")"

# Points of the frontier, which GENIUS keeps beside its files.
echo '0.5, 0.5' > "$scratch/pareto.xml"
expect 0 "$parley" import genius "${genius[@]}" "$scratch/pareto.xml" --step 0.5
says "$err" 'pareto.xml: warning: under this name GENIUS keeps points of the frontier'

# There and back.
expect 0 "$parley" export genius "$scratch/menu.json" -o "$scratch/new/folder"
says "$err" 'the range "time" becomes a real issue, without its step: give an import --step "Time=0.5"'
says "$scratch/new/folder/domain.xml" 'name="Time" type="real"'
says "$scratch/new/folder/cook.xml" '<evaluator ftype="linear" parameter0="0" parameter1="0.5"/>'
paths=("$scratch/new/folder/domain.xml" "$scratch/new/folder/cook.xml" "$scratch/new/folder/guest.xml")
[[ $(< "$out") == "$(printf '%s\n' "${paths[@]}")" ]] || fail "other files: $(< "$out")"
expect 0 "$parley" import genius "${paths[@]}" --step Time=0.5 -q -o "$scratch/again.json"
"$parley" deals -q -f csv "$scratch/menu.json" --top 1000 | cut -d , -f 1-5 > "$scratch/before"
"$parley" deals -q -f csv "$scratch/again.json" --top 1000 | cut -d , -f 1-5 > "$scratch/after"
cmp "$scratch/before" "$scratch/after" || fail 'scores change on the way'

refused 2 'FORMAT FILE is missing' export
refused 2 'the scenario to export is missing' export genius
refused 2 'say with --output FOLDER where they go' export genius "$scratch/menu.json"
refused 2 'the folder of --output is empty' export genius "$scratch/menu.json" -o ''
refused 2 'there is no format "geniusweb" (the format goes first: genius)' \
  export geniusweb "$scratch/menu.json" -o "$scratch/no"
refused 2 'one argument too many' export genius "$scratch/menu.json" "$scratch/menu.json"
refused 3 'cannot read' export genius "$scratch/none.json" -o "$scratch/no"
refused 3 'cannot make the folder' export genius "$scratch/menu.json" -o "$scratch/menu.json/no"
refused 2 'GENIUS has no rule: "link-needs-assurance"' \
  export genius "$top/scenarios/us-ukraine-minerals-february.json" -o "$scratch/no"
says "$err" 'GENIUS has no red line: "constitution-respected"'
refused 2 'this is the model of one party' export genius "$top/tests/good/model.json" -o "$scratch/no"
[[ ! -e $scratch/no ]] || fail 'a refused export made a folder'
finish
