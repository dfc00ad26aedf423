"""The machine-readable files agree with the pages, and what is not public leaves no trace in any file."""

import csv
import hashlib
import io
import json
import re
import xml.etree.ElementTree as ElementTree
import zipfile
from urllib.parse import unquote

import pytest

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")


def test_rows_are_the_documents_that_have_pages(site):
    addresses = [site.address(row) for row in site.rows]
    assert len(addresses) == len(set(addresses))
    assert set(addresses) == set(site.documents)
    public = {source.id for source in site.sources if not source.is_hidden and not source.is_on_request}
    # One list for all villages makes a document for each of them.
    lists = {source.id for source in site.sources if "\nperPlace:" in source.text}
    assert lists and {row["id"] for row in site.rows if row["id"].rpartition("/")[0] not in lists} == public


def test_rows_say_what_the_pages_say(site):
    wrong = []
    for row in site.rows:
        page = site.documents[site.address(row)]
        state = (row["validity"] or {}).get("state")
        if (row["title"], state) != (page.h1[0], page.main.get("data-state")):
            wrong.append((row["id"], state, page.main.get("data-state"), page.h1))
        if row["documentNumber"] and row["documentNumber"] not in site.text(site.address(row) + "index.html"):
            wrong.append((row["id"], row["documentNumber"]))
    assert not wrong


def test_rows_have_the_names_of_the_contract(site):
    names = ["id", "url", "kind", "column", "title", "documentNumber", "indexNumber", "issuer", "documentDate", "publishedOn",
             "effectiveOn", "commences", "expiresOn", "validity", "topics", "themes", "summary", "attachments", "tables", "relations",
             "cites", "texts", "updates", "modifiedOn", "fingerprint"]
    assert {tuple(row) for row in site.rows} == {tuple(names)}
    assert {tuple(row["validity"]) for row in site.rows if row["validity"]} == {("state", "since", "until", "by")}
    attachments = [attachment for row in site.rows for attachment in row["attachments"]]
    assert {tuple(attachment) for attachment in attachments} == {("title", "url", "bytes", "sha256", "mediaType")}


def test_attachments_are_what_their_rows_say(site):
    attachments = [attachment for row in site.rows for attachment in row["attachments"]]
    assert len(attachments) >= 5
    for attachment in attachments:
        content = (site.folder / attachment["url"].removeprefix(site.base_url)).read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (attachment["bytes"], attachment["sha256"]), attachment["url"]


def test_csv_has_the_rows_of_json_lines(site):
    table = list(csv.DictReader(io.StringIO(site.text("data/documents.csv").removeprefix("\ufeff"))))
    assert [(row["路径"], row["标题"]) for row in table] == [(row["id"], row["title"]) for row in site.rows]


def test_site_json_counts_the_rows(site):
    described = json.loads(site.text("data/site.json"))
    assert described["asOf"] == "2026-11-21"
    assert described["counts"]["documents"] == len(site.rows)
    for state, count in described["counts"]["states"].items():
        assert count == sum((row["validity"] or {}).get("state") == state for row in site.rows), state


def test_sitemap_lists_the_pages_for_readers(site):
    urls = [place.text for place in ElementTree.fromstring(site.text("sitemap.xml")).iter(SITEMAP + "loc")]
    assert len(urls) == len(set(urls))
    listed = {unquote(url.removeprefix(site.base_url)) + "index.html" for url in urls}
    # The full text of a package repeats texts that have their own pages.
    expected = {file for file in site.pages if file != "404.html" and not file.endswith("/all/index.html")}
    assert listed - expected == set()
    # Later pages of a list, what narrows it, and the search form can be reached by links instead.
    reached = re.compile("/(page|validity|issuers)/|^search/")
    assert not {file for file in expected - listed if not reached.search(file) and site.is_indexed(file)}


def test_feeds_are_atom(site):
    feeds = [file for file in site.files if file.endswith(".atom")]
    assert "feed.atom" in feeds and len(feeds) > 5
    for file in feeds:
        feed = ElementTree.fromstring(site.text(file))
        assert feed.tag == ATOM + "feed", file
        entries = feed.findall(ATOM + "entry")
        for element in [feed, *entries]:
            for name in ("id", "title", "updated"):
                assert element.findtext(ATOM + name), f"{file}: {name}"
            assert RFC3339.fullmatch(element.findtext(ATOM + "updated")), file
            assert element.findtext(f"{ATOM}author/{ATOM}name") or feed.findtext(f"{ATOM}author/{ATOM}name"), file
        assert unquote(feed.find(f"{ATOM}link[@rel='self']").get("href")) == site.base_url + file
        ids = [entry.findtext(ATOM + "id") for entry in entries]
        assert len(ids) == len(set(ids)), file
        for link in feed.findall(f"{ATOM}entry/{ATOM}link[@rel='alternate']"):
            assert link.get("href").removeprefix(site.base_url) in site.documents, link.get("href")
        dates = [entry.findtext(ATOM + "published") or entry.findtext(ATOM + "updated") for entry in entries]
        assert dates == sorted(dates, reverse=True), file


def test_manifest_names_every_file_and_its_hash(site):
    manifest = json.loads(site.text("manifest.json"))
    assert manifest["asOf"] == "2026-11-21"
    named = {entry["path"]: entry for entry in manifest["files"]}
    assert set(named) == set(site.files) - {"manifest.json"}
    for path, entry in named.items():
        content = (site.folder / path).read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (entry["bytes"], entry["sha256"]), path


def test_json_files_parse(site):
    files = [file for file in site.files if file.endswith(".json")]
    assert len(files) > 10
    for file in files:
        json.loads(site.text(file))


def test_robots_lead_to_the_sitemap(site):
    assert f"Sitemap: {site.base_url}sitemap.xml" in site.text("robots.txt").splitlines()


@pytest.fixture(scope="module")
def every_byte(site):
    """All files as text, with escapes of JSON, HTML and addresses left as they are."""
    return {file: (site.folder / file).read_bytes().decode("utf-8", "replace") for file in site.files}


def canaries(site, source):
    """Sentences of a document that are in no public document, and not in its own title either."""
    public = "\n".join(other.text for other in site.sources if other is not source and not other.is_hidden and not other.is_on_request)
    # Pages write out the days of public documents, too.
    is_date = re.compile(r"[年月日至\d]+").fullmatch
    return [
        sentence for sentence in source.sentences
        if sentence not in public and sentence not in source.title and not is_date(sentence)
    ]


def hidden(site):
    found = [source for source in site.sources if source.is_hidden]
    assert len(found) >= 3, "the sample should hold a draft, an embargo and a withheld document"
    return found


def test_hidden_documents_leave_no_trace(site, every_byte):
    traces = []
    for source in hidden(site):
        told = canaries(site, source)
        assert told, f"{source.id} has no sentence of its own"
        # The address of what was taken down says why.
        address = [] if source.is_taken_down else [source.id + "/"]
        for trace in [source.title, *address, *filter(None, [source.number, source.summary]), *told]:
            traces += [f"{source.id}: {trace} in {file}" for file, text in every_byte.items() if trace in text]
    assert not traces, traces[:10]


def test_documents_on_request_show_a_title_and_no_more(site, every_byte):
    found = [source for source in site.sources if source.is_on_request]
    assert found, "the sample should hold a document that is disclosed on request"
    for source in found:
        told = canaries(site, source)
        assert told
        assert any(source.title in text for text in every_byte.values()), "the catalogue row is missing"
        traces = [f"{trace} in {file}" for file, text in every_byte.items() for trace in [source.id + "/", *told] if trace in text]
        assert not traces
        assert not [file for file in site.files if file.startswith(source.id)]


def test_attachments_of_hidden_documents_are_not_copied(site):
    found = [(source, file) for source in hidden(site) for file in site.files if file.startswith(source.id + "/")]
    assert all(source.is_taken_down and file == source.id + "/index.html" for source, file in found)


def test_a_package_is_one_archive_that_every_program_opens(site):
    page = "fading/minsheng/yanglao-zhengcebao/"
    with zipfile.ZipFile(site.folder / page / "yanglao-zhengcebao.zip") as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert names[0] == "目录.txt" and sum(name.endswith("/正文.html") for name in names) == 6
        pictures = [name for name in names if name.endswith("tujie.png")]
        assert [archive.read(name) for name in pictures] == [(site.folder / "jiedu/2026-17/tujie.png").read_bytes()]
        assert "有效性更新于2026年11月21日" in archive.read("目录.txt").decode()
