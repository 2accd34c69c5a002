#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# How firm verdicts are, in words.
. "$(dirname "$0")/common.bash"

rada=$top/scenarios/us-ukraine-minerals-rada.json
february=$top/scenarios/us-ukraine-minerals-february.json
panama=$top/scenarios/panama-canal-1974.json

# A party that has red lines alone is named, unless another one is asked for.
expect 0 "$parley" sensitivity "$rada" us-12feb --points 64
says "$out" 'FIRM as long as its red lines stand as written: Parliament rejects it.'
expect 0 "$parley" sensitivity "$rada" us-12feb --points 64 --for us
grep -q Parliament "$out" && fail 'a party is shown that was not asked for'

# A completion decides only for a party that gives a verdict.
expect 0 "$parley" sensitivity "$rada" framework-26feb --points 64 --for eu
says "$out" 'Of the completions the worst is shown.'
expect 0 "$parley" sensitivity "$rada" framework-26feb --points 64 --for us
says "$out" 'Of the completions the worst is shown, which decides.'

# Where open terms decide, and of which completion the spread is.
expect 0 "$parley" sensitivity "$february" ua-14feb --points 64 --for us
says "$out" 'FIRM: whether United States accepts it depends on open terms'
says "$out" 'its surplus with the worst completion is then'

# A sample that strays is told.
expect 0 "$parley" sensitivity "$panama" all-split --points 64
says "$out" 'A share below 0 or above 100 % is so by chance of the sample.'
finish
