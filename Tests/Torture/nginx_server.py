"""A real nginx with Tools/deploy/nginx.conf, on a free port of this machine."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import time
from pathlib import Path

CONFIGURATION = Path(__file__).resolve().parents[2] / "Tools/deploy/nginx.conf"
PROGRAM = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")


class NginxServer:
    """Serves `output` at `root` until it is closed; everything it writes is in `folder`."""

    def __init__(self, output: Path, folder: Path):
        folder.mkdir(parents=True, exist_ok=True)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        site = CONFIGURATION.read_text("utf-8")
        for old, new in (("listen 80;", f"listen 127.0.0.1:{self.port};"), ("root /srv/gongkai/Output;", f"root {output.absolute()};")):
            if site.count(old) != 1:
                raise AssertionError(f"{CONFIGURATION} no longer has the line “{old}”")
            site = site.replace(old, new)
        site = site.replace("/srv/gongkai/Output/", f"{output.absolute()}/")
        (folder / "site.conf").write_text(site, "utf-8")
        paths = "\n".join(f"{name}_temp_path {folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        (folder / "nginx.conf").write_text(
            f"daemon off; worker_processes 2; pid {folder}/pid; error_log {folder}/error.log;\n"
            f"events {{ worker_connections 256; }}\n"
            f"http {{ include /etc/nginx/mime.types; access_log off; {paths}\ninclude {folder}/site.conf; }}\n", "utf-8")
        self.folder = folder
        self.root = f"http://127.0.0.1:{self.port}/"
        self._process = subprocess.Popen(
            [PROGRAM, "-p", folder, "-c", folder / "nginx.conf", "-e", folder / "error.log"],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self._await()

    def _await(self) -> None:
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            if self._process.poll() is not None:
                raise AssertionError(f"nginx does not start: {self._process.stdout.read()}{self.errors()}")
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return
            except OSError:
                time.sleep(0.02)
        raise AssertionError("nginx does not listen")

    def errors(self) -> str:
        """What nginx complained about, except that a file is not there."""
        log = self.folder / "error.log"
        lines = log.read_text("utf-8", "replace").splitlines() if log.exists() else []
        return "\n".join(line for line in lines if re.search(r"\[(warn|error|crit|alert|emerg)\]", line) and "No such file" not in line)

    def close(self) -> None:
        self._process.terminate()
        self._process.communicate()
