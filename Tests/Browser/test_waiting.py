"""All waiting is done by one helper, and a page's policy cannot interfere with it."""

import re
from pathlib import Path

from waiting import until

FOLDER = Path(__file__).parent
FORBIDDEN = re.compile(r"\bwait_for_function\b|\bwait_for_timeout\b|\bsleep\(")


def test_what_comes_late_is_waited_for_under_the_policy(reader):
    page = reader.open("")
    page.evaluate("setTimeout(() => { document.body.dataset.late = 'yes'; }, 500)")
    until(page, "document.body.dataset.late === 'yes'")
    page.evaluate("setTimeout(() => { document.body.dataset.late = 'later'; }, 500)")
    until(page, "word => document.body.dataset.late === word", "later")
    assert not reader.complaints


def test_a_page_that_is_left_is_waited_for(reader, site):
    page = reader.open("")
    page.evaluate("address => { setTimeout(() => location.assign(address), 200); }", reader.server.root + "search/")
    until(page, "location.pathname.endsWith('/search/') && document.querySelector('[data-search=done]') !== null")


def test_nothing_else_polls_inside_a_page_or_waits_for_a_fixed_time():
    found = [f"{file.name}:{number}: {line.strip()}" for file in sorted(FOLDER.glob("*.py")) if file.name not in {"waiting.py", Path(__file__).name}
             for number, line in enumerate(file.read_text("utf-8").splitlines(), 1) if FORBIDDEN.search(line)]
    assert not found
