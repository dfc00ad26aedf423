"""Tap and reach, titles, share and cite: what only a browser shows."""

import io
import re
import zipfile
from xml.etree import ElementTree

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from waiting import until

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PAPER = "fading/zhengce/2026-4/"
TEXT = "[data-body] > p:not(.table-hint)"
LINES = """headings => headings.map(heading => {
  const lines = [];
  const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
  let last;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (let index = 0; index < node.length; index += 1) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + 1);
      const box = range.getBoundingClientRect();
      const middle = box.top + box.height / 2;
      if (last === undefined || Math.abs(middle - last) > 8) lines.push("");
      last = middle;
      lines[lines.length - 1] += node.data[index];
    }
  }
  return lines;
})"""


def normalized(text: str) -> str:
    return re.sub(r"\s", "", text)


# Telephone numbers

def test_every_telephone_number_can_be_tapped(site):
    missed = {}
    for file, page in site.pages.items():
        if "/compare/" in file:
            continue  # its rows lead to the articles themselves
        text = re.sub(r"<(script|style|svg|code|head)\b.*?</\1>", "", site.text(file), flags=re.S)
        plain = re.sub(r"<a\b.*?</a>", "", text, flags=re.S)
        found = [match for match in re.findall(r"0000-60\d{5}", plain) if not re.search(r"传真[^<，。]{0,6}" + match, plain)]
        if found:
            missed[file] = found
    assert not missed


@pytest.mark.parametrize("width", (320, 375, 1280))
def test_a_telephone_number_stays_on_one_line(open_reader, site, width):
    reader = open_reader(viewport={"width": width, "height": 800})
    with_phones = [file for file in site.files if file.endswith("index.html") and "href=\"tel:" in site.text(file).split("<footer")[0]]
    assert len(with_phones) > 40
    for file in with_phones[:: len(with_phones) // 8]:
        page = reader.open(file.removesuffix("index.html"))
        boxes = page.eval_on_selector_all("main a[href^='tel:']", "links => links.map(link => link.getClientRects().length)")
        assert set(boxes) <= {0, 1}, file


# Titles

def test_titles_break_as_a_typesetter_breaks_them(open_reader, site):
    reader = open_reader(viewport={"width": 375, "height": 800})
    page = reader.open(PAPER)
    titles = [match for file in site.files if file.endswith("index.html") for match in re.findall(r'<h1>(?:(?!</h1>).)*</h1>', site.text(file))
              if "<wbr>" in match]
    assert len(titles) > 150
    page.evaluate("titles => { document.querySelector('.title-block').innerHTML = titles.join(''); }", titles)
    for lines in page.eval_on_selector_all(".title-block h1", LINES):
        lines = [line.strip() for line in lines if line.strip()]
        assert not [line for line in lines if line[0] in "、》）”，" or line[-1] in "《（“"], lines
        assert not [line for line in lines if line in ("关于", "关于印发", "关于公布", "关于修改", "关于废止")], lines
        assert len(lines) == 1 or len(lines[-1]) > 1, lines


# Sharing

@pytest.fixture
def shared(reader):
    """A paper with its box open."""
    page = reader.open(PAPER)
    assert not [url for url in reader.requests if re.search(r"/(share|qr|export/\w+)\.(js|css)$", url)], "loaded before anyone asked"
    page.get_by_role("button", name="分享和下载").click()
    page.wait_for_selector("dialog[open]")
    yield reader
    assert not reader.complaints


def test_the_box_has_link_citation_and_code(shared, site):
    page = shared.page
    assert page.input_value("#share-link") == site.base_url + PAPER
    citation = page.input_value("#share-citation")
    assert re.fullmatch(r"《.+》（澜政办发〔2026〕4号），" + re.escape(site.base_url + PAPER) + r"，.+（有效性更新于2026年11月21日）", citation)
    page.wait_for_selector(".share-code svg")
    assert not Axe().run(page).response["violations"]
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    # Opens again, once.
    page.get_by_role("button", name="分享和下载").click()
    page.wait_for_selector("dialog[open]")
    assert page.locator("dialog[open]").count() == 1


def test_what_is_copied_is_what_is_shown(shared):
    page = shared.page
    shared.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="复制引用").click()
    until(page, "document.querySelector('.share-said').textContent.includes('复制引用完成')")
    assert page.evaluate("navigator.clipboard.readText()") == page.input_value("#share-citation")


def test_the_box_fits_a_small_phone(open_reader):
    page = open_reader(viewport={"width": 320, "height": 640}).open(PAPER)
    page.get_by_role("button", name="分享和下载").click()
    page.wait_for_selector("dialog[open]")
    assert page.evaluate("document.querySelector('dialog').scrollWidth <= document.querySelector('dialog').clientWidth")


def test_the_code_is_the_one_that_the_program_draws(reader, site):
    file = next(file for file in site.files if file.endswith("index.html") and "class=\"qr-code\"" in site.text(file))
    page = reader.open(file.removesuffix("index.html"))
    drawn = page.get_attribute(".qr-code svg path:last-child", "d")
    module = page.evaluate("new URL('qr.js', document.querySelector('script[src$=\"site.js\"]').src).href")
    made = page.evaluate(
        "async ([module, url]) => (await import(module)).qrCode(url, '').lastChild.getAttribute('d')", [module, site.base_url + file.removesuffix("index.html")])
    assert made == drawn


# Files

def download(page, label: str) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=label).click()
    return open(waiting.value.path(), "rb").read()


def word(page) -> tuple[zipfile.ZipFile, ElementTree.Element]:
    archive = zipfile.ZipFile(io.BytesIO(download(page, "下载Word文档")))
    assert archive.testzip() is None
    for name in archive.namelist():
        if name.endswith((".xml", ".rels")):
            ElementTree.fromstring(archive.read(name))
    return archive, ElementTree.fromstring(archive.read("word/document.xml"))


def text_of(element: ElementTree.Element) -> str:
    return "".join(part.text or "" for part in element.iter(W + "t"))


def test_word_file_of_a_paper(shared, site):
    archive, document = word(shared.page)
    paragraphs = [text_of(paragraph) for paragraph in document.iter(W + "p")]
    assert paragraphs[0].startswith(f"来源：{site.base_url}{PAPER}　有效性：") and "2026年11月21日" in paragraphs[0]
    title = normalized(shared.page.inner_text("h1"))
    assert [normalized(text) for text in paragraphs[1:3]] == [title, "澜政办发〔2026〕4号"]
    shown = [normalized(text) for text in shared.page.eval_on_selector_all(TEXT, "all => all.map(one => one.textContent)")]
    assert set(shown) <= {normalized(text) for text in paragraphs}
    margins = document.find(f".//{W}pgMar")
    assert [margins.get(W + side) for side in ("top", "right", "bottom", "left")] == ["2098", "1474", "1984", "1588"]
    links = archive.read("word/_rels/document.xml.rels").decode()
    files = shared.page.eval_on_selector_all(".attachments li > a", "links => links.map(link => link.getAttribute('href'))")
    assert files and all(site.base_url + PAPER + link in links for link in files)
    signature = next(paragraph for paragraph in document.iter(W + "p") if text_of(paragraph) == "安澜县人民政府办公室")
    assert signature.find(f".//{W}jc").get(W + "val") == "right"


def test_word_file_keeps_tables_with_merged_cells(reader, site):
    file = next(file for file in site.files if file.endswith("index.html") and "rowspan=" in site.text(file).split("data-body")[-1] and "data-body" in site.text(file))
    page = reader.open(file.removesuffix("index.html"))
    page.get_by_role("button", name="分享和下载").click()
    _, document = word(page)
    tables = list(document.iter(W + "tbl"))
    assert tables and list(document.iter(W + "vMerge"))
    for table in tables:
        width = len(list(table.find(W + "tblGrid")))
        for row in table.iter(W + "tr"):
            assert sum(int(span.get(W + "val")) if (span := cell.find(f"{W}tcPr/{W}gridSpan")) is not None else 1 for cell in row.iter(W + "tc")) == width
    words = {normalized(text) for text in page.eval_on_selector_all("main table :is(td, th)", "cells => cells.map(cell => cell.textContent)")}
    assert words <= {normalized(text_of(cell)) for cell in document.iter(W + "tc")}


def test_text_file(shared):
    text = download(shared.page, "下载纯文本").decode("utf-8-sig")
    for line in shared.page.eval_on_selector_all(TEXT, "all => all.map(one => one.textContent)"):
        assert normalized(line) in normalized(text)
    assert "\r\n" in text and "附件下载：" in text


# Pictures and head

def test_a_picture_opens_in_its_own_size(reader, site):
    file = next(file for file in site.files if file.endswith("index.html") and "class=\"picture\"" in site.text(file))
    page = reader.open(file.removesuffix("index.html"))
    with page.expect_navigation() as answer:
        page.locator("a.picture").first.click()
    assert answer.value.status == 200 and re.search(r"\.(svg|png|jpg|webp)$", page.url)


def test_the_head_describes_the_document(reader, site):
    page = reader.open(PAPER)
    graph = page.evaluate("JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').textContent)")["@graph"]
    assert graph[0]["itemListElement"][-1]["item"] == site.base_url + PAPER
    assert graph[1]["legislationIdentifier"] == "澜政办发〔2026〕4号" and graph[1]["legislationLegalForce"] == "https://schema.org/InForce"
    assert page.get_attribute("meta[property='og:url']", "content") == site.base_url + PAPER
    image = page.get_attribute("meta[property='og:image']", "content")
    icon = page.get_attribute("link[rel='apple-touch-icon']", "href")
    for address in (image.removeprefix(site.base_url), icon.removeprefix("../../../")):
        assert (site.folder / address).read_bytes()[:4] == b"\x89PNG"
    mail = page.get_attribute("a[href^='mailto:']:has-text('本页纠错')", "href")
    assert site.base_url + PAPER in mail and "subject=" in mail
