"""Old addresses lead on and withdrawn texts are gone: real servers with the files of Tools/deploy, and pages for hosts without them."""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Reader
from site_server import SiteServer

sys.path.append(str(Path(__file__).resolve().parents[1] / "Torture"))
import apache_server  # noqa: E402
import nginx_server  # noqa: E402

pytestmark = pytest.mark.xdist_group("moved")
REPOSITORY = Path(__file__).resolve().parents[2]
HOST = "www.anlan.example"
NEW = f"https://{HOST}/zhengce/xin/"
SITE = f"""name: 安澜县人民政府
baseURL: https://{HOST}/
siteIDCode: "0000000001"
organizer: 安澜县人民政府
contact: {{phone: 0000-6010001}}
"""
ALIASES = [
    "/zwgk/2019/通知.html", "/old/", "/art.jsp?id=12&c=关", "/list.asp?k=%CD%A8%D6%AA", "/doc/%CD%A8%D6%AA.html", "/%CD%A8.html", "/%D0%D0%D5%FE.html", "/a+b(1)$x.html",
    "https://old.anlan.example:8080/3.html", "https://old.anlan.example/art?id=1", f"https://{HOST}:443/eigen.html",
    "/" + "长" * 60 + ".html", "/id?x=aB",
]
DOCUMENTS = {
    "xin.md": "title: 新办法\npublishedOn: 2024-01-01\naliases:\n" + "".join(f'  - "{alias}"\n' for alias in ALIASES),
    "ling.md": 'title: 另一份\npublishedOn: 2024-01-01\naliases: ["/id?x=Ab"]\n',
    "chufa/index.md": "title: 对张某某的决定\npublishedOn: 2024-01-01\nattachments: [fujian.csv]\naliases: [/chufa/9.html]\n"
                      "withdrawn: {on: 2026-11-20, reason: 行政处罚决定已依法撤销, by: 安澜县市场监督管理局}\n",
}
# What a browser asks for, of which host, and where it is led.
MOVED = [
    ("/zwgk/2019/%E9%80%9A%E7%9F%A5.html", HOST, NEW), ("/zwgk/2019/%E9%80%9A%E7%9F%A5.html?from=timeline", HOST, NEW),
    ("/old/", HOST, NEW), ("/art.jsp?id=12&c=%E5%85%B3", HOST, NEW), ("/list.asp?k=%CD%A8%D6%AA", HOST, NEW),
    ("/list.asp?k=%cd%a8%d6%aa", HOST, NEW), ("/doc/%CD%A8%D6%AA.html", HOST, NEW), ("/%CD%A8.html", HOST, NEW),
    ("/%D0%D0%D5%FE.html", HOST, NEW), ("/a+b(1)$x.html", HOST, NEW), ("/eigen.html", HOST, NEW),
    ("/" + "%E9%95%BF" * 60 + ".html", HOST, NEW), ("/id?x=aB", HOST, NEW), ("/id?x=Ab", HOST, f"https://{HOST}/zhengce/ling/"),
    ("/chufa/9.html", HOST, f"https://{HOST}/zhengce/chufa/"),
]
ELSEWHERE = [("/3.html", "old.anlan.example:8080", NEW), ("/art?id=1", "old.anlan.example", NEW)]
# nginx compares what stands in its maps without regard to case.
SAME_CASE = {"/list.asp?k=%cd%a8%d6%aa"}


def write(root: Path, documents: dict[str, str] = DOCUMENTS) -> None:
    (root / "Content/zhengce/chufa").mkdir(parents=True)
    (root / "Content/site.yml").write_text(SITE, "utf-8")
    (root / "Content/zhengce/_column.md").write_text("---\ntitle: 政策\nkind: notice\n---\n", "utf-8")
    (root / "Content/zhengce/chufa/fujian.csv").write_text("姓名\n张某某\n", "utf-8")
    for name, head in documents.items():
        (root / "Content/zhengce" / name).write_text(f"---\n{head}---\n正文。\n", "utf-8")


def build(gongkai: str, root: Path, day: str = "2026-11-21") -> None:
    subprocess.run(
        [gongkai, "build", "--quiet", "--root", root, "--templates", REPOSITORY / "Templates", "--as-of", day], check=True)


@pytest.fixture(scope="module")
def root(gongkai, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("moved")
    for above in [folder, *folder.parents[:3]]:
        above.chmod(above.stat().st_mode | 0o055)  # servers read as another user
    write(folder)
    build(gongkai, folder)
    return folder


@pytest.fixture(scope="module")
def nginx(root):
    if not nginx_server.PROGRAM:
        pytest.skip("there is no nginx: apt-get install nginx-light")
    running = nginx_server.NginxServer(root / "Output", root / "nginx")
    yield running
    assert running.errors() == ""
    running.close()


@pytest.fixture(scope="module")
def apache(root):
    if not apache_server.PROGRAM:
        pytest.skip("there is no Apache: apt-get install apache2-bin")
    running = apache_server.ApacheServer(root / "Output", root / "apache")
    yield running
    running.close()


def ask(server, path: str, host: str = HOST, method: str = "GET"):
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    connection.request(method, path, headers={"Host": host})
    answer = connection.getresponse()
    body = answer.read().decode("utf-8", "replace")
    connection.close()
    return answer, body


@pytest.mark.parametrize("path, host, target", MOVED + ELSEWHERE)
def test_nginx_leads_old_addresses_on(nginx, path, host, target):
    answer, _ = ask(nginx, path, host)
    assert (answer.status, answer.headers["Location"]) == (301, target)
    assert answer.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("path, host, target", [row for row in MOVED if row[0] not in SAME_CASE])
def test_apache_leads_old_addresses_on(apache, path, host, target):
    answer, _ = ask(apache, path, host)
    assert (answer.status, answer.headers["Location"]) == (301, target)


@pytest.mark.parametrize("path", ["/zhengce/chufa/", "/zhengce/chufa/index.html"])
@pytest.mark.parametrize("name", ["nginx", "apache"])
def test_a_withdrawn_text_is_gone_and_the_page_says_why(request, name, path):
    answer, body = ask(request.getfixturevalue(name), path)
    assert answer.status == 410
    assert "行政处罚决定已依法撤销" in body and "安澜县市场监督管理局" in body and "张某某" not in body
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'self'")


@pytest.mark.parametrize("path", ["/zhengce/chufa/fujian.csv", "/server/nginx-paths.map", "/server/apache.conf", "/server/", "/.gitkeep", "/nix"])
@pytest.mark.parametrize("name", ["nginx", "apache"])
def test_nothing_else_is_there(request, name, path):
    answer, body = ask(request.getfixturevalue(name), path)
    assert answer.status == 404 and "页面不存在" in body


@pytest.mark.parametrize("name", ["nginx", "apache"])
def test_everything_else_is_served_as_before(request, name):
    server = request.getfixturevalue(name)
    for path in ("/", "/zhengce/", "/zhengce/xin/", "/zhengce/ling/index.html", "/feed.atom", "/data/documents.jsonl"):
        assert ask(server, path)[0].status == 200, path
    assert ask(server, "/zhengce/xin")[0].status == 301
    assert ask(server, "/", method="POST")[0].status in (403, 405)


def test_nginx_starts_for_a_site_with_nothing_to_say(gongkai, tmp_path):
    if not nginx_server.PROGRAM:
        pytest.skip("there is no nginx: apt-get install nginx-light")
    write(tmp_path, {"xin.md": "title: 新\npublishedOn: 2024-01-01\n"})
    build(gongkai, tmp_path)
    assert not (tmp_path / "Output/server").exists()
    for above in [tmp_path, *tmp_path.parents[:3]]:
        above.chmod(above.stat().st_mode | 0o055)
    running = nginx_server.NginxServer(tmp_path / "Output", tmp_path / "nginx")
    assert ask(running, "/zhengce/xin/")[0].status == 200
    running.close()


def test_nginx_is_told_of_new_maps_only(tmp_path):
    """The script of gongkai-nginx.service: reloads when a map has changed, never with what nginx refuses."""
    (tmp_path / "bin").mkdir()
    said = tmp_path / "said"
    (tmp_path / "bin/nginx").write_text(f'#!/bin/sh\necho "$@" >> {said}\n[ "$1" != -t ] || [ ! -e {tmp_path}/bad ]\n', "utf-8")
    (tmp_path / "bin/nginx").chmod(0o755)
    environment = dict(os.environ, PATH=f"{tmp_path}/bin:/usr/bin:/bin", GONGKAI_ROOT=str(tmp_path), GONGKAI_NGINX_STATE=str(tmp_path / "sum"))

    def run() -> tuple[int, list[str]]:
        said.write_text("", "utf-8")
        done = subprocess.run(["/bin/sh", REPOSITORY / "Tools/deploy/gongkai-nginx"], env=environment)
        return done.returncode, said.read_text("utf-8").split("\n")[:-1]

    maps = tmp_path / "Output/server"
    maps.mkdir(parents=True)
    assert run() == (0, ["-t -q", "-s reload"])
    assert run() == (0, [])
    (maps / "nginx-gone.map").write_text('"/a/" "/a/index.html";\n', "utf-8")
    (tmp_path / "bad").touch()
    assert run() == (1, ["-t -q"])
    (tmp_path / "bad").unlink()
    assert run() == (0, ["-t -q", "-s reload"])
    assert run() == (0, [])


def test_a_host_without_redirects_leads_on_by_a_page(root, browser):
    server = SiteServer(root / "Output")
    reader = Reader(browser, server)
    page = reader.open("old/")
    page.wait_for_url("**/zhengce/xin/")
    assert page.inner_text("h1") == "新办法"
    assert reader.complaints == []
    reader.close()
    server.close()
    text = (root / "Output/old/index.html").read_text("utf-8")
    assert f'<link rel="canonical" href="{NEW}">' in text and 'content="noindex"' in text and "<script" not in text
