"""Search as a reader does: words typed into the form, hits in order, facets, the buttons of the browser."""

import random
import re
from urllib.parse import parse_qs, urlsplit

import pytest


def test_a_title_finds_its_document_first(reader, site):
    titles = {}
    for row in site.rows:
        titles.setdefault(row["title"], []).append(site.address(row))
    lost = {title: hits[:3] for title, addresses in titles.items() if (hits := reader.find(title))[:1] != addresses[:1] and hits[0:1] not in [[a] for a in addresses]}
    assert not lost
    assert not reader.complaints


def test_the_form_searches(reader, site):
    row = next(row for row in site.rows if row["documentNumber"])
    page = reader.open("")
    page.fill("#home-search", row["title"])
    page.press("#home-search", "Enter")
    page.wait_for_url("**/search/?q=*")
    reader.settle()
    assert reader.hits()[0] == site.address(row)
    assert row["title"] in page.inner_text(".hit >> nth=0")
    page.click(".hit-title a >> nth=0")
    page.wait_for_url("**/" + site.address(row))
    assert page.inner_text("h1") == row["title"]


@pytest.mark.parametrize("form", [
    "{agency}〔{year}〕{serial}号", "{agency}[{year}]{serial}号", "{agency}（{year}）{serial}号", "{agency}【{year}】 {serial} 号",
    "{agency} {year} {serial}", "{agency}({year}){serial}", "{agency}〔{year}〕第{serial}号",
])
def test_a_document_number_in_any_writing_finds_it_first(reader, site, form):
    numbered = random.Random(1).sample([row for row in site.rows if row["documentNumber"]], 8)
    lost = {}
    for row in numbered:
        agency, year, serial = re.fullmatch(r"(.+)〔(\d+)〕(\d+)号", row["documentNumber"]).groups()
        query = form.format(agency=agency, year=year, serial=serial)
        hits = reader.find(query)
        if hits[:1] != [site.address(row)]:
            lost[query] = hits[:3]
    assert not lost


def test_a_sentence_of_a_body_finds_its_document(reader, site):
    dice, lost, asked = random.Random(2026), {}, 0
    for address, page in sorted(site.documents.items()):
        sentences = [s for s in re.split(r"[，。；：、！？\s（）“”《》]+", " ".join(page.paragraphs)) if 8 <= len(s) <= 24]
        if not sentences:
            continue
        sentence = dice.choice(sentences)
        holders = {a for a, other in site.documents.items() if sentence in other.body or sentence in other.h1[0]}
        asked += 1
        hits = reader.find(sentence)
        if not set(hits) & holders or (len(holders) < 5 and address not in hits):
            lost[sentence] = (address, hits[:3])
    assert asked > 50
    assert not lost


def test_hits_show_the_passage_and_the_state(reader, site):
    address = site.types["document repealed"]
    row = next(row for row in site.rows if site.address(row) == address)
    reader.find(row["title"])
    hit = reader.page.locator(f"[data-hit='{address}']")
    assert hit.get_attribute("data-state") == "repealed"
    assert hit.locator(".hit-state").inner_text() == "已废止"
    assert hit.locator("mark").count() > 0


def test_a_facet_narrows_and_the_address_keeps_it(reader):
    reader.find("安澜县")
    page, before = reader.page, reader.total
    option = page.locator(".facet-option").first
    expected = int(option.locator(".facet-count").inner_text())
    option.click()
    page.wait_for_selector(".chip")
    reader.settle()
    assert reader.total == expected < before
    chosen = parse_qs(urlsplit(page.url).query)
    assert chosen.pop("q") == ["安澜县"] and len(chosen) == 1
    hits = reader.hits()
    page.reload()
    reader.settle()
    assert (reader.total, reader.hits()) == (expected, hits)
    page.locator(".chip").first.click()
    page.wait_for_selector(".chip", state="detached")
    reader.settle()
    assert reader.total == before


@pytest.mark.parametrize("facet, value", [("kind", "normative"), ("validity", "repealed"), ("year", "2025"), ("issuer", "minzhengju"), ("topic", "minzheng")])
def test_the_facets_of_the_contract_work_by_address(reader, site, facet, value):
    everything = reader.find("安澜县") and reader.total
    some = reader.find("安澜县", f"&{facet}={value}")
    assert 0 < reader.total < everything
    tests = {
        "kind": lambda row: row["kind"] == value, "validity": lambda row: (row["validity"] or {}).get("state") == value,
        "year": lambda row: value in (row["documentDate"] or row["publishedOn"]), "issuer": lambda row: "安澜县民政局" in row["issuer"],
        "topic": lambda row: "民政、扶贫、救灾" in row["topics"],
    }
    rows = {site.address(row): row for row in site.rows}
    assert not [hit for hit in some if not tests[facet](rows[hit])]


def test_sorting_by_date_puts_the_newest_first(reader):
    reader.find("通知", "&sort=date")
    dates = reader.page.eval_on_selector_all(".hit time", "all => all.map(time => time.dateTime)")
    assert len(dates) > 5 and dates == sorted(dates, reverse=True)


def test_pages_of_results_go_on(reader):
    first = reader.find("安澜县")
    assert len(first) == 10 and reader.total > 20
    reader.page.click(".search-pages a:has-text('下一页')")
    reader.page.wait_for_url("**page=2**")
    reader.settle()
    second = reader.hits()
    assert second and not set(first) & set(second)


def test_back_and_forward_show_what_was_there(reader):
    first = reader.find("养老")
    page = reader.page
    page.fill(".search-input", "停水")
    page.press(".search-input", "Enter")
    page.wait_for_function("first => document.querySelector('[data-search=done]') && document.querySelector('[data-hit]')?.dataset.hit !== first", arg=first[0])
    second = reader.hits()
    assert second != first
    page.click(".hit-title a >> nth=0")
    page.wait_for_url("**/" + second[0])
    page.go_back()
    reader.settle()
    assert reader.hits() == second
    page.go_back()
    page.wait_for_function("first => document.querySelector('[data-search=done]') && document.querySelector('[data-hit]')?.dataset.hit === first", arg=first[0])
    assert reader.hits() == first and page.input_value(".search-input") == "养老"
    page.go_forward()
    page.wait_for_function("first => document.querySelector('[data-search=done]') && document.querySelector('[data-hit]')?.dataset.hit === first", arg=second[0])
    assert page.input_value(".search-input") == "停水"


@pytest.mark.parametrize("query", ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"'&<>", "javascript:alert(1)", "%00%ff", "公" * 2000])
def test_markup_in_a_query_stays_text(reader, query):
    asked = []
    reader.page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    reader.find(query)
    assert not asked and not reader.complaints
    assert not reader.page.locator("main script, main img").count()
    assert reader.page.locator("[role=status]").inner_text()


def test_nothing_found_says_so_and_helps(reader):
    assert reader.find("鑫犇羴鱻麤") == []
    assert reader.total == 0
    assert "没有找到" in reader.page.inner_text("[role=status]")
    assert reader.page.is_visible(".search-empty")
    assert reader.page.locator(".search-empty a:visible").count() >= 5


def test_an_empty_query_asks_for_words(reader):
    assert reader.find("") == []
    assert "请输入" in reader.page.inner_text("[role=status]")


def test_hidden_documents_are_not_found(reader, site):
    found = []
    for source in site.sources:
        if source.is_hidden:
            for query in [source.title, source.sentences[0]]:
                reader.find(f"“{query}”")
                shown = reader.page.locator("main").inner_text()
                found += [query for _ in range(1) if source.title in shown or reader.total and "未找到" not in shown]
    assert not found


def test_search_works_below_a_path(reader, server, site):
    page = reader.open("search/?q=停水", below=True)
    assert reader.hits()
    page.click(".hit-title a >> nth=0")
    page.wait_for_url(server.below + "**")
    assert page.locator("[data-body]").is_visible()
    assert not [response for response in reader.responses if response[0] != 200]
