#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What the commands print for each scenario in every format, byte for byte, and with what exit
# status. tests/golden/SCENARIO.NAME.EXTENSION has the output, .err the messages; what is
# empty has no file.
#
# With PARLEY_UPDATE_GOLDEN=1 the files are written anew; read the difference before you
# commit it.
. "$(dirname "$0")/cli/common.bash"

export LC_ALL=C
parley=$(realpath "$parley")
golden=$top/tests/golden
extensions='text:txt markdown:md csv:csv json:json'
brief_extensions='txt md json'
[[ -z $hurried ]] || brief_extensions=txt

# record SCENARIO NAME COMMAND [ARGUMENT...]: leaves what it prints in $scratch/golden. Arguments
# follow the name of the file.
record () {
  local stem=$scratch/golden/$1.$2 status format

  # What sanitizers find hardly hangs on how a table is written: one format after the other.
  if [[ -n $hurried ]]; then
    extensions=$([[ $extensions == text:txt ]] && echo json:json || echo text:txt)
  fi
  for format in $extensions; do
    status=0
    "$parley" "$3" "scenarios/$1.json" "${@:4}" --format "${format%:*}" \
      > "$stem.${format#*:}" 2> "$stem.err" || status=$?
    ((status <= 3)) || fail "exit status $status: $(cat "$stem.err")"
    echo "$1 $2 ${format%:*} $status" >> "$scratch/golden/statuses"
  done
}

# brief SCENARIO NAME [ARGUMENT...]: likewise for briefings, whose format is that of a file. HTML is looked at in
# docs/examples.
brief () {
  local stem=$scratch/golden/$1.$2 status extension

  for extension in $brief_extensions; do
    status=0
    "$parley" brief "scenarios/$1.json" "${@:3}" -o "$stem.$extension" 2> "$stem.err" || status=$?
    ((status <= 3)) || fail "exit status $status: $(cat "$stem.err")"
    echo "$1 $2 brief $extension $status" >> "$scratch/golden/statuses"
  done
}

# picture SCENARIO KIND [ARGUMENT...]: the same of pictures, as SVG.
picture () {
  local stem=$scratch/golden/$1.plot-$2

  [[ -z $hurried ]] || return 0
  "$parley" plot "$2" "scenarios/$1.json" "${@:3}" > "$stem.svg" 2> "$stem.err" \
    || fail "$(cat "$stem.err")"
}

cd "$top" || exit 1
mkdir "$scratch/golden"
for path in scenarios/*.json; do
  for command in score deals; do
    record "$(basename "$path" .json)" "$command" "$command"
  done
done
record us-ukraine-minerals-february refine deals --refine --top 0
record nash-barter-1950 refine deals --refine --top 0
record us-ukraine-minerals-2025 explain-rejected explain us-12feb
record us-ukraine-minerals-2025 explain-accepted explain signed-30apr
record us-ukraine-minerals-february explain-open explain ua-14feb
record us-ukraine-minerals-rada explain-waived explain us-12feb --all
record us-ukraine-minerals-2025 compare compare us-12feb framework-26feb signed-30apr
record us-ukraine-minerals-2025 compare-case compare us-12feb as-stated:us-12feb --no-count
record us-ukraine-minerals-rada compare compare us-12feb us-23mar --all
record us-ukraine-minerals-2025 predict predict signed-30apr
record us-ukraine-minerals-rada predict predict us-23mar --open all --slip 0.05 --top 3
record us-ukraine-minerals-2025 history history
record us-ukraine-minerals-rada history history --between ukraine,eu --all
record us-ukraine-minerals-2025 whatif whatif --no-count
record nash-barter-1950 whatif whatif
record us-ukraine-minerals-rada whatif whatif --against previous --all
record us-ukraine-minerals-2025 sweep sweep --vary parties.ukraine.reservation=30:90:20 \
  --vary parties.us.weights.take=10,20,30
record nash-barter-1950 sweep sweep --vary parties.bill.reservation=10:40:5 --count
record us-ukraine-minerals-2025 robust robust --draws 300 --all
record panama-canal-1974 robust robust --draws 1000 --no-deals --distribution uniform
record us-ukraine-minerals-rada robust robust --draws 200 --weights simplex us-12feb framework-26feb
record us-ukraine-minerals-2025 sensitivity-draft sensitivity us-12feb --points 1024
record us-ukraine-minerals-february sensitivity-draft sensitivity ua-14feb --all --points 1024
record us-ukraine-minerals-2025 sensitivity sensitivity --no-count
record us-ukraine-minerals-rada sensitivity sensitivity --for ukraine --all
record nash-barter-1950 sensitivity sensitivity
record us-ukraine-minerals-2025 infer infer
record us-ukraine-minerals-2025 value value
record us-ukraine-minerals-2025 value-lottery value --for ukraine --risk-tolerance 20
record us-ukraine-minerals-february infer infer --no-red-lines --prior nothing
record us-ukraine-minerals-february value value --for ukraine --all
record us-ukraine-minerals-2025 backtest backtest --rule past_aid=debt --rule 'security=none'
record us-ukraine-minerals-rada backtest backtest --draws 1000 --slip 0.05 --open all
record us-ukraine-minerals-february backtest-party backtest --party us
record nash-barter-1950 map deals --map all --top 0
record us-ukraine-minerals-2025 offers offers --for us
record us-ukraine-minerals-rada offers offers --for ukraine --at 99
record panama-canal-1974 trades trades
record us-ukraine-minerals-2025 trades trades us-12feb
record us-ukraine-minerals-rada trades trades signed-30apr
record panama-canal-1974 divide divide
record us-ukraine-minerals-2025 concede concede us-12feb --for us
record us-ukraine-minerals-rada concede concede us-12feb --for us --among tabled
record us-ukraine-minerals-february concede concede us-12feb --for us --set parties.ukraine.reservation=98
record us-ukraine-minerals-2025 divide divide
record us-ukraine-minerals-2025 amend amend us-23mar --top 3
record us-ukraine-minerals-2025 amend-impossible amend us-12feb --only security --only past_aid
record us-ukraine-minerals-rada amend amend us-23mar
record nash-barter-1950 improve amend no-trade --improve
brief us-ukraine-minerals-2025 brief --for us --classification 'For official use' --date 2025-05-02 --draws 1000
brief us-ukraine-minerals-rada brief --for ukraine --draws 1000
brief us-ukraine-minerals-2025 brief-none --for ukraine --set parties.us.reservation=90 --draws 500 \
  --sections summary,deals
brief panama-canal-1974 brief --draws 1000 --no-count
picture us-ukraine-minerals-2025 space
picture us-ukraine-minerals-2025 history
picture us-ukraine-minerals-2025 weights
picture us-ukraine-minerals-2025 contributions ua-14feb
picture us-ukraine-minerals-2025 tornado framework-26feb --for ukraine
picture us-ukraine-minerals-2025 map --issues security,past_aid
picture us-ukraine-minerals-2025 sweep --vary parties.ukraine.reservation=30:90:20
picture us-ukraine-minerals-rada likelihood --draws 300
picture nash-barter-1950 space
find "$scratch/golden" -empty -delete
((failures == 0)) || finish

if [[ -n ${PARLEY_UPDATE_GOLDEN:-} && -z ${PARLEY_SANITIZED:-} ]]; then
  rm -rf "$golden"
  cp -r "$scratch/golden" "$golden"
fi
cp -r "$golden" "$scratch/want"
if [[ -n $hurried ]]; then
  for file in "$scratch"/want/*; do
    [[ -e $scratch/golden/${file##*/} || $file == *.err ]] || rm "$file"
  done
  grep -xFf "$scratch/golden/statuses" "$golden/statuses" > "$scratch/want/statuses"
fi
diff -ru "$scratch/want" "$scratch/golden" || fail 'the output is not what it was'
finish
