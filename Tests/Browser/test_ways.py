"""Large text, phones, the ways through the site, and the page while it loads."""

import os
import re
import statistics
from pathlib import Path

import pytest
from playwright.sync_api import expect

from waiting import until

PHONE = {"viewport": {"width": 375, "height": 720}, "has_touch": True}
TOPS = """() => [document.querySelector('h1'), document.querySelector('[data-body]')].map(e => e.getBoundingClientRect().top + scrollY)"""
SHIFTS = "new PerformanceObserver(list => { for (const e of list.getEntries()) if (!e.hadRecentInput) window.shift = (window.shift || 0) + e.value; }).observe({type: 'layout-shift', buffered: true})"


def remember(reader, settings: str) -> None:
    reader.context.add_init_script(f"localStorage.setItem('gongkai.reading', JSON.stringify({settings}))")


def keep_picture(page, name: str) -> None:
    """As an artifact, where the environment names a folder for them."""
    if folder := os.environ.get("GONGKAI_ARTIFACTS"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=f"{folder}/{name}.png")


def test_in_large_text_on_a_phone_the_title_comes_first_and_the_text_second(open_reader, site):
    reader = open_reader(**PHONE)
    remember(reader, "{text: 200, open: true}")
    tops = []
    addresses = [address for address in site.documents if 'data-body' in site.text(address + "index.html")][::12]
    for address in addresses:
        title, body = reader.open(address).evaluate(TOPS)
        assert title < 360, address
        tops.append(body)
    keep_picture(reader.page, "large-text-375")
    assert statistics.median(tops) < 1440, sorted(tops)


def test_the_settings_are_one_button_and_stay_closed_on_the_next_page(open_reader, site):
    reader = open_reader(**PHONE)
    page = reader.open(site.types["normative"])
    opener = page.get_by_role("button", name="大字")
    assert opener.bounding_box()["height"] >= 44
    assert opener.evaluate("e => parseFloat(getComputedStyle(e).fontSize)") >= 18
    opener.click()
    page.wait_for_selector(".reading-bar")
    assert opener.get_attribute("aria-expanded") == "true"
    assert not page.is_visible(".pointer-switch"), "a finger has no pointer"
    opener.click()
    page.wait_for_selector(".reading-bar", state="hidden")
    assert opener.get_attribute("aria-expanded") == "false"
    opener.click()
    assert not reader.open(site.types["question"]).locator(".reading-bar").count()


def test_facts_and_contents_are_folded_on_phones_and_shown_on_desktops(open_reader, site):
    address = site.types["document with a contents list"]
    for context, shown in ((PHONE, False), ({"viewport": {"width": 1280, "height": 800}}, True)):
        page = open_reader(**context).open(address)
        for part in ("facts", "contents"):
            assert page.locator(f".{part} :is(dl, ol)").is_visible() == shown
            assert page.locator(f".{part} summary").is_visible() != shown
    page = open_reader(**PHONE, java_script_enabled=False).open(address)
    page.click(".facts summary")
    assert page.is_visible(".facts dl")


def test_facts_are_shown_by_browsers_that_cannot_style_closed_details(open_reader, site):
    reader = open_reader(viewport={"width": 1280, "height": 800})
    reader.context.add_init_script("const own = CSS.supports; CSS.supports = (...all) => all[0] !== 'selector(::details-content)' && own.apply(CSS, all)")
    page = reader.open(site.types["normative"])
    until(page, "document.querySelector('.facts').open")


@pytest.mark.parametrize("script", [True, False])
def test_a_phone_has_a_menu(open_reader, site, script):
    # Without smooth scrolling: a click while the page still moves stops it where it is.
    page = open_reader(**PHONE, java_script_enabled=script, reduced_motion="reduce").open(site.types["normative"])
    assert not page.is_visible(".site-nav")
    page.click("text=栏目 >> nth=0")
    expect(page.locator(".site-nav")).to_be_visible()
    assert page.locator(".site-nav li a:visible").count() > 5
    page.click("text=收起栏目")
    expect(page.locator(".site-nav")).to_be_hidden()
    page.click(".site-footer a:has-text('返回顶部')")
    until(page, "scrollY === 0") if script else None


def test_the_menu_is_one_row_on_a_desktop(open_reader):
    page = open_reader(viewport={"width": 1280, "height": 800}).open("")
    assert page.locator(".site-nav").bounding_box()["height"] < 60


def test_the_plain_version_keeps_the_ways_on(open_reader, site):
    reader = open_reader(**PHONE)
    remember(reader, "{simple: true}")
    page = reader.open(site.types["document with relations"])
    for part in (".brand", ".breadcrumbs a >> nth=-1", "#site-search", ".relations"):
        assert page.locator(part).is_visible(), part
    page = reader.open("zhengji/")
    sizes = page.evaluate("[...document.querySelectorAll('.row-title, .row-date')].map(e => [e.className, parseFloat(getComputedStyle(e).fontSize)])")
    sizes = dict(sizes)
    assert sizes["row-title"] > sizes["row-date"] >= 18


def test_wishes_of_the_system_for_contrast_are_kept(open_reader):
    page = open_reader(contrast="more").open("")
    assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--muted').trim()") == "#1d252b"


def test_every_target_of_the_frame_is_as_large_as_a_finger(open_reader, site):
    page = open_reader(**PHONE).open(site.types["consultation"])
    small = page.evaluate("""() => [...document.querySelectorAll('.masthead :is(a, button, input), summary, .footer-links a, .reach a, .actions dd a[href], .jump a')]
      .filter(e => { const box = e.getBoundingClientRect(); return box.width > 0 && box.height < 43.5; }).map(e => e.outerHTML.slice(0, 80))""")
    assert not small


def test_an_open_consultation_says_at_the_top_how_to_take_part(open_reader, site):
    row = next(row for row in site.rows if row["kind"] == "consultation" and (row["validity"] or {}).get("state") == "open")
    page = open_reader(**PHONE).open(site.address(row))
    box = page.locator(".actions")
    assert "提出意见的方式" in box.inner_text()
    assert box.evaluate("e => e.compareDocumentPosition(document.querySelector('[data-body]')) & Node.DOCUMENT_POSITION_FOLLOWING")


def test_everything_can_be_browsed_from_the_home_page(open_reader):
    page = open_reader(java_script_enabled=False).open("")
    page.click("text=按主题、机关、年份、有效性查找")
    expect(page.locator("h1")).to_have_text("分类查找")
    expect(page.locator("main section").nth(5)).to_be_attached()
    page.click("main a:has-text('2026年')")
    expect(page.locator(".rows li").first).to_be_visible()
    page.go_back()
    page.click(".jump a:has-text('发文机关')")
    expect(page).to_have_url(re.compile("#issuers$"))


def test_sisters_lead_from_column_to_column(open_reader):
    page = open_reader(viewport={"width": 1280, "height": 800}, java_script_enabled=False).open("fading/guifanxing/")
    page.click(".sisters a:has-text('财政')")
    expect(page).to_have_url(re.compile("/fading/caizheng/"))
    expect(page.locator(".sisters [aria-current]")).to_have_attribute("href", re.compile("."))


# The page while it loads


def test_a_page_is_painted_while_its_scripts_are_held(open_reader, site):
    reader = open_reader()
    held = []
    # Only the settings are waited for, which are half a kilobyte and come before the stylesheet.
    reader.page.route("**/*.js", lambda route: route.continue_() if route.request.url.endswith("/settings.js") else held.append(route))
    reader.page.goto(reader.server.root + site.types["normative"], wait_until="commit")
    until(reader.page, "performance.getEntriesByName('first-contentful-paint').length > 0")
    assert held
    for route in held:
        route.abort()


def test_remembered_settings_shift_nothing(open_reader, site):
    reader = open_reader(**PHONE)
    remember(reader, "{text: 150, contrast: true}")
    reader.context.add_init_script(SHIFTS)
    page = reader.open(site.types["normative"])
    # The shifts of what is painted are noted in the next frames.
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))")
    assert page.evaluate("[document.documentElement.dataset.text, window.shift || 0][1]") < 0.01
    assert page.evaluate("document.documentElement.dataset.text") == "150"


def test_results_do_not_push_the_page_about(open_reader):
    reader = open_reader(**PHONE)
    reader.context.add_init_script(SHIFTS)
    session = reader.context.new_cdp_session(reader.page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000})
    reader.find("养老")
    reader.page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))")
    assert reader.page.evaluate("window.shift || 0") < 0.05
    assert reader.page.locator(".hit").first.bounding_box()["y"] < 560
    assert reader.page.locator(".hit-kind").count() > 5


@pytest.mark.parametrize("words, kind", [("意见征集", "consultation"), ("征集中", "consultation")])
def test_open_consultations_are_found_by_what_they_are(reader, site, words, kind):
    is_open = {site.address(row) for row in site.rows if row["kind"] == kind and (row["validity"] or {}).get("state") == "open"}
    assert is_open & set(reader.find(words))


def test_an_issuer_is_part_of_what_is_searched(reader, site):
    wanted = {site.address(row) for row in site.rows if row["kind"] == "subsidy"}
    assert wanted & set(reader.find("清溪镇 补贴"))


def test_the_hint_of_the_search_names_what_is_there(reader):
    hint = reader.open("search/").inner_text(".search-hint")
    phrase = hint.split("“")[1].split("”")[0]
    assert reader.find(f"“{phrase}”")
