"""`make test` runs every part and reports each result."""

import os
import re
import shutil
import subprocess
from pathlib import Path

from conftest import REPOSITORY


def run_with(swift, build, **more):
    environment = {**os.environ, "SWIFT": swift, "BUILD": str(build), "JOBS": "1", **more}
    return subprocess.run([REPOSITORY / "Tools/test"], env=environment, capture_output=True, text=True)


def test_what_follows_a_failure_runs_and_the_whole_fails(tmp_path):
    done = run_with("false", tmp_path, TMPDIR=str(tmp_path))
    parts = [(line[:8].strip(), line[18:]) for line in done.stdout.split("\n\n")[-1].splitlines()]
    assert parts == [
        ("FAILED", "style"), ("FAILED", "program"), ("FAILED", "tests built"), ("not run", "unit tests"),
        ("passed", "search modules"), ("not run", "browser"), ("not run", "search"), ("not run", "exchange"), ("not run", "torture"), ("not run", "fuzz"),
    ]
    assert "# fail 0" in done.stdout, "the closing lines of a part are printed"
    assert done.returncode == 1


def test_the_whole_fails_by_one_part_alone(tmp_path):
    """A stub for Swift succeeds at everything, so only the parts that need the program fail, and all of them run."""
    for name, script in {"release/gongkai": "exit 1", "venv/bin/python": '[ -z "$TMPDIR" ] || touch "$TMPDIR/made"'}.items():
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        (tmp_path / name).chmod(0o755)
    done = run_with("true", tmp_path, TMPDIR="")
    parts = {line[18:]: line[:8].strip() for line in done.stdout.split("\n\n")[-1].splitlines()}
    assert [name for name, result in parts.items() if result != "passed"] == ["search", "torture", "fuzz"]
    assert parts["browser"] == "passed" and done.returncode == 1
    # Sites are made in memory, if there is any for them, and those of a failure stay.
    if kept := re.search("kept in (/dev/shm/gongkai-test-.*)", done.stderr):
        assert (Path(kept[1]) / "made").exists()
        shutil.rmtree(kept[1])
