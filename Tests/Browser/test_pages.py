"""What every page must have: one heading, meta tags for inspectors, a footer, and no dead links."""

import datetime
import re
import xml.etree.ElementTree as ElementTree
from collections import Counter
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

from built_site import AS_OF

PLACE = "https://site.invalid/"


def everywhere(site, complaint):
    """Collects `complaint` for all pages, so that one run shows every failure."""
    found = {file: complaint(page) for file, page in site.pages.items()}
    return {file: what for file, what in found.items() if what}


def test_there_is_a_page_of_every_type(site):
    from conftest import TYPES

    assert set(site.types) == set(TYPES)


def test_pages_are_chinese_and_have_one_h1(site):
    assert not everywhere(site, lambda page: page.language != "zh-CN" and page.language or None)
    assert not everywhere(site, lambda page: page.h1 if len(page.h1) != 1 or not page.h1[0] else None)


def test_headings_skip_no_level(site):
    def skipped(page):
        levels = [level for level, _ in page.headings]
        return [pair for pair in zip(levels, levels[1:]) if pair[1] > pair[0] + 1]

    assert not everywhere(site, skipped)


def test_titles_are_unique(site):
    titles = Counter(page.title for page in site.pages.values())
    assert not [title for title, times in titles.items() if times > 1 or not title]


def test_ids_are_unique(site):
    assert not everywhere(site, lambda page: [name for name, times in Counter(page.ids).items() if times > 1])


def test_images_have_an_alternative(site):
    assert any(page.images for page in site.pages.values()), "the sample has no image to look at"
    # The logo stands beside the name of the site: read out, it would say it twice.
    assert not everywhere(site, lambda page: [image for image in page.images if not image.get("alt") and image.get("class") != "logo"])
    assert not everywhere(site, lambda page: [image for image in page.images if "alt" not in image])


def test_tables_have_headers_with_scope(site):
    assert any(page.tables for page in site.pages.values()), "the sample has no table to look at"

    def bare(page):
        return [t for t in page.tables if not t["headers"] or not all(h.get("scope") in ("col", "row", "colgroup", "rowgroup") for h in t["headers"])]

    assert not everywhere(site, bare)


def test_nothing_is_inline(site):
    assert not everywhere(site, lambda page: page.inline)


def test_site_tags_are_on_every_page(site):
    expected = {"SiteName": "安澜县人民政府 政府信息公开专栏", "SiteDomain": "www.anlan.example", "SiteIDCode": "0000000001"}
    assert not everywhere(site, lambda page: {name: page.metas.get(name) for name in expected if page.metas.get(name) != expected[name]})


def test_column_tags_are_on_columns_and_documents(site):
    names = ("ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType")
    pages = {address: site.page(address) for address in site.columns} | site.documents
    assert len(pages) > 100
    assert not {address: missing for address, page in pages.items() if (missing := [name for name in names if not page.metas.get(name)])}


def test_article_tags_are_on_documents(site):
    assert len(site.documents) == len(site.rows)
    wrong = {}
    for address, page in site.documents.items():
        facts = (page.metas["ArticleTitle"] == page.h1[0], bool(re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", page.metas.get("PubDate", ""))),
                 bool(page.metas.get("ContentSource")))
        if not all(facts):
            wrong[address] = facts
    assert not wrong


@pytest.mark.parametrize("item", [
    "网站地图", "主办单位：安澜县人民政府", "承办单位：安澜县人民政府办公室", "网站标识码：0000000001", "0000-6010001", "xxgk@anlan.example",
    "安澜县城关街道安澜大道1号", "澜ICP备00000000号-1", "澜公网安备 00000000000000号", "党政机关网站标识", "我为政府网站找错",
    "有效性更新于2026年11月21日",
])
def test_foot_of_every_page(site, item):
    assert not everywhere(site, lambda page: item not in page.footer and page.footer[:80])


def test_no_link_is_empty(site):
    assert not everywhere(site, lambda page: [link for link in page.links if not link.strip()])


def target_of(file: str, link: str) -> tuple[str, str] | None:
    """File and fragment that a link leads to; None if it leaves the site."""
    address, fragment = urldefrag(urljoin(PLACE + file, link))
    if not address.startswith(PLACE):
        return None
    path = unquote(urlsplit(address).path).removeprefix("/")
    return (path + "index.html" if path == "" or path.endswith("/") else path), unquote(fragment)


def test_every_internal_link_and_fragment_resolves(site):
    files, dead, seen = set(site.files), [], 0
    for file, page in site.pages.items():
        for link in page.links + page.resources + page.actions:
            target = target_of(file, link)
            if target is None:
                continue
            seen += 1
            path, fragment = target
            if path not in files or (fragment and path in site.pages and fragment not in site.pages[path].ids):
                dead.append(f"{file}: {link}")
    assert seen > 5000
    assert not dead, f"{len(dead)}: {dead[:20]}"


def test_links_outside_are_absolute_and_https(site):
    schemes = {urlsplit(link).scheme for page in site.pages.values() for link in page.links} - {""}
    assert schemes <= {"https", "http", "tel", "mailto"}
    assert not everywhere(site, lambda page: [link for link in page.links if link.startswith("//")])


def test_links_are_relative_so_that_the_site_can_move(site):
    rooted = {file: link for file, page in site.pages.items() if file != "404.html"
              for link in page.links + page.resources + page.actions if link.startswith("/") or link.startswith(site.base_url)}
    # Footer links that site.yml gives as absolute addresses stay as they are.
    assert not {file: link for file, link in rooted.items() if not re.search("/(biaoshi|zhaocuo|beian|gongan)/$", link)}


def test_404_of_a_site_below_a_path_leads_below_it(site_below):
    page = site_below.pages["404.html"]
    internal = [link for link in page.links + page.resources + page.actions if not re.match("https?:|tel:|mailto:|#", link)]
    assert len(internal) > 10
    assert not [link for link in internal if not link.startswith("/gk/")]
    assert not [link for link in internal if target_of("404.html", link.removeprefix("/gk"))[0] not in site_below.files]


def test_only_the_404_page_knows_the_path_of_the_site(site, site_below):
    def moved(file):
        return (site_below.folder / file).read_text("utf-8").replace(site_below.base_url, site.base_url)

    def without_codes(text):
        """A QR code contains an address too, and so do the files of open data, whose sizes a page tells."""
        return re.sub(r'(?s)<figure class="(?:qr-code|board-code)">.*?</figure>|<span>[A-Z]+，\d+ KB</span>', "", text)

    assert list(site.pages) == list(site_below.pages)
    assert [file for file in site.pages if without_codes(site.text(file)) != without_codes(moved(file))] == ["404.html"]


def test_every_document_is_reachable_from_home_by_links_alone(site):
    reached, queue = {"index.html"}, ["index.html"]
    while queue:
        file = queue.pop()
        for link in site.pages[file].links:
            target = target_of(file, link)
            if target and target[0] in site.pages and target[0] not in reached:
                reached.add(target[0])
                queue.append(target[0])
    lost = set(site.pages) - reached - {"404.html", "search/index.html"}  # forms lead to the search page
    # Nothing leads to what was taken down.
    assert not {file for file in lost if site.is_indexed(file)}


def last_days(count: int) -> set[str]:
    today = datetime.date.fromisoformat(AS_OF)
    return {(today - datetime.timedelta(days=back)).isoformat() for back in range(count)}


def test_the_page_of_changes_has_every_state_that_began_in_thirty_days(site):
    """Only changes that end or begin something; unfinished or coming ones are not listed."""
    quiet = {"unstated", "notYetInForce", "upcoming", "pending", "dueSoon"}
    news = {site.address(row) for row in site.rows
            if row["validity"] and row["validity"]["since"] in last_days(30) and row["validity"]["state"] not in quiet}
    assert len(news) > 3
    linked = {target_of("changes/index.html", link) for link in site.page("changes/").links}
    assert not [address for address in news if (address + "index.html", "") not in linked]


def test_the_feed_of_changes_has_one_id_a_change_and_links_to_pages(site):
    feed = ElementTree.fromstring(site.text("changes/feed.atom"))
    atom = "{http://www.w3.org/2005/Atom}"
    entries = feed.findall(atom + "entry")
    ids = [entry.findtext(atom + "id") for entry in entries]
    assert entries and len(set(ids)) == len(ids)
    assert {entry.findtext(atom + "updated")[:10] for entry in entries} <= last_days(30)
    links = {unquote(entry.find(atom + "link").get("href")).removeprefix(site.base_url) + "index.html" for entry in entries}
    assert links <= set(site.files)


def test_changes_are_reached_from_home_foot_and_maps(site):
    for file in ("index.html", "sitemap/index.html", "404.html"):
        assert any(target_of(file, link.removeprefix("/")) == ("changes/index.html", "") for link in site.pages[file].links), file
    assert f"<loc>{site.base_url}changes/</loc>" in site.text("sitemap.xml")
    assert "feed.atom" in site.text("changes/index.html")


def test_readers_never_meet_the_name_of_plain_pages(site):
    assert not [file for file in site.pages if "普通页面" in site.text(file)]


def test_every_act_is_in_the_box_of_the_document_it_is_on(site):
    """Acts that repealed, replaced, annulled, terminated, amended or extended a document are linked at its top; those
    before the end of an ended document are in its history."""
    rows, lost, seen = {row["id"]: row for row in site.rows}, [], 0
    for row in site.rows:
        address = site.address(row)
        text = site.text(address + "index.html")
        box = text[text.find('<div class="validity'):text.find('<details class="facts')]
        timeline = text[text.find('class="timeline"'):text.find('class="relations"')]
        ended = (row["validity"] or {}).get("state") in ("repealed", "expired", "annulled")
        for kind in ("repealedBy", "replacedBy", "annulledBy", "terminatedBy", "amendedBy", "extendedBy", "correctedBy"):
            for acting in row["relations"].get(kind, []):
                seen += 1
                link = f'href="{"../" * address.count("/")}{site.address(rows[acting])}"'
                if link not in (timeline if ended else box) and "未发生效力" not in text:
                    lost.append((row["id"], kind, acting))
    assert seen > 20
    assert not lost
