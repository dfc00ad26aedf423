"""What a published file must be, whatever its authors wrote: text in its format, without characters that no text has."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as xml
from html.parser import HTMLParser
from pathlib import Path

TEXTS = {".html", ".json", ".jsonl", ".xml", ".atom", ".csv", ".ics", ".txt"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
SCHEMES = {"", "http", "https", "mailto", "tel", "ftp", "webcal"}
# Controls, noncharacters, directions that override, tags; an ICS line ends with CRLF.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f"
                       + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17)) + "]")


class Wrong(AssertionError):
    """A published file that must not be."""


def check(path: Path, shown: str, isOwnTemplate: bool) -> None:
    """Raises Wrong; HTML is only as good as its template, so that it is looked into only with the program's own."""
    if path.suffix not in TEXTS:
        return
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise Wrong(f"{shown}: not UTF-8: {error}")
    if isOwnTemplate and (bad := FORBIDDEN.search(text)):
        around = text[max(0, bad.start() - 40):bad.end() + 10]
        raise Wrong(f"{shown}: U+{ord(bad[0]):04X} in {around!r}")
    try:
        match path.suffix:
            case ".json": json.loads(text)
            case ".jsonl": [json.loads(line) for line in text.splitlines() if line]
            case ".xml" | ".atom": xml.fromstring(text)
            case ".html" if isOwnTemplate: Page(shown).read(text)
    except (ValueError, xml.ParseError) as error:
        raise Wrong(f"{shown}: {error}")


class Page(HTMLParser):
    """A page: tags in pairs, ids once, no script but from assets, data that is JSON, only links that are no programs."""

    def __init__(self, shown: str):
        super().__init__()
        self.shown, self.open, self.ids = shown, [], set()

    def read(self, text: str) -> None:
        self.feed(text)
        self.close()
        if self.open:
            raise Wrong(f"{self.shown}: <{self.open[-1]}> is not closed")

    def wrong(self, what: str):
        raise Wrong(f"{self.shown}:{self.getpos()[0]}: {what}")

    def handle_starttag(self, tag, attributes):
        self.look(tag, attributes)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.look(tag, attributes)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong(f"</{tag}> without a beginning")

    def handle_data(self, data):
        if self.open and self.open[-1] == "script" and self.isData:
            json.loads(data)

    def look(self, tag, attributes):
        for name, value in attributes:
            value = value or ""
            if name.startswith("on") or name == "style":
                self.wrong(f"{name}={value!r}")
            if name == "id":
                if value in self.ids:
                    self.wrong(f"id {value!r} twice")
                self.ids.add(value)
            if name in ("href", "src", "action"):
                scheme = re.match(r"\s*([a-zA-Z][a-zA-Z0-9+.-]*):", re.sub(r"[\x00-\x20]", "", value))
                if scheme and scheme[1].lower() not in SCHEMES:
                    self.wrong(f"{name}={value!r}")
        if tag == "script":
            values = dict(attributes)
            self.isData = values.get("type") in ("application/json", "application/ld+json") and "src" not in values
            if not self.isData and "assets/" not in (values.get("src") or ""):
                self.wrong(f"script {values}")
        if tag in ("iframe", "object", "embed", "base", "style"):
            self.wrong(f"<{tag}>")
