#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads back the workbook of tests/sheets/write.c: numbers are numbers and texts texts, nothing is a
formula, and the same bytes come out whatever the time, the folder and the locale.

Usage: check.py WRITE
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile
from xml.etree import ElementTree

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"

# What the texts of the table of numbers become: a number with its format, or the same text.
NUMBERS = {
    "45": (45, "0"),
    "+15.7": (15.7, "+0.0;-0.0;0.0"),
    "-0.2": (-0.2, "0.0"),
    "1,968,933,729": (1968933729, "#,##0"),
    "52.3 %": (0.523, "0.0 %"),
    "0.0": (0, "0.0"),
    "1,234.50": (1234.5, "#,##0.00"),
    "+1,000": (1000, "+#,##0;-#,##0;#,##0"),
    "-12.5 %": (-0.125, "0.0 %"),
}
TEXTS = ["47.6-48.2", "=2+2", "over 99 %", "-4.5..0.0", "190/662", "12345678901234567"]


class Workbook:
    def __init__(self, path):
        self.zip = zipfile.ZipFile(path)
        assert self.zip.testzip() is None
        self.files = {name: self.zip.read(name) for name in self.zip.namelist()}
        self.trees = {
            name: ElementTree.fromstring(data)
            for name, data in self.files.items()
            if name.endswith((".xml", ".rels"))
        }
        shared = self.trees["xl/sharedStrings.xml"]
        self.strings = ["".join(item.itertext()) for item in shared]
        styles = self.trees["xl/styles.xml"]
        formats = {item.get("numFmtId"): item.get("formatCode") for item in styles.iter(f"{SHEET}numFmt")}
        formats |= {"1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00", "0": "General"}
        self.formats = [formats[item.get("numFmtId")] for item in styles.find(f"{SHEET}cellXfs")]
        self.names = [item.get("name") for item in self.trees["xl/workbook.xml"].iter(f"{SHEET}sheet")]

    def sheet(self, name):
        return self.trees[f"xl/worksheets/sheet{self.names.index(name) + 1}.xml"]

    def rows(self, name):
        """The cells of each row that has some: a text, or a number with its format."""
        for row in self.sheet(name).iter(f"{SHEET}row"):
            yield [self.value(cell) for cell in row.iter(f"{SHEET}c")]

    def value(self, cell):
        number = cell.find(f"{SHEET}v")
        if number is None:
            return None
        if cell.get("t") == "s":
            return self.strings[int(number.text)]
        assert cell.get("t") is None, f"{cell.get('r')} is neither text nor number"
        return float(number.text), self.formats[int(cell.get("s", "0"))]

    def charts(self):
        return [tree for name, tree in sorted(self.trees.items()) if name.startswith("xl/charts/")]


def check_safe(book):
    for name, data in book.files.items():
        if name.startswith("xl/worksheets/") and name.endswith(".xml"):
            assert b"<f" not in data, f"{name} has a formula"
        if name.endswith(".rels"):
            for target in re.findall(rb'Target="([^"]*)" TargetMode="External"', data):
                assert target.startswith(b"https://example.org/"), target
    for chart in book.charts():
        for formula in chart.iter(f"{CHART}f"):
            assert formula.text.startswith("'Chart data'!$"), formula.text
    for text in ["=1+1", "+SUM(A1:A9)", "@import", "! -2+3", "=caption", "=text", "=group", "=section", "=note"]:
        assert text in book.strings, text
    assert "• _x005F_x0041_ is no A" in book.strings
    assert "=label: \ufffd and 🤝" in book.strings


def check_names(book):
    assert len({name.lower() for name in book.names}) == len(book.names)
    for name in book.names:
        assert 0 < len(name) <= 31 and not re.search(r"[\[\]:*?/\\]", name), name
        assert not name.startswith("'") and not name.endswith("'") and name.lower() != "history", name
    assert book.names == [
        "=title",
        "A name   of  more than 31  char",
        "a NAME   of  more than 31   (2)",
        "Sheet",
        "History (2)",
        "it's",
        "Chart data",
    ], book.names


def check_numbers(book):
    rows = {row[0]: row[1:] for row in book.rows("=title") if len(row) == 3}
    for text, wanted in NUMBERS.items():
        assert rows[text][0] == wanted, (text, rows[text])
    for text in TEXTS:
        assert rows[text][0] == text, (text, rows[text])
    # Shown as in the text, but not rounded.
    assert rows["+15.7"][1] == (64.25, "0.0")
    assert rows["+total"] == ["thin", (7.5, "0.0")]
    formats = [row[1][1] for row in book.rows("=title") if len(row) == 3 and isinstance(row[1], tuple)]
    assert "General" not in formats


def check_set_up(book):
    long = book.sheet(book.names[1])
    assert long.find(f".//{SHEET}pane").attrib["ySplit"] == "1"
    assert long.find(f"{SHEET}autoFilter").get("ref") == "A1:B201"
    repeated = book.trees["xl/workbook.xml"].findall(f".//{SHEET}definedName[@name='_xlnm.Print_Titles']")
    assert any("$1:$1" in name.text for name in repeated)
    for name in book.names:
        set_up = book.sheet(name).find(f"{SHEET}pageSetup")
        assert set_up.get("paperSize") == "9" and set_up.get("orientation") == "portrait"
        foot = book.sheet(name).find(f".//{SHEET}oddFooter").text
        assert foot == "&L&8 2025 file && Parley&RPage &P of &N", foot
        assert book.sheet(name).find(f".//{SHEET}oddHeader").text == "&CR&&D only"
    assert book.sheet(book.names[2]).find(f"{SHEET}pageSetup").get("fitToHeight") is None  # one page
    assert book.sheet(book.names[1]).find(f"{SHEET}pageSetup").get("fitToHeight") == "0"
    core = book.files["docProps/core.xml"].decode()
    assert "<dc:title>=title<" in core and "<dc:creator>=author<" in core
    assert core.count(">2025-04-30T00:00:00Z<") == 2


def check_charts(book):
    charts = book.charts()
    kinds = [child.tag for chart in charts for child in chart.find(f".//{CHART}plotArea")]
    assert [kind.removeprefix(CHART) for kind in kinds if kind.endswith("Chart")] == [
        "barChart",
        "barChart",
        "scatterChart",
    ]
    groupings = [item.get("val") for chart in charts for item in chart.iter(f"{CHART}grouping")]
    assert groupings == ["clustered", "stacked"], groupings
    labels = [
        "".join(label.itertext())
        for label in charts[2].iter("{http://schemas.openxmlformats.org/drawingml/2006/main}t")
    ]
    assert " =offer" in labels and " =rule" in labels, labels
    alternatives = [data for name, data in book.files.items() if name.startswith("xl/drawings/drawing")]
    assert sum(data.count(b'descr="=described \xef\xbf\xbd"') for data in alternatives) == 3
    matrix = [row for row in book.rows(book.names[2]) if row]
    assert ["next", (0.25, "0.00"), None] in matrix and ["next", (0.5, "0 %"), None] in matrix
    assert ["=first", (0, "0.00"), "=none"] in matrix
    empty = [row[0] for row in book.rows("Sheet") if row]
    assert [text for text in empty if text] == ["=nothing"] + 3 * ["=described \ufffd"], empty
    scale = book.sheet(book.names[2]).find(f".//{SHEET}colorScale")
    assert scale is not None


def check_ukrainian(path):
    """In Ukrainian the same texts are read by other marks."""
    book = Workbook(path)
    rows = {row[0]: row[1:] for row in book.rows("=title") if len(row) == 3}
    assert rows["45"][0] == (45, "0")
    assert rows["+15.7"][0] == "+15.7"
    assert "Дані діаграм" in book.names


def write(program, path, language="en", **environment):
    subprocess.run([program, path, language], check=True, env=os.environ | environment)
    return path.read_bytes()


def main():
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        scratch = folder / "scratch"
        scratch.mkdir()
        once = write(program, folder / "once.xlsx", TMPDIR=str(scratch))
        assert not list(scratch.iterdir()), "temporary files are left"
        again = write(program, folder / "again.xlsx", TZ="Asia/Tokyo", LC_ALL="C")
        assert once == again, "not the same bytes"
        book = Workbook(folder / "once.xlsx")
        check_safe(book)
        check_names(book)
        check_numbers(book)
        check_set_up(book)
        check_charts(book)
        write(program, folder / "uk.xlsx", "uk")
        check_ukrainian(folder / "uk.xlsx")
        nowhere = subprocess.run(
            [program, folder / "no.xlsx"], env=os.environ | {"TMPDIR": "/nowhere"}, capture_output=True, check=False
        )
        assert nowhere.returncode == 1 and b"/nowhere" in nowhere.stderr, nowhere


main()
