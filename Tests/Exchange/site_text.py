"""What a reader sees on the pages of a built site, and queries drawn from it."""

from __future__ import annotations

import html.parser
import json
import random
from pathlib import Path
from urllib.parse import unquote


class Body(html.parser.HTMLParser):
    """Text of the element with data-body, without the notes that the site adds to it."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.depth, self.tag, self.text, self.note = 0, "", [], 0

    def handle_starttag(self, tag, attributes):
        if not self.depth and any(name == "data-body" for name, _ in attributes):
            self.depth, self.tag = 1, tag
        elif self.depth and tag == self.tag:
            self.depth += 1
        if tag == "div" and (self.note or any(name == "data-note" for name, _ in attributes)):
            self.note += 1

    def handle_endtag(self, tag):
        if tag == "div" and self.note:
            self.note -= 1
        if self.depth and tag == self.tag:
            self.depth -= 1

    def handle_data(self, data):
        if self.depth and not self.note:
            self.text.append(data)


def body_text(site: Path, url: str) -> str:
    parser = Body()
    parser.feed((site / unquote(url) / "index.html").read_text("utf-8"))
    return "".join(parser.text)


def cards(site: Path) -> list[dict]:
    return [card for file in sorted((site / "search/cards").glob("*.json")) for card in json.loads(file.read_text("utf-8"))["cards"]]


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
