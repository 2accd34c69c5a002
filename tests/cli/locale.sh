#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A locale that writes 1,5 for 1.5, speaks another language or knows only ASCII
# changes no byte.
. "$(dirname "$0")/common.bash"

export LOCPATH=$scratch/locales
mkdir "$LOCPATH"
localedef -i de_DE -f UTF-8 "$LOCPATH/de_DE.UTF-8" > "$out" 2>&1
if [[ $(LC_ALL=de_DE.UTF-8 printf '%.1f' 1,5 2> /dev/null) != 1,5 ]]; then
  echo 'there is no locale with a decimal comma to be had here'
  exit 77
fi

# alike ARGUMENT...: the same status and the same bytes in every locale.
alike () {
  local locale status

  LC_ALL=C.UTF-8 "$parley" "$@" > "$scratch/want" 2> "$scratch/want.err"
  status=$?
  for locale in de_DE.UTF-8 C; do
    LC_ALL=$locale LANGUAGE=de expect "$status" "$parley" "$@"
    cmp "$out" "$scratch/want" || fail "$locale changes the output of: $*"
  done
}

# Nor of a message.
for locale in C.UTF-8 de_DE.UTF-8 C; do
  LC_ALL=$locale LANGUAGE=de expect 3 "$parley" check größe.json
  says "$err" 'cannot read "größe.json"'
done

alike --help
alike check --help
alike check "$top/src/cli/example.json"
alike check --format json "$top"/tests/bad/*.json
for scenario in "$top"/scenarios/*.json; do
  [[ -e $scenario ]] || continue
  alike check "$scenario" --set "title=\"Rohstoffe für Größe\""
done

LC_ALL=de_DE.UTF-8 LANGUAGE=de expect 2 "$parley" check --fromat
says "$err" 'Unknown option'
finish
