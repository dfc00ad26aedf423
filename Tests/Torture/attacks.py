"""Somebody who may write in the site's folders tries to publish what is outside of them."""

from __future__ import annotations

import contextlib
import os
import random
import threading
from pathlib import Path

from victim import DAYS, Broken, Victim

SECRET = b"GONGKAI-TORTURE-SECRET"
SUFFIXES = (".md", ".csv", ".docx", ".xlsx", ".pdf", ".png", ".svg", ".css", ".js", ".mustache", ".yml")


def secrets(folder: Path) -> dict[str, Path]:
    """Files outside of the site, one for each suffix, that a build would publish if it read them."""
    folder.mkdir()
    texts = {".md": b"---\ntitle: %s\n---\n\n%s\n", ".csv": b"%s\n%s\n", ".css": b"/**/.a{content:'%s%s'}", ".js": b"export const a='%s%s'"}
    for suffix in SUFFIXES:
        (folder / f"secret{suffix}").write_bytes(texts.get(suffix, b"%s %s") % (SECRET, SECRET))
    return {suffix: folder / f"secret{suffix}" for suffix in SUFFIXES}


def exchanged_with_links(victim: Victim, chance: random.Random, short: bool) -> str:
    """Documents, attachments, pictures, tables, assets and whole folders are exchanged with links to outside, again and again,
    while builds run."""
    count, ends = 8 if short else 150, []
    outside = secrets(victim.folder / "outside")
    places = sorted(
        path for top in ("Content", "Templates/assets") for path in (victim.folder / top).rglob("*")
        if path.suffix in SUFFIXES and path.is_file())
    folders = sorted({path.parent for path in places if (path.parent / "index.md") in places})
    for folder in folders:
        for path in folder.iterdir():
            if path.suffix in outside:
                (outside[".md"].parent / path.name).write_bytes(outside[path.suffix].read_bytes())

    def exchange(path: Path, own: random.Random) -> None:
        original, link = path.read_bytes(), path.parent / ".exchange"
        link.symlink_to(outside[path.suffix])
        os.replace(link, path)
        own.random() < 0.5 and threading.Event().wait(own.random() / 500)
        link.write_bytes(original)
        os.replace(link, path)

    def exchange_folder(folder: Path) -> None:
        aside = folder.parent / f".{folder.name}"
        folder.rename(aside)
        folder.symlink_to(outside[".md"].parent)
        folder.unlink()
        aside.rename(folder)

    def attack(stop: threading.Event, seed: int) -> None:
        own = random.Random(seed)
        while not stop.is_set():
            if own.random() < 0.1 and folders:
                exchange_folder(own.choice(folders))
            else:
                exchange(own.choice(places), own)
            # Most of the time everything is in its place, so that builds succeed.
            threading.Event().wait(own.random() / 20)

    for number in range(count):
        stop = threading.Event()
        attacker = threading.Thread(target=attack, args=(stop, chance.randrange(1 << 30)))
        attacker.start()
        try:
            ends.append(victim.build(DAYS[number % len(DAYS)], "--full", "--keep-going"))
        finally:
            stop.set()
            attacker.join()
        if ends[-1] not in (0, 1, 74):
            raise Broken(f"ends with {ends[-1]}: {victim.said}")
        for path in victim.output.rglob("*"):
            if path.is_file() and SECRET in path.read_bytes():
                raise Broken(f"{path.relative_to(victim.output)} holds what is outside")
    victim.settles(DAYS[1])
    return f"{count} builds ended with {', '.join(f'{end} × {ends.count(end)}' for end in sorted(set(ends)))}"


def linked_to_secrets(victim: Victim, chance: random.Random, short: bool) -> str:
    """Links that stay where they are, to what the site's own folder holds but never publishes."""
    page = victim.folder / "Content/zhengce/torture"
    page.mkdir(parents=True)
    (page / "index.md").write_text("---\ntitle: 关于链接的通知\npublishedOn: 2026-01-01\nattachments: [f.txt]\n---\n\n正文。\n", "utf-8")
    (victim.folder / ".git").mkdir()
    targets = [".git/config", "report.json", "Content/site.yml", f".{victim.output.name}.gongkai/lock", "Content/zhengce/_column.md", "/etc/passwd"]
    for name in targets[:2]:
        (victim.folder / name).write_bytes(SECRET)
    before = victim.whole()
    for name in targets:
        link = page / "f.txt"
        with contextlib.suppress(FileNotFoundError):
            link.unlink()
        link.symlink_to(name if name.startswith("/") else os.path.relpath(victim.folder / name, page))
        if victim.build(DAYS[0]) != 1 or "symlink-outside" not in victim.said or "Content/zhengce/torture/f.txt" not in victim.said:
            raise Broken(f"a link to {name}: {victim.said}")
        if victim.whole() != before:
            raise Broken(f"a link to {name} published something")
        if victim.build(DAYS[0], "--keep-going") != 1 or list(victim.output.rglob("f.txt")):
            raise Broken(f"with --keep-going, a link to {name}: {victim.said}")
        before = victim.whole()
    return f"{len(targets)} links"


ALL = [("exchanged-with-links", exchanged_with_links), ("linked-to-secrets", linked_to_secrets)]
