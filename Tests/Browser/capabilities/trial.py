"""What the rows of the table are made of: content that asks for something, and what must come of it.

`good` is laid over the sample site and built; `wrong` (errors) and `late` (only warnings: what is missing by a day cannot be told beside
files that cannot be read) are laid over it and checked. They are dictionaries of paths below Content/ and texts. An expectation is a
sentence and a test of `Trial`, which builds and checks each site once for each day that is asked for, however many rows ask.
"""

from __future__ import annotations

import functools
import json
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Callable

from built_site import AS_OF
from html_page import VOID

REPOSITORY = Path(__file__).resolve().parents[3]
# What an office may ask for in site.yml, and the sample does not.
STRICT = """\
deadlines: {公布解读: 3个工作日}
interpretationForms: {县级: 5, 部门: 3}
quotas:
  - {kind: meeting, field: attendees, label: 邀请公众代表列席, perYear: 5}
  - {kind: evaluation, label: 开展政策评价, perYear: 2}
  - {kind: decision, label: 公布重大行政决策事项目录, perYear: 1, by: 01-31}
  - {kind: interpretation, label: 主要负责同志解读, perYear: 2, each: interpreter, of: [许明, 陈某]}
  - {kind: exchange, field: adoptedBy, label: 政务公开信息被采用, perYear: 2}
  - {kind: training, label: 组织政务公开培训, perYear: 1}
  - {kind: annualPlan, label: 公布年度实施方案, perYear: 1, by: 08-31}
  - {kind: budget, label: 公布部门预算, perYear: 1, by: 03-31, each: issuer}
  - {kind: environment, label: 公布企业环境信息披露名单, perYear: 1, by: 03-31}
  - {kind: projectList, label: 公布项目清单, perYear: 2, by: 03-31}
  - {kind: annualReport, label: 公布部门年度报告, perYear: 16, by: 01-31}
"""
WORKS, PARTLY, PLAIN, MISSING, LEFT_OUT = "可用", "部分", "通用栏目或链接", "没有", "不做"


def once(method):
    """Like functools.cache, but a failure is kept too: a site that cannot be built is not built again for every row."""

    @functools.cache
    def attempt(*arguments):
        try:
            return method(*arguments), None
        except Exception as failure:
            return None, failure

    @functools.wraps(method)
    def wrapper(*arguments):
        value, failure = attempt(*arguments)
        if failure:
            raise failure
        return value

    return wrapper


@dataclass(frozen=True)
class Expectation:
    says: str
    holds: Callable[["Trial"], object]


@dataclass(frozen=True)
class Row:
    number: int
    state: str
    expect: tuple[Expectation, ...] = ()
    good: dict[str, str | bytes] = field(default_factory=dict)
    wrong: dict[str, str | bytes] = field(default_factory=dict)
    late: dict[str, str | bytes] = field(default_factory=dict)


class Words(HTMLParser):
    """What can be read in the main part of a page: nothing hidden, no scripts."""

    def __init__(self, source: str):
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.hidden: list[bool] = []
        self.feed(re.search(r"(?s)<main\b.*</main>", source)[0])
        self.text = re.sub(r"\s+", " ", "".join(self.pieces))

    def handle_starttag(self, tag, attributes):
        if tag not in VOID:
            self.hidden.append(any(self.hidden) or tag in ("script", "style", "template") or "hidden" in dict(attributes))

    def handle_endtag(self, tag):
        if tag not in VOID and self.hidden:
            self.hidden.pop()

    def handle_data(self, text):
        if not any(self.hidden):
            self.pieces.append(text)


class Trial:
    """The sample site with the contents of all rows, built, checked and inspected."""

    def __init__(self, gongkai: str, folder: Path, rows: list[Row], browse: Callable | None = None):
        self.gongkai = gongkai
        self.browse = browse
        self.folder = folder
        self.overlays: dict[str, dict[str, str | bytes]] = {}
        for name in ("good", "wrong", "late"):
            files = [item for row in rows for item in getattr(row, name).items()]
            self.overlays[name] = dict(files)
            assert len(self.overlays[name]) == len(files), f"two rows write one file of {name}"

    def run(self, *arguments) -> subprocess.CompletedProcess:
        return subprocess.run([self.gongkai, *map(str, arguments)], capture_output=True, text=True, cwd=self.folder)

    @once
    def said(self, *arguments) -> str:
        done = self.run(*arguments)
        return done.stdout + done.stderr

    @once
    def root(self, overlay: str) -> Path:
        root = self.folder / overlay
        if overlay == "new":
            done = self.run("init", root, "--from", REPOSITORY)
            assert done.returncode == 0, done.stderr
        else:
            shutil.copytree(REPOSITORY / "Content", root / "Content")
        shutil.copytree(REPOSITORY / "Templates", root / "Templates")
        if overlay in ("wrong", "late"):
            settings = root / "Content/site.yml"
            strict = STRICT + ("reviews: {since: 2026-11-21}\n" if overlay == "wrong" else "")
            text, changed = re.subn(r"(?ms)^deadlines:.*?^organizer:", strict + "organizer:", settings.read_text("utf-8"))
            assert changed == 1
            settings.write_text(text, "utf-8")
        for path, text in self.overlays.get(overlay, {}).items():
            file = root / "Content" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(text, bytes):
                file.write_bytes(text)
            else:
                file.write_text(text, "utf-8")
        return root

    @once
    def site(self, day: str) -> Path:
        """The site on a day; later days are built over the first, as night follows night."""
        output = self.folder / f"site-{day}"
        if day > AS_OF:
            shutil.copytree(self.site(AS_OF), output)
        done = self.run("build", "--root", self.root("good"), "--output", output, "--as-of", day, "--report", f"{output}.json", "--quiet")
        assert done.returncode == 0, f"build exits {done.returncode}:\n{done.stdout}\n{done.stderr}"
        return output

    def reader(self):
        """A window on the site of the usual day, closed after use."""
        return self.browse(self.site(AS_OF))

    @once
    def findings(self, day: str) -> list[dict]:
        """What `check` says of both sites, of the files that are there for it and of those of the sample; later only of `late`."""
        found = []
        for overlay, other in (("late", "wrong"), ("wrong", "late")) if day == AS_OF else (("late", "wrong"),):
            done = self.run("check", "--root", self.root(overlay), "--as-of", day, "--format", "json")
            found += [one for one in json.loads(done.stdout) if one["path"].removeprefix("Content/") not in self.overlays[other]]
        return found

    @once
    def indicators(self, overlay: str) -> dict[str, dict]:
        done = self.run("inspect", "--root", self.root(overlay), "--as-of", AS_OF, "--format", "json")
        return {indicator["id"]: indicator for indicator in json.loads(done.stdout)["indicators"]}

    @once
    def rows(self, day: str) -> dict[str, dict]:
        lines = (self.site(day) / "data/documents.jsonl").read_text("utf-8").splitlines()
        return {row["id"]: row for row in map(json.loads, lines)}

    @once
    def text(self, address: str, day: str) -> str:
        """The words of the main part of a page, as a reader without scripts has them."""
        return Words((self.site(day) / address / "index.html").read_text("utf-8")).text


def page(address: str, *texts: str, on: str = AS_OF, without: tuple[str, ...] = ()) -> Expectation:
    """A page says these words and not those."""

    def holds(trial):
        text = trial.text(address, on)
        return [word for word in texts if word not in text] + [word for word in without if word in text] or None

    return Expectation(f"/{address}（{on}）：{'、'.join(texts)}", holds)


def written(file: str, *fragments: str, on: str = AS_OF) -> Expectation:
    """A file of the site has these characters."""

    def holds(trial):
        text = (trial.site(on) / file).read_text("utf-8")
        return [fragment for fragment in fragments if fragment not in text] or None

    return Expectation(f"{file}（{on}）：{'、'.join(fragments)}", holds)


def exists(*files: str, on: str = AS_OF) -> Expectation:
    return Expectation(f"有 {'、'.join(files)}", lambda trial: [file for file in files if not (trial.site(on) / file).is_file()] or None)


def nowhere(word: str, on: str = AS_OF) -> Expectation:
    """No file of the site has this word, the search index included."""

    def holds(trial):
        site = trial.site(on)
        return [str(file.relative_to(site)) for file in site.rglob("*") if file.is_file() and word.encode() in file.read_bytes()] or None

    return Expectation(f"没有一处写着“{word}”", holds)


def state(name: str, expected: str, on: str = AS_OF) -> Expectation:
    """The state that open data give for a document on a day."""
    return Expectation(
        f"{name} 在 {on} 是 {expected}", lambda trial: None if (found := (trial.rows(on)[name]["validity"] or {}).get("state")) == expected else found
    )


def finds(rule: str, path: str, *about: str, on: str = AS_OF, severity: str | None = None) -> Expectation:
    """`check` says it of this file, in these words."""

    def holds(trial):
        found = [one for one in trial.findings(on) if one["rule"] == rule and one["path"] == f"Content/{path}"]
        fits = [one for one in found if all(word in one["message"] for word in about) and severity in (None, one["severity"])]
        return None if fits else [one["message"] for one in trial.findings(on) if one["path"] == f"Content/{path}"] or "没有检查结果"

    return Expectation(f"检查 {path}：{rule} {'、'.join(about)}", holds)


def passes(path: str, *rules: str, on: str = AS_OF) -> Expectation:
    """`check` does not say it (or says nothing) of this file."""

    def holds(trial):
        return [one["message"] for one in trial.findings(on) if one["path"] == f"Content/{path}" and (not rules or one["rule"] in rules)] or None

    return Expectation(f"检查 {path}：没有 {'、'.join(rules) or '问题'}", holds)


def measures(indicator: str, verdict: str, *about: str, site: str = "good") -> Expectation:
    """`inspect` measures it, with this verdict, and names these things."""

    def holds(trial):
        found = trial.indicators(site)[indicator]
        text = json.dumps(found, ensure_ascii=False)
        return None if found["stateLabel"] == verdict and all(word in text for word in about) else text

    return Expectation(f"自查（{site}）：{indicator} {verdict} {'、'.join(about)}", holds)


def prints(arguments: str, *texts: str, site: str = "good") -> Expectation:
    """A command says these words. {root} is the site, {site} its output of the usual day."""

    def holds(trial):
        said = trial.said(*[part.format(root=trial.root(site), site=trial.site(AS_OF), folder=trial.folder) for part in arguments.split()])
        return None if all(text in said for text in texts) else said

    return Expectation(f"gongkai {arguments}：{'、'.join(texts)}", holds)


def takes(rows: str, column: str, kind: str, documents: dict[str, tuple[str, ...]], *says: str) -> Expectation:
    """`import --list` makes documents of the rows of a list, with these words, in a new site, and says the rest."""

    def holds(trial):
        folder = Path(tempfile.mkdtemp(dir=trial.folder))
        root, listed = folder / "site", folder / "list.csv"
        shutil.copytree(trial.root("new"), root)
        listed.write_text(rows, "utf-8")
        order = ("import", "--root", root, "--list", listed, "--into", column, "--kind", kind)
        said = [done.stdout + done.stderr for done in (trial.run(*order), trial.run(*order))]
        texts = {name: (root / "Content" / column / name / "index.md").read_text("utf-8") for name in documents}
        wrong = [(name, word) for name, words in documents.items() for word in words if word not in texts[name]]
        return wrong or [word for word in says if word not in said[1]] or None

    return Expectation(f"gongkai import --list：{'、'.join(documents)}", holds)


def copied(file: str, *fragments: str, kiosk: bool = False) -> Expectation:
    """A file of the copy that needs no server has these characters."""
    options = ["--offline", *(["--kiosk"] if kiosk else [])]

    def holds(trial):
        output = trial.folder / "".join(options)
        trial.said("build", *options, "--root", trial.root("good"), "--output", output, "--as-of", AS_OF, "--quiet")
        text = (output / file).read_text("utf-8")
        return [fragment for fragment in fragments if fragment not in text] or None

    return Expectation(f"gongkai build {' '.join(options)} 的 {file}：{'、'.join(fragments)}", holds)


def reported(key: str, *texts: str, on: str = AS_OF) -> Expectation:
    """`build --report` has these words under a key."""

    def holds(trial):
        trial.site(on)
        text = json.dumps(json.loads(Path(f"{trial.site(on)}.json").read_text("utf-8"))[key], ensure_ascii=False)
        return None if all(word in text for word in texts) else text

    return Expectation(f"--report 的 {key}（{on}）：{'、'.join(texts)}", holds)


def exports(form: str, file: str, *fragments: str) -> Expectation:
    """What `gongkai export` writes; of changes, those that the content of the rows makes of the sample site."""

    def folder(trial, name, root, *more):
        target = trial.folder / f"export-{name}-of-{root.name}"
        said = trial.said("export", "--root", root, "--as-of", AS_OF, "--format", name, "--output", target, *more)
        assert target.exists(), said
        return target

    def holds(trial):
        more = ("--since", folder(trial, "jsonl", trial.root("plain"))) if form == "changes" else ()
        text = (folder(trial, form, trial.root("good"), *more) / file).read_text("utf-8")
        missing = [fragment for fragment in fragments if fragment not in text]
        return f"{missing} not in {text[:400]}" if missing else None

    return Expectation(f"export {form}: {', '.join(fragments)}", holds)


def opens(address: str, says: str, done: Callable) -> Expectation:
    """A reader opens a page in a browser; what they do there comes to something true."""

    def holds(trial):
        with trial.reader() as reader:
            return None if done(reader.open(address)) else reader.page.inner_text("main")[:400]

    return Expectation(f"在浏览器里打开 /{address}：{says}", holds)


def searches(query: str, found: str, before: str | None = None, more: str = "", without: str | None = None) -> Expectation:
    """The search page, in a browser, finds a document, before another one or without it; `more` is what filters write into the address."""

    def holds(trial):
        with trial.reader() as reader:
            hits = [hit.strip("/") for hit in reader.find(query, more)]
        fits = found in hits and without not in hits and (before is None or before in hits and hits.index(found) < hits.index(before))
        return None if fits else hits

    return Expectation(f"检索“{query}”：{found}", holds)
