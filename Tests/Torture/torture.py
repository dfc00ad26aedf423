#!/usr/bin/env python3
"""Puts builds through everything that can go wrong at night and checks Output after each: the old release or the new one, complete.

usage: torture.py GONGKAI [--short] [--seed N] [--jobs N] [--only NAME ...] [--site DIR] [--folder DIR]

What a machine does not allow (mounting, tracing) is skipped with a line that says so. Status 1 when anything broke.
"""

from __future__ import annotations

import argparse
import inspect
import random
import shutil
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import attacks
import faults
import served
from victim import DAYS, Broken, Victim

FAULTS = faults.ALL + attacks.ALL + served.ALL


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("gongkai", type=lambda path: Path(path).resolve())
    parser.add_argument("--short", action="store_true", help="a few of each, for make test")
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    parser.add_argument("--jobs", type=int, default=1, help="faults at once, each on a site of its own")
    parser.add_argument("--only", nargs="*", default=[name for name, _ in FAULTS], help="names of faults")
    parser.add_argument("--site", type=Path, default=Path(__file__).resolve().parents[2], help="holds Content and Templates")
    parser.add_argument("--folder", type=Path, help="where to work (default: the temporary folder)")
    options = parser.parse_args()
    print(f"seed {options.seed}", flush=True)
    chosen = [name for name, _ in FAULTS if name in options.only]
    with ProcessPoolExecutor(options.jobs, get_context("fork")) as workers:
        return 0 if all(list(workers.map(partial(torment, options), chosen))) else 1


def torment(options: argparse.Namespace, name: str) -> bool:
    """Runs one kind of fault on a separate site; reports the result."""
    fault = dict(FAULTS)[name]
    folder = Path(tempfile.mkdtemp(prefix="gongkai-torture-", dir=options.folder))
    folder.chmod(0o755)
    started = time.monotonic()
    try:
        victim = Victim(options.gongkai, options.site, folder)
        victim.settles(DAYS[0])
        said = fault(victim, random.Random(f"{options.seed} {name}"), options.short)
        print(f"{name}: {said} ({time.monotonic() - started:.0f} s)", flush=True)
        return True
    except faults.Skipped as reason:
        print(f"{name}: skipped, {reason}", flush=True)
        return True
    except Broken as what:
        lines = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in inspect.trace()]
        print(f"{name}: BROKEN: {what}\n    {' '.join(lines)}; kept in {folder}", flush=True)
        folder = None
        return False
    finally:
        if folder:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
