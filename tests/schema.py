#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests docs/scenario.schema.json with a validator that is not Parley's.

The schema must be a valid schema that explains each of its keys. It must accept every file in
scenarios/, models/ and tests/good/ and the example of 'parley init', which must show each key, and
refuse every file in tests/bad/: each of these has one defect, and its name says which.
docs/format.md must name the same keys, and its tables the very keys of their objects.
"""

import argparse
import json
import pathlib
import re
import sys

try:
    import jsonschema
except ImportError:
    jsonschema = None

SKIPPED = 77  # what meson takes for "skipped"
EXAMPLE = "src/cli/example.json"  # what 'parley init' writes
NOT_IN_EXAMPLE = {"use"}  # it would name a file that is not there

# Whose keys the tables of docs/format.md list, by the heading above; and what they leave to the text.
TABLES = {"The scenario": ("scenario", set()),
          "Numbers": ("input", set()),
          "Parties": ("party_in_place", {"$schema", "format"}),
          "Drafts": ("draft", set())}
TABLE_OF_KEYS = re.compile(
    r"^## (.*)\n(?:(?!## ).*\n)*?\| key \|.*\n\|-.*\n((?:\|.*\n)+)", re.MULTILINE)
SPAN = re.compile(r"`([^`]*)`")
WRITTEN_KEY = re.compile(r'(?<=[{,] )"([^"]*)"')  # of an object such as { "id", "never": condition }
IDS_IN_EXAMPLES = {"us"}


class Tally:
    """Counts what passed and prints what failed."""

    def __init__(self):
        self.passed = 0
        self.failed = 0

    def note(self, name, failure):
        if failure is None:
            self.passed += 1
        else:
            self.failed += 1
            print(f"{name}: {failure}")


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def keys_used(node):
    """Every key in a document."""
    if isinstance(node, dict):
        yield from node
        node = list(node.values())
    for child in node if isinstance(node, list) else ():
        yield from keys_used(child)


def keys_defined(node):
    """Every key that a schema knows."""
    if isinstance(node, dict):
        yield from node.get("properties", ())
        node = list(node.values())
    for child in node if isinstance(node, list) else ():
        yield from keys_defined(child)


def undescribed_keys(node, schema, pointer="#"):
    """Yields the pointers of properties that no text describes."""
    if isinstance(node, list):
        for i, child in enumerate(node):
            yield from undescribed_keys(child, schema, f"{pointer}/{i}")
    if not isinstance(node, dict):
        return
    for key, child in node.items():
        yield from undescribed_keys(child, schema, f"{pointer}/{key}")
    for key, child in closed_properties(node):
        if "description" not in resolved(child, schema):
            yield f"{pointer}/properties/{key}"


def closed_properties(node):
    """The properties that a schema introduces; open ones only restrict what others introduce."""
    if node.get("additionalProperties") is not False or not isinstance(node.get("properties"), dict):
        return []
    described_elsewhere = {"points", "shape"}  # by value_function, around its branches
    return [(k, v) for k, v in node["properties"].items() if k not in described_elsewhere]


def resolved(node, schema):
    """@node, or what it refers to when it has no description of its own."""
    while "description" not in node and "$ref" in node:
        target = schema
        for part in node["$ref"].removeprefix("#/").split("/"):
            target = target[part]
        node = target
    return node


def first_error(validator, path):
    """The error that says most about @path, or None when the schema accepts it."""
    error = jsonschema.exceptions.best_match(validator.iter_errors(read(path)))
    if error is None:
        return None
    return "/" + "/".join(map(str, error.absolute_path)) + ": " + error.message


def good_files(root):
    for folder in ("scenarios", "models", "tests/good"):
        yield from sorted((root / folder).glob("*.json"))
    yield root / EXAMPLE


def listing(what, names):
    """A failure that lists @names, or None when there are none."""
    return f"{what}: {', '.join(sorted(names))}" if names else None


def check_schema(tally, kind, schema, example):
    try:
        kind.check_schema(schema)
        tally.note("schema", None)
    except jsonschema.SchemaError as error:
        tally.note("schema", f"not a valid schema: {error.message}")
    tally.note("schema", listing("no description", set(undescribed_keys(schema, schema))))
    unshown = set(keys_defined(schema)) - set(keys_used(example)) - NOT_IN_EXAMPLE
    tally.note(EXAMPLE, listing("not shown", unshown))


def check_format(tally, schema, text):
    """Compares @schema with @text, docs/format.md."""
    tables = {heading: {key for row in rows.splitlines() for key in SPAN.findall(row.split("|")[1])}
              for heading, rows in TABLE_OF_KEYS.findall(text)}
    for heading, (name, elsewhere) in TABLES.items():
        wanted = set(schema["$defs"][name]["properties"]) - elsewhere
        tally.note("docs/format.md", listing(f"other keys below {heading}",
                                             wanted ^ tables.get(heading, set())))

    spans = SPAN.findall(text)
    known = set(keys_defined(schema))
    named = {word for span in spans for word in re.findall(r"[$\w]+", span)}
    written = {key for span in spans for key in WRITTEN_KEY.findall(span)} - IDS_IN_EXAMPLES
    tally.note("docs/format.md", listing("does not name", known - named))
    tally.note("docs/format.md", listing("names what is no key", written - known))


def check_bad_files(tally, validator, root, verbose):
    paths = sorted((root / "tests/bad").glob("*.json"))
    tally.note("tests/bad", None if paths else "no files")
    for path in paths:
        error = first_error(validator, path)
        if verbose:
            print(f"{path.name}: {error}")
        tally.note(path.relative_to(root), None if error else "accepted, but it is bad")


def run(root, verbose):
    tally = Tally()
    schema = read(root / "docs/scenario.schema.json")
    kind = jsonschema.Draft202012Validator
    validator = kind(schema)

    check_schema(tally, kind, schema, read(root / EXAMPLE))
    check_format(tally, schema, (root / "docs/format.md").read_text(encoding="utf-8"))
    for path in good_files(root):
        tally.note(path.relative_to(root), first_error(validator, path))
    check_bad_files(tally, validator, root, verbose)
    return tally


def main():
    parser = argparse.ArgumentParser(description="Tests the JSON Schema of scenario files.")
    parser.add_argument("root", type=pathlib.Path, help="the folder of the source tree")
    parser.add_argument("--require", action="store_true", help="fail when jsonschema is missing")
    parser.add_argument("--verbose", action="store_true", help="say why each bad file is refused")
    options = parser.parse_args()

    if jsonschema is None or not hasattr(jsonschema, "Draft202012Validator"):
        print("python3-jsonschema 4.0 or later is missing")
        return 1 if options.require else SKIPPED
    tally = run(options.root, options.verbose)
    print(f"{tally.passed} passed, {tally.failed} failed")
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main())
