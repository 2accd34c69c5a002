#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the examples of the documents, and checks what else a program can check in them.

In README.md, CONTRIBUTING.md and the files in docs/ (but for docs/library.md, whose commands
library/installed.py runs):

- a ```console block has commands, "$ parley ..." or "$ ./dev run ...", each with what it prints.
  A line "…" stands for one or more lines left out. A command that ends with a status other
  than 0 says so in a last line, "# exit status 1".
- a ```json block is JSON, and passes 'parley check' when it is a whole scenario or model. Below
  a line that ends with "`NAME.json`:" it is a file of this name to the commands that follow; below
  "`NAME.json`, with mistakes:" one that 'parley check' refuses.
- a link within the tree leads to a file that is there, or to a heading of it.
- no line is left of a merge, which would make a heading of the paragraph above it.

README.md and docs/manual.md name every command, the manual every option as well, and of those for
"all" or "all but" some commands just these; docs/README.md names every page of docs/ (of a folder
there, its README.md stands for those beside it), and docs/refusals.md has every problem of
src/scenario/problems.def.

Usage: docs.py [--update] PARLEY TOP

With --update, or PARLEY_UPDATE_GOLDEN in the environment, examples and refusals are written
anew. A cut stays where the lines around it can still be found.
"""

import argparse
import difflib
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile
from dataclasses import dataclass

CUT = "…"
CONTEXT = 3  # so many lines on either side say where a cut is
ALIKE = 0.6  # from this likeness on they are the same lines with other figures in them
STATUS = re.compile(r"# exit status (\d+)")
FENCE = re.compile(r"```+(\w*)")
NAME = re.compile(r"`([\w-]+\.json)`(, with mistakes)?:$")
MERGE = re.compile(r"(?:<{7} .*|={7}|>{7} .*)")
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
COMMON = re.compile(r"^\| (.*`--.*) \| all(?: but (`.*`))? \|", re.MULTILINE)
PROBLEM = re.compile(r'PARLEY_PROBLEM \(\w+, "([a-z-]+)", (\w+),\s*("(?:[^"\\]|\\.)*")\)')
SECTION = re.compile(r"/\* (.*) \*/")
GENERATED = "<!-- From here on this is src/scenario/problems.def; tests/docs.py writes it. -->"


@dataclass
class Block:
    """What stands between two fences: the lines from @first to before @end."""
    kind: str
    first: int
    end: int


@dataclass
class Example:
    """A command of a block with what it is said to print, cuts included."""
    command: str
    expected: list
    status: int
    line: int


def blocks_of(lines):
    opening = None
    for i, line in enumerate(lines):
        fence = FENCE.match(line)
        if fence and opening is None:
            opening, first = fence, i + 1
        elif fence:
            yield Block(opening[1], first, i)
            opening = None


def name_of(lines, block):
    """The name of the file that a block is, and whether it has mistakes."""
    above = [line for line in lines[:block.first - 1] if line]
    named = NAME.search(above[-1]) if above else None
    return (named[1], bool(named[2])) if named else ("block.json", False)


def examples_of(lines, block):
    """The examples of a block. Lines above the first command make one without a command."""
    examples = []
    for i in range(block.first, block.end):
        status = STATUS.fullmatch(lines[i])
        if lines[i].startswith("$ "):
            examples.append(Example(lines[i][2:], [], 0, i + 1))
        elif not examples:
            examples.append(Example("", [lines[i]], 0, i + 1))
        elif status:
            examples[-1].status = int(status[1])
        else:
            examples[-1].expected.append(lines[i])
    return examples


def written(example):
    status = [f"# exit status {example.status}"] if example.status else []
    return [f"$ {example.command}", *example.expected, *status]


# Cuts

def segments_of(expected):
    """The lines between the cuts."""
    segments = [[]]
    for line in expected:
        if line == CUT:
            segments.append([])
        else:
            segments[-1].append(line)
    return segments


def matches(expected, lines):
    """Whether @lines are what is @expected, with any lines for each cut."""
    first, *rest = segments_of(expected)
    if not rest:
        return lines == first
    *middle, last = rest
    at = len(first)
    if lines[:at] != first:
        return False
    for segment in middle:
        places = range(at + 1, len(lines) - len(segment) + 1)
        at = next((p for p in places if lines[p:p + len(segment)] == segment), None)
        if at is None:
            return False
        at += len(segment)
    return len(lines) - len(last) > at and lines[len(lines) - len(last):] == last


def likeness(some, others):
    pairs = [difflib.SequenceMatcher(None, a, b, autojunk=False).ratio()
             for a, b in zip(some, others)]
    return sum(pairs) / len(some) if some else 1


def find(segment, lines, places):
    """Which of @places in @lines is most like the start of @segment; None when none is like it."""
    wanted = segment[:CONTEXT]
    best = max(places, key=lambda p: likeness(wanted, lines[p:p + len(wanted)]), default=None)
    if best is None or likeness(wanted, lines[best:best + len(wanted)]) < ALIKE:
        return None
    return best


def cut_of(before, after, lines, at):
    """Where a cut between two segments starts and ends in @lines, from @at on; or None."""
    backwards = lines[::-1]
    places = range(len(lines) - at - len(before[-CONTEXT:]), -1, -1)
    start = find(before[::-1], backwards, places) if before else len(lines) - at
    if start is None:
        return None
    start = len(lines) - start
    end = find(after, lines, range(start + 1, len(lines))) if after else len(lines)
    return None if end is None or end <= start else (start, end)


def renewed(expected, lines):
    """@lines, with the cuts of @expected where they can still be made."""
    if matches(expected, lines):
        return expected
    segments = segments_of(expected)
    result, at = [], 0
    for before, after in zip(segments, segments[1:]):
        cut = cut_of(before, after, lines, at)
        if cut:
            result += [*lines[at:cut[0]], CUT]
            at = cut[1]
    result += lines[at:]
    return result if matches(result, lines) else lines


# Headings and problems

def slug(heading):
    """What GitHub makes of a heading in a link."""
    kept = re.sub(r"[^\w\- ]", "", heading.strip().lower())
    return kept.replace(" ", "-")


def prose_of(lines):
    """The lines outside all blocks, numbered."""
    inside = {i for block in blocks_of(lines) for i in range(block.first - 1, block.end + 1)}
    return [(i + 1, line) for i, line in enumerate(lines) if i not in inside]


def anchors_of(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    return {slug(line.lstrip("#")) for _, line in prose_of(lines) if line.startswith("#")}


def plain(text):
    """@text for a table of Markdown."""
    return re.sub(r"([|*_<\\])", r"\\\1", text)


def refusals_of(definitions):
    """The tables of docs/refusals.md: one a section of @definitions."""
    lines = []
    body = definitions[definitions.index("PARLEY_PROBLEM"):]
    heading = SECTION.findall(definitions[:definitions.index("PARLEY_PROBLEM")])[-1]
    for part in re.split(r"\n(?=/\*)", body):
        title = SECTION.match(part)
        rows = PROBLEM.findall(part)
        lines += ["", f"## {title[1] if title else heading}", "", "| code | | meaning |",
                  "|---|---|---|"]
        for code, severity, meaning in rows:
            lines.append(f"| `{code}` | {severity.lower()} | {plain(json.loads(meaning))} |")
    return lines


class Documents:
    """The documents of a tree, and what is wrong with them."""

    def __init__(self, parley, top, scratch, update):
        self.parley = parley
        self.top = top
        self.scratch = scratch
        self.update = update
        self.n_checks = 0
        self.failures = []

    def note(self, place, failure):
        self.n_checks += 1
        if failure:
            self.failures.append(f"{place}: {failure}")

    def run(self, command):
        """What a command prints, line by line, and its exit status; None when it is not ours."""
        words = shlex.split(command)
        if words[:2] == ["./dev", "run"]:
            words = ["parley", *(words[2:] or self.default_arguments())]
        if words[:1] != ["parley"]:
            return None
        done = subprocess.run(
            [self.parley, *words[1:]], cwd=self.scratch, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False,
            env={**os.environ, "LC_ALL": "C.UTF-8"})
        return done.stdout.splitlines(), done.returncode

    def default_arguments(self):
        """What ./dev runs when it is told nothing."""
        text = (self.top / "dev").read_text(encoding="utf-8")
        return shlex.split(re.search(r"^ *set -- (\w.*)$", text, re.MULTILINE)[1])

    def commands(self):
        """A line each: its name, and its options."""
        return self.run("parley --completions")[0]

    def is_left_out(self, command):
        """Whether it is about the page, which a build need not have."""
        return command.startswith("parley serve ") and not any(
            line.startswith("serve ") for line in self.commands())

    def check_example(self, place, example):
        """Returns the example as it should be."""
        if self.is_left_out(example.command or ""):
            return example
        result = self.run(example.command) if example.command else None
        if result is None:
            self.note(place, "neither '$ parley ...' nor '$ ./dev run ...'")
            return example
        lines, status = result
        if not 0 <= status <= 3:
            self.note(place, "\n".join([f"ends with status {status}", *lines]))
            return example
        real = Example(example.command, renewed(example.expected, lines), status, example.line)
        difference = list(difflib.unified_diff(written(example), written(real), "document",
                                               "program", n=1, lineterm=""))
        if difference and not self.update:
            self.note(place, "\n".join(["prints something else", *difference]))
        else:
            self.note(place, None)
        return real

    def check_console(self, name, lines, block):
        """Returns the lines of the block as they should be."""
        return [line for example in examples_of(lines, block)
                for line in written(self.check_example(f"{name}:{example.line}", example))]

    def check_json(self, place, name, has_mistakes, text):
        (self.scratch / name).write_text(text, encoding="utf-8")
        try:
            value = json.loads(text)
        except ValueError as error:
            self.note(place, f"not JSON: {error}")
            return
        self.note(place, None)
        kind = value.get("format") if isinstance(value, dict) else None
        if kind in ("parley/1", "parley-model/1"):
            said, status = self.run(f"parley check {name}")
            if has_mistakes:
                self.note(place, None if status == 1 else "it has no mistakes")
            else:
                self.note(place, "\n".join(["refused", *said]) if status else None)

    def check_blocks(self, name, lines):
        """Returns the lines of the document as they should be."""
        result, at = [], 0
        n_fences = sum(1 for line in lines if FENCE.match(line))
        self.note(name, "a block has no end" if n_fences % 2 else None)
        for block in blocks_of(lines):
            result += lines[at:block.first]
            inside = lines[block.first:block.end]
            if block.kind == "console":
                inside = self.check_console(name, lines, block)
            elif block.kind == "json":
                self.check_json(f"{name}:{block.first + 1}", *name_of(lines, block),
                                "\n".join(inside) + "\n")
            result += inside
            at = block.end
        return result + lines[at:]

    def check_links(self, path, name, lines):
        for number, line in prose_of(lines):
            for target in LINK.findall(re.sub(r"`[^`]*`", "", line)):
                if re.match(r"<?[a-z]+:", target):
                    continue
                file, _, anchor = target.partition("#")
                found = path.parent / file if file else path
                if not found.exists():
                    self.note(f"{name}:{number}", f"nothing is at {target}")
                elif anchor and anchor not in anchors_of(found):
                    self.note(f"{name}:{number}", f"no heading is at {target}")
                else:
                    self.note(f"{name}:{number}", None)

    def check_merged(self, name, lines):
        for number, line in prose_of(lines):
            if MERGE.fullmatch(line):
                self.note(f"{name}:{number}", f"left of a merge: {line}")

    def check_mentions(self):
        lines = self.commands()
        for command, *options in map(str.split, lines):
            self.check_mention("README.md", f"parley {command}")
            self.check_mention("docs/manual.md", f"parley {command}")
            for option in options:
                self.check_mention("docs/manual.md", option)
        self.check_common({command: options for command, *options in map(str.split, lines)})

    def check_common(self, options):
        """What the manual says of options that all commands have, or all but some."""
        text = (self.top / "docs" / "manual.md").read_text(encoding="utf-8")
        for names, others in COMMON.findall(text):
            said = set(re.findall(r"`(\w+)`", others)) & set(options)
            for name in re.findall(r"--\w+", names):
                without = {command for command in options if name not in options[command]}
                self.note("docs/manual.md", f"{name}: not in {', '.join(sorted(without))}"
                          if without != said else None)

    def check_index(self):
        index = self.top / "docs" / "README.md"
        listed = {(index.parent / target).resolve()
                  for target in LINK.findall(index.read_text(encoding="utf-8"))}
        for page in sorted(index.parent.rglob("*.md")):
            if page != index and not {page.resolve(), page.resolve().with_name("README.md")} & listed:
                self.note("docs/README.md", f"does not list {page.relative_to(index.parent)}")

    def check_mention(self, name, words):
        text = (self.top / name).read_text(encoding="utf-8")
        named = re.search(rf"(?<![\w-]){words}(?![\w-])", text)
        self.note(name, None if named else f"does not name {words}")

    def check_refusals(self, lines):
        """Returns the lines of docs/refusals.md as they should be."""
        definitions = (self.top / "src/scenario/problems.def").read_text(encoding="utf-8")
        if definitions.count("PARLEY_PROBLEM (") != len(PROBLEM.findall(definitions)):
            self.note("src/scenario/problems.def", "has problems that cannot be read")
        at = lines.index(GENERATED) + 1
        wanted = refusals_of(definitions)
        difference = list(difflib.unified_diff(lines[at:], wanted, "document", "problems.def",
                                               n=0, lineterm=""))
        self.note("docs/refusals.md", None if self.update or not difference else
                  "\n".join(["differs from src/scenario/problems.def", *difference]))
        return [*lines[:at], *wanted]

    def check(self, path):
        name = str(path.relative_to(self.top))
        lines = path.read_text(encoding="utf-8").splitlines()
        wanted = self.check_blocks(name, lines)
        if name == "docs/refusals.md":
            wanted = self.check_refusals(wanted)
        self.check_links(path, name, wanted)
        self.check_merged(name, wanted)
        if self.update and wanted != lines:
            path.write_text("\n".join(wanted) + "\n", encoding="utf-8")
            print(f"{name} is written anew")

    def check_all(self):
        for path in [self.top / "README.md", self.top / "CONTRIBUTING.md",
                     *sorted((self.top / "docs").rglob("*.md"))]:
            if path != self.top / "docs" / "library.md":
                self.check(path)
        self.check_mentions()
        self.check_index()


def check_tree(parley, top, update):
    """Returns the Documents of the tree, checked. Commands run in a folder like it, which they may
    write to."""
    with tempfile.TemporaryDirectory() as scratch:
        for name in ("docs", "models", "scenarios", "tests"):
            os.symlink(top / name, os.path.join(scratch, name))
        documents = Documents(parley, top, pathlib.Path(scratch), update)
        documents.check_all()
    return documents


def main():
    parser = argparse.ArgumentParser(description="Checks the documents against the program.")
    parser.add_argument("parley", type=pathlib.Path)
    parser.add_argument("top", type=pathlib.Path, help="the folder of the source tree")
    parser.add_argument("--update", action="store_true", help="write examples and refusals anew",
                        default=bool(os.environ.get("PARLEY_UPDATE_GOLDEN")))
    options = parser.parse_args()

    documents = check_tree(options.parley.resolve(), options.top.resolve(), options.update)
    for failure in documents.failures:
        print(failure)
    print(f"{documents.n_checks} checks, {len(documents.failures)} failed")
    return 1 if documents.failures else 0


if __name__ == "__main__":
    sys.exit(main())
