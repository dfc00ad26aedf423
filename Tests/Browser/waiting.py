"""The only way to wait for something that cannot be said with a selector or an address.

The page is asked from outside, again and again. What Playwright polls inside the page (`wait_for_function`) runs under the
page's own Content-Security-Policy as soon as it does not hold at once, and the policy forbids evaluating text: a slow
moment would be a failure."""

from __future__ import annotations

import time
from collections.abc import Callable

from playwright.sync_api import Error, Page

# Seconds to wait at most. Only broken tests wait this long, but a busy machine with two cores needs some.
PATIENCE = 120
# Milliseconds between two checks.
PAUSE = 20


def until(page: Page, condition: str | Callable[[], object], argument: object = None) -> None:
    """Returns when `condition` holds: a JavaScript expression or function, or a Python function."""
    deadline = time.monotonic() + PATIENCE
    while not (condition() if callable(condition) else _asked(page, condition, argument)):
        assert time.monotonic() < deadline, f"not within {PATIENCE} seconds: {condition}"
        page.wait_for_timeout(PAUSE)


def _asked(page: Page, condition: str, argument: object) -> object:
    try:
        return page.evaluate(condition, argument)
    except Error as error:
        if "context was destroyed" in error.message:  # The page is navigating: ask the next one.
            return False
        raise
