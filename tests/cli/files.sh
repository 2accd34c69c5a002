#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Files that cannot be read.
. "$(dirname "$0")/common.bash"

expect 3 "$parley" check "$scratch/none.json"
says "$err" 'none.json'
expect 3 "$parley" check "$scratch"
says "$err" "$scratch"
expect 3 "$parley" check $'no\nsuch\xff.json'
says "$err" 'no\u000asuch'

# no_controls FILE: a file name must not be able to steer the terminal.
no_controls () {
  ! LC_ALL=C grep -q $'[\x01-\x09\x0b-\x1f\x7f]' "$1" \
    || fail "a control character in: $(cat -v "$1")"
}

# A name that is not UTF-8, or that holds control characters.
name=$scratch/$'n\e[31m\xfd'
cp "$top/tests/good/minimal.json" "$name"
expect 0 "$parley" check --format json "$name"
is_empty "$err"
no_controls "$out"
says "$out" $'n\\u001b[31m\xef\xbf\xbd"'
iconv -f UTF-8 -t UTF-8 "$out" > "$err" || fail 'JSON that is not UTF-8'
expect 0 "$parley" check "$name"
says "$out" 'n\u001b[31m'
no_controls "$out"
expect 0 "$parley" deals "$name"
no_controls "$err"
expect 3 "$parley" check "$name.none"
says "$err" 'n\u001b[31m'
no_controls "$err"
expect 2 "$parley" $'\e[31m'
says "$err" 'there is no command "\u001b[31m"'

# A model or an overlay that cannot be read is an error of the scenario only to check.
scenario=$top/scenarios/us-ukraine-minerals-february.json
for change in --overlay="$scratch/none.json" --use=us="$scratch/none.json"; do
  expect 1 "$parley" check "$scenario" "$change"
  says "$out" '[unreadable]'
  expect 3 "$parley" score "$scenario" "$change"
  says "$err" '[unreadable]'
  expect 3 "$parley" deals "$scenario" "$change"
done

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
