#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What other programs read in PDFs. Usage: pdf.sh PAGES TOP
. "$(dirname "$0")/../cli/common.bash"
pages=$1
pdf=$scratch/pages.pdf
text=$scratch/text

# make ARGUMENT...: a document as PDF, and its text.
make () {
  expect 0 "$pages" pdf "$@"
  mv "$out" "$pdf"
  pdftotext -layout "$pdf" "$text"
}

# has TEXT COUNT: lines with it.
has () {
  local is

  is=$(grep -cF -- "$1" "$text")
  ((is == $2)) || fail "\"$1\" stands in $is lines instead of $2"
}

count_pages () { pdfinfo "$1" | sed -n 's/^Pages: *//p'; }

make everything
n_pages=$(count_pages "$pdf")
expect 0 pdfinfo "$pdf"
says "$out" 'Title:           Briefing: everything <script>'
says "$out" 'Author:          An analyst & "others"'
says "$out" 'CreationDate:    Wed Apr 30 00:00:00 2025 UTC'
says "$out" '595.276 x 841.89 pts (A4)'
has 'OFFICIAL - SENSITIVE' $((2 * n_pages))
has 'SHA-256 875e4cbb0123' "$n_pages"
for page in $(seq "$n_pages"); do has "page $page of $n_pages" 1; done

# Fonts are inside, and each text is there, once and in its order.
expect 0 pdffonts "$pdf"
awk 'NR > 2 && $(NF - 4) != "yes"' "$out" | grep . && fail "a font is not embedded"
has 'Україна: частка у фонді' 6

# Links lead to the web alone, and nothing in them ends them early.
strings "$pdf" | grep -F '/URI (' | sort -u > "$out"
says "$out" '/URI (https://example.org/a%28b%29?q=%27x%27&y=%22z%22%3C%5C%3E)'
says "$out" '/URI (http://example.org/%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B8)'
(($(wc -l < "$out") == 2)) || fail "other links: $(cat "$out")"

# The outline.
strings "$pdf" | grep -F '<< /Title (' > "$out"
for name in Summary 'What to offer' 'Annex A: positions' 'Annex B: every deal'; do
  (($(grep -cF "($name)" "$out") == 1)) || fail "\"$name\" is not once in the outline"
done

# The same bytes, whatever the environment.
cp "$pdf" "$scratch/first.pdf"
TZ=Asia/Tokyo LC_ALL=C.UTF-8 LANGUAGE=uk make everything
cmp -s "$pdf" "$scratch/first.pdf" || fail "the bytes depend on the environment"

# All rows of a long table, in their order.
make long 200
grep -oE '^ *deal number [0-9]+' "$text" | awk '{ print $3 }' > "$out"
seq 200 | cmp -s - "$out" || fail "deals are missing or in another order"
# The header is on each page with deals.
with_deals=$(awk 'BEGIN { RS = "\f" } /deal number/' ORS='\f' "$text" | tr -cd '\f' | wc -c)
((with_deals > 3)) || fail "the table is on $with_deals pages"
has 'Both sides' "$with_deals"

# Smaller type, up to a point.
for rows in 1 30 50; do
  make fits "$rows"
  (($(count_pages "$pdf") == 1)) || fail "$rows rows are on more than one page"
done
make fits 200
(($(count_pages "$pdf") > 1)) || fail "200 rows are on one page"

# What is too wide is set in parts: every number, whole.
make wide 60
has 'Issue 7 of the many' "$(grep -c 'Issue 1 of the many' "$text")"
for number in 1000.0 1059.0 1399.9 1439.9; do
  has "$number" 1
done
pdftotext -bbox "$pdf" - | sed -n 's/.*xMax="\([0-9.]*\)".*/\1/p' | sort -n | tail -n 1 > "$out"
awk '$1 > 551 { exit 1 }' "$out" || fail "text reaches to $(cat "$out")"

# Without any font there is nothing to be read.
printf '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig/>' > "$scratch/fonts.conf"
FONTCONFIG_FILE=$scratch/fonts.conf expect 1 "$pages" pdf
says "$err" 'there is no font'
is_empty "$out"

finish
