"""A real PostgreSQL loads the export and finds what the search shards of the same site find."""

from __future__ import annotations

import json

import pytest

from conftest import HOSTILE
from postgres import Database, compared
from site_text import queries
from test_lines import document


@pytest.fixture(scope="module")
def database():
    running = Database()
    yield running
    running.close()


def test_two_hundred_queries_find_the_same_documents(database, sample, tmp_path):
    site = sample.build(tmp_path / "site")
    sample.export("postgres", tmp_path / "export")
    database.load(tmp_path / "export")
    texts = queries(site, 200, seed=1)
    found = database.find(texts)
    assert sum(map(bool, found)) > 150 and not all(found)
    assert compared(database, site, texts) == []


def test_whatever_stands_in_a_text_is_loaded_and_found(database, own_site, tmp_path):
    body = HOSTILE.replace("\\", "\\\\")
    site = own_site({
        "a.md": document("标题 " + HOSTILE.replace("\\", ""), "第一条 " + body + "\n\n第二条 跨条引用。", f"note: {json.dumps(HOSTILE, ensure_ascii=False)}\n"),
        "b.md": document("长文", "零" * 3000 + "末尾一句" + "壹" * 700 + "很长很长的一句话超过十六个字还要接着说下去"),
    })
    site.export("postgres", tmp_path / "export")
    database.load(tmp_path / "export")
    line = json.loads(database.query("SELECT line FROM gongkai.documents WHERE id = 'ku/a'"))
    assert line["text"].startswith("第一条 " + HOSTILE) and line["fields"]["note"] == HOSTILE
    for text, ids in (
        ("𠮷𪚥", ["ku/a"]), ("𠮷", ["ku/a"]), ("m2ii", ["ku/a"]), ("反斜杠N", ["ku/a"]), ("2第二条跨条", ["ku/a"]), ("①②，第二条", ["ku/a"]),
        ("跨", ["ku/a"]), ("用", ["ku/a"]), ("零末尾一句壹", ["ku/b"]), ("零" * 100 + "末尾", ["ku/b"]), ("零" * 3001, []), ("零" * 3000 + "末", ["ku/b"]),
        ("壹很长很长的一句话超过十六个字还要接着说下去", ["ku/b"]), ("很长很长的一句话超过十六个字还要接着说下", ["ku/b"]), ("很长很长的一句话超过十六个字还要接着说上去", []),
        ("长文 末尾", ["ku/b"]), ("长文 跨条", []), ("，。！", []), ("", []), ("'; DROP TABLE x --", []), ("标题制表", ["ku/a"]), ("标题正文", []),
    ):
        assert database.find([text]) == [ids], text
    anchors = database.query("SELECT anchor FROM gongkai.find('跨条引用')").split()
    assert anchors == ["tiao-2"]


def test_states_of_any_day_are_asked_without_another_export(database, own_site, tmp_path):
    site = own_site({"a.md": document("甲", more="effectiveOn: 2024-01-01\nexpiresOn: 2026-11-30\n")})
    site.export("postgres", tmp_path / "export")
    database.load(tmp_path / "export")
    days = ["2023-12-31", "2024-01-01", "2026-11-30", "2026-12-01"]
    found = [database.query(f"SELECT gongkai.state('ku/a', '{day}')").strip() for day in days]
    assert found == ["notYetInForce", "inForce", "inForce", "expired"]


def test_a_load_that_fails_leaves_what_was_there(database, own_site, tmp_path):
    site = own_site({"a.md": document("甲")})
    site.export("postgres", tmp_path / "export")
    database.load(tmp_path / "export")
    with (tmp_path / "export/terms.copy").open("a") as file:
        file.write("wrong\n")
    with pytest.raises(Exception):
        database.load(tmp_path / "export")
    assert database.query("SELECT count(*) FROM gongkai.documents").strip() == "1"
