#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Uses the page of `parley serve` in a browser, as an analyst would (whatif.mjs). Usage: whatif.sh PARLEY TOP
. "$(dirname "$0")/../cli/common.bash"

# ./dev test brings it.
if [[ ! -d $(dirname "$0")/node_modules ]] || ! command -v node chromium > "$out"; then
  echo "there is no browser, or no axe to look through it"
  exit 77
fi
mkdir "$scratch/scenarios"
cp -r "$top/models" "$scratch"
cp "$top/scenarios/us-ukraine-minerals-2025.json" "$scratch/scenarios/minerals.json"
node "$(dirname "$0")/whatif.mjs" "$(command -v chromium)" "$(realpath "$parley")" "$scratch/scenarios/minerals.json" \
  || fail "see above"

finish
