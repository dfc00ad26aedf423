"""The published site behind a real nginx, while releases pass."""

from __future__ import annotations

import gzip
import hashlib
import http.client
import json
import random
import threading

from faults import Skipped, nights
from nginx_server import PROGRAM, NginxServer
from victim import DAYS, Broken, Victim


def get(connection: http.client.HTTPConnection, path: str, method: str = "GET", **headers: str):
    connection.request(method, "/" + path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    return answer, answer.read()


def files(victim: Victim) -> dict[str, str]:
    manifest = json.loads((victim.output / "manifest.json").read_text("utf-8"))
    return {file["path"]: file["sha256"] for file in manifest["files"]}


def mapped(victim: Victim) -> dict[str, int]:
    """What nginx answers at addresses of pages that moved or are gone."""
    return {line.split('"')[1]: status for status, name in ((301, "paths"), (410, "gone"))
            for path in (victim.output / "server").glob(f"nginx-{name}*.map") for line in path.read_text("utf-8").splitlines()}


def published_under_load(victim: Victim, chance: random.Random, short: bool) -> str:
    """Readers who never stop get each file whole, from one release or another, and with the right headers."""
    if not PROGRAM:
        raise Skipped("there is no nginx: apt-get install nginx-light")
    count = 10 if short else 60
    settings = victim.folder / "Content/site.yml"
    settings.write_text(settings.read_text("utf-8") + "\ncompressedCopies: true\n", "utf-8")
    releases = []
    for day in DAYS:
        if victim.build(day) != 0:
            raise Broken(f"with compressed copies, a build ends with {victim.said}")
        victim.whole()
        releases.append(files(victim))
    common = sorted(set(releases[0]).intersection(*releases[1:]))
    contents = {path: {release[path] for release in releases} for path in common}
    paths = [path for path in common if not path.endswith(".gz") and not path.startswith((".", "server/")) and path != "404.html"]
    statuses = mapped(victim)
    server = NginxServer(victim.output, victim.folder / "nginx")
    requests, packed, wrong, stop = [0] * 4, [0] * 4, [], threading.Event()

    def read(number: int) -> None:
        own, connection = random.Random(number), http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
        while not stop.is_set() and not wrong:
            path = own.choice(paths)
            asked = path.removesuffix("index.html") if path.endswith("/index.html") else path
            try:
                answer, body = get(connection, quote(asked), Accept_Encoding="gzip" if own.random() < 0.5 else "identity")
                if answer.headers["Content-Encoding"] == "gzip":
                    body = gzip.decompress(body)
                    packed[number] += 1
            except Exception as error:  # Whatever it is, a reader would have seen it.
                return wrong.append(f"{asked}: {error!r}")
            requests[number] += 1
            if answer.status != statuses.get("/" + asked, 200) or answer.status != 301 and hashlib.sha256(body).hexdigest() not in contents[path]:
                wrong.append(f"{asked}: {answer.status}, {len(body)} bytes of no release")

    try:
        readers = [threading.Thread(target=read, args=(number,)) for number in range(4)]
        for reader in readers:
            reader.start()
        for (_, new), _ in zip(nights(victim), range(count)):
            if victim.build(new, "--full") != 0:
                wrong.append(f"a build ends with {victim.said}")
        stop.set()
        for reader in readers:
            reader.join()
        if wrong:
            raise Broken(wrong[0])
        check_headers(victim, server, paths)
        if server.errors():
            raise Broken(server.errors())
    finally:
        stop.set()
        server.close()
    return f"{sum(requests)} requests during {count} releases, {sum(packed)} of them compressed"


def quote(path: str) -> str:
    return "".join(chr(byte) if chr(byte).isalnum() and byte < 128 or chr(byte) in "/._-~" else f"%{byte:02X}" for byte in path.encode())


def check_headers(victim: Victim, server: NginxServer, paths: list[str]) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    asset = next(path for path in paths if path.startswith("assets/") and path.endswith(".css"))
    page = next(path for path in paths if path.endswith("/index.html")).removesuffix("index.html")
    shard = next(path for path in files(victim) if path.startswith("search/") and path.count("/") == 2 and path.endswith(".json"))
    attachment = next(path for path in paths if path.endswith((".docx", ".xlsx", ".csv")) and not path.startswith("data/"))
    (victim.output / "fremd.pdf").write_bytes(b"%PDF-1.4")
    (victim.output / "fremd.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (victim.output / "fremd.html").write_text("<script src=a.js></script>")
    expected = [
        (page, "Cache-Control", "no-cache"), (page, "Content-Security-Policy", "default-src 'self'"),
        (asset, "Cache-Control", "immutable"), (shard, "Cache-Control", "immutable"), ("data/documents.csv", "Cache-Control", "max-age=300"),
        (attachment, "Content-Security-Policy", "sandbox; default-src 'none'"), ("fremd.svg", "Content-Security-Policy", "sandbox; default-src 'none'"),
        ("fremd.html", "Content-Security-Policy", "sandbox; default-src 'none'"), ("fremd.pdf", "Content-Security-Policy", "default-src 'none'"),
    ]
    expected += [(path, name, value) for path in (page, asset, attachment) for name, value in (
        ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "strict-origin-when-cross-origin"), ("Permissions-Policy", "camera=()"))]
    for path, name, value in expected:
        answer, _ = get(connection, quote(path))
        if value not in (answer.headers[name] or ""):
            raise Broken(f"{path} has {name}: {answer.headers[name]}, not {value}")
    for path, status, how in (
        ("keine/solche/seite/", 404, {}), ("server/nginx-paths.map", 404, {}), (".gitkeep", 404, {}), (f".{victim.output.name}.gongkai/lock", 404, {}),
        (asset, 404, {"Service_Worker": "script"}), (attachment, 404, {"Service_Worker": "script"}), (page, 405, {"method": "POST"}),
    ):
        answer, _ = get(connection, quote(path), **how)
        if answer.status != status:
            raise Broken(f"{path} {how} is answered with {answer.status}, not {status}")
    for path in (asset, page, "data/documents.jsonl"):
        answer, body = get(connection, quote(path), Accept_Encoding="gzip")
        copy = victim.output / ((path + "index.html" if path.endswith("/") else path) + ".gz")
        if answer.headers["Content-Encoding"] != "gzip" or body != copy.read_bytes():
            raise Broken(f"{path} is not sent as the copy that the build made")
    for name in ("fremd.pdf", "fremd.svg", "fremd.html"):
        (victim.output / name).unlink()


ALL = [("published-under-load", published_under_load)]
