"""Builds in 400 nights: states match the table, and the site changes exactly where the report says."""

import datetime
import json
import re
import subprocess
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
TABLE = REPOSITORY / "Tests/SiteBuildTests/Fixtures/transitions.tsv"
FIRST = datetime.date(2026, 11, 21)
NIGHTS = 400

# What may differ on any page from night to night: the day it is valid for, the days left, what is about to end, and which
# days of its timeline are still to come.
DAILY = re.compile(
    r'<div data-countdown="[^"]*">.*?</div>|<li class="is-today".*?</li>\s*|data-as-of="[^"]*"| class="is-future"|<span class="ahead">.*?</span>|<p[^>]*><span class="overdue">.*?</p>\s*|<span class="overdue">.*?</span>|<span class="coming".*?</span>'
    r'|data-paper-state="[^"]*"|更新于\s*(?:<time[^>]*>)?[^<]*'.encode(), re.S)


def table():
    """Day → (id, before, after) as worked out by hand."""
    expected = {}
    for line in TABLE.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            day, path, before, after = line.split("\t")
            expected.setdefault(day, set()).add((path, before, after))
    return expected


class Night:
    """The content of Output after one night's build."""

    def __init__(self, gongkai, folder: Path, day: str):
        report = folder / "report.json"
        subprocess.run(
            [gongkai, "build", "--quiet", "--root", REPOSITORY, "--output", folder / "site", "--as-of", day, "--report", report],
            check=True)
        self.report = json.loads(report.read_text("utf-8"))
        rows = (folder / "site/data/documents.jsonl").read_text("utf-8").splitlines()
        self.rows = {row["id"]: row for row in map(json.loads, rows)}
        self.states = {id: (row["validity"] or {}).get("state", "-") for id, row in self.rows.items()}
        base = json.loads((folder / "site/data/site.json").read_text("utf-8"))["baseURL"]
        self.pages = {
            id: hash(DAILY.sub(b"", (folder / "site" / row["url"].removeprefix(base) / "index.html").read_bytes()))
            for id, row in self.rows.items()}

        # What was to be published by a day is late on the next.
        self.waiting = {
            id for id, row in self.rows.items()
            if "前公布" in (folder / "site" / row["url"].removeprefix(base) / "index.html").read_text("utf-8")}

    def related(self, ids):
        """Documents whose page mentions one of `ids`."""
        found = set()
        for id, row in self.rows.items():
            if any(other in ids for others in row["relations"].values() for other in others):
                found.add(id)
            if id in ids:
                found |= {cited["id"] for cited in row["cites"]}
        return found


def gathering():
    """Documents whose page depends on the whole library and so may change with any other document."""
    words = re.compile(r"^(collects|归集|overviews|统计表|continues|继续有效):", re.M)
    return {
        str(file.relative_to(REPOSITORY / "Content").with_suffix("")).removesuffix("/index")
        for file in (REPOSITORY / "Content").rglob("*.md") if words.search(file.read_text("utf-8").split("\n---", 1)[0])}


def names(report, *lists):
    return {item["id"] for name in lists for item in report[name]}


def nights(expected):
    """The nights before and at each change, the first fortnight, and every fortieth; nothing happens on nights before changes, either."""
    days = [(FIRST + datetime.timedelta(days=night)).isoformat() for night in range(1, NIGHTS + 1)]
    following = [days[at + 1] in expected for at in range(NIGHTS - 1)] + [False]
    return [day for at, day in enumerate(days) if at < 14 or at % 40 == 0 or day in expected or following[at]]


def test_states_and_pages_change_on_their_nights(gongkai, tmp_path):
    expected, gatherers = table(), gathering()
    before, last = Night(gongkai, tmp_path, FIRST.isoformat()), FIRST.isoformat()
    seen = 0
    for day in nights(expected):
        after = Night(gongkai, tmp_path, day)
        report = after.report
        assert report["since"] == last
        last = day

        changed = {(id, before.states.get(id, "-"), state) for id, state in after.states.items() if before.states.get(id) != state}
        assert changed == expected.get(day, set()), f"states on {day}"
        assert changed == {
            (item["id"], item["before"] or "-", item["after"] or "-") for item in report["changes"] + report["added"]}
        assert set(before.rows) - set(after.rows) == names(report, "removed")

        rows = {id for id, row in after.rows.items() if before.rows.get(id) != row}
        named = names(report, "changes", "added", "updated")
        assert rows == named, f"rows on {day}"
        pages = {id for id, page in after.pages.items() if before.pages.get(id) != page}
        assert pages <= named | after.related(named) | gatherers | before.waiting, f"pages on {day}"
        seen += len(changed)
        before = after
    assert seen >= 10
