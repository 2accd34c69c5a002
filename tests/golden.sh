#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Compares what a command prints with a file, byte for byte.
#
#   golden.sh WANT STATUS COMMAND [ARGUMENT...]
#
# With PARLEY_UPDATE_GOLDEN=1 the file is written anew; read the difference
# before you commit it.
set -u
want=$1
status=$2
shift 2

got=$(mktemp)
trap 'rm -f "$got"' EXIT

"$@" > "$got"
is=$?
if [ "$is" -ne "$status" ]; then
  echo "exit status $is instead of $status: $*"
  exit 1
fi

if [ -n "${PARLEY_UPDATE_GOLDEN:-}" ]; then
  mkdir -p "$(dirname "$want")"
  cp "$got" "$want"
fi
diff -u "$want" "$got"
