#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Help, and what happens when the usage is wrong.
. "$(dirname "$0")/common.bash"

expect 0 "$parley" --help
says "$out" 'check'
expect 0 "$parley" --version
says "$out" 'parley '
expect 2 "$parley"
says "$err" 'Usage:'

while read -r name _; do
  expect 0 "$parley" "$name" --help
  says "$out" "parley $name"
  expect 0 "$parley" "$name" -h
done < <("$parley" --completions)

# refused MESSAGE ARGUMENT...
refused () {
  expect 2 "$parley" "${@:2}"
  is_empty "$out"
  says "$err" "$1"
}

# misused MESSAGE COMMAND ARGUMENT...: all that it says, which ends with how to get help.
misused () {
  refused "$@"
  [[ $(cat "$err") == "parley $2: $1 (parley $2 --help)" ]] || fail "$(cat "$err")"
}

refused 'there is no command "chekc"; did you mean "check"?' chekc
refused 'there is no command "qqqqq" (' qqqqq
refused 'there is no command ""' ''
refused 'there is no option "--verison"' --verison
refused 'Unknown option --fromat; did you mean "--format"?' check --fromat json x.json
refused 'Unknown option -z' check -z x.json
refused 'Missing argument for --format' check x.json --format
refused '--format must be text or json, not "csv"' check --format csv x.json
refused '--format must be text or json, not "JSON"' check --format JSON x.json
refused '--threads must be from 1 to 256, not -1' deals --threads -1 x.json
for command in deals backtest 'predict x.json'; do
  # shellcheck disable=SC2086  # an argument more
  refused '--threads must be from 1 to 256, not 0' $command --threads 0 x.json
done
refused '--threads must be from 1 to 256, not 257' deals --threads 257 x.json
for size in 15M 65G 0 x -5 1e9 999999999999999999999 '' K; do
  refused '--memory must be from 16M to 64G, such as 512M' deals --memory "$size" x.json
done
refused '--sample must be from 0 to 10,000, not 10001' deals --sample 10001 "$top/scenarios/nash-barter-1950.json"
refused '--seed must be from 0 to 4,294,967,295, not -1' deals --seed -1 "$top/scenarios/nash-barter-1950.json"
refused '--map takes two different issues with a comma between them, or "all", not "al"; did you mean "all"?' \
  deals --map al "$top/scenarios/nash-barter-1950.json"
refused '--map takes two different issues' deals --map a "$top/scenarios/nash-barter-1950.json"
refused '--map takes two different issues' deals --map book,book "$top/scenarios/nash-barter-1950.json"
refused '--map: there is no issue "boook"; did you mean "book"?' \
  deals --map ball,boook "$top/scenarios/nash-barter-1950.json"
barter=$top/scenarios/nash-barter-1950.json
misused '--against takes one of base, previous, not "prevoius"; did you mean "previous"?' whatif --against prevoius "$barter"
refused 'the scenario has no case "third-by" (expected one of pen-stays, knife-stays, third-boy); did you mean "third-boy"?' \
  whatif --case third-by "$barter"
refused 'nothing in this list has the id "bil"' whatif --set parties.bil.reservation=3 "$barter"
refused 'did you mean "reservation"?' whatif --set parties.bill.reservatio=3 "$barter"
refused 'the scenario has no cases: say with --set, --overlay or --use what to change' \
  whatif "$top/tests/good/minimal.json"
refused '--vary takes PATH=FROM:TO:STEP or PATH=A,B,C' sweep --vary x "$barter"
refused 'there is no draft "us-12"' sensitivity "$top/scenarios/us-ukraine-minerals-2025.json" us-12
refused '--for: there is no party "usa"' sensitivity "$top/scenarios/us-ukraine-minerals-2025.json" --for usa
refused '--distribution takes one of triangular, uniform, beta, not "unifrom"; did you mean "uniform"?' \
  sensitivity "$barter" no-trade --distribution unifrom
refused '--distribution takes one of triangular, uniform, beta, not ""' sensitivity "$barter" --distribution ''
refused '--points must be from 64 to 1,048,576, not 63' sensitivity "$barter" no-trade --points 63
refused '--points must be from 64 to 1,048,576, not 1048577' sensitivity "$barter" --points 1048577
refused '--seed must be from 0 to 4,294,967,295, not 4294967296' sensitivity "$barter" no-trade --seed 4294967296
refused 'one argument too many: "nash-trade"' sensitivity "$barter" no-trade nash-trade
refused 'FILE [DRAFT] is missing' sensitivity
refused '--for: there is no party "bil" (expected one of bill, jack); did you mean "bill"?' value --for bil "$barter"
refused 'there is no draft "nash-tade" (expected one of no-trade, nash-trade); did you mean "nash-trade"?' \
  value "$barter" nash-tade
refused 'draft "no-trade" is named twice' value "$barter" no-trade no-trade
refused '--draws must be from 20 to 1,000,000, not 19' value --draws 19 "$barter"
refused '--seed must be from 0 to 4,294,967,295, not -1' value --seed -1 "$barter"
refused '--accuracy must be a probability from 0 to 1, not "1.01"' value --accuracy 1.01 "$barter"
refused '--accuracy must be a probability from 0 to 1, not "good"' value --accuracy good "$barter"
refused '--risk-tolerance must be from 0.001 to 1,000,000 points, not "0"' value --risk-tolerance 0 "$barter"
refused '--risk-tolerance must be from 0.001 to 1,000,000 points, not "-3"' value --risk-tolerance=-3 "$barter"
refused '--party: there is no party "bil" (expected one of bill, jack); did you mean "bill"?' backtest --party bil "$barter"
refused '--rule: the filter "bok=bill" names no issue that there is: "bok"' backtest --rule bok=bill "$barter"
refused '--rule: the rule "score.bill=3" cannot be used' backtest --rule score.bill=3 "$barter"
refused '--slip must be from 0 to below 0.5, not 0.5' backtest --slip 0.5 "$barter"
refused '--draws must be from 1 to 1,000,000, not 0' backtest --draws 0 "$barter"
refused 'FILE is missing' backtest
refused 'there is no draft "nash-tade" (expected one of no-trade, nash-trade); did you mean "nash-trade"?' \
  predict "$barter" nash-tade
refused '--slip must be from 0 to below 0.5, not 0.5' predict "$barter" nash-trade --slip 0.5
refused '--prior takes one of ranges, nothing, not "rangs"' predict "$barter" nash-trade --prior rangs
refused 'no completion of "no-trade" is feasible' \
  predict "$barter" no-trade --set 'rules=[{"id":"x","forbid":{"book":"bill"}}]'
refused 'FILE DRAFT is missing' predict

# Of predictions -n is how many draws, and --top how many questions.
expect 0 "$parley" predict "$barter" no-trade -n 500
says "$out" 'By 500 draws'
expect 0 "$parley" predict --help
says "$out" 'at most N questions'
refused '--between: there is no party "uss" (expected one of ' history "$top/scenarios/us-ukraine-minerals-february.json" --between uss,ukraine
refused 'choose two with --between A,B' history "$top/tests/good/minimal.json"
refused 'one argument too many: "no-trade"' history "$barter" no-trade
refused 'FILE is missing' history
refused 'FILE... is missing' check
refused 'FILE is missing' init
refused 'a file name is empty' init ''
refused 'a file name is empty' check x.json ''
refused 'the file name of --output is empty' schema -o ''
refused 'the file name of --save is empty' infer "$barter" --save ''
refused 'one argument too many: "b"' init a b
refused 'one argument too many: "a"' schema a

february=$top/scenarios/us-ukraine-minerals-february.json
misused '--draws must be from 1 to 100,000,000, not 0' robust "$barter" --draws 0
refused '--seed must be 0 or more, not -1' robust "$barter" --seed=-1
refused '--distribution takes one of triangular, uniform, beta, not "unifrom"; did you mean "uniform"?' \
  robust "$barter" --distribution unifrom
refused '--weights takes one of ranges, simplex, dirichlet, not "any"' robust "$barter" --weights any
refused '--weights takes a concentration above 0 behind dirichlet alone, not "simplex:3"' \
  robust "$barter" --weights simplex:3
refused '--weights takes a concentration above 0 behind dirichlet alone, not "dirichlet:-2"' \
  robust "$barter" --weights dirichlet:-2
refused 'what is said of the weights contradicts itself, as shares sum to 100 %' \
  robust "$february" --weights simplex --constrain 'ukraine: security >= 99 %'
refused '"securty" is no issue that "ukraine" weights, and no number; did you mean "security"?' \
  robust "$february" --weights simplex --constrain 'ukraine: securty >= 3'
refused 'there is no party "United States"; did you mean "us"?' \
  robust "$february" --weights simplex --constrain 'United States: security >= 3'
refused 'there is no party "ukrane"; did you mean "ukraine"?' \
  robust "$february" --weights simplex --constrain 'ukrane: security >= 3'
refused 'it must begin with a party and a colon' robust "$february" --weights simplex --constrain 'security >= 3'
refused '--constrain is about shares that --weights simplex draws' \
  robust "$february" --constrain 'ukraine: security >= 3'
refused 'no draft "no-trad"' robust "$barter" no-trad
refused 'draft "no-trade" is named twice' robust "$barter" no-trade no-trade
refused 'there is no draft "nope" (expected one of ' score "$february" --draft nope
refused 'there is no draft "us-12fbe" (expected one of us-12feb, ua-14feb); did you mean "us-12feb"?' \
  explain "$february" us-12fbe
refused 'FILE DRAFT is missing' explain
refused 'an argument is missing: FILE DRAFT' explain "$february"
refused 'an argument is missing: FILE DRAFT DRAFT...' compare "$february" us-12feb
refused 'there is no draft "us-12fbe" (expected one of us-12feb, ua-14feb); did you mean "us-12feb"?' \
  compare "$february" ua-14feb us-12fbe
refused 'their scenarios have not the same issues ("' \
  compare "$february" us-12feb "$top/scenarios/us-ukraine-minerals-2025.json:us-12feb"
expect 3 "$parley" compare "$february" us-12feb "$scratch/none.json:us-12feb"
refused 'the scenario has no case "guarantee-in-draf" (expected one of ' \
  compare "$february" us-12feb guarantee-in-draf:us-12feb
refused '--by takes one of nash, egalitarian, utilitarian, us, ' deals "$february" --by nope
refused 'not "\u001b[31m"' deals "$february" --by $'\e[31m'
refused 'there is no draft "us-12fbe" (expected one of us-12feb, ua-14feb); did you mean "us-12feb"?' \
  amend "$february" us-12fbe
refused 'an argument is missing: FILE DRAFT' amend "$february"
refused 'one argument too many: "ua-14feb"' amend "$february" us-12feb ua-14feb
refused '--keep: there is no issue "securty"; did you mean "security"?' amend "$february" us-12feb --keep securty
refused '--keep: there is no issue "Security assurance"; did you mean "security"?' \
  amend "$february" us-12feb --keep 'Security assurance'
refused '--only: there is no issue "sharee"; did you mean "share"?' amend "$february" us-12feb --only sharee
refused '--for: there is no party "ukrain" (expected one of us, ukraine); did you mean "ukraine"?' \
  amend "$february" us-12feb --for ukrain
refused '--among takes one of all, tabled, us, ukraine, not "tabeld"; did you mean "tabled"?' \
  amend "$february" us-12feb --among tabeld
refused '--among takes one of all, tabled, us, ukraine, not "United States"; did you mean "us"?' \
  amend "$february" us-12feb --among 'United States'
refused '--max must be 0 or more, not -1' amend "$february" us-12feb --max -1
refused '--only: "take" follows from other issues and has no terms of its own' \
  amend "$top/scenarios/us-ukraine-minerals-2025.json" us-12feb --only take
refused '--for "rada" cannot be used: this party has neither weights nor adjustments' \
  amend "$top/scenarios/us-ukraine-minerals-rada.json" us-12feb --for rada

barter=$top/scenarios/nash-barter-1950.json
refused '--between takes two different parties with a comma between them, not "bill"' divide "$barter" --between bill
refused '--between takes two different parties' divide "$barter" --between bill,bill
refused '--between: there is no party "jakc" (expected one of bill, jack); did you mean "jack"?' \
  divide "$barter" --between bill,jakc
refused 'this takes two parties that negotiate and have scores, not 1 (bill); choose two with --between A,B' \
  divide "$barter" --set parties.jack.role=affected
refused 'the ending of --output says how to write it, one of .txt' brief "$february" -o x.odt
refused 'did you mean "html"?' brief "$february" -o x.htlm
refused '--for: there is no party "United States" (expected one of us, ukraine); did you mean "us"?' brief "$february" --for "United States"
refused '--for: there is no party "usa"' brief "$february" --for usa
refused 'there is no draft "us-12"' brief "$february" --drafts us-12
refused '--sections takes one of summary, issues' brief "$february" --sections sumary
refused 'not ""' brief "$february" --sections ''
refused '--sections names "deals" twice' brief "$february" --sections deals,deals
refused '--date takes a day as YYYY-MM-DD, not "2025-02-30"' brief "$february" --date 2025-02-30
refused '--draws must be from 0 to' brief "$february" --draws=-1
refused 'did you mean "uk"?' brief "$february" --lang ua
refused '--for PARTY is missing' concede "$february" us-12feb
refused 'there is no draft "us-12"' concede "$february" us-12 --for us
refused '--for: there is no party "usa"' concede "$february" us-12feb --for usa
refused 'an argument is missing: FILE DRAFT' concede "$february" --for us
refused '--for PARTY is missing' offers "$barter"
refused '--for: there is no party "bil" (expected one of bill, jack); did you mean "bill"?' \
  offers "$barter" --for bil
refused '--at takes a number of points, not "x"' offers "$barter" --for bill --at x
refused '--slack takes a number of points from 0 on, not "-1"' offers "$barter" --for bill --slack=-1
refused '--number must be from 1 to 9, not 10' offers "$barter" --for bill --number 10
refused 'there is no Nash deal to take the score from; say with --at' \
  offers "$barter" --for bill --set parties.jack.reservation=99
refused 'cannot be used: this party does not negotiate, by its role' \
  offers "$barter" --for jack --set parties.jack.role=affected
refused 'offers take another party that negotiates and has a score' \
  offers "$barter" --for bill --set parties.jack.role=affected
refused 'there is no draft "us-12febb" (expected one of us-12feb, ' trades "$february" us-12febb
refused 'one argument too many: "c"' trades "$february" b c
refused 'trades take two parties that negotiate and have scores' \
  trades "$barter" --set parties.jack.role=affected

# What is as long as a command line is not said again in full, and its end stays.
printf -v long '%0100000d' 0
refused "0000…0000" deals "$barter" --by "$long"
says "$err" '000"'
(($(wc -c < "$err") < 4100)) || fail 'a message is too long'

# Whatever is wrong with how a command is called ends in the same way, whoever finds it.
misused 'Unknown option -z' check -z x.json
misused 'FILE is missing' deals
misused '--top must be from 0 to 1,000,000, not -1' deals --top=-1 "$barter"
misused '--by takes one of nash, egalitarian, utilitarian, bill, jack, not "nope"' deals --by nope "$barter"
misused 'the filter "bok=1" names no issue that there is: "bok" (expected one of book, whip, ball, bat, box, pen, toy, knife, hat); did you mean "book"?' \
  deals --where bok=1 "$barter"
misused '--rule: the filter "x" compares nothing; write NAME, one of = != >= <= > <, and a value, for example share<=30 or score.us>=60' \
  backtest --rule x "$barter"
misused '--for PARTY is missing: whose offers?' offers "$barter"
misused 'the files to import are missing' import genius
misused 'there is no format "csv" (the format goes first: genius)' export csv
misused 'say with --vary PATH=FROM:TO:STEP or PATH=A,B,C what to vary' sweep "$barter"
misused 'contributions is of one draft: parley plot contributions FILE DRAFT' plot contributions "$barter"

# Texts are UTF-8 in every locale.
for locale in C.UTF-8 C; do
  LC_ALL=$locale misused '--draft takes text in UTF-8, not "�"' score "$barter" --draft $'\xff'
  LC_ALL=$locale misused '--sections takes text in UTF-8, not "a�"' brief "$barter" --sections $'a\xff'
  LC_ALL=$locale refused 'there is no draft "größe"' score "$barter" --draft größe
done

[[ ! -e a ]] || fail 'a refused command wrote a file'
finish
