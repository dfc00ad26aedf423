"""A real web server on a free port of this machine, for as long as a test needs it."""

from __future__ import annotations

import re
import socket
import subprocess
import time
from pathlib import Path


class WebServer:
    """Everything it writes is in `folder`."""

    def __init__(self, folder: Path):
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.root = f"http://127.0.0.1:{self.port}/"

    def start(self, *command: str | Path) -> None:
        """Returns when it listens."""
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            if self._process.poll() is not None:
                raise AssertionError(f"{command[0]} does not start: {self._process.stdout.read()}{self.errors()}")
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return
            except OSError:
                time.sleep(0.02)
        raise AssertionError(f"{command[0]} does not listen")

    def errors(self) -> str:
        """What it complained about, except that a file is not there."""
        log = self.folder / "error.log"
        lines = log.read_text("utf-8", "replace").splitlines() if log.exists() else []
        return "\n".join(line for line in lines if re.search(r"\[[\w:]*(warn|error|crit|alert|emerg)\]", line) and "No such file" not in line)

    def close(self) -> None:
        self._process.terminate()
        self._process.communicate()
