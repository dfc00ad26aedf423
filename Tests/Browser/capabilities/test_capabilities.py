"""docs/capabilities.zh.md says of 122 things what is done. Whatever it claims is tried here, and whatever is tried is claimed there."""

import contextlib
import re

import pytest

from built_site import AS_OF
from conftest import Reader
from .rows import ROWS
from site_server import SiteServer
from .trial import LEFT_OUT, MISSING, PARTLY, PLAIN, REPOSITORY, WORKS, Trial

pytestmark = pytest.mark.xdist_group("capabilities")
TEXT = (REPOSITORY / "docs/capabilities.zh.md").read_text("utf-8")
LINES = {int(line[0]): line[1:] for line in re.findall(r"^\| (\d+) \| (.+?) \| (.+?) \| (.+?) \| (.+?) \|$", TEXT, re.M)}
SPANS = re.findall(r"`([一-鿿]+):([^`\n]+)`", TEXT)
TRIED = [row for row in ROWS if row.expect]


@pytest.fixture(scope="session")
def trial(request, gongkai, tmp_path_factory):
    servers = {}

    @contextlib.contextmanager
    def browse(folder):
        if folder not in servers:
            servers[folder] = SiteServer(folder)
        reader = Reader(request.getfixturevalue("browser"), servers[folder])
        yield reader
        reader.close()

    yield Trial(gongkai, tmp_path_factory.mktemp("capabilities"), ROWS, browse)
    for server in servers.values():
        server.close()


@pytest.mark.parametrize("row", TRIED, ids=[f"{row.number:03}" for row in TRIED])
def test_what_a_row_claims_is_so(row, trial):
    failures = [f"{expectation.says}\n    {why}" for expectation in row.expect if (why := expectation.holds(trial))]
    assert not failures, "\n".join(failures)


def test_the_document_and_the_table_say_the_same():
    assert [row.number for row in ROWS] == sorted(LINES) == list(range(1, 123))
    states = {row.number: row.state for row in ROWS}
    assert {number: line[1] for number, line in LINES.items()} == states
    assert set(states.values()) <= {WORKS, PARTLY, PLAIN, MISSING, LEFT_OUT}


def test_nothing_is_claimed_that_is_not_tried_and_nothing_tried_that_is_not_claimed():
    assert [row.number for row in ROWS if bool(row.expect) != (row.state in (WORKS, PARTLY))] == []
    # What is left out says why, and what is there in part says what is not.
    assert [number for number, line in LINES.items() if line[1] != WORKS and len(line[3]) < 4] == []


def test_the_counts_are_right():
    for state in (WORKS, PARTLY, PLAIN, MISSING, LEFT_OUT):
        assert f"{state} {sum(row.state == state for row in ROWS)}" in TEXT, state


def names(kind):
    found = {value for name, value in SPANS if name == kind}
    assert found, kind
    return found


def sources(folder):
    return "\n".join(path.read_text("utf-8") for path in (REPOSITORY / folder).rglob("*") if path.suffix in (".swift", ".py"))


def test_every_name_that_the_document_mentions_is_there(site):
    assert {name for name, _ in SPANS} == {"类型", "字段", "公共字段", "规则", "统计表", "网页", "命令", "设置", "样例"}
    for name in names("字段"):
        kind, key = name.split(".")
        assert re.search(rf"\bkey: {key}\b", (REPOSITORY / f"Templates/kinds/{kind}.yml").read_text("utf-8")), name
    program = sources("Sources")
    for rule in names("规则") | names("统计表") | names("设置"):
        assert f'"{rule}"' in program, rule
    for key in names("公共字段"):
        assert re.search(rf"case \.{key}:\s+Definition\(", program), key
    for command in names("命令"):
        assert f'commandName: "{command}"' in program, command
    for address in names("网页"):
        path = site.folder / address.strip("/")
        assert (path / "index.html").exists() or path.is_file(), address
    for sample in names("样例"):
        assert (site.folder / sample / "index.html").exists(), sample


def test_every_kind_that_comes_with_the_program_is_tried(trial):
    shipped = {path.stem for path in (REPOSITORY / "Templates/kinds").glob("*.yml")}
    assert names("类型") <= shipped <= {row["kind"] for row in trial.rows(AS_OF).values()}


def test_kinds_that_share_a_filter_call_it_the_same():
    # The search page has one filter for a key, whichever kinds have it, and calls it what the first of them does.
    labels: dict[str, set[str]] = {}
    for path in (REPOSITORY / "Templates/kinds").glob("*.yml"):
        for entry in re.split(r"(?m)^  - ", path.read_text("utf-8").partition("\nfields:\n")[2].partition("\nparts:\n")[0])[1:]:
            if re.search(r"\bfacet: true\b", entry) and (label := re.search(r"\blabel: ([^,}\n]+)", entry)):
                labels.setdefault(re.search(r"\bkey: (\w+)", entry)[1], set()).add(label[1])
    assert {key: names for key, names in labels.items() if len(names) > 1} == {}
    assert {"village", "penaltyType", "category"} <= labels.keys()
