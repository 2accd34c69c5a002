#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Bash completion offers the commands and the options of the command table.
. "$(dirname "$0")/common.bash"

# In place of the functions that bash-completion has.
_init_completion () {
  words=(parley "${typed[@]}")
  cword=$((${#words[@]} - 1))
  cur=${words[cword]}
  prev=${words[cword - 1]}
}
_filedir () { COMPREPLY=(a-file); }
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
offers --format check --fo
offers --overlay check x.json --ov
offers json check --format j
offers markdown check -f m
offers a-file check sc
offers genius import ''
offers geniusweb import geniusw
offers genius export ''
offers a-file import genius x
offers --step import genius --st
finish
