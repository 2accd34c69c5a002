# SPDX-License-Identifier: GPL-3.0-or-later
# Bash completion for parley. What there is to complete, the program says itself.

# _parley_files KIND BEFORE: names of files, in a word that begins with BEFORE.
_parley_files ()
{
  cur=${cur#"$2"}
  case $1 in
    json) _filedir json ;;
    folder) _filedir -d ;;
    *) _filedir ;;
  esac
}

_parley ()
{
  # shellcheck disable=SC2034  # _init_completion sets prev, too
  local cur prev words cword line word behind
  _init_completion -n =: || return

  # Readline takes what stands behind the last "=" or ":" for the word.
  behind=${cur##*[=:]}
  while IFS= read -r line; do
    word=${line%%$'\t'*}
    if [[ -z $word ]]; then
      line=${line#$'\t'}
      _parley_files "${line%%$'\t'*}" "${line#*$'\t'}"
    elif [[ $word == "$cur"* ]]; then
      COMPREPLY+=("${word#"${cur%"$behind"}"}")
    fi
  done < <(parley --completions $((cword - 1)) "${words[@]:1}" 2> /dev/null)

  if [[ ${COMPREPLY[0]-} == *[.=] ]]; then
    compopt -o nospace 2> /dev/null
  fi
} &&
  complete -F _parley parley
