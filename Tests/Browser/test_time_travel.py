"""A build as of any day gives the site of that day: pages, lists, feeds, sitemap, search index and exports agree."""

import csv
import json
import re
import subprocess
from urllib.parse import unquote
from pathlib import Path

import pytest
import search_cards

REPOSITORY = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.xdist_group("nights")
DAYS = ["1999-12-31", "2018-06-01", "2021-06-30", "2024-12-01", "2026-11-21", "2026-11-30", "2026-12-01", "2027-01-01", "2040-01-01"]


@pytest.fixture(scope="module", params=DAYS)
def night(request, gongkai, tmp_path_factory):
    folder = tmp_path_factory.mktemp("night") / "site"
    subprocess.run([gongkai, "build", "--quiet", "--root", REPOSITORY, "--output", folder, "--as-of", request.param], check=True)
    return folder


@pytest.fixture(scope="module")
def base(night):
    return json.loads((night / "data/site.json").read_text("utf-8"))["baseURL"]


@pytest.fixture(scope="module")
def rows(night, base):
    """Address relative to the root → row of the open data."""
    lines = (night / "data/documents.jsonl").read_text("utf-8").splitlines()
    return {unquote(row["url"].removeprefix(base)): row for row in map(json.loads, lines)}


def state(row):
    return row["validity"] and row["validity"]["state"]


def document_pages(night):
    """Address → page, for all pages of documents: those with an ArticleTitle."""
    found = {}
    for path in night.rglob("index.html"):
        text = path.read_text("utf-8")
        if '<meta name="ArticleTitle"' in text:
            found[str(path.parent.relative_to(night)) + "/"] = text
    return found


def test_pages_and_rows_are_the_same_documents_in_the_same_states(night, rows):
    pages = document_pages(night)
    assert set(pages) == set(rows)
    for address, text in pages.items():
        shown = re.search(r'<main[^>]* data-state="(\w+)"', text)
        assert (shown and shown[1]) == state(rows[address]), address


def test_the_table_is_the_rows(night, rows, base):
    with open(night / "data/documents.csv", encoding="utf-8-sig", newline="") as file:
        table = list(csv.reader(file))
    addresses = {unquote(cell.removeprefix(base)) for line in table[1:] for cell in line if cell.startswith(base)}
    assert addresses == set(rows)


def test_the_sitemap_names_every_document_and_no_other(night, rows, base):
    places = {unquote(url.removeprefix(base)) for url in re.findall("<loc>([^<]*)", (night / "sitemap.xml").read_text("utf-8"))}
    assert set(rows) <= places
    assert all((night / place / "index.html").is_file() for place in places)
    assert places & set(document_pages(night)) == set(rows)


def test_the_search_index_holds_the_same_documents_in_the_same_states(night, rows):
    cards = search_cards.cards(night)
    assert {card["url"] for card in cards} == set(rows)
    for card in cards:
        assert card["state"] == state(rows[card["url"]]), card["url"]


def test_feeds_are_of_that_day(night, rows, base):
    entries = re.findall(r'<entry>\s*<title>(.*?)</title>\s*<id>(.*?)</id>', (night / "feed.atom").read_text("utf-8"), re.S)
    newest = sorted((row["publishedOn"] or row["documentDate"] or "" for row in rows.values()), reverse=True)[:30]
    addresses = [unquote(url.removeprefix(base)) for _, url in entries]
    assert set(addresses) <= set(rows)
    assert [rows[address]["publishedOn"] or rows[address]["documentDate"] or "" for address in addresses] == newest


def test_lists_by_state_hold_what_is_in_the_state(night, rows):
    listed = {}
    for path in night.glob("validity/*/**/index.html"):
        code = path.relative_to(night).parts[1]
        links = re.findall(r'<p class="row-title"><a href="(?:\.\./)+([^"]*)"', path.read_text("utf-8"))
        listed.setdefault(code, []).extend(map(unquote, links))
    validity = {"inForce", "amended", "partiallyRepealed", "notYetInForce", "repealed", "expired", "annulled", "unstated"}
    for code in validity:
        assert sorted(listed.get(code, [])) == sorted(address for address, row in rows.items() if state(row) == code), code


def test_the_counts_are_right_and_the_day_is_on_every_page(night, rows):
    site = json.loads((night / "data/site.json").read_text("utf-8"))
    assert site["counts"]["documents"] == len(rows)
    year, month, day = map(int, site["asOf"].split("-"))
    for path in night.rglob("*.html"):
        text = path.read_text("utf-8")
        # A page at an old address says nothing of the day.
        assert f"{year}年{month}月{day}日" in text or 'http-equiv="refresh"' in text, path


def test_nothing_of_another_day_is_left(night, rows):
    """Files that belong only to documents that are not public on the day."""
    day = json.loads((night / "data/site.json").read_text("utf-8"))["asOf"]
    assert all((row["publishedOn"] or "") <= day for row in rows.values())
    beside = {str(path.parent.relative_to(night)) + "/" for path in night.rglob("*") if path.suffix in {".pdf", ".docx", ".xlsx", ".csv"}}
    columns = {column["path"] + "/" for column in json.loads((night / "data/site.json").read_text("utf-8"))["columns"]}
    assert beside <= set(rows) | columns | {"data/"}
