"""The desk behind a real nginx with Tools/deploy/nginx-desk.conf: five people at once, names, events, large texts."""

from __future__ import annotations

import base64
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from waiting import PATIENCE

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY / "Tests/Torture"))

import nginx_server  # noqa: E402
from web_server import WebServer  # noqa: E402

CONFIGURATION = REPOSITORY / "Tools/deploy/nginx-desk.conf"
PEOPLE = ["李一", "王二", "张三", "赵四", "钱五"]
PASSWORD = "geheim"
pytestmark = [pytest.mark.skipif(nginx_server.PROGRAM is None, reason="needs nginx"), pytest.mark.xdist_group("proxy")]

SETTINGS = """name: 安澜县人民政府
baseURL: https://www.anlan.example/
siteIDCode: 3412250001
organizer: 安澜县人民政府办公室
"""
NOTICE = "---\ntitle: 通告{number}\npublishedOn: 2026-03-02\n---\n\n第{number}号。\n"


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


class DeskNginx(WebServer):
    """The example as it stands, but for addresses and paths."""

    def __init__(self, folder: Path, desk: int):
        super().__init__(folder)
        (folder / "htpasswd").write_text("".join(f"{name}:{{PLAIN}}{PASSWORD}\n" for name in [*PEOPLE, "lisi"]), "utf-8")
        site = CONFIGURATION.read_text("utf-8")
        changes = [
            ("listen 80;", f"listen 127.0.0.1:{self.port};", 1), ("/etc/nginx/desk.htpasswd;", f"{folder}/htpasswd;", 1),
            ("http://127.0.0.1:8484;", f"http://127.0.0.1:{desk};", 2), ('# lisi  "李四";', 'lisi  "李四";', 1),
        ]
        for old, new, count in changes:
            assert site.count(old) == count, f"{CONFIGURATION} no longer has “{old}”"
            site = site.replace(old, new)
        (folder / "site.conf").write_text(site, "utf-8")
        paths = "\n".join(f"{name}_temp_path {folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        # Workers of root's nginx are somebody else, who may not read the names.
        user = "user root;\n" if os.geteuid() == 0 else ""
        (folder / "nginx.conf").write_text(
            f"{user}daemon off; worker_processes 2; pid {folder}/pid; error_log {folder}/error.log;\n"
            f"events {{ worker_connections 256; }}\n"
            f"http {{ access_log off; {paths}\ninclude {folder}/site.conf; }}\n", "utf-8")
        self.start(nginx_server.PROGRAM, "-p", folder, "-c", folder / "nginx.conf", "-e", folder / "error.log")


class Office:
    """A site of five notices whose desk stands behind nginx."""

    def __init__(self, program: str, root: Path):
        self.root = root
        self.write("site.yml", SETTINGS)
        self.write("tonggao/_column.md", "---\ntitle: 通告\nkind: notice\n---\n")
        for number in range(1, 6):
            self.write(f"tonggao/{number}.md", NOTICE.format(number=number))
        self.desk = free_port()
        self.nginx = DeskNginx(root.parent / "nginx", self.desk)
        self.origin = self.nginx.root.removesuffix("/")
        self.process = subprocess.Popen(
            [program, "serve", "--root", str(root), "--port", str(self.desk), "--behind-proxy", "X-Remote-User",
             "--origin", self.origin, "--publisher", "李一"],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True)
        said = [self.process.stdout.readline() for _ in range(4)]
        assert said[0] == f"工作台：{self.origin}/desk/\n", said
        assert "token" not in "".join(said)

    def write(self, path: str, text: str) -> None:
        file = self.root / "Content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def text(self, path: str) -> str:
        return (self.root / "Content" / path).read_text("utf-8")

    def request(self, name: str, who: str | None, body: object = None, **headers: str) -> urllib.request.Request:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.origin}/desk/{name}", data)
        if body is not None:
            request.add_header("Origin", self.origin)
        if who:
            request.add_header("Authorization", "Basic " + base64.b64encode(f"{who}:{PASSWORD}".encode()).decode())
        for key, value in headers.items():
            request.add_header(key.replace("_", "-"), value)
        return request

    def ask(self, name: str, who: str | None, body: object = None, **headers: str) -> tuple[int, object]:
        try:
            with urllib.request.urlopen(self.request("api/" + name, who, body, **headers), timeout=PATIENCE) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            text = error.read().decode()
            return error.code, json.loads(text) if text.startswith("{") else text

    def log(self) -> list[dict]:
        return [json.loads(line) for line in self.text(".desk/log.jsonl").splitlines()]

    def close(self) -> None:
        self.nginx.close()
        self.process.send_signal(signal.SIGINT)
        self.process.wait(PATIENCE)


@pytest.fixture(scope="module")
def office(gongkai, tmp_path_factory):
    opened = Office(gongkai, tmp_path_factory.mktemp("office") / "site")
    yield opened
    opened.close()
    assert not opened.nginx.errors()


def raw(port: int, *lines: str) -> str:
    """What a server answers to a request that no library would send."""
    with socket.create_connection(("127.0.0.1", port), PATIENCE) as link:
        link.sendall("".join(line + "\r\n" for line in ("GET /desk/api/me HTTP/1.1", *lines, "Connection: close", "")).encode())
        answer = b""
        while piece := link.recv(1 << 16):
            answer += piece
    return answer.decode("utf-8", "replace")


def test_nobody_comes_in_without_logging_in_or_under_another_name(office):
    assert office.ask("me", None)[0] == 401
    assert office.ask("me", "李一")[1]["name"] == "李一"
    assert office.ask("me", "lisi")[1]["name"] == "李四"
    # What a browser says of itself is not believed, in whatever spelling.
    assert office.ask("me", "王二", X_Remote_User="lisi")[1]["name"] == "王二"
    login = "Authorization: Basic " + base64.b64encode(f"王二:{PASSWORD}".encode()).decode()
    host = "Host: " + office.origin.removeprefix("http://")
    for forged in ("X-Remote-User: lisi", "x-remote-user: lisi", "X_Remote_User: lisi", "X-Remote-U\u017fer: lisi", "X-Remote-User : lisi",
                   "X-Remote-User:\r\n lisi"):
        for lines in ((host, login, forged), (forged, host, login)):
            answer = raw(office.nginx.port, *lines)
            assert '"name":"王二"' in answer or answer.startswith("HTTP/1.1 400"), (forged, answer)
    # Another name of the host, or another page.
    assert raw(office.nginx.port, "Host: evil.example", login).startswith("HTTP/1.1 403")
    assert office.ask("work", "李一", {"task": "check"}, Origin="https://evil.example")[0] == 403


def test_past_the_proxy_a_name_alone_does_not_help_another_host(office):
    assert raw(office.desk, f"Host: 127.0.0.1:{office.desk}", "X-Remote-User: 李一").startswith("HTTP/1.1 403")


def test_five_people_lose_nothing(office):
    """Each writes a document of their own a hundred times, and all of them one and the same."""
    def own(number: int) -> None:
        name, path = PEOPLE[number - 1], f"Content/tonggao/{number}.md"
        state = office.ask("file?path=" + path, name)[1]
        for turn in range(20):
            text = NOTICE.format(number=number) + f"\n第{turn}次。\n"
            status, answer = office.ask("file", name, {"path": path, "text": text, "stamp": state["stamp"]})
            assert status == 200, answer
            state = answer

    with ThreadPoolExecutor(5) as people:
        list(people.map(own, range(1, 6)))
    for number in range(1, 6):
        assert office.text(f"tonggao/{number}.md") == NOTICE.format(number=number) + "\n第19次。\n"

    path = "Content/tonggao/1.md"
    taken: list[tuple[str, int]] = []
    refused: list[int] = []
    lock = threading.Lock()

    def shared(name: str) -> None:
        for turn in range(10):
            while True:
                state = office.ask("file?path=" + path, name)[1]
                line = f"\n{name}第{turn}句。\n"
                status, answer = office.ask("file", name, {"path": path, "text": state["text"] + line, "stamp": state["stamp"]})
                with lock:
                    (taken.append((name, turn)) if status == 200 else refused.append(status))
                if status == 200:
                    break
                assert status == 409 and answer["text"], answer

    with ThreadPoolExecutor(5) as people:
        list(people.map(shared, PEOPLE))
    text = office.text("tonggao/1.md")
    assert len(taken) == 50 and set(refused) <= {409}
    for name in PEOPLE:
        for turn in range(10):
            assert text.count(f"\n{name}第{turn}句。\n") == 1
    saved = [entry["user"] for entry in office.log() if entry["deed"] == "saved" and entry["path"] == path]
    # The owner's twenty, and ten of each.
    assert sorted(saved) == sorted(PEOPLE * 10 + ["李一"] * 20)


def test_events_come_through_at_once(office):
    with urllib.request.urlopen(office.request("events", "王二"), timeout=PATIENCE) as events:
        assert events.readline() == b"retry: 1000\n"
        state = office.ask("file?path=Content/tonggao/2.md", "王二")[1]
        text = state["text"] + "\n再加一句。\n"
        assert office.ask("file", "王二", {"path": "Content/tonggao/2.md", "text": text, "stamp": state["stamp"]})[0] == 200
        while b"event: changed" not in (line := events.readline()):
            assert line, "the stream ended"


def test_a_large_text_goes_through_and_a_larger_one_is_refused(office):
    state = office.ask("file?path=Content/tonggao/3.md", "张三")[1]
    text = state["text"] + "长" * (3 << 20)
    status, answer = office.ask("file", "张三", {"path": "Content/tonggao/3.md", "text": text, "stamp": state["stamp"]})
    assert status == 413, answer
    text = state["text"] + "\n第一句，够长了。\n" * 200_000
    body = json.dumps({"path": "Content/tonggao/3.md", "text": text, "stamp": state["stamp"]}, ensure_ascii=False)
    assert 5 << 20 < len(body.encode()) < 12 << 20
    request = office.request("api/file", "张三", {})
    request.data = body.encode()
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
        assert answer.status == 200
    assert office.text("tonggao/3.md") == text
    office.write("tonggao/3.md", NOTICE.format(number=3))


def test_only_those_publish_who_may_and_only_one_at_a_time(office):
    status, answer = office.ask("work", "王二", {"task": "publish"})
    assert status == 403 and "李一" in answer["message"]
    # What takes time holds nobody up, and two do not do it at once.
    with ThreadPoolExecutor(5) as people:
        begun = list(people.map(lambda _: office.ask("work", "李一", {"task": "publish"}), range(5)))
    assert sorted(status for status, _ in begun) == [200, 409, 409, 409, 409]
    assert all(re.search("李一正在发布", answer["message"]) for status, answer in begun if status == 409)
    with urllib.request.urlopen(office.request("events", "李一"), timeout=PATIENCE) as events:
        while (work := office.ask("work", "李一")[1])["isRunning"]:
            assert events.readline()
    assert work["result"]["published"], work
    assert (office.root / "Output/tonggao/1/index.html").exists()
    assert office.log()[-1]["deed"] == "published" and office.log()[-1]["user"] == "李一"
