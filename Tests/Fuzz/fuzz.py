#!/usr/bin/env python3
"""Spoils files of a site at random, builds it, and looks at how the build ends and at every file that it publishes.

usage: fuzz.py GONGKAI [--seconds N | --rounds N] [--seed N] [--round N] [--jobs N] [--only documents|settings|kinds|templates|attachments ...] [--folder DIR]

A round can be repeated alone with --seed and --round. Status 1 when anything was wrong; what was spoilt is kept.
"""

from __future__ import annotations

import argparse
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from mutations import spoil, spoil_office
from published import Wrong, check

ROOT = Path(__file__).resolve().parents[2]
DAY = "2026-11-21"
# Far above what a build of these sites takes, so that only what does not grow with its input is reached.
CPU_SECONDS, MEMORY = 40, 3 << 30

SITES = {"sample": ROOT / "Content", "golden": ROOT / "Tests/SiteBuildTests/Fixtures/golden/Content"}
TARGETS = {
    "documents": ("md", lambda path: path.suffix == ".md" and path.name != "_column.md" or path.suffix == ".csv", "Content"),
    "settings": ("yml", lambda path: path.name in ("site.yml", "_column.md"), "Content"),
    "kinds": ("yml", lambda path: path.suffix == ".yml", "Templates/kinds"),
    "attachments": ("office", lambda path: path.suffix in (".docx", ".xlsx", ".pptx", ".ofd", ".pdf", ".png", ".jpg"), "Content"),
    "templates": ("mustache", lambda path: path.suffix == ".mustache", "Templates"),
}
# How often each is spoilt, and how many of its files at once: a wrong setting stops the build, a wrong document only itself.
WEIGHTS = {"documents": (5, (1, 40)), "settings": (2, (1, 2)), "kinds": (2, (1, 2)), "templates": (2, (1, 3)), "attachments": (2, (1, 6))}


class Fuzzer:
    def __init__(self, gongkai: Path, folder: Path):
        self.gongkai, self.folder = gongkai, folder
        self.seen: set[tuple[str, bytes, bool]] = set()
        self.counts = dict.fromkeys(["rounds", "files", "published", "looked into"], 0)
        for name, content in SITES.items():
            shutil.copytree(content, folder / name / "Content")
            shutil.copytree(ROOT / "Templates", folder / name / "Templates")
            # A site that is not published as it is would let everything pass.
            self.build(folder / name, isOwnTemplate=True)
            if not (folder / name / "Output").exists():
                sys.exit(f"{name} is not published as it is: are the templates those of this program?")

    def round(self, seed: int, number: int, only: list[str]) -> None:
        rng = random.Random(f"{seed} {number}")
        target = rng.choices(only, [WEIGHTS[name][0] for name in only])[0]
        usual, fits, below = TARGETS[target]
        found = {name: sorted(path for path in (self.folder / name / below).rglob("*") if path.is_file() and fits(path)) for name in SITES}
        site = self.folder / rng.choice([name for name in SITES if found[name]])
        files = found[site.name]
        originals = {path: path.read_bytes() for path in files}
        chosen = rng.sample(files, min(len(files), rng.randint(*WEIGHTS[target][1])))
        try:
            for path in chosen:
                kind = path.suffix[1:] if path.suffix[1:] in ("md", "csv") else usual
                others = list(originals.values())
                path.write_bytes(
                    spoil_office(originals[path], others, rng) if kind == "office" else spoil(originals[path], kind, others, rng))
            self.counts["rounds"] += 1
            self.counts["files"] += len(chosen)
            self.build(site, isOwnTemplate=target != "templates")
        except Wrong as what:
            kept = Path(tempfile.mkdtemp(prefix="gongkai-fuzz-kept-"))
            for path in chosen:
                place = kept / path.relative_to(site)
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(path, place)
            raise Wrong(f"{target} of {site.name}: {what}\n    again with --seed {seed} --round {number}; kept in {kept}")
        finally:
            for path in chosen:
                path.write_bytes(originals[path])

    def build(self, site: Path, isOwnTemplate: bool) -> None:
        # What an earlier round published is not to be looked at again when this one publishes nothing.
        for name in ("Output", ".Output.gongkai"):
            shutil.rmtree(site / name, ignore_errors=True)
        command = [self.gongkai, "build", "--keep-going", "--quiet", "--root", site, "--output", site / "Output", "--as-of", DAY]
        process = subprocess.run(command, capture_output=True, preexec_fn=limit)
        said = (process.stdout + process.stderr).decode("utf-8", "backslashreplace")
        if process.returncode not in (0, 1):
            raise Wrong(f"status {process.returncode}: {said[-600:]}")
        if process.returncode == 1 and "error" not in said and "错误" not in said:
            raise Wrong(f"status 1 without a word: {said[-600:]}")
        # Attachments are passed on as they are.
        attached = {path.read_bytes() for path in (site / "Content").rglob("*") if path.is_file() and path.suffix not in (".md", ".yml")}
        for path in sorted((site / "Output").rglob("*")) if (site / "Output").exists() else []:
            if path.is_file() and path.read_bytes() not in attached:
                self.counts["published"] += 1
                key = (path.name, path.read_bytes(), isOwnTemplate)
                if hash(key) not in self.seen:
                    self.counts["looked into"] += 1
                    check(path, f"{site.name}/{path.relative_to(site)}", isOwnTemplate)
                    self.seen.add(hash(key))


def limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("gongkai", type=lambda path: Path(path).resolve())
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    parser.add_argument("--jobs", type=int, default=1, help="rounds at once")
    parser.add_argument("--round", type=int, help="only this one")
    parser.add_argument("--only", nargs="*", default=list(TARGETS), choices=list(TARGETS))
    parser.add_argument("--folder", type=Path, help="where to work (default: the temporary folder)")
    options = parser.parse_args()
    options.jobs = 1 if options.round is not None else options.jobs
    print(f"seed {options.seed}", flush=True)
    started = time.monotonic()
    with ProcessPoolExecutor(options.jobs, get_context("fork")) as workers:
        counts = sum(workers.map(partial(fuzz, options), range(options.jobs)), Counter())
    wrong = counts.pop("wrong", 0)
    said = ", ".join(f"{count} {name}" for name, count in counts.items())
    print(f"{said} in {time.monotonic() - started:.0f} s; {wrong} wrong")
    return 1 if wrong else 0


def fuzz(options: argparse.Namespace, worker: int) -> Counter:
    """The rounds of one of the workers; returns what it did, and how much was wrong."""
    folder = Path(tempfile.mkdtemp(prefix="gongkai-fuzz-", dir=options.folder))
    started, wrong = time.monotonic(), 0
    try:
        fuzzer = Fuzzer(options.gongkai, folder)
        numbers = [options.round] if options.round is not None else range(worker, options.rounds or sys.maxsize, options.jobs)
        for number in numbers:
            if options.rounds is None and time.monotonic() - started > options.seconds:
                break
            try:
                fuzzer.round(options.seed, number, options.only)
            except Wrong as what:
                wrong += 1
                print(f"WRONG: {what}", flush=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return Counter(fuzzer.counts, wrong=wrong)


if __name__ == "__main__":
    sys.exit(main())
