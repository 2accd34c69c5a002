#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How parley serve begins and ends, and that it takes nothing with every request."""

import os
import pathlib
import signal
import socket
import subprocess
import tempfile
import time

from served import (
    ENDLESS,
    PARLEY,
    SANITIZED,
    TOP,
    Server,
    expect,
    expect_is,
    finish,
    put_program,
    serving,
    wait_for,
)

N_REQUESTS = 30 if SANITIZED else 400
MOST_SECONDS = 5
PATH = TOP / "scenarios/nash-barter-1950.json"  # served often, and no matter what it says


def is_running(pid):
    try:
        return pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def can_connect(port):
    with socket.socket() as connection:
        return connection.connect_ex(("127.0.0.1", port)) == 0


def keep_busy(server):
    """Work of which some waits in line. Returns: connections, and the numbers of the children."""
    body = server.post_bytes("robust", ENDLESS)
    connections = [server.connect() for _ in range(8)]
    for connection in connections[:-1]:
        connection.sendall(body)
    connections[-1].sendall(body[:50])
    expect(wait_for(lambda: len(server.children()) > 0), "nothing is worked at")
    return connections, server.children()


def check_signals():
    for number in [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]:
        for busy in [False, True]:
            # Whatever this was started by: nohup has signals ignored, which stays.
            server = Server(PATH, preexec_fn=lambda: signal.signal(number, signal.SIG_DFL))
            connections, children = keep_busy(server) if busy else ([], [])
            begun = time.monotonic()
            status, said = server.end(number)
            took = time.monotonic() - begun
            what = f"{number.name} {'with' if busy else 'without'} work"
            expect_is((status, said), (0, ""), what)
            expect(took < MOST_SECONDS, f"{what} took {took:.1f} s")
            expect(not any(map(is_running, children)), f"{what}: children stay")
            expect(not can_connect(server.port), f"{what}: the port stays open")
            for connection in connections:
                connection.close()


def check_killed():
    """Even so no child goes on."""
    server = Server(PATH)
    connections, children = keep_busy(server)
    server.process.kill()
    server.process.wait()
    expect(wait_for(lambda: not any(map(is_running, children))), "children outlive the server")
    for pid in filter(is_running, children):
        os.kill(int(pid), signal.SIGKILL)
    server.process.communicate()
    for connection in connections:
        connection.close()


def check_apart():
    """Children have nothing of the server's, or what it writes to would stay open with them, and
    the width of its terminal would be that of their answers."""
    server = Server(PATH)
    connections, children = keep_busy(server)
    folder = pathlib.Path(f"/proc/{children[0]}/fd")
    expect(wait_for(lambda: os.readlink(folder / "1") == "/dev/null"), "children have its stdout")
    own = {os.readlink(link) for link in pathlib.Path(f"/proc/{server.process.pid}/fd").iterdir()}
    theirs = {os.readlink(link) for link in folder.iterdir()}
    shared = [name for name in own & theirs if "socket" in name]
    expect_is(shared, [], "connections that children have")
    server.end()
    for connection in connections:
        connection.close()


def check_background():
    """A shell starts what is in the background with SIGINT ignored."""
    server = Server(PATH, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN))
    expect_is(server.end(signal.SIGINT), (0, ""), "SIGINT in the background")
    server = Server(PATH, preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
    server.process.send_signal(signal.SIGHUP)
    time.sleep(0.2)
    expect_is(server.get("/main.js").status, 200, "a file after SIGHUP, which nohup ignores")
    server.end()


def run(*arguments):
    """What a command that does not stay says."""
    return subprocess.run(
        [PARLEY, "serve", *map(str, arguments)], capture_output=True, text=True, timeout=60
    )


def check_port():
    with serving() as first:
        taken = run(PATH, "--port", first.port)
        expect_is(taken.returncode, 3, "a port that is taken")
        expect(f"port {first.port} of 127.0.0.1 cannot be had" in taken.stderr, taken.stderr)
        expect_is(taken.stdout, "", "what is said of a port that is taken")
        port = first.port
    with serving("--port", str(port)) as second:
        expect_is(second.port, port, "the port that was asked for")
        expect_is(second.get("/main.js").status, 200, "a file at that port")
    with serving() as one, serving() as other:
        expect(one.port != other.port, "two servers have one port")
        expect(one.token != other.token, "two servers have one token")
        wrong = other.get("/api/status", {"X-Parley-Token": one.token})
        expect_is(wrong.status, 403, "the token of another server")


def addresses(server):
    """Where it listens, as the kernel has it."""
    text = subprocess.run(["cat", f"/proc/{server.process.pid}/net/tcp"], capture_output=True, text=True)
    rows = [line.split() for line in text.stdout.splitlines()[1:]]
    return {row[1].split(":")[0] for row in rows
            if row[3] == "0A" and int(row[1].split(":")[1], 16) == server.port}


def check_announced():
    with serving() as server:
        wanted = f"Parley shows {server.path} at http://{server.host}/?token={server.token}\n"
        expect_is(server.line, wanted, "what it says first")
        expect_is(server.process.stdout.readline(), "Ctrl-C ends it.\n", "what it says then")
        expect_is(addresses(server), {"0100007F"}, "where it listens")
        expect_is(len(server.threads()), 1, "how many threads there are")
    with tempfile.TemporaryDirectory() as folder:
        strange = pathlib.Path(folder) / "a\nb\x1b.json"
        strange.write_bytes((TOP / "scenarios/panama-canal-1974.json").read_bytes())
        server = Server(strange)
        expect("/a\\u000ab\\u001b.json at http" in server.line, f"it says {server.line!r}")
        server.end()


def check_full_output():
    """Nobody could learn where the page is."""
    with open("/dev/full", "w") as full:
        ended = subprocess.run([PARLEY, "serve", PATH], stdout=full, stderr=subprocess.PIPE, timeout=60)
    expect_is(ended.returncode, 3, "no room for the address")


def check_closed():
    """No connection becomes what messages are written to."""
    server = Server(PATH, preexec_fn=lambda: (os.close(0), os.close(2)))
    own = {number: os.readlink(f"/proc/{server.process.pid}/fd/{number}") for number in [0, 2]}
    expect_is(own, {0: "/dev/null", 2: "/dev/null"}, "what it has for stdin and stderr")
    server.end()


def check_opened():
    """--open gives the address to xdg-open; without one it says so, and goes on."""
    with tempfile.TemporaryDirectory() as folder:
        note, environment = put_program(folder, "xdg-open", "$@")
        with serving("--open", env=environment) as server:
            expect(wait_for(note.exists), "no browser was started")
            expect_is(note.read_text(), f"http://{server.host}/?token={server.token}\n", "its address")
            expect(wait_for(lambda: not server.children()), "xdg-open stays")
        (pathlib.Path(folder) / "xdg-open").unlink()
        server = Server(PATH, "--open", env={**os.environ, "PATH": folder})
        expect_is(server.get("/main.js").status, 200, "a file where there is no browser")
        status, said = server.end()
        expect_is(status, 0, "the exit status where there is no browser")
        expect("open the address yourself" in said, f"without a browser it says {said!r}")


def check_flat():
    """What a request takes it gives back, whatever becomes of it."""
    requests = [
        lambda server: server.post("evaluate", {}),
        lambda server: server.post("evaluate", b"{"),
        lambda server: server.post("evaluate", b"{" + b" " * 2_000_000),
        lambda server: server.get(f"/?token={server.token}"),
        lambda server: server.get("/htm.js"),
        lambda server: server.get("/nothing"),
        lambda server: server.get("/api/status"),
        lambda server: server.connect().close(),
    ]
    with serving() as server:
        for request in requests * 3:
            request(server)
        descriptors, memory = server.descriptors(), server.memory()
        for i in range(N_REQUESTS):
            requests[i % len(requests)](server)
            if i % 20 == 0:
                connections, _ = keep_busy(server)
                for connection in connections:
                    connection.close()
        expect(wait_for(lambda: not server.children()), "children stay")
        expect(wait_for(lambda: server.descriptors() <= descriptors), "descriptors stay open")
        grown = server.memory() - memory
        expect(SANITIZED or grown < 600, f"{N_REQUESTS} requests take {grown} KiB for good")


for check in [
    check_signals,
    check_killed,
    check_apart,
    check_background,
    check_port,
    check_announced,
    check_full_output,
    check_closed,
    check_opened,
    check_flat,
]:
    check()
finish()
