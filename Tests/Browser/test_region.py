"""A region's library: a city that shows what the sample publishes, as its readers see it."""

import shutil
import subprocess
from pathlib import Path
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from built_site import AS_OF, BuiltSite, build
from conftest import REPOSITORY, Reader
from site_server import SiteServer

pytestmark = pytest.mark.xdist_group("region")
ORIGINAL = "https://www.anlan.example/"
REPEALED = "fading/zhengce/2026-4/"
SETTINGS = """name: 某市政府信息公开专栏
baseURL: https://www.city.example/
siteIDCode: "3700000001"
organizer: 某市人民政府
sources:
  - {id: anlan, name: 安澜县, folder: ../exports/anlan}
"""
ACT = """---
title: 某市人民政府关于废止部分文件的决定
documentNumber: 某政发〔2026〕1号
issuer: 某市人民政府
publishedOn: 2026-11-01
effectiveOn: 2026-11-01
repeals: anlan/fading/zhengce/2026-4
---
现将有关文件废止，自2026年11月1日起施行。
"""


@pytest.fixture(scope="module")
def city(gongkai, tmp_path_factory) -> BuiltSite:
    """One document of its own, which repeals one of the county's."""
    folder = tmp_path_factory.mktemp("region")
    (folder / "exports").mkdir()
    command = [gongkai, "export", "--format", "jsonl", "--root", REPOSITORY, "--as-of", AS_OF, "--output", folder / "exports/anlan"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    content = folder / "city/Content"
    (content / "wenjian").mkdir(parents=True)
    (content / "site.yml").write_text(SETTINGS, "utf-8")
    (content / "wenjian/_column.md").write_text("---\ntitle: 政策文件\nkind: policy\n---\n", "utf-8")
    (content / "wenjian/2026-1.md").write_text(ACT, "utf-8")
    build(gongkai, folder / "city", folder / "city/Output")
    return BuiltSite(folder / "city/Output", content)


@pytest.fixture(scope="module")
def served(city):
    running = SiteServer(city.folder)
    yield running
    running.close()


@pytest.fixture
def reader(browser, served) -> Reader:
    opened = Reader(browser, served)
    yield opened
    opened.close()


def test_the_home_page_leads_to_a_county_and_to_its_documents(reader):
    page = reader.open("")
    page.get_by_role("heading", name="各地专栏").wait_for()
    page.get_by_role("link", name="安澜县").click()
    expect(page.locator("h1")).to_have_text("安澜县")
    page.locator(".row-title a").first.click()
    origin = page.locator(".source a").get_attribute("href")
    assert origin.startswith(ORIGINAL)
    expect(page.locator("link[rel=canonical]")).to_have_attribute("href", origin)
    assert not reader.complaints


def test_a_document_that_the_city_has_repealed_says_so(reader):
    page = reader.open("anlan/" + REPEALED)
    assert page.locator("main").get_attribute("data-state") == "repealed"
    page.get_by_role("link", name="某市人民政府关于废止部分文件的决定").first.click()
    expect(page).to_have_url(reader.server.root + "wenjian/2026-1/")
    assert not reader.complaints


def test_one_search_finds_both_and_tells_them_apart(reader):
    hits = reader.find("人民政府")
    assert any(hit.startswith("anlan/") for hit in hits)
    both = reader.total
    county = reader.find("人民政府", "&source=anlan")
    assert county and all(hit.startswith("anlan/") for hit in county) and 0 < reader.total < both
    own = reader.find("人民政府", "&source=" + quote("本站"))
    assert own == ["wenjian/2026-1/"] and reader.total == 1
    assert not reader.complaints


def test_no_page_loads_anything_from_the_county(reader, city):
    paths = [str(path.parent.relative_to(city.folder)) + "/" for path in (city.folder / "anlan").rglob("index.html")]
    shown = [path for path in paths if "class=\"external\"" in city.text(path + "index.html")]
    for path in shown[:: max(1, len(shown) // 12)]:
        reader.open(path)
    assert shown and not reader.complaints
    assert all(url.startswith(reader.server.root) for url in reader.requests)


def test_its_pages_can_be_read_by_everybody(reader):
    for address in ("", "anlan/", "anlan/" + REPEALED):
        page = reader.open(address)
        assert not Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}).response["violations"]


def test_a_copy_without_a_server_has_them_too(gongkai, city, tmp_path):
    root = city.content.parent
    output = tmp_path / "Offline"
    command = [gongkai, "build", "--offline", "--root", root, "--as-of", AS_OF, "--output", output, "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    text = (output / "anlan" / REPEALED / "index.html").read_text("utf-8")
    assert f'href="{ORIGINAL}{REPEALED}"' in text
    shutil.rmtree(output)
