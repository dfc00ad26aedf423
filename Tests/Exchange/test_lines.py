"""documents.jsonl, changes.jsonl and what belongs to them: as the schema says, complete, and without what is not public."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import shutil

import jsonschema
import pytest

from conftest import HOSTILE, REPOSITORY, Exporter, lines

SCHEMA = json.loads((REPOSITORY / "docs/exchange.schema.json").read_text("utf-8"))


def validator(name: str) -> jsonschema.Draft202012Validator:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    return jsonschema.Draft202012Validator({"$defs": SCHEMA["$defs"], "$ref": f"#/$defs/{name}"})


def document(title: str, body: str = "正文。", more: str = "") -> str:
    return f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\npublishedOn: 2024-01-01\n{more}---\n{body}\n"


def test_every_file_is_what_the_schema_says(exported):
    check = validator("line")
    wrong = {line["id"]: error.message for line in lines(exported) if (error := next(check.iter_errors(line), None))}
    assert not wrong
    for name, file in (("library", "library.json"), ("export", "export.json")):
        validator(name).validate(json.loads((exported / file).read_text("utf-8")))


def test_the_schema_knows_every_member(exported):
    known = set(SCHEMA["$defs"]["document"]["properties"])
    assert all(set(line) == known for line in lines(exported) if line["type"] == "document")


def test_the_text_as_written_stands_in_the_file_that_the_line_names(exported, sample):
    documents = [line for line in lines(exported) if line["type"] == "document"]
    for line in documents:
        source = (sample.root / "Content" / line["file"]).read_text("utf-8")
        assert line["markdown"] is not None, line["id"]
        # A document that has had several texts has that of the day in a file beside it.
        assert line["texts"] or source.endswith("---\n" + line["markdown"]), line["id"]
    assert any(line["texts"] for line in documents)
    named = [file for line in documents for file in line["attachments"] + line["files"]]
    assert named and all((sample.root / "Content" / file["file"]).stat().st_size == file["bytes"] for file in named)


def test_the_header_has_the_checksum_of_every_file(exported):
    header = json.loads((exported / "export.json").read_text("utf-8"))
    assert {file["path"] for file in header["files"]} | {"export.json"} == {path.name for path in exported.iterdir()}
    for file in header["files"]:
        content = (exported / file["path"]).read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (file["bytes"], file["sha256"])
    kinds = [line["type"] for line in lines(exported)]
    assert header["counts"] == {"documents": kinds.count("document"), "withdrawn": kinds.count("withdrawn")}


def test_lines_are_sorted_by_id_and_agree_with_the_open_data(exported, sample, tmp_path):
    ids = [line["id"].encode() for line in lines(exported)]
    assert ids == sorted(ids) and len(ids) == len(set(ids))
    site = sample.build(tmp_path / "site")
    rows = {row["id"]: row for row in map(json.loads, (site / "data/documents.jsonl").read_text("utf-8").splitlines())}
    documents = {line["id"]: line for line in lines(exported) if line["type"] == "document"}
    assert set(rows) == set(documents)
    for id, row in rows.items():
        line = documents[id]
        same = ("url", "title", "documentNumber", "indexNumber", "issuer", "documentDate", "effectiveOn", "topics", "summary", "cites")
        assert {key: line[key] for key in same} == {key: row[key] for key in same}
        assert (row["validity"] or {}).get("state") == (line["state"] or {}).get("code")
        assert [file["sha256"] for file in row["attachments"]] == [file["sha256"] for file in line["attachments"]]
        assert sum(map(len, row["relations"].values())) == len(line["relations"]) + len(line["acts"])


def test_provisions_are_the_whole_text(exported):
    def plain(text: str) -> str:
        return "".join(text.split())

    for line in lines(exported):
        if line["type"] == "document":
            parts = [part["text"] if part["kind"] == "article" and part["text"].startswith(part["heading"]) else part["heading"] + part["text"]
                     for part in line["provisions"]]
            assert plain("".join(parts)) == plain(line["text"]), line["id"]


def test_states_lead_from_day_to_day(exported):
    for line in lines(exported):
        if line["type"] == "document" and line["state"]:
            begun = [step for step in line["state"]["steps"] if step["from"] is None or step["from"] <= "2026-11-21"]
            assert begun[-1]["code"] == line["state"]["code"] and begun[-1]["from"] == line["state"]["since"]
            coming = [step["from"] for step in line["state"]["steps"] if step["from"] and step["from"] > "2026-11-21"]
            assert line["state"]["nextOn"] == (coming[0] if coming else None)


def test_the_same_day_gives_the_same_bytes(sample, exported, tmp_path):
    sample.export("jsonl", tmp_path / "again")
    for path in exported.iterdir():
        assert path.read_bytes() == (tmp_path / "again" / path.name).read_bytes()


SECRETS = {
    "draft.md": document("秘密草稿甲", "草稿正文乙", "draft: true\n"),
    "later.md": document("秘密定时甲", "定时正文乙").replace("2024-01-01", "2027-01-01"),
    "request.md": document("秘密申请甲", "申请正文乙", "disclosure: 依申请公开\n"),
    "withheld.md": document("秘密不予甲", "不予正文乙", "disclosure: 不予公开\ndisclosureGround: 第十四条\n"),
    "gone.md": document("秘密撤下甲", "撤下正文乙", "withdrawn: {on: 2026-01-01, reason: 决定已经依法撤销}\n"),
    "open.md": document("公开文件", "见[别处](draft.md)。", "note: 看得见\nsecret: 内部字段乙\n"),
}


def test_what_a_page_does_not_show_is_in_no_source(own_site, tmp_path):
    bodies = {
        "comment.md": "甲。\n\n<!-- 内部意见\n第二行 -->\n乙<!-- 内部意见 -->丙。", "lists.md": "- 甲\n\n<!-- 内部意见 -->\n\n- 乙",
        "link.md": "见[甲](draft.md)和[乙](open.md)。", "both.md": "<!--内部意见-->见[甲](draft.md)。",
        "picture.md": "[![内](draft.md)](draft.md)", "title.md": "见[甲](draft.md \"说明\")。",
        "unclear.md": "见[甲](draft.md \"见[乙](丙)\")。",
    }
    site = own_site(SECRETS | {name: document("公开" + name, body) for name, body in bodies.items()})
    done = site.export("jsonl", tmp_path / "out")
    text = (tmp_path / "out/documents.jsonl").read_text("utf-8")
    assert not re.search(r"内部意见|第二行|draft\.md", text)
    markdown = {line["id"]: line["markdown"] for line in lines(tmp_path / "out") if line["type"] == "document"}
    assert markdown["ku/comment"] == "甲。\n\n<!---->\n乙<!---->丙。\n" and markdown["ku/both"] == "<!---->见[甲]()。\n"
    assert markdown["ku/lists"] == "- 甲\n\n<!---->\n\n- 乙\n" and markdown["ku/picture"] == "[![内]()]()\n"
    assert markdown["ku/title"] == "见[甲](<> \"说明\")。\n"
    assert markdown["ku/unclear"] is None and "公开unclear.md”的正文" in done.stderr and "[export-source]" in done.stderr
    assert markdown["ku/link"] == "见[甲]()和[乙](open.md)。\n" and markdown["ku/open"] == "见[别处]()。\n"


@pytest.mark.parametrize("form", ["jsonl", "opensearch", "postgres"])
def test_what_is_not_public_leaves_no_trace(own_site, tmp_path, form):
    site = own_site(SECRETS)
    site.export(form, tmp_path / "out")
    for path in (tmp_path / "out").iterdir():
        text = path.read_text("utf-8")
        assert not re.search(r"秘密|正文乙|字段乙|draft\.md|ku/(draft|later|request|withheld)", text), path.name
        assert "公开文件" in text or path.name not in ("documents.jsonl", "bulk-1.ndjson", "documents.copy")
    if form == "jsonl":
        gone = lines(tmp_path / "out")[0]
        assert gone == {"type": "withdrawn", "id": "ku/gone", "path": "ku/gone/", "url": "https://www.anlan.example/gk/ku/gone/",
                        "column": "ku", "on": "2026-01-01", "reason": "决定已经依法撤销", "by": None}
    if form == "opensearch":
        assert '{"delete":{"_id":"ku/gone"}}' in (tmp_path / "out/bulk-1.ndjson").read_text("utf-8")


def test_own_fields_and_hostile_signs_come_through(own_site, tmp_path):
    title = "标题 " + HOSTILE.replace("\\", "")
    site = own_site({"a.md": document(title, "正文 " + HOSTILE.replace("\\", "\\\\"), f"amount: 12.50\nnote: {json.dumps(HOSTILE, ensure_ascii=False)}\n")})
    site.export("jsonl", tmp_path / "out")
    line = lines(tmp_path / "out")[0]
    assert line["fields"] == {"amount": "12.50", "note": HOSTILE}
    assert line["title"] == title and line["text"] == "正文 " + HOSTILE


VILLAGES = """places: [{id: qingxi, name: 清溪镇, places: [{id: xihe, name: 西河村}, {id: dong, name: 东庄村}]}]
matcher: [{question: 您是, answers: [{id: geren, name: 个人}]}]
"""


def test_places_divided_lists_and_benefits_come_through(own_site, tmp_path):
    site = own_site({
        "a.md": document("甲", more="effectiveOn: 2024-01-01\nexpiresOn: 2027-01-01\nplaces: [西河村]\nbenefits:\n"
                                    "  - {who: [个人], what: 津贴, amount: 每月100元, where: 清溪镇, until: 2026-12-31, how: ku/b}\n  - {who: 个人, what: 补贴}\n"),
        "b.md": document("乙", more="effectiveOn: 2024-01-01\n"),
        "c.md": document("丙", more="kind: subsidy\nissuer: 安澜县人民政府\nopensOn: 2024-01-01\nclosesOn: 2024-01-10\nitem: 补贴\nobjectionChannel: 电话0000-1\n"
                                    "perPlace: 村（社区）\nrows: c.csv\n")})
    with (site.root / "Content/site.yml").open("a", encoding="utf-8") as file:
        file.write(VILLAGES)
    (site.root / "Content/ku/c.csv").write_text("序号,村（社区）,村民小组,姓名,金额（元）\n1,西河村,一组,张*,10\n", "utf-8")
    site.export("jsonl", tmp_path / "out")
    found = {line["id"]: line for line in lines(tmp_path / "out")}
    check = validator("line")
    assert not [error.message for line in found.values() for error in check.iter_errors(line)]
    assert [found["ku/a"][name] for name in ("places", "perPlace")] == [["西河村"], None]
    first, second = found["ku/a"]["benefits"]
    assert first == {"who": ["个人"], "what": "津贴", "amount": "每月100元", "where": "清溪镇", "until": "2026-12-31", "how": first["how"]}
    assert first["how"]["id"] == "ku/b" and second == {"who": ["个人"], "what": "补贴", "amount": None, "where": None, "until": None, "how": None}
    assert found["ku/c"]["perPlace"] == "村（社区）" and found["ku/c"]["places"] == []
    assert found["ku/c/xihe"]["perPlace"] is None and found["ku/c/xihe"]["places"] == ["西河村"]
    library = json.loads((tmp_path / "out/library.json").read_text("utf-8"))
    validator("library").validate(library)
    assert library["places"][1] == {"id": "xihe", "name": "西河村", "above": ["清溪镇"]}
    assert library["matcher"] == [{"question": "您是", "answers": [{"id": "geren", "name": "个人"}]}]
    (tmp_path / "map.yml").write_text("label: 市库\nfields:\n  - {to: DQ, from: 面向地区}\n  - {to: HJ, from: 惠及, list: true}\n", "utf-8")
    site.export("jsonl", tmp_path / "mapped", "--map", str(tmp_path / "map.yml"))
    assert lines(tmp_path / "mapped")[0] == {"DQ": "西河村", "HJ": ["津贴", "补贴"]}
    site.export("postgres", tmp_path / "pg")
    assert "ku/a\tplace\t0\t西河村\n" in (tmp_path / "pg/terms.copy").read_text("utf-8")
    site.export("opensearch", tmp_path / "os")
    sources = [line for line in lines(tmp_path / "os", "bulk-1.ndjson") if line.get("id") == "ku/a"]
    assert sources[0]["places"] == ["西河村"] and sources[0]["benefits"] == found["ku/a"]["benefits"]


def test_html_is_what_a_page_has_with_absolute_addresses(own_site, tmp_path):
    site = own_site({"a.md": document("甲", "会议的录像。" * 10 + "\n\n![会议](v.mp4)\n\n[站](https://b.gov.cn/表^|) [乙](b.md) ![图](<图 1.png>)\n"), "b.md": document("乙")})
    for name in ("v.mp4", "图 1.png"):
        (site.root / "Content/ku" / name).write_bytes(b"\x00\x00\x00\x18ftypmp42" if name == "v.mp4" else b"\x89PNG\r\n\x1a\n")
    site.export("jsonl", tmp_path / "out")
    html = lines(tmp_path / "out")[0]["html"]
    root = "https://www.anlan.example/gk/ku/"
    assert f'<video controls preload="metadata" src="{root}a/v.mp4" aria-label="会议"></video>' in html
    assert f'<a class="medium" href="{root}a/v.mp4" download>下载视频</a>' in html
    assert 'href="https://b.gov.cn/%E8%A1%A8%5E%7C"' in html and f'<a href="{root}b/">乙</a>' in html
    assert f'<img src="{root}a/%E5%9B%BE%201.png"' in html


def changed(site: Exporter, tmp_path, *more: str):
    site.export("changes", tmp_path / "changes", "--since", str(tmp_path / "first"), *more)
    return lines(tmp_path / "changes", "changes.jsonl")


def test_changes_lead_to_the_later_export_exactly(own_site, tmp_path):
    site = own_site({"a.md": document("甲"), "b.md": document("乙"), "c.md": document("丙"), "d.md": document("丁")})
    site.export("jsonl", tmp_path / "first")
    ku = site.root / "Content/ku"
    (ku / "b.md").write_text(document("乙", "改了 " + HOSTILE.replace("\\", "")), "utf-8")
    (ku / "c.md").write_text(document("丙", more="withdrawn: {on: 2026-11-01, reason: 内容有误，已经撤下}\n"), "utf-8")
    (ku / "d.md").unlink()
    (ku / "e.md").write_text(document("戊"), "utf-8")
    found = changed(site, tmp_path)
    assert [(line["change"], line["id"]) for line in found] == [
        ("changed", "ku/b"), ("withdrawn", "ku/c"), ("removed", "ku/d"), ("added", "ku/e")]
    for line in found:
        validator("change").validate(line)
    # What a receiver does, in the words of docs/open-data.md.
    library = {json.loads(line)["id"]: line for line in (tmp_path / "first/documents.jsonl").read_text("utf-8").split("\n")[:-1]}
    for line in (tmp_path / "changes/changes.jsonl").read_text("utf-8").split("\n")[:-1]:
        value = json.loads(line)
        library.pop(value["id"], None)
        if value["change"] != "removed":
            library[value["id"]] = "{" + line[len('{"change":"%s",' % value["change"]):]
    site.export("jsonl", tmp_path / "second")
    applied = "".join(library[id] + "\n" for id in sorted(library, key=str.encode))
    assert applied == (tmp_path / "second/documents.jsonl").read_text("utf-8")
    header = json.loads((tmp_path / "changes/export.json").read_text("utf-8"))
    assert header["counts"] == {"added": 1, "changed": 1, "withdrawn": 1, "removed": 1}
    assert header["since"]["sha256"] == hashlib.sha256((tmp_path / "first/documents.jsonl").read_bytes()).hexdigest()


def test_a_day_on_which_a_state_changes_is_a_change(own_site, tmp_path):
    site = own_site({"a.md": document("甲", more="effectiveOn: 2024-01-01\nexpiresOn: 2026-11-30\n"), "b.md": document("乙")})
    site.export("jsonl", tmp_path / "first")
    site.export("changes", tmp_path / "changes", "--since", str(tmp_path / "first"), as_of="2026-12-01")
    assert [(line["id"], line["state"]["code"]) for line in lines(tmp_path / "changes", "changes.jsonl")] == [("ku/a", "expired")]


def test_a_receiver_says_what_it_took(own_site, tmp_path):
    site = own_site({"a.md": document("甲")})
    site.export("jsonl", tmp_path / "first")
    for name in "bcd":
        (site.root / f"Content/ku/{name}.md").write_text(document(name), "utf-8")
    written = changed(site, tmp_path)
    assert len(written) == 3
    rows = list(csv.reader(io.StringIO((tmp_path / "changes/acknowledgement.csv").read_text("utf-8-sig"))))
    raw = (tmp_path / "changes/changes.jsonl").read_bytes().split(b"\n")
    assert [row[2] for row in rows[1:]] == [hashlib.sha256(line).hexdigest() for line in raw[:3]]
    rows[1][3:] = ["已接收", ""]
    rows[2][3:] = ["退回", "没有索引号"]
    answer = tmp_path / "回执.csv"
    with answer.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)
    done = site.run("receipt", str(tmp_path / "changes"), str(answer), status=1)
    assert done.stdout == "已接收 1，退回 1，没有答复 1\n  退回 新增 ku/c：没有索引号\n  没有答复 新增 ku/d\n"
    rows[2][3:], rows[3][3:] = ["已接收", ""], ["ok", ""]
    with answer.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)
    done = site.run("receipt", str(tmp_path / "changes"), str(answer), status=1)
    assert ":4:" in done.stderr and "[acknowledgement]" in done.stderr
    rows[3][3:] = ["已接收", ""]
    with answer.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)
    site.run("receipt", str(tmp_path / "changes"), str(answer))


def test_a_field_map_writes_in_the_words_of_another_system(own_site, tmp_path):
    site = own_site({"a.md": document("甲", more="documentDate: 2023-12-30\neffectiveOn: 2024-02-03\namount: 5\nissuer: 安澜县人民政府\n")})
    (tmp_path / "map.yml").write_text(
        "label: 市库\nfields:\n  - {to: BT, from: 标题}\n  - {to: RQ, from: documentDate, date: yyyyMMdd}\n  - {to: JE, from: 金额}\n"
        "  - {to: DQ, value: 安澜}\n  - {to: YX, from: stateCode, choices: {inForce: 有效}, otherwise: 其他}\n"
        "  - {to: WH, from: documentNumber, otherwise: 无}\n  - {to: JG, from: issuer, list: true}\n  - {to: CZ, from: change, choices: {added: I}}\n", "utf-8")
    site.export("jsonl", tmp_path / "out", "--map", str(tmp_path / "map.yml"))
    assert lines(tmp_path / "out") == [
        {"BT": "甲", "RQ": "20231230", "JE": "5", "DQ": "安澜", "YX": "有效", "WH": "无", "JG": ["安澜县人民政府"], "CZ": None}]
    site.export("jsonl", tmp_path / "first")
    (site.root / "Content/ku/b.md").write_text(document("乙"), "utf-8")
    assert [(line["BT"], line["CZ"]) for line in changed(site, tmp_path, "--map", str(tmp_path / "map.yml"))] == [("乙", "I")]
    # Lines in foreign words are no base for changes.
    assert "不带 --map" in site.export("changes", tmp_path / "x", "--since", str(tmp_path / "out"), status=64).stderr


def test_the_map_of_the_program_is_sound(sample, tmp_path):
    sample.export("jsonl", tmp_path / "out", "--map", "municipal")
    assert all(line["文件标识"] and line["来源地区"] == "安澜县" for line in lines(tmp_path / "out"))
    assert "是否想写“municipal”" in sample.export("jsonl", tmp_path / "x", "--map", "municpal", status=64).stderr


def test_a_wrong_map_is_told_with_line_and_cure_and_exports_nothing(own_site, tmp_path):
    site = own_site({"a.md": document("甲")})
    (tmp_path / "map.yml").write_text("label: 市库\nfields:\n  - {to: BT, from: titel}\n  - {to: RQ, from: title, date: yyyyMMdd}\n"
                                      "  - {to: X, form: title}\n  - {to: BT, value: 甲}\n  - {to: D, from: 成文日期, date: ymd}\n", "utf-8")
    said = site.export("jsonl", tmp_path / "out", "--map", str(tmp_path / "map.yml"), status=1).stderr
    for line, rule, cure in ((3, "unknown-key", "title"), (4, "wrong-type", "删去 date"), (5, "unknown-key", "from"), (7, "wrong-choice", "yyyyMMdd")):
        assert re.search(rf"map\.yml:{line}:\d+: error: .*\[{rule}\]", said), (line, said)
        assert cure in said
    assert not (tmp_path / "out").exists()


def test_an_error_in_the_library_exports_nothing(own_site, tmp_path):
    site = own_site({"a.md": document("甲"), "b.md": document("乙", more="documentDate: 2024-13-40\n")})
    said = site.export("jsonl", tmp_path / "out", status=1).stderr
    assert "没有导出" in said and "b.md:4:" in said and not (tmp_path / "out").exists()


def test_a_folder_that_holds_something_else_stays(own_site, tmp_path):
    site = own_site({"a.md": document("甲")})
    other = tmp_path / "out"
    other.mkdir()
    (other / "mine.txt").write_text("x")
    assert "mine.txt" in site.export("jsonl", other, status=74).stderr
    assert [path.name for path in other.iterdir()] == ["mine.txt"]
    (other / "mine.txt").unlink()
    site.export("jsonl", other)
    site.export("postgres", other)
    assert not (other / "documents.jsonl").exists() and (other / "load.sh").exists()
    (other / "mine.txt").write_text("x")
    assert "mine.txt" in site.export("jsonl", other, status=74).stderr
    assert not [path.name for path in tmp_path.iterdir() if "partial" in path.name]


@pytest.mark.parametrize("folder", ["Content/out", "Output", "Output/out", "Content"])
def test_an_export_is_never_content_or_published(own_site, folder):
    site = own_site({"a.md": document("甲")})
    # A site that was never built has no Output yet.
    if folder.startswith("Output/"):
        (site.root / "Output").mkdir()
    site.export("jsonl", site.root / folder, status=64)


def test_what_is_compared_with_is_not_written_over(own_site, tmp_path):
    site = own_site({"a.md": document("甲")})
    site.export("jsonl", tmp_path / "last")
    before = (tmp_path / "last/documents.jsonl").read_bytes()
    assert "--since" in site.export("changes", tmp_path / "last", "--since", str(tmp_path / "last"), status=64).stderr
    assert (tmp_path / "last/documents.jsonl").read_bytes() == before


def test_options_that_do_not_go_together_are_told(own_site, tmp_path):
    site = own_site({"a.md": document("甲")})
    assert "--since" in site.export("changes", tmp_path / "x", status=64).stderr
    assert "--since" in site.export("jsonl", tmp_path / "x", "--since", str(tmp_path), status=64).stderr
    assert "--map" in site.export("postgres", tmp_path / "x", "--map", "municipal", status=64).stderr
    assert "不是本程序" in site.export("changes", tmp_path / "x", "--since", str(tmp_path), status=64).stderr
    site.export("jsonl", tmp_path / "first")
    shutil.copytree(tmp_path / "first", tmp_path / "spoilt")
    with (tmp_path / "spoilt/documents.jsonl").open("a") as file:
        file.write("\n")
    assert "校验值" in site.export("changes", tmp_path / "x", "--since", str(tmp_path / "spoilt"), status=64).stderr
    assert "不是本程序" in site.run("receipt", str(tmp_path / "first"), "x", status=64).stderr


def test_bulk_lines_come_in_pairs_and_the_index_maps_them(sample, tmp_path):
    sample.export("opensearch", tmp_path / "out")
    index = json.loads((tmp_path / "out/index.json").read_text("utf-8"))
    properties = index["mappings"]["properties"]
    found = []
    for path in sorted((tmp_path / "out").glob("bulk-*.ndjson")):
        written = iter(lines(tmp_path / "out", path.name))
        for action in written:
            if "index" in action:
                source = next(written)
                assert source["id"] == action["index"]["_id"] and set(source) <= set(properties)
                found.append(source["id"])
    assert len(found) == len(set(found)) > 100
