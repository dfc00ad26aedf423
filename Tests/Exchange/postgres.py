#!/usr/bin/env python3
"""Loads an export into a real PostgreSQL and compares what it finds with the search shards of the same site.

usage: postgres.py SITE EXPORT [--queries 200] [--seed 1]
SITE is a built site, EXPORT the folder of `gongkai export --format postgres` on the same day. The last line is "N of N equal";
exits 1 if a query differs."""

from __future__ import annotations

import argparse
import glob
import json
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from site_text import body_text, queries  # noqa: E402

HERE = Path(__file__).resolve().parent


def programs() -> Path:
    """The newest PostgreSQL of Debian; its server programs are in no PATH."""
    found = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"), key=lambda path: int(path.split("/")[4]))
    if not found:
        sys.exit("no PostgreSQL: make install-exchange")
    return Path(found[-1]).parent


class Database:
    """A server of its own in a temporary folder, on a socket there."""

    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="gongkai-pg-"))
        self.bin = programs()
        # The server refuses root.
        self.user = "postgres" if os.getuid() == 0 else None
        if self.user:
            who = pwd.getpwnam(self.user)
            os.chown(self.folder, who.pw_uid, who.pw_gid)
        self.run("initdb", "-D", f"{self.folder}/data", "-U", "gongkai", "-E", "UTF8", "--locale=C.UTF-8", "-A", "trust", "-N")
        options = f"-k {self.folder} -c listen_addresses='' -c fsync=off -c shared_buffers=64MB -c maintenance_work_mem=128MB -c jit=off -c max_wal_size=2GB"
        self.run("pg_ctl", "-D", f"{self.folder}/data", "-l", f"{self.folder}/log", "-w", "-t", "120", "-o", options, "start")
        self.psql("-d", "postgres", "-c", "CREATE DATABASE gongkai")

    def run(self, program: str, *arguments: str) -> None:
        command = [str(self.bin / program), *arguments]
        if self.user:
            command = ["setpriv", f"--reuid={self.user}", f"--regid={self.user}", "--clear-groups", "--", *command]
        subprocess.run(command, check=True, cwd=self.folder, stdout=subprocess.DEVNULL)

    @property
    def connection(self) -> list[str]:
        return ["-h", str(self.folder), "-U", "gongkai"]

    def psql(self, *arguments: str, text: str | None = None) -> str:
        command = [str(self.bin / "psql"), "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", *self.connection, *arguments]
        return subprocess.run(command, check=True, input=text, capture_output=True, text=True).stdout

    def query(self, sql: str) -> str:
        return self.psql("-d", "gongkai", text=sql)

    def load(self, export: Path) -> float:
        started = time.monotonic()
        environment = {**os.environ, "PATH": f"{self.bin}:{os.environ['PATH']}"}
        subprocess.run([str(export / "load.sh"), *self.connection, "-d", "gongkai"], check=True, env=environment)
        return time.monotonic() - started

    def find(self, texts: list[str]) -> list[list[str]]:
        """The ids that each query finds."""
        literals = ", ".join(literal(json.dumps(texts[start:start + 50], ensure_ascii=False)) for start in range(0, len(texts), 50))
        sql = f"""SELECT json_agg(found ORDER BY part, place) FROM (
            SELECT part, q.place, (SELECT coalesce(json_agg(f.id), '[]') FROM gongkai.find(q.text) f) AS found
            FROM unnest(ARRAY[{literals}]) WITH ORDINALITY AS p(list, part),
              json_array_elements_text(p.list::json) WITH ORDINALITY AS q(text, place)) AS answers;"""
        return json.loads(self.query(sql))

    def close(self) -> None:
        self.run("pg_ctl", "-D", f"{self.folder}/data", "-m", "immediate", "-w", "stop")
        shutil.rmtree(self.folder)


def literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def shards(site: Path, texts: list[str]) -> list[list[str]]:
    """The addresses that the search shards find for each query, each proved by its page."""
    def ask(bodies):
        asked = json.dumps({"queries": texts, "texts": bodies})
        answer = subprocess.run(["node", str(HERE / "shards.mjs"), str(site)], input=asked, capture_output=True, text=True, check=True)
        return json.loads(answer.stdout)

    candidates = {url for found in ask(None) for url in found}
    return ask({url: body_text(site, url) for url in candidates})


def compared(database: Database, site: Path, texts: list[str]) -> list[tuple[str, set, set]]:
    """The queries for which the two differ: only in the shards, only in the database."""
    addresses = dict(line.split("\t") for line in database.query("SELECT id || E'\\t' || (line->>'path') FROM gongkai.documents").splitlines())
    wrong = []
    for text, ids, urls in zip(texts, database.find(texts), shards(site, texts)):
        found = {addresses[id] for id in ids}
        if found != set(urls):
            wrong.append((text, set(urls) - found, found - set(urls)))
    return wrong


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("site", type=Path)
    parser.add_argument("export", type=Path)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    texts = queries(options.site, options.queries, options.seed)
    database = Database()
    try:
        print(f"loaded in {database.load(options.export.absolute()):.1f} s;", database.query(
            "SELECT count(*) || ' documents, ' || (SELECT count(*) FROM gongkai.passages) || ' passages, '"
            " || pg_size_pretty(pg_database_size('gongkai')) FROM gongkai.documents").strip())
        started = time.monotonic()
        answers = database.find(texts)
        print(f"{len(texts)} queries in {time.monotonic() - started:.2f} s, {sum(map(len, answers))} documents, "
              f"{sum(not found for found in answers)} queries without any")
        wrong = compared(database, options.site, texts)
    finally:
        database.close()
    for text, only_shards, only_database in wrong:
        print(repr(text), "only in the shards:", sorted(only_shards)[:5], "only in the database:", sorted(only_database)[:5])
    print(f"{len(texts) - len(wrong)} of {len(texts)} equal")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
