# SPDX-License-Identifier: GPL-3.0-or-later
# What the tests of the program share. Each is called with the program and the
# top of the source tree.
# shellcheck shell=bash disable=SC2034
set -u

parley=$1
top=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
out=$scratch/out
err=$scratch/err
failures=0

# Sanitizers take five times as long or more: what the release build tries as well, they may leave
# out, unless all of it is wanted (./dev thorough).
hurried=${PARLEY_SANITIZED-}
[[ -z ${PARLEY_THOROUGH-} ]] || hurried=

# The one that the build has found: another may be a script that looks for it each time.
python3 () { command "${PARLEY_PYTHON-python3}" "$@"; }

fail () {
  echo "FAILED: $*"
  failures=$((failures + 1))
}

# expect STATUS COMMAND...: runs it, with what it prints in $out and $err.
expect () {
  local want=$1 is=0

  shift
  "$@" > "$out" 2> "$err" || is=$?
  if ((is != want)); then
    fail "exit status $is instead of $want: $*"
    cat "$err"
  fi
}

# says FILE TEXT
says () { grep -qF -- "$2" "$1" || fail "\"$2\" is not in: $(head -c 500 "$1")"; }

is_empty () { [[ ! -s $1 ]] || fail "not empty: $(head -c 500 "$1")"; }

# query SQL: what it gives in the file $database.
query () { python3 -c 'import sqlite3, sys
for row in sqlite3.connect(sys.argv[1], isolation_level=None).execute(sys.argv[2]): print(*row)' "$database" "$1"; }

finish () { exit $((failures > 0)); }
