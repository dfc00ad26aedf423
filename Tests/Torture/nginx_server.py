"""A real nginx with Tools/deploy/nginx.conf, on a free port of this machine."""

from __future__ import annotations

import shutil
from pathlib import Path

from web_server import WebServer

CONFIGURATION = Path(__file__).resolve().parents[2] / "Tools/deploy/nginx.conf"
PROGRAM = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")


class NginxServer(WebServer):
    """Serves `output` at `root` until it is closed."""

    def __init__(self, output: Path, folder: Path):
        super().__init__(folder)
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
        self.start(PROGRAM, "-p", folder, "-c", folder / "nginx.conf", "-e", folder / "error.log")
