"""Searching as a reader does: typing into the form, order of hits, facets, back and forward."""

import datetime
import random
import re
import zipfile
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import expect

from waiting import PATIENCE, until

expect.set_options(timeout=PATIENCE * 1000)


def test_a_title_finds_its_document_first(reader, site):
    titles = {}
    for row in site.rows:
        titles.setdefault(row["title"], []).append(site.address(row))
    # A sample: Tests/Browser/search.py asks the index for every title.
    asked = random.Random(2026).sample(sorted(titles.items()), 60)
    lost = {title: hits[:3] for title, addresses in asked if (hits := reader.ask(title))[:1] != addresses[:1] and hits[0:1] not in [[a] for a in addresses]}
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
    expect(page).to_have_url(reader.server.root + site.address(row))
    expect(page.locator("h1")).to_have_text(row["title"])


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
        hits = reader.ask(query)
        if hits[:1] != [site.address(row)]:
            lost[query] = hits[:3]
    assert not lost


def test_a_sentence_of_a_body_finds_its_document(reader, site):
    dice, lost, asked = random.Random(2026), {}, 0
    for address, page in dice.sample(sorted(site.documents.items()), 70):
        sentences = [s for s in re.split(r"[，。；：、！？\s（）“”《》]+", " ".join(page.paragraphs)) if 8 <= len(s) <= 24 and s != "以下为修改前的条文"]
        if not sentences:
            continue
        sentence = dice.choice(sentences)
        holders = {a for a, other in site.documents.items() if sentence in other.body or sentence in other.h1[0]}
        asked += 1
        hits = reader.ask(sentence)
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


HOSTILE = ["__proto__=x", "constructor=1", "toString=1&hasOwnProperty=a", "from=singlemessage&isappinstalled=0", "utm_source=wx",
           "公告=本站已迁移请拨打电话12345", "kind=unknown&topic=__proto__&year=x"]


@pytest.mark.parametrize("parameters", HOSTILE)
def test_what_is_no_filter_of_the_site_does_nothing(reader, parameters):
    hits, total = reader.find("安澜县"), reader.total
    assert reader.find("安澜县", f"&{parameters}") == hits and reader.total == total > 0
    page = reader.page
    assert page.locator(".chip").count() == 0
    assert not [word for word in ("singlemessage", "迁移", "unknown", "utm") if word in page.locator("body").inner_text()]
    page.locator(".facet-option").first.click()
    page.wait_for_selector(".chip")
    reader.settle()
    assert set(parse_qs(urlsplit(page.url).query)) - {"q"} and "from" not in page.url and "utm" not in page.url


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
    until(page, "first => document.querySelector('[data-search=done]') !== null && document.querySelector('[data-hit]')?.dataset.hit !== first", first[0])
    second = reader.hits()
    assert second != first
    page.click(".hit-title a >> nth=0")
    page.wait_for_url("**/" + second[0])
    page.go_back()
    reader.settle()
    assert reader.hits() == second
    page.go_back()
    until(page, "first => document.querySelector('[data-search=done]') !== null && document.querySelector('[data-hit]')?.dataset.hit === first", first[0])
    assert reader.hits() == first and page.input_value(".search-input") == "养老"
    page.go_forward()
    until(page, "first => document.querySelector('[data-search=done]') !== null && document.querySelector('[data-hit]')?.dataset.hit === first", second[0])
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
    public = "".join(source.text for source in site.sources if not source.is_hidden)
    for source in site.sources:
        if source.is_hidden:
            for query in [words for words in [source.title, *source.sentences] if words not in public][:2]:
                reader.ask(f"“{query}”")
                shown = reader.page.locator("main").inner_text()
                titles = reader.page.locator(".hit-title").all_inner_texts()
                found += [query for _ in range(1) if any(source.title in title for title in titles) or reader.total and "最相关" not in shown]
    assert not found


def test_search_works_below_a_path(reader, server, site):
    page = reader.open("search/?q=停水", below=True)
    assert reader.hits()
    page.click(".hit-title a >> nth=0")
    expect(page.locator("[data-body]")).to_be_visible()
    assert page.url.startswith(server.below)
    assert not [response for response in reader.responses if response[0] != 200]


def test_numbers_are_written_without_spaces(reader):
    reader.find("安澜县")
    assert re.fullmatch(r"共找到约?\d+条结果，第1页，共\d+页", reader.page.inner_text("[role=status]"))


@pytest.mark.parametrize("form", ["{serial}号 {agency} {year}", "{year} {agency} {serial}", "{year}年{serial}号 {agency}", "{year}年{serial}号"])
def test_the_parts_of_a_number_may_stand_in_any_order(reader, site, form):
    row = next(row for row in site.rows if row["documentNumber"])
    agency, year, serial = re.fullmatch(r"(.+)〔(\d+)〕(\d+)号", row["documentNumber"]).groups()
    same = {site.address(other) for other in site.rows if f"〔{year}〕{serial}号" in (other["documentNumber"] or "")}
    hit = reader.find(form.format(agency=agency, year=year, serial=serial))[0]
    assert hit == site.address(row) if "{agency}" in form else hit in same


def test_traditional_characters_find_what_is_written_in_simplified_ones(reader, site):
    found = reader.find("縣人民政府辦公室關於")
    assert found and "按“县人民政府办公室关于”查找" in reader.page.inner_text("[role=status]")
    assert found == reader.find("县人民政府办公室关于")


def test_years_are_narrowed_by_a_range(reader, site):
    reader.find("安澜县")
    page, before = reader.page, reader.total
    page.fill(".facet-year >> nth=0", "2024")
    page.fill(".facet-year >> nth=1", "2025")
    page.press(".facet-year >> nth=1", "Enter")
    page.wait_for_selector(".chip:has-text('2024年至2025年')")
    reader.settle()
    both = reader.total
    assert parse_qs(urlsplit(page.url).query)["year"] == ["2024-2025"]
    reader.find("安澜县", "&year=2024")
    one = reader.total
    reader.find("安澜县", "&year=2025")
    assert 0 < both == one + reader.total < before
    reader.find("安澜县", "&year=2026-")
    assert 0 < reader.total < before


def test_documents_that_only_speak_of_the_words_stand_below_the_exact_ones(reader, site):
    words = [match for page in site.documents.values() for match in re.findall(r"[\u4e00-\u9fff]{6,8}", " ".join(page.paragraphs))]
    sentence = next(s for s in words if sum(s in other.body for other in site.documents.values()) == 1 and reader.find(s) and reader.total > 1)
    holder = next(address for address, page in site.documents.items() if sentence in page.body)
    hits = reader.find(sentence)
    assert hits[0] == holder and len(set(hits)) == len(hits)
    assert f"共找到{reader.total}条结果" in reader.page.inner_text("[role=status]")
    assert reader.find(f"“{sentence}”") == [holder] and reader.total == 1


def test_excerpts_come_when_the_reader_comes_to_them(reader):
    reader.find("安澜县")
    page = reader.page
    page.locator(".hit").last.scroll_into_view_if_needed()
    until(page, "[...document.querySelectorAll('.hit-excerpt')].every(excerpt => !excerpt.hidden && excerpt.textContent !== '')")
    assert page.locator(".hit").count() == 10


def test_who_has_a_number_in_hand_reads_whether_it_holds(reader, site):
    row = next(row for row in site.rows if (row["validity"] or {}).get("state") == "repealed" and row["documentNumber"])
    reader.find(row["documentNumber"])
    first = reader.page.locator(".hit").first
    assert first.get_attribute("data-hit") == site.address(row)
    assert "废止" in first.locator(".hit-standing").inner_text()


def test_an_article_is_shown_first_with_its_own_text(reader, site):
    address, name, text = next(
        (site.address(row), row["documentNumber"], match[0]) for row in site.rows if row["documentNumber"] and site.address(row) in site.documents
        and (match := re.search(r"第五条[　 ][^\n]{10,60}", site.documents[site.address(row)].body)))
    for asked in (f"{name}第五条", f"{name} 5条"):
        reader.find(asked)
        first = reader.page.locator(".hit").first
        assert first.get_attribute("data-hit") == address
        assert first.locator(".hit-anchor").get_attribute("href").endswith("#tiao-5")
        assert "".join(text.split())[:16] in "".join(first.inner_text().split())


def test_a_question_of_the_bank_shows_its_answer(reader, site):
    row = next(row for row in site.rows if row["kind"] == "question" and len(site.documents[site.address(row)].body) > 40)
    reader.find(row["title"])
    first = reader.page.locator(".hit").first
    assert first.get_attribute("data-hit") == site.address(row)
    answer = "".join(site.documents[site.address(row)].body.split())
    assert answer.startswith("".join(first.locator(".hit-excerpt").inner_text().split())[:30])


def test_what_only_an_attachment_says_is_found_with_the_file_and_the_place(reader, site):
    sentence = "岗位代码按照岗位表填写"
    source = site.content / "gonggao/2026-jiaoshi/baomingbiao.docx"
    with zipfile.ZipFile(source) as file:
        assert sentence in re.sub("<[^>]+>", "", file.read("word/document.xml").decode())
    assert not any(sentence in page.body for page in site.documents.values())
    assert reader.find(sentence) == ["gonggao/2026-jiaoshi/"] and reader.total == 1
    line = reader.page.locator(".hit-file")
    expect(line).to_contain_text("附件《应聘人员报名登记表》中有：")
    expect(line.locator("mark")).to_have_text(sentence)
    address = line.locator("a").get_attribute("href")
    assert address.endswith("/gonggao/2026-jiaoshi/baomingbiao.docx")
    assert reader.page.request.get(address).body() == source.read_bytes()
    # A sentence that the file says otherwise is not what it says.
    reader.find("岗位代码按照岗位表填报")
    expect(reader.page.locator("[role=status]")).not_to_contain_text("共找到")
    assert not reader.complaints


def test_a_page_that_says_it_does_not_ask_for_attachments(reader):
    reader.find("临时救助申请表")
    assert reader.total > 0 and not [url for url in reader.requests if "/search/files/" in url]


def test_a_misspelt_title_is_found_and_what_was_meant_is_said(reader):
    reader.find("高龄津帖")
    link = reader.page.locator(".search-hints a")
    assert link.inner_text() == "高龄津贴" and reader.total > 0
    link.click()
    expect(reader.page.locator(".search-input")).to_have_value("高龄津贴")
    reader.settle()
    assert not reader.page.locator(".search-hints p").count()


@pytest.mark.parametrize("asked, title", [
    ("公租房", "公共租赁住房"), ("放鞭炮", "烟花爆竹"), ("gaolingjintie", "高龄津贴"), ("高齡津貼", "高龄津贴"), ("课后管理办法", "课后服务管理办法"),
    ("人社局 创业", "创业"),
])
def test_what_people_call_it_leads_to_its_title(reader, asked, title):
    reader.find(asked)
    titles = reader.page.locator(".hit-title").all_inner_texts()
    assert any(title in text for text in titles[:3]), titles


@pytest.mark.parametrize("asked", ["火星移民补贴办法", "asdfghjkl", "的", "98765432101", "魑魅魍魉"])
def test_what_nobody_has_written_is_not_found_and_a_telephone_is_named(reader, asked):
    reader.find(asked)
    page = reader.page
    assert reader.total == 0 and page.locator("[data-hit]").count() == 0
    assert "没有找到" in page.inner_text("[role=status]")
    assert page.locator(".search-empty a[href^='tel:']").is_visible()


def test_words_of_speech_are_found_where_texts_say_them(reader, site):
    for asked in ("我们", "应该", "必须", "自己", "所有"):
        holders = [address for address, page in site.documents.items() if asked in page.body]
        if holders:
            reader.find(asked)
            assert reader.total >= len(holders), asked


def test_a_number_that_the_filters_exclude_is_no_failure(reader, site):
    row = next(row for row in site.rows if row["documentNumber"] and "〔2026〕" in row["documentNumber"])
    reader.find(row["documentNumber"], "&year=2025")
    assert not reader.page.is_visible(".search-error") and not reader.complaints


def test_a_column_that_the_query_names_is_shown(reader, site):
    reader.find("政府信息公开年报")
    link = reader.page.locator(".search-hints a").first
    assert link.inner_text() == "政府信息公开年报" and "栏目" in reader.page.inner_text(".search-hints")


def test_the_results_are_one_key_away_from_the_box(reader):
    reader.find("安澜县")
    page = reader.page
    page.focus(".search-button")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "跳到搜索结果"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.hit-title') !== null")


def test_on_a_phone_results_are_on_the_first_screen(open_reader):
    reader = open_reader(viewport={"width": 375, "height": 812})
    reader.find("高龄津贴")
    tops = reader.page.eval_on_selector_all(".hit", "all => all.map(hit => hit.getBoundingClientRect().top)")
    assert tops[0] < 600 and not reader.page.locator(".search-filter").get_attribute("open")


def test_what_stalls_is_not_waited_for(reader):
    """Facets, synonyms and a card that never come: the results are there without them."""
    page, cards = reader.page, []

    def stall_first(route):
        cards.append(route)
        if len(cards) > 1:
            route.continue_()

    page.route("**/search/facets/*.json", lambda route: None)
    page.route("**/search/synonyms/*.json", lambda route: None)
    page.route("**/search/cards/*.json", stall_first)
    page.goto(reader.server.root + "search/?q=安澜县")
    reader.settle()
    assert reader.total > 10 and 0 < page.locator("[data-hit]").count() < 10
    assert "没有载入" in page.inner_text("[role=status]")


def test_a_paper_that_is_named_is_shown_before_the_texts_are_searched(reader, site):
    """The lists of the texts never come: what a number names, or many titles say, is there."""
    page = reader.page
    row = next(row for row in site.rows if row["documentNumber"])
    page.route("**/search/grams/*.json", lambda route: None)
    page.goto(reader.server.root + "search/?q=" + quote(row["documentNumber"]))
    expect(page.locator("[data-hit]").first).to_have_attribute("data-hit", site.address(row))
    expect(page.locator(".search-status")).to_have_attribute("data-search", "loading")
    # More titles than a page has: what stands above them is there, too.
    page.goto(reader.server.root + "search/?q=" + quote("安澜县"))
    expect(page.locator("[data-hit]").first).to_be_visible()
    expect(page.locator(".search-sort a").first).to_be_visible()
    expect(page.locator(".search-status")).to_have_attribute("data-search", "loading")


def with_engine(page):
    """The page of a site whose search has an engine."""
    def answer(route):
        response = route.fetch()
        route.fulfill(response=response, body=response.text().replace('data-root="../"', 'data-root="../" data-endpoint="../api/search"'))

    page.route("**/search/?*", answer)


def test_an_engine_answers_the_search_of_a_large_site(reader, site):
    asked = []
    hits = [{"url": "wenda/x/", "title": "引擎找到的<b>文件</b>", "number": "甲发〔2026〕1号", "state": "inForce", "stateLabel": "现行有效", "date": "2026-01-02",
             "excerpt": "摘要"}, {"url": "https://evil.example/a/", "title": "别处"}]

    def engine(route):
        asked.append(parse_qs(urlsplit(route.request.url).query))
        route.fulfill(json={"version": 1, "total": 23, "hits": hits, "words": ["引擎"], "meant": "引擎",
                            "facets": [{"id": "year", "label": "年份", "values": [["2026", "2026年", 5], ["2025", "2025年", 18]]}]})

    with_engine(reader.page)
    reader.page.route("**/api/search?*", engine)
    found = reader.find("引擎", "&year=2026&page=2&sort=date")
    assert asked == [{"q": ["引擎"], "year": ["2026"], "page": ["2"], "sort": ["date"]}]
    page = reader.page
    assert reader.total == 23 and found[0] == "wenda/x/" and "第2页，共3页" in page.inner_text("[role=status]")
    first = page.locator(".hit").first
    assert "<b>" in first.inner_text() and first.locator(".hit-state").inner_text() == "现行有效" and "摘要" in first.inner_text()
    # An answer leads nowhere but to the site.
    assert all(href.startswith(reader.server.root) for href in page.eval_on_selector_all(".hit-title a", "all => all.map(a => a.href)"))
    assert not [url for url in reader.requests if "/search/grams/" in url] and page.locator(".facet-count").count() > 0


@pytest.mark.parametrize("answer", [{"status": 502, "body": "x"}, {"json": {"version": 9, "total": 1, "hits": []}}, {"body": "<html>"}, None])
def test_without_an_answer_of_the_engine_the_browser_searches(reader, answer):
    expected = reader.find("养老")
    with_engine(reader.page)
    reader.page.route("**/api/search?*", lambda route: route.fulfill(**answer) if answer else None)
    assert reader.find("养老") == expected and expected


def test_results_of_another_query_go_at_once(reader):
    reader.find("养老")
    page, held = reader.page, []
    page.route(re.compile("/search/(grams|cards)/"), lambda route: held.append(route))
    page.fill(".search-input", "停水")
    page.press(".search-input", "Enter")
    page.wait_for_selector("[data-search=loading]", state="attached")
    expect(page.locator("[data-hit]")).to_have_count(0)
    until(page, lambda: held)
    for route in held:
        route.continue_()


def test_many_searches_keep_no_pages(reader):
    count = "document.querySelectorAll('*').length"
    reader.find("养老")
    page = reader.page
    session = page.context.new_cdp_session(page)

    def nodes():
        session.send("HeapProfiler.collectGarbage")
        return session.send("Memory.getDOMCounters")["nodes"]

    before = nodes()
    for asked in ("停水", "低保", "公共租赁住房", "高龄津贴", "安澜县", "规定", "办法", "补贴"):
        page.fill(".search-input", asked)
        page.press(".search-input", "Enter")
        until(page, "q => new URLSearchParams(location.search).get('q') === q", asked)
        reader.settle()
    # Each page of a document has about a thousand.
    assert nodes() < before + 4000, page.evaluate(count)


def test_titles_are_suggested_in_every_box(reader, site):
    page = reader.open(site.address(next(row for row in site.rows if row["documentNumber"])))
    page.click(".site-search input")
    page.locator(".site-search input").press_sequentially("公租房")
    option = page.locator(".site-search [role=option]").first
    option.wait_for()
    assert "公共租赁住房" in option.inner_text()
    title = option.locator("span").first.inner_text()
    page.press(".site-search input", "ArrowDown")
    page.press(".site-search input", "Enter")
    page.wait_for_selector("[data-body]")
    until(page, "title => document.title.startsWith(title.slice(0, 12))", title)
    assert "/search/" not in page.url and not reader.complaints


def test_a_hit_leads_to_its_article_where_the_words_are_marked(reader, site):
    address, sentence = next((address, match[1]) for address, page in site.documents.items()
                             if (match := re.search(r"第三条　?\s*([\u4e00-\u9fff]{8,14})", page.body)) and 'id="tiao-3"' in site.text(address + "index.html"))
    reader.find(sentence)
    page = reader.page
    link = page.locator(f"[data-hit='{address}'] .hit-anchor")
    assert link.inner_text() == "查看第三条"
    link.click()
    page.wait_for_url("**/" + address + "#tiao-3")
    page.wait_for_selector(".highlight-bar")
    assert sentence in "".join(page.eval_on_selector_all("[data-body] mark", "all => all.map(mark => mark.textContent)"))
    page.click("text=下一处")
    assert page.evaluate("document.activeElement.tagName") == "MARK"
    before = page.inner_text("[data-body]")
    page.click("text=取消标记")
    assert not page.locator("[data-body] mark").count() and not page.locator(".highlight-bar").count()
    assert page.inner_text("[data-body]") == before
    assert not reader.complaints
    reader.requests.clear()
    reader.open(address)
    assert not page.locator("mark").count() and not [url for url in reader.requests if "/search/" in url]


def test_titles_are_suggested_while_typing(reader, site):
    reader.find("")
    page = reader.page
    titles = [row["title"] for row in site.rows]
    title = next(title for title in titles if 12 < len(title) < 30 and sum(title[-8:-1] in other for other in titles) == 1)
    # Filled in at once, not typed: a list rebuilt between two letters would lose its selection.
    page.fill(".search-input", title[-8:-1])
    page.wait_for_selector(f"[role=option]:has-text('{title}')")
    assert page.get_attribute(".search-input", "aria-expanded") == "true"
    while title not in page.inner_text("[aria-selected=true]") if page.locator("[aria-selected=true]").count() else True:
        page.press(".search-input", "ArrowDown")
    assert page.get_attribute(".search-input", "aria-activedescendant")
    page.press(".search-input", "Escape")
    assert page.is_hidden(".search-suggestions")
    page.fill(".search-input", title[-8:-2])
    page.locator(f"[role=option]:has-text('{title}')").click()
    # A choice opens the document.
    until(page, "title => document.title.startsWith(title.slice(0, 20))", title)
    assert "/search/" not in page.url and not reader.complaints


def test_recent_searches_stay_on_the_device_until_they_are_cleared(reader):
    reader.find("养老")
    reader.find("鑫犇羴鱻麤")
    reader.find("")
    page = reader.page
    assert page.locator(".search-recent a").all_inner_texts() == ["养老"]
    page.click(".search-recent a")
    page.wait_for_selector("[data-hit]")
    reader.settle()
    reader.find("")
    page.click("text=清除记录")
    assert page.is_hidden(".search-recent") and page.evaluate("localStorage.getItem('gongkai.searches')") is None
    reader.find("")
    assert page.is_hidden(".search-recent")


def test_the_search_works_where_storage_is_forbidden(reader):
    reader.page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('forbidden') } })")
    assert reader.find("养老")
    assert reader.find("") == [] and not reader.complaints


def test_a_state_that_has_changed_since_the_build_is_shown_as_it_is(reader, site):
    """The card of a document contains its coming states; the reader's date decides."""
    def answer(route):
        shard = route.fetch().json()
        for card in shard["cards"]:
            card["changes"] = [["2000-01-01", "repealed"], ["2999-01-01", "expired"]]
        route.fulfill(json=shard)

    reader.page.route("**/search/cards/*.json", answer)
    reader.find("安澜县", "&validity=inForce")
    states = reader.page.eval_on_selector_all("[data-hit]", "all => all.map(hit => [hit.dataset.state, hit.querySelector('.hit-state').textContent])")
    assert states and all(state == ["repealed", "已废止"] for state in states)


@pytest.mark.parametrize("state, what", [("expired", "失效"), ("inForce", "施行")])
def test_what_is_coming_is_said_as_it_happens(reader, state, what):
    """“12月15日起失效”, not “起已失效”."""
    day = (datetime.date.today() + datetime.timedelta(10)).isoformat()

    def answer(route):
        shard = route.fetch().json()
        for card in shard["cards"]:
            card["changes"] = [[day, state]]
        route.fulfill(json=shard)

    reader.page.route("**/search/cards/*.json", answer)
    reader.find("养老")
    assert f"{day}起{what}" in reader.page.inner_text("main")


def test_the_place_in_the_list_is_kept(reader):
    reader.find("安澜县")
    page = reader.page
    page.evaluate("scrollTo(0, 500)")
    page.evaluate("document.querySelectorAll('.search-sort a')[1].click()")
    page.wait_for_url("**sort=date**")
    reader.settle()
    page.go_back()
    until(page, "document.querySelector('[data-search=done]') !== null && Math.abs(scrollY - 500) < 3")


def test_results_print_as_a_list(reader):
    reader.find("安澜县")
    reader.page.emulate_media(media="print")
    for part in (".search-form", ".search-facets", ".search-sort", ".search-pages"):
        assert not reader.page.is_visible(part), part
    assert reader.page.is_visible(".hit-title") and reader.page.is_visible("[role=status]")


def test_an_act_stands_above_the_notices_that_change_it(reader, site):
    acts = [row for row in site.rows if (row["validity"] or {}).get("state") in ("inForce", "amended") and any(
        row["title"].strip("《》") in other["title"] and re.search("修改|废止|失效", other["title"]) for other in site.rows if other is not row)]
    for row in acts:
        assert reader.find(row["title"])[0] == site.address(row)


def test_a_slow_network_is_seen_and_the_last_query_wins(reader):
    held, is_slow = [], True
    reader.page.route("**/search/grams/*.json", lambda route: held.append(route) if is_slow else route.continue_())
    page = reader.page
    page.goto(reader.server.root + "search/?q=停水")
    page.wait_for_selector("[data-search=loading]", state="attached")
    assert page.inner_text("[role=status]") == "正在查找…" and page.get_attribute(".search-results", "aria-busy") == "true"
    until(page, lambda: held)
    is_slow = False
    page.fill(".search-input", "养老")
    page.press(".search-input", "Enter")
    for route in held:
        route.continue_()
    reader.settle()
    hits = reader.hits()
    assert page.input_value(".search-input") == "养老"
    assert hits == reader.find("养老") and reader.find("停水") != hits


def test_words_that_look_like_a_number_are_found_where_they_stand(reader, site):
    numbers = {match.groups() for row in site.rows if (match := re.search(r"〔(\d+)〕(\d+)号", row["documentNumber"] or ""))}
    asked = 0
    for address, page in site.documents.items():
        if (date := next((m for m in re.finditer(r"(20\d\d)年(\d+)月", page.body) if m.groups() in numbers), None)) and asked < 4:
            asked += 1
            quoted = page.body[max(0, date.start() - 4):date.end() - 1]
            holders = {a for a, other in site.documents.items() if quoted in other.body}
            assert set(reader.find(f"{date[1]}年{date[2]}")) and reader.total >= len(holders)
    assert asked


def test_suggestions_do_not_cover_the_results(reader):
    page, held = reader.open("search/"), []
    page.route("**/search/titles/*.json", lambda route: held.append(route) if not held else route.continue_())
    page.locator(".search-input").press_sequentially("规定")
    page.press(".search-input", "Enter")
    for route in held:
        route.continue_()
    reader.settle()
    assert reader.total > 0
    page.evaluate("setTimeout(() => { document.body.dataset.waited = 'yes'; }, 1500)")
    until(page, "document.body.dataset.waited === 'yes'")
    assert page.is_hidden(".search-suggestions") and not reader.complaints
