"""Tables from CSV files as a reader uses them: filter, sort, page, download; and without JavaScript."""

import csv
import io
import random
import re
import shutil

import pytest
from playwright.sync_api import expect

from built_site import build
from conftest import REPOSITORY
from site_server import SiteServer
from waiting import PATIENCE, until

LEDGER = "fading/renwu/taizhang-gongkai-2026/"
FEES = "fading/caizheng/shoufei-2026/"


def column(page, number):
    """The texts of a column of the table, with each merged cell once."""
    return [row.locator("th, td").nth(number).inner_text() for row in page.locator("table.data tbody tr").all()]


def test_the_box_filters_the_rows_and_says_how_many_are_left(reader):
    page = reader.open(LEDGER)
    assert page.locator("table.data tbody tr").count() == 14
    page.get_by_label("在表中查找").fill("县政府办公室 清理")
    expect(page.locator("[data-count]")).to_have_text("找到1条（全表14条）")
    assert column(page, 2) == ["规范性文件清理"]
    # A merged cell is repeated, so that the row makes sense by itself.
    assert page.locator("table.data tbody td", has_text="提升文件公开质量").count() == 1
    page.get_by_label("在表中查找").fill("")
    expect(page.locator("[data-count]")).to_have_text("共14条")
    expect(page.locator("table.data tbody tr")).to_have_count(14)
    assert not reader.complaints


def test_full_width_forms_and_capitals_make_no_difference(reader):
    page = reader.open("zhinan/lianxi-mulu/")
    page.get_by_label("在表中查找").fill("１２３４５")
    expect(page.locator("[data-count]")).to_contain_text("找到1条")
    assert column(page, 1) == ["12345政务服务便民热线"]


def test_headings_sort_with_the_keyboard_and_say_so(reader):
    page = reader.open(LEDGER)
    due = page.get_by_role("columnheader", name="完成时限")
    due.get_by_role("button").focus()
    page.keyboard.press("Enter")
    expect(due).to_have_attribute("aria-sort", "ascending")
    days = column(page, 5)
    assert days == sorted(days) and len(days) == 14
    page.keyboard.press("Enter")
    expect(due).to_have_attribute("aria-sort", "descending")
    assert column(page, 5) == sorted(days, reverse=True)
    done = page.get_by_role("columnheader", name="完成日期")
    done.get_by_role("button").click()
    expect(done).to_have_attribute("aria-sort", re.compile("."))
    assert due.get_attribute("aria-sort") is None
    assert column(page, 6)[-1] == "" and column(page, 6)[0] != ""


def test_states_sort_in_their_order_and_there_is_a_way_back(reader):
    page = reader.open(LEDGER)
    before = column(page, 0)
    head = page.get_by_role("columnheader", name="状态")
    assert head.get_by_role("button").get_attribute("title") == "按“状态”排序"
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", re.compile("."))
    states = column(page, 7)
    order = ["进行中", "即将到期", "已逾期", "已完成"]
    assert [order.index(state) for state in states] == sorted(order.index(state) for state in states)
    assert page.get_by_label("排序").locator("option:checked").inner_text() == "状态，按进度"
    page.get_by_label("排序").select_option(label="原来的顺序")
    expect(head).not_to_have_attribute("aria-sort", re.compile("."))
    assert column(page, 0) == before
    for _ in range(3):
        head.get_by_role("button").click()
    assert column(page, 0) == before and head.get_attribute("aria-sort") is None


def test_what_is_not_in_the_table_is_said_without_an_empty_head(reader):
    page = reader.open(LEDGER)
    page.get_by_label("在表中查找").fill("没有这个")
    expect(page.locator("[data-count]")).to_have_text("没有找到含“没有这个”的内容（全表14条）")
    expect(page.locator("table.data thead")).to_be_hidden()
    page.get_by_label("在表中查找").fill("")
    expect(page.locator("table.data thead")).to_be_visible()


def test_numbers_sort_as_numbers(reader):
    page = reader.open("fading/minsheng/butie/2026-xihe/")
    page.get_by_role("columnheader", name="金额（元）").get_by_role("button").click()
    amounts = [float(text) for text in column(page, 5)]
    assert amounts == sorted(amounts) and len(amounts) == 46


def test_a_table_is_whole_without_javascript(open_reader):
    page = open_reader(java_script_enabled=False).open(LEDGER)
    assert page.locator("table.data tbody tr").count() == 14
    assert page.locator("table.data input, table.data button").count() == 0
    assert page.locator("td.state .status", has_text="已逾期").count() == 1


def test_the_search_finds_what_stands_in_a_cell(reader):
    assert "fading/renwu/taizhang-gongzuobaogao-2026/" in reader.find("县级产业园区标准厂房")[:3]


def test_the_download_holds_every_row(site):
    text = (site.folder / FEES / "shoufei-2026.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == 12 and all(all(row.values()) for row in rows)


def test_a_badge_of_a_row_is_right_between_two_nights(reader):
    reader.page.clock.set_fixed_time("2026-12-01T08:00:00+08:00")
    page = reader.open(LEDGER)
    states = [badge.inner_text() for badge in page.locator("td.state .status").all()]
    # Due on 30 November, open on 21 November.
    assert states[1] == "已逾期" and states[8] == "已逾期" and states.count("已完成") == 5


@pytest.mark.parametrize("address", [LEDGER, "nianbao/2025/", "fading/biaozhun/shehui-jiuzhu/", "fading/minsheng/butie/2026-xihe/"])
def test_on_a_phone_the_table_scrolls_and_not_the_page(reader, address):
    page = reader.open(address)
    page.set_viewport_size({"width": 375, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    box = page.locator(".data-table .table-scroll").first
    assert box.get_attribute("role") in ("region", None)


@pytest.fixture(scope="module")
def long_table(gongkai, tmp_path_factory):
    """A site with a table of 2,500 rows, and a ledger of 150 tasks that are all due on 30 November."""
    root = tmp_path_factory.mktemp("long")
    shutil.copytree(REPOSITORY / "Templates", root / "Templates")
    dice = random.Random(3)
    rows = [f"{number},{dice.choice('东西南北')}村{number},{dice.randrange(10000)}" for number in range(1, 2501)]
    files = {
        "site.yml": 'name: 某县\nbaseURL: https://www.example.gov.cn/\nsiteIDCode: "0000000001"\norganizer: 某县人民政府\n',
        "biao/_column.md": "---\ntitle: 表\nkind: dataTable\n---\n",
        "biao/chang.md": "---\ntitle: 长表\nissuer: 某县人民政府\npublishedOn: 2026-01-01\neffectiveOn: 2026-01-01\nrows: chang.csv\n---\n",
        "biao/chang.csv": "序号,村,金额\n" + "\n".join(rows) + "\n",
    }
    tasks = [f"{number},任务{number},县政府办公室,2026-11-30" for number in range(1, 151)]
    files |= {
        "renwu/_column.md": "---\ntitle: 任务\nkind: ledger\n---\n",
        "renwu/chang.md": "---\ntitle: 长台账\nissuer: 某县人民政府\npublishedOn: 2026-01-01\nrows: chang.csv\n---\n",
        "renwu/chang.csv": "序号,工作任务,责任单位,完成时限\n" + "\n".join(tasks) + "\n",
    }
    for path, text in files.items():
        (root / "Content" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "Content" / path).write_text(text, "utf-8")
    build(gongkai, root, root / "site")
    server = SiteServer(root / "site")
    yield server.root
    server.close()


def test_a_long_table_is_filtered_and_sorted_as_a_whole(long_table, browser):
    page = browser.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    page.goto(long_table + "biao/chang/page/2/")
    assert column(page, 0)[0] == "101" and page.locator("table.data tbody tr").count() == 100
    box = page.get_by_label("在表中查找")
    held = []
    page.route("**/*.rows.json", lambda route: held.append(route))
    box.fill("村2399")
    until(page, "document.querySelector('[data-count]')?.textContent === '正在读取全表2500条，请稍候……'")
    until(page, lambda: held)
    held[0].continue_()
    until(page, "document.querySelector('[data-count]')?.textContent === '找到1条（全表2500条）'")
    assert column(page, 0) == ["2399"] and not page.locator(".pagination").is_visible()
    box.fill("")
    until(page, "document.querySelectorAll('table.data tbody tr').length === 100")
    assert column(page, 0)[0] == "101" and page.locator(".pagination").is_visible()
    page.get_by_role("columnheader", name="金额").get_by_role("button").click()
    until(page, "document.querySelector('[data-count]')?.textContent === '共2500条，显示前100条'")
    amounts = [int(text) for text in column(page, 2)]
    page.get_by_role("button", name="再显示100条").click()
    until(page, "document.querySelectorAll('table.data tbody tr').length === 200")
    assert amounts == sorted(amounts) and [int(text) for text in column(page, 2)][:100] == amounts
    page.close()


def test_a_filtered_row_of_a_long_table_has_the_state_of_today(long_table, browser):
    page = browser.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    page.clock.set_fixed_time("2026-12-01T08:00:00+08:00")
    page.goto(long_table + "renwu/chang/")
    page.get_by_label("在表中查找").fill("任务150")
    until(page, "document.querySelector('[data-count]')?.textContent === '找到1条（全表150条）'")
    assert page.locator("td.state .status").inner_text() == "已逾期"
    assert "late" in page.locator("td.state .status").get_attribute("class").split()
    page.get_by_label("在表中查找").fill("已逾期")
    until(page, "document.querySelector('[data-count]')?.textContent.startsWith('找到150条')")
    page.close()
