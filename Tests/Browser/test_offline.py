"""A copy that needs no server, as somebody reads it from a stick: pages opened from the disk, nothing served."""

import hashlib
import io
import json
import posixpath
import re
import shutil
import subprocess
import unicodedata
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import quote, unquote, urlsplit

import pypdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from built_site import AS_OF, BuiltSite, build
from conftest import REPOSITORY, Reader
from site_server import SiteServer
from test_clock import changing, midnight, steps
from test_reading import OVERFLOW
from waiting import until

DAY = "2026年11月21日"
NOTICE = "gonggao/2026-jiaoshi/"
PAPER = "fading/zhengce/2026-4/"
DATED = "fading/guifanxing/2022-26/"
pytestmark = pytest.mark.xdist_group("offline")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def root(tmp_path_factory) -> Path:
    """The sample with an address below its host, and a table whose rows need several pages."""
    root = tmp_path_factory.mktemp("offline")
    for folder in ("Content", "Templates"):
        shutil.copytree(REPOSITORY / folder, root / folder)
    settings = root / "Content/site.yml"
    settings.write_text(settings.read_text("utf-8").replace("www.anlan.example/", "www.anlan.example/gk/"), "utf-8")
    folder = root / "Content/fading/caizheng/chang"
    folder.mkdir()
    front = "title: 长表\nkind: dataTable\nissuer: 安澜县人民政府\npublishedOn: 2026-01-05\neffectiveOn: 2026-01-05\nrows: t.csv"
    (folder / "index.md").write_text(f"---\n{front}\n---\n", "utf-8")
    (folder / "t.csv").write_text("序号,村\n" + "".join(f"{number},某村{number}\n" for number in range(1, 251)), "utf-8")
    return root


def copied(gongkai, root, output, *options) -> BuiltSite:
    """Builds a copy and carries it to a place with a name of the kind that people give."""
    command = [gongkai, "build", "--offline", "--root", root, "--output", output, "--as-of", AS_OF, "--quiet", *options]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    stick = output.parent / f"U 盘（{output.name}）#1" / "政府信息公开"
    shutil.copytree(output, stick)
    return BuiltSite(stick, root / "Content")


@pytest.fixture(scope="module")
def served(gongkai, root) -> BuiltSite:
    build(gongkai, root, root / "Output")
    return BuiltSite(root / "Output", root / "Content")


@pytest.fixture(scope="module")
def copy(gongkai, root, served) -> BuiltSite:
    return copied(gongkai, root, root / "Offline")


@pytest.fixture(scope="module")
def kiosk(gongkai, root) -> BuiltSite:
    return copied(gongkai, root, root / "Kiosk", "--kiosk", "--idle-minutes", "2", "--no-printing")


@pytest.fixture
def open_copy(browser):
    """Opens windows on a copy; when they close, nothing may have gone wrong and nothing may have left the disk."""
    opened = []

    def open_one(copy: BuiltSite, **context) -> Reader:
        opened.append(Reader(browser, SimpleNamespace(root=copy.folder.as_uri() + "/", below=""), **context))
        return opened[-1]

    yield open_one
    for reader in opened:
        complaints, requests = reader.complaints, reader.requests
        reader.close()
        assert not complaints
        assert not [address for address in requests if urlsplit(address).scheme not in ("file", "blob", "data")]


# The files

def addresses(page: str):
    """Tag and address of everything in a page that leads somewhere; the canonical address is that of the site."""
    for tag in re.findall(r"<[a-z][^<>]*>", re.sub(r"<script[^>]*>(?!</script>).*?</script>", "", page, flags=re.S)):
        for value in re.findall(r'\s(?:href|src|action|poster|data-home)="([^"]*)"', tag):
            if 'rel="canonical"' not in tag:
                yield tag, value.replace("&amp;", "&")


@pytest.mark.parametrize("name", ("copy", "kiosk"))
def test_every_address_in_every_file_is_that_of_a_file(name, request):
    copy = request.getfixturevalue(name)
    files = set(copy.files)
    ids = {file: set(page.ids) for file, page in copy.pages.items()}
    lost, followed = [], 0
    for file in copy.pages:
        folder = posixpath.dirname(file)
        for tag, address in addresses(copy.text(file)):
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                continue
            path = unquote(parts.path)
            target = posixpath.normpath(posixpath.join(folder, path)) if path else file
            followed += 1
            # With a server, a script would make these anchors.
            if target not in files or parts.fragment and unquote(parts.fragment) not in ids.get(target, set()) | {"top"}:
                lost.append((file, tag))
    assert followed > 10_000
    assert not lost[:5], len(lost)
    sheets = [file for file in files if file.endswith(".css")]
    for sheet in sheets:
        for address in re.findall(r"url\(\"?([^)\"]+)", copy.text(sheet)):
            assert str(Path(sheet).parent / address) in files, (sheet, address)


def test_an_address_of_the_site_leads_to_the_copy_if_it_has_the_file(copy):
    base, files = copy.base_url, set(copy.files)
    for file in copy.pages:
        for tag, address in addresses(re.sub(r'<aside class="copy-note".*?</aside>', "", copy.text(file), flags=re.S)):
            if address.startswith(base):
                path = unquote(urlsplit(address).path.removeprefix(urlsplit(base).path))
                assert path not in files and path + "index.html" not in files, (file, tag)


def test_nothing_is_there_that_needs_a_server(copy):
    names = {Path(file).name for file in copy.files}
    assert not {"robots.txt", "sitemap.xml", "404.html", "feed.atom"} & names
    assert not [file for file in copy.files if file.startswith("server/") or file.endswith((".gz", ".map"))]
    assert {file for file in copy.files if file.endswith(".json")} == {"data/questions.json", "data/site.json", "manifest.json"}
    text = "".join(copy.text(file) for file in copy.files if file.endswith(".html"))
    assert 'type="module"' not in text and "modulepreload" not in text and "http-equiv" not in text
    for file in copy.files:
        if file.endswith(".js") and file.startswith("assets/"):
            assert not re.search(r"^(import|export)\b", copy.text(file), flags=re.M), file


def test_the_stick_can_be_verified(gongkai, copy, tmp_path):
    other = tmp_path / "stick"
    shutil.copytree(copy.folder, other)
    assert subprocess.run([gongkai, "verify", "--output", other], capture_output=True).returncode == 0
    manifest = json.loads((other / "manifest.json").read_text("utf-8"))
    for entry in manifest["files"][::40]:
        assert hashlib.sha256((other / entry["path"]).read_bytes()).hexdigest() == entry["sha256"]
    with open(other / PAPER / "index.html", "a") as page:
        page.write("!")
    done = subprocess.run([gongkai, "verify", "--output", other], capture_output=True, text=True)
    assert done.returncode == 1 and f"改动 {PAPER}index.html" in done.stdout


def test_every_page_says_of_what_day_it_is_and_where_the_site_is(copy):
    assert len(copy.pages) > 250
    for file in copy.pages:
        note = re.findall(r'<aside class="copy-note"[^>]*>(.*?)</aside>', copy.text(file))
        assert len(note) == 1, file
        assert f"本副本截至<time datetime=\"{AS_OF}\">{DAY}</time>，网上可能已有变化" in note[0]
        online = copy.base_url + file.removesuffix("index.html")
        assert unquote(re.search('href="([^"]*)"', note[0])[1]) == online


def test_the_days_of_edits_are_those_of_the_site(copy, served):
    assert [row["modifiedOn"] for row in copy.rows] == [row["modifiedOn"] for row in served.rows]
    assert copy.text("data/documents.jsonl") == served.text("data/documents.jsonl")


# The reader

def test_a_reader_goes_from_the_home_page_to_an_attachment_and_back(open_copy, copy):
    reader = open_copy(copy)
    page = reader.open("index.html")
    page.click(f".site-nav a[href$='{NOTICE.split('/')[0]}/index.html']")
    column = copy.folder.as_uri() + f"/{NOTICE.split('/')[0]}/index.html"
    expect(page).to_have_url(column)
    page.click(f"main a[href$='{NOTICE}index.html']")
    expect(page.locator("h1")).to_contain_text("教师")
    with page.expect_download() as download:
        page.locator(".attachments a[href$='.docx']").first.click()
    file = next(file for file in copy.files if file.startswith(NOTICE) and file.endswith(".docx"))
    assert Path(download.value.path()).read_bytes() == (copy.folder / file).read_bytes()
    page.go_back()
    expect(page).to_have_url(column)
    page.go_forward()
    expect(page.locator("h1")).to_contain_text("教师")
    page.click(".brand")
    expect(page).to_have_url(copy.folder.as_uri() + "/index.html")


def test_the_box_on_every_page_searches(open_copy, copy):
    reader = open_copy(copy)
    page = reader.open(PAPER + "index.html")
    page.fill("#site-search", "政务公开工作要点")
    page.press("#site-search", "Enter")
    reader.settle()
    assert reader.hits()[0] == PAPER
    # Into the document, to the place that was found, and back to the same results.
    page.locator("[data-hit] h2 a").first.click()
    expect(page).to_have_url(copy.folder.as_uri() + f"/{PAPER}index.html")
    page.go_back()
    reader.settle()
    assert reader.hits()[0] == PAPER


def queries(site) -> list[str]:
    """Fifty of every sort: quotations, titles and pieces of them, numbers in several forms, questions, nonsense."""
    texts = [source for source in site.sources if not source.is_hidden and not source.is_on_request and source.sentences]
    numbers = [source.number for source in texts if source.number]
    found = [source.sentences[len(source.sentences) // 2][:12] for source in texts[:: len(texts) // 20]][:20]
    found += [source.title[-10:] for source in texts[3 :: len(texts) // 10]][:10]
    found += numbers[:: len(numbers) // 6][:6] + [re.sub(r"\D+", " ", number).strip() for number in numbers[1 :: len(numbers) // 4]][:4]
    return found + ["生孩子可以领多少钱", "怎样申请公租房", "養老服務", "“养老服务”", "政务公开 工作要点", "鲸鱼座流星雨", "垃圾 清运", "某村249", "2026", "不动产登记"]


def test_a_search_finds_what_the_site_finds(open_copy, open_reader, browser, copy, served):
    asked = queries(served)
    assert len(asked) == 50
    server = SiteServer(served.folder)
    online = Reader(browser, server)
    reader = open_copy(copy)
    reader.open("search/index.html?q=")
    online.open("search/?q=")
    different = {}
    hits = 0
    for query in asked:
        here, there = ((window.ask(query), window.total) for window in (reader, online))
        hits += len(here[0])
        if here != there:
            different[query] = (here, there)
    online.close()
    server.close()
    assert not different
    assert hits > 120


def test_a_passage_is_shown_and_leads_to_its_article(open_copy, copy):
    reader = open_copy(copy)
    page = reader.open("search/index.html?q=%E5%A4%8F%E5%AD%A3%E6%AF%8F%E6%97%A5%E6%B8%85%E8%BF%90")
    reader.settle()
    hit = page.locator(f"[data-hit='{DATED}']")
    expect(hit.locator(".hit-excerpt")).to_contain_text("夏季每日清运")
    href = hit.locator(".hit-anchor").get_attribute("href")
    assert href.startswith(copy.folder.as_uri() + f"/{DATED}index.html#")
    page.goto(href)
    assert page.locator(":target").count() == 1


def test_a_passage_of_an_attachment_is_shown_and_leads_to_the_file(open_copy, copy):
    reader = open_copy(copy)
    page = reader.open(f"search/index.html?q={quote('岗位代码按照岗位表填写')}")
    reader.settle()
    line = page.locator("[data-hit='gonggao/2026-jiaoshi/'] .hit-file")
    expect(line).to_contain_text("附件《应聘人员报名登记表》中有：")
    href = line.locator("a").get_attribute("href")
    assert href == copy.folder.as_uri() + "/gonggao/2026-jiaoshi/baomingbiao.docx"
    assert (copy.folder / "gonggao/2026-jiaoshi/baomingbiao.docx").is_file()


def test_titles_are_suggested(open_copy, copy):
    reader = open_copy(copy)
    page = reader.open("search/index.html")
    page.locator(".search-input").press_sequentially("政务公开工作要点")
    expect(page.locator("[role=option]").first).to_contain_text("工作要点")


def test_filters_and_pages_of_results_have_addresses(open_copy, copy):
    reader = open_copy(copy)
    page = reader.open("search/index.html?q=%E9%80%9A%E7%9F%A5")
    reader.settle()
    first = reader.hits()
    page.locator(".search-pages a", has_text="下一页").click()
    until(page, "!!document.querySelector('[data-search=done]') && location.search.includes('page=2')")
    assert reader.hits() != first
    page.go_back()
    until(page, "!!document.querySelector('[data-search=done]') && !location.search.includes('page=2')")
    assert reader.hits() == first


def test_a_long_table_is_filtered_as_a_whole(open_copy, copy):
    page = open_copy(copy).open("fading/caizheng/chang/page/2/index.html")
    page.get_by_label("在表中查找").fill("某村249")
    until(page, "document.querySelector('[data-count]')?.textContent === '找到1条（全表250条）'")
    assert "某村249" in page.inner_text("table.data tbody")


def test_what_there_is_for_a_reader_is_found(open_copy, copy):
    reader = open_copy(copy)
    page = reader.open("match/index.html")
    expect(page.locator("[data-match=done]")).to_contain_text("项")
    everything = page.locator("[data-results] li").count()
    page.get_by_label("残疾人").check()
    until(page, "all => document.querySelectorAll('[data-results] li').length < all", everything)
    page.locator("[data-results] a").first.click()
    expect(page.locator("article, main").first).to_contain_text("安澜县")


def test_the_text_of_a_day_is_found(open_copy, copy):
    page = open_copy(copy).open(DATED + "index.html")
    page.get_by_label("查看这一天").fill("2023-05-01")
    page.keyboard.press("Enter")
    answer = page.locator("[data-history] [role=status]")
    expect(answer).to_contain_text("2023年5月1日：本文件现行有效")
    answer.locator("a").click()
    expect(page).to_have_url(copy.folder.as_uri() + f"/{DATED}versions/2023-01-01/index.html")


def test_the_size_of_the_text_goes_along(open_copy, copy):
    page = open_copy(copy).open("index.html")
    page.click(".masthead-links button")
    page.get_by_role("button", name="字大一些").click()
    assert page.evaluate("document.documentElement.dataset.text") == "125"
    with page.expect_navigation():
        page.click(".site-nav a >> nth=0")
    until(page, "document.documentElement.dataset.text === '125'")


def test_a_document_can_be_taken_along(open_copy, copy):
    page = open_copy(copy).open(PAPER + "index.html")
    page.get_by_role("button", name="分享和下载").click()
    expect(page.locator(".share-code svg")).to_be_visible()
    # What is copied is the address on the net.
    assert page.input_value("#share-link") == copy.base_url + PAPER
    with page.expect_download() as download:
        page.get_by_role("button", name="下载Word文档").click()
    assert download.value.suggested_filename.endswith(".docx")


def test_the_clock_of_the_reader_corrects_what_has_ended(open_copy, copy):
    address, badge = changing(copy, "inForce")
    day, _, _, label = steps(badge)[0]
    reader = open_copy(copy)
    reader.page.clock.set_fixed_time(midnight(day))
    page = reader.open(address + "index.html")
    assert page.inner_text(".validity-state .status") == label
    expect(page.locator(".copy-note")).to_contain_text(f"本副本截至{DAY}")


@pytest.fixture(scope="module")
def types(copy, served) -> list[str]:
    addresses = [address for kind, address in served.types.items() if kind != "404"]
    return sorted({address + "index.html" for address in addresses} | {"fading/caizheng/chang/index.html"})


def test_every_type_of_page_fits_a_phone_and_says_nothing_in_the_console(open_copy, copy, types):
    reader = open_copy(copy, viewport={"width": 375, "height": 800})
    wide = {}
    for file in types:
        page = reader.open(file)
        if found := page.evaluate(OVERFLOW):
            wide[file] = found
    assert not wide


@pytest.mark.parametrize("file", ("index.html", "search/index.html?q=%E5%85%BB%E8%80%81", PAPER + "index.html", "fading/caizheng/chang/index.html", DATED + "index.html"))
@pytest.mark.parametrize("name", ("copy", "kiosk"))
def test_axe_finds_no_violation(open_copy, name, file, request):
    reader = open_copy(request.getfixturevalue(name))
    page = reader.open(file)
    if "search" in file:
        reader.settle()
    result = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"], "preload": False})
    assert not [(found["id"], [node["html"][:200] for node in found["nodes"][:3]]) for found in result.response["violations"]]


def test_the_first_key_leads_to_the_text(open_copy, copy):
    page = open_copy(copy).open(PAPER + "index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"


def test_scripts_need_nothing_that_a_strict_policy_forbids(open_copy, copy, tmp_path):
    strict = tmp_path / "strict"
    shutil.copytree(copy.folder, strict)
    for file in ("search/index.html", PAPER + "index.html"):
        page = strict / file
        policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">'
        page.write_text(page.read_text("utf-8").replace("<head>", "<head>" + policy), "utf-8")
    reader = open_copy(SimpleNamespace(folder=strict))
    reader.open("search/index.html?q=%E5%85%BB%E8%80%81")
    reader.settle()
    assert reader.hits()
    reader.open(PAPER + "index.html").get_by_role("button", name="分享和下载").click()


# Paper

@pytest.mark.parametrize("format, width", (("A4", 595), ("A3", 842)))
def test_every_sheet_says_that_it_is_of_a_copy(open_copy, copy, format, width):
    page = open_copy(copy).open(PAPER + "index.html")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.wait_for_selector(".printed svg", state="attached")
    sheets = pypdf.PdfReader(io.BytesIO(page.pdf(format=format))).pages
    assert round(float(sheets[0].mediabox.width)) in (width, width + 1)
    texts = [re.sub(r"\s", "", unicodedata.normalize("NFKC", sheet.extract_text())) for sheet in sheets]
    assert "本副本截至" + DAY in texts[0]
    for text in texts:
        assert "副本截至" + DAY in text
        assert copy.base_url + PAPER in text


# The public machine

def test_nothing_leads_out_of_a_public_machine(kiosk):
    for file in kiosk.pages:
        for tag, address in addresses(kiosk.text(file)):
            if tag.startswith("<a"):
                assert address.startswith("#") or address.startswith("?") or urlsplit(address).path.endswith(".html"), (file, tag)
                assert not urlsplit(address).scheme, (file, tag)


def test_an_address_outside_becomes_a_code_for_the_phone(open_copy, kiosk):
    page = open_copy(kiosk, viewport={"width": 1080, "height": 1920}, has_touch=True).open(NOTICE + "index.html")
    link = page.locator(".attachments .outside").first
    assert "扫码" in link.evaluate("link => getComputedStyle(link, '::after').content")
    link.tap()
    box = page.get_by_role("dialog")
    expect(box).to_contain_text(kiosk.base_url + NOTICE)
    expect(box.locator("svg")).to_be_visible()
    box.get_by_role("button", name="关闭").tap()
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert page.url.startswith("file:")


def test_a_public_machine_returns_to_the_home_page_and_forgets(open_copy, kiosk):
    reader = open_copy(kiosk)
    reader.page.clock.install()
    page = reader.open("search/index.html?q=%E5%85%BB%E8%80%81")
    reader.page.clock.run_for(1000)
    reader.settle()
    assert page.evaluate("localStorage.getItem('gongkai.searches')")
    reader.page.clock.run_for(115_000)
    page.mouse.move(5, 5)
    reader.page.clock.run_for(115_000)
    assert "search/" in page.url, "a touch begins the time anew"
    reader.page.clock.run_for(10_000)
    page.wait_for_url(kiosk.folder.as_uri() + "/index.html")
    assert page.evaluate("localStorage.getItem('gongkai.searches')") is None


def test_what_can_be_touched_is_large(open_copy, kiosk, types):
    reader = open_copy(kiosk, viewport={"width": 1080, "height": 1920}, has_touch=True)
    small = {}
    for file in types[::4]:
        page = reader.open(file)
        found = page.evaluate("""() => [...document.querySelectorAll('button:not(.outside), input, summary, .site-nav a, .rows .row-title a, .pagination a, .footer-links a, .breadcrumbs a')]
          .filter(e => { const box = e.getBoundingClientRect(); return box.width > 0 && box.height < 44 && !e.closest('.visually-hidden'); }).map(e => e.outerHTML.slice(0, 120))""")
        if found:
            small[file] = found[:3]
    assert not small


def test_printing_is_as_was_decided(open_copy, kiosk):
    page = open_copy(kiosk).open(PAPER + "index.html")
    assert page.get_by_role("button", name="打印").count() == 0
    page.get_by_role("button", name="扫码带走").click()
    expect(page.locator(".share-code svg")).to_be_visible()
    assert page.get_by_role("button", name="下载Word文档").count() == 0
    page.keyboard.press("Escape")
    page.emulate_media(media="print")
    assert not page.locator("main").is_visible()
