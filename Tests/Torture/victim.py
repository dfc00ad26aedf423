"""A copy of a site that is built, interrupted and checked, without ever trusting the program under test."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
from pathlib import Path

DAYS = ["2026-11-21", "2026-12-01", "2027-01-01"]
STATE_NAMES = re.compile(r"lock|cache|record|texts|readings|addresses|release-\d+")


class Broken(AssertionError):
    """Something that must never happen."""


class Victim:
    """The site in `folder`; readers are served from `output`."""

    # The tree hash of a build from scratch on a day, of this content: the same for all victims.
    references: dict[tuple[str, str], str] = {}

    def __init__(self, gongkai: Path, site: Path, folder: Path, output: Path | None = None):
        self.gongkai = gongkai
        self.site = site
        self.folder = folder
        self.output = output or folder / "Output"
        for name in ("Content", "Templates"):
            shutil.copytree(site / name, folder / name)

    @property
    def state(self) -> Path:
        return self.output.parent / f".{self.output.name}.gongkai"

    def command(self, day: str, *more: str) -> list[str]:
        return [str(self.gongkai), "build", "--quiet", "--root", str(self.folder), "--output", str(self.output), "--as-of", day, *more]

    def start(self, day: str, *more: str, before: tuple[str, ...] = (), **how) -> subprocess.Popen:
        """Starts a build; `before` is put in front of the command."""
        return subprocess.Popen(
            [*before, *self.command(day, *more)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **how)

    def build(self, day: str, *more: str, before: tuple[str, ...] = (), **how) -> int:
        """Runs a build until it ends, however it ends."""
        process = self.start(day, *more, before=before, **how)
        self.said = "".join(process.communicate())
        return process.returncode

    def reference(self, day: str) -> str:
        """The tree hash of a build from scratch."""
        content = self._digest(self.folder / "Content")
        if (day, content) not in self.references:
            clean = self.folder / "reference"
            shutil.rmtree(clean, ignore_errors=True)
            clean.mkdir()
            command = [str(self.gongkai), "build", "--quiet", "--full", "--root", self.folder, "--output", clean / "site", "--as-of", day]
            subprocess.run(command, check=True, capture_output=True)
            self.references[(day, content)] = self.whole(clean / "site")
        return self.references[(day, content)]

    def whole(self, output: Path | None = None) -> str:
        """The tree hash of a release, after checking that it contains what its manifest says and nothing else."""
        output = output or self.output
        manifest = json.loads((output / "manifest.json").read_text("utf-8"))
        tree = hashlib.sha256()
        for file in manifest["files"]:
            content = (output / file["path"]).read_bytes()
            digest = hashlib.sha256(content).hexdigest()
            if (len(content), digest) != (file["bytes"], file["sha256"]):
                raise Broken(f"{file['path']} is not what the manifest says")
            tree.update(f"{file['path']}\0{len(content)}\0{digest}\n".encode())
        found = {str(path.relative_to(output)) for path in output.rglob("*") if not path.is_dir()}
        extra = found - {file["path"] for file in manifest["files"]} - {"manifest.json"}
        if extra:
            raise Broken(f"not in the manifest: {sorted(extra)[:3]}")
        if tree.hexdigest() != manifest["treeHash"]:
            raise Broken("the tree hash is another one")
        return manifest["treeHash"]

    def is_one_of(self, *days: str) -> str:
        """Checks that Output is the complete release of one of these days; returns which one."""
        hashed = self.whole()
        for day in days:
            if hashed == self.reference(day):
                return day
        raise Broken(f"Output is a release of none of {days}")

    def successor(self, day: str) -> str:
        """The tree hash of a whole build over a copy of Output: after an edit, pages say since when, which only the release
        before knows."""
        copy = self.folder / "successor"
        shutil.rmtree(copy, ignore_errors=True)
        copy.mkdir()
        shutil.copytree(self.output.resolve(), copy / "site")
        command = [str(self.gongkai), "build", "--quiet", "--full", "--root", self.folder, "--output", copy / "site", "--as-of", day]
        subprocess.run(command, check=True, capture_output=True)
        return self.whole(copy / "site")

    def settles(self, day: str, edited: bool = False, **how) -> None:
        """Checks that the next build succeeds, gives the same as a build from scratch (of an edited site: as a whole build over
        the same release), and leaves no stray files."""
        expected = self.successor(day) if edited else None
        status = self.build(day, **how)
        if status != 0:
            raise Broken(f"the next build ends with {status}: {self.said}")
        if expected is None:
            self.is_one_of(day)
        elif self.whole() != expected:
            raise Broken("Output is not what a whole build over the same release gives")
        names = [path.name for path in self.state.iterdir()]
        strange = [name for name in names if not STATE_NAMES.fullmatch(name)]
        if strange or len([name for name in names if name.startswith("release-")]) > 7:
            raise Broken(f"left lying about: {names}")
        verify = subprocess.run([self.gongkai, "verify", "--output", self.output], capture_output=True, text=True)
        if verify.returncode != 0:
            raise Broken(f"verify: {verify.stdout}{verify.stderr}")

    @staticmethod
    def _digest(folder: Path) -> str:
        digest = hashlib.sha256()
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                digest.update(str(path.relative_to(folder)).encode() + path.read_bytes())
        return digest.hexdigest()
