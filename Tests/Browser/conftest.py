"""Builds the sample site once, serves it, and opens it in headless Chromium."""

from __future__ import annotations

import shutil
import signal
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from built_site import BuiltSite, build
from site_server import SiteServer
from waiting import PATIENCE, until

REPOSITORY = Path(__file__).resolve().parents[2]
TYPES = [
    "home", "changes", "search", "sitemap", "accessibility", "404", "column", "column with columns", "second page of a list",
    *(f"{what} of {facet}" for facet in ("topics", "themes", "issuers", "years", "validity") for what in ("terms", "list")),
    "policy", "normative", "interpretation", "notice", "question", "page", "consultation",
    *(f"document {state}" for state in (
        "inForce", "amended", "partiallyRepealed", "notYetInForce", "repealed", "expired", "annulled", "unstated",
        "open", "closed", "answered", "upcoming")),
    "document with a table", "document with a picture", "document with an attachment", "document with relations", "document with a contents list",
    "document with the longest title",
]


def pytest_addoption(parser):
    parser.addoption("--gongkai", default=str(REPOSITORY / ".build/release/gongkai"), help="the program that builds the site")
    # Of the same source; without the windows of a desktop, a page takes a third of the work.
    parser.addoption("--chromium", default="/usr/bin/chromium-headless-shell", help="the browser that reads it")
    parser.addoption("--desktop-chromium", default="/usr/bin/chromium", help="the browser that shows PDF files, too")


def pytest_configure():
    # Whatever a shell runs in the background ignores it, and so would each desk that is to be closed.
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_generate_tests(metafunc):
    if "page_type" in metafunc.fixturenames:
        metafunc.parametrize("page_type", TYPES)


@pytest.fixture(scope="session")
def gongkai(request) -> str:
    return str(Path(request.config.getoption("--gongkai")).absolute())


@pytest.fixture(scope="session")
def site(gongkai, tmp_path_factory) -> BuiltSite:
    output = tmp_path_factory.mktemp("release") / "site"
    build(gongkai, REPOSITORY, output)
    return BuiltSite(output, REPOSITORY / "Content")


@pytest.fixture(scope="session")
def site_below(gongkai, tmp_path_factory) -> BuiltSite:
    """The same content, for a baseURL with a path."""
    root = tmp_path_factory.mktemp("below")
    for folder in ("Content", "Templates"):
        shutil.copytree(REPOSITORY / folder, root / folder)
    settings = root / "Content/site.yml"
    text = settings.read_text("utf-8")
    changed = text.replace("baseURL: https://www.anlan.example/", "baseURL: https://www.anlan.example/gk/")
    assert changed != text
    settings.write_text(changed, "utf-8")
    build(gongkai, root, root / "site")
    return BuiltSite(root / "site", root / "Content")


@pytest.fixture(scope="session")
def server(site):
    running = SiteServer(site.folder)
    yield running
    running.close()


@pytest.fixture(scope="session")
def browser(request) -> Browser:
    expect.set_options(timeout=PATIENCE * 1000)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=request.config.getoption("--chromium"), args=["--no-sandbox"], timeout=PATIENCE * 1000)
        yield opened
        opened.close()


class Reader:
    """A browser window that records everything that goes wrong."""

    def __init__(self, browser: Browser, server: SiteServer, **context):
        self.context = browser.new_context(**{"locale": "zh-CN", "timezone_id": "Asia/Shanghai", **context})
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE * 1000)
        self.server = server
        self.forget()
        self.page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        self.page.on("console", lambda message: self.complaints.append(f"{message.type}: {message.text}"))
        self.page.on("response", lambda response: self.responses.append((response.status, response.url)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        for ending in ("requestfinished", "requestfailed"):
            self.page.on(ending, lambda request: self.ended.append(request.url))

    def forget(self) -> None:
        self.complaints: list[str] = []
        self.responses: list[tuple[int, str]] = []
        self.requests: list[str] = []
        self.ended: list[str] = []

    def open(self, address: str, below: bool = False) -> Page:
        self.page.goto((self.server.below if below else self.server.root) + address, wait_until="load")
        if address.startswith("search/"):
            self.settle()
        return self.page

    def rest(self) -> None:
        """Waits until all that was asked for has come, and nothing more is asked for in a tenth of a second."""
        looks = []

        def is_at_rest() -> bool:
            looks.append(len(self.requests) if len(self.ended) >= len(self.requests) else None)
            return len(looks) > 5 and looks[-1] is not None and len(set(looks[-6:])) == 1

        until(self.page, is_at_rest)

    def settle(self) -> None:
        """Waits until the search given by the address is done."""
        self.page.wait_for_selector("[data-search=done]", state="attached")

    def find(self, query: str, more: str = "") -> list[str]:
        """Searches by opening a link; returns the addresses of the hits."""
        from urllib.parse import quote

        self.open(f"search/?q={quote(query)}{more}")
        return self.hits()

    def ask(self, query: str) -> list[str]:
        """Searches by the form of the search page, which stays open: for many queries, one after the other."""
        if "/search/" not in self.page.url:
            self.open("search/")
        self.page.fill(".search-input", query)
        self.page.press(".search-input", "Enter")
        until(self.page, "query => new URLSearchParams(location.search).get('q') === query && !!document.querySelector('[data-search=done]')", query)
        return self.hits()

    def hits(self) -> list[str]:
        return self.page.eval_on_selector_all("[data-hit]", "all => all.map(hit => hit.dataset.hit)")

    @property
    def total(self) -> int:
        return int(self.page.get_attribute("[data-total]", "data-total"))

    def close(self) -> None:
        self.context.close()


@pytest.fixture
def open_reader(browser, server):
    """Opens windows with context settings (viewport, java_script_enabled …); closes them after the test."""
    opened = []

    def open_one(**context) -> Reader:
        opened.append(Reader(browser, server, **context))
        return opened[-1]

    yield open_one
    for reader in opened:
        reader.close()


@pytest.fixture
def reader(open_reader) -> Reader:
    return open_reader()


@pytest.fixture(scope="session")
def kept_readers(browser, server):
    kept: dict[str, Reader] = {}
    yield kept
    for reader in kept.values():
        reader.close()


@pytest.fixture
def visit(browser, server, kept_readers):
    """Opens windows that are kept, by their settings, for the next test: for those that leave nothing in them. A new window is
    half the work of looking at a page."""
    opened: list[Reader] = []

    def open_one(**context) -> Reader:
        name = repr(sorted(context.items()))
        if name not in kept_readers:
            kept_readers[name] = Reader(browser, server, **context)
        opened.append(kept_readers[name])
        opened[-1].forget()
        return opened[-1]

    yield open_one
    for reader in opened:
        reader.page.emulate_media(media="null")
        left = reader.page.evaluate("localStorage.length + sessionStorage.length")
        # What the page still asks for is not the next one's.
        reader.page.goto("about:blank")
        assert left == 0 and reader.context.cookies() == []


@pytest.fixture
def visitor(visit) -> Reader:
    return visit()


@pytest.fixture
def address(site, page_type) -> str:
    return site.types[page_type]
