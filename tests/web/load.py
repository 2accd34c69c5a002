#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What parley serve bears: how long it takes with one client and with many, what it holds on to over
10,000 evaluations, and what becomes of those that take too long. Some minutes (./dev load).
"""

import concurrent.futures
import itertools
import select
import socket
import statistics
import threading
import time

from served import ENDLESS, expect, expect_is, finish, read_answer, serving, wait_for

N_EVALUATIONS = 10_000
FRAME = 1 / 60
SERIES = {"X-Parley-Series": "drag"}

# In seconds, as the server has it; and how much later it may notice.
MOST_WORKING = 60
MOST_WRITING = 30
TOLERANCE = 5

numbers = itertools.count()


def overlay():
    """A change that nobody has asked for before."""
    return {"overlay": {"parties": {"us": {"reservation": 30 + next(numbers) % 3000 / 100}}}}


def evaluate(server):
    return server.post("evaluate", overlay())


ASKED = {
    "a file (`/main.js`)": lambda server: server.get("/main.js"),
    "`status`": lambda server: server.get("/api/status"),
    "a request that is refused by a child": lambda server: server.post("scenario", b"["),
    "`scenario`": lambda server: server.post("scenario", overlay()),
    "`evaluate`": evaluate,
    "`cloud`": lambda server: server.post("cloud", overlay()),
    "`deals`, with counts": lambda server: server.post("deals", overlay()),
    "`explain`": lambda server: server.post("explain", {**overlay(), "arguments": ["us-12feb"]}),
}


def timed(ask, server):
    begun = time.monotonic()
    status = ask(server).status
    return status, (time.monotonic() - begun) * 1000


def tell(what, times, more=""):
    times = sorted(times)
    middle, late = statistics.median(times), times[int(0.95 * (len(times) - 1))]
    print(f"| {what} | {times[0]:.1f} ms | {middle:.1f} ms | {late:.1f} ms |{more}", flush=True)


def measure_one(server):
    print("one client, one request after the other: shortest, median, 95 of 100, processor time")
    for what, ask in ASKED.items():
        before = server.seconds()
        results = [timed(ask, server) for _ in range(100)]
        wanted = 400 if "refused" in what else 200
        expect_is({status for status, _ in results}, {wanted}, f"what is answered to {what}")
        spent = (server.seconds() - before) * 1000 / len(results)
        tell(what, [took for _, took in results], f" {spent:.1f} ms |")


def drag(server, seconds):
    """A slider that moves with each picture, as the page asks: one under way, the newest next."""
    times, end = [], time.monotonic() + seconds
    while time.monotonic() < end:
        status, took = timed(evaluate, server)
        expect_is(status, 200, "a dragged slider")
        times.append(took)
        time.sleep(max(0.0, FRAME - took / 1000))
    return times


def measure_drag(server):
    times = drag(server, 5)
    tell("a slider that is dragged", times, f" {len(times) / 5:.0f} a second")
    with concurrent.futures.ThreadPoolExecutor(64) as pool:
        asked = []
        for _ in range(300):
            asked.append(pool.submit(server.post, "evaluate", overlay(), SERIES))
            time.sleep(FRAME)
        statuses = [future.result().status for future in asked]
    expect(set(statuses) <= {200, 409}, f"a series gets {set(statuses)}")
    expect_is(statuses[-1], 200, "the last of a series")


def crowd(server, n_clients, n_requests, ask):
    def client(_):
        return [timed(ask, server) for _ in range(n_requests)]

    begun, before = time.monotonic(), server.seconds()
    with concurrent.futures.ThreadPoolExecutor(n_clients) as pool:
        results = [result for results in pool.map(client, range(n_clients)) for result in results]
    took = time.monotonic() - begun
    expect_is({status for status, _ in results}, {200}, f"what {n_clients} clients get")
    spent = (server.seconds() - before) * 1000 / len(results)
    return [took for _, took in results], f" {len(results) / took:.0f} | {spent:.1f} ms |"


def measure_many(server):
    print("many clients at once: shortest, median, 95 of 100, requests a second, processor time")
    for n_clients, n_requests in [(2, 200), (10, 50), (50, 20), (200, 5)]:
        times, more = crowd(server, n_clients, n_requests, evaluate)
        tell(f"{n_clients} clients, `evaluate`", times, more)
    times, more = crowd(server, 200, 20, lambda server: server.get("/main.js"))
    tell("200 clients, a file", times, more)


def trickle(connections, data, stop):
    for position in range(len(data)):
        for connection in connections:
            try:
                connection.send(data[position : position + 1])
            except OSError:
                pass
        if stop.wait(0.2):
            return


def measure_slow(server):
    slow = [server.connect() for _ in range(200)]
    stop = threading.Event()
    data = server.head("GET", "/main.js", {"X-Long": "a" * 10000})
    sender = threading.Thread(target=trickle, args=(slow, data, stop))
    sender.start()
    times = [timed(evaluate, server)[1] for _ in range(200)]
    stop.set()
    sender.join()
    for connection in slow:
        connection.close()
    tell("one client beside 200 slow ones, `evaluate`", times)


def measure_flat(server):
    """Memory and descriptors over very many evaluations."""
    for _ in range(200):
        evaluate(server)
    rows = []
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        begun, spent = time.monotonic(), server.seconds()
        for part in range(10):
            statuses = set(pool.map(lambda _: evaluate(server).status, range(N_EVALUATIONS // 10)))
            expect_is(statuses, {200}, f"evaluations, part {part}")
            expect(wait_for(lambda: not server.children()), "children stay")
            rows.append((server.memory(), server.descriptors()))
        took = time.monotonic() - begun
        each = (server.seconds() - spent) * 1000 / N_EVALUATIONS
    memory = [row[0] for row in rows]
    descriptors = [row[1] for row in rows]
    print(f"{N_EVALUATIONS} evaluations in {took:.0f} s, of {each:.1f} ms of a processor each")
    print(f"private memory {memory} KiB, descriptors {descriptors}", flush=True)
    expect(max(memory) - memory[0] < 512, "memory grows")
    expect(max(descriptors) <= min(descriptors) + 2, "descriptors stay open")
    expect_is(len(server.threads()), 1, "threads")


def measure_late(server):
    """Work that takes too long, and a client that does not take its answer."""
    lazy = socket.socket()
    lazy.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
    lazy.connect(("127.0.0.1", server.port))
    lazy.sendall(server.post_bytes("deals", {"options": {"top": "20000", "no-count": True}}))
    expect(wait_for(lambda: server.children()), "nothing is worked at")
    expect(wait_for(lambda: not server.children()), "the long answer does not come")
    begun = time.monotonic()
    closed = select.poll()
    closed.register(lazy, select.POLLRDHUP)
    with server.connect() as connection:
        connection.settimeout(MOST_WORKING + 30)
        connection.sendall(server.post_bytes("robust", ENDLESS))
        expect(closed.poll((MOST_WRITING + TOLERANCE) * 1000), "an answer that nobody takes stays")
        written = time.monotonic() - begun
        expect(written > MOST_WRITING - 1, f"a slow reader has {written:.0f} s")
        answer = read_answer(connection)
        took = time.monotonic() - begun
    expect_is(answer.status, 503, "what takes too long")
    expect(MOST_WORKING - 1 < took < MOST_WORKING + TOLERANCE, f"it was ended after {took:.0f} s")
    print(f"an answer that is not taken is given up after {written:.0f} s, work after {took:.0f} s")
    lazy.close()
    expect(wait_for(lambda: not server.children()), "what took too long goes on")


with serving() as shared:
    for measure in [measure_one, measure_drag, measure_many, measure_slow, measure_flat, measure_late]:
        measure(shared)
finish()
