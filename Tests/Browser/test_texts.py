"""The text of the day, the texts before it, and the day that a reader asks for."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

DOCUMENT = "fading/guifanxing/2022-26/"
FIRST, SECOND = DOCUMENT + "versions/2023-01-01/", DOCUMENT + "versions/2024-12-01/"


def test_the_page_shows_the_text_of_the_day_and_leads_to_the_others(reader):
    page = reader.open(DOCUMENT)
    expect(page.locator("[data-body]")).to_contain_text("夏季每日清运不少于2次")
    assert "每周至少清运3次" not in page.inner_text("main")
    page.get_by_role("link", name="最初的文本").last.click()
    expect(page.locator("[data-body]")).to_contain_text("每周至少清运3次")
    expect(page.locator("main")).to_contain_text("自2023年1月1日至2024年11月30日的文本")
    page.get_by_role("link", name="现在的文本和状态").click()
    expect(page).to_have_url(reader.server.root + DOCUMENT)


def test_without_scripts_the_periods_are_there(open_reader):
    page = open_reader(java_script_enabled=False).open(DOCUMENT)
    rows = page.locator("[data-history] tbody tr")
    assert rows.count() == 5
    assert [row for row in range(5) if rows.nth(row).get_attribute("aria-current")] == [2]
    assert page.locator("[data-history] form").count() == 0


@pytest.mark.parametrize(
    "day, state, text", [("2022-06-01", "尚未施行", FIRST), ("2023-05-01", "现行有效", FIRST), ("2024-12-01", "已修改", SECOND), ("2030-01-01", "已失效", SECOND)]
)
def test_a_day_in_the_address_is_answered(reader, day, state, text):
    page = reader.open(DOCUMENT + "?on=" + day)
    answer = page.locator("[data-history] [role=status]")
    expect(answer).to_contain_text(state)
    assert answer.locator("a").evaluate("link => link.href") == reader.server.root + text
    assert page.locator("[data-history] .chosen").count() == 1


def test_a_reader_asks_for_a_day_by_keyboard_and_can_cite_the_answer(reader):
    page = reader.open(DOCUMENT)
    page.get_by_label("查看这一天").fill("2023-05-01")
    page.keyboard.press("Enter")
    expect(page.locator("[data-history] [role=status]")).to_contain_text("2023年5月1日：本文件现行有效")
    expect(page).to_have_url(reader.server.root + DOCUMENT + "?on=2023-05-01#history")


def test_paper_has_the_periods_without_the_form(reader):
    page = reader.open(DOCUMENT + "?on=2023-05-01")
    expect(page.locator("[data-history] form")).to_be_visible()
    page.emulate_media(media="print")
    assert page.locator("[data-history] form").is_hidden() and page.locator("[data-history] table").is_visible()


@pytest.mark.parametrize("asked", ["2023-13-45", "%3Cimg%20src=x%3E", "2023", ""])
def test_what_is_no_day_changes_nothing(reader, asked):
    page = reader.open(DOCUMENT + "?on=" + asked)
    expect(page.locator("[data-history] form")).to_be_visible()
    assert page.locator("[data-history] .chosen, [data-history] img").count() == 0
    assert reader.complaints == []


@pytest.mark.parametrize("address", [DOCUMENT + "?on=2023-05-01", SECOND, FIRST])
@pytest.mark.parametrize("width", [375, 1280])
def test_no_barriers(open_reader, address, width):
    reader = open_reader(viewport={"width": width, "height": 720})
    page = reader.open(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert [found["id"] for found in Axe().run(page).response["violations"]] == []
    assert reader.complaints == []
