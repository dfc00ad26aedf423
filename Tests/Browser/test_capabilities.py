"""docs/capabilities.zh.md lists what the plans of five counties ask for and how it is done. Every code with a colon in it is checked."""
import json
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs/capabilities.zh.md").read_text()
ROWS = re.findall(r"^\| (\d+) \| (.+?) \| (.+) \|$", TEXT, re.M)
SPANS = [(name, value) for name, value in re.findall(r"`([^`:\n]+):([^`\n]+)`", TEXT) if name != "internal"]


def names(kind):
    found = {value for name, value in SPANS if name == kind}
    assert found, kind
    return found


def sources(folder):
    return "\n".join(p.read_text() for p in (ROOT / folder).rglob("*") if p.suffix in (".swift", ".py"))


def test_every_capability_has_a_row_that_says_how_or_why_not():
    assert [int(number) for number, _, _ in ROWS] == list(range(1, 123))
    for number, name, how in ROWS:
        assert re.search(r"`[^`:]+:[^`]+`", how) or "不做：" in how or "internal: true" in how or "内部字段" in how \
            or "自己的类型" in how, (number, name)
        assert "不做：" not in how or len(how.split("不做：")[1]) > 8, (number, name)


def test_only_known_words_are_used():
    assert {name for name, _ in SPANS} == {"类型", "字段", "公共字段", "规则", "统计表", "网页", "命令", "设置", "样例"}


def test_every_kind_is_there_and_the_sample_shows_it(site):
    rows = [json.loads(line) for line in (site.folder / "data/documents.jsonl").read_text().splitlines()]
    shown = {row["kind"] for row in rows}
    for kind in names("类型"):
        assert (ROOT / f"Templates/kinds/{kind}.yml").exists(), kind
        assert kind in shown, f"no document of kind {kind} in the sample"


def test_the_sample_shows_every_kind_that_comes_with_the_program(site):
    rows = [json.loads(line) for line in (site.folder / "data/documents.jsonl").read_text().splitlines()]
    shown = {row["kind"] for row in rows}
    assert {p.stem for p in (ROOT / "Templates/kinds").glob("*.yml")} <= shown


def test_every_field_is_there():
    for name in names("字段"):
        kind, key = name.split(".")
        assert re.search(rf"\bkey: {key}\b", (ROOT / f"Templates/kinds/{kind}.yml").read_text()), name
    common = (ROOT / "Sources/Documents/Model/CommonField.swift").read_text()
    for key in names("公共字段"):
        assert re.search(rf"case \.{key}:\s+Definition\(", common), key


def test_every_rule_is_there_and_tested():
    program, tests = sources("Sources"), sources("Tests")
    for rule in names("规则"):
        assert f'"{rule}"' in program, rule
        assert re.search(rf"(?<![\w-]){re.escape(rule)}(?![\w-])", tests), f"no test names {rule}"


def test_every_overview_command_and_setting_is_there():
    overviews = (ROOT / "Sources/Documents/Model/Overview.swift").read_text()
    for label in names("统计表"):
        assert f'"{label}"' in overviews, label
    commands = sources("Sources/gongkai")
    for command in names("命令"):
        assert f'commandName: "{command}"' in commands, command
    reader = "\n".join(p.read_text() for p in (ROOT / "Sources/Loading").rglob("SiteReader*.swift"))
    for key in names("设置"):
        assert f'"{key}"' in reader, key


def test_every_page_and_sample_is_there(site):
    for url in names("网页"):
        path = site.folder / url.strip("/")
        assert (path / "index.html").exists() or path.is_file(), url
    for sample in names("样例"):
        assert (site.folder / sample / "index.html").exists(), sample
