"""The site behind a real nginx with Tools/deploy/nginx.conf, as offices run it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import sync_playwright

from conftest import TYPES, Reader
from waiting import PATIENCE, until

sys.path.append(str(Path(__file__).resolve().parents[1] / "Torture"))
from nginx_server import PROGRAM, NginxServer  # noqa: E402

pytestmark = pytest.mark.xdist_group("served")
FORGED = "<!doctype html><meta charset=utf-8><title>附件</title><h1>附件</h1><script src=fremd.js></script>"
SCRIPT = "document.title = '运行了'; navigator.serviceWorker.register('sw.js').catch(() => { document.title = '运行了' })"
WORKER = "self.addEventListener('fetch', event => event.respondWith(new Response('伪造')))"


@pytest.fixture(scope="module")
def nginx(site, tmp_path_factory):
    """A copy of the site with files in it that no build lets in."""
    if not PROGRAM:
        pytest.skip("there is no nginx: apt-get install nginx-light")
    folder = tmp_path_factory.mktemp("served")
    for above in [folder, *folder.parents[:3]]:
        above.chmod(above.stat().st_mode | 0o055)  # nginx reads as another user
    shutil.copytree(site.folder, folder / "Output")
    for name, text in (("fremd.html", FORGED), ("fremd.js", SCRIPT), ("sw.js", WORKER)):
        (folder / "Output" / name).write_text(text, "utf-8")
    running = NginxServer(folder / "Output", folder / "nginx")
    yield running
    running.close()


@pytest.fixture
def visitor(browser, nginx):
    reader = Reader(browser, nginx)
    yield reader
    reader.close()


def test_pages_of_every_type_say_nothing_on_the_console(visitor, site):
    for page_type in TYPES:
        address = site.types[page_type]
        if page_type == "404":
            continue  # The browser itself notes the status.
        visitor.open(address)
        assert visitor.complaints == [], f"{page_type} {address}"
    assert all(url.startswith(visitor.server.root) for url in visitor.requests)


def test_search_works(visitor):
    assert visitor.find("养老")
    assert visitor.complaints == []


def test_a_page_from_an_attachment_runs_nothing(visitor):
    page = visitor.open("fremd.html")
    assert page.inner_text("h1") == "附件"
    assert page.title() == "附件"
    assert any("sandbox" in complaint or "Content Security Policy" in complaint for complaint in visitor.complaints)


def test_no_service_worker_takes_a_column(visitor):
    page = visitor.open("")
    said = page.evaluate("navigator.serviceWorker.register('/sw.js').then(() => 'registered', error => error.name)")
    assert said != "registered"
    visitor.open("zhengce/")
    assert visitor.page.evaluate("navigator.serviceWorker.controller === null")


def test_a_pdf_opens_in_the_viewer(nginx, site, request):
    """Only the browser with windows has the viewer, which is a frame of its own."""
    pdf = next(path for path in sorted(site.folder.rglob("*.pdf"))).relative_to(site.folder)
    with urlopen(nginx.root + str(pdf)) as answer:
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
    program = [sys.executable, __file__, request.config.getoption("--desktop-chromium"), nginx.root + str(pdf)]
    done = subprocess.run(program, capture_output=True, text=True, timeout=PATIENCE)
    assert done.returncode == 0, done.stderr


def see_pdf(chromium: str, address: str) -> None:
    """Run in a process of its own, because the browser of the other tests holds Playwright's loop."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, headless=False, args=["--headless=new", "--no-sandbox"], ignore_default_args=["--headless"])
        page = browser.new_page()
        page.goto(address)
        until(page, lambda: any(frame.url.startswith("chrome-extension://") for frame in page.frames))
        browser.close()


if __name__ == "__main__":
    see_pdf(*sys.argv[1:])
