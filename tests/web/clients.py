#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Clients of parley serve that are many, slow, impatient or gone."""

import concurrent.futures
import contextlib
import os
import pathlib
import resource
import select
import signal
import tempfile
import time

from served import (
    ENDLESS,
    SANITIZED,
    expect,
    expect_is,
    finish,
    put_program,
    read_answer,
    serving,
    wait_for,
)

MOST_WAITING = 256
MOST_READING_SECONDS = 10
N_CLIENTS = 20 if SANITIZED else 200
N_PROCESSORS = len(os.sched_getaffinity(0))


def begin(server, name, body, series=None):
    """A request whose answer is not waited for."""
    connection = server.connect()
    connection.sendall(server.post_bytes(name, body, {"X-Parley-Series": series}))
    return connection


def answer_of(connection):
    with connection:
        return read_answer(connection)


def check_series(server):
    """Only the newest of a series counts, whether it waits or is worked at."""
    first = begin(server, "robust", ENDLESS, "a")
    other = begin(server, "robust", ENDLESS, "b")
    expect(wait_for(lambda: server.children()), "nothing is worked at")
    second = begin(server, "robust", ENDLESS, "a")
    answer = answer_of(first)
    expect_is(answer.status, 409, "what a superseded request gets")
    expect_is(answer.json(), {"error": "superseded"}, "what a superseded request gets")
    expect_is(server.post("evaluate", {}, {"X-Parley-Series": "a"}).status, 200, "the newest")
    expect_is(answer_of(second).status, 409, "the second of the series")
    other.setblocking(False)
    with contextlib.suppress(BlockingIOError):
        expect(False, f"the other series got {other.recv(100)!r}")
    other.close()
    expect(wait_for(lambda: not server.children()), "the other series goes on though nobody waits")

    endless = begin(server, "robust", ENDLESS, "a" * 65)
    expect(wait_for(lambda: server.children()), "one of a series with a long name is not worked at")
    expect_is(server.post("score", {}, {"X-Parley-Series": "a" * 65}).status, 200, "a long name")
    expect(server.children(), "a name that is too long is one of a series")
    endless.close()
    expect(wait_for(lambda: not server.children()), "one of no series goes on though nobody waits")

    busy = [begin(server, "robust", ENDLESS) for _ in range(N_PROCESSORS)]
    expect(wait_for(lambda: len(server.children()) == N_PROCESSORS), "not all processors work")
    waiting = begin(server, "robust", ENDLESS, "c")
    time.sleep(0.1)
    newest = begin(server, "evaluate", {}, "c")
    expect_is(answer_of(waiting).status, 409, "one that waits in line")
    expect_is(len(server.children()), N_PROCESSORS, "how many are worked at at once")
    busy.pop().close()
    expect_is(answer_of(newest).status, 200, "the newest, when it is its turn")
    for connection in busy:
        connection.close()
    expect(wait_for(lambda: not server.children()), "children go on though nobody waits")


def check_full(server):
    """As many wait as may; the others are told to come later; all that leave make room."""
    over = 10
    line = [begin(server, "robust", ENDLESS) for _ in range(N_PROCESSORS + MOST_WAITING + over)]
    expect(wait_for(lambda: len(select.select(line, [], [], 1)[0]) >= over), "the line has no end")
    refused = select.select(line, [], [], 1)[0]
    expect_is(len(refused), over, "how many find no place in line")
    for connection in refused:
        expect_is(read_answer(connection).status, 503, "what they get")
    expect(len(server.children()) <= N_PROCESSORS, "more are worked at than there are processors")
    expect_is(server.get("/main.js").status, 200, "a file when the line is full")
    expect_is(server.post("evaluate", {}).status, 503, "an answer when the line is full")
    for connection in line:
        connection.close()
    expect(wait_for(lambda: not server.children()), "the line stays though nobody waits")
    expect_is(server.post("evaluate", {}).status, 200, "one that comes later")


def check_crash(server):
    """A child that fails costs one answer."""
    connection = begin(server, "robust", ENDLESS)
    expect(wait_for(lambda: server.children()), "nothing is worked at")
    for pid in server.children():
        os.kill(int(pid), signal.SIGKILL)
    expect_is(answer_of(connection).status, 500, "what is asked of a child that fails")
    expect_is(server.post("evaluate", {}).status, 200, "the next")


def check_closed(server):
    """A connection ends with its answer, though a child was started while it was open."""
    with server.connect() as early:
        time.sleep(0.1)
        busy = begin(server, "robust", ENDLESS)
        expect(wait_for(lambda: server.children()), "nothing is worked at")
        early.settimeout(5)
        early.sendall(server.head("GET", "/main.js"))
        expect_is(read_answer(early).status, 200, "a file beside work")
        try:
            expect_is(early.recv(1), b"", "what comes behind an answer")
        except TimeoutError:
            expect(False, "a child keeps connections of others open")
        busy.close()


def check_other_programs():
    """What a child has started ends with it: here what makes Word files."""
    with tempfile.TemporaryDirectory() as folder:
        note, environment = put_program(folder, "pandoc", "$$", "exec sleep 600")
        with serving(env=environment) as server:
            asked = {"arguments": ["us-12feb"], "format": "docx"}
            connection = begin(server, "explain", asked)
            expect(wait_for(note.exists), "no other program is started")
            process = pathlib.Path("/proc", note.read_text().strip())
            expect(process.exists(), "the other program does not run")
            connection.close()
            expect(wait_for(lambda: not process.exists()), "the other program goes on")


def check_one_connection(server):
    """It serves for one request, and says so."""
    page = server.head("GET", f"/?token={server.token}")
    with server.connect() as connection:
        connection.sendall(page * 3)
        answer = read_answer(connection)
        expect_is(answer.status, 200, "the first of three requests at once")
        expect_is(answer.headers.get("connection"), "close", "what is said of the connection")
        with contextlib.suppress(ConnectionResetError):
            expect_is(connection.recv(1), b"", "what comes behind it")
    with server.connect() as connection:
        request = server.post_bytes("evaluate", {})
        for i in range(len(request)):
            connection.sendall(request[i : i + 1])
        expect_is(read_answer(connection).status, 200, "a request byte by byte")


def work(server, count):
    """What is wrong with the answers that one client gets, and the longest that it waited."""
    wrong, longest = [], 0
    for _ in range(count):
        for ask in [lambda: server.get("/main.js"), lambda: server.post("evaluate", {})]:
            begun = time.monotonic()
            answer = ask()
            longest = max(longest, time.monotonic() - begun)
            if answer.status != 200:
                wrong.append(answer.status)
    return wrong, longest


def check_many(server):
    with concurrent.futures.ThreadPoolExecutor(N_CLIENTS) as pool:
        results = list(pool.map(lambda _: work(server, 1), range(N_CLIENTS)))
    expect_is([wrong for wrong, _ in results if wrong], [], f"what {N_CLIENTS} clients get")


def trickle(connections, request, position):
    """Sends a byte on each that is still open. Returns: those."""
    left = []
    for connection in connections:
        try:
            connection.send(request[position : position + 1])
            left.append(connection)
        except OSError:
            connection.close()
    return left


def check_slow(server):
    """Those that send a byte now and then end, and do not keep the others waiting."""
    request = server.head("GET", "/main.js", {"X-Long": "a" * 4000})
    body = server.post_bytes("evaluate", b'{"a":"' + b"a" * 4000 + b'"}')
    slow = [server.connect() for _ in range(60)]
    bodies = [server.connect() for _ in range(60)]
    silent = [server.connect() for _ in range(60)]
    for connection in bodies:
        connection.sendall(body[:-4000])
    begun = time.monotonic()
    position = 0
    while (slow or bodies) and time.monotonic() < begun + MOST_READING_SECONDS + 5:
        slow = trickle(slow, request, position)
        bodies = trickle(bodies, body[-4000:], position)
        position += 1
        wrong, longest = work(server, 1)
        expect_is(wrong, [], "what a fast client gets beside slow ones")
        expect(longest < 2, f"a fast client waited for {longest:.1f} s")
        time.sleep(0.4)
    took = time.monotonic() - begun
    expect(not slow and not bodies, f"{len(slow) + len(bodies)} slow clients are still there")
    expect(took > MOST_READING_SECONDS - 2, f"clients were closed after {took:.1f} s")
    for connection in silent:
        connection.close()


def check_crowd(server):
    """More than the server has room for: those that wait for nothing make room."""
    crowd = [server.connect() for _ in range(1500)]
    time.sleep(0.5)
    busy = begin(server, "robust", ENDLESS)
    expect(wait_for(lambda: server.children()), "nothing is worked at in a crowd")
    expect_is(work(server, 3)[0], [], "what a client gets in a crowd")
    crowd += [server.connect() for _ in range(1000)]
    expect_is(work(server, 3)[0], [], "what a client gets in a larger crowd")
    expect(server.descriptors() < 1000, f"{server.descriptors()} descriptors are open")
    expect(server.children(), "what was worked at had to go")
    for connection in [*crowd, busy]:
        connection.close()
    expect(wait_for(lambda: server.descriptors() < 20), "connections stay open that nobody has")


def check_few_descriptors():
    """Where there are few of them, those that wait for nothing make room all the same."""
    few = (64, 64)
    with serving(preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, few)) as server:
        crowd = [server.connect() for _ in range(200)]
        begun = time.monotonic()
        expect_is(work(server, 1)[0], [], "what a client gets with few descriptors")
        took = time.monotonic() - begun
        expect(took < MOST_READING_SECONDS / 2, f"a client waited {took:.1f} s with few descriptors")
        expect(server.descriptors() < few[0] - 10, f"{server.descriptors()} descriptors are open")
        for connection in crowd:
            connection.close()


def check_unasked(server):
    """Bodies that nobody asked for are not kept, whoever sends them."""
    before = server.memory()
    size = 1024 * 1024
    head = server.head("GET", "/main.js", {"X-Parley-Token": None, "Content-Length": size})
    crowd = [server.connect() for _ in range(60)]
    for connection in crowd:
        connection.sendall(head + b"a" * (size - 1))
    grown = server.memory() - before
    expect(SANITIZED or grown < 20_000, f"bodies that nobody asked for take {grown} KiB")
    for connection in crowd:
        connection.sendall(b"a")
        expect_is(answer_of(connection).status, 200, "what one with a body gets")


hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 8192), hard))
with serving(name="nash-barter-1950.json") as shared:
    checks = [
        check_series,
        check_full,
        check_crash,
        check_one_connection,
        check_closed,
        check_unasked,
        check_many,
        check_slow,
    ]
    if hard >= 4096:
        checks.append(check_crowd)
    for check in checks:
        check(shared)
        expect(wait_for(lambda: not shared.children()), f"{check.__name__} leaves children")
        expect_is(len(shared.threads()), 1, f"how many threads there are after {check.__name__}")
check_few_descriptors()
check_other_programs()
finish()
