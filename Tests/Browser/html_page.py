"""One HTML file, parsed for the tests: links, ids, headings, meta tags, images, tables, text."""

from __future__ import annotations

import re
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
RESOURCE = {("link", "href"), ("script", "src"), ("img", "src"), ("source", "src")}


class HTMLPage(HTMLParser):
    """Parses a page once; elements are (tag, attributes)."""

    def __init__(self, source: str):
        super().__init__(convert_charrefs=True)
        self.language = ""
        self.title = ""
        self.metas: dict[str, str] = {}
        self.ids: list[str] = []
        self.headings: list[list] = []  # [level, text]
        self.links: list[str] = []
        self.resources: list[str] = []
        self.actions: list[str] = []
        self.images: list[dict] = []
        self.tables: list[dict] = []
        self.footer = ""
        self.body = ""
        self.paragraphs: list[str] = []  # of the body
        self.badges: list[dict] = []
        self.badge_texts: list[str] = []
        self.statement = ""  # beside the badge, for the day of the build
        self.notices: list[str] = []  # below the statement, for the same day
        self._marks: list[str] = []  # which of these each open element belongs to
        self.main: dict = {}
        self.inline: list[str] = []
        self.stack: list[str] = []
        self._body_depth = 0
        self.feed(source)
        self.close()

    def handle_starttag(self, tag, pairs):
        attributes = {name: value or "" for name, value in pairs}
        if tag not in VOID:
            self.stack.append(tag)
            self._marks.append(self._mark(tag, attributes))
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if "style" in attributes or any(name.startswith("on") for name in attributes):
            self.inline.append(self.get_starttag_text())
        # A block of data is no script: the policy does not hold it back.
        if tag == "style" or (tag == "script" and "src" not in attributes and attributes.get("type") not in ("application/ld+json", "application/json")):
            self.inline.append(self.get_starttag_text())
        for name in ("href", "src"):
            if (tag, name) in RESOURCE and name in attributes and attributes.get("rel") not in ("canonical", "alternate"):
                self.resources.append(attributes[name])
        if tag == "link" and attributes.get("rel") == "alternate":
            self.links.append(attributes["href"])
        if "data-body" in attributes:
            self._body_depth = len(self.stack)
        if "data-state" in attributes and "status" in attributes.get("class", "").split():
            self.badges.append(attributes)
        self._open(tag, attributes)

    def _mark(self, tag, attributes) -> str:
        classes = attributes.get("class", "").split()
        if "hidden" in attributes or "hidden" in self._marks:
            return "hidden"
        if "notices" in classes:
            return "notices"
        if tag == "p" and "notices" in self._marks:
            self.notices.append("")
            return "notice"
        if "data-statement" in attributes:
            return "statement"
        if "status" in classes and "data-state" in attributes:
            self.badge_texts.append("")
            return "badge"
        return ""

    def _open(self, tag, attributes):
        if tag == "html":
            self.language = attributes.get("lang", "")
        elif tag == "main":
            self.main = attributes
        elif tag == "meta" and "name" in attributes:
            self.metas.setdefault(attributes["name"], attributes.get("content", ""))
        elif tag == "a" and "href" in attributes:
            self.links.append(attributes["href"])
        elif tag == "form":
            self.actions.append(attributes.get("action", ""))
        elif tag == "img":
            self.images.append(attributes)
        elif re.fullmatch("h[1-6]", tag):
            self.headings.append([int(tag[1]), ""])
        elif tag == "table":
            self.tables.append({"headers": []})
        elif tag == "th" and self.tables:
            self.tables[-1]["headers"].append(attributes)
        elif tag == "p" and self._body_depth:
            self.paragraphs.append("")

    def handle_startendtag(self, tag, pairs):
        self.handle_starttag(tag, pairs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if tag in self.stack:
            while self.stack.pop() != tag:
                self._marks.pop()
            self._marks.pop()
        if self._body_depth and len(self.stack) < self._body_depth:
            self._body_depth = 0

    def handle_data(self, text):
        if "title" in self.stack:
            self.title += text
        if self.headings and any(re.fullmatch("h[1-6]", tag) for tag in self.stack):
            self.headings[-1][1] += text
        if "badge" in self._marks:
            self.badge_texts[-1] += text
        if "statement" in self._marks:
            self.statement += text
        if "notice" in self._marks:
            self.notices[-1] += text
        if "footer" in self.stack:
            self.footer += text
        if self._body_depth:
            self.body += text
            if "p" in self.stack and self.paragraphs:
                self.paragraphs[-1] += text

    @property
    def h1(self) -> list[str]:
        return [text.strip() for level, text in self.headings if level == 1]
