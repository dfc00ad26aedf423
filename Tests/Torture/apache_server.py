"""A real Apache with Tools/deploy/apache.conf, on a free port of this machine."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from pathlib import Path

CONFIGURATION = Path(__file__).resolve().parents[2] / "Tools/deploy/apache.conf"
PROGRAM = shutil.which("apache2") or shutil.which("apache2", path="/usr/sbin")
MODULES = "mpm_event authz_core authn_core authz_host mime dir alias rewrite headers".split()


class ApacheServer:
    """Serves `output` until it is closed; everything it writes is in `folder`."""

    def __init__(self, output: Path, folder: Path):
        folder.mkdir(parents=True, exist_ok=True)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        site = CONFIGURATION.read_text("utf-8")
        assert site.count("<VirtualHost *:80>") == 1
        site = site.replace("<VirtualHost *:80>", f"<VirtualHost 127.0.0.1:{self.port}>").replace("/srv/gongkai/Output", str(output.absolute()))
        (folder / "mime.types").write_text("text/html html htm\n", "utf-8")
        loaded = "\n".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so" for name in MODULES)
        (folder / "apache.conf").write_text(
            f"ServerRoot {folder}\nServerName localhost\nPidFile {folder}/pid\nErrorLog {folder}/error.log\nDefaultRuntimeDir {folder}\n"
            f"Listen 127.0.0.1:{self.port}\n{loaded}\nTypesConfig {folder}/mime.types\nUser nobody\nGroup nogroup\n{site}", "utf-8")
        self._log = folder / "error.log"
        self._process = subprocess.Popen(
            [PROGRAM, "-f", folder / "apache.conf", "-D", "FOREGROUND"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self._await()

    def _await(self) -> None:
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            if self._process.poll() is not None:
                said = self._log.read_text("utf-8", "replace") if self._log.exists() else ""
                raise AssertionError(f"Apache does not start: {self._process.stdout.read()}{said}")
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return
            except OSError:
                time.sleep(0.02)
        raise AssertionError("Apache does not listen")

    def close(self) -> None:
        self._process.terminate()
        self._process.communicate()
