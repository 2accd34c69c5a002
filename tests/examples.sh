#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The examples in docs/examples are what the commands on their page make. Of PDF files and workbooks the
# texts count, since their bytes hang on versions of libraries.
#
# With PARLEY_UPDATE_GOLDEN=1 the files are written anew.
. "$(dirname "$0")/cli/common.bash"

parley=$(realpath "$parley")
examples=$top/docs/examples
mkdir -p "$scratch/docs/examples"
ln -s "$top/scenarios" "$top/models" "$scratch"

# What can be read in FILE.
texts () {
  case $1 in
    *.pdf) pdftotext -layout "$1" - ;;
    *.xlsx) python3 -c '
import re, sys, zipfile
book = zipfile.ZipFile(sys.argv[1])
for name in sorted(n for n in book.namelist() if n.startswith("xl/worksheets/") or n == "xl/sharedStrings.xml"):
    print(name, *re.findall(r"<(?:t|v)(?: [^>]*)?>([^<]*)</", book.read(name).decode()), sep="\n")' "$1" ;;
    *) cat "$1" ;;
  esac
}

cd "$scratch" || exit 1
while read -r command; do
  eval "\"$parley\" ${command#parley } --quiet" > "$out" 2> "$err" || fail "$command: $(cat "$err")"
done < <(grep '^parley ' "$examples/README.md")

if [[ -n ${PARLEY_UPDATE_GOLDEN:-} ]]; then
  find "$examples" -type f ! -name README.md -delete
  cp docs/examples/* "$examples"
fi
for file in docs/examples/*; do
  texts "$file" > "$scratch/new"
  texts "$top/$file" > "$scratch/old" 2> "$err" || fail "$file is missing"
  diff -u "$scratch/old" "$scratch/new" > "$scratch/difference" || fail "$file is not what it was: $(head -n 20 "$scratch/difference")"
done
[[ $(cd "$examples" && find . -type f ! -name README.md | sort) == $(cd docs/examples && find . -type f | sort) ]] \
  || fail 'there are other examples than those that are made'
finish
