"""The sample site: its sources, the build, the resulting files, and a page of every type."""

from __future__ import annotations

import functools
import json
import re
import subprocess
from pathlib import Path

from html_page import HTMLPage

AS_OF = "2026-11-21"
KEYS = {
    "标题": "title", "发文字号": "documentNumber", "发布日期": "publishedOn", "公开属性": "disclosure", "草稿": "draft",
    "依申请公开": "onRequest", "不予公开": "withheld",
}


class Source:
    """One document of Content/, parsed as far as these tests need: one-line front matter fields, and the body."""

    def __init__(self, path: Path, content: Path):
        _, front, self.body = re.split(r"(?m)^---[ \t]*\r?\n", path.read_text("utf-8-sig"), maxsplit=2)
        values = {KEYS.get(key, key): value.strip("\"' ") for key, value in re.findall(r"(?m)^(\S+?):[ \t]*(.*?)[ \t]*$", front)}
        name = path.parent if path.name == "index.md" else path.with_suffix("")
        self.id = str(name.relative_to(content))
        # The page shows the text of the day.
        for later in sorted((name / "versions").glob("*.md")):
            if later.stem <= AS_OF:
                self.body = re.split(r"(?m)^---[ \t]*\r?\n", later.read_text("utf-8"), maxsplit=2)[2]
        self.title = values["title"]
        self.summary = values.get("summary", "")
        self.number = values.get("documentNumber", "")
        self.text = path.read_text("utf-8-sig")
        disclosure = KEYS.get(values.get("disclosure", ""), values.get("disclosure", ""))
        published = "-".join(part.zfill(2) for part in re.findall(r"\d+", values.get("publishedOn", ""))[:3])
        self.is_on_request = disclosure == "onRequest"
        withdrawn = re.search(r"\d{4}-\d\d-\d\d", values.get("withdrawn", ""))
        self.is_taken_down = bool(withdrawn and withdrawn[0] <= AS_OF) or values.get("publicUntil", "9999") < AS_OF
        self.is_hidden = values.get("draft") == "true" or disclosure == "withheld" or published > AS_OF or self.is_taken_down

    @property
    def sentences(self) -> list[str]:
        """Pieces of the body between punctuation and markup, long enough to be unique."""
        return [piece.strip() for piece in re.split(r"[\s，。；：、！？（）“”《》|*#\[\]]+", self.body) if len(piece.strip()) >= 8]


def sources(content: Path) -> list[Source]:
    paths = [
        path
        for path in sorted(content.rglob("*.md"))
        if path.parent.name != "versions" and not any(part.startswith("_") for part in path.relative_to(content).parts)
    ]
    return [Source(path, content) for path in paths]


def build(gongkai: str, root: Path, output: Path) -> None:
    """Runs the command as the nightly job does."""
    help_text = subprocess.run([gongkai, "build", "--help"], capture_output=True, text=True).stdout
    options = ["--as-of", AS_OF, "--quiet"] if "--as-of" in help_text else ["--templates", root / "Templates"]
    done = subprocess.run([gongkai, "build", "--root", root, "--output", output, *options], capture_output=True, text=True)
    assert done.returncode == 0, f"build exits {done.returncode}:\n{done.stdout}\n{done.stderr}"


def build_on(gongkai: str, day: str, output: Path) -> Path:
    """Builds the sample site for another day; returns the folder."""
    root = Path(__file__).resolve().parents[2]
    options = ["--root", root, "--output", output, "--as-of", day, "--quiet"]
    done = subprocess.run([gongkai, "build", *options], capture_output=True, text=True)
    assert output.is_dir(), f"build exits {done.returncode}:\n{done.stdout}\n{done.stderr}"
    return output


class BuiltSite:
    """The files of a built site; addresses are relative to its root and end with a slash."""

    def __init__(self, folder: Path, content: Path):
        self.folder = folder
        self.content = content
        self.sources = sources(content)
        self.files = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
        self.rows = [json.loads(line) for line in self.text("data/documents.jsonl").splitlines()]
        self.base_url = json.loads(self.text("data/site.json"))["baseURL"]

    def text(self, file: str) -> str:
        return (self.folder / file).read_text("utf-8")

    def relations_to(self, address: str) -> dict:
        """By name: the acts on the document at an address, and those on the acting documents in turn."""
        rows = {row["id"]: row for row in self.rows}
        found, queue = {}, [next(row["id"] for row in self.rows if self.address(row) == address)]
        while queue:
            name = queue.pop()
            acts = {kind: ids for kind, ids in rows[name]["relations"].items() if kind.endswith("By") or kind == "outcome"}
            found[name] = acts
            queue += [other for ids in acts.values() for other in ids if other in rows and other not in found]
        return found

    @functools.cached_property
    def pages(self) -> dict[str, HTMLPage]:
        """Every HTML page by its file name, without those at old addresses, which only lead on."""
        texts = {file: self.text(file) for file in self.files if file.endswith(".html")}
        return {file: HTMLPage(text) for file, text in texts.items() if 'http-equiv="refresh"' not in text}

    def is_indexed(self, file: str) -> bool:
        """Whether search engines may show it: not what is only reached from a document, nor what was taken down."""
        return "noindex" not in self.pages[file].metas.get("robots", "")

    def page(self, address: str) -> HTMLPage:
        return self.pages[address + ("index.html" if address == "" or address.endswith("/") else "")]

    def address(self, row: dict) -> str:
        return row["url"].removeprefix(self.base_url)

    @functools.cached_property
    def documents(self) -> dict[str, HTMLPage]:
        """The documents' pages by address: those with an ArticleTitle."""
        return {file.removesuffix("index.html"): page for file, page in self.pages.items() if "ArticleTitle" in page.metas}

    @functools.cached_property
    def columns(self) -> list[str]:
        listed = json.loads(self.text("data/site.json"))["columns"]
        return [column["path"] + "/" for column in listed]

    @functools.cached_property
    def types(self) -> dict[str, str]:
        """One address for every type of page; it is an error if the sample lacks a type."""
        found = {
            "home": "", "changes": "changes/", "search": "search/", "sitemap": "sitemap/", "accessibility": "accessibility/", "404": "404.html",
            "column": next(column for column in self.columns if not column.startswith("fading")),
            "column with columns": "fading/",
            "second page of a list": next(file for file in self.pages if "/page/2/" in file).removesuffix("index.html"),
        }
        for facet in ("topics", "themes", "issuers", "years", "validity"):
            found[f"terms of {facet}"] = f"{facet}/"
            found[f"list of {facet}"] = next(f for f in self.pages if re.fullmatch(facet + "/[^/]+/index.html", f)).removesuffix("index.html")
        for kind in ("policy", "normative", "interpretation", "notice", "question", "page", "consultation"):
            found[kind] = self._first(lambda row: row["kind"] == kind)
        states = ("inForce", "amended", "partiallyRepealed", "notYetInForce", "repealed", "expired", "annulled", "unstated",
                  "open", "closed", "answered", "upcoming")
        for state in states:
            found[f"document {state}"] = self._first(lambda row: (row["validity"] or {}).get("state") == state)
        found["document with a table"] = next(address for address, page in self.documents.items() if page.tables)
        found["document with a picture"] = next(a for a in self.documents if "<img" in self.text(a + "index.html"))
        found["document with an attachment"] = self._first(lambda row: row["attachments"])
        found["document with relations"] = self._first(lambda row: row["relations"])
        found["document with a contents list"] = next(a for a in self.documents if 'class="contents"' in self.text(a + "index.html"))
        found["document with the longest title"] = self.address(max(self.rows, key=lambda row: len(row["title"])))
        return found

    def _first(self, wanted) -> str:
        return self.address(next(row for row in self.rows if wanted(row)))
