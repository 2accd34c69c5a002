# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of parley serve share: a server that is started and ended, and plain clients.

Each test is called with the program and the top of the source tree.
"""

import contextlib
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

PARLEY = sys.argv[1]
TOP = pathlib.Path(sys.argv[2])
SANITIZED = os.environ.get("PARLEY_SANITIZED") == "1"

# What takes longer than any test waits, and the least that a child can be asked.
ENDLESS = {"options": {"draws": "100000000"}}
SCENARIO = "us-ukraine-minerals-2025.json"

failures = 0


def expect(condition, message):
    global failures
    if not condition:
        print(f"FAILED: {message}", flush=True)
        failures += 1


def expect_is(value, wanted, message):
    expect(value == wanted, f"{message}: {value!r} instead of {wanted!r}")


def finish():
    sys.exit(1 if failures else 0)


def wait_for(condition, seconds=20):
    """Whether it comes true in time."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True


class Answer:
    """What a server said: all of it is read."""

    def __init__(self, data):
        head, _, self.body = data.partition(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        words = lines[0].split(" ", 2)
        self.status = int(words[1]) if len(words) > 1 else 0
        self.headers = {}
        for line in lines[1:]:
            name, _, value = line.partition(": ")
            self.headers[name.lower()] = value

    def json(self):
        return json.loads(self.body)


class Server:
    def __init__(self, path, *options, **others):
        self.process = subprocess.Popen(
            [PARLEY, "serve", str(path), *options],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            **others,
        )
        self.line = self.process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)/\?token=(\S+)\n$", self.line)
        if found is None:
            sys.exit(f"the server says {self.line!r} and {self.process.stderr.read()!r}")
        self.port = int(found[1])
        self.token = found[2]
        self.host = f"127.0.0.1:{self.port}"

    def connect(self):
        return socket.create_connection(("127.0.0.1", self.port), timeout=60)

    def head(self, method, target, headers=None):
        """Its bytes; a header of None is left out."""
        fields = {"Host": self.host, "X-Parley-Token": self.token, **(headers or {})}
        lines = [f"{name}: {value}" for name, value in fields.items() if value is not None]
        return "\r\n".join([f"{method} {target} HTTP/1.1", *lines, "", ""]).encode("latin-1")

    def post_bytes(self, name, body, headers=None):
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        fields = {"Content-Type": "application/json", "Content-Length": len(data), **(headers or {})}
        return self.head("POST", f"/api/{name}", fields) + data

    def send(self, data):
        """What comes back until the server has said all; on a connection of its own."""
        with self.connect() as connection:
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                connection.sendall(data)
            return read_answer(connection)

    def get(self, target, headers=None, method="GET"):
        return self.send(self.head(method, target, headers))

    def post(self, name, body, headers=None):
        return self.send(self.post_bytes(name, body, headers))

    def status(self):
        return self.get("/api/status").json()

    def children(self):
        """The numbers of the processes that it has started."""
        pid = self.process.pid
        return pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()

    def threads(self):
        return os.listdir(f"/proc/{self.process.pid}/task")

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def seconds(self):
        """Of processors, that it and the children that have ended took."""
        words = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return sum(map(int, words[11:15])) / os.sysconf("SC_CLK_TCK")

    def memory(self):
        """What it has for itself, in KiB."""
        text = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"RssAnon:\s+(\d+) kB", text)[1])

    def end(self, number=signal.SIGTERM):
        """Its exit status, and what it said on stderr."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        try:
            said = self.process.communicate(timeout=20)[1]
        except subprocess.TimeoutExpired:
            self.process.kill()
            said = "it does not end" + self.process.communicate()[1]
        return self.process.returncode, said


def read_answer(connection):
    """One answer, as long as it says that it is."""
    data = b""
    wanted = None
    with contextlib.suppress(ConnectionResetError):
        while wanted is None or len(data) < wanted:
            block = connection.recv(65536)
            if not block:
                break
            data += block
            if wanted is None and b"\r\n\r\n" in data:
                head, _, _ = data.partition(b"\r\n\r\n")
                length = re.search(rb"(?i)\r\ncontent-length: (\d+)", head)
                wanted = len(head) + 4 + (int(length[1]) if length else 0)
    return Answer(data)


def put_program(folder, name, noted, then=":"):
    """A program that writes down what the shell makes of @noted. Returns: where it does, and the
    environment in which it is found."""
    note = pathlib.Path(folder) / "note"
    program = pathlib.Path(folder) / name
    program.write_text(f"#!/bin/sh\necho \"{noted}\" > '{note}.part'\nmv '{note}.part' '{note}'\n{then}\n")
    program.chmod(0o755)
    return note, {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}"}


@contextlib.contextmanager
def serving(*options, name=SCENARIO, **others):
    """A server of its own for a copy of a scenario: it ends well, and so quietly."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(TOP / "models", f"{folder}/models")
        shutil.copytree(TOP / "scenarios", f"{folder}/scenarios")
        path = pathlib.Path(folder) / "scenarios" / name
        server = Server(path, *options, **others)
        server.path = path
        try:
            yield server
        finally:
            status, said = server.end()
        expect_is(status, 0, "the exit status")
        expect_is(said, "", "what is said on stderr")
