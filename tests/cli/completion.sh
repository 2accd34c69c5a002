#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What the program says can be typed next, and that bash offers it.
. "$(dirname "$0")/common.bash"

minerals=$top/scenarios/us-ukraine-minerals-2025.json
tab=$'\t'

# tells LINE INDEX WORD...: the program tells LINE for the word at INDEX. Nothing is ever complained of.
tells () {
  expect 0 "$parley" --completions "${@:2}"
  is_empty "$err"
  grep -qxF -- "$1" "$out" || fail "\"${*:2}\" tells no \"$1\" but: $(head -c 500 "$out")"
}

# tells_nothing INDEX WORD...
tells_nothing () {
  expect 0 "$parley" --completions "$@"
  is_empty "$err"
  is_empty "$out"
}

tells "check${tab}find every problem of scenario files" 0 ''
tells "--version${tab}say which Parley it is" 0
tells "${tab}json${tab}" 1 score
tells "us-12feb${tab}US draft" 2 explain "$minerals"
tells "us-12feb${tab}US draft" 2 score --draft '' "$minerals"
tells "us-12feb${tab}US draft" 3 explain -- "$minerals"
tells "us-12feb${tab}US draft" 4 compare "$minerals" ua-14feb signed-30apr
tells "--draft=us-12feb${tab}US draft" 1 score --draft=u "$minerals"
tells "ua-14feb,us-12feb${tab}US draft" 3 brief "$minerals" --drafts ua-14feb,
tells "as-stated${tab}Priorities as stated by 15 February" 3 score "$minerals" -qc
tells "security${tab}Security assurance" 3 amend "$minerals" --keep
tells "--among=tabled${tab}" 2 deals "$minerals" --among=
tells "--among=us${tab}United States" 2 deals "$minerals" --among=
tells "us${tab}United States" 3 deals "$minerals" --by
tells "us=${tab}United States" 3 score "$minerals" --use
tells "${tab}json${tab}us=" 3 score "$minerals" --use us=mod
tells "${tab}json${tab}--use=us=" 2 score "$minerals" --use=us=mod
tells "${tab}any${tab}" 3 score "$minerals" --output
tells "${tab}any${tab}" 2 import genius
tells "${tab}folder${tab}" 3 export genius -o
tells "plan,summary${tab}" 3 brief "$minerals" --sections plan,
tells "markdown${tab}" 2 score -f
tells "svg${tab}" 2 plot -f
tells "tornado${tab}" 1 plot
tells "parties.ukraine.${tab}Ukraine" 3 score "$minerals" --set parties.
tells "parties.*.reservation=${tab}" 3 sweep "$minerals" --vary 'parties.*.'
tells "drafts.us-12feb.terms.security=${tab}" 3 score "$minerals" --set drafts.us-12feb.terms.
tells "--help${tab}show this help" 1 schema

expect 0 "$parley" --completions 3 brief "$minerals" --drafts us-12feb,
grep -qxF "us-12feb,us-12feb${tab}US draft" "$out" && fail 'a draft is told twice'
expect 0 "$parley" --completions 3 sweep "$minerals" --vary
(($(grep -c '^parties\.' "$out") == 1)) || fail 'paths are told twice'

# Names as they were typed, and what no shell should have to bear.
barter="$scratch/a \$b's.json"
python3 - "$top/scenarios/nash-barter-1950.json" "$barter" << 'EOF'
import json, sys
scenario = json.load(open(sys.argv[1]))
scenario["parties"][0]["title"] = "B: $(x) `x` 'q' \\ %F{red}\t\x1b[1m\nnew\u202e *?[x]"
json.dump(scenario, open(sys.argv[2], "w"))
EOF
for name in "$barter" "$(printf %q "$barter")" "\"$scratch/a \\\$b's.json\""; do
  tells "bill${tab}B: \$(x) \`x\` 'q' \\ %F{red}\\u0009\\u001b[1m\\u000anew\\u202e *?[x]" 3 deals "$name" --among
done
# shellcheck disable=SC2088  # the program sees what has been typed
HOME=$scratch tells "jack${tab}Jack" 3 deals "~/a \$b's.json" --among

# Of what cannot be read: nothing, but for what needs no file.
: > "$scratch/empty.json"
sed 's/"bill"/"bi ll"/' "$top/scenarios/nash-barter-1950.json" > "$scratch/odd.json"
printf '{"format": "parley/1", "title": \xff' > "$scratch/bytes.json"
mkfifo "$scratch/pipe.json"
bad=("$top"/tests/bad/*.json)
[[ -z $hurried ]] || bad=("${bad[@]::5}")
for file in "$scratch"/{empty,odd,bytes,pipe,none}.json "$scratch" /dev/zero "${bad[@]}"; do
  tells_nothing 2 explain "$file"
done
tells "all${tab}" 3 deals "$scratch/empty.json" --among
tells_nothing 1 nonsense
tells_nothing 3 score x --set
tells_nothing 9 score
tells_nothing -1 score
tells_nothing 99999999999999999999 score
tells_nothing word
tells_nothing 2 score --draft

# In place of the functions that bash-completion has.
_init_completion () {
  words=(parley "${typed[@]}")
  cword=$((${#words[@]} - 1))
  cur=${words[cword]}
  prev=${words[cword - 1]}
}
_filedir () { COMPREPLY+=("file:$cur${1+:$1}"); }
parley () { "$parley" "$@"; }

. "$top/src/cli/completion.bash"

# offers WANT WORD...: WANT is among what completes the last word.
offers () {
  typed=("${@:2}")
  COMPREPLY=()
  _parley
  [[ " ${COMPREPLY[*]} " == *" $1 "* ]] || fail "\"${typed[*]}\" is offered: ${COMPREPLY[*]}"
}

offers check ''
offers check ch
offers --version --v
offers json check --format j
offers markdown score -f m
offers file:sc:json check sc
offers geniusweb import geniusw
offers genius export ''
offers file:x import genius x
offers file:x:-d export genius -o x
offers --step import genius --st
offers us-12feb score "$minerals" --draft us-1
# What stands before "=" is no part of the word to readline.
offers us-12feb score "$minerals" --draft=us-1
offers us= score "$minerals" --use u
offers file:mod:json score "$minerals" --use us=mod
offers parties.us. score "$minerals" --set parties.u

while read -r name options; do
  offers "$name" "$name"
  typed=("$name" --)
  COMPREPLY=()
  _parley
  for option in $options; do
    [[ $option != --* || " ${COMPREPLY[*]} " == *" $option "* ]] || fail "$name is not offered $option"
  done
done < <("$parley" --completions)
finish
