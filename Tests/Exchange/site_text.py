"""What a reader sees on the pages of a built site, and queries drawn from it."""

from __future__ import annotations

import html.parser
import json
import random
from pathlib import Path
from urllib.parse import unquote


class Reading(html.parser.HTMLParser):
    """What is indexed of a page: the element with data-body without the notes that the site adds to it, then the tables below it,
    without cells that repeat the one above."""

    VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}

    def __init__(self, page: str):
        super().__init__(convert_charrefs=True)
        # For each open element, whether its text counts: for the body, for a table, or for nothing.
        self.open: list[tuple[str, str]] = [("", "")]
        self.parts = {"body": [], "table": []}
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        if tag in self.VOID:
            # What a picture says is indexed where it stands.
            return self.handle_data(dict(attributes).get("alt") or "") if tag == "img" else None
        names, within = dict(attributes), self.open[-1][1]
        if "data-note" in names or tag in ("script", "style"):
            within = "note"
        elif "data-body" in names and not self.parts["body"]:
            within = "body"
        elif tag in ("caption", "thead", "tbody") and within != "body":
            within = "table"
        elif tag == "td" and "again" in (names.get("class") or "").split():
            within = "note"
        self.open.append((tag, within))

    def handle_endtag(self, tag):
        if any(tag == name for name, _ in self.open):
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data):
        if self.open[-1][1] in self.parts:
            self.parts[self.open[-1][1]].append(data)


def body_text(site: Path, url: str) -> str:
    """The text of a document with its tables, whose rows may go on on further pages."""
    folder = site / unquote(url)
    further = sorted((folder / "page").glob("*/index.html"), key=lambda path: int(path.parent.name))
    pages = [Reading(path.read_text("utf-8")) for path in [folder / "index.html", *further]]
    return "".join(pages[0].parts["body"]) + "\n" + "\n".join("".join(page.parts["table"]) for page in pages)


def cards(site: Path) -> list[dict]:
    """Title and address of each document."""
    rows = [json.loads(line) for line in (site / "data/documents.jsonl").read_text("utf-8").splitlines()]
    return [{"title": row["title"], "url": row["id"] + "/"} for row in rows]


def queries(site: Path, count: int, seed: int) -> list[str]:
    """Quotations of 1 to 40 characters from titles and bodies, pairs of them, and texts that stand nowhere."""
    dice = random.Random(seed)
    all_cards = cards(site)
    found: list[str] = []

    def quotation() -> str:
        while True:
            card = dice.choice(all_cards)
            text = card["title"] if dice.random() < 0.15 else body_text(site, card["url"])
            length = dice.choice([1, 2, 2, 3, 4, 5, 6, 8, 10, 12, 15, 16, 17, 18, 24, 40])
            start = dice.randrange(max(1, len(text) - length + 1))
            words = "".join(text[start:start + length].split())
            if any(letter.isalnum() for letter in words):
                return words

    while len(found) < count:
        kind = len(found) % 10
        if kind == 8:
            found.append(quotation() + " " + quotation())
        elif kind == 9:
            letters = list(quotation() + quotation())
            dice.shuffle(letters)
            found.append("".join(letters))
        else:
            found.append(quotation())
    return found
