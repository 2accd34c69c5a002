#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What zsh offers for parley: by its completion system on a terminal of its own, and, for all commands and
# options, from what the function hands over to that.
. "$(dirname "$0")/common.bash"

PATH=$(cd "$(dirname "$parley")" && pwd):$PATH
mkdir "$scratch/functions" "$scratch/models"
: > "$scratch/models/a.json"
cp "$top/src/cli/completion.zsh" "$scratch/functions/_parley"
cp "$top/scenarios/nash-barter-1950.json" "$scratch/barter.json"
cd "$scratch" || exit

# Each line is asked for and then taken away again. Who waits for what never comes is stopped.
cat > terminal.zsh << 'EOF'
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PS1= fpath=($PWD/functions \$fpath); autoload -U compinit; compinit -u -d $PWD/dump; stty cols 100; bindkey '^I' list-choices; unsetopt beep; echo rea''dy"
zpty -r shell seen '*ready*'
for line want in "$@"; do
  print -r -- "$line: $want"
  zpty -w -n shell "$line"$'\t'
  zpty -r shell seen "*${(b)want}*"
  zpty -w -n shell $'\x15'
done
EOF
expect 0 timeout 20 zsh -f terminal.zsh \
  'parley sc' 'score   -- score the drafts for every party' \
  'parley deals ba' 'barter.json' \
  'parley score --draft n barter.json --draft ' 'nash-trade  -- The trade that Nash gives' \
  'parley score barter.json --draft=' '--draft=nash-trade  -- The trade that Nash gives' \
  'parley deals barter.json --set parties.' 'parties.bill.  -- Bill' \
  'parley deals barter.json --set *.*.weights.' '*.*.weights' \
  'parley score barter.json --use bill=models/' 'a.json' \
  'parley export genius -o ' 'models/'

cat > all.zsh << 'EOF'
_describe () { print -rl -- $whole }
ask () { words=(parley "$@") CURRENT=$(($# + 1)); . functions/_parley }
ask ''
parley --completions | while read -r name rest; do
  ask $name -- | sed "s/^/$name /"
done
EOF
expect 0 zsh -f all.zsh
while read -r name rest; do
  grep -q "^$name:" "$out" || fail "there is no $name"
  for option in $rest; do
    [[ $option != --* ]] || grep -q "^$name $option:" "$out" || fail "$name is not offered $option"
  done
done < <("$parley" --completions)
finish
