"""Serves a site with a strict policy, at the root and below /gk/."""

from __future__ import annotations

import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

POLICY = "default-src 'self'"
PREFIX = "/gk/"
# What is named by its content is kept, as Tools/deploy/nginx.conf says.
KEPT = re.compile(r"assets/[0-9a-f]+/|search/[a-z]+/[a-z2-7]{10}\.json$")
TYPES = {
    ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
    ".json": "application/json", ".jsonl": "application/jsonl", ".csv": "text/csv; charset=utf-8", ".atom": "application/atom+xml",
    ".xml": "application/xml", ".txt": "text/plain; charset=utf-8", ".svg": "image/svg+xml", ".png": "image/png", ".webm": "video/webm",
    ".pdf": "application/pdf", ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class SiteServer:
    """Starts on a free port of 127.0.0.1; `root` and `below` are the two addresses of the site."""

    def __init__(self, folder: Path):
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_):
                pass

            def do_GET(self):
                path = unquote(urlsplit(self.path).path)
                path = path.removeprefix(PREFIX) if path.startswith(PREFIX) else path.removeprefix("/")
                file = (folder / path).resolve()
                if file.is_dir() and (path == "" or path.endswith("/")):
                    file /= "index.html"
                found = file.is_file() and file.is_relative_to(folder)
                body = (file if found else folder / "404.html").read_bytes()
                self.send_response(200 if found else 404)
                self.send_header("Content-Type", TYPES[file.suffix] if found else TYPES[".html"])
                self.send_header("Content-Security-Policy", POLICY)
                self.send_header("X-Content-Type-Options", "nosniff")
                self.send_header("Cache-Control", "public, max-age=31536000, immutable" if found and KEPT.match(path) else "no-cache")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        folder = folder.resolve()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.root = f"http://127.0.0.1:{self._server.server_port}/"
        self.below = self.root.removesuffix("/") + PREFIX

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
