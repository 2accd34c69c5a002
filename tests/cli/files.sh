#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Files that cannot be read.
. "$(dirname "$0")/common.bash"

expect 3 "$parley" check "$scratch/none.json"
says "$err" 'none.json'
expect 3 "$parley" check "$scratch"
says "$err" "$scratch"
expect 3 "$parley" check ''
expect 3 "$parley" check $'no\nsuch\xff.json'

# The other files are checked all the same.
"$parley" init "$scratch/good.json"
expect 3 "$parley" check "$scratch/none.json" "$scratch/good.json"
says "$out" 'good.json: '

# Root may read everything, so it is nobody who tries.
cp "$scratch/good.json" "$scratch/secret.json"
chmod 000 "$scratch/secret.json"
chmod 755 "$scratch"
if ((EUID != 0)); then
  expect 3 "$parley" check "$scratch/secret.json"
elif setpriv --reuid=65534 --clear-groups "$parley" --version > "$out" 2>&1; then
  expect 3 setpriv --reuid=65534 --clear-groups "$parley" check "$scratch/secret.json"
  says "$err" 'secret.json'
fi

finish
