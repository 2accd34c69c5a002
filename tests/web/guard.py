#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who and what gets no answer from parley serve."""

import base64
import os
import time

from served import SANITIZED, expect, expect_is, finish, read_answer, serving, wait_for

SECURE = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cache-control": "no-store",
}


def expect_refused(answer, status, message):
    expect_is(answer.status, status, message)
    expect("error" in answer.json(), f"{message}: no sentence says why")


def check_headers(server):
    answers = {
        "the page": server.get(f"/?token={server.token}"),
        "a file": server.get("/main.js"),
        "the status": server.get("/api/status"),
        "an answer": server.post("scenario", {}),
        "a refusal": server.get("/"),
        "nothing": server.get("/nothing"),
        "no HTTP": server.send(b"BREW / HTTP/1.1\r\nHost: a/b\r\n\r\n"),
    }
    for what, answer in answers.items():
        for name, value in SECURE.items():
            expect_is(answer.headers.get(name), value, f"{name} of {what}")
    for what, wanted in [
        ("the page", "text/html; charset=utf-8"),
        ("a file", "text/javascript; charset=utf-8"),
        ("the status", "application/json"),
        ("an answer", "application/json"),
        ("a refusal", "application/json"),
    ]:
        expect_is(answers[what].headers.get("content-type"), wanted, f"the type of {what}")
    expect_is(answers["an answer"].headers.get("x-parley-exit"), "0", "the exit of an answer")
    expect("server" not in answers["a file"].headers, "it says what it is made of")


def check_host(server):
    page = f"/?token={server.token}"
    for host in [f"127.0.0.1:{server.port}", f"localhost:{server.port}", f"LocalHost:{server.port}"]:
        expect_is(server.get(page, {"Host": host}).status, 200, f"host {host}")
    for host in [
        "127.0.0.1",
        "localhost",
        f"127.0.0.1:{server.port + 1}",
        f"evil.example:{server.port}",
        f"127.0.0.1.evil.example:{server.port}",
        f"127.0.0.1:{server.port}, evil.example",
        f"[::1]:{server.port}",
        f"0.0.0.0:{server.port}",
        f"127.0.0.2:{server.port}",
        f"2130706433:{server.port}",
        f"user@127.0.0.1:{server.port}",
    ]:
        for target in [page, "/main.js", "/api/status"]:
            answer = server.get(target, {"Host": host})
            expect(answer.status in (400, 403), f"host {host} gets {answer.status} for {target}")
    twice = f"Host: {server.host}\r\nHost: evil.example\r\nX-Parley-Token: {server.token}\r\n\r\n"
    expect_refused(server.send(f"GET /main.js HTTP/1.1\r\n{twice}".encode()), 403, "two hosts")
    expect_is(server.send(b"GET /main.js HTTP/1.1\r\n\r\n").status, 400, "no host")
    expect_refused(server.send(b"GET /main.js HTTP/1.0\r\n\r\n"), 403, "no host in HTTP/1.0")
    elsewhere = server.get(f"http://evil.example{page}", {"Host": "evil.example"})
    expect_refused(elsewhere, 403, "another host in the address")
    for host in ["evil.example", f"evil.example:{server.port}", "127.0.0.1", f"127.0.0.1:{server.port + 1}"]:
        expect_refused(server.get(f"http://{host}{page}"), 403, f"{host} in the address alone")
    expect_is(server.get(f"http://{server.host}{page}").status, 200, "the own host in the address")


def check_origin(server):
    for origin in [f"http://{server.host}", f"http://{server.host}".upper().replace("HTTP", "http")]:
        expect_is(server.post("scenario", {}, {"Origin": origin}).status, 200, f"origin {origin}")
    for origin in [
        "null",
        "",
        "http://evil.example",
        f"https://{server.host}",
        f"http://{server.host}.evil.example",
        f"http://localhost:{server.port}",
        "http://127.0.0.1",
        f"http://127.0.0.1:{server.port + 1}",
        f"http://{server.host}, http://evil.example",
        f"file://{server.host}",
    ]:
        for answer in [
            server.post("scenario", {}, {"Origin": origin}),
            server.get("/main.js", {"Origin": origin}),
        ]:
            expect_refused(answer, 403, f"origin {origin}")


def check_token(server):
    token = server.token
    expect(len(token) == 64 and set(token) <= set("0123456789abcdef"), f"the token is {token}")
    wrong = [
        "",
        token[:-1],
        token + "0",
        token.upper() if token.upper() != token else "A" * 64,
        ("1" if token[0] == "0" else "0") + token[1:],
        "0" * 64,
        "é" * 32,
        token + ", " + token,
    ]
    for given in [None, *wrong]:
        for answer in [
            server.post("scenario", {}, {"X-Parley-Token": given}),
            server.get("/api/status", {"X-Parley-Token": given}),
            server.post(f"scenario?token={token}", {}, {"X-Parley-Token": given}),
        ]:
            expect_refused(answer, 403, f"token {given}")
    for query in ["", "?", "?token", "?token=", f"?Token={token}", f"?a=token={token}", f"?{token}"]:
        expect_refused(server.get(f"/{query}"), 403, f"the page with {query!r}")
    expect_refused(server.get(f"/?token={token[:-1]}&token={token}"), 403, "a second token")
    expect_is(server.get(f"/?a=b&token={token}").status, 200, "the page with something else")
    for path in ["/main.js", "/htm.js", "/base.css"]:
        expect_is(server.get(path, {"X-Parley-Token": None}).status, 200, f"{path} without a token")


def check_methods(server):
    page = f"/?token={server.token}"
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"]:
        for target in [page, "/main.js", "/api/status"]:
            answer = server.get(target, method=method)
            expect_refused(answer, 405, f"{method} {target}")
            expect_is(answer.headers.get("allow"), "GET, HEAD", f"what {target} allows")
    for method in ["GET", "HEAD", "PUT", "DELETE", "OPTIONS"]:
        answer = server.get("/api/scenario", method=method)
        expect_is(answer.status, 405, f"{method} /api/scenario")
        expect_is(answer.headers.get("allow"), "POST", "what the API allows")
    with server.connect() as connection:
        connection.sendall(server.head("HEAD", page))
        connection.shutdown(1)
        data = b"".join(iter(lambda: connection.recv(65536), b""))
    expect(data.startswith(b"HTTP/1.1 200") and data.endswith(b"\r\n\r\n"), f"HEAD: {data!r}")
    for line in ["CONNECT evil.example:80", "OPTIONS *"]:
        answer = server.send(f"{line} HTTP/1.1\r\nHost: {server.host}\r\n\r\n".encode())
        expect(answer.status >= 400 or not answer.body, f"{line}: {answer.status} {answer.body!r}")


def check_paths(server):
    """Only names of the page's own files lead to something."""
    for path in ["/main.js", "/main%2ejs", "/main%2Ejs", "/./main.js"]:
        expect_is(server.get(path).body, server.get("/main.js").body, f"another way to write {path}")
    secret = str(server.path)
    for path in [
        "/../main.js/x",
        "/..%2f..%2fetc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/%2e%2e%2fmain.js",
        "//etc/passwd",
        "//main.js",
        "/main.js%00",
        "/main.js%00.css",
        "/main.js/",
        "/MAIN.JS",
        "/etc/passwd",
        secret,
        "/index.html",
        "/page.gresource.xml",
        "/package.json",
        "/parley/page/main.js",
        "/node_modules/htm/preact/standalone.module.js",
        "/\\..\\main.js",
        "/api",
        "/main.js;x",
        "/" + "a" * 5000,
        "/" + "../" * 1000 + "etc/passwd",
    ]:
        answer = server.get(path)
        expect(answer.status in (400, 403, 404), f"{path[:60]} gets {answer.status}")
        expect(b"root:" not in answer.body, f"{path[:60]} leads out")
    for path in ["/api/", "/api/nothing", "/api/../main.js/x", "/api//scenario"]:
        answer = server.post(path[len("/api/") :], {})
        expect(answer.status in (404, 405), f"{path} gets {answer.status}")
    raw = server.send(b"GET /main.js\0.css HTTP/1.1\r\nHost: %b\r\n\r\n" % server.host.encode())
    expect(raw.status in (0, 400, 404), f"NUL gets {raw.status}")


def check_headers_limit(server):
    ample = {"X-Much": "a" * 12000}
    expect_is(server.get("/main.js", ample).status, 200, "12 KB of headers")
    for headers in [{"X-Much": "a" * 20000}, {f"X-{i}": "a" for i in range(3000)}]:
        expect_refused(server.get("/main.js", headers), 431, "20 KB of headers")
    expect_refused(server.get("/main.js?" + "a" * 20000), 431, "20 KB of address")
    for many in [b"X: " + b"a" * 4_000_000, b"X: a\r\n" * 500_000, b"\r\n" * 2_000_000]:
        answer = server.send(b"GET /main.js HTTP/1.1\r\nHost: %b\r\n%b" % (server.host.encode(), many))
        expect(answer.status in (0, 200, 400, 403, 431), f"endless headers get {answer.status}")
    expect(server.send(os.urandom(100_000)).status // 100 in (0, 4), "noise gets an answer")


def check_bodies(server):
    million = 1024 * 1024
    fits = b'{"overlay_name":"a"' + b" " * (million - 20) + b"}"
    expect_is(len(fits), million, "the longest body")
    expect_is(server.post("scenario", fits).status, 200, "1 MiB")
    for body in [fits + b" ", b"{" + b" " * (5 * million)]:
        expect_refused(server.post("scenario", body), 413, f"a body of {len(body)}")
    # It need not be sent when it is refused by what it says of itself.
    early = {"Content-Length": str(10**15), "Content-Type": "application/json", "Expect": "100-continue"}
    expect_refused(server.send(server.head("POST", "/api/scenario", early)), 413, "a declared body")
    for length in ["-1", "abc", "1e3", "99999999999999999999999999", "5, 6"]:
        begun = time.monotonic()
        answer = server.send(server.head("POST", "/api/scenario", {"Content-Length": length}))
        took = time.monotonic() - begun
        expect(answer.status in (0, 400, 413), f"a length of {length} gets {answer.status}")
        expect(took < 5, f"a length of {length} is waited for, for {took:.1f} s")
    chunked = {"Transfer-Encoding": "chunked", "Content-Type": "application/json"}
    head = server.head("POST", "/api/scenario", chunked)
    expect_is(server.send(head + b"2\r\n{}\r\n0\r\n\r\n").status, 200, "a body in a chunk")
    expect_is(server.send(head + b"1\r\n{\r\n1\r\n}\r\n0\r\n\r\n").status, 200, "a body in two")
    chunk = b"%x\r\n%b\r\n" % (65536, b"a" * 65536)
    expect_refused(server.send(head + chunk * 40 + b"0\r\n\r\n"), 413, "2.5 MB in chunks")
    with server.connect() as connection:
        sent = 0
        try:
            connection.sendall(head)
            while sent < 200 * million:
                connection.sendall(chunk)
                sent += len(chunk)
        except OSError:
            pass
    expect(sent < 60 * million, f"an endless body was read for {sent} bytes")
    expect(server.send(head + b"zz\r\n{}\r\n").status != 200, "a chunk of no length is taken")
    both = server.send(head[:-2] + b"Content-Length: 2\r\n\r\n2\r\n{}\r\n0\r\n\r\n")
    expect(both.status in (200, 400), f"a length of both kinds gets {both.status}")
    expect_is(
        server.send(server.head("POST", "/api/scenario", {**chunked, "Transfer-Encoding": "gzip"})).status,
        501,
        "an unknown coding",
    )


def check_refused_bodies(server):
    """What is refused is not kept while it arrives."""
    chunk = b"%x\r\n%b\r\n" % (65536, b"a" * 65536)
    head = {"Transfer-Encoding": "chunked", "Content-Type": "application/json"}
    before = server.memory()
    connections = [server.connect() for _ in range(10)]
    for connection in connections:
        connection.sendall(server.head("POST", "/api/scenario", head))
        for _ in range(200):
            connection.sendall(chunk)
    expect_is(server.get("/main.js").status, 200, "a file beside long bodies")
    grown = server.memory() - before
    expect(grown < 30_000 or SANITIZED, f"ten bodies of 13 MB take {grown} KiB")
    for connection in connections:
        connection.sendall(b"0\r\n\r\n")
        expect_refused(read_answer(connection), 413, "13 MB in chunks")
        connection.close()


def check_ranges(server):
    """Files are given as a whole: thousands of parts of one would be much work."""
    for ranges in ["bytes=0-1", "bytes=" + ",".join(["0-"] * 1000)]:
        answer = server.get("/main.js", {"Range": ranges})
        expect_is(answer.status, 200, "a part of a file")
        expect_is(answer.body, server.get("/main.js").body, "a part of a file")


def check_types(server):
    for kind in [None, "", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data",
                 "application/jsonp", "text/json"]:
        answer = server.post("scenario", {}, {"Content-Type": kind})
        expect_refused(answer, 415, f"type {kind}")
    for kind in ["application/json; charset=utf-8", "Application/JSON"]:
        expect_is(server.post("scenario", {}, {"Content-Type": kind}).status, 200, f"type {kind}")


def check_json(server):
    for body in [
        b"",
        b" ",
        b"{",
        b"[]",
        b"null",
        b"1",
        b'"a"',
        b"{} {}",
        b"{}\0",
        b'{"a":1,"a":2}',
        b'{"a":NaN}',
        b'{"a":01}',
        b"{'a':1}",
        b'{"a":"\xff"}',
        b'{"a":"\n"}',
        b'{"a":1e999999999}',
        b"[" * 100_000,
        b'{"a":' * 100 + b"1" + b"}" * 100,
        b'{"a":[' + b"1," * 500_000 + b"1]",
        b"\xef\xbb\xbf{",
    ]:
        answer = server.post("scenario", body)
        expect_refused(answer, 400, f"{body[:30]!r}")
        for problem in answer.json().get("problems", []):
            expect(problem["line"] >= 1, f"{body[:30]!r} is wrong nowhere")
    where = server.post("scenario", b'{\n  "a": 1,\n  "b": x\n}').json()["problems"][0]
    expect_is((where["line"], where["column"]), (3, 8), "where it is wrong")
    for version in [1, [], {}, True, None]:
        expect_refused(server.post("scenario", {"version": version}), 400, f"version {version}")
    for version in ["", "0" * 16, "x" * 1000, base64.b64encode(b"/etc/passwd").decode()]:
        expect_refused(server.post("scenario", {"version": version}), 410, f"version {version[:20]}")
    own = server.status()["version"]
    expect_is(server.post("scenario", {"version": own}).status, 200, "its own version")


def check_models(server):
    """Those that the scenario uses, and no others, though they are there and fit."""
    other = server.path.parent / "other.json"
    other.write_bytes((server.path.parent.parent / "models/us-2025.json").read_bytes())
    for use in [str(other), "other.json", "../models/../scenarios/other.json", "/etc/passwd", "/dev/zero"]:
        answer = server.post("scenario", {"overlay": {"parties": {"us": {"use": use}}}})
        expect_refused(answer, 422, f"a party that uses {use}")
        expect_is(answer.json()["problems"][0]["code"], "use-path", f"why it may not use {use}")
    other.unlink()
    # As the scenario names it, which overlays beside it do as well.
    stated = {"ukraine": {"use": "../models/ukraine-stated-2025.json"}}
    answer = server.post("scenario", {"overlay": {"parties": stated}})
    expect_is(answer.status, 200, f"a model that a case uses: {answer.body[:300]!r}")


# What libsoup leaks (tests/leaks.supp) is known by whole traces alone, which take long for a large
# scenario.
TRACES = os.environ.get("ASAN_OPTIONS", "") + ":fast_unwind_on_malloc=0"

with serving(name="nash-barter-1950.json", env={**os.environ, "ASAN_OPTIONS": TRACES}) as small:
    check_bodies(small)
with serving() as shared:
    for check in [
        check_headers,
        check_host,
        check_origin,
        check_token,
        check_methods,
        check_paths,
        check_headers_limit,
        check_refused_bodies,
        check_ranges,
        check_types,
        check_json,
        check_models,
    ]:
        check(shared)
    expect(wait_for(lambda: not shared.children()), "children are left")
finish()
