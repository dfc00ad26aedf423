"""Tables on phones and on paper: what is on the page stays in sight, and a copied second page says what it is from."""

import io
import re
import unicodedata

import pypdf
import pytest

SUBSIDY = "fading/minsheng/butie/2026-xihe/"
LEDGER = "fading/renwu/taizhang-minsheng-2026/"
CATALOGUE = "fading/biaozhun/shehui-jiuzhu/"
CONTACTS = "zhinan/lianxi-mulu/"
PHONE = {"viewport": {"width": 375, "height": 720}}
BROKEN_DAYS = re.compile(r"\d{4}-(\d\d-)?\n\d\d\b")


# A PDF has the radical's character where the font draws both with one glyph; these have no compatibility form.
RADICALS = str.maketrans("⺠⻚⻢⻩⻓⻔⻋⻅⻆⻉⻛⻜⻝⻦⻨⻬⻮⻰", "民页马黄长门车见角贝风飞食鸟麦齐齿龙")


def sheets(page):
    """The pages of the printed page: size and text."""
    pdf = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    texts = [unicodedata.normalize("NFKC", sheet.extract_text()).translate(RADICALS) for sheet in pdf.pages]
    return list(zip((sheet.mediabox for sheet in pdf.pages), texts))


def close(text):
    return "".join(text.split())


@pytest.mark.parametrize("java_script", (True, False))
@pytest.mark.parametrize("address, headings", [
    (SUBSIDY, ["序号", "村民小组", "姓名", "数量", "单位", "金额(元)"]),
    (LEDGER, ["序号", "类别", "工作任务", "具体要求", "责任单位", "完成时限", "完成日期", "状态", "进展", "佐证"]),
    (CATALOGUE, ["序号", "一级事项", "二级事项", "公开时限", "公开主体", "公开对象", "公开方式", "公开层级", "公开位置"]),
])
def test_every_sheet_has_the_heads_of_all_columns(open_reader, address, headings, java_script):
    page = open_reader(java_script_enabled=java_script).open(address)
    rows = page.locator("table.data tbody tr").count()
    printed = 0
    for _, text in sheets(page):
        found = [heading for heading in headings if heading in close(text)]
        if re.search(r"(?m)^\s*\d{1,2}\s", text) or found:
            assert found == headings, text
            printed += 1
    assert printed > 1 or rows < 15
    assert not BROKEN_DAYS.search("\n".join(text for _, text in sheets(page)))


def test_a_ledger_lies_on_its_side_and_a_list_of_six_columns_does_not(reader):
    (wide, _), *_ = sheets(reader.open(LEDGER))[-1:]
    (upright, _), *_ = sheets(reader.open(SUBSIDY))[-1:]
    assert wide.width > wide.height and upright.width < upright.height


def test_a_merged_label_is_on_every_row_of_the_paper(reader):
    page = reader.open(SUBSIDY)
    text = "".join(text for _, text in sheets(page))
    labels = page.eval_on_selector_all("table.data tbody tr", "rows => rows.map(row => row.cells[1].textContent)")
    for label in set(labels):
        assert text.count(label) >= labels.count(label) > 1


def test_the_sum_ends_the_list_once(reader):
    page = reader.open(SUBSIDY)
    assert page.locator("tfoot th").inner_text() == "合计"
    assert page.locator("tfoot td.digits").inner_text().rstrip(".0") == "33872.6"
    texts = [close(text) for _, text in sheets(page)]
    assert sum(text.count("合计33872.6") for text in texts) == 1


@pytest.mark.parametrize("java_script", (True, False))
def test_a_copied_second_page_says_state_title_address_and_number(open_reader, site, java_script):
    page = open_reader(java_script_enabled=java_script).open("fading/guifanxing/2019-12/")
    title, address = page.inner_text("h1").replace("\u200b", ""), page.get_attribute("link[rel=canonical]", "href")
    texts = [close(text) for _, text in sheets(page)]
    assert len(texts) > 1
    state = page.get_attribute("html", "data-paper-state")
    assert state.startswith("已废止（20")
    for number, text in enumerate(texts, 1):
        assert close(unicodedata.normalize("NFKC", title + state)) in text
        assert address in text and f"第{number}页,共{len(texts)}页" in text.replace("，", ",")


def test_the_state_of_the_sheet_is_that_of_the_day_of_printing(reader):
    reader.page.clock.set_fixed_time("2026-12-01T08:00:00+08:00")
    page = reader.open("fading/guifanxing/2021-11/")
    assert "已失效(2026年12月1日)" in close(sheets(page)[0][1])


def test_every_printed_document_has_a_code_of_its_address_and_the_same_as_the_build_draws(reader):
    page = reader.open(SUBSIDY)
    drawn = page.locator(".qr-code path").nth(1).get_attribute("d")
    assert page.locator(".printed svg").count() == 0
    address = page.evaluate("document.documentElement.dataset.address")
    page = reader.open("fading/guifanxing/2019-12/")
    script = page.evaluate("[...document.scripts].find(one => one.src.endsWith('site.js')).src.replace('site.js', 'qr.js')")
    same = page.evaluate(
        "([url, text]) => import(url).then(({ qrCode }) => qrCode(text, '').lastChild.getAttribute('d'))", [script, address])
    assert same == drawn
    assert not [url for url in reader.requests if url.endswith("qr.js")][1:]
    page.keyboard.down("Control")
    page.locator(".printed svg").wait_for(state="attached")
    page.emulate_media(media="print")
    assert page.locator(".printed svg").bounding_box()["width"] > 60
    assert not reader.complaints


def test_the_last_line_is_not_alone_on_a_sheet(reader):
    for address in ("fading/guifanxing/2019-12/", SUBSIDY, "jiedu/2025-14/", "zhengji/2026-wuye/"):
        page = reader.open(address)
        last = close(sheets(page)[-1][1])
        before, line, _ = last.partition("网址:")
        assert len(before) > 20, last


def test_an_open_consultation_prints_its_deadline(reader, site):
    page = reader.open("zhengji/2026-wuye/")
    if page.get_attribute("main", "data-state") != "open":
        pytest.skip("no longer open")
    assert "截止日期" in close(sheets(page)[0][1])


def test_the_code_is_not_shown_on_the_phone_that_would_scan_it(open_reader):
    assert not open_reader(**PHONE).open(SUBSIDY).locator(".qr-code").is_visible()


@pytest.mark.parametrize("address, heading", [(SUBSIDY, "金额（元）"), (CONTACTS, "电话"), (LEDGER, "状态"), (LEDGER, "进展")])
@pytest.mark.parametrize("width", (320, 375))
def test_what_people_came_for_is_in_sight_on_a_phone(open_reader, address, heading, width):
    page = open_reader(viewport={"width": width, "height": 720}).open(address)
    headings = page.eval_on_selector_all("table.data thead th", "all => all.map(one => one.textContent)")
    cell = page.locator("table.data tbody tr").first.locator("th, td").nth(headings.index(heading))
    box = cell.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= width
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_card_says_each_heading_and_the_table_stays_one_for_the_ear(open_reader):
    page = open_reader(**PHONE).open(CONTACTS)
    assert page.evaluate("getComputedStyle(document.querySelector('td[data-label=电话]'), '::before').content") == '"电话"'
    rows = page.get_by_role("row")
    assert rows.count() >= 11 and page.get_by_role("table").count() == 1
    assert rows.nth(1).get_by_role("cell").count() > 4


def test_a_wide_desktop_table_keeps_its_head_and_the_page_its_width(open_reader):
    page = open_reader(viewport={"width": 1280, "height": 500}).open(SUBSIDY)
    page.locator("table.data tbody tr").nth(30).scroll_into_view_if_needed()
    assert page.locator("table.data thead").bounding_box()["y"] >= -1
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


def test_points_stand_under_points_and_no_digit_is_added(reader):
    page = reader.open(SUBSIDY)
    ends = page.eval_on_selector_all("tbody td.digits:last-child", """cells => cells.map((cell) => {
      const text = cell.firstChild, point = text.data.indexOf('.'), range = document.createRange();
      range.setStart(text, 0);
      range.setEnd(text, point < 0 ? text.length : point);
      return range.getBoundingClientRect().right;
    })""")
    assert max(ends) - min(ends) < 1
    amounts = page.locator("tbody td.digits:last-child").all_inner_texts()
    source = (page.context.request.get(page.url + "2026-xihe.csv").text()).splitlines()
    assert [text.strip() for text in amounts] == [line.rsplit(",", 1)[1] for line in source[1:]]


def test_regions_of_tables_have_names_of_their_own(open_reader):
    page = open_reader(viewport={"width": 375, "height": 720}).open("fading/taizhang/")
    names = page.eval_on_selector_all(".table-scroll[role=region]", "all => all.map(one => one.getAttribute('aria-label'))")
    assert len(names) == len(set(names)) and all(name.endswith("（可左右滚动）") for name in names)
    assert page.locator(".overview table > caption").count() == page.locator(".overview table").count()


def test_a_cell_of_choices_does_not_make_a_row_as_high_as_a_sheet(reader):
    page = reader.open(CATALOGUE)
    assert len(sheets(page)) <= page.locator("table.data tbody tr").count() / 3 + 1
