#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when a catalogue in po/ and the texts in the sources are not the same.

po/parley.pot must list every text that src marks for translation, and each translation must have
words for all of them, with the same placeholders and none that gettext takes for a guess.

Usage: words.py [--fix] TOP
  --fix  writes po/parley.pot anew and merges it into the translations first
"""

import pathlib
import subprocess
import sys
import tempfile

# What takes texts in src/report/language.h, and which of the arguments these are.
KEYWORDS = ["_", "N_", "NP_:1,2", "C_:1c,2", "parley_translate_count:1,2"]

# Dates and places change without any text that does.
LAYOUT = ["--no-wrap", "--add-location=file", "--sort-by-file"]


def run(*command, **options):
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8", **options).stdout


def template(top):
    """The texts of the sources as a .pot file."""
    sources = sorted(str(path.relative_to(top)) for path in top.glob("src/**/*.c"))
    found = run(
        "xgettext",
        "--language=C",
        "--from-code=UTF-8",
        "--keyword",
        *(f"--keyword={keyword}" for keyword in KEYWORDS),
        "--add-comments=Translators:",
        "--package-name=Parley",
        "--copyright-holder=Parley's authors",
        *LAYOUT,
        "--output=-",
        *sources,
        cwd=top,
    )
    lines = found.splitlines(keepends=True)
    head = '# Every text that Parley\'s reports say; "./dev words" writes this file.\n'
    body = "".join(line for line in lines if "POT-Creation-Date" not in line)
    return head + body[body.index("#, fuzzy\n") + len("#, fuzzy\n") :]


def merge(catalogue, pot):
    """Leaves in @catalogue the texts of @pot, and none that are no longer there."""
    run("msgmerge", "--quiet", "--update", "--backup=none", "--no-fuzzy-matching", *LAYOUT, catalogue, pot)
    run("msgattrib", "--no-obsolete", "--no-wrap", "--output-file", catalogue, catalogue)


def faults(catalogue, pot):
    """What is wrong with a translation, one a line."""
    with tempfile.TemporaryDirectory() as folder:
        compiled = pathlib.Path(folder) / "words.mo"
        check = subprocess.run(
            ["msgfmt", "--check", "--statistics", "-o", compiled, catalogue],
            capture_output=True,
            encoding="utf-8",
            env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"},
        )
        said = check.stderr.strip()
        if check.returncode != 0 or "fuzzy" in said or "untranslated" in said:
            yield said
        merged = pathlib.Path(folder) / "merged.po"
        merged.write_text(catalogue.read_text(encoding="utf-8"), encoding="utf-8")
        merge(merged, pot)
        if merged.read_text(encoding="utf-8") != catalogue.read_text(encoding="utf-8"):
            yield "it does not have the texts of po/parley.pot"


def self_test():
    """A test that cannot fail proves nothing: each of these catalogues has a fault."""
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    pot = head + '\n#, c-format\nmsgid "%s points"\nmsgstr ""\n'
    rows = {
        "untranslated": pot,
        "other placeholders": head + '\n#, c-format\nmsgid "%s points"\nmsgstr "%u points"\n',
        "guessed": head + '\n#, fuzzy, c-format\nmsgid "%s points"\nmsgstr "%s Punkte"\n',
        "missing": head,
    }
    with tempfile.TemporaryDirectory() as folder:
        paths = pathlib.Path(folder) / "xx.po", pathlib.Path(folder) / "words.pot"
        paths[1].write_text(pot, encoding="utf-8")
        for label, text in rows.items():
            paths[0].write_text(text, encoding="utf-8")
            assert list(faults(*paths)), f"self-test: {label}"


def main():
    *options, top = sys.argv[1:]
    top = pathlib.Path(top).resolve()
    pot = top / "po" / "parley.pot"
    catalogues = sorted(top.glob("po/*.po"))
    if options == ["--fix"]:
        pot.write_text(template(top), encoding="utf-8")
        for catalogue in catalogues:
            merge(catalogue, pot)
    else:
        self_test()
    wrong = [f"{c.relative_to(top)}: {fault}" for c in catalogues for fault in faults(c, pot)]
    if pot.read_text(encoding="utf-8") != template(top):
        wrong.append('po/parley.pot does not have the texts of the sources: run "./dev words"')
    print("\n".join(wrong), end="\n" if wrong else "")
    sys.exit(1 if wrong or not catalogues else 0)


main()
