#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What fish offers for parley.
. "$(dirname "$0")/common.bash"

minerals=$top/scenarios/us-ukraine-minerals-2025.json
PATH=$(cd "$(dirname "$parley")" && pwd):$PATH
mkdir "$scratch/models"
: > "$scratch/models/a.json"

cat > "$scratch/offers.fish" << 'EOF'
source $argv[1]
while read line
    echo "? $line"
    complete -C "$line"
end
EOF

# ask LINE...: what is offered for each, behind a line "? LINE", in $out.
ask () {
  printf '%s\n' "$@" > "$scratch/lines"
  (
    cd "$scratch" || exit
    HOME=$scratch expect 0 fish --no-config offers.fish "$top/src/cli/completion.fish" < lines
    exit "$((failures > 0))"
  ) || fail 'fish fails'
}

# offers WANT LINE: as ask has been told.
offers () {
  awk -v line="? $2" '/^\? / { is = $0 == line; next } is' "$out" | grep -qxF -- "$1" \
    || fail "\"$2\" is not offered \"$1\""
}

tab=$'\t'
ask 'parley c' "parley score $minerals --draft us-1" "parley score $minerals --draft=us-1" \
  'parley score mod' "parley score $minerals --use us=models/" 'parley export genius -o mod'
offers "check${tab}find every problem of scenario files" 'parley c'
offers "us-12feb${tab}US draft" "parley score $minerals --draft us-1"
offers "--draft=us-12feb${tab}US draft" "parley score $minerals --draft=us-1"
offers 'models/' 'parley score mod'
offers 'us=models/a.json' "parley score $minerals --use us=models/"
grep -q '^models/' "$out" || fail 'no folder is offered'

mapfile -t commands < <("$parley" --completions)
lines=('parley ')
for command in "${commands[@]}"; do lines+=("parley ${command%% *} --"); done
ask "${lines[@]}"
for command in "${commands[@]}"; do
  read -r name options <<< "$command"
  grep -q "^$name$tab" "$out" || fail "there is no $name"
  for option in $options; do
    [[ $option != --* ]] \
      || awk -v line="? parley $name --" '/^\? / { is = $0 == line; next } is' "$out" \
        | grep -q "^$option$tab" || fail "$name is not offered $option"
  done
done
finish
