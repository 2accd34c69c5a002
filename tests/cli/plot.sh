#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Pictures, as files of each kind, and what is refused.
. "$(dirname "$0")/common.bash"

minerals=$top/scenarios/us-ukraine-minerals-2025.json
rada=$top/scenarios/us-ukraine-minerals-rada.json
barter=$top/scenarios/nash-barter-1950.json

# refused MESSAGE ARGUMENT...
refused () {
  expect 2 "$parley" plot "${@:2}"
  is_empty "$out"
  says "$err" "$1"
}

refused 'there is no picture "spce" (the kind goes first: space, history, weights,' spce "$barter"
refused 'did you mean "space"?' spce "$barter"
refused 'KIND FILE [DRAFT...] is missing'
refused '--vary goes with sweep, not with space' space "$barter" --vary parties.bill.reservation=1,2
refused '--seed goes with space and likelihood, not with map' map "$barter" --seed 3
refused '--between goes with space and history, not with map' map "$barter" --between bill,jack
refused 'history takes no draft, not "no-trade"' history "$barter" no-trade
refused 'weights takes no draft, not "no-trade"' weights "$barter" no-trade
refused 'contributions is of one draft: parley plot contributions FILE DRAFT' contributions "$barter"
refused 'tornado is of one draft' tornado "$barter" no-trade nash-trade
refused 'say whose numbers are to be moved: --for takes one of bill, jack' tornado "$barter" no-trade
refused 'a map is of two different issues: --issues ISSUE,ISSUE' map "$barter"
refused 'a map is of two different issues' map "$barter" --issues book,book
refused '--issues: there is no issue "boook"; did you mean "book"?' map "$barter" --issues ball,boook
refused 'a sweep is drawn along one input' sweep "$barter"
refused 'a sweep is drawn along one input' sweep "$barter" -v parties.bill.reservation=1,2 -v parties.jack.reservation=1,2
refused '--between: there is no party "uss"' space "$minerals" --between uss,ukraine
refused '--draws must be from 1 to 100,000,000, not 0' likelihood "$minerals" --draws 0
refused '--width must be from 240 to 4,000, not 239' weights "$barter" --width 239
refused '--width must be from 240 to 4,000, not 4001' weights "$barter" --width 4001
refused '--format takes one of svg, png, pdf, not "jpg"' weights "$barter" --format jpg
refused 'the name of a picture ends in .svg, .png or .pdf, not as' weights "$barter" -o "$scratch/x.jpg"
[[ ! -e $scratch/x.jpg ]] || fail 'a picture of an unknown kind was written'
refused 'there is no draft "nope"' space "$barter" nope

# A scenario without a deal, and one with parties that do not negotiate, still have pictures.
expect 0 "$parley" plot space "$barter" --set parties.bill.reservation=99
says "$out" 'No deal is acceptable to all.'
expect 0 "$parley" plot space "$rada" --between us,ukraine us-12feb
says "$out" '12 Feb, US draft'
grep -qF '30 Apr, Signed text' "$out" && fail 'a draft is shown that was not asked for'

# The ending says what is written; the same each time.
for ending in svg png pdf PNG; do
  expect 0 "$parley" plot space "$barter" -o "$scratch/a.$ending"
  is_empty "$out"
  expect 0 "$parley" plot space "$barter" -o "$scratch/b.$ending"
  cmp "$scratch/a.$ending" "$scratch/b.$ending" || fail "$ending differs from run to run"
done
expect 0 "$parley" plot space "$barter"
cmp "$out" "$scratch/a.svg" || fail 'SVG on stdout is another'
expect 0 "$parley" plot space "$barter" --format png
cmp "$out" "$scratch/a.png" || fail 'PNG on stdout is another'
python3 - "$scratch/a.png" << 'PY' || fail 'the PNG is not as wide as it should be'
import struct, sys
head = open(sys.argv[1], 'rb').read(24)
sys.exit(head[:8] != b'\x89PNG\r\n\x1a\n' or struct.unpack('>I', head[16:20])[0] != 1280)
PY
if command -v pdftotext > /dev/null; then
  expect 0 pdftotext -layout "$scratch/a.pdf" -
  says "$out" 'Drafts and possible deals: Bill and Jack'
  says "$out" 'Nash, Kalai-Smorodinsky'
  says "$out" 'Bill accepts from 12'
fi

for threads in 1 3; do
  expect 0 "$parley" plot likelihood "$minerals" --draws 1000 --threads "$threads" -o "$scratch/t$threads.svg"
done
cmp "$scratch/t1.svg" "$scratch/t3.svg" || fail 'threads change a picture'

# A name with markup and letters of another script is text.
expect 0 "$parley" plot weights "$barter" --set 'parties.bill.title=<script>Білл & Co</script>' -o "$scratch/c.svg"
says "$scratch/c.svg" '&lt;script&gt;Білл &amp; Co&lt;/script&gt;'
grep -qF '<script' "$scratch/c.svg" && fail 'markup got into a picture'

# A letter that no font has, and no font at all.
expect 0 "$parley" plot weights "$barter" --set $'parties.bill.title="\xf4\x8f\xbf\xbd"' -o "$scratch/d.png"
says "$err" 'no font has the character U+10FFFD'
expect 0 "$parley" plot weights "$barter" --set $'parties.bill.title="\xf4\x8f\xbf\xbd"' -o "$scratch/d.svg"
is_empty "$err"
echo '<fontconfig></fontconfig>' > "$scratch/none.conf"
FONTCONFIG_FILE=$scratch/none.conf expect 3 "$parley" plot weights "$barter" -o "$scratch/e.png"
says "$err" 'there is no font to write with'
[[ ! -e $scratch/e.png ]] || fail 'a picture without text was written'
FONTCONFIG_FILE=$scratch/none.conf expect 0 "$parley" plot weights "$barter" -o "$scratch/e.svg"

# A file that cannot be written.
if [[ -e /dev/full ]]; then
  expect 3 "$parley" plot weights "$barter" --format png -o /dev/full
  says "$err" 'cannot write the result'
fi
finish
