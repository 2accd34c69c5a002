#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Where results go, and what happens when they cannot.
. "$(dirname "$0")/common.bash"

expect 0 "$parley" schema
is_empty "$err"
cp "$out" "$scratch/want"

# same FILE
same () { cmp -s "$scratch/want" "$1" || fail "$1 does not hold the result"; }

for file in "$scratch/new" "$scratch/old"; do
  echo old > "$scratch/old"
  expect 0 "$parley" schema -o "$file"
  is_empty "$out"
  same "$file"
done

# A link stays a link.
echo old > "$scratch/target"
ln -s target "$scratch/link"
expect 0 "$parley" schema --output="$scratch/link"
[[ -L $scratch/link ]] || fail 'a link was replaced'
same "$scratch/target"

# One that leads to no file is left alone.
ln -s nowhere "$scratch/dangling"
ln -s loop "$scratch/loop"
for link in "$scratch/dangling" "$scratch/loop"; do
  expect 3 "$parley" schema -o "$link"
  says "$err" 'it is a link that leads to no file'
  [[ -L $link ]] || fail 'a link that leads nowhere was replaced'
done
[[ ! -e $scratch/nowhere ]] || fail 'a refused link was written through'

# What is read is not replaced, under no name.
cp "$top/scenarios/nash-barter-1950.json" "$scratch/input"
echo '{}' > "$scratch/overlay"
ln "$scratch/input" "$scratch/other"
ln -s input "$scratch/byname"
for output in "$scratch/input" "$scratch/other" "$scratch/byname" "$scratch/overlay"; do
  expect 2 "$parley" score "$scratch/input" --overlay "$scratch/overlay" -o "$output"
  says "$err" '--output would replace '
done
expect 2 "$parley" import genius "$top/scenarios/nash-barter-1950.json" "$scratch/input" -o "$scratch/input"
says "$err" "--output would replace $scratch/input, which is read: name another file"
expect 2 "$parley" score "$scratch/input" --use "bill=$scratch/overlay" -o "$scratch/overlay"
says "$err" '--output would replace '
for format in text json; do
  expect 2 "$parley" check "$top/scenarios/panama-canal-1974.json" "$scratch/input" -o "$scratch/input" --format "$format"
  says "$err" '--output would replace '
done
cmp -s "$scratch/input" "$top/scenarios/nash-barter-1950.json" || fail 'an input was replaced'

# Neither are models that the scenario names; the name of a format is no file.
mkdir "$scratch/scenarios" "$scratch/models"
cp "$top/scenarios/us-ukraine-minerals-2025.json" "$scratch/scenarios"
cp "$top"/models/*.json "$scratch/models"
for command in score deals check; do
  expect 2 "$parley" $command "$scratch/scenarios/us-ukraine-minerals-2025.json" -o "$scratch/models/us-2025.json"
  says "$err" 'models/us-2025.json, which is read: name another file'
done
cmp -s "$scratch/models/us-2025.json" "$top/models/us-2025.json" || fail 'a model was replaced'
echo 'not read' > "$scratch/genius"
(cd "$scratch" && "$parley" import genius overlay -o genius 2> "$err")
grep -q 'would replace' "$err" && fail 'the name of a format was taken for a file'

# The permissions stay.
for mode in 600 664 755; do
  chmod "$mode" "$scratch/old"
  (umask 077 && "$parley" schema -o "$scratch/old")
  [[ $(stat -c %a "$scratch/old") == "$mode" ]] || fail "the permissions $mode were changed"
done

# A pipe is written to.
mkfifo "$scratch/pipe"
timeout 20 cat "$scratch/pipe" > "$scratch/read" &
expect 0 "$parley" schema -o "$scratch/pipe"
wait
same "$scratch/read"

# Nothing can be written.
expect 3 "$parley" schema -o "$scratch/no/such/folder"
says "$err" 'cannot write the result'
expect 3 "$parley" schema -o "$scratch"
says "$err" 'cannot write the result'
expect 3 "$parley" schema -o /dev/full
says "$err" 'cannot write the result to /dev/full'
[[ -c /dev/full ]] || fail 'a device was replaced'

# undelivered ARGUMENT...: checks that a result which does not arrive is reported.
undelivered () {
  local is

  "$parley" "$@" > /dev/full 2> "$err"
  is=$?
  ((is == 3)) || fail "exit status $is with a full disk: $*"
  says "$err" 'cannot write the result to stdout: No space left'

  "$parley" "$@" >&- 2> "$err"
  is=$?
  ((is == 3)) || fail "exit status $is with stdout closed: $*"
  says "$err" 'cannot write the result to stdout: Bad file descriptor'
}

undelivered schema
undelivered --help
undelivered --version
undelivered check --help
undelivered check "$top/tests/good/minimal.json"

# Nor does a limit on the size of files leave a part.
limited=(prlimit --fsize=1024 "$parley")
expect 3 "${limited[@]}" init "$scratch/part"
says "$err" 'File too large'
[[ ! -e $scratch/part ]] || fail 'a part of a file was left'
expect 3 "${limited[@]}" schema -o "$scratch/old"
says "$err" 'File too large'
same "$scratch/old"

# More deals than a double can count: what they have in common is still put in order.
# Sanitizers would take half a minute for it.
if [[ -z $hurried ]]; then
  options=$(printf '{"id":"o%d","title":"O%d"},' {0..9}{,})
  values=$(for i in {0..9}; do printf '"o%d":%d,' "$i" "$((i * 10))"; done)
  issues=$(for i in {0..329}; do
    printf '{"id":"i%d","title":"I%d","kind":"choice","options":[%s]},' "$i" "$i" "${options%,}"
  done)
  printf '{"format":"parley/1","title":"T","issues":[%s],"parties":[{"id":"p","title":"P",
  "reservation":40,"weights":{"i0":1},"values":{"i0":{%s}}}],
  "drafts":[{"id":"d","title":"D","terms":{}}]}' \
    "${issues%,}" "${values%,}" > "$scratch/huge.json"
  expect 0 "$parley" deals "$scratch/huge.json" -q
  says "$out" 'I1     any, each in 10 %'
  [[ $(grep -E '^I[0-9]+ ' "$out" | head -n 1) == I0* ]] || fail 'the issue that is settled is not first'

  expect 0 "$parley" score "$scratch/huge.json" -q
  says "$out" 'What the open terms decide'
fi

# A reader that has had enough is no error.
mkfifo "$scratch/short"
timeout 20 true < "$scratch/short" &
exec 3> "$scratch/short"
wait
"$parley" schema >&3 2> "$err"
is=$?
exec 3>&-
((is == 0)) || fail "exit status $is when the reader has gone"
is_empty "$err"

finish
