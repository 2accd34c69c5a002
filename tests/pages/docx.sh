#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What pandoc makes of a document. Usage: docx.sh PAGES TOP
. "$(dirname "$0")/../cli/common.bash"
pages=$1
docx=$scratch/pages.docx

# part NAME: a file of the document.
part () { unzip -p "$docx" "$1" > "$out" || fail "there is no $1"; }

# has TEXT COUNT: how often it is in that part.
has () {
  local is

  is=$(grep -oF -- "$1" "$out" | wc -l)
  ((is == $2)) || fail "$1 is there $is times instead of $2"
}

# What pandoc is given is a sound archive.
expect 0 "$pages" reference
mv "$out" "$scratch/reference.docx"
expect 0 python3 -m zipfile --test "$scratch/reference.docx"

expect 0 "$pages" docx
is_empty "$err"
mv "$out" "$docx"

part docProps/core.xml
says "$out" '<dc:title>Briefing: The contribution'
says "$out" '<dc:creator>An analyst &amp; &quot;others&quot;</dc:creator>'
says "$out" '<dc:language>en</dc:language>'
says "$out" '2025-04-30T00:00:00Z</dcterms:created>'

part word/document.xml
has '<w:pStyle w:val="Title" />' 1
has '<w:pStyle w:val="Heading1" />' 4
has '<w:pStyle w:val="Heading2" />' 1
has '<w:pStyle w:val="Lead" />' 2
has '<w:pStyle w:val="Note" />' 1
has '<w:pStyle w:val="PageStart" />' 3
has '<w:pStyle w:val="TableCaption" />' 3
has '<w:tblHeader w:val="true" />' 5
grep -q '<w:pgSz [^>]*w:w="11906"' "$out" || fail "the pages are not A4"
has 'w:type="default"' 2
says "$out" '<w:jc w:val="right" />'
says "$out" '<w:gridSpan w:val="3" />'
says "$out" 'descr="Three drafts by the scores of both sides; both accept two of them."'
grep -qF '<w:instrText' "$out" && fail "there are fields in the text"

# Pictures are what they are said to be.
expect 0 unzip -l "$docx"
(($(grep -c 'word/media/.*[.]png$' "$out") == 2)) || fail "other pictures: $(grep media "$out")"
part '\[Content_Types\].xml'
says "$out" 'image/png'

part word/header1.xml
says "$out" 'OFFICIAL - SENSITIVE &lt;і&gt; &quot;x&quot;'
part word/footer1.xml
says "$out" 'seed 1 &lt;/style&gt;'
says "$out" 'w:instr=" NUMPAGES "'

# Links lead to the web alone.
part word/_rels/document.xml.rels
has 'TargetMode="External"' 2
has 'Target="http' 2

# All that was said, in its order.
expect 0 pandoc --from docx --to plain --columns 10000 "$docx"
says "$out" '<script>alert(1)</script> & "quotes"'
says "$out" 'Україна: частка у фонді відбудови, гарантії безпеки'
grep -oE '^ *deal number [0-9]+' "$out" | awk '{ print $3 }' > "$scratch/deals"
seq 70 | cmp -s - "$scratch/deals" || fail "deals are missing or in another order"

# The same bytes, whatever the environment and what the user has set up.
mkdir -p "$scratch/home/.pandoc"
echo broken > "$scratch/home/.pandoc/reference.docx"
TZ=Asia/Tokyo LC_ALL=C LANGUAGE=uk HOME=$scratch/home XDG_DATA_HOME=$scratch/home expect 0 "$pages" docx
cmp -s "$out" "$docx" || fail "the bytes depend on the environment"

# Without pandoc, and with one that fails.
PATH=$scratch/none expect 1 "$pages" docx
says "$err" 'it takes the program pandoc, which is not there; on Debian and Ubuntu: apt install pandoc'
is_empty "$out"
mkdir "$scratch/bin"
printf '#!/bin/sh\nprintf "not\\033[1m today\\n" >&2\nexit 7\n' > "$scratch/bin/pandoc"
chmod +x "$scratch/bin/pandoc"
PATH=$scratch/bin:$PATH expect 1 "$pages" docx
says "$err" 'cannot make the DOCX: pandoc failed: not\u001b[1m today'
is_empty "$out"

# It fails as well where children are not waited for, and where it says nothing.
ignore='import os, signal, sys; signal.signal (signal.SIGCHLD, signal.SIG_IGN); os.execv (sys.argv[1], sys.argv[1:])'
PATH=$scratch/bin:$PATH expect 1 python3 -c "$ignore" "$pages" docx
says "$err" 'cannot make the DOCX: pandoc failed: not\u001b[1m today'
printf '#!/bin/sh\nexit 0\n' > "$scratch/bin/pandoc"
PATH=$scratch/bin:$PATH expect 1 "$pages" docx
says "$err" 'cannot make the DOCX: pandoc wrote nothing'

finish
