#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What does not fit into --memory is bounded, and the exact counts lie within.
. "$(dirname "$0")/common.bash"

python3 "$top/tests/benchmark/generate.py" 2 11 10 > "$scratch/large.json"

# Bytes are the same for any number of threads, bounds too.
for threads in 1 3; do
  expect 0 "$parley" deals --quiet --memory 16M --threads "$threads" --format json \
    --output "$scratch/bounded.$threads" "$scratch/large.json"
done
cmp "$scratch/bounded.1" "$scratch/bounded.3" || fail 'threads change bounds'
expect 0 "$parley" deals --quiet --format json --output "$scratch/exact" "$scratch/large.json"

python3 - "$scratch/bounded.1" "$scratch/exact" <<'PYTHON' || fail 'bounds do not hold'
import json
import sys

bounded, exact = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:])
feasible = int(exact["space"]["feasible"])
acceptable = exact["acceptable"]
estimate = bounded["estimate"]
counts = {party: int(acceptable["by_party"][party]) for party in estimate["by_party"]}
assert len(counts) == 2
assert exact["estimate"] is None and bounded["acceptable"] is None
assert int(estimate["feasible"]) == feasible
for share, count in [(estimate["all"], int(acceptable["count"]))] + [
    (estimate["by_party"][party], count) for party, count in counts.items()
]:
    assert 0 < share["low"] <= count / feasible <= share["high"] < 1, (share, count)
    assert share["high"] - share["low"] < 0.1, share
    assert abs(share["share"] - count / feasible) < 6 * share["se"], (share, count)
for drawn, issue in zip(estimate["common"], exact["common"], strict=True):
    assert drawn["issue"] == issue["issue"]
    assert abs(sum(option["share"] for option in drawn["options"]) - 1) < 1e-9, drawn
    for option, counted in zip(drawn["options"], issue["options"], strict=True):
        share = int(counted["count"]) / int(acceptable["count"])
        assert option["option"] == counted["option"]
        assert abs(option["share"] - share) < 6 * option["se"], (drawn["issue"], option, share)
PYTHON

expect 0 "$parley" deals --quiet --memory 16M "$scratch/large.json"
says "$out" 'too many deals to count exactly in the memory allowed (--memory)'
says "$out" 'of feasible, certainly'
says "$out" 'What acceptable deals have in common, estimated'

# peak COMMAND...: the most memory that it had, in MB.
peak () {
  python3 - "$@" <<'PYTHON'
import resource
import subprocess
import sys

subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, timeout=120, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 // 1000000)
PYTHON
}

# stays_below MB COMMAND...
stays_below () {
  local most=$1 is

  shift
  is=$(peak "$@") || fail "cannot be measured: $*"
  ((is < most)) || fail "$is MB instead of less than $most: $*"
}

# Sanitizers take memory of their own, and time.
if [[ -z ${PARLEY_SANITIZED-} ]]; then
  generate=$top/tests/benchmark/generate.py

  # Two lists of a million each take most of it, so threads count one after the other.
  python3 "$generate" 2 12 10 > "$scratch/long.json"
  stays_below 180 "$parley" deals --quiet --memory 128M --threads 4 "$scratch/long.json"

  # Given up before layers of so many conditions become larger than what is allowed.
  python3 "$generate" 2 100 2 --adjustments 300 --spread 60 > "$scratch/wide.json"
  stays_below 600 "$parley" deals --quiet --no-count "$scratch/wide.json"

  # 64 groups of deals, each of which is too much.
  python3 "$generate" 2 30 4 --adjustments 60 --spread 30 --reservation 30 --ratifiers 6 \
    > "$scratch/groups.json"
  stays_below 300 "$parley" deals --quiet --no-count "$scratch/groups.json"
fi

finish
