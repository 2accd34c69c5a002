#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses libparley as strangers do, from where it is installed.

It exports what its headers declare and nothing else, under the soname of its version; each header
compiles alone, as C and as C++; and the documents about it are run, block by block: their commands
compile and run the examples, which also say why they have no answer.

Usage: installed.py MESON BUILD TOP
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import docs

DOCUMENTS = ("docs/library.md", "examples/README.md")
DECLARED = re.compile(r"^PARLEY_API [^;(]*?(\w+) \(", re.MULTILINE)
PROGRAM = re.compile(r"`(\w+\.c)`:$")  # above a block that is one
STRICT = ["-Wall", "-Wextra", "-pedantic", "-Werror"]


def output_of(*command, **options):
    return subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=True,
                          **options).stdout


def wide_scenario(terms):
    """Ranges of many values, adjustments that tie each two of them, and a draft with @terms. There
    is a warning before all that is wrong."""
    n, most = 6, 999
    ties = [{"id": f"a{a}", "points": 1 + a % 7,
             "when": {f"i{a % n}": {"min": a * 271 % most},
                      f"i{(a + 1 + a // n % 4) % n}": {"max": a * 613 % most}}} for a in range(90)]
    return {"format": "parley/1", "title": "Wide",
            "issues": [{"id": f"i{i}", "title": "I", "kind": "range", "min": 0, "max": most, "step": 1}
                       for i in range(n)],
            "parties": [{"id": "p", "title": "P", "reservation": 50, "weights": {"i0": 1},
                         "values": {"i0": {"points": [[0, 0], [most, 100]]}}, "adjustments": ties}],
            "drafts": [{"id": "open", "title": "Open", "terms": terms}]}


def install(meson, build, scratch):
    """Installs the library below @scratch. Meson notes where it is called what it has installed, for
    whoever wants to uninstall that; so it is called elsewhere, and the notes of others stay theirs.
    Returns: the root."""
    called = scratch / "build"
    for name in ("meson-private", "meson-logs"):
        (called / name).mkdir(parents=True)
    shutil.copy(build / "meson-private" / "install.dat", called / "meson-private")
    for name in ("docs", "src"):
        (called / name).symlink_to(build / name)
    output_of(meson, "install", "-C", called, "--no-rebuild", "--quiet",
              "--tags", "devel,runtime", "--destdir", scratch / "root")
    return scratch / "root"


class Installed(docs.Documents):
    """The documents about the library, their commands run by a shell where it is installed."""

    def __init__(self, top, root, folder, update):
        super().__init__(None, top, folder, update)
        self.headers = sorted(root.rglob("*.h"))
        self.library = next(root.rglob("libparley.so")).resolve()
        libraries = self.library.parent
        self.env = {
            **os.environ,
            "LC_ALL": "C.UTF-8",
            "LD_LIBRARY_PATH": str(libraries),
            "PATH": f"{next(root.rglob('bin'))}{os.pathsep}{os.environ['PATH']}",
            "PKG_CONFIG_PATH": str(libraries / "pkgconfig"),
            "PKG_CONFIG_SYSROOT_DIR": str(root),
            "PKG_CONFIG_ALLOW_SYSTEM_CFLAGS": "1",
            "PKG_CONFIG_ALLOW_SYSTEM_LIBS": "1",
        }

    def run(self, command):
        done = subprocess.run(["bash", "-c", command], cwd=self.scratch, env=self.env,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, encoding="utf-8", check=False)
        return done.stdout.splitlines(), done.returncode

    def must(self, command):
        said, status = self.run(command)
        self.note(command, "\n".join(said) if status else None)
        return " ".join(said)

    def check_symbols(self):
        declared = {name for path in self.headers
                    for name in DECLARED.findall(path.read_text(encoding="utf-8"))}
        exported = {line.split()[-1] for line in
                    output_of("nm", "-D", "--defined-only", self.library).splitlines()}
        self.note(self.library.name, None if declared and declared == exported else
                  f"declares or exports alone: {sorted(declared ^ exported)}")

    def check_name(self):
        version = self.must("pkg-config --modversion parley")
        wanted = f"libparley.so.{version.split('.')[0]}"
        said = output_of("readelf", "-d", self.library)
        self.note(self.library.name, None if f"soname: [{wanted}]" in said else
                  f"its soname is not {wanted}")

    def check_headers(self):
        strict = " ".join(STRICT)
        for path in self.headers:
            for compiler in ("cc -x c -std=c11", "cc -x c -std=c17", "c++ -x c++ -std=c++17"):
                self.must(f"{compiler} {strict} -fsyntax-only $(pkg-config --cflags parley) "
                          f"-include {path} /dev/null")
        self.must(f"c++ -x c++ -std=c++17 {strict} -o cpp score_drafts.c "
                  "$(pkg-config --cflags --libs parley)")

    def check_refused(self, program, scenario, reason):
        """That an example ends with status 2, and says why."""
        path = self.scratch / "refused.json"
        path.write_text(json.dumps(scenario), encoding="utf-8")
        said, status = self.run(f"{program} {path} p i0")
        text = "\n".join(said)
        self.note(program, None if status == 2 and reason in text and "(null)" not in text else
                  f"status {status}: {text}")

    def check_long(self, program):
        """That an example takes ids of any length."""
        party, issue = "p" * 300, "i" * 300
        path = self.scratch / "long.json"
        path.write_text(json.dumps({
            "format": "parley/1", "title": "Long",
            "issues": [{"id": issue, "title": "I", "kind": "range", "min": 0, "max": 1, "step": 1}],
            "parties": [{"id": party, "title": "P", "reservation": 50, "weights": {issue: 1},
                         "values": {issue: {"points": [[0, 0], [1, 100]]}},
                         "adjustments": [{"id": "a", "points": 1, "when": {issue: 1}}]}],
            "drafts": [{"id": "d", "title": "D", "terms": {issue: 1}}]}), encoding="utf-8")
        said, _ = self.run(f"{program} {path} {party} {issue} 2>&1")
        self.note(program, None if "    20  accepts" in said else f"ids of 300 letters: {said}")

    def check_all(self):
        self.check_symbols()
        self.check_name()
        self.check_headers()
        for name in DOCUMENTS:
            lines = (self.top / name).read_text(encoding="utf-8").splitlines()
            for block in docs.blocks_of(lines):
                named = PROGRAM.search(lines[block.first - 3])
                if named and block.kind == "c":
                    text = "\n".join(lines[block.first:block.end]) + "\n"
                    (self.scratch / named[1]).write_text(text, encoding="utf-8")
            self.check(self.top / name)
        self.check_long("./vary_weight")
        self.check_refused("./vary_weight", wide_scenario({}), "too many conditions")
        self.check_refused("./vary_weight", wide_scenario({"none": 1}), 'there is no issue "none"')


def main():
    meson, build, top = sys.argv[1:]
    top = pathlib.Path(top).resolve()
    with tempfile.TemporaryDirectory() as scratch:
        root = install(meson, pathlib.Path(build).resolve(), pathlib.Path(scratch))
        for name in ("models", "scenarios"):
            (pathlib.Path(scratch) / name).symlink_to(top / name)
        folder = shutil.copytree(top / "examples", pathlib.Path(scratch) / "examples")
        checked = Installed(top, root, folder, bool(os.environ.get("PARLEY_UPDATE_GOLDEN")))
        checked.check_all()
    for failure in checked.failures:
        print(failure)
    print(f"{checked.n_checks} checks, {len(checked.failures)} failed")
    return 1 if checked.failures else 0


if __name__ == "__main__":
    sys.exit(main())
