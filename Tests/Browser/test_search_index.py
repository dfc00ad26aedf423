"""The files of the index conform to the schema and FORMAT.md."""

import json
import re
from pathlib import Path

import jsonschema
import pytest

SCHEMA = Path(__file__).resolve().parents[2] / "Sources/Search/search-index.schema.json"
FOLDERS = ["directory", "titles", "synonyms", "grams", "numbers", "cards", "facets", "files"]


@pytest.fixture(scope="module")
def validators() -> dict:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return {name: jsonschema.Draft202012Validator({"$defs": schema["$defs"], "$ref": f"#/$defs/{name}"}) for name in schema["$defs"]}


def test_every_file_is_what_the_schema_says(site, validators):
    files = [file for file in site.files if file.startswith("search/") and file.endswith(".json")]
    assert {file.split("/")[1] for file in files} == {"entry.json", *FOLDERS}
    wrong = {}
    for file in files:
        name = file.split("/")[1].removesuffix(".json")
        error = next(validators[name].iter_errors(json.loads(site.text(file))), None)
        if error:
            wrong[file] = error.message
    assert not wrong


@pytest.mark.parametrize("folder, damage", [
    ("entry", lambda entry: entry.update(version=1)), ("entry", lambda entry: entry.pop("titles")),
    ("grams", lambda shard: shard.update(lists="\\")), ("cards", lambda shard: shard["cards"][0].pop("url")),
    ("titles", lambda file: file["state"].append("x")), ("synonyms", lambda shard: shard["words"].append([])),
    ("facets", lambda shard: shard["facets"][0].update(values=[["x"]])), ("files", lambda file: file["texts"].append("")), ("directory", lambda page: page["grams"].update(names="odd")),
])
def test_the_schema_refuses_what_is_damaged(site, validators, folder, damage):
    file = next(file for file in site.files if file.startswith(f"search/{folder}"))
    value = json.loads(site.text(file))
    assert validators[folder].is_valid(value)
    damage(value)
    assert not validators[folder].is_valid(value)


def test_no_file_is_large(site):
    sizes = {file: len(site.text(file).encode()) for file in site.files if file.startswith("search/")}
    assert max(sizes.values()) <= 256 * 1024


def test_every_document_has_a_value_in_every_column(site):
    entry = json.loads(site.text("search/entry.json"))
    titles = json.loads(site.text(f"search/titles/{entry['titles']}.json"))
    columns = ["titles", "issuer", "kind", "column", "state", "days", "sizes", "firsts", "lasts"]
    assert {name: len(titles[name]) for name in columns} == dict.fromkeys(columns, entry["count"])
    for one, many in [("issuer", "issuers"), ("kind", "kinds"), ("column", "columns"), ("state", "states")]:
        assert max(titles[one]) < len(titles[many])


def test_the_search_page_carries_the_entry_and_asks_for_what_every_query_needs(site):
    page = site.text("search/index.html")
    start = re.search(r'<script type="application/json" id="search-entry">(.*)</script>', page)[1]
    assert start == site.text("search/entry.json").strip()
    entry = json.loads(start)
    asked = re.findall(r'<link rel="preload" as="fetch" crossorigin href="([^"]+)">', page)
    assert asked == [f"{folder}/{entry[folder]}.json" for folder in ("directory", "titles")]


def test_lists_are_as_many_as_grams(site):
    for file in site.files:
        if file.startswith("search/grams/"):
            shard = json.loads(site.text(file))
            units = sum(len(lasts.encode("utf-16-le")) // 2 for lasts in shard["grams"][1::2])
            assert units == len(shard["lists"].split(" ")), file
