"""找政策: the page finds by the reader's answers, in the browser alone; each answer has a list without a script. Pages of places."""

import json
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

NOON = "2026-11-21T12:00:00+08:00"
LOAN, RENT = "创业担保贷款", "场地租金补贴"


def titles(page) -> list[str]:
    return page.locator("[data-results] .row-title").all_inner_texts()


@pytest.fixture
def open_match(open_reader):
    """Opens the page on a day at an address with answers; waits until it has found something or nothing."""

    def open_one(answers: str = "", day: str = NOON, **context):
        reader = open_reader(**context)
        reader.page.clock.set_fixed_time(day)
        page = reader.open("match/" + answers)
        page.wait_for_selector("[data-match=done]")
        return reader, page

    return open_one


def test_ticking_narrows_and_says_how_many(open_match):
    reader, page = open_match()
    before = len(titles(page))
    assert page.get_attribute("[data-match]", "data-total") == str(before)
    page.get_by_label("企业", exact=True).check()
    assert 0 < len(titles(page)) < before
    assert RENT in titles(page) and "高龄津贴" not in titles(page)
    status = page.locator("[role=status]")
    assert status.get_attribute("aria-live") == "polite" and f"{len(titles(page))}项" in status.inner_text()
    assert not reader.complaints


def test_answers_to_several_questions_must_all_fit_and_an_unanswered_one_excludes_nothing(open_match, site):
    _, page = open_match("#geren,gaoling")
    assert "高龄津贴" in titles(page) and "经济困难老年人养老服务补贴" not in titles(page)
    offers = json.loads(site.text("match/benefits.json"))["offers"]
    assert {offer["what"] for offer in offers if offer["who"] == ["geren", "canji"]} <= set(titles(page))


def test_answers_stand_in_the_fragment_only_and_nothing_is_sent(open_match, server):
    reader, page = open_match()
    sent = len(reader.requests)
    page.get_by_label("个人").check()
    page.get_by_label("退役军人").check()
    assert page.url == server.root + "match/#geren,tuiyi"
    # The browser itself may ask for the picture of a page whose address changes.
    assert [url for url in reader.requests[sent:] if not url.endswith("/icon.svg")] == []
    page.reload()
    page.wait_for_selector("[data-match=done]")
    assert page.get_by_label("退役军人").is_checked() and page.get_by_label("个人").is_checked()
    assert page.evaluate("Object.keys(localStorage).length + Object.keys(sessionStorage).length + document.cookie.length") == 0
    page.get_by_role("button", name="全部不选").click()
    assert page.url == server.root + "match/" and not page.get_by_label("个人").is_checked()


def test_the_keyboard_is_enough(open_match):
    _, page = open_match()
    page.get_by_label("个人").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.get_by_label("个人").is_checked() and page.get_by_label("个体工商户").is_checked()
    assert LOAN in titles(page)


def test_a_page_that_is_opened_later_hides_what_has_ended(open_match, open_reader):
    _, page = open_match(day="2026-12-15T12:00:00+08:00")
    assert RENT in titles(page)
    _, page = open_match(day="2026-12-16T00:10:00+08:00")
    assert RENT not in titles(page)
    reader = open_reader()
    reader.page.clock.set_fixed_time("2026-12-16T00:10:00+08:00")
    page = reader.open("match/qiye/")
    assert page.locator(".offers li", has_text=RENT).is_hidden()


def test_each_answer_has_a_list_without_a_script(open_reader, site):
    page = open_reader(java_script_enabled=False).open("match/")
    assert page.locator(".match-form").is_hidden()
    page.get_by_role("link", name="80周岁以上").click()
    assert page.locator("h1").inner_text() == "80周岁以上能享受的政策"
    assert "高龄津贴" in page.locator(".offers").inner_text()
    page.get_by_role("link", name="高龄津贴申请").click()
    assert page.url.endswith("fading/fuwu/gaoling-jintie/")


@pytest.mark.parametrize("width", (375, 1280))
@pytest.mark.parametrize("address", ("match/", "match/geren/", "places/xihe/", "places/qingxi/", "places/xihe/poster/", "subscribe/"))
def test_axe_finds_nothing_and_everything_fits(open_reader, address, width):
    reader = open_reader(viewport={"width": width, "height": 800})
    page = reader.open(address)
    if address == "match/":
        page.wait_for_selector("[data-match=done]")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    result = Axe().run(page, options={"resultTypes": ["violations"]})
    assert not result.response["violations"], [item["id"] for item in result.response["violations"]]
    assert not reader.complaints


# Places

def test_one_list_makes_a_notice_for_each_village_and_no_page_shows_all_rows(open_reader, site):
    page = open_reader().open("places/xihe/")
    page.get_by_role("link", name="清溪镇2026年秋季抗旱救灾补贴发放公示（西河村）").click()
    expect(page).to_have_url(re.compile("fading/minsheng/butie/2026-kangzai/xihe/$"))
    expect(page.locator("tbody tr")).to_have_count(9)
    expect(page.locator("tfoot")).to_have_text(re.compile(r"^\s*合计\s*3378\s*$"))
    page.get_by_role("link", name="清溪镇2026年秋季抗旱救灾补贴发放公示", exact=True).click()
    expect(page.locator(".gathered .row-title")).to_have_count(3)
    expect(page.locator("tbody tr")).to_have_count(0)


def test_a_sheet_for_the_board_is_one_page_of_a4_with_the_way_to_the_place(open_reader, site):
    page = open_reader().open("places/xihe/poster/")
    page.emulate_media(media="print")
    assert page.locator(".board-code svg").bounding_box()["width"] > 200
    assert page.locator(".board-help").is_hidden() and page.locator(".site-header").is_hidden()
    assert page.locator(".board-address").inner_text() == "https://www.anlan.example/places/xihe/"
    assert page.pdf(format="A4").count(b"/Type /Page\n") == 1


def test_what_is_for_the_town_is_in_the_lists_of_its_villages_and_says_so(open_reader):
    page = open_reader().open("places/dongzhuang/")
    row = page.locator(".rows > li", has_text="人居环境积分管理")
    assert "面向清溪镇" in row.inner_text()


def test_every_list_with_a_feed_is_named_on_the_page_about_feeds(site):
    subscribed = site.text("subscribe/index.html")
    feeds = [file for file in site.files if file.endswith((".atom", "calendar.ics"))]
    assert {"places/xihe/feed.atom", "themes/jiuye/feed.atom", "validity/inForce/feed.atom", "themes/jiuye/calendar.ics"} <= set(feeds)
    missing = [file for file in feeds if f'id="{file}"' not in subscribed]
    assert not missing
