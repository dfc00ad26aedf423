"""The files of the index conform to the schema and FORMAT.md."""

import json
from pathlib import Path

import jsonschema
import pytest

SCHEMA = Path(__file__).resolve().parents[2] / "Sources/Search/search-index.schema.json"
FOLDERS = ["directory", "grams", "numbers", "cards", "facets"]


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
    ("entry", lambda entry: entry.update(version=1)), ("entry", lambda entry: entry.pop("grams")),
    ("grams", lambda shard: shard.update(lists="\\")), ("cards", lambda shard: shard["cards"][0].pop("url")),
    ("facets", lambda shard: shard["facets"][0].update(values=[["x"]])), ("directory", lambda page: page.update(names="short")),
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


def test_lists_are_as_many_as_grams(site):
    for file in site.files:
        if file.startswith("search/grams/"):
            shard = json.loads(site.text(file))
            units = sum(len(lasts.encode("utf-16-le")) // 2 for lasts in shard["grams"][1::2])
            assert units == len(shard["lists"].split(" ")), file
