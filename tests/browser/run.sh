#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Looks at pages in a browser (pages.mjs). Usage: run.sh PAGES TOP
. "$(dirname "$0")/../cli/common.bash"
pages=$1

# ./dev test brings it.
if [[ ! -d $(dirname "$0")/node_modules ]] || ! command -v node chromium > "$out"; then
  echo "there is no browser, or no axe to look through it"
  exit 77
fi
"$pages" html > "$scratch/pages.html" || fail "there is no HTML"
"$pages" pdf > "$scratch/pages.pdf" || fail "there is no PDF"
node "$(dirname "$0")/pages.mjs" "$(command -v chromium)" "$scratch/pages.html" "$scratch/pages.pdf" \
  || fail "see above"

finish
