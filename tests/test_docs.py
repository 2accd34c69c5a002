#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows that docs.py finds what is wrong with documents, in a small tree with a small program."""

import pathlib
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from docs import CUT, GENERATED, check_tree, matches, renewed  # noqa: E402

PROGRAM = """#!/bin/sh
case $1 in
  --completions) echo 'count --by --help' ;;
  check) grep -q good "$2" || { echo "$2 is bad"; exit 1; } ;;
  count) printf 'one\\ntwo\\nthree\\n' ;;
  refuse) echo 'no' >&2; exit 2 ;;
  show) cat "$2" ;;
esac
"""

DEV = """run () {
  if (($# == 0)); then
    set -- count to three
  fi
}
"""

PROBLEMS = """/* First. */

/* Numbers */
PARLEY_PROBLEM (ODD, "odd", ERROR, "it is \\"odd\\"")
PARLEY_PROBLEM (LATE, "late", WARNING,
                "a number | comes late")
"""

REFUSALS = f"""# Refusals

{GENERATED}

## Numbers

| code | | meaning |
|---|---|---|
| `odd` | error | it is "odd" |
| `late` | warning | a number \\| comes late |
"""

README = """# Program

`parley count` counts; see [the manual](docs/manual.md#how-to-count-it).

```console
$ ./dev run
one
…
three
$ parley refuse
no
# exit status 2
```

```json
{ "format": "parley/1", "title": "good" }
```

It reads `change.json`:

```json
{ "title": "better" }
```

```console
$ parley show change.json
{ "title": "better" }
```
"""

INDEX = "# Documents\n\n[How to count](manual.md), [refusals](refusals.md)\n"

MANUAL = "# How to count it\n\n`parley count --by 1`, `--help`.\n"


class Tree(unittest.TestCase):
    """A tree without fault, in which each test makes one."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.top = pathlib.Path(folder.name)
        self.parley = self.top / "parley"
        for name, text in {"parley": PROGRAM, "dev": DEV, "README.md": README,
                           "CONTRIBUTING.md": "# Contributing\n", "docs/manual.md": MANUAL,
                           "docs/README.md": INDEX, "docs/refusals.md": REFUSALS,
                           "src/scenario/problems.def": PROBLEMS}.items():
            path = self.top / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        self.parley.chmod(0o755)

    def read(self, name):
        return (self.top / name).read_text(encoding="utf-8")

    def spoil(self, name, old, new):
        text = self.read(name)
        self.assertIn(old, text)
        (self.top / name).write_text(text.replace(old, new), encoding="utf-8")

    def failures(self, update=False):
        return check_tree(self.parley, self.top, update).failures

    def assert_fails(self, *words):
        failures = self.failures()
        self.assertEqual(len(failures), 1, failures)
        for word in words:
            self.assertIn(word, failures[0])

    def test_nothing_is_wrong(self):
        self.assertEqual(self.failures(), [])

    def test_other_output(self):
        self.spoil("README.md", "three", "four")
        self.assert_fails("README.md:6", "-four", "+three")

    def test_line_left_out_without_cut(self):
        self.spoil("README.md", "…\n", "")
        self.assert_fails("README.md:6", "+two")

    def test_cut_of_nothing(self):
        self.spoil("README.md", "one\n…", "one\n…\ntwo")
        self.assert_fails("README.md:6", "-…")

    def test_other_status(self):
        self.spoil("README.md", "# exit status 2\n", "")
        self.assert_fails("README.md:10", "+# exit status 2")

    def test_crash(self):
        self.spoil("parley", "exit 2", "exit 139")
        self.assert_fails("README.md:10", "status 139")

    def test_other_default_arguments(self):
        self.spoil("dev", "count to three", "refuse")
        self.assert_fails("README.md:6", "+# exit status 2")

    def test_other_command(self):
        self.spoil("README.md", "$ ./dev run\none\n…\nthree", "$ true")
        self.assert_fails("README.md:6", "neither")

    def test_output_without_command(self):
        self.spoil("README.md", "$ ./dev run\n", "")
        self.assert_fails("README.md:6", "neither")

    def test_block_without_end(self):
        self.spoil("docs/manual.md", "`--help`.\n", "`--help`.\n```\n")
        self.assert_fails("docs/manual.md", "no end")

    def test_bad_json(self):
        self.spoil("README.md", '"good" }', '"good", }')
        self.assert_fails("README.md:16", "not JSON")

    def test_bad_scenario(self):
        self.spoil("README.md", '"good"', '"else"')
        self.assert_fails("README.md:16", "block.json is bad")

    def test_mistakes(self):
        bad = '```json\n{ "format": "parley/1", "title": "else" }\n```\n'
        self.spoil("docs/manual.md", "`--help`.\n", f"`--help`. `b.json`, with mistakes:\n{bad}")
        self.assertEqual(self.failures(), [])
        self.spoil("docs/manual.md", "else", "good")
        self.assert_fails("docs/manual.md:5", "no mistakes")

    def test_other_file(self):
        self.spoil("README.md", "reads `change.json`", "reads `other.json`")
        self.assert_fails("README.md:26", "No such file")

    def test_link_to_nothing(self):
        self.spoil("README.md", "docs/manual.md#", "docs/handbook.md#")
        self.assert_fails("README.md:3", "docs/handbook.md")

    def test_link_to_no_heading(self):
        self.spoil("docs/manual.md", "How to count it", "How to count")
        self.assert_fails("README.md:3", "#how-to-count-it")

    def test_left_of_a_merge(self):
        (self.top / "CONTRIBUTING.md").write_text("Text\n=======\n", encoding="utf-8")
        self.assert_fails("CONTRIBUTING.md:2", "left of a merge: =======")

    def test_page_not_listed(self):
        self.spoil("docs/README.md", ", [refusals](refusals.md)", "")
        self.assert_fails("docs/README.md", "refusals.md")

    def test_command_not_named(self):
        self.spoil("README.md", "`parley count`", "It")
        self.assert_fails("README.md", "parley count")

    def test_option_not_named(self):
        self.spoil("docs/manual.md", "--by", "--by-the-way")
        self.assert_fails("docs/manual.md", "--by")

    def test_option_of_other_commands(self):
        self.spoil("parley", "'count --by --help'", "'count --by --help\nrefuse --help'")
        self.spoil("README.md", "`parley count`", "`parley count`, not `parley refuse`,")
        self.spoil("docs/manual.md", "`--help`.", "`parley refuse`\n\n| `--by` | all but `refuse` | |\n"
                   "| `-h`, `--help` | all | |")
        self.assertEqual(self.failures(), [])
        self.spoil("docs/manual.md", "all but `refuse`", "all")
        self.assert_fails("docs/manual.md", "--by: not in refuse")

    def test_refusal_not_listed(self):
        self.spoil("docs/refusals.md", '| `odd` | error | it is "odd" |\n', "")
        self.assert_fails("docs/refusals.md", '+| `odd`')

    def test_refusal_that_cannot_be_read(self):
        self.spoil("src/scenario/problems.def", '"odd", ERROR', '"odd",  ERROR')
        self.assertIn("cannot be read", self.failures()[0])

    def test_update_mends(self):
        self.spoil("README.md", "one\n", "eins\n")
        self.spoil("README.md", "# exit status 2", "# exit status 1")
        self.spoil("docs/refusals.md", "late", "early")
        self.assertEqual(self.failures(update=True), [])
        self.assertEqual(self.read("README.md"), README.replace("one\n…\n", "one\ntwo\n"))
        self.assertEqual(self.read("docs/refusals.md"), REFUSALS)


class Cuts(unittest.TestCase):
    LINES = ["Title", "", "There are 12 deals.", "a 1", "b 2", "c 3", "", "End of it"]

    def test_matches(self):
        for expected in (self.LINES, [CUT], ["Title", CUT], [CUT, "End of it"],
                         ["Title", CUT, "a 1", CUT, "", "End of it"]):
            self.assertTrue(matches(expected, self.LINES), expected)
        for expected in ([], self.LINES[1:], ["Title", CUT, "b 3", CUT], [*self.LINES, CUT],
                         ["Title", CUT, "c 3", CUT, "a 1", CUT], [CUT, *self.LINES]):
            self.assertFalse(matches(expected, self.LINES), expected)

    def test_cuts_stay_when_figures_change(self):
        expected = ["Title", "", "There are 7 deals.", CUT, "c 4", "", CUT]
        self.assertEqual(renewed(expected, self.LINES),
                         ["Title", "", "There are 12 deals.", CUT, "c 3", "", CUT])

    def test_cuts_go_with_their_lines(self):
        self.assertEqual(renewed(["Something else altogether", CUT, "Nowhere"], self.LINES),
                         self.LINES)


if __name__ == "__main__":
    unittest.main()
