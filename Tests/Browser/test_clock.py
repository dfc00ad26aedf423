"""Between two nightly builds the day changes: a small script corrects what the page says, and nothing else."""

import datetime

import pytest

SHANGHAI = datetime.timezone(datetime.timedelta(hours=8))


def changing(site, state):
    """Address and badge of a document in `state` whose next change is known."""
    for address, page in site.documents.items():
        if page.main.get("data-state") == state and page.badges and "data-changes-on" in page.badges[0]:
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
    boundary = midnight(badge["data-changes-on"])

    reader, page = opened_at(open_reader, address, boundary - datetime.timedelta(seconds=1), zone)
    assert page.get_attribute("main", "data-state") == state
    before = page.inner_text(".validity .status")
    statement = page.inner_text("[data-statement]")
    assert before != badge["data-next-label"]

    reader, page = opened_at(open_reader, address, boundary, zone)
    shown = page.locator(".validity .status")
    assert shown.inner_text() == badge["data-next-label"]
    assert badge["data-next-tone"] in shown.get_attribute("class").split()
    assert badge["data-next-tone"] in page.get_attribute(".validity", "class").split()
    assert page.get_attribute("main", "data-state") == badge["data-next-state"]
    assert page.inner_text("[data-statement]") != statement
    assert badge["data-next-label"] in page.inner_text("[data-statement]")
    assert not page.locator("[data-countdown]").count()
    page.emulate_media(media="print")
    assert badge["data-next-label"] in page.inner_text(".printed")
    assert before not in page.inner_text(".printed")
    assert not reader.complaints


def test_lists_change_too(open_reader, site):
    _, badge = changing(site, "open")
    label = badge["data-next-label"]
    _, page = opened_at(open_reader, "zhengji/", midnight(badge["data-changes-on"]) - datetime.timedelta(seconds=1))
    before = page.locator(f".rows .status:has-text('{label}')").count()
    _, page = opened_at(open_reader, "zhengji/", midnight(badge["data-changes-on"]))
    assert page.locator(f".rows .status:has-text('{label}')").count() > before


@pytest.mark.parametrize("state", ["repealed", "expired", "annulled", "unstated", "answered"])
def test_what_is_over_stays_over(open_reader, site, state):
    address = site.types[f"document {state}"]
    texts = []
    for day in ("2026-11-21", "2046-11-21"):
        _, page = opened_at(open_reader, address, midnight(day))
        assert page.get_attribute("main", "data-state") == state
        texts.append(page.inner_text(".validity"))
    assert texts[0] == texts[1]


def test_a_countdown_counts_from_the_day_of_the_reader(open_reader, site):
    address, badge = changing(site, "open")
    last = midnight(badge["data-changes-on"]) - datetime.timedelta(days=1)
    _, page = opened_at(open_reader, address, midnight("2026-11-21"))
    left = (last - midnight("2026-11-21")).days
    assert f"{left}天" in page.inner_text("[data-countdown]")
    _, page = opened_at(open_reader, address, midnight("2026-11-26"))
    stale = page.locator("[data-countdown]")
    assert not stale.count() or f"{left - 5}天" in stale.inner_text(), "the countdown still counts from the day of the build"
