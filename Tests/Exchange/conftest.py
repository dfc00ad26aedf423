"""Exports the sample site, and a hostile one, once."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
AS_OF = "2026-11-21"
sys.path.insert(0, str(Path(__file__).resolve().parent))

# What must come through every format: signs of JSON, COPY, HTML and YAML, emoji, ideographs outside the basic plane.
HOSTILE = "制表\\t反斜杠\\\\N 引号\"单'引 \\. 美元$1 😀👨‍👩‍👧 𠮷𪚥 ㎡Ⅱ ﷽ ①②"


def pytest_addoption(parser):
    parser.addoption("--gongkai", default=str(REPOSITORY / ".build/release/gongkai"), help="the program that exports")


class Exporter:
    """Runs the program; `root` is the folder of a site."""

    def __init__(self, program: str, root: Path):
        self.program, self.root = program, root

    def run(self, *arguments: str, status: int = 0) -> subprocess.CompletedProcess:
        done = subprocess.run([self.program, *arguments], capture_output=True, text=True)
        assert done.returncode == status, done.stdout + done.stderr
        return done

    def export(self, form: str, output: Path, *more: str, status: int = 0, as_of: str = AS_OF) -> subprocess.CompletedProcess:
        return self.run("export", "--root", str(self.root), "--templates", str(REPOSITORY / "Templates"), "--as-of", as_of,
                        "--format", form, "--output", str(output), *more, status=status)

    def build(self, output: Path) -> Path:
        self.run("build", "--root", str(self.root), "--templates", str(REPOSITORY / "Templates"), "--as-of", AS_OF,
                 "--quiet", "--output", str(output))
        return output


def lines(folder: Path, name: str = "documents.jsonl") -> list[dict]:
    """Split at line feeds alone: a text may hold other characters that Python takes for the end of a line."""
    return [json.loads(line) for line in (folder / name).read_text("utf-8").split("\n")[:-1]]


@pytest.fixture(scope="session")
def program(request) -> str:
    return str(Path(request.config.getoption("--gongkai")).absolute())


@pytest.fixture(scope="session")
def sample(program) -> Exporter:
    return Exporter(program, REPOSITORY)


@pytest.fixture(scope="session")
def exported(sample, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("sample") / "jsonl"
    sample.export("jsonl", folder)
    return folder


def write_site(root: Path, documents: dict[str, str]) -> Path:
    files = {
        "Content/site.yml": "name: 安澜县\nbaseURL: https://www.anlan.example/gk/\nsiteIDCode: \"0000000001\"\norganizer: 安澜县人民政府\n"
                            "organizations:\n  - {id: zf, name: 安澜县人民政府, agencyCodes: [澜政发]}\n",
        "Content/_kinds/own.yml": "label: 自定\nlifecycle: validity\nfields:\n  - {key: amount, label: 金额, type: number}\n"
                                  "  - {key: note, label: 说明, type: text}\n  - {key: secret, label: 内部, type: text, internal: true}\n",
        "Content/ku/_column.md": "---\ntitle: 文件库\nkind: own\n---\n",
        **{f"Content/ku/{name}": text for name, text in documents.items()},
    }
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return root


@pytest.fixture
def own_site(program, tmp_path):
    """Makes a small site of documents given by file name."""
    return lambda documents: Exporter(program, write_site(tmp_path / "site", documents))
