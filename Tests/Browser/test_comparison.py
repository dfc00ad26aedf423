"""新旧对照: two texts side by side, on a screen, on a phone and on paper; nothing of either is lost."""

import io
import unicodedata
import xml.etree.ElementTree as ElementTree

import pypdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

NEW, OLD = "fading/guifanxing/2025-14/", "fading/guifanxing/2020-21/"
HOUSING = NEW + "compare/2020-21/"
EMERGENCY = "fading/yingji/2025-11/compare/2020-9/"
SCREENS = [{"viewport": {"width": 1280, "height": 800}}, {"viewport": {"width": 375, "height": 720}}]


def letters(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).replace("│", "").split())


@pytest.mark.parametrize("screen", SCREENS, ids=("desk", "phone"))
@pytest.mark.parametrize("address", (HOUSING, EMERGENCY))
def test_it_fits_and_has_no_barriers(open_reader, address, screen):
    reader = open_reader(**screen)
    page = reader.open(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= screen["viewport"]["width"]
    assert [found["id"] for found in Axe().run(page).response["violations"]] == []
    assert reader.complaints == []


def test_high_contrast_has_contrast(open_reader):
    reader = open_reader()
    reader.context.add_init_script("localStorage.setItem('gongkai.reading', JSON.stringify({contrast: true}))")
    options = {"runOnly": ["color-contrast", "color-contrast-enhanced"], "resultTypes": ["violations"]}
    assert Axe().run(reader.open(HOUSING), options=options).response["violations"] == []


@pytest.mark.parametrize("side, address", (("before", OLD), ("after", NEW)))
def test_the_page_has_each_text_to_the_letter(open_reader, side, address):
    reader = open_reader(java_script_enabled=False)
    page = reader.open(HOUSING)
    shown = page.eval_on_selector_all(f"td.{side} > p:not(.none)", "all => all.map(p => p.textContent).join('')")
    text = reader.open(address).eval_on_selector("article[data-body]", """body => {
        for (const note of body.querySelectorAll('.article-note')) note.remove()
        return body.textContent
    }""")
    assert letters(shown) == letters(text)


def test_numbers_lead_to_their_articles(open_reader, site):
    page = open_reader().open(HOUSING)
    links = page.eval_on_selector_all("table.compared td a", "all => all.map(a => [a.getAttribute('href'), a.textContent])")
    assert len(links) > 15
    for href, text in links:
        address, anchor = href.split("#")
        target = (site.folder / HOUSING / address / "index.html").resolve().read_text("utf-8")
        assert f'id="{anchor}"' in target, text


def test_what_has_not_changed_can_be_put_away(open_reader):
    page = open_reader(java_script_enabled=False).open(HOUSING)
    everything = page.locator("table.compared tbody tr")
    same = page.locator("tr.same:not(.context)")
    assert same.count() > 0
    page.get_by_label("只看有变化的").check()
    for row in same.all():
        expect(row).to_be_hidden()
    # The heading above articles that have changed tells where they stand.
    expect(page.locator("tr.context").first).to_be_visible()
    page.get_by_label("只看有变化的").uncheck()
    for row in everything.all():
        expect(row).to_be_visible()


def test_a_screen_reader_hears_what_is_gone_and_what_has_come(open_reader):
    page = open_reader().open(HOUSING)
    said = page.evaluate("""() => ['del', 'ins'].map(name => {
        const mark = document.querySelector('.compared ' + name)
        return ['::before', '::after'].map(part => getComputedStyle(mark, part).content).join()
    })""")
    assert said == ['"〔删去〕","〔删去完〕"', '"〔新增〕","〔新增完〕"']


def test_on_paper_it_is_a_table_of_three_columns(open_reader):
    page = open_reader(**SCREENS[1]).open(HOUSING)
    pdf = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4")))
    sheets = [letters(sheet.extract_text()) for sheet in pdf.pages]
    assert len(sheets) >= 2
    # The head of the table is on every sheet; what is only for the screen on none.
    assert all("条目" in sheet and "修改后" in sheet for sheet in sheets[:-1])
    assert not any("只看有变化的" in sheet for sheet in sheets)
    assert "第十条→第十一条" in "".join(sheets).replace("\n", "")
    page.emulate_media(media="print")
    tops = page.eval_on_selector_all("tr.changed:first-of-type > *, tr.changed > *", "cells => cells.slice(0, 3).map(c => c.getBoundingClientRect().top)")
    assert len(set(tops)) == 1


def test_both_documents_lead_to_it(open_reader, site):
    page = open_reader().open(NEW)
    assert page.get_attribute(".byline a:text('新旧对照')", "href").endswith(HOUSING)
    page = open_reader().open(OLD)
    assert page.locator(f".strip a[href$='{HOUSING}'], .timeline a[href$='{HOUSING}']").count() == 2


def test_no_list_and_no_search_engine_is_told_of_it(site):
    page = (site.folder / HOUSING / "index.html").read_text("utf-8")
    assert '<meta name="robots" content="noindex">' in page and 'rel="canonical"' not in page
    sitemap = ElementTree.parse(site.folder / "sitemap.xml")
    assert not [node.text for node in sitemap.iter() if node.text and "/compare/" in node.text]
    listed = [file for file in site.folder.rglob("*") if file.suffix in (".json", ".jsonl", ".atom", ".csv") and file.name != "manifest.json"]
    assert not [file for file in listed if "compare/2020-21" in file.read_text("utf-8")]
