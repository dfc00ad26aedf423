"""A real Apache with Tools/deploy/apache.conf, on a free port of this machine."""

from __future__ import annotations

import shutil
from pathlib import Path

from web_server import WebServer

CONFIGURATION = Path(__file__).resolve().parents[2] / "Tools/deploy/apache.conf"
PROGRAM = shutil.which("apache2") or shutil.which("apache2", path="/usr/sbin")
MODULES = "mpm_event authz_core authn_core authz_host mime dir alias rewrite headers".split()


class ApacheServer(WebServer):
    """Serves `output` until it is closed."""

    def __init__(self, output: Path, folder: Path):
        super().__init__(folder)
        site = CONFIGURATION.read_text("utf-8")
        assert site.count("<VirtualHost *:80>") == 1
        site = site.replace("<VirtualHost *:80>", f"<VirtualHost 127.0.0.1:{self.port}>").replace("/srv/gongkai/Output", str(output.absolute()))
        (folder / "mime.types").write_text("text/html html htm\n", "utf-8")
        loaded = "\n".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so" for name in MODULES)
        (folder / "apache.conf").write_text(
            f"ServerRoot {folder}\nServerName localhost\nPidFile {folder}/pid\nErrorLog {folder}/error.log\nDefaultRuntimeDir {folder}\n"
            f"Listen 127.0.0.1:{self.port}\n{loaded}\nTypesConfig {folder}/mime.types\nUser nobody\nGroup nogroup\n{site}", "utf-8")
        self.start(PROGRAM, "-f", folder / "apache.conf", "-D", "FOREGROUND")
