"""The cards of a built site's search index, read as FORMAT.md says."""

import json
from pathlib import Path

LETTERS = "abcdefghijklmnopqrstuvwxyz234567"


def prefix(key: str) -> str:
    """Five letters of a shard's first key."""
    units = key.encode("utf-16-le")
    value = 0x811C9DC5
    for place in range(0, len(units), 2):
        value = (value ^ int.from_bytes(units[place:place + 2], "little")) * 0x01000193 & 0xFFFFFFFF
    value ^= value >> 25
    return "".join(LETTERS[value >> 5 * place & 31] for place in range(5))


def cards(site: Path | str) -> list[dict]:
    """What results show of each document, in the order of their numbers."""
    search = Path(site) / "search"
    read = lambda path: json.loads((search / path).read_text("utf-8"))
    entry = read("entry.json")
    names = read(f"directory/{entry['directory']}.json")["cards"]["names"]
    shards = [names[start:start + 5] for start in range(0, len(names), 5)]
    rows = [card for place, check in enumerate(shards) for card in read(f"cards/{prefix(str(place))}{check}.json")["cards"]]
    titles = read(f"titles/{entry['titles']}.json")
    states = [state[0] for state in titles["states"]] + [None]
    return [{"title": title, "state": states[state], **card}
            for title, state, card in zip(titles["titles"], titles["state"], rows, strict=True) if card]


def file_texts(site: Path | str, card: dict) -> list[str]:
    """What the attachments of a document say, as far as the index has it."""
    names = [file[2] for file in card.get("files", []) if len(file) > 2]
    return [text for name in names for text in json.loads((Path(site) / f"search/files/{name}.json").read_text("utf-8"))["texts"]]
