#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What parley serve makes of a file that changes while it is shown."""

import json
import os
import pathlib
import shutil
import subprocess
import tempfile

from served import (
    PARLEY,
    SANITIZED,
    TOP,
    Server,
    expect,
    expect_is,
    finish,
    serving,
    wait_for,
)

N_KEPT = 8


def check_says(path):
    """What `parley check` says of it."""
    ended = subprocess.run([PARLEY, "check", path, "--format", "json"], capture_output=True, text=True)
    return json.loads(ended.stdout)["files"][0]["problems"]


def titled(text, title):
    scenario = json.loads(text)
    scenario["title"] = title
    return json.dumps(scenario, indent=1)


def write(path, text):
    """As editors do it: at once."""
    part = path.with_name("part")
    part.write_text(text)
    os.replace(part, path)


def wait_for_version(server, old):
    """What it says as soon as it is another one."""
    expect(wait_for(lambda: server.status()["version"] != old), "a change is not noticed")
    return server.status()


def check_changes(server, text):
    first = server.status()
    expect_is(first["file"], server.path.name, "the file's name")
    expect_is((first["readable"], first["problems"]), (True, []), "what is said of a good file")
    expect(len(first["version"]) == 16, f"the version is {first['version']}")

    write(server.path, titled(text, "Another"))
    second = wait_for_version(server, first["version"])
    expect_is(second["readable"], True, "whether another title can be read")
    for asked in [{"version": first["version"]}, {"version": second["version"]}, {}]:
        expect_is(server.post("scenario", asked).status, 200, f"version {asked}")
    titles = [server.post("scenario", {"version": v["version"]}).json()["title"] for v in [first, second]]
    expect_is(titles, [json.loads(text)["title"], "Another"], "the titles of both versions")

    # Touched, and written over in place: it is the bytes that count.
    os.utime(server.path)
    server.path.write_text(text)
    third = wait_for_version(server, second["version"])
    expect_is(third, first, "the first file once more")
    return third["version"]


def check_broken(server, text, good):
    for broken in ["", "{", text[: len(text) // 2], text.replace('"weights"', '"wieghts"', 1), "[]", "\0"]:
        write(server.path, broken)
        status = wait_for_version(server, good)
        expect_is(status["readable"], False, f"whether {broken[:20]!r} can be read")
        expect_is(status["problems"], check_says(server.path), f"what is wrong with {broken[:20]!r}")
        expect(status["problems"], f"nothing is wrong with {broken[:20]!r}")
        for asked in [{"version": good}, {}]:
            expect_is(server.post("scenario", asked).status, 200, "the last good one")
        broken_version = {"version": status["version"]}
        expect_is(server.post("scenario", broken_version).status, 410, "a broken version")
        write(server.path, text)
        expect_is(wait_for_version(server, status["version"])["version"], good, "a mended file")


def check_removed(server, text, good):
    server.path.unlink()
    status = wait_for_version(server, good)
    expect_is(status["readable"], False, "whether a removed file can be read")
    expect_is([problem["code"] for problem in status["problems"]], ["unreadable"], "what is wrong")
    expect_is(server.post("scenario", {}).status, 200, "the last good one")
    server.path.mkdir()
    expect(wait_for(lambda: "directory" in str(server.status()["problems"]).lower()), "a folder is a file")
    server.path.rmdir()
    write(server.path, text)
    expect_is(wait_for_version(server, status["version"])["version"], good, "a file that is back")


def check_no_scenario(server, text, good):
    """What is no plain file neither keeps the server waiting nor fills its memory."""
    for make, says in [
        (os.mkfifo, "a pipe or a device"),
        (lambda path: path.symlink_to("/dev/zero"), "a pipe or a device"),
        (lambda path: path.symlink_to(path), "symbolic links"),
        (lambda path: shutil.copy(TOP / "models/us-2025.json", path), "the model of one party"),
        (lambda path: path.touch() or os.truncate(path, 3_000_000_000), "larger than 16 MiB"),
    ]:
        server.path.unlink()
        make(server.path)
        status = wait_for_version(server, good)
        expect_is(status["readable"], False, f"whether what is {says} can be read")
        expect(says in status["problems"][0]["message"], f"{says}: {status['problems']}")
        expect_is(server.post("scenario", {}).status, 200, f"the last good one beside {says}")
        expect(SANITIZED or server.memory() < 100_000, f"{says}: {server.memory()} KiB")
        server.path.unlink()
        server.path.write_text(text)
        expect_is(wait_for_version(server, status["version"])["version"], good, "a file once more")


def check_forbidden():
    """One that may be read again is read again, though nothing else of it has changed."""
    nobody = {"user": 65534, "group": 65534} if os.getuid() == 0 else {}
    try:
        subprocess.run([PARLEY, "--version"], stdout=subprocess.DEVNULL, **nobody)
    except PermissionError:
        return  # It is where root alone may look.
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        path = pathlib.Path(folder) / "mine.json"
        path.write_bytes((TOP / "scenarios/panama-canal-1974.json").read_bytes())
        server = Server(path, **nobody)
        first = server.status()
        path.chmod(0)
        os.utime(path)
        second = wait_for_version(server, first["version"])
        expect("Permission denied" in second["problems"][0]["message"], f"{second['problems']}")
        path.chmod(0o644)
        expect_is(wait_for_version(server, second["version"]), first, "one that may be read again")
        server.end()


def check_model(server, model, readable):
    """Models count as well, also when they go. @readable: whether the scenario is without it."""
    text = model.read_text()
    first = server.status()
    expect_is((first["readable"], first["problems"]), (True, []), "a scenario with its models")
    write(model, text.replace('"title": "', '"title": "New ', 1))
    second = wait_for_version(server, first["version"])
    expect_is((second["readable"], second["problems"]), (True, []), "a model of another title")
    write(model, text.replace('"parley-model/1"', '"parley-model/9"'))
    third = wait_for_version(server, second["version"])
    expect_is(third["readable"], readable, "whether there is a scenario with a broken model")
    expect_is(third["problems"], check_says(server.path), "what is wrong with a broken model")
    model.unlink()
    os.mkfifo(model)
    piped = wait_for_version(server, third["version"])
    expect_is(piped["problems"], check_says(server.path), "what is wrong with a model that is a pipe")
    model.unlink()
    expect(wait_for(lambda: "No such file" in str(server.status())), "a pipe that is gone is there")
    fourth = server.status()
    expect_is(fourth["readable"], readable, "whether there is a scenario without a model")
    expect_is(fourth["problems"], check_says(server.path), "what is wrong without a model")
    expect(fourth["problems"], "nothing is wrong without a model")
    write(model, text)
    expect_is(wait_for_version(server, fourth["version"]), first, "a model that is back")


def check_kept(server, text, old):
    """The last versions are kept, and no others."""
    versions = [old]
    for number in range(N_KEPT):
        write(server.path, titled(text, f"Number {number}"))
        versions.append(wait_for_version(server, versions[-1])["version"])
    expect_is(len(set(versions)), len(versions), "versions that are different")
    statuses = [server.post("scenario", {"version": version}).status for version in versions]
    expect_is(statuses, [410] + [200] * N_KEPT, "which versions are kept")


with serving(name="panama-canal-1974.json") as plain:
    written = plain.path.read_text()
    version = check_changes(plain, written)
    check_broken(plain, written, version)
    check_removed(plain, written, version)
    check_no_scenario(plain, written, version)
    check_kept(plain, written, version)
    expect(wait_for(lambda: not plain.children()), "children are left")
check_forbidden()
with serving() as joined:
    models = joined.path.parent.parent / "models"
    check_model(joined, models / "us-2025.json", readable=False)
    # That of a case alone.
    check_model(joined, models / "ukraine-stated-2025.json", readable=True)
finish()
