#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Briefings: the same bytes every time, whole files or none, and texts that stay texts.
. "$(dirname "$0")/common.bash"

minerals=$top/scenarios/us-ukraine-minerals-2025.json
barter=$top/scenarios/nash-barter-1950.json
quick=(--draws 50 --no-count --quiet)
formats='txt md html pdf xlsx json'
binary='pdf xlsx'
crowd=(20 14)
same=("$minerals" --for us)
date='Wed Apr 30 00:00:00 2025'
# Sanitizers see the rest elsewhere, and take ten times as long.
if [[ -n $hurried ]]; then
  formats='pdf xlsx'
  binary=pdf
  crowd=(8 6)
  same=("$barter" --for bill)
  date='Thu Jan  1 00:00:00 1970' # it has none
fi

for format in $binary; do
  expect 0 "$parley" brief "${same[@]}" "${quick[@]}" -o "$scratch/first.$format"
  is_empty "$err"
  is_empty "$out"
  expect 0 env LC_ALL=C TZ=Asia/Tokyo LANGUAGE=uk "$parley" brief "${same[@]}" "${quick[@]}" --threads 1 \
    -o "$scratch/again.$format"
  cmp "$scratch/first.$format" "$scratch/again.$format" || fail "the time, the locale or threads change bytes of $format"
done

# The time of the environment is that of the file.
expect 0 env SOURCE_DATE_EPOCH=1000000000 "$parley" brief "$barter" "${quick[@]}" -o "$scratch/epoch.pdf"
TZ=UTC pdfinfo "$scratch/epoch.pdf" > "$scratch/info"
says "$scratch/info" 'Sun Sep  9 01:46:40 2001'
TZ=UTC pdfinfo "$scratch/first.pdf" > "$scratch/info"
says "$scratch/info" "$date"

# The summary is one page, and says first what counts.
expect 0 "$parley" brief "$minerals" --for us "${quick[@]}" --sections summary --classification 'For official use' \
  --drafter 'A. Analyst' --date 2025-05-02 -o "$scratch/page.pdf"
pdfinfo "$scratch/page.pdf" > "$scratch/info"
grep -qE '^Pages: +1$' "$scratch/info" || fail 'the summary takes more than a page'
says "$scratch/info" 'A. Analyst'
pdftotext -layout "$scratch/page.pdf" "$scratch/page.txt"
for text in 'For official use' 'Briefing for United States, 2 May 2025, drafted by A. Analyst' 'Bottom line' 'Offer "' \
  'below 45 points' 'Concessions, in order' 'Without a deal' 'What could change this advice' 'What it rests on'; do
  says "$scratch/page.txt" "$text"
done
head -n 12 "$scratch/page.txt" | grep -q 'below 45 points' || fail 'the floor does not stand near the top'
(($(grep -c 'For official use' "$scratch/page.txt") == 2)) || fail 'the page is not marked at its head and foot'

# Parts are chosen and ordered.
expect 0 "$parley" brief "$barter" --sections sources,method "${quick[@]}" -o "$scratch/parts.md"
[[ $(grep -E '^# ' "$scratch/parts.md") == $'# Sources\n# Method and definitions' ]] || fail 'the parts are others'
expect 0 "$parley" brief "$minerals" --for us --sections summary "${quick[@]}"
grep -qE '\[[0-9]+[],]' "$out" && fail 'sources are cited that are not listed'

# What is not there leaves no gap.
expect 0 "$parley" brief "$barter" "${quick[@]}" -o "$scratch/few.pdf"
expect 0 "$parley" brief "$top/tests/good/minimal.json" "${quick[@]}" -o "$scratch/few.html"
expect 0 "$parley" brief "$minerals" --for us --set parties.ukraine.reservation=99 --draws 0 --quiet --sections summary
says "$out" 'There is nothing to offer'
says "$out" 'Way out'


# Where there is no deal every part says so, with counts and without.
for count in '' --no-count; do
  expect 0 "$parley" brief "$barter" --for bill --set parties.jack.reservation=99 --draws 0 --quiet $count \
    --sections summary,common,frontier
  says "$out" 'There is nothing to offer'
  (($(grep -c '^No deal is acceptable to all\.$' "$out") == 2)) || fail 'what deals have in common, or the frontier'
done

# A column has a heading or is not there.
expect 0 "$parley" brief "$barter" --for bill --draws 0 --quiet --sections summary
grep -qE '^Issue +Bill +Jack +Offer +Trade +Plan$' "$out" || fail 'columns without a limit'
grep -qE '^The hat .* Stays +give, for The box +hold$' "$out" || fail 'what to trade stands elsewhere'

# What is offered is offered from all terms when those that are asked for leave nothing.
expect 0 "$parley" brief "$minerals" --for us --among us --set parties.ukraine.reservation=79 "${quick[@]}" --sections summary
says "$out" 'with all terms there are deals acceptable to both sides'
if grep -q 'there would be a deal' "$out"; then fail 'there is a deal'; fi

# Of reservations those to come are told; in a case with other parties nothing is judged.
cat > "$scratch/overlay.json" << 'JSON'
{ "as_of": "1950-03-01",
  "parties": { "jack": { "reservation": { "changes": [ { "from": "1950-02-01", "value": 7 },
                                                       { "from": "1950-04-01", "value": 8 } ] } } } }
JSON
sed '/"cases": \[/a { "id": "third", "title": "A third", "patch": { "parties": { "joe": { "id": "joe", "title": "Joe", \
  "role": "ratifier", "red_lines": [ { "id": "no-book", "never": { "book": "jack" } } ] } } } },' "$barter" \
  > "$scratch/third.json"
expect 0 "$parley" brief "$scratch/third.json" --overlay "$scratch/overlay.json" --for bill "${quick[@]}" --sections summary,cases
says "$out" 'walks away below 7. From 1 Apr 1950: 8.'
says "$out" 'In 1 it cannot be judged'
says "$out" 'Empty: the parties or issues'

# Long titles, many issues and drafts, and texts that would be more than texts elsewhere.
python3 "$top/tests/crowded.py" "${crowd[@]}" > "$scratch/source.json"
for format in $formats; do
  expect 0 "$parley" brief "$scratch/source.json" --for a "${quick[@]}" -o "$scratch/crowded.$format"
done
[[ -e $scratch/crowded.html ]] && grep -qE '<script|<b>|href="javascript' "$scratch/crowded.html" && fail 'texts became markup in HTML'
[[ -e $scratch/crowded.md ]] && grep -qE '[^\\]\[click\]\(javascript|(^|[^\\])<script>' "$scratch/crowded.md" && fail 'texts became markup in Markdown'

# A file is whole or as it was.
for format in $formats; do
  echo old > "$scratch/kept.$format"
  expect 3 prlimit --fsize=1024 "$parley" brief "$barter" "${quick[@]}" -o "$scratch/kept.$format"
  [[ $(< "$scratch/kept.$format") == old ]] || fail "a part of a file was left: $format"
done
echo old > "$scratch/killed.pdf"
for wait in 0.05 0.3; do
  { timeout -s KILL "$wait" "$parley" brief "$minerals" "${quick[@]}" -o "$scratch/killed.pdf"; } 2> /dev/null
  [[ $(head -c 3 "$scratch/killed.pdf") == old || $(tail -c 6 "$scratch/killed.pdf" | tr -d '\n') == %%EOF ]] \
    || fail 'a part of a file was left'
done
finish
