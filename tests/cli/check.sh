#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What parley check says, and its exit status.
. "$(dirname "$0")/common.bash"

good=$top/tests/good/minimal.json
bad=$top/tests/bad/unknown-key.json

expect 0 "$parley" check "$good"
says "$out" "$good: "
is_empty "$err"

expect 1 "$parley" check "$bad"
says "$out" "$bad:"
says "$out" '[unknown-key]'
says "$out" "$bad: 1 error"
is_empty "$err"

expect 1 "$parley" check "$good" "$bad"
says "$out" "$good: "
says "$out" "$bad: 1 error"

expect 1 "$parley" check --format json "$bad" "$good"
says "$out" '"format": "parley-check/1"'
says "$out" '"code": "unknown-key"'
says "$out" '"errors": 1'
is_empty "$err"

# Changes are checked with the file, in the order in which they are written.
expect 1 "$parley" check --set nonsense "$good"
expect 1 "$parley" check --set no_such_key=1 "$good"
expect 0 "$parley" check --set title=1 --set title=two "$good"
expect 1 "$parley" check --set title=two --set title=1 "$good"

# Behind "--" everything is a file.
expect 3 "$parley" check -- --format
finish
