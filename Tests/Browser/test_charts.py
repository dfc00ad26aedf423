"""What is drawn can be read: charts, stations, the calendar, and the pages about feeds and open data."""

import csv
import io
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

PAGES = {
    "report": "nianbao/2025/", "budget": "fading/caizheng/2026-yusuan/", "ledger": "fading/renwu/taizhang-minsheng-2026/",
    "overview": "fading/taizhang/", "years": "years/", "decision": "fading/juece/2026-wuye/", "consultation": "zhengji/2026-wuye/",
    "calendar": "calendar/", "subscribe": "subscribe/", "data": "data/", "english": "english/",
}
PHONE = {"viewport": {"width": 375, "height": 720}}


@pytest.mark.parametrize("name", PAGES)
def test_pages_fit_a_phone_and_have_no_barriers(open_reader, name):
    reader = open_reader(**PHONE)
    page = reader.open(PAGES[name])
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    # Overviews have had landmarks of one name before there were charts.
    found = {found["id"] for found in Axe().run(page).response["violations"]}
    assert found <= ({"landmark-unique"} if name == "overview" else set())
    assert reader.complaints == []


@pytest.mark.parametrize("name", ("report", "budget", "overview", "years"))
def test_every_word_of_a_chart_is_inside_it_and_large_enough_on_a_phone(open_reader, name):
    page = open_reader(**PHONE).open(PAGES[name])
    texts = page.evaluate("""() => [...document.querySelectorAll('.figure svg.chart text')].map(text => {
        const box = text.getBoundingClientRect(), whole = text.ownerSVGElement.getBoundingClientRect()
        return {text: text.textContent, size: 13 * whole.width / 360,
            // A line of text is higher than its characters.
            out: Math.max(whole.left - box.left, box.right - whole.right, whole.top - box.top - 4, box.bottom - whole.bottom - 4)}
    })""")
    assert len(texts) > 5
    assert [text for text in texts if text["out"] > 1 or text["size"] < 11] == []


def test_digits_of_a_chart_do_not_cover_each_other(open_reader):
    for address in (PAGES["report"], PAGES["years"], PAGES["overview"]):
        page = open_reader(**PHONE).open(address)
        covered = page.evaluate("""() => [...document.querySelectorAll('.figure svg.chart')].flatMap(svg => {
            const boxes = [...svg.querySelectorAll('text')].map(text => [text.textContent, text.getBoundingClientRect()])
            return boxes.flatMap(([one, a], index) => boxes.slice(index + 1).filter(([, b]) =>
                a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 4 && b.top < a.bottom - 4).map(([other]) => one + '/' + other))
        })""")
        assert covered == [], address


def test_a_chart_has_the_digits_of_its_table(reader, site):
    page = reader.open(PAGES["budget"])
    drawn = page.eval_on_selector_all(".figure svg .value", "all => all.map(text => text.textContent)")
    rows = [row for name in ("shouru.csv", "zhichu.csv") for row in csv.reader(io.StringIO(site.text(PAGES["budget"] + name).lstrip("\ufeff")))]
    assert drawn == [row[1] for row in rows if row[0] != "合计" and row[1] != "预算数"]
    bars = page.eval_on_selector_all("#table-expenditure .bar", "all => all.map(bar => bar.getBoundingClientRect().width)")
    amounts = [42600, 118500, 87400, 61200, 73800, 76500]
    assert [round(bar / max(bars), 2) for bar in bars] == [round(amount / max(amounts), 2) for amount in amounts]


@pytest.mark.parametrize("context", ({"forced_colors": "active"}, {"reduced_motion": "reduce"}))
def test_bars_can_be_seen_whatever_the_colours(open_reader, context):
    page = open_reader(**context).open(PAGES["budget"])
    if not context.get("forced_colors"):
        page.evaluate("document.documentElement.classList.add('contrast')")
    seen = page.eval_on_selector_all(".figure .bar", """all => all.map(bar => {
        const ground = getComputedStyle(document.querySelector('main')).backgroundColor
        return getComputedStyle(bar).fill !== ground && getComputedStyle(bar).fill !== 'none'
    })""")
    assert seen and all(seen)


def test_stations_are_an_ordered_list_that_says_where_it_stands(open_reader):
    page = open_reader(java_script_enabled=False).open(PAGES["decision"])
    stations = page.eval_on_selector_all(".stations ol > li", "all => all.map(station => station.innerText)")
    assert stations[0].startswith("征求意见") and stations[-1].startswith("作出决定")
    assert "进行中" in stations[0] and "进行中" not in stations[-1]
    assert page.locator(".stations [aria-current=step]").count() >= 1
    # Above the text; nothing that is not due yet is red.
    assert page.evaluate("document.querySelector('.stations').compareDocumentPosition(document.querySelector('[data-body]')) & 4")
    colours = page.eval_on_selector_all(".stations .ahead *", "all => all.map(part => getComputedStyle(part).color)")
    ended = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--ended')")
    red = f"rgb({int(ended[1:3], 16)}, {int(ended[3:5], 16)}, {int(ended[5:7], 16)})"
    assert red not in colours


def test_the_mark_of_a_station_goes_when_its_day_is_over(open_reader):
    page = open_reader().open(PAGES["consultation"])
    mark = page.locator(".stations .here")
    assert mark.is_visible() and re.fullmatch(r"\d{4}-\d\d-\d\d", mark.get_attribute("data-until"))


def test_the_calendar_is_in_order_and_its_files_are_calendars(reader, site):
    page = reader.open(PAGES["calendar"])
    coming = page.eval_on_selector_all("section:first-of-type .days time", "all => all.map(time => time.dateTime)")
    past = page.eval_on_selector_all("section:last-of-type .days time", "all => all.map(time => time.dateTime)")
    assert coming == sorted(coming) and past == sorted(past, reverse=True) and past[0] < coming[0]
    for link in page.eval_on_selector_all("a[download][href$='.ics']", "all => all.map(link => link.getAttribute('href'))"):
        raw = (site.folder / re.sub(r"^(\.\./)+", "", link)).read_bytes()
        assert raw.startswith(b"BEGIN:VCALENDAR\r\n") and raw.endswith(b"END:VCALENDAR\r\n")
        lines = raw.split(b"\r\n")
        assert all(len(line) <= 75 and b"\n" not in line for line in lines)
        assert raw.count(b"BEGIN:VEVENT") == raw.count(b"END:VEVENT") > 0
        uids = re.findall(rb"UID:(\S+)", raw.replace(b"\r\n ", b""))
        assert len(set(uids)) == len(uids) == raw.count(b"BEGIN:VEVENT")


def test_one_click_selects_the_address_of_a_feed(reader):
    page = reader.open("fading/guifanxing/")
    page.click("text=订阅本栏目")
    expect(page).to_have_url(reader.server.root + "subscribe/#fading/guifanxing/feed.atom")
    line = page.locator("[id='fading/guifanxing/feed.atom']")
    line.wait_for()
    for address, name in zip(line.locator(".address").all(), ("feed.atom", "calendar.ics"), strict=True):
        address.click()
        assert page.evaluate("getSelection().toString()").strip() == f"https://www.anlan.example/fading/guifanxing/{name}"


def test_open_data_says_the_sizes_that_the_files_have(reader, site):
    page = reader.open(PAGES["data"])
    rows = page.eval_on_selector_all(".downloads > li", "all => all.map(row => [row.querySelector('a').getAttribute('href'), row.innerText])")
    assert len(rows) > 8
    for link, text in rows:
        path = re.sub(r"^(\.\./)+", "", link)
        size = (site.folder / path).stat().st_size
        said = f"{size} 字节" if size < 1024 else f"{(size + 512) // 1024} KB"
        assert path == "manifest.json" or said in text, path


def test_charts_are_on_paper(reader):
    page = reader.open(PAGES["budget"])
    page.emulate_media(media="print")
    assert page.locator(".figure svg").first.is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.figure')).breakInside") == "avoid"
