# SPDX-License-Identifier: GPL-3.0-or-later
# Bash completion for parley. What there is to complete, the program says itself.

_parley ()
{
  local cur prev words cword
  _init_completion || return

  if [[ ${words[1]} == plot && ($prev == --format || $prev == -f) ]]; then
    mapfile -t COMPREPLY < <(compgen -W 'svg png pdf' -- "$cur")
  elif [[ $prev == --format || $prev == -f ]]; then
    mapfile -t COMPREPLY < <(compgen -W 'text markdown csv json' -- "$cur")
  elif ((cword == 1)); then
    mapfile -t COMPREPLY < <(
      compgen -W "--help --version $(parley --completions 2> /dev/null | cut -d ' ' -f 1)" -- "$cur")
  elif ((cword == 2)) && [[ $cur != -* ]]; then
    mapfile -t COMPREPLY < <(
      compgen -W "$(parley --completions 2> /dev/null \
        | sed -n "s/^${words[1]} //p" | tr ' ' '\n' | grep -v '^-')" -- "$cur")
    ((${#COMPREPLY[@]} > 0)) || _filedir
  elif [[ $cur == -* ]]; then
    mapfile -t COMPREPLY < <(
      compgen -W "$(parley --completions 2> /dev/null | sed -n "s/^${words[1]} //p")" -- "$cur")
  else
    _filedir
  fi
} &&
  complete -F _parley parley
