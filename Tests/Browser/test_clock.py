"""When the day changes between two builds, a small script corrects what the page says, and nothing else."""

import datetime

import pytest
import search_cards

from built_site import BuiltSite, build_on

SHANGHAI = datetime.timezone(datetime.timedelta(hours=8))
# Future days on which documents of the sample change; by the last ones, most documents have expired.
DAYS = ["2026-12-01", "2027-01-01", "2027-07-01", "2028-12-31", "2032-01-01"]


def steps(badge):
    """Day, state, tone and label of each coming state in a badge."""
    return [step.split(" ") for step in badge["data-upcoming"].split(";")]


def changing(site, state):
    """Address and badge of a document in `state` whose next change is known."""
    for address, page in site.documents.items():
        if page.main.get("data-state") == state and page.badges and "data-upcoming" in page.badges[0]:
            return address, page.badges[0]
    raise AssertionError(f"the sample has no {state} document whose change is known")


def midnight(day: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(day).replace(tzinfo=SHANGHAI)


def opened_at(open_reader, address, moment, zone="Asia/Shanghai"):
    reader = open_reader(timezone_id=zone)
    reader.page.clock.set_fixed_time(moment)
    return reader, reader.open(address)


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "America/Los_Angeles", "Pacific/Auckland"])
@pytest.mark.parametrize("state", ["notYetInForce", "inForce", "open", "upcoming"])
def test_a_badge_changes_at_midnight_of_the_site(open_reader, site, state, zone):
    address, badge = changing(site, state)
    day, next_state, tone, label = steps(badge)[0]
    boundary = midnight(day)

    reader, page = opened_at(open_reader, address, boundary - datetime.timedelta(seconds=1), zone)
    assert page.get_attribute("main", "data-state") == state
    before = page.inner_text(".validity-state .status")
    statement = page.inner_text("[data-statement]:visible")
    assert before != label
    assert "更正" not in page.inner_text(".validity")

    reader, page = opened_at(open_reader, address, boundary, zone)
    shown = page.locator(".validity-state .status")
    assert shown.inner_text() == label
    assert tone in shown.get_attribute("class").split()
    assert tone in page.get_attribute(".validity", "class").split()
    assert page.get_attribute("main", "data-state") == next_state
    assert page.locator("[data-statement]:visible").count() == 1
    assert page.inner_text("[data-statement]:visible") != statement
    assert f"按今天（{boundary.year}年{boundary.month}月{boundary.day}日）更正" in page.inner_text(".validity")
    assert not page.locator("[data-countdown]").count() or state == "upcoming"
    page.emulate_media(media="print")
    assert label in page.inner_text(".printed")
    assert before not in page.inner_text(".printed")
    assert not reader.complaints


def test_every_later_state_comes_on_its_day(open_reader, site):
    address, badge = next((a, page.badges[0]) for a, page in site.documents.items()
                          if page.main.get("data-state") and page.badges[0].get("data-upcoming", "").count(";"))
    for day, state, _, label in steps(badge):
        _, page = opened_at(open_reader, address, midnight(day))
        assert page.get_attribute("main", "data-state") == state
        assert page.inner_text(".validity-state .status") == label


def test_lists_change_too(open_reader, site):
    _, badge = changing(site, "open")
    day, _, _, label = steps(badge)[0]
    _, page = opened_at(open_reader, "zhengji/", midnight(day) - datetime.timedelta(seconds=1))
    before = page.locator(f".rows .status:has-text('{label}')").count()
    _, page = opened_at(open_reader, "zhengji/", midnight(day))
    assert page.locator(f".rows .status:has-text('{label}')").count() > before


def test_rows_say_since_when(open_reader, site):
    address, badge = next((a, page.badges[0]) for a, page in site.documents.items()
                          if page.main.get("data-state") == "inForce" and " expired " in page.badges[0].get("data-upcoming", ""))
    column = "/".join(address.split("/")[:-2]) + "/"
    day = next(step[0] for step in steps(badge) if step[1] == "expired")
    for moment, shown in [(midnight(day) - datetime.timedelta(seconds=1), ""), (midnight(day), day + "起")]:
        for number in range(1, 6):
            _, page = opened_at(open_reader, column + (f"page/{number}/" if number > 1 else ""), moment)
            row = page.locator(f".rows li:has(a[href$='{address.split('/')[-2]}/'])")
            if row.count():
                break
        assert row.first.locator("[data-since]").text_content() == shown


@pytest.mark.parametrize("state", ["repealed", "expired", "annulled", "answered", "ended"])
def test_what_is_over_stays_over(open_reader, site, state):
    address = next(a for a, page in site.documents.items()
                   if page.main.get("data-state") == state and "data-upcoming" not in page.badges[0])
    texts = []
    for day in ("2026-11-21", "2046-11-21"):
        _, page = opened_at(open_reader, address, midnight(day))
        assert page.get_attribute("main", "data-state") == state
        texts.append(page.inner_text(".validity-state"))
    assert texts[0] == texts[1]


def test_a_countdown_counts_from_the_day_of_the_reader(open_reader, site):
    address, badge = changing(site, "open")
    last = midnight(steps(badge)[0][0]) - datetime.timedelta(days=1)
    _, page = opened_at(open_reader, address, midnight("2026-11-21"))
    left = (last - midnight("2026-11-21")).days
    assert f"还有{left}天" in page.inner_text("[data-countdown]")
    _, page = opened_at(open_reader, address, midnight("2026-11-22"))
    assert f"还有{left - 1}天" in page.inner_text("[data-countdown]")
    _, page = opened_at(open_reader, address, last)
    assert "今天截止" in page.inner_text("[data-countdown]")


def test_without_script_the_page_says_how_far_it_reaches(open_reader, site):
    address, badge = changing(site, "inForce")
    reader = open_reader(java_script_enabled=False)
    page = reader.open(address)
    assert "有效性更新于2026年11月21日" in page.inner_text(".validity")
    assert page.locator("[data-statement]:visible").count() == 1
    assert not page.locator("[data-from]:visible").count()


@pytest.mark.parametrize("day", DAYS)
def test_a_page_at_a_later_day_is_the_page_of_that_days_build(open_reader, site, gongkai, tmp_path_factory, day):
    """Only for documents affected by public documents alone: no page may reveal those that are not public yet."""
    later = BuiltSite(build_on(gongkai, day, tmp_path_factory.mktemp("later") / "site"), site.content)
    changed = [a for a, page in site.documents.items()
               if page.main.get("data-state") and "data-upcoming" in page.badges[0] and steps(page.badges[0])[0][0] <= day
               and later.relations_to(a) == site.relations_to(a)]
    assert changed
    reader = open_reader()
    reader.page.clock.set_fixed_time(midnight(day))
    differences = {}
    for address in sorted(changed)[:40]:
        page = reader.open(address)
        own = later.page(address)
        shown = [page.inner_text(".validity-state .status"), page.get_attribute(".validity-state .status", "class"),
                 page.get_attribute("main", "data-state"), page.inner_text("[data-statement]:visible")]
        expected = [own.badge_texts[0], own.badges[0]["class"], own.main["data-state"], own.statement]
        notices = [text.split() for text in page.locator(".notices:visible p").all_inner_texts()]
        wanted = [text.split() for text in own.notices]
        if shown != expected or notices != wanted:
            differences[address] = (shown, expected, notices, wanted)
    assert not differences


def test_a_hit_of_the_search_changes_at_midnight_of_the_site(open_reader, site):
    card = next(card for card in search_cards.cards(site.folder) if card.get("changes") and card.get("number"))
    day, state = card["changes"][0]
    for moment, expected in ((midnight(day) - datetime.timedelta(seconds=1), card["state"]), (midnight(day), state)):
        reader = open_reader(timezone_id="America/Los_Angeles")
        reader.page.clock.set_fixed_time(moment)
        reader.find(card["number"])
        assert reader.page.get_attribute(f"[data-hit='{card['url']}']", "data-state") == expected
