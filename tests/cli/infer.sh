#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What a record says of weights and reservations, and what becomes of it.
. "$(dirname "$0")/common.bash"

minerals=$top/scenarios/us-ukraine-minerals-2025.json
record=$top/tests/good/record.json

# Three refusals of which any two go together contradict each other: they are named, with dates and
# drafts, and nobody else is.
expect 1 "$parley" infer "$record" --party operator
says "$out" 'Operator: nothing fits the record.'
says "$out" '3 decisions contradict each other; without any one of them the others agree:'
[[ $(grep -c '^  - ' "$out") == 3 ]] || fail 'not three decisions to blame'
says "$out" '3 Feb: Operator rejected "1 Feb, Without the term"'
says "$out" '4 Mar: Operator rejected "1 Mar, Without high tolls"'
says "$out" '2 Apr: Operator rejected "1 Apr, Without the yard"'
# Scores of 200 in all have to stay below three reservations of 64.
says "$out" 'off by 2.7 points at least'
expect 1 "$parley" infer "$record" --party operator --format json --exact
says "$out" '"points": "8/3"'

# What is named is what was tabled, not "tabled it" twice over.
expect 1 "$parley" infer "$minerals" --party ukraine --no-red-lines --open all --set parties.ukraine.reservation=90
says "$out" '14 Feb: Ukraine tabled "14 Feb, UA counter", so that'

# Without one of them, or with a slip, something fits. What one of the parties contradicts is the
# answer.
expect 0 "$parley" infer "$record" --party operator --set 'drafts.third.events=[]'
says "$out" 'Operator: the record teaches much.'
expect 0 "$parley" infer "$record" --party operator --slip 0.1
says "$out" 'Operator: some decision was a slip'
expect 0 "$parley" infer "$record" --party port
expect 1 "$parley" infer "$record"

# Weights that are used as they are written are no shares of their sum.
expect 0 "$parley" infer "$record" --party operator --set 'drafts.third.events=[]'
says "$out" 'Weights in percent of all weight'
expect 0 "$parley" infer "$record" --party operator --set 'drafts.third.events=[]' \
  --set parties.operator.normalize=false \
  --set 'parties.operator.weights={ "yard": { "value": 0.3, "low": 0.05, "high": 0.9 }, "tolls": 0.4, "term": 0.2 }'
says "$out" 'Weights in percent, not divided by their sum: at 20 % a value of 100 brings 20 points.'

# What somebody judges a party to prefer counts as what it does. The operator refused 64 points
# without the term, and without the yard: so neither of these has as little as 36 of 100, and the
# texts that lack them are at most 28 apart.
judges () {
  printf '{ "parties": { "operator": { "preferences": [ %s ] } } }' "$1" > "$scratch/judges.json"
}
judges '{ "id": "j", "prefers": "third", "to": "first", "by": 28 }'
expect 1 "$parley" infer "$record" --party operator --overlay "$scratch/judges.json" --set 'drafts.second.events=[]'
says "$out" 'no date: Operator is judged to prefer "1 Apr, Without the yard" to "1 Feb, Without the term", by'
says "$out" '2 decisions and preferences contradict each other'
says "$out" 'So the record or a judgement is wrong'
judges '{ "id": "j", "prefers": "third", "to": "first" }'
expect 0 "$parley" infer "$record" --party operator --overlay "$scratch/judges.json" --set 'drafts.second.events=[]'
says "$out" 'Of 5 decisions and preferences'
judges '{ "id": "j", "prefers": "third", "to": "first" }, { "id": "k", "alike": ["third", "first"], "within": 0 }'
expect 1 "$parley" infer "$record" --party operator --overlay "$scratch/judges.json" --set 'drafts.second.events=[]'
says "$out" '2 preferences contradict each other'
says "$out" 'one of the judgements is wrong'
expect 1 "$parley" infer "$record" --party operator --overlay "$scratch/judges.json" --set 'drafts.second.events=[]' --format json
says "$out" '"preference": "k"'
judges '{ "id": "j", "prefers": "first", "to": "bare" }'
expect 0 "$parley" infer "$record" --party operator --overlay "$scratch/judges.json" --set 'drafts.third.events=[]' --format json
[[ $(grep -A9 '"preference": "j"' "$out") == *'"kind": "red-line"'*'"no-public-term"'* ]] || fail 'no red line explains it'
# One who has done nothing can be judged too.
expect 0 "$parley" infer "$top/scenarios/nash-barter-1950.json" \
  --set 'parties.bill.preferences=[{"id":"j","prefers":"a","to":"b"}]' \
  --set 'drafts=[{"id":"a","title":"A"},{"id":"b","title":"B"}]'
says "$out" 'Bill'

# Accepted across a red line that is certain.
expect 1 "$parley" infer "$record" --party operator --set 'drafts.third.events=[]' \
  --set 'drafts.bare.events=[{"date":"2024-03-20","party":"operator","act":"signed"}]'
says "$out" 'No weights explain'
expect 0 "$parley" infer "$record" --party operator --set 'drafts.third.events=[]' \
  --set 'parties.operator.red_lines.no-public-term.holds=0.5' \
  --set 'drafts.bare.events=[{"date":"2024-03-20","party":"operator","act":"signed"}]'

# The exit status of usage and of what cannot be.
expect 2 "$parley" infer "$record" --party oparator
says "$err" '--party: there is no party "oparator" (expected one of port, operator); did you mean "operator"?'
expect 2 "$parley" infer "$record" --party port --party port
says "$err" '--party "port" is named twice'
expect 2 "$parley" infer "$top/scenarios/us-ukraine-minerals-rada.json" --party rada
says "$err" '"rada" has no weights'
expect 2 "$parley" infer "$record" --slip 0.5
expect 2 "$parley" infer "$record" --prior none
expect 2 "$parley" infer "$record" --draws 0

# Nothing to learn: no record; a record of a party without weights; no ranges.
expect 0 "$parley" infer "$top/scenarios/nash-barter-1950.json"
says "$out" 'No party has both weights and a record'
expect 0 "$parley" infer "$top/scenarios/nash-barter-1950.json" --party bill
says "$out" 'there is no record'
expect 0 "$parley" infer "$top/scenarios/us-ukraine-minerals-rada.json"
says "$out" 'has a record, but no weights'
fixed=(--set 'parties.port.weights.tolls=30')
expect 0 "$parley" infer "$record" --party port "${fixed[@]}"
says "$out" 'nothing can be learnt: weights and reservation have no range'
expect 0 "$parley" infer "$record" --party port "${fixed[@]}" --prior nothing
says "$out" 'the record teaches'

# Other seeds give other draws, and the same limits.
expect 0 "$parley" infer "$record" --party port --format csv
cp "$out" "$scratch/one"
expect 0 "$parley" infer "$record" --party port --format csv --seed 2
cmp -s "$scratch/one" "$out" && fail 'two seeds give the same'
[[ $(cut -d, -f11- "$scratch/one") == "$(cut -d, -f11- "$out")" ]] || fail 'limits hang on the seed'

# What is saved other commands take, without a warning: there is nothing left to learn then but what
# ranges between the ends of what fits.
expect 0 "$parley" infer "$minerals" --case as-stated --party ukraine --save "$scratch/ukraine.json"
expect 0 "$parley" check "$minerals" --case as-stated --overlay "$scratch/ukraine.json"
grep -q 'removes-nothing' "$out" "$err" && fail 'the overlay removes what is not there'
expect 0 "$parley" score "$minerals" --case as-stated --overlay "$scratch/ukraine.json" --draft joint-24feb
says "$out" 'Ukraine 41.02'
expect 0 "$parley" robust "$minerals" --case as-stated --overlay "$scratch/ukraine.json" --draws 200 --no-deals joint-24feb
expect 0 "$parley" infer "$minerals" --case as-stated --overlay "$scratch/ukraine.json" --party ukraine --draws 500
for number in value low high basis note; do
  [[ $(grep -c "\"$number\"" "$scratch/ukraine.json") == 15 ]] || fail "not 15 times \"$number\""
done

# Instead of a ranking or swing points, and with all changes of a reservation.
ranked=(--set 'parties.port.weights=null' --set 'parties.port.ranking=["yard","tolls","term"]'
  --set 'parties.port.reservation={"value":20,"changes":[{"from":"2024-03-10","value":15,"low":5,"high":30,"because":"a strike"}]}')
swing=(--set 'parties.port.weights=null'
  --set 'parties.port.swing={"yard":100,"tolls":{"value":80,"low":20,"high":100},"term":60}')
expect 0 "$parley" infer "$record" --party port "${ranked[@]}" --save "$scratch/ranked.json"
expect 0 "$parley" score "$record" "${ranked[@]}" --overlay "$scratch/ranked.json"
says "$scratch/ranked.json" '"ranking": null'
says "$scratch/ranked.json" '"because": "a strike"'
expect 0 "$parley" infer "$record" --party port "${swing[@]}" --save "$scratch/swing.json"
expect 0 "$parley" score "$record" "${swing[@]}" --overlay "$scratch/swing.json"
says "$scratch/swing.json" '"swing": null'

# Weights that are shares of 1 keep as many digits as those in percent.
raw=(--set 'parties.port.normalize=false'
  --set 'parties.port.weights={"yard":{"value":0.3,"low":0.2,"high":0.5},"tolls":{"value":0.2,"low":0.1,"high":0.3},"term":0.2}')
expect 0 "$parley" infer "$record" --party port "${raw[@]}" --slip 0.1 --save "$scratch/raw.json"
expect 0 "$parley" score "$record" "${raw[@]}" --overlay "$scratch/raw.json"
grep -qE '"(low|high)": 0[.][0-9]{3,4}' "$scratch/raw.json" || fail 'weights have lost digits'

# The scenario itself is not written over, and of nothing nothing is written.
expect 2 "$parley" infer "$record" --save "$record"
says "$err" '--save would replace '
expect 1 "$parley" infer "$record" --party operator --save "$scratch/none.json"
says "$err" 'nothing was inferred'
[[ ! -e $scratch/none.json ]] || fail 'something was written'

finish
