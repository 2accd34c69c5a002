#compdef parley
# SPDX-License-Identifier: GPL-3.0-or-later
# Zsh completion for parley. What there is to complete, the program says itself.

# _parley_files KIND BEFORE: names of files, in a word that begins with BEFORE.
_parley_files ()
{
  compset -P "${(b)2}"
  case $1 in
    json) _files -g '*.json(-.)' ;;
    folder) _files -/ ;;
    *) _files ;;
  esac
}

_parley ()
{
  local line word found=1
  local -a whole begun

  for line in "${(@f)$(parley --completions $((CURRENT - 2)) "${(@Q)words[2,-1]}" 2> /dev/null)}"; do
    word=${line%%$'\t'*}
    if [[ -z $line ]]; then
      continue
    elif [[ -z $word ]]; then
      line=${line#$'\t'}
      _parley_files "${line%%$'\t'*}" "${line#*$'\t'}" && found=0
    else
      # Behind the first colon that is not escaped stands what _describe shows beside the word.
      line=${word//:/\\:}:${line#*$'\t'}
      if [[ $word == *[.=] ]]; then begun+=("$line"); else whole+=("${line%:}"); fi
    fi
  done

  _describe -V 'parley' whole -- begun -qS '' && found=0
  return found
}

_parley "$@"
